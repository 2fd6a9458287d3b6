/** Events at the desk: the list, adding or proposing, changing, and looking at one. */
import { keeperName } from '../../db/keeper.ts'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { CLASH, sameAs } from '../../web/desk/clash.ts'
import { go, missing, page, tooLate, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { acrossOf, EVENT_FIELDS, eventIn, eventTyped, newEvent, notAgain, notBack } from './fields.ts'
import { EventFormPage } from './form.tsx'
import { DOORS, eventPath, isShut, proposes, STOPPED, writtenOf, type Door } from './here.ts'
import { EventListPage } from './page-list.tsx'
import { hackRoutes } from './hack/routes.tsx'
import { actRoutes } from './routes-acts.tsx'
import { eventOf, shownEvent } from './shown.tsx'
import { addEvent, changeEvent, listEvents } from './store.ts'

const pages = (door: Door): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: door.base,
    may: door.read,
    answer: async ({ tx, municipality: { id }, view, query, today }) => {
      const q = (query.get('q') ?? '').trim().slice(0, 100).replaceAll('\0', '')
      const at = Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000))
      const events = await listEvents(tx, id, { q, page: at, today })
      return page(<EventListPage {...{ view, door, today, events, q }} page={at} />)
    },
  },
  {
    method: 'GET',
    path: `${door.base}/nieuw`,
    may: door.keep,
    answer: async ({ tx, municipality, view, who }) => {
      const typed = newEvent(await keeperName(tx, municipality, who), cityOf(municipality))
      return page(<EventFormPage {...{ view, door, typed }} id={undefined} />)
    },
  },
  {
    method: 'POST',
    path: `${door.base}/nieuw`,
    may: door.keep,
    answer: async ({ tx, municipality, view, sent, who, today }) => {
      const { typed, held, problems } = readForm(EVENT_FIELDS, sent, [
        ...acrossOf(door, cityOf(municipality)),
        ...PAST(today),
      ])
      if (!held) return page(<EventFormPage {...{ view, door, typed, problems }} id={undefined} />, 422)
      const by = { municipality: municipality.id, organisation: who.organisation }
      const id = await addEvent(tx, by, eventIn(held))
      const proposed = proposes(door)
      await record(tx, municipality.id, {
        act: proposed ? 'event.proposed' : 'event.added',
        object: `event/${id}`,
        detail: {},
      })
      return go(
        eventPath(door, id),
        proposed ? 'Uw voorstel ligt bij de gemeente.' : 'Het evenement staat op de openbare agenda.',
      )
    },
  },
  {
    method: 'GET',
    path: `${door.base}/:event`,
    may: door.read,
    answer: async (asked) => {
      const event = await eventOf(asked)
      return event ? page(await shownEvent(door, asked, event)) : missing
    },
  },
  {
    method: 'GET',
    path: `${door.base}/:event/wijzigen`,
    may: door.keep,
    answer: async (asked) => {
      const event = await eventOf(asked)
      if (!event) return missing
      if (isShut(door, event)) return tooLate(STOPPED)
      const more = { id: event.id, basis: sameAs(event), placed: event.placed_at !== null }
      return page(<EventFormPage view={asked.view} door={door} typed={eventTyped(writtenOf(door, event))} {...more} />)
    },
  },
  {
    method: 'POST',
    path: `${door.base}/:event/wijzigen`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, view, sent, today } = asked
      const event = await eventOf(asked, 'to-change')
      if (!event) return missing
      if (isShut(door, event)) return tooLate(STOPPED)
      const { typed, held, problems } = readForm(EVENT_FIELDS, sent, [
        ...acrossOf(door, cityOf(municipality), event),
        ...notAgain(event, today),
        ...notBack(event, today),
      ])
      const more = { view, door, typed, id: event.id, basis: sameAs(event), placed: event.placed_at !== null }
      if (!held) return page(<EventFormPage {...more} problems={problems} />, 422)
      if (sent.mark('basis') !== more.basis) return page(<EventFormPage {...more} problems={CLASH} />, 409)
      await changeEvent(tx, municipality.id, event.id, eventIn(held))
      await record(tx, municipality.id, { act: 'event.changed', object: `event/${event.id}`, detail: {} })
      const told = 'De wijziging is opgeslagen. Wie zich opgaf, hoort wat er verandert.'
      const waits =
        proposes(door) && more.placed
          ? ' Een andere plek en nieuwe woorden komen op de site als de gemeente ze overneemt.'
          : ''
      return go(eventPath(door, event.id), told + waits)
    },
  },
]

/** The place a municipality is called by. */
const cityOf = ({ name }: { readonly name: string }): string => name.replace(/ \(.*\)$/, '')
/** What is new lies ahead. */
const PAST = (today: string) => [
  { field: 'dag' as const, holds: ({ dag }: { dag: string }) => dag >= today, says: 'Kies een dag die nog komt.' },
]

export const eventRoutes: readonly Route<Tx>[] = [
  ...DOORS.flatMap((door) => [...pages(door), ...actRoutes(door)]),
  ...hackRoutes,
]
