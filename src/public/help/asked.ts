/** What somebody looks for, from an address: of a postcode the four digits, and words of ours. */
import type { Context } from 'hono'
import { HELP_LANGUAGES, HELP_SUBJECTS } from '../../vocabulary/help.ts'
import { refuse } from '../../web/refuse.ts'
import { askedText } from '../view.ts'
import type { Wanted } from './store.ts'

export type AskedFor = Wanted & {
  readonly page: number
  /** What stood in the field of the postcode and is none; empty when nothing did. */
  readonly wrong: string
  /** More than four digits were typed: the address is to forget the rest. */
  readonly tooMuch: boolean
}

const word = <T extends string>(value: string, of: readonly T[]): '' | T =>
  value === '' ? '' : of.includes(value as T) ? (value as T) : refuse('query')

/** Refuses a word that is none of ours. */
export function askedFor(c: Context): AskedFor {
  const typed = askedText(c, 'postcode')
  const [, digits = ''] = /^([1-9]\d{3})(?:\s*[a-z]{0,2})?$/i.exec(typed) ?? []
  const page = askedText(c, 'pagina', 6) || '1'
  if (!/^[1-9]\d{0,3}$/.test(page)) refuse('query')
  const ticked = (name: string) => askedText(c, name, 5) === 'ja'
  return {
    pc4: digits,
    wrong: digits === '' ? typed : '',
    tooMuch: typed !== '' && typed !== digits,
    district: askedText(c, 'wijk', 80),
    today: ticked('vandaag'),
    kind: word(askedText(c, 'soort', 10), ['place', 'course']),
    subject: word(askedText(c, 'onderwerp', 20), HELP_SUBJECTS),
    language: word(askedText(c, 'taal', 5), HELP_LANGUAGES),
    stepFree: ticked('drempelvrij'),
    free: ticked('gratis'),
    phone: ticked('telefoon'),
    page: Number(page),
  }
}

const yes = (on: boolean) => (on ? 'ja' : '')
/** The same as the query of an address, without the page. */
export const queryOf = (wanted: Wanted): Readonly<Record<string, string>> => ({
  postcode: wanted.pc4,
  wijk: wanted.district,
  vandaag: yes(wanted.today),
  soort: wanted.kind,
  onderwerp: wanted.subject,
  taal: wanted.language,
  drempelvrij: yes(wanted.stepFree),
  gratis: yes(wanted.free),
  telefoon: yes(wanted.phone),
})
/** Whether anything was asked for beside where. */
export const isNarrowed = (wanted: Wanted): boolean =>
  Object.values(queryOf({ ...wanted, pc4: '', district: '' })).some((value) => value !== '')

/** Everything, from nowhere. */
export const NOTHING_ASKED: Wanted = {
  pc4: '',
  district: '',
  today: false,
  kind: '',
  subject: '',
  language: '',
  stepFree: false,
  free: false,
  phone: false,
}
