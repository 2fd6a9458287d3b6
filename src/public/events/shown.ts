/** How an event stands on a day: over, off, full, and where and when it is. Pure. */
import type { ToldHack } from '../../model/hack.ts'
import type { PublicEvent } from '../../model/event.ts'
import type { CalendarTime } from '../../lib/calendar-times.ts'

/** Where events stand on the site. */
export const PLACE = '/samen/bijeenkomsten'
/** The rules for who takes part in a hack event. */
export const HACK_RULES_PLACE = `${PLACE}/hackregels`
/** The path of its page. */
export const pathOf = ({ no }: Pick<PublicEvent, 'no'>): string => `${PLACE}/${no}`

/** What is forbidden at a hack event on top of the rules, each once. */
export const forbiddenOf = ({ forbidden }: Pick<ToldHack, 'forbidden'>): string[] =>
  [...new Set(forbidden.split('\n'))].filter(Boolean)

/** The numbers of those of which more is told. */
export const hackNumbers = (events: readonly Pick<PublicEvent, 'no' | 'kind'>[]): readonly number[] =>
  events.flatMap(({ no, kind }) => (kind === 'hack' ? [no] : []))

/** Whether its last day is before this one. */
export const isOver = ({ endsOn }: Pick<PublicEvent, 'endsOn'>, today: string): boolean => endsOn < today
/** Places that are free; none when somebody waits. */
export const leftOf = ({ places, taken, waiting }: PublicEvent): number =>
  waiting > 0 ? 0 : Math.max(0, places - taken)
/** Whether somebody can join it here, on a day. */
export const takesJoins = (event: PublicEvent, today: string): boolean =>
  event.state === 'placed' && event.told.signUp === 'here' && event.startsOn >= today

/** Where it is, on one line; empty when it is nowhere but at home. */
export const whereOf = ({ told: { place, street, postcode, city } }: PublicEvent): string =>
  [place, street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')

/** As a calendar shows it; `url`: of its page. */
export function timeOf(event: PublicEvent, url: string): CalendarTime {
  const { told, startsOn, endsOn } = event
  return {
    id: told.id,
    on: startsOn,
    from: told.starts,
    to: told.ends,
    until: endsOn,
    cancelled: event.state === 'cancelled',
    own: {
      title: event.title,
      where: whereOf(event) || told.online,
      text: [told.why, told.about].filter(Boolean).join('\n\n'),
      url,
      at: event.changedAt,
      sequence: event.sequence,
    },
  }
}
