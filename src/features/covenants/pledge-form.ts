/** The form of a result agreement: what its fields hold, and what is not right about them by themselves. */
import { z } from 'zod'
import { isDate } from '../../lib/iso-date.ts'
import { PLEDGE_LEVELS, PLEDGE_METHODS } from '../../vocabulary/covenant.ts'
import { STRENGTHS } from '../../vocabulary/finding.ts'
import {
  dateOrNone,
  emptyOr,
  filled,
  oneOf,
  readForm,
  several,
  text,
  thatIs,
  ticked,
  word,
  type Across,
} from '../../web/desk/schema.ts'
import type { Sent } from '../../web/desk/route.ts'

export const UNITS = {
  organisation: 'organisaties',
  website: 'websites',
  'mail-domain': 'e-maildomeinen',
  premises: 'panden, uit een schouw',
  total: 'iets anders, dat een partij opgeeft',
} as const
/** How many intermediate values the form has room for. */
export const STEPS = [1, 2, 3] as const
const keys = <T extends Readonly<Record<string, string>>>(words: T) =>
  Object.keys(words) as unknown as readonly (keyof T & string)[]
const percent = (typed: string) => /^(?:100(?:,0)?|\d{1,2}(?:,\d)?)$/.test(typed.replace('%', '').trim())
const PERCENT = 'Vul een getal in van 0 tot en met 100, zoals 80 of 79,5.'
const WHOLE = (typed: string) => /^\d{1,7}$/.test(typed)

const FIELDS = {
  titel: text(200, filled('Geef de afspraak een naam.')),
  hoe: word(oneOf(keys(PLEDGE_METHODS), 'Kies hoe de afspraak wordt gevolgd.')),
  eenheid: word(oneOf(keys(UNITS), 'Kies wat u telt.')),
  woorden: text(100, filled('Schrijf in een paar woorden wat u telt.')),
  regel1: several(z.array(z.string())),
  minstens1: word(thatIs(percent, PERCENT)),
  regel2: several(z.array(z.string())),
  minstens2: word(emptyOr(percent, PERCENT)),
  criterium: text(80),
  wie: word(oneOf(['parties', 'organisations', 'street'], 'Kies over wie de afspraak gaat.')),
  organisaties: several(z.array(z.string())),
  straat: text(200),
  richting: word(oneOf(['up', 'down'], 'Kies of het aandeel omhoog of omlaag moet.')),
  beslisregel: text(2_000),
  begin: word(thatIs(isDate, 'Vul de dag in waarop u begint te tellen, zoals 28-11-2026.')),
  opnieuw: ticked,
  beginaantal: word(emptyOr(WHOLE, 'Vul een heel getal in.')),
  beginvan: word(emptyOr(WHOLE, 'Vul een heel getal in.')),
  beginbron: text(300),
  stap1op: word(dateOrNone('31 december 2027')),
  stap1: word(emptyOr(percent, PERCENT)),
  stap2op: word(dateOrNone('31 december 2027')),
  stap2: word(emptyOr(percent, PERCENT)),
  stap3op: word(dateOrNone('31 december 2027')),
  stap3: word(emptyOr(percent, PERCENT)),
  doel: word(thatIs(percent, PERCENT)),
  op: word(thatIs(isDate, 'Vul de dag in waarop het doel gehaald moet zijn, zoals 31-12-2027.')),
  speling: word(emptyOr(percent, PERCENT)),
  bewijs: text(1_000, filled('Schrijf waaruit blijkt dat het zo is.')),
  kracht: word(oneOf(keys(STRENGTHS), 'Kies hoe stevig het bewijs minstens is.')),
  beoordelaar: text(36, filled('Kies een toetser: wie zegt of de afspraak is gehaald.')),
  eigenaar: text(36, filled('Kies wie bij de gemeente op de afspraak let.')),
  missen: text(1_000, filled('Schrijf wat er gebeurt als het niet lukt.')),
  publicatie: word(oneOf(keys(PLEDGE_LEVELS), 'Kies wat iedereen leest.')),
  reden: text(1_000),
  akkoord: text(500),
}
type Fields = typeof FIELDS
/** A form with nothing in it. */
export const BLANK = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, ''])) as unknown as Input
export type Input = { readonly [K in keyof Fields]: ReturnType<Fields[K]['read']> }

const both = (op: 'stap1op' | 'stap2op' | 'stap3op', value: 'stap1' | 'stap2' | 'stap3'): Across<Fields> => ({
  field: value,
  holds: (typed) => (typed[op] === '') === (typed[value] === ''),
  says: 'Vul bij een stap de dag en de waarde in, of laat beide leeg.',
})
const ACROSS: readonly Across<Fields>[] = [
  {
    field: 'regel1',
    holds: ({ hoe, regel1 }) => hoe !== 'findings' || regel1.length > 0,
    says: 'Kies minstens één punt. Anders is niet te volgen of de afspraak is gehaald.',
  },
  {
    field: 'minstens2',
    holds: ({ regel2, minstens2 }) => regel2.length === 0 || minstens2 !== '',
    says: PERCENT,
  },
  {
    field: 'eenheid',
    holds: ({ hoe, eenheid }) => (hoe === 'counts') === (eenheid === 'total'),
    says: ({ hoe }) =>
      hoe === 'counts'
        ? 'Bij aantallen kiest u wat een partij zelf opgeeft.'
        : 'Uit bevindingen kunnen wij alleen organisaties, websites, e-maildomeinen of panden tellen.',
  },
  {
    field: 'criterium',
    holds: ({ hoe, criterium }) => hoe !== 'counts' || criterium !== '',
    says: 'Kies over welk punt de aantallen gaan.',
  },
  {
    field: 'organisaties',
    holds: ({ wie, organisaties }) => wie !== 'organisations' || organisaties.length > 0,
    says: 'Kies minstens één organisatie.',
  },
  { field: 'straat', holds: ({ wie, straat }) => wie !== 'street' || straat !== '', says: 'Vul de straat in.' },
  {
    field: 'beginvan',
    holds: ({ hoe, beginaantal, beginvan }) =>
      hoe !== 'counts' || (beginaantal !== '' && beginvan !== '' && Number(beginvan) >= Number(beginaantal)),
    says: 'Vul in hoeveel er waren en bij hoeveel het in orde was. Het tweede getal is nooit kleiner.',
  },
  both('stap1op', 'stap1'),
  both('stap2op', 'stap2'),
  both('stap3op', 'stap3'),
]

/** What the form of an agreement holds, or what is not right about it by itself. */
export const readPledge = (sent: Sent) => readForm(FIELDS, sent, ACROSS)
export type HeldPledge = NonNullable<ReturnType<typeof readPledge>['held']>

/** Words by their key, as what can be chosen. */
export const optionsOf = <T extends Readonly<Record<string, string>>>(words: T) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
