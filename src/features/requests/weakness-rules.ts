/** What may be said of a reported weakness, and why not yet: pure, told in Dutch. */
import { isDate } from '../../lib/iso-date.ts'
import { daysOn } from '../../lib/months.ts'
import { tooLong } from '../../lib/too-long.ts'
import { addWorkingDays } from '../../lib/working-days.ts'
import { LONGEST_WORDS } from '../../vocabulary/request.ts'
import {
  isWeaknessState,
  ACKNOWLEDGED_WITHIN,
  JUDGED_WITHIN,
  RETESTED_WITHIN,
  SEVERITIES,
  SUPPLIER_SILENT_AFTER,
  WEAKNESS_NEXT,
  type Severity,
  type WeaknessState,
} from '../../vocabulary/weakness.ts'
import type { Weakness } from './weakness-store.ts'

type Problems = Record<string, string>

export type TypedJudgement = {
  readonly state: string
  readonly severity: string
  readonly fixBy: string
  readonly fixedOn: string
  readonly text: string
}
/** States in which somebody still has to mend it: then who reported it hears by when. */
const TO_MEND: readonly string[] = ['valid', 'fixing']

/** Whether this is what may follow. */
export const mayFollow = (was: WeaknessState, becomes: string): becomes is WeaknessState =>
  (WEAKNESS_NEXT[was] as readonly string[]).includes(becomes)

/** Whether a form sent one of the severities. */
export const isSeverity = (word: string): word is Severity => Object.hasOwn(SEVERITIES, word)

/** Why a judgement cannot be given yet, by field. Dates: YYYY-MM-DD. */
export function judgementProblems(was: WeaknessState, typed: TypedJudgement, today: string): Problems {
  const problems: Problems = {}
  const { state, severity, fixBy, fixedOn, text } = typed
  if (!mayFollow(was, state)) problems['stand'] = 'Kies hoe het ermee staat.'
  if (TO_MEND.includes(state)) {
    if (!isSeverity(severity)) problems['ernst'] = 'Kies hoe groot het gevolg is.'
    if (!isDate(fixBy) || fixBy < today) problems['uiterlijk'] = 'Kies een dag vanaf vandaag waarop het is hersteld.'
  }
  if (state === 'fixed' && (!isDate(fixedOn) || fixedOn > today))
    problems['hersteld'] = 'Kies op welke dag het is hersteld: vandaag of eerder.'
  if (text === '') problems['bericht'] = 'Schrijf wat de melder moet weten. Hij leest het.'
  if (text.length > LONGEST_WORDS) problems['bericht'] = tooLong(text.length, LONGEST_WORDS)
  return problems
}

export type TypedSupplier = { readonly supplier: string; readonly toldOn: string; readonly answeredOn: string }

/** Why what a supplier knows cannot be kept yet, by field. */
export function supplierProblems({ supplier, toldOn, answeredOn }: TypedSupplier, today: string): Problems {
  const problems: Problems = {}
  const past = (date: string): boolean => date === '' || (isDate(date) && date <= today)
  if (supplier.length > 200) problems['leverancier'] = tooLong(supplier.length, 200)
  if (supplier === '') problems['leverancier'] = 'Schrijf wie het moet herstellen.'
  if (!past(toldOn)) problems['verteld'] = 'Kies een dag tot en met vandaag.'
  if (!past(answeredOn)) problems['antwoordde'] = 'Kies een dag tot en met vandaag.'
  else if (answeredOn !== '' && (toldOn === '' || answeredOn < toldOn))
    problems['antwoordde'] = 'Een antwoord komt nadat u het vertelde. Vul ook die dag in.'
  return problems
}

/** What is to be done now, and until when; undefined: nothing. `taken`: somebody has it. */
export type Due = {
  readonly what: 'acknowledge' | 'judge' | 'supplier' | 'mend' | 'retest'
  /** YYYY-MM-DD. */
  readonly on: string
}

type Timed = Pick<Weakness, 'state' | 'toldOn' | 'answeredOn' | 'fixBy' | 'fixedOn'>
/** `again`: how often somebody asked to look again: then its own term counts, which began anew. */
type Came = { readonly receivedOn: string; readonly taken: boolean; readonly again: number }

/** What the rules ask next of a report that came in on a day. A silent supplier comes before a term that runs. */
export function nextDue({ receivedOn, taken, again }: Came, weakness: Timed | undefined): Due | undefined {
  const state = weakness?.state ?? 'received'
  if (again > 0 && !TO_MEND.includes(state)) return undefined
  if (!taken) return { what: 'acknowledge', on: addWorkingDays(receivedOn, ACKNOWLEDGED_WITHIN) }
  if (state === 'received') return { what: 'judge', on: addWorkingDays(receivedOn, JUDGED_WITHIN) }
  if (state === 'fixed' && weakness?.fixedOn) return { what: 'retest', on: daysOn(weakness.fixedOn, RETESTED_WITHIN) }
  if (!TO_MEND.includes(state)) return undefined
  if (weakness?.toldOn && weakness.answeredOn === null)
    return { what: 'supplier', on: daysOn(weakness.toldOn, SUPPLIER_SILENT_AFTER) }
  return weakness?.fixBy ? { what: 'mend', on: weakness.fixBy } : undefined
}

/** How far a weakness has to be before anybody is told of it: nothing of it is public before it was mended. */
export const isMended = (state: WeaknessState): boolean => ['fixed', 'retested', 'closed'].includes(state)

/** How far a weakness is, as who reported it was told last; undefined: nothing was told. */
export function toldWeakness(
  steps: readonly { readonly step: string; readonly word: string; readonly until: string | null }[],
): Timed | undefined {
  const last = steps.findLast(({ step, word }) => step === 'told' && isWeaknessState(word))
  if (last === undefined || !isWeaknessState(last.word)) return undefined
  const { word: state, until } = last
  const mended = state === 'fixed'
  return { state, toldOn: null, answeredOn: null, fixBy: mended ? null : until, fixedOn: mended ? until : null }
}

/** Why a report cannot end so, as far as it is; undefined: it can. What is solved was looked at again. */
export function endingProblem(outcome: string, state: WeaknessState): string | undefined {
  if (outcome === 'granted' && state !== 'retested' && state !== 'closed')
    return 'Zeg eerst hierboven dat het is hersteld, en dat iemand het nakeek.'
  if (outcome === 'partly' && !isMended(state)) return 'Zeg eerst hierboven wat er is hersteld.'
  if (outcome === 'refused' && (state === 'received' || TO_MEND.includes(state)))
    return 'Zeg eerst hierboven dat het geen zwakke plek is, al bekend is, of niet van ons.'
  return undefined
}

export type TypedNote = { readonly title: string; readonly text: string; readonly thanked: string }

/** Why what everybody may know cannot be kept yet, by field. */
export function noteProblems({ title, text, thanked }: TypedNote): Problems {
  const problems: Problems = {}
  if (title === '') problems['kop'] = 'Schrijf in een paar woorden wat er was.'
  if (title.length > 160) problems['kop'] = tooLong(title.length, 160)
  if (text === '') problems['uitleg'] = 'Schrijf wat er was, en wat er is gedaan. Iedereen leest het.'
  if (text.length > 2_000) problems['uitleg'] = tooLong(text.length, 2_000)
  if (thanked.length > 120) problems['bedankt'] = tooLong(thanked.length, 120)
  return problems
}
