/** Where the desk keeps places with help and courses: staff all of them, an organisation its own. */
import type { Person } from '../../model/person.ts'
import { allows, type Permission } from '../../vocabulary/roles.ts'
import type { DeskView } from '../../web/desk/route.ts'

/** The two doors: their address, who may read there, and who may write. */
export const DOORS = [
  { base: '/hulp', read: 'help.read', keep: 'help.keep' },
  { base: '/onze-hulp', read: 'help.own', keep: 'help.own' },
] as const satisfies readonly { base: string; read: Permission; keep: Permission }[]
export type Door = (typeof DOORS)[number]

/** The list, as an address. */
export const listPath = ({ base }: Door): string => `/balie${base}`
/** A place, as an address of the desk. */
export const placePath = (door: Door, id: string): string => `${listPath(door)}/plek/${id}`
/** A course, as an address of the desk. */
export const coursePath = (door: Door, id: string): string => `${listPath(door)}/cursus/${id}`

/** The way back, above a page. */
export const crumbsOf = (door: Door) => [{ name: nameOf(door), to: listPath(door) }]
/** What the list is called. */
export const nameOf = ({ base }: Door): string => (base === '/hulp' ? 'Hulp en cursussen' : 'Onze hulp en cursussen')

/** Whether somebody may write here. */
export const mayKeep = (door: Door, { roles }: Pick<Person, 'roles'>): boolean => allows(roles, door.keep)

export type Here = { readonly view: DeskView; readonly door: Door; readonly today: string }
