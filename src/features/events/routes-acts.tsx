/** What is done with an event at the desk: placing it, calling it off, telling what it taught, and who has a place. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import type { ActName } from '../../vocabulary/act.ts'
import type { EventState } from '../../vocabulary/event.ts'
import { sameAs } from '../../web/desk/clash.ts'
import { forbidden, go, missing, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text } from '../../web/desk/schema.ts'
import { AFTER_FIELDS, OFF_FIELDS, REFUSE_FIELDS, WHY_FIELDS } from './fields.ts'
import { eventPath, isShut, proposes, STOPPED, type Door } from './here.ts'
import { PeoplePage } from './page-people.tsx'
import { eventOf, organisesOf, shownEvent } from './shown.tsx'
import { dropJoined, peopleOf, phoned } from './signups-store.ts'
import { moveEvent, settleEvent, takeOff, tellEvent, type Event } from './store.ts'

type A = Asked<Tx>
const REACH = { bereik: text(254, filled('Vul een telefoonnummer of e-mailadres in.')) }
const NOT_YOURS = 'Wie zich opgaf, is alleen bekend bij wie het organiseert.'
const OTHERWISE = 'Dit staat intussen anders. Kijk hoe het evenement er nu voor staat.'

type Move = {
  readonly at: string
  readonly from: EventState
  readonly to: EventState
  readonly act: ActName
  readonly why: boolean
  readonly told: string
  /** Of this text, and no other: not when it changed since it was read. */
  readonly read?: boolean
  readonly after?: (tx: Tx, municipality: string, event: Event) => Promise<void>
}
const closeProposal = (tx: Tx, municipality: string, { id }: Event) =>
  closeTasks(tx, municipality, `event/${id}`, ['event-proposed', 'event-changed'])

const MOVES: readonly Move[] = [
  {
    at: 'afgelasten',
    from: 'placed',
    to: 'cancelled',
    act: 'event.called-off',
    why: true,
    told: 'Op de site staat dat het niet doorgaat. Wie zich opgaf, krijgt bericht of wordt gebeld.',
  },
  {
    at: 'toch',
    from: 'cancelled',
    to: 'placed',
    act: 'event.restored',
    why: false,
    told: 'Het gaat toch door. Wie zich opgaf, krijgt bericht of wordt gebeld.',
  },
]
const OF_STAFF: readonly Move[] = [
  {
    at: 'plaatsen',
    from: 'proposed',
    to: 'placed',
    act: 'event.placed',
    why: false,
    told: 'Het staat op de openbare agenda.',
    read: true,
    after: closeProposal,
  },
  {
    at: 'niet-plaatsen',
    from: 'proposed',
    to: 'declined',
    act: 'event.declined',
    why: true,
    told: 'De organisatie leest waarom het niet in de agenda komt.',
    read: true,
    after: closeProposal,
  },
]
const OF_PARTNER: readonly Move[] = [
  {
    at: 'opnieuw',
    from: 'declined',
    to: 'proposed',
    act: 'event.proposed',
    why: false,
    told: 'Uw voorstel ligt weer bij de gemeente.',
  },
]

const moveRoute = (door: Door, { at, from, to, act, why, told, read = false, after }: Move): Route<Tx> => ({
  method: 'POST',
  path: `${door.base}/:event/${at}`,
  may: door.keep,
  answer: async (asked: A) => {
    const { tx, municipality, sent } = asked
    const event = await eventOf(asked, 'to-change')
    if (!event) return missing
    if (read && sent.mark('basis') !== sameAs(event)) return tooLate(OTHERWISE)
    if (event.state !== from || (to === 'placed' && from === 'cancelled' && event.placed_at === null))
      return tooLate(OTHERWISE)
    if (isShut(door, event)) return tooLate(STOPPED)
    const { typed, held, problems } = readForm(why ? WHY_FIELDS : {}, sent)
    if (!held) return page(await shownEvent(door, asked, event, { problems, typed }), 422)
    const said = 'waarom' in held ? String(held.waarom) : ''
    if (!(await moveEvent(tx, municipality.id, event.id, to, said))) return tooLate(OTHERWISE)
    await record(tx, municipality.id, { act, object: `event/${event.id}`, detail: {} })
    await after?.(tx, municipality.id, event)
    return go(eventPath(door, event.id), told)
  },
})

/** What only staff do once something stands on the site: take it off, and take over what an organisation changed. */
const staffRoutes = (door: Door): readonly Route<Tx>[] => [
  {
    method: 'POST',
    path: `${door.base}/:event/weghalen`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, sent } = asked
      const event = await eventOf(asked)
      if (!event) return missing
      if (event.placed_at === null || event.taken_off !== '' || !['placed', 'cancelled'].includes(event.state))
        return tooLate(OTHERWISE)
      const { typed, held, problems } = readForm(OFF_FIELDS, sent)
      if (!held) return page(await shownEvent(door, asked, event, { problems, typed }), 422)
      await takeOff(tx, municipality.id, event, held.weg)
      await record(tx, municipality.id, { act: 'event.taken-off', object: `event/${event.id}`, detail: {} })
      return go(eventPath(door, event.id), 'Het is van de site. Op het adres staat alleen nog waarom.')
    },
  },
  ...(['overnemen', 'niet-overnemen'] as const).map((at): Route<Tx> => ({
    method: 'POST',
    path: `${door.base}/:event/${at}`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, sent } = asked
      const event = await eventOf(asked, 'to-change')
      if (!event) return missing
      if (sent.mark('basis') !== sameAs(event)) return tooLate(OTHERWISE)
      const { typed, held, problems } = readForm(at === 'overnemen' ? {} : REFUSE_FIELDS, sent)
      if (!held) return page(await shownEvent(door, asked, event, { problems, typed }), 422)
      const why = 'reden' in held ? String(held.reden) : ''
      if (!(await settleEvent(tx, event.id, why))) return tooLate(OTHERWISE)
      const act = at === 'overnemen' ? 'event.taken-over' : 'event.not-taken-over'
      await record(tx, municipality.id, { act, object: `event/${event.id}`, detail: {} })
      await closeTasks(tx, municipality.id, `event/${event.id}`, ['event-changed'])
      return go(
        eventPath(door, event.id),
        at === 'overnemen' ? 'De wijziging staat op de site.' : 'De organisatie leest waarom dit niet op de site komt.',
      )
    },
  })),
]

const afterRoute = (door: Door): Route<Tx> => ({
  method: 'POST',
  path: `${door.base}/:event/lessen`,
  may: door.keep,
  answer: async (asked) => {
    const { tx, municipality, sent, today } = asked
    const event = await eventOf(asked)
    if (!event) return missing
    if (event.state !== 'placed' || event.ends_on >= today) return tooLate('Dit kan pas na het evenement.')
    const { typed, held, problems } = readForm(AFTER_FIELDS, sent)
    if (!held) return page(await shownEvent(door, asked, event, { problems, typed }), 422)
    const told = { came: held.kwamen, lessons: held.lessen, material: held.materiaal, today }
    await tellEvent(tx, municipality.id, event.id, told)
    await record(tx, municipality.id, { act: 'event.told', object: `event/${event.id}`, detail: {} })
    await closeTasks(tx, municipality.id, `event/${event.id}`, ['event-lessons'])
    return go(
      eventPath(door, event.id),
      proposes(door) ? 'Dit ligt bij de gemeente. Die zet het op de site.' : 'Iedereen kan nu lezen wat dit leerde.',
    )
  },
})

const peopleRoutes = (door: Door): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: `${door.base}/:event/deelnemerslijst`,
    may: door.keep,
    answer: async (asked) => {
      const event = await eventOf(asked)
      if (!event) return missing
      if (!organisesOf(door, asked, event)) return forbidden(NOT_YOURS)
      const people = await peopleOf(asked.tx, asked.municipality.id, event.id)
      return page(<PeoplePage view={asked.view} {...{ door, event, people }} />)
    },
  },
  {
    method: 'POST',
    path: `${door.base}/:event/gebeld`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality } = asked
      const event = await eventOf(asked)
      if (!event) return missing
      if (!organisesOf(door, asked, event)) return forbidden(NOT_YOURS)
      const count = await phoned(tx, municipality.id, event.id)
      await record(tx, municipality.id, { act: 'event.phoned', object: `event/${event.id}`, detail: { count } })
      return go(eventPath(door, event.id), 'Bij iedereen staat dat u belde.')
    },
  },
  {
    method: 'POST',
    path: `${door.base}/:event/afmelden`,
    may: door.keep,
    answer: async (asked) => {
      const { tx, municipality, sent } = asked
      const event = await eventOf(asked)
      if (!event) return missing
      if (!organisesOf(door, asked, event)) return forbidden(NOT_YOURS)
      const { typed, held, problems } = readForm(REACH, sent)
      if (!held) return page(await shownEvent(door, asked, event, { problems, typed }), 422)
      if ((await dropJoined(tx, event.id, held.bereik)) === 0) {
        const wrong = { bereik: 'Hiermee staat niemand op de lijst. Kijk het nummer of adres na.' }
        return page(await shownEvent(door, asked, event, { problems: wrong, typed }), 422)
      }
      await record(tx, municipality.id, { act: 'event.left', object: `event/${event.id}`, detail: {} })
      return go(
        eventPath(door, event.id),
        'Van de lijst gehaald. Wacht er iemand, dan krijgt wie het langst wacht de plaats.',
      )
    },
  },
]

/** What one door can do with an event. */
export const actRoutes = (door: Door): readonly Route<Tx>[] => [
  ...[...MOVES, ...(proposes(door) ? OF_PARTNER : OF_STAFF)].map((move) => moveRoute(door, move)),
  ...(proposes(door) ? [] : staffRoutes(door)),
  afterRoute(door),
  ...peopleRoutes(door),
]
