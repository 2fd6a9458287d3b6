/** The forms about warnings: what may be typed, and what is said when it is not right. */
import { z } from 'zod'
import { daysAfter, isDate } from '../../lib/iso-date.ts'
import type { WarningWords } from '../../model/warning.ts'
import { TLP } from '../../vocabulary/tlp.ts'
import { LONGEST_RUN, REPLIES, type Urgency } from '../../vocabulary/warning.ts'
import { dateOrNone, emptyOr, file, filled, oneOf, several, text, thatIs, word } from '../../web/desk/schema.ts'
import { productLine, productsTyped } from './rules.ts'
import type { Written } from './write-store.ts'

export const LABEL = word(oneOf(TLP, 'Kies een label.'))

export const WORDS = {
  titel: text(200, filled('Vul een titel in.')),
  wat: text(400),
  doen: text(300),
  uiterlijk: word(dateOrNone('31 januari 2027')),
  gelukt: text(400),
  bellen: text(300),
  urgentie: word(z.enum(['', 'urgent', 'normal'])),
  producten: text(
    8_000,
    thatIs((typed) => Array.isArray(productsTyped(typed)), 'Schrijf per regel: maker; product; versies.'),
  ),
}
export type TypedWords = Readonly<Record<keyof typeof WORDS, string>>
export const emptyWords: TypedWords = {
  titel: '',
  wat: '',
  doen: '',
  uiterlijk: '',
  gelukt: '',
  bellen: '',
  urgentie: '',
  producten: '',
}

/** What was typed as the words of a warning. */
export const wordsTyped = (held: TypedWords): Written => ({
  title: held.titel,
  what: held.wat,
  act: held.doen,
  actBy: held.uiterlijk === '' ? null : held.uiterlijk,
  works: held.gelukt,
  call: held.bellen,
  urgency: held.urgentie === '' ? null : (held.urgentie as Urgency),
  products: productsTyped(held.producten) as WarningWords['products'],
})
/** What stands in the form of one that is there. */
export const typedOf = (words: Written): TypedWords => ({
  titel: words.title,
  wat: words.what,
  doen: words.act,
  uiterlijk: words.actBy ?? '',
  gelukt: words.works,
  bellen: words.call,
  urgentie: words.urgency ?? '',
  producten: words.products.map(productLine).join('\n'),
})

/** The last day of one that runs: within so many days, so that somebody looks again. */
export const untilField = (today: string) => ({
  tot: word(
    thatIs(
      (typed) => isDate(typed) && typed >= today && typed <= daysAfter(today, LONGEST_RUN),
      `Kies een dag vanaf vandaag, hooguit ${LONGEST_RUN} dagen verder.`,
    ),
  ),
})

/** Another label: with whose leave, when, and what was said. */
export const relabelFields = (today: string) => ({
  label: LABEL,
  toestemming_van: text(200, filled('Vul in wie dit goedvindt: de bron, of wie hier beslist.')),
  toestemming_op: word(thatIs((typed) => isDate(typed) && typed <= today, 'Vul een dag in, niet later dan vandaag.')),
  gezegd: text(500, filled('Schrijf wat het antwoord was, of waarom het label zo moet zijn.')),
})

export const REPLY = {
  antwoord: word(oneOf(REPLIES, 'Kies een antwoord.')),
  toelichting: text(500),
}
export const ADDRESSED = {
  organisatie: word(z.uuid('Kies een organisatie.').or(z.literal(''))),
  groep: word(z.enum(['', 'A', 'B', 'C', 'D'])),
}
export const MATCHED = { past: several(z.array(z.string().max(60))) }
export const NAMED = { persoon: word(z.uuid('Kies een persoon.')) }
export const CLIENT = {
  organisatie: word(z.uuid('Kies een organisatie.')),
  contract: word(z.uuid('Kies een contract.')),
}
/** Of a key of OpenPGP, in groups or not; the newest kind of key has one of 64. */
const isFingerprint = (typed: string) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(typed.replaceAll(/\s/g, ''))
export const FEED = {
  naam: text(120, filled('Vul in van wie de bron is.')),
  adres: text(
    300,
    thatIs(
      (typed) => /^(?:https:\/\/)?[a-z0-9][a-z0-9.-]{0,250}\.[a-z]{2,24}(?:\/[!-~]{0,200})?$/i.test(typed),
      'Vul een domein in, zoals ncsc.nl, of het adres van provider-metadata.json.',
    ),
  ),
  vingerafdruk: text(
    80,
    thatIs(isFingerprint, 'Vul de vingerafdruk van de sleutel in: veertig tekens. Vraag die bij de bron na.'),
  ),
  openbaar: word(z.enum(['nee', 'ja'], { error: 'Kies of de bron voor iedereen is.' })),
}
/** The files of a warning that is read in. */
export const READ_IN = {
  bestand: file,
  controlegetal: file,
  handtekening: file,
  sleutel: file,
  vingerafdruk: text(
    80,
    emptyOr(
      isFingerprint,
      'Een vingerafdruk is veertig tekens: 0 tot en met 9, en a tot en met f. Vraag hem bij de bron na.',
    ),
  ),
}
