/** Files that were signed elsewhere, as the desk keeps them and says what they mean. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { kindOf, MOST_BYTES } from '../../../db/uploads.ts'
import { nameOfKind } from '../../../lib/file-name.ts'
import type { Media } from '../../../model/home.ts'
import { GROUND_IDS, VALIDATIONS, type Validation } from '../../../vocabulary/signing.ts'
import { go, missing, notYet, overtaken, page, type Route } from '../../../web/desk/route.ts'
import { among, file, filled, oneOf, readForm, text, ticked, word } from '../../../web/desk/schema.ts'
import type { SigningDeps } from './deps.ts'
import { keepFile, signByFile } from './files-store.ts'
import { fixedOf } from './fix-store.ts'
import { AcceptPage } from './page-accept.tsx'
import { BASE, placeOf, signerPage, withSigner } from './page-signer.tsx'

const LARGE = MOST_BYTES + 512 * 1024

const MEDIA: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }
type Read = { readonly bytes: Uint8Array<ArrayBuffer>; readonly media: Media; readonly name: string }
/** A file that may be kept here, or why not. */
async function readFile(given: File | undefined, only?: 'application/pdf'): Promise<Read | string> {
  if (!given) return 'Kies een bestand.'
  if (given.size > MOST_BYTES) return 'Dit bestand is groter dan 10 MB.'
  const bytes = new Uint8Array(await given.arrayBuffer())
  const found = await kindOf(bytes)
  if (!('media' in found) || MEDIA[found.media] === undefined || (only && found.media !== only))
    return only ? 'Dit is geen pdf.' : 'Dit is geen pdf, jpg of png.'
  return { bytes, media: found.media as Media, name: nameOfKind(given.name, [MEDIA[found.media]!]).slice(0, 300) }
}

const bestand = ({ files, readFile: read }: SigningDeps) =>
  withSigner(async (asked, facts) => {
    const { tx, municipality, sent } = asked
    const { covenant, signer } = facts
    const final = (await fixedOf(tx, municipality.id, covenant.id)).find(({ state }) => state === 'final')
    if (!final) return notYet('Er is nog geen versie vastgesteld.')
    const form = readForm(
      { soort: word(oneOf(['signed', 'scan'], 'Kies wat het is.')), bestand: file, waar: text(300, z.string()) },
      sent,
      [
        {
          field: 'waar',
          holds: ({ soort, waar }) => soort !== 'scan' || waar !== '',
          says: 'Schrijf waar het origineel ligt.',
        },
      ],
    )
    const given = await readFile(form.typed.bestand, form.typed.soort === 'signed' ? 'application/pdf' : undefined)
    const typed = { soort: form.typed.soort, waar: form.typed.waar }
    if (!form.held || typeof given === 'string')
      return signerPage(asked, {
        problems: { ...form.problems, ...(typeof given === 'string' ? { bestand: given } : {}) },
        typed,
      })
    const reading = await read(given.bytes, given.media, await files.file(final.pdf, 'application/pdf'))
    await keepFile(asked, files, {
      ...given,
      covenant: covenant.id,
      participant: signer.id,
      version: final.version,
      kind: form.held.soort,
      originalAt: form.held.soort === 'scan' ? form.held.waar : '',
      reading,
      about: null,
      says: null,
    })
    return go(placeOf(facts), 'Het bestand is bewaard.')
  })

const rapport = ({ files, readFile: read }: SigningDeps) =>
  withSigner(async (asked, facts) => {
    const { covenant, signer } = facts
    const signed = facts.files.filter(({ kind }) => kind === 'signed')
    if (signed.length === 0) return notYet('Er is nog geen getekende pdf waar een rapport over kan gaan.')
    const form = readForm(
      {
        over: word(among(signed, 'Kies een bestand uit de lijst.')),
        zegt: word(oneOf(Object.keys(VALIDATIONS) as [Validation, ...Validation[]], 'Kies wat het rapport zegt.')),
        rapport: file,
      },
      asked.sent,
    )
    const given = await readFile(form.typed.rapport, 'application/pdf')
    const typed = { over: form.typed.over, zegt: form.typed.zegt }
    if (!form.held || typeof given === 'string')
      return signerPage(asked, {
        problems: { ...form.problems, ...(typeof given === 'string' ? { rapport: given } : {}) },
        typed,
      })
    await keepFile(asked, files, {
      ...given,
      covenant: covenant.id,
      participant: signer.id,
      version: form.held.over.version,
      kind: 'validation',
      originalAt: '',
      reading: await read(given.bytes, given.media, undefined),
      about: form.held.over.id,
      says: form.held.zegt,
    })
    return go(placeOf(facts), 'Het rapport is bewaard.')
  })

const ACCEPT = {
  naam: text(200, filled('Vul in wie tekende.')),
  functie: text(200, filled('Vul de functie in.')),
  grond: word(oneOf(GROUND_IDS, 'Kies waarom deze persoon mag tekenen.')),
  toelichting: text(500),
  gezien: { ...ticked, holds: ticked.holds.refine((yes) => yes, 'Bekijk het bestand, en kruis dit aan.') },
}

const OWN_FILE = 'U heeft dit bestand zelf toegevoegd. Een collega bekijkt het, en legt de handtekening vast.'

/** A person looked, and writes down who signed in the file. Who added it does not. */
const teken = withSigner(async (asked, facts) => {
  const { tx, municipality, params, sent } = asked
  const one = facts.files.find(({ id, kind }) => id === params['attached'] && kind !== 'validation')
  if (!one) return missing
  const { held, typed, problems } = readForm(ACCEPT, sent, [
    {
      field: 'toelichting',
      holds: ({ grond, toelichting }) => grond !== 'other' || toelichting !== '',
      says: 'Leg uit waarom deze persoon mag tekenen.',
    },
  ])
  if (!held)
    return page(<AcceptPage view={asked.view} facts={facts} one={one} problems={problems} typed={typed} />, 422)
  const final = (await fixedOf(tx, municipality.id, facts.covenant.id)).find(({ state }) => state === 'final')
  const came = await signByFile(tx, one.id, {
    json: final?.json ?? '',
    name: held.naam,
    function: held.functie,
    ground: held.grond,
    ground_text: held.toelichting,
    read: true,
    named: null,
  })
  if (came === 'signed') {
    await closeTasks(tx, municipality.id, `covenant/${facts.covenant.id}`, [`covenant-file.${one.id}`])
    return go(placeOf(facts), 'De handtekening is vastgelegd.')
  }
  if (came === 'own') return notYet(OWN_FILE)
  return came === 'twice'
    ? overtaken('Deze partij heeft deze versie al getekend.')
    : notYet('Dit bestand hoort niet bij de versie die nu is vastgesteld, of de partij kan nu niet tekenen.')
})

/** Everything that is done with a file. */
export const fileActs = (deps: SigningDeps): readonly Route<Tx>[] => [
  { method: 'POST', path: `${BASE}/bestand`, may: 'covenant.write', limit: LARGE, answer: bestand(deps) },
  { method: 'POST', path: `${BASE}/rapport`, may: 'covenant.write', limit: LARGE, answer: rapport(deps) },
  {
    method: 'GET',
    path: `${BASE}/bestand/:attached/teken`,
    may: 'covenant.steer',
    answer: withSigner(async ({ params, view, who }, facts) => {
      const one = facts.files.find(({ id, kind }) => id === params['attached'] && kind !== 'validation')
      if (one?.by === who.id) return notYet(OWN_FILE)
      return one ? page(<AcceptPage view={view} facts={facts} one={one} />) : missing
    }),
  },
  { method: 'POST', path: `${BASE}/bestand/:attached/teken`, may: 'covenant.steer', answer: teken },
  {
    method: 'GET',
    path: `${BASE}/bestand/:attached`,
    may: 'covenant.read',
    answer: withSigner(async ({ params }, facts) => {
      const one = facts.files.find(({ id }) => id === params['attached'])
      const body = one && (await deps.files.file(one.hash, one.media))
      return one && body ? { kind: 'file', name: one.name, media: one.media, body } : missing
    }),
  },
]
