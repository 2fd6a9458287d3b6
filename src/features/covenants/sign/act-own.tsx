/** Signing at the desk: what lies ready for who is signed in, and the act itself, with the password asked again. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { verifyPassword } from '../../../lib/password.ts'
import { GROUND_IDS, type Ground } from '../../../vocabulary/signing.ts'
import type { Problems } from '../../../web/desk/form.tsx'
import { go, missing, notYet, overtaken, page, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { emptyOr, filled, oneOf, readForm, secret, text, ticked, word } from '../../../web/desk/schema.ts'
import type { CovenantContent } from '../document.ts'
import type { SigningDeps } from './deps.ts'
import { covenantName, ownPassword, participantOf, signaturesOf, signHere, takeStep } from './desk-store.ts'
import { fixedOf, FORMS, receiptsOf } from './fix-store.ts'
import { mailOwnLink } from './links-store.ts'
import { OwnPage, placeOf, type Own } from './page-own.tsx'
import { fixedFiles } from './page-signers.tsx'
import { told } from './part-steps.tsx'

/** What lies ready for who is signed in, or why there is nothing to sign. */
async function ownOf({ tx, municipality, params, who }: Asked<Tx>, { files }: SigningDeps): Promise<Own | Reply> {
  const covenant = await covenantName(tx, municipality.id, params['covenant']!)
  const participant = covenant && (await participantOf(tx, municipality.id, covenant.id, who.organisation))
  if (!covenant || !participant) return missing
  const fixed = (await fixedOf(tx, municipality.id, covenant.id)).find(({ state }) => state === 'final')
  if (!fixed) return notYet('Er is nog geen versie vastgesteld. U krijgt bericht als u kunt tekenen.')
  const bytes = await files.file(fixed.json, FORMS.json)
  if (!bytes) return missing
  const signed = (await signaturesOf(tx, municipality.id, participant.id)).find(
    ({ version, withdrawnAt }) => version === fixed.version && withdrawnAt === null,
  )
  return {
    covenant,
    participant,
    fixed,
    content: JSON.parse(bytes.toString('utf8')) as CovenantContent,
    signed,
    receipts: await receiptsOf(tx, municipality.id, covenant.id),
    // Known before anything is filled in: with a work account there is no password here to sign with.
    hasPassword: (await ownPassword(tx)) !== null,
  }
}

const FIELDS = {
  versie: word(z.string()),
  json: word(z.string()),
  naam: text(200, filled('Vul uw naam in.')),
  functie: text(200, filled('Vul uw functie in.')),
  grond: word(oneOf(GROUND_IDS, 'Kies waarom u mag tekenen.')),
  toelichting: text(500),
  openbaar: word(oneOf(['ja', 'nee'], 'Kies ja of nee.')),
  gelezen: { ...ticked, holds: ticked.holds.refine((yes) => yes, 'Lees de tekst, en kruis dit aan.') },
  wachtwoord: secret,
}

async function sign(asked: Asked<Tx>, deps: SigningDeps): Promise<Reply> {
  const { tx, view, sent } = asked
  const own = await ownOf(asked, deps)
  if ('kind' in own) return own
  const { held, typed, problems } = readForm(FIELDS, sent, [
    {
      field: 'toelichting',
      holds: ({ grond, toelichting }) => grond !== 'other' || toelichting !== '',
      says: 'Leg uit waarom u mag tekenen.',
    },
  ])
  const again = (wrong: Problems, status: 422 | 429 = 422) =>
    page(<OwnPage view={view} own={own} problems={wrong} typed={typed} />, status)
  if (asked.wait !== undefined)
    return again({ wachtwoord: `Er is te vaak geprobeerd. Wacht ${Math.ceil(asked.wait / 60)} minuten.` }, 429)
  if (!held) {
    asked.unseen()
    return again(problems)
  }
  const kept = await ownPassword(tx)
  if (kept === null) {
    asked.unseen()
    return again({
      wachtwoord: 'U logt in met een werkaccount, zonder wachtwoord hier. Teken met uw link uit de e-mail.',
    })
  }
  if (!(await verifyPassword(held.wachtwoord, kept, { ahead: true })))
    return again({ wachtwoord: 'Dit is niet uw wachtwoord.' })
  const came = await signHere(tx, own.participant.id, {
    version: Number(held.versie) || 0,
    json: held.json,
    name: held.naam,
    function: held.functie,
    ground: held.grond as Ground,
    ground_text: held.toelichting,
    read: true,
    named: held.openbaar === 'ja',
  })
  if (came === 'signed') return go(`${placeOf(view, own.covenant)}/tekenen`, 'U heeft getekend.')
  if (came === 'twice') return overtaken('Uw organisatie heeft deze versie al getekend.')
  return came === 'other-version'
    ? overtaken('Er kwam een nieuwe versie terwijl u las. Lees die eerst. Er is niets getekend.')
    : notYet('Tekenen kan nu niet: kijk hoe uw deelname ervoor staat.')
}

/** What a party does itself at the desk, as it does by its link; the desk hears of it. */
async function step(asked: Asked<Tx>, deps: SigningDeps): Promise<Reply> {
  const { view, sent, today } = asked
  const own = await ownOf(asked, deps)
  if ('kind' in own) return own
  const { held, typed, problems } = readForm(
    {
      stap: word(oneOf(told(own.participant), 'Kies wat u wilt.')),
      reden: text(2_000, z.string()),
      tot: word(emptyOr((day) => isDate(day) && day > today, 'Kies een dag na vandaag.')),
      zeker: ticked,
    },
    sent,
    [
      { field: 'tot', holds: ({ stap, tot }) => stap !== 'paused' || tot !== '', says: 'Vul in tot en met welke dag.' },
      {
        field: 'zeker',
        holds: ({ stap, zeker }) => stap !== 'left' || zeker.includes('ja'),
        says: 'Kruis aan dat u vanaf vandaag stopt.',
      },
      {
        field: 'reden',
        holds: ({ stap, reden }) => reden !== '' || (stap !== 'paused' && stap !== 'left'),
        says: 'Schrijf waarom.',
      },
    ],
  )
  if (!held) return page(<OwnPage view={view} own={own} problems={problems} said={typed} />, 422)
  const at = { id: own.participant.id, covenant: own.covenant.id }
  await takeStep(asked, at, { step: held.stap, reason: held.reden, until: held.stap === 'paused' ? held.tot : null })
  return go(`/balie/onze-afspraken/${own.covenant.id}`, 'Vastgelegd.')
}

const NO_LINK: Readonly<Record<string, string>> = {
  nowhere: 'Er is geen e-mailadres van een contactpersoon. Vraag de gemeente wie dat is.',
  enough: 'Er ging net een link weg. Kijk in de mailbox, of wacht tien minuten.',
  ended: 'Uw organisatie doet niet meer mee.',
}

/** The link goes to the contact of the own organisation: whoever reads that mailbox signs, or passes it on. */
async function link(asked: Asked<Tx>, deps: SigningDeps): Promise<Reply> {
  const own = await ownOf(asked, deps)
  if ('kind' in own) return own
  if (!asked.view.mails && !asked.view.demo) return notYet('Er gaat nu geen e-mail weg. Vraag de gemeente om een link.')
  const came = await mailOwnLink(asked, { ...own.covenant, participant: own.participant.id })
  const back = `/balie/onze-afspraken/${own.covenant.id}/tekenen`
  return came === 'done' ? go(back, 'De link gaat per e-mail naar uw contactpersoon.') : notYet(NO_LINK[came] ?? came)
}

export const ownSigningRoutes = (deps: SigningDeps): readonly Route<Tx>[] => [
  ...(
    [
      ['/onze-afspraken/:covenant/tekenen', 'covenant.own'],
      ['/convenanten/:covenant/tekenen', 'covenant.sign'],
    ] as const
  ).flatMap(([path, may]): Route<Tx>[] => [
    {
      method: 'GET',
      path,
      may,
      answer: async (asked) => {
        const own = await ownOf(asked, deps)
        return 'kind' in own ? own : page(<OwnPage view={asked.view} own={own} />)
      },
    },
    { method: 'POST', path, may, secret: 'password-change', answer: (asked) => sign(asked, deps) },
  ]),
  {
    method: 'POST',
    path: '/onze-afspraken/:covenant/stap',
    may: 'covenant.own',
    answer: (asked) => step(asked, deps),
  },
  {
    method: 'POST',
    path: '/onze-afspraken/:covenant/link',
    may: 'covenant.own',
    answer: (asked) => link(asked, deps),
  },
  ...fixedFiles('/onze-afspraken/:covenant', 'covenant.own', deps),
]
