/** Letters about signing a covenant: the link, the code, the receipt, and what the steering group means to do. */
import { grouped } from '../../../lib/fingerprint.ts'
import type { CityContact, Letter, Sender } from '../../../model/letter.ts'
import { CODE_MINUTES } from '../../../vocabulary/signing.ts'
import { day, moment } from '../../../web/language.ts'
import { ifInDoubt, sentFor, signedBy, theCity } from '../../../web/letter.ts'
import type { OwnStep } from './door-store.ts'
import { shownCode, type Receipt } from './rules.ts'

type City = { readonly city: string; readonly contact: CityContact }
type About = City & {
  readonly title: string
  readonly organisation: string
  /** Of the contact. */
  readonly name: string
}

const hello = (name: string): string => (name === '' ? 'Hallo,' : `Beste ${name},`)
/** `het convenant “Veilig online”`; a title that says so itself is not told twice. */
const theCovenant = (title: string): string =>
  /^(het )?convenant\b/i.test(title) ? `“${title}”` : `het convenant “${title}”`
const join = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

/** The link of one contact, from a colleague. `final`: there is something to sign. */
export const linkLetter = (
  { title, organisation, name, city, contact }: About,
  by: Sender,
  {
    link,
    until,
    final,
    observes,
  }: { readonly link: string; readonly until: Date; readonly final: boolean; readonly observes: boolean },
): Letter => ({
  subject: final ? `${observes ? 'Bevestig' : 'Teken'} ${theCovenant(title)}` : `Lees mee met ${theCovenant(title)}`,
  body: join(
    hello(name),
    `${by.name} van ${theCity(city)} nodigt ${organisation} uit voor ${theCovenant(title)}. ` +
      (final
        ? observes
          ? 'De tekst is vastgesteld. U leest hem, en bevestigt als waarnemer dat u hem kent. U belooft niets.'
          : 'De tekst is vastgesteld. U leest hem eerst, en tekent daarna.'
        : 'De tekst ligt voor. U leest hem, en reageert per artikel. Tekenen kan later, met dezelfde link.'),
    `Dit is uw eigen link:\n${link}`,
    `De link werkt tot en met ${day('nl', until)}. Stuur hem niet door: tekent een collega, geef hem dan op de ` +
      'pagina zelf door. Openen verandert niets. Voor het tekenen mailen wij u een code.',
    'Bent u niet de juiste? Zeg het op de pagina.',
    ifInDoubt(contact, by.name),
    signedBy(by, city),
  ),
})

/** The same link from the program: a contact asked for it, or a colleague passed it on. */
export const linkAgainLetter = (
  { title, organisation, name, city, contact }: About,
  { link, until, passedBy }: { readonly link: string; readonly until: Date; readonly passedBy?: string },
): Letter => ({
  subject: `Uw link voor ${theCovenant(title)}`,
  body: join(
    hello(name),
    passedBy === undefined
      ? `U vroeg een nieuwe link voor ${theCovenant(title)}.`
      : `Uw collega ${passedBy} gaf u ${theCovenant(title)} door. ` +
          `U kunt het lezen en namens ${organisation} tekenen.`,
    `Dit is uw eigen link:\n${link}`,
    `De link werkt tot en met ${day('nl', until)}. Stuur hem niet door. Openen verandert niets. ` +
      'Voor het tekenen mailen wij u een code.',
    ifInDoubt(contact, 'het convenant'),
    sentFor(city, contact),
  ),
})

/**
 * To who was the contact, and to whom else we know there: another one took that place. `at`: of the new address, what
 * comes after the @; who it is hears the organisation from its own people.
 */
export const contactChangedLetter = (
  { title, organisation, name, city, contact }: About,
  by: Sender,
  { work, at }: { readonly work: string; readonly at: string },
): Letter => ({
  subject: `Een andere contactpersoon bij het convenant “${title}”`,
  body: join(
    hello(name),
    `${by.name} van ${theCity(city)} schreef een andere contactpersoon op voor ${organisation} bij het convenant ` +
      `“${title}”. Dat is nu: ${work}, met een e-mailadres bij ${at}.`,
    'Een link die u had, werkt niet meer. Wie de nieuwe contactpersoon is, kan namens uw organisatie tekenen.',
    'Klopt dit niet? Laat het de gemeente meteen weten.',
    ifInDoubt(contact, by.name),
    signedBy(by, city),
  ),
})

/** A code to type over. It holds nothing that anybody else filled in. */
export const codeLetter = (code: string, title: string, { city, contact }: City): Letter => ({
  subject: `Uw code voor ${theCovenant(title)}`,
  body: join(
    'Hallo,',
    `Uw code is: ${shownCode(code)}`,
    `De code werkt één keer, ${CODE_MINUTES} minuten lang. Vul hem in op de pagina waar u hem vroeg. ` +
      'Geef hem aan niemand, ook niet aan iemand die belt namens de gemeente.',
    'Vroeg u geen code? Dan heeft iemand anders uw link. Laat het de gemeente weten.',
    sentFor(city, contact),
  ),
})

/** The same receipt for everybody: it is the text of the file, line by line, with the hash of the file. */
export const receiptLetter = (receipt: Receipt, hash: string, check: string, { city, contact }: City): Letter => ({
  subject: `Ontvangstbewijs ${receipt.no} van ${theCovenant(receipt.title)}`,
  body: join(
    'Hallo,',
    `Dit is ontvangstbewijs ${receipt.no} van ${theCovenant(receipt.title)} (nummer ${receipt.number}, versie ` +
      `${receipt.version}). Wie tekende of bevestigde, krijgt hetzelfde bericht.`,
    `Getekend:\n${receipt.signed
      .map(
        ({ organisation, as, function: what, at, how }) =>
          `- ${organisation} (${as}), ${what}, ${moment('nl', at)}, ${how}`,
      )
      .join('\n')}`,
    `Gevraagd om te tekenen: ${receipt.invited}.`,
    'Vingerafdrukken (SHA-256) van wat is getekend:\n' +
      `pdf:  ${grouped(receipt.sha256.pdf)}\nodt:  ${grouped(receipt.sha256.odt)}\n` +
      `json: ${grouped(receipt.sha256.json)}`,
    `Vingerafdruk van dit ontvangstbewijs als bestand:\n${grouped(hash)}`,
    `Het bestand staat op de pagina van uw eigen link, of aan de balie. Een bestand nakijken kan op ${check}`,
    'Gooi dit bericht niet weg. Zo kan niemand later iets anders laten zien dan wat is getekend.',
    sentFor(city, contact),
  ),
})

/** What the steering group means to do, before it does it. */
export const noticeLetter = (
  { title, organisation, name, city, contact }: About,
  by: Sender,
  { reason, from }: { readonly reason: string; readonly from: string },
): Letter => ({
  subject: `Voornemen tot schorsing bij ${theCovenant(title)}`,
  body: join(
    hello(name),
    `De stuurgroep wil de deelname van ${organisation} aan ${theCovenant(title)} schorsen. ` +
      `Dat kan vanaf ${day('nl', from)}.`,
    `De reden:\n${reason}`,
    'Klopt dit niet, of heeft u meer tijd nodig? Laat het weten vóór die dag. Dan weegt de stuurgroep het opnieuw.',
    ifInDoubt(contact, by.name),
    signedBy(by, city),
  ),
})

const DONE = {
  suspended: 'De stuurgroep heeft uw deelname geschorst.',
  restored: 'De stuurgroep heeft uw deelname hersteld. U doet weer mee.',
  extended: 'De stuurgroep heeft u meer tijd gegeven om uw afspraken na te komen.',
} as const

/** What the steering group did. `until`: of an extension. */
export const stepLetter = (
  { title, name, city, contact }: About,
  by: Sender,
  { step, reason, until }: { readonly step: keyof typeof DONE; readonly reason: string; readonly until?: string },
): Letter => ({
  subject: `Uw deelname aan ${theCovenant(title)}`,
  body: join(
    hello(name),
    `Dit gaat over ${theCovenant(title)}. ${DONE[step]}` +
      (until === undefined ? '' : ` Dat is tot en met ${day('nl', until)}.`),
    reason === '' ? '' : `De reden:\n${reason}`,
    ifInDoubt(contact, by.name),
    signedBy(by, city),
  ),
})

const SAID: Readonly<Record<OwnStep, string>> = {
  declined: 'niet mee te doen',
  paused: 'de deelname te pauzeren',
  resumed: 'weer mee te doen',
  left: 'te stoppen. De handtekening is ingetrokken',
  named: 'met naam op de openbare site te mogen staan',
  unnamed: 'niet met naam op de openbare site te willen staan',
}

/** What a party said by its link, as proof in its own mailbox. */
export const saidLetter = (
  { title, organisation, name, city, contact }: About,
  said: { readonly step: OwnStep; readonly reason: string; readonly until: string | null; readonly on: string },
): Letter => ({
  subject: `Vastgelegd: uw deelname aan ${theCovenant(title)}`,
  body: join(
    hello(name),
    `Op ${day('nl', said.on)} liet ${organisation} via uw link weten ${SAID[said.step]}. ` +
      `Het gaat over ${theCovenant(title)}.` +
      (said.until === null ? '' : ` De pauze duurt tot en met ${day('nl', said.until)}.`),
    said.reason === '' ? '' : `U schreef aan de gemeente:\n${said.reason}`,
    said.step === 'left'
      ? 'Met dezelfde link haalt u nog een jaar op wat u tekende, met de ontvangstbewijzen.'
      : 'Gooi dit bericht niet weg: het is uw bewijs.',
    'Klopt dit niet? Laat het de gemeente meteen weten.',
    sentFor(city, contact),
  ),
})
