/** What waits for a party, read from what is so: nothing here is kept beside it. Pure. */
import { daysAfter } from '../../lib/iso-date.ts'
import type { PledgeTerms } from '../../model/covenant.ts'
import type { Before } from './party-store.ts'
import { missOf, type Verdict } from './progress/verdict-rules.ts'

export type Waits = {
  readonly id: string
  readonly text: string
  /** Where it is done: a path of the desk. */
  readonly path: string
  /** The last day, YYYY-MM-DD. */
  readonly dueOn: string | null
}

/** Days before its day on which totals are asked, and from which they count for it. */
export const DAYS_BEFORE_TOTALS = 30

/** Whether what was fixed waits for its signature. */
export const mustSign = ({ stands, state, signBy, signed }: Before): boolean =>
  (stands === 'open' || stands === 'in-force') &&
  signBy !== null &&
  !signed &&
  state !== 'declined' &&
  state !== 'left' &&
  state !== 'suspended'

/** What lies before it of one covenant: to sign, or to say something of. */
export function waitsBefore(before: Before, today: string): readonly Waits[] {
  const { covenant, title, stands, kind, state, signBy, shown, commentsUntil, commented } = before
  const place = `/balie/onze-afspraken/${covenant}`
  const open =
    shown !== null &&
    commentsUntil !== null &&
    commentsUntil >= today &&
    !commented &&
    stands !== 'dropped' &&
    stands !== 'ended' &&
    state !== 'declined' &&
    state !== 'left'
  return [
    ...(mustSign(before)
      ? [
          {
            id: `sign-${covenant}`,
            text: kind === 'observer' ? `Bevestig dat u “${title}” kent` : `Lees en teken “${title}”`,
            path: `${place}/tekenen`,
            dueOn: signBy,
          },
        ]
      : []),
    ...(open
      ? [
          {
            id: `comment-${covenant}`,
            text: `Reageer op versie ${shown} van “${title}”`,
            path: `${place}/versies/${shown}`,
            dueOn: commentsUntil,
          },
        ]
      : []),
  ]
}

/** The day for which totals are asked now; undefined: none is near, or they were handed in. `handed`: last days. */
export function totalsDue(
  { method, steps, due }: Pick<PledgeTerms, 'method' | 'steps' | 'due'>,
  handed: readonly string[],
  today: string,
): string | undefined {
  if (method !== 'counts') return undefined
  const asked = (on: string) => daysAfter(on, -DAYS_BEFORE_TOTALS)
  const on = [...steps.map((step) => step.on), due].toSorted().findLast((each) => asked(each) <= today)
  return on === undefined || handed.some((to) => to >= asked(on)) ? undefined : on
}

/** What a verdict asks of the party that it is about: its objection within the term, its plan. */
export function waitsAfter(verdict: Verdict, pledge: PledgeTerms, place: string, today: string): readonly Waits[] {
  const miss = missOf(verdict, today)
  if (!miss) return []
  const path = `${place}#oordeel`
  // The plan for all together is made by the municipality; what is looked at anew asks none yet.
  const plan = !verdict.whole && miss.objection !== 'upheld' && ['asked', 'late', 'returned'].includes(miss.plan)
  return [
    ...(miss.mayObject
      ? [
          {
            id: `object-${verdict.id}`,
            text: `Klopt het oordeel over “${pledge.title}” niet? Dan kunt u bezwaar maken`,
            path,
            dueOn: verdict.objectUntil,
          },
        ]
      : []),
    ...(plan
      ? [
          {
            id: `plan-${verdict.id}`,
            text: `Lever een verbeterplan in voor “${pledge.title}”`,
            path,
            dueOn: verdict.planDue,
          },
        ]
      : []),
  ]
}
