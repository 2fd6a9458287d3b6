/** A shopping street from two inspectors at the door to the figure of an agreement, and to what others read of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf, type Filled } from '../../../../test/form-page.ts'
import { unasked } from '../../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../../test/desk.ts'
import { unseenIn } from '../../../../test/form-page.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'
import { asClock } from '../../../db/as.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { inspectionId } from '../../streets/rules.ts'
import { figuresOf } from '../publish/figures-store.ts'
import { recompute } from './kept-store.ts'

const deps = testDeps()
const house = { norms: deps.catalogue.norms, registers: deps.registers }
const today = todayIn()
const TITLE = 'Zaken waar niemand wordt gevolgd'
let desk: TestDesk
const people: Record<string, TestPerson> = {}
const visitors: Record<string, Visitor> = {}
const organisations: string[] = []
let street: string
let covenant: string
/** The premises of the street, in the order in which they were added. */
const doors: string[] = []

const went = (answer: Response) => {
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
const recount = () =>
  asClock(desk.db, desk.municipality.id, (tx) => recompute(tx, desk.municipality.id, house, today, {}))

/** Two inspectors see the same at these doors, and somebody who was not there settles it. */
async function walked(premises: readonly string[], on: string, follows: readonly string[]) {
  const planner = visitors['planner']!
  const round = went(
    await planner.post(`/balie/straten/${street}/rondes/nieuw`, {
      begin: daysAfter(on, -1),
      einde: daysAfter(on, 1),
      een: people['one']!.id,
      twee: people['two']!.id,
      pand: [...premises],
      vrij: 'ja',
    }),
  )
    .split('/')
    .at(-1)!
  for (const door of premises) {
    const answers = { volgtechniek: follows.includes(door) ? 'ja' : 'nee', teller: 'geen', camera: 'goed' }
    for (const who of ['one', 'two']) {
      const sent = Object.fromEntries(
        Object.entries({ ...answers, wifi: 'vrij', snelheid: 'snel', betalen: 'ja', sparen: 'geen' }).map(
          ([question, answer]) => [`${question}-${door.slice(-12)}`, answer],
        ),
      )
      const answer = await visitors[who]!.post(`/balie/schouw/${round}/panden/${door}`, {
        ...sent,
        nummer: inspectionId(deps.key, round, door, people[who]!.id, 1),
        keer: '1',
        antwoord: 'json',
        gezien: `${on}T10:00:00.000Z`,
      })
      expect(await answer.json()).toHaveProperty('receipt')
    }
    const walk = `/balie/straten/${street}/rondes/${round}/panden/${door}`
    const basis = unseenIn(await (await visitors['adviser']!.get(walk)).text(), 'basis')
    went(await visitors['adviser']!.post(`${walk}/uitkomst`, { basis }))
  }
}

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  for (const [name, roles] of Object.entries({
    planner: ['policy-officer'],
    one: ['inspector'],
    two: ['inspector'],
    adviser: ['adviser'],
    judge: ['security-officer'],
  } as const))
    people[name] = await addPerson(db, municipality.id, roles, `Persoon ${name}`)
  for (const name of ['Bakkerij', 'Kapper']) organisations.push(await addOrganisation(db, municipality.id, name))
  people['party'] = await addPerson(db, municipality.id, ['partner'], 'Partij', organisations[0])
  for (const [name, person] of Object.entries(people)) visitors[name] = await desk.visit(person)
  const planner = visitors['planner']!
  street = went(await planner.post('/balie/straten', { naam: 'Havenstraat' }))
    .split('/')
    .at(-1)!
  for (let no = 1; no <= 11; no++)
    went(
      await planner.post(`/balie/straten/${street}/panden/nieuw`, { naam: `Winkel ${no}`, adres: `Havenstraat ${no}` }),
    )
  const rows = await db.selectFrom('premises').select(['id', 'name']).orderBy('at').execute()
  doors.push(...rows.map(({ id }) => id))
  // Two of them are of organisations that take part.
  for (const at of [0, 1])
    await db.updateTable('premises').set({ organisation: organisations[at]! }).where('id', '=', doors[at]!).execute()
})
afterAll(() => desk.close())

test('a baseline comes out of what two inspectors saw, and what nobody saw is not known', async () => {
  await walked(doors.slice(0, 10), daysAfter(today, -20), doors.slice(0, 7))
  const planner = visitors['planner']!
  const place = went(
    await planner.post('/balie/afspraken/beginnen', {
      sjabloon: 'winkelstraat',
      titel: 'Straat',
      straat: 'Havenstraat',
      begin: today,
      jaren: '2',
    }),
  )
  covenant = place.split('/').at(-1)!
  const path = `${place}/versies/1/afspraak-erbij`
  const example = async (id: string, more: Filled): Promise<Filled> => ({
    ...formOf(await (await planner.get(`${path}?voorbeeld=${id}`)).text(), path),
    wie: 'street',
    straat: 'Havenstraat',
    beoordelaar: people['judge']!.id,
    eigenaar: people['planner']!.id,
    ...more,
  })
  const nowhere = await planner.post(path, await example('niet-gevolgd', { straat: 'Nergens' }))
  expect([nowhere.status, await nowhere.text()]).toEqual([422, expect.stringContaining('kennen wij geen pand')])
  const early = await planner.post(path, await example('niet-gevolgd', { begin: daysAfter(today, -21) }))
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('van niemand iets bekend')])
  went(await planner.post(path, await example('niet-gevolgd', { begin: daysAfter(today, -10) })))
  const { text } = await desk.db.selectFrom('covenant_version').select('text').executeTakeFirstOrThrow()
  expect(text.pledges[0]).toMatchObject({
    title: TITLE,
    unit: 'premises',
    population: { of: 'street', street: 'Havenstraat' },
    baseline: { count: 3, among: 10, unknown: 1, strength: 'witnessed' },
  })
  // What is counted of the parties alone: their own doors, of which both were followed.
  const both = { ...text.pledges[0]!, id: 'van-partijen', population: { of: 'parties' as const } }
  await unasked(desk.db, async (tx) => {
    await tx
      .updateTable('covenant_version')
      .set({
        state: 'final',
        shown_at: new Date(),
        fixed_at: new Date(),
        text: JSON.stringify({ ...text, pledges: [text.pledges[0], both] }),
      })
      .execute()
    for (const organisation of organisations) {
      const id = crypto.randomUUID()
      await tx
        .insertInto('covenant_participant')
        .values({
          municipality: desk.municipality.id,
          id,
          covenant,
          organisation,
          kind: 'party',
          state: 'joined',
          named: true,
          joined_on: daysAfter(today, -30),
          contact_name: 'Kim',
          contact_email: 'kim@winkel.test',
          by: people['planner']!.id,
        })
        .execute()
      await tx
        .insertInto('covenant_step')
        .values({
          municipality: desk.municipality.id,
          participant: id,
          no: 1,
          step: 'joined',
          on: daysAfter(today, -30),
        })
        .execute()
    }
  })
})

const kept = (pledge: string) =>
  desk.db
    .selectFrom('pledge_value')
    .select(['whole', 'organisation', 'from_day as from', 'count', 'among', 'unknown', 'parties', 'level', 'spread'])
    .where('pledge', '=', pledge)
    .where('among', '>', 0)
    .orderBy('from_day')
    .execute()
const told = (which = TITLE) =>
  asClock(desk.db, desk.municipality.id, async (tx) => {
    const { text } = await tx.selectFrom('covenant_version').select('text').executeTakeFirstOrThrow()
    const all = await figuresOf(house)(tx, desk.municipality.id, { id: covenant, no: 1, version: 1, text }, today)
    return all.get(text.pledges.find(({ title, id }) => title === which || id === which)!.id)!
  })

test('the whole street is counted, each door as one; the next round moves the line and keeps the last', async () => {
  const { text } = await desk.db.selectFrom('covenant_version').select('text').executeTakeFirstOrThrow()
  const id = text.pledges[0]!.id
  await recount()
  expect(await kept(id)).toEqual([
    {
      whole: true,
      organisation: expect.any(String),
      from: daysAfter(today, -10),
      count: 3,
      among: 10,
      unknown: 1,
      parties: 11,
      level: 'together',
      spread: [
        [0, 0, 1],
        [0, 1, 7],
        [1, 1, 3],
      ],
    },
  ])
  await walked(doors.slice(0, 5), daysAfter(today, -5), [])
  expect(await recount()).toBe(2)
  expect((await kept(id)).map(({ from, count, among }) => [from, count, among])).toEqual([
    [daysAfter(today, -10), 3, 10],
    [daysAfter(today, -5), 8, 10],
  ])
  const own = (await kept('van-partijen')).filter(({ whole }) => !whole)
  const ours = own.map(({ organisation, from, count, among }) => [organisation, from, count, among])
  expect(ours.sort()).toEqual(organisations.map((each) => [each, daysAfter(today, -5), 1, 1]).sort())
  expect(await recount()).toBe(0)
})

test('staff reads each door; a party reads the sum of ten or more, and never of one that takes no part', async () => {
  const { text } = await desk.db.selectFrom('covenant_version').select('text').executeTakeFirstOrThrow()
  const place = `/balie/convenanten/${covenant}/voortgang/${text.pledges[0]!.id}`
  const page = await (await visitors['planner']!.get(place)).text()
  expect(page).toContain('8 van de 10 (80%)')
  expect(page).toContain('In Havenstraat voldoen 8 zaken, 2 niet. Van 1 is niets bekend.')
  expect(page).not.toContain('Winkel 6')
  const each = await (await visitors['planner']!.get(`${place}/partij/00000000-0000-0000-0000-000000000000`)).text()
  expect(each).toContain('Winkel 6')
  expect((await visitors['party']!.get(place)).status).toBe(403)
  expect((await visitors['planner']!.get(`${place}/partij/${organisations[0]}`)).status, 'nobody apart').toBe(404)
  const ours = await (await visitors['party']!.get('/balie/onze-afspraken')).text()
  expect(ours).toContain('telt mee met alles in Havenstraat')
  expect(ours).toContain('8 van de 10')
  expect(ours).not.toContain('Winkel')
  // With one door fewer than ten the sum is nobody's to read, whatever those who take part agreed to.
  for (const at of [9, 10])
    await as(desk.db, people['planner']!, (tx) =>
      tx
        .updateTable('premises')
        .set({ ended_on: daysAfter(today, -1) })
        .where('id', '=', doors[at]!)
        .execute(),
    )
  await recount()
  const few = await (await visitors['party']!.get('/balie/onze-afspraken')).text()
  expect(few).toContain('te weinig om te tonen')
  expect(few).not.toMatch(/8 van de|7 van de/)
  expect(desk.faults).toEqual([])
})

test('everybody reads the sum of ten doors without a name, or of those that are read by name already', async () => {
  expect(await told()).toMatchObject({ values: [{ count: 3 }, { count: 8, among: 10 }], quiet: 9, hidden: true })
  await desk.db.updateTable('premises').set({ ended_on: null }).execute()
  await recount()
  expect(await told()).toMatchObject({ values: [{ count: 3 }, { count: 8, among: 10 }], quiet: 11, hidden: false })
  const show = (which: readonly string[], seen: string) =>
    unasked(desk.db, (tx) =>
      tx
        .insertInto('published.street_premises')
        .values(
          which.map((premises) => ({
            municipality: desk.municipality.id,
            round: street,
            premises,
            slug: 'havenstraat',
            name: 'Winkel',
            address: '',
            seen_on: seen,
            until: today,
            told: '{}',
          })),
        )
        .execute(),
    )
  await show(doors.slice(0, 2), daysAfter(today, -5))
  expect((await told()).values, 'nine without a name').toEqual([])
  await show(doors.slice(2), daysAfter(today, -5))
  expect(await told()).toMatchObject({ quiet: 0, hidden: false })
  // What was seen after it is not public: then its name says nothing of what is counted.
  await desk.db
    .updateTable('published.street_premises')
    .set({ seen_on: daysAfter(today, -30) })
    .execute()
  expect(await told()).toMatchObject({ quiet: 10 })
  expect((await told('van-partijen')).quiet).toBe(2)
})
