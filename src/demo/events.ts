/** Events in the demo city: with places, full with a waiting list, proposed, called off, and over with its lessons. */
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { closeTasks } from '../db/tasks.ts'
import { joinEvent } from '../features/events/door-store.ts'
import { addEvent, moveEvent, settleEvent, tellEvent } from '../features/events/store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { hashOfToken, newToken } from '../lib/token.ts'
import { todayIn } from '../web/language.ts'
import { EVENTS, type DemoEvent } from './event-data.ts'
import { allTold, hasEvents, numberOf, placedInTime } from './events-store.ts'
import { NAMES } from './help-data.ts'
import { idsBy, partnerOf } from './store.ts'

const OFFICER = 'jeroen.vandalen@gemeente-sluiswijk.test'

const ROUTES: Readonly<Record<string, string>> = {
  'Boterplein 4': 'Bus 3, halte Boterplein. De ingang is naast de fontein.',
  'Stadhuisplein 1': 'Vijf minuten lopen van het station. Meld u bij de balie.',
  'Kadelaan 40': 'Bus 7, halte Kadelaan. Neem de ingang bij de fietsen.',
}

type Here = { readonly db: Db; readonly municipality: string; readonly officer: string; readonly today: string }
type By = { readonly municipality: string; readonly person: string; readonly organisation: string | null }

/** Adds them once, after the people of the desk. */
export async function fillEvents({ db, municipality }: Pick<Here, 'db' | 'municipality'>): Promise<void> {
  if (await hasEvents(db, municipality)) return
  const officer = (await idsBy(db, municipality, 'person', 'email')).get(OFFICER)
  if (officer === undefined) return
  const organisations = await idsBy(db, municipality, 'organisation', 'name')
  const here = { db, municipality, officer, today: todayIn() }
  for (const event of EVENTS) {
    const organisation = organisations.get(event.keeper)
    const person = organisation === undefined ? undefined : await partnerOf(db, municipality, organisation)
    await addOne(
      here,
      organisation === undefined || person === undefined
        ? { municipality, person: officer, organisation: null }
        : { municipality, person, organisation },
      event,
    )
  }
  await allTold(db, municipality)
  await placedInTime(db, municipality)
}

async function addOne({ db, municipality, officer, today }: Here, by: By, event: DemoEvent): Promise<void> {
  const id = await asPerson(db, by, 'write', async (tx) => {
    const made = await addEvent(tx, by, rowOf(event, today))
    await note(tx, municipality, by.organisation === null ? 'event.added' : 'event.proposed', made)
    return made
  })
  const staff = { municipality, person: officer, organisation: null }
  await asPerson(db, staff, 'write', async (tx) => {
    if (by.organisation === null || event.stays === 'proposed') return
    const state = event.stays ?? 'placed'
    const why =
      state === 'declined' ? 'De agenda is niet voor verkoop. Een middag met uitleg over laptops past wel.' : ''
    await moveEvent(tx, municipality, id, state, why)
    await note(tx, municipality, state === 'placed' ? 'event.placed' : 'event.declined', id)
  })
  const no = await asPerson(db, by, 'read', (tx) => numberOf(tx, municipality, id))
  for (let at = 0; at < event.people; at++)
    await joinEvent(db, {
      municipality,
      id: crypto.randomUUID(),
      event: no,
      name: NAMES[at % NAMES.length]!,
      phone: at % 2 === 0 ? `06 00 00 02 ${String(10 + at)}` : '',
      email: at % 2 === 0 ? '' : `deelnemer${at}@voorbeeld.test`,
      language: 'nl',
      secret: hashOfToken(newToken()),
      helped: at % 5 === 0,
    })
  await asPerson(db, by, 'write', async (tx) => {
    if (event.off !== undefined) {
      await moveEvent(tx, municipality, id, 'cancelled', event.off)
      await note(tx, municipality, 'event.called-off', id)
    }
    if (event.after === undefined) return
    await tellEvent(tx, municipality, id, { ...event.after, today })
    await note(tx, municipality, 'event.told', id)
  })
  // What an organisation writes afterwards, somebody of the municipality takes over.
  if (event.after === undefined || by.organisation === null) return
  await asPerson(db, staff, 'write', async (tx) => {
    await settleEvent(tx, id, '')
    await closeTasks(tx, municipality, `event/${id}`, ['event-changed'])
    await note(tx, municipality, 'event.taken-over', id)
  })
}

const note = (
  tx: Tx,
  municipality: string,
  act:
    | 'event.taken-over'
    | 'event.added'
    | 'event.proposed'
    | 'event.placed'
    | 'event.declined'
    | 'event.called-off'
    | 'event.told',
  id: string,
) => record(tx, municipality, { act, object: `event/${id}`, detail: {} })

function rowOf(event: DemoEvent, today: string): Parameters<typeof addEvent>[2] {
  const [starts = '', ends = ''] = event.at.split('-')
  const [place = '', street = '', postcode = ''] = event.place ?? []
  return {
    kind: event.kind,
    title: event.title,
    subject: event.subject,
    about: event.about,
    for_whom: event.forWhom ?? '',
    organiser: event.keeper === '' ? 'Gemeente Sluiswijk' : event.keeper,
    phone: event.phone,
    website: '',
    language: 'nl',
    cost: event.cost ?? 0,
    starts_on: daysAfter(today, event.day),
    starts,
    ends_on: daysAfter(today, event.until ?? event.day),
    ends,
    place,
    street,
    postcode,
    city: place === '' ? '' : 'Sluiswijk',
    district: '',
    route: place === '' ? '' : (ROUTES[street] ?? ''),
    online: event.online ?? '',
    step_free: 'yes',
    access: ['toilet'],
    sign_up: event.signUp,
    places: event.places,
  }
}
