/** What the page says that holds a file against what was fixed, in both languages. */
import { day, type Lang } from '../../web/language.ts'
import type { Checked } from './store.ts'

const nl = {
  problems: 'Controleer wat u heeft ingevuld',
  tooLarge: 'Dit bestand is te groot. Het mag 10 MB zijn. Vul anders de vingerafdruk in.',
  busy: 'Het is nu erg druk. Probeer het over een minuut opnieuw.',
  broken: 'Uw bestand kwam niet goed aan. Probeer het opnieuw.',
  forged: 'Dit kwam niet van een formulier op onze site. Kies uw bestand hier.',
  version: (no: number, version: number) => `Convenant ${no}, versie ${version}`,
  files: { pdf: 'pdf', odt: 'ODT', json: 'JSON' },
  title: 'Een document controleren',
  lead: 'Is dit het convenant dat is vastgesteld? Kies uw bestand, of vul de vingerafdruk in.',
  file: 'Uw bestand (hoogstens 10 MB)',
  fileHint: 'Wij bewaren uw bestand niet.',
  local: 'Met JavaScript rekent uw eigen browser. Uw bestand blijft dan bij u. Wij krijgen alleen de vingerafdruk.',
  hash: 'Of: de vingerafdruk (SHA-256)',
  hashHint: '64 tekens: cijfers en de letters a tot en met f. Spaties mogen.',
  button: 'Controleer',
  empty: 'Dit bestand is leeg. Kies een ander bestand.',
  receipt: (receipt: number, title: string, no: number, version: number) =>
    `Het is ontvangstbewijs ${receipt} van versie ${version} van convenant ${no}: “${title}”. ` +
    'Er is niets aan veranderd.',
  receiptOn: (on: string) => `Wij maakten het op ${day('nl', on)}.`,
  signedCopy: (title: string, no: number, version: number) =>
    `Het is een getekend exemplaar van versie ${version} van convenant ${no}: “${title}”. ` +
    'Een partij stuurde precies dit bestand.',
  acceptedOn: (on: string) => `Een medewerker legde de handtekening vast op ${day('nl', on)}.`,
  lapsedCopy: 'De handtekening in dit bestand telt niet meer mee.',
  none: 'Kies een bestand, of vul een vingerafdruk in.',
  bad: 'Dit is geen vingerafdruk. Vul 64 tekens in: cijfers en de letters a tot en met f.',
  known: 'Dit bestand kennen wij',
  knownText: (title: string, no: number, version: number, form: string) =>
    `Het is de ${form} van versie ${version} van convenant ${no}: “${title}”. Er is niets aan veranderd.`,
  unknown: 'Dit bestand kennen wij niet',
  unknownText:
    'Geen vastgesteld convenant, ontvangstbewijs of getekend exemplaar van deze gemeente heeft deze vingerafdruk. ' +
    'Eén gewijzigd teken is genoeg. Tekende u de pdf zelf? Dan is uw bestand anders, tot wij het hebben vastgelegd. ' +
    'Vraag het bestand anders opnieuw aan wie het u gaf.',
  state: {
    open: 'Deze versie ligt klaar om te tekenen.',
    'in-force': 'Deze versie geldt.',
    ended: 'Dit convenant is beëindigd.',
    dropped: 'Dit convenant ging niet door.',
    replaced: 'Er kwam een nieuwere versie. Deze geldt niet meer.',
  } satisfies Record<Checked['state'], string>,
  signed: (count: number) =>
    count === 0
      ? 'Niemand heeft deze versie getekend.'
      : `Getekend door ${count === 1 ? 'één organisatie' : `${count} organisaties`}.`,
  named: (names: readonly string[]) => `Met naam, omdat zij dat goedvinden: ${names.join(', ')}.`,
  no: 'Wij vergelijken bestanden. Wat een handtekening waard is voor de rechter, zegt deze pagina niet.',
  all: 'Wat is vastgesteld',
  allEmpty: 'Deze gemeente heeft nog geen convenant vastgesteld.',
  columns: { what: 'Convenant', state: 'Stand', hash: 'Vingerafdruk van de pdf' },
  states: {
    open: 'te tekenen',
    'in-force': 'geldt',
    ended: 'beëindigd',
    dropped: 'niet doorgegaan',
    replaced: 'vervangen',
  },
  feed: 'Volg dit met een feed (Atom)',
  on: (at: Date) => `Vastgesteld op ${day('nl', at)}.`,
}

const en: typeof nl = {
  problems: 'Check what you filled in',
  tooLarge: 'This file is too large. It may be 10 MB. Or fill in the fingerprint.',
  busy: 'It is very busy right now. Try again in a minute.',
  broken: 'Your file did not arrive well. Please try again.',
  forged: 'This did not come from a form on our site. Choose your file here.',
  version: (no, version) => `Covenant ${no}, version ${version}`,
  files: { pdf: 'PDF', odt: 'ODT', json: 'JSON' },
  title: 'Check a document',
  lead: 'Is this the covenant that was fixed? Choose your file, or fill in the fingerprint.',
  file: 'Your file (at most 10 MB)',
  fileHint: 'We do not keep your file.',
  local: 'With JavaScript your own browser computes. Your file then stays with you. We only get the fingerprint.',
  hash: 'Or: the fingerprint (SHA-256)',
  hashHint: '64 characters: digits and the letters a to f. Spaces are fine.',
  button: 'Check',
  empty: 'This file is empty. Choose another file.',
  receipt: (receipt, title, no, version) =>
    `It is receipt ${receipt} of version ${version} of covenant ${no}: “${title}”. Nothing of it was changed.`,
  receiptOn: (on) => `We made it on ${day('en', on)}.`,
  signedCopy: (title, no, version) =>
    `It is a signed copy of version ${version} of covenant ${no}: “${title}”. A party sent exactly this file.`,
  acceptedOn: (on) => `An employee recorded the signature on ${day('en', on)}.`,
  lapsedCopy: 'The signature in this file no longer counts.',
  none: 'Choose a file, or fill in a fingerprint.',
  bad: 'This is no fingerprint. Fill in 64 characters: digits and the letters a to f.',
  known: 'We know this file',
  knownText: (title, no, version, form) =>
    `It is the ${form} of version ${version} of covenant ${no}: “${title}”. Nothing in it was changed.`,
  unknown: 'We do not know this file',
  unknownText:
    'No fixed covenant, receipt or signed copy of this municipality has this fingerprint. ' +
    'One changed character is enough. Did you sign the PDF yourself? Then your file differs until we recorded it. ' +
    'Otherwise ask whoever gave you the file for it again.',
  state: {
    open: 'This version is ready to be signed.',
    'in-force': 'This version is in force.',
    ended: 'This covenant has ended.',
    dropped: 'This covenant did not go ahead.',
    replaced: 'There is a newer version. This one is no longer in force.',
  },
  signed: (count) =>
    count === 0
      ? 'Nobody has signed this version.'
      : `Signed by ${count === 1 ? 'one organisation' : `${count} organisations`}.`,
  named: (names) => `Named, because they agree to that: ${names.join(', ')}.`,
  no: 'We compare files. What a signature is worth in court, this page does not say.',
  all: 'What was fixed',
  allEmpty: 'This municipality has not fixed a covenant yet.',
  columns: { what: 'Covenant', state: 'State', hash: 'Fingerprint of the PDF' },
  states: {
    open: 'to be signed',
    'in-force': 'in force',
    ended: 'ended',
    dropped: 'not gone ahead',
    replaced: 'replaced',
  },
  feed: 'Follow this with a feed (Atom)',
  on: (at) => `Fixed on ${day('en', at)}.`,
}

const all: Readonly<Record<Lang, typeof nl>> = { nl, en }
/** What the page says in this language. */
export const says = (lang: Lang): typeof nl => all[lang]
