/** How a place or a course stands on a day: open, when next, full, not looked at. Pure. */
import { daysAfter } from '../../lib/iso-date.ts'
import { offOn, slotsBetween, slotsOn, type Slot } from '../../lib/weekly-times.ts'
import type { Offer, Session } from '../../model/help.ts'
import { freshness, type Freshness } from '../../vocabulary/help.ts'

export type Course = Offer & { readonly kind: 'course' }
export type Place = Offer & { readonly kind: 'place' }

/** Days that are looked ahead for the next time. */
const AHEAD = 60

export type Standing = {
  readonly fresh: Freshness
  /** When it is still open or meets on that day; nothing when nobody looked for half a year. */
  readonly today: readonly Slot[]
  /** When it was open or met on that day, and is no longer. */
  readonly past: readonly Slot[]
  /** Why a place is closed on a day on which it would be open; undefined when it is not. */
  readonly closed: string | undefined
  /** The next day after it, with its times; not when nobody looked for half a year. */
  readonly next: { readonly on: string; readonly slots: readonly Slot[] } | undefined
}

const meets = (sessions: readonly Session[], on: string): readonly Slot[] =>
  sessions.filter((each) => each.on === on && !each.cancelled).map(({ from, to }) => ({ from, to }))

/** How it stands on a day, by the clock here, `21:05`: what is over by then is past. Empty: of the whole day. */
export function standingOn(offer: Offer, today: string, time = ''): Standing {
  const fresh = freshness(offer.checkedOn, today)
  const told = (slots: readonly Slot[]) => ({
    today: fresh === 'closed' ? [] : slots.filter(({ to }) => to > time),
    past: fresh === 'closed' ? [] : slots.filter(({ to }) => to <= time),
  })
  if (offer.kind === 'course') {
    const { sessions } = offer.told
    const on = sessions.find((each) => each.on > today && !each.cancelled)?.on
    return {
      fresh,
      ...told(meets(sessions, today)),
      closed: undefined,
      next: on === undefined || fresh === 'closed' ? undefined : { on, slots: meets(sessions, on) },
    }
  }
  const { times } = offer.told
  const [first] = slotsBetween(times, daysAfter(today, 1), daysAfter(today, AHEAD), 1)
  const slots = slotsOn(times, today)
  return {
    fresh,
    ...told(slots),
    closed: slots.length === 0 ? offOn(times, today)?.why : undefined,
    next: first && fresh !== 'closed' ? { on: first.on, slots: slotsOn(times, first.on) } : undefined,
  }
}

/** Whether its last lesson is over, on a day and by the clock. */
export function isOver(course: Course, today: string, time: string): boolean {
  const last = course.endsOn ?? ''
  if (last !== today) return last < today
  const { today: left, past } = standingOn(course, today, time)
  return left.length === 0 && past.length > 0
}

/** Places that are free on a course that has a list of its own here. */
export const leftOf = ({ places, taken, waiting }: Offer): number =>
  (waiting ?? 0) > 0 ? 0 : Math.max(0, (places ?? 0) - (taken ?? 0))

/** Places that are free on a course with a list of its own here; null of any other, for nobody here counts them. */
export const freeOf = (course: Course): number | null => (course.told.signUp === 'here' ? leftOf(course) : null)

/** Whether nobody looked for half a year: then nobody can say that it is still there. */
export const isDoubtful = ({ checkedOn }: Pick<Offer, 'checkedOn'>, today: string): boolean =>
  freshness(checkedOn, today) === 'closed'

/** Whether somebody can sign up for it here, on a day. */
export const takesSignUps = (course: Course, state: string, today: string): boolean =>
  state === 'active' &&
  course.told.signUp === 'here' &&
  course.startsOn !== null &&
  course.startsOn >= today &&
  freshness(course.checkedOn, today) !== 'closed'

/** Where it is, on one line. */
export const addressOf = ({ told: { street, postcode, city } }: Offer): string =>
  [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** The path of its page. */
export const pathOf = ({ kind, no }: Pick<Offer, 'kind' | 'no'>): string =>
  `/leren/hulp/${kind === 'place' ? 'plek' : 'cursus'}/${no}`
