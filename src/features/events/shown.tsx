/** The event of an address of the desk, and its page with who has a place, for whoever may know. */
import type { Tx } from '../../db/as.ts'
import type { Asked } from '../../web/desk/route.ts'
import { mayKeep, type Door, type EventProps } from './here.ts'
import { EventPage } from './page-event.tsx'
import { peopleOf } from './signups-store.ts'
import { eventById, type Event } from './store.ts'

type A = Asked<Tx>
/** Whether somebody keeps an event that they organise: then the database shows who has a place. */
export const organisesOf = (door: Door, { who }: A, { organisation }: Event): boolean =>
  organisation === who.organisation && mayKeep(door, who)

/** The page of an event, with what was typed on it. */
export async function shownEvent(door: Door, asked: A, event: Event, more: Partial<EventProps> = {}) {
  const { tx, municipality, view, today } = asked
  const people = await peopleOf(tx, municipality.id, event.id)
  return <EventPage {...{ view, door, today, event, people }} organises={organisesOf(door, asked, event)} {...more} />
}
/** The event of an address; undefined when it is not there for this person. */
export const eventOf = ({ tx, municipality, params }: A, why?: 'to-change'): Promise<Event | undefined> =>
  eventById(tx, municipality.id, params['event']!, why)
