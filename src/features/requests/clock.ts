/** When a request is to be answered, and what it costs when it is not: terms, stops, the penalty of the Awb. Pure. */
import { differenceInCalendarDays, parseISO } from 'date-fns'
import { daysOn } from '../../lib/months.ts'
import { addTerm, addWorkingDays, type Term } from '../../lib/working-days.ts'
import type { RequestKind } from '../../model/request.ts'

type Timed = Pick<RequestKind, 'term' | 'extended'>

/** Whole days from one date to another, both `2026-11-29`. */
export const daysBetween = (from: string, to: string): number => differenceInCalendarDays(parseISO(to), parseISO(from))

/**
 * The last day on which an answer is in time. `stopped`: calendar days on which the term did not run; they come after
 * the end as it was, and the law of the term moves that day once more (Awb 4:15; Atw art. 1; Regulation 1182/71).
 */
export function dueOn(
  { term, extended }: Timed,
  receivedOn: string,
  more: { extended?: boolean; stopped?: number } = {},
): string {
  const { stopped = 0 } = more
  const length: Term = more.extended === true && extended ? extended.length : term.length
  if (stopped === 0) return addTerm(receivedOn, length)
  if ('workingDays' in length) return addWorkingDays(daysOn(addTerm(receivedOn, length), stopped - 1), 1)
  if ('hours' in length) return addTerm(receivedOn, length)
  const plain = addTerm(receivedOn, { ...length, regime: 'none' })
  return addTerm(daysOn(plain, stopped - 1), { days: 1, regime: length.regime })
}

export type Stop = { readonly since: string; readonly until: string }
/** Days that a stop took when it ends on this day: never longer than it was said to last, nor before it began. */
export const stopDays = ({ since, until }: Stop, today: string): number =>
  Math.max(0, daysBetween(since, today < until ? today : until))

/** The kind with the terms that hold for this request: longer ones when a committee handles it. */
export const timedOf = <Kind extends Pick<RequestKind, 'term' | 'extended' | 'committee'>>(
  kind: Kind,
  { committeeOn }: { readonly committeeOn: string | null },
): Kind =>
  committeeOn === null || !kind.committee
    ? kind
    : {
        ...kind,
        term: { ...kind.term, length: kind.committee.length },
        extended: kind.extended && { ...kind.extended, length: kind.committee.extended },
      }

type Standing = {
  readonly committeeOn: string | null
  readonly state: string
  readonly due: string
  readonly receivedOn: string
  readonly extendedOn: string | null
  readonly stoppedSince: string | null
  readonly stoppedUntil: string | null
  readonly stoppedDays: number
  readonly again: number
}
type Kind = (Timed & Pick<RequestKind, 'committee'>) | undefined
/**
 * The last day when a term that stands still runs again today, and the days that it stood still in all. A term that was
 * over when it was stopped gets nothing back: what is late stays late (Awb 4:15 suspends a term that runs).
 */
export function dueWhenResumed(kind: Kind, request: Omit<Standing, 'state'>, today: string) {
  const { stoppedSince: since, stoppedUntil: until, stoppedDays, due, extendedOn } = request
  if (since === null || until === null || since > due) return { due, stopped: stoppedDays }
  const stopped = stoppedDays + stopDays({ since, until }, today)
  // A second look has a term of its own, which a stop does not lengthen.
  if (!kind || request.again > 0) return { due, stopped }
  const lasts = { extended: extendedOn !== null, stopped }
  return { due: dueOn(timedOf(kind, request), request.receivedOn, lasts), stopped }
}
/** When the term ends once who asked answers today: it stood still as long as the municipality waited. */
export const dueAfter = (kind: Kind, request: Standing, today: string): string =>
  request.state === 'waiting' ? dueWhenResumed(kind, request, today).due : request.due

/** The days after which a handler is reminded: half of the term, and three quarters of it. */
export function reminders(receivedOn: string, due: string): { readonly half: string; readonly soon: string } {
  const days = daysBetween(receivedOn, due)
  return { half: daysOn(receivedOn, Math.floor(days / 2)), soon: daysOn(receivedOn, Math.floor((days * 3) / 4)) }
}

/**
 * Whether a letter that we are late counts (a notice of default): where a decision is waited for, of which one can
 * object or appeal. It opens the way to the court (Awb 6:12), also where no penalty runs (Woo art. 8.2).
 */
export const takesNotice = (asked: Pick<RequestKind, 'remedies'> | undefined): boolean =>
  asked?.remedies.some(({ kind }) => kind === 'court' || kind === 'objection') === true

/** The first day on which one can go to court about what was not decided: two weeks after the notice (Awb 6:12). */
export const courtFrom = (noticeOn: string): string => daysOn(addTerm(noticeOn, { weeks: 2, regime: 'atw' }), 1)

/** Amounts of Awb 4:17 lid 2, in euros a day, each for fourteen days. */
const STEPS = [23, 35, 45] as const
const STEP_DAYS = 14

export type Penalty = {
  /** The first day that costs something: two weeks after a notice that was not too early (Awb 4:17 lid 3). */
  readonly from: string
  /** The last day that does: the forty-second. */
  readonly until: string
  /** Days that cost something up to the day asked about, at most forty-two. */
  readonly days: number
  /** Whole euros. */
  readonly euros: number
}

export type Lateness = {
  readonly dueOn: string
  /** Of the first answer: a second look neither starts nor ends a penalty. */
  readonly answeredOn: string | null
  readonly answeredDue: string | null
  readonly noticeOn: string | null
  /** YYYY-MM-DD of its end, whatever that was. */
  readonly closedOn: string | null
}

/** The last day of the first answer, and the day up to which being late is counted. */
export const lateness = ({ dueOn: due, answeredOn, answeredDue, closedOn }: Lateness, today: string) => ({
  due: answeredDue ?? due,
  at: answeredOn ?? closedOn ?? today,
})

/** What is owed for a request that somebody wrote of that it is late; undefined: nothing, as yet or at all. */
export const owedFor = (one: Lateness, today: string): Penalty | undefined =>
  one.noticeOn === null ? undefined : penaltyOf({ ...lateness(one, today), noticeOn: one.noticeOn })

/** The last day on which it is decided whether that is owed: two weeks after the last day that counts (Awb 4:18). */
export const decideBy = ({ from, until, days }: Penalty, ended: boolean): string =>
  daysOn(ended && days > 0 ? daysOn(from, days - 1) : until, STEP_DAYS)

/** Whether no day is added any more: it was answered, or ended otherwise, or the forty-two days are over. */
export const isCounted = (one: Lateness, { days }: Penalty): boolean =>
  one.answeredOn !== null || one.closedOn !== null || days === STEP_DAYS * STEPS.length

/** The last day on which what is owed is paid (Awb 4:87). */
export const paidBy = (decidedOn: string): string => daysOn(decidedOn, 42)

/**
 * What the municipality owes for being late. `noticeOn`: the day on which it was told in writing; a notice before the
 * term was over, or after the answer, starts nothing. `at`: the day on which the answer was given, or today. The days
 * run on in weekends and holidays: Awb 4:17 lid 1 excludes the Algemene termijnenwet for those forty-two days, and not
 * for the two weeks of lid 3 before them.
 */
export function penaltyOf({ due, noticeOn, at }: { due: string; noticeOn: string; at: string }): Penalty | undefined {
  if (noticeOn <= due || noticeOn > at) return undefined
  const from = courtFrom(noticeOn)
  const days = Math.min(Math.max(daysBetween(from, at), 0), STEP_DAYS * STEPS.length)
  const euros = STEPS.reduce(
    (sum, each, step) => sum + each * Math.min(Math.max(days - step * STEP_DAYS, 0), STEP_DAYS),
    0,
  )
  return { from, until: daysOn(from, STEP_DAYS * STEPS.length - 1), days, euros }
}
