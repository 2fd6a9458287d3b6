/** What one row of a file says of a place or a course: the fields of the form, as they would be typed there. */
import type { Times } from '../../lib/weekly-times.ts'
import { HELP_LANGUAGES, HELP_SUBJECTS, HELP_WORDS } from '../../vocabulary/help.ts'
import { languageName } from '../../web/language.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>
export type ImportRow = {
  /** In the file, as a spreadsheet shows it; of JSON the how-manieth service. */
  readonly line: number
  readonly kind: 'place' | 'course'
  readonly name: string
  /** Ours, when the file came from here; else empty. */
  readonly id: string
  /** What the file calls it; else empty. */
  readonly key: string
  /** Of a course: the place, by its name or its id; undefined when the file says nothing of it. */
  readonly place?: string | undefined
  /** As in the form, by the names of its fields. What is not among them the file says nothing about. */
  readonly fields: Fields
  /** What a new entry gets where the file says nothing. */
  readonly otherwise: Fields
  /** When it is, of a file that says so in schedules. */
  readonly times?: Times | undefined
  /** The day on which its source looked; empty when it does not say. */
  readonly checked: string
  /** In the word of its source, why it is no longer there; empty when it is. */
  readonly gone: string
}
export type Unread = { readonly line: number; readonly name: string; readonly why: string }
export type ReadFile = {
  readonly rows: readonly ImportRow[]
  readonly unread: readonly Unread[]
  /** Heads of columns that mean nothing to us. */
  readonly ignored: readonly string[]
}
/** What another directory calls what is no longer there, in our words. */
export const GONE = {
  inactive: 'niet meer actief',
  defunct: 'opgeheven',
  'temporarily closed': 'tijdelijk gesloten',
} as const
/** Entries that one file may have. */
export const MOST_ROWS = 2_000

/** The code of a word that people use; the word itself when it is none of ours, so that a message can name it. */
export function codeOf(words: Readonly<Record<string, string>>, typed: string): string {
  const asked = typed.trim().toLowerCase()
  return Object.keys(words).find((code) => code === asked || words[code]!.toLowerCase() === asked) ?? asked
}
const LANGUAGE_WORDS = Object.fromEntries(HELP_LANGUAGES.map((code) => [code, languageName('nl', code)]))
const SUBJECT_WORDS = Object.fromEntries(HELP_SUBJECTS.map((code) => [code, HELP_WORDS.subject[code]]))
/** Of a language by its name or its code. */
export const languageCode = (typed: string): string => codeOf(LANGUAGE_WORDS, typed)
/** Of a subject by its words or its code. */
export const subjectCode = (typed: string): string => codeOf(SUBJECT_WORDS, typed)

/** What a form sends when nobody chose otherwise. */
export const DEFAULTS = {
  place: { soort: 'other', drempelvrij: 'unknown', toegang: [], onderwerp: [], taal: ['nl'] },
  course: {
    onderwerp: 'basics',
    niveau: 'any',
    taal: 'nl',
    plaatsen: '10',
    inschrijven: 'phone',
    apparaat: 'either',
    gesprek: [],
    bewijs: [],
  },
} as const

type Words = Readonly<Record<string, string>>
/** The words that we know of a field, by the code that is kept. */
const KNOWN: Readonly<Record<ImportRow['kind'], Readonly<Record<string, Words>>>> = {
  place: {
    soort: HELP_WORDS.kind,
    drempelvrij: HELP_WORDS.stepFree,
    toegang: HELP_WORDS.access,
    onderwerp: SUBJECT_WORDS,
    taal: LANGUAGE_WORDS,
  },
  course: {
    onderwerp: SUBJECT_WORDS,
    taal: LANGUAGE_WORDS,
    niveau: HELP_WORDS.level,
    inschrijven: HELP_WORDS.signUp,
    apparaat: HELP_WORDS.device,
  },
}
/** The first of these values that is no word of ours in this field, with the words that are; undefined: all are. */
export function strangeIn(kind: ImportRow['kind'], field: string, values: readonly string[]): string | undefined {
  const words = KNOWN[kind][field]
  const strange = words && values.find((value) => value !== '' && !Object.hasOwn(words, value))
  return strange === undefined
    ? undefined
    : `“${strange.slice(0, 40)}” kennen wij niet. Wij kennen: ${Object.values(words!).join(', ')}.`
}
