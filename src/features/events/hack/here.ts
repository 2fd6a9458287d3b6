/** Where a hack event is kept at the desk. */
import type { DeskView } from '../../../web/desk/route.ts'
import type { Event } from '../store.ts'

export type HackHere = { readonly view: DeskView; readonly event: Event }

/** A page of a hack event, as an address of the desk; without `part` its first. */
export const hackPath = ({ id }: Pick<Event, 'id'>, part = ''): string =>
  `/balie/evenementen/${id}/hack${part === '' ? '' : `/${part}`}`
/** The way back, above a page. */
export const hackCrumbs = (event: Event) => [
  { name: 'Evenementen', to: '/balie/evenementen' },
  { name: event.title, to: `/balie/evenementen/${event.id}` },
  { name: 'Hackevenement', to: hackPath(event) },
]
