/** Where the desk keeps events: staff all of them, an organisation its own. */
import type { Person } from '../../model/person.ts'
import { allows, type Permission } from '../../vocabulary/roles.ts'
import type { Problems } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import type { Joined } from './signups-store.ts'
import type { Event } from './store.ts'

/** The two doors: their address, who may read there, and who may write. */
export const DOORS = [
  { base: '/evenementen', read: 'event.read', keep: 'event.keep' },
  { base: '/onze-evenementen', read: 'event.own', keep: 'event.own' },
] as const satisfies readonly { base: string; read: Permission; keep: Permission }[]
export type Door = (typeof DOORS)[number]

/** The list, as an address. */
export const listPath = ({ base }: Door): string => `/balie${base}`
/** An event, as an address of the desk. */
export const eventPath = (door: Door, id: string): string => `${listPath(door)}/${id}`
/** What the list is called. */
export const nameOf = ({ base }: Door): string => (base === '/evenementen' ? 'Evenementen' : 'Onze evenementen')
/** The way back, above a page. */
export const crumbsOf = (door: Door) => [{ name: nameOf(door), to: listPath(door) }]
/** Whether what somebody adds here waits until the municipality places it. */
export const proposes = ({ base }: Door): boolean => base === '/onze-evenementen'
/** Whether this is the municipality's to put back: it called it off. */
export const isShut = (door: Door, { stopped }: Pick<Event, 'stopped'>): boolean => proposes(door) && stopped
/** Said to whoever organises it. */
export const STOPPED = 'De gemeente haalde dit uit de agenda. Vraag de gemeente of het terug kan.'
/** An event as whoever comes through a door last wrote it: an organisation goes on from what waits. */
export const writtenOf = (door: Door, event: Event): Event => (proposes(door) ? { ...event, ...event.pending } : event)
/** Whether somebody may write here. */
export const mayKeep = (door: Door, { roles }: Pick<Person, 'roles'>): boolean => allows(roles, door.keep)

export type Here = { readonly view: DeskView; readonly door: Door; readonly today: string }
/** What the page of an event and its parts show. */
export type EventProps = Here & {
  readonly event: Event
  readonly people: readonly Joined[]
  /** Whether this person organises it: then names are known here. */
  readonly organises: boolean
  readonly problems?: Problems
  readonly typed?: Readonly<Record<string, string>>
}
