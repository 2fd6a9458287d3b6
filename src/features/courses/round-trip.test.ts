/** What the site gives out is read in again as the same, whoever does; and what another source says of it holds. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDesk, type TestDesk, type Visitor } from '../../../test/desk.ts'
import { seedHelp } from '../../../test/help-city.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { createSite } from '../../apps/site.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { todayIn } from '../../web/language.ts'
import { readHsds } from './read-hsds.ts'
import { helpRoutes } from './routes.ts'

const today = todayIn()
let desk: TestDesk
let site: Hono
let officer: Visitor
let library: Visitor

beforeAll(async () => {
  desk = await testDesk(helpRoutes)
  const { db, municipality } = desk
  await seedHelp(db, municipality.id)
  // What the site cannot tell others, of a place and of a course.
  await db
    .updateTable('help_place')
    .set({ route: 'Naast de kerk.', access: ['toilet'], kind: 'library', district: '', x: null, y: null })
    .where('state', '=', 'active')
    .execute()
  await db.updateTable('course').set({ certificate: true, intake: true, room: 'Zaal 2', per_helper: 4 }).execute()
  const people = await db.selectFrom('person').selectAll().where('email', 'like', '%.test').execute()
  const asked = async (part: string) => {
    const person = people.find(({ email }) => email.includes(part))!
    return desk.visit({ ...person, municipality: municipality.id } as Parameters<TestDesk['visit']>[0])
  }
  officer = await asked('jeroen')
  library = await asked('sanne')
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: 'https://leidraad.sluiswijk.test',
    css: '',
    assets: {},
    today: () => today,
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
})
afterAll(() => desk.close())

async function trial(text: string, who: Visitor, door: string) {
  const sent = await who.post(`/balie/${door}/inlezen`, { bestand: new File([text], 'lijst') })
  const to = sent.headers.get('location')!
  return { page: await (await who.get(to)).text(), id: to.split('=')[1]! }
}
const all = async () => ({
  places: await desk.db.selectFrom('help_place').selectAll().orderBy('no').execute(),
  courses: await desk.db.selectFrom('course').selectAll().orderBy('no').execute(),
})
const kept = (rows: readonly { organisation: string | null; state: string }[], own: boolean) =>
  rows.filter(({ organisation, state }) => state === 'active' && (organisation !== null) === own).length

let before: Awaited<ReturnType<typeof all>>
beforeEach(async () => {
  before = await all()
})

test.each([
  ['onze-hulp', true],
  ['hulp', false],
] as const)(
  'the own file of the site, read in at %s, changes nothing and adds nothing of another',
  async (door, own) => {
    const who = own ? library : officer
    const file = await (await site.request('/leren/hulp/hsds.json')).text()
    const services = (JSON.parse(file) as unknown[]).length
    const same = kept(before.places, own) + kept(before.courses, own)
    expect(same).toBeGreaterThan(0)
    const { page } = await trial(file, who, door)
    const [counts] = /\d+ nieuw, [^.]*geweigerd/.exec(page)!
    expect(counts).toBe(`0 nieuw, 0 gewijzigd, ${same} gelijk gebleven, ${services - same} geweigerd`)
    expect(page).toContain(own ? 'dit houdt de gemeente bij' : 'dit houdt Bibliotheek Sluiswijk bij')
    const sheet = await (await who.get(`/balie/${door}/lijst.csv`)).text()
    expect((await trial(sheet, who, door)).page).toContain(`0 nieuw, 0 gewijzigd, ${same} gelijk gebleven, 0 geweigerd`)
  },
)

type Told = {
  readonly id: string
  readonly name: string
  readonly url: string
  alert?: string
  status: string
  assured_date: string
  service_at_locations: { schedules: { dtstart: string; until: string; opens_at: string }[] }[]
}
async function toldOf(own: boolean, kind: 'plek' | 'cursus'): Promise<Told> {
  const told = JSON.parse(await (await site.request('/leren/hulp/hsds.json')).text()) as Told[]
  const rows = kind === 'plek' ? before.places : before.courses
  const mine = rows.filter(({ organisation, state }) => state === 'active' && (organisation !== null) === own)
  return told.find(({ id, url }) => url.includes(`/${kind}/`) && mine.some((each) => each.id === id))!
}

test('what it does say is taken over, and what it cannot say stays', async () => {
  const told = await toldOf(true, 'plek')
  const { id, page } = await trial(JSON.stringify([{ ...told, alert: 'Morgen dicht' }]), library, 'onze-hulp')
  expect(page).toContain('0 nieuw, 1 gewijzigd')
  await library.post('/balie/onze-hulp/inlezen', { proef: id })
  const [was, is] = [before, await all()].map(({ places }) => places.find((each) => each.id === told.id)!)
  const { alert, changed_at: _at, sequence: _no, checked_by: _by, ...rest } = is!
  expect(alert).toBe('Morgen dicht')
  expect(was).toMatchObject(rest)
})
test('a course with another meeting moves, and keeps how somebody signs up', async () => {
  const told = await toldOf(true, 'cursus')
  const schedules = told.service_at_locations[0]!.schedules
  const last = schedules.at(-1)!
  const on = daysAfter(last.dtstart, 2)
  const moved = [...schedules, { ...last, dtstart: on, valid_from: on, valid_to: on, until: on }]
  const file = [{ ...told, service_at_locations: [{ ...told.service_at_locations[0]!, schedules: moved }] }]
  const { id, page } = await trial(JSON.stringify(file), library, 'onze-hulp')
  expect(page).toContain('0 nieuw, 1 gewijzigd')
  await library.post('/balie/onze-hulp/inlezen', { proef: id })
  const [was, is] = [before, await all()].map(({ courses }) => courses.find((each) => each.id === told.id)!)
  expect(is!.ends_on).toBe(on)
  const { sign_up, certificate, intake, room, per_helper, place, device, level } = was!
  expect(is).toMatchObject({ sign_up, certificate, intake, room, per_helper, place, device, level })
})
test('closed is closed: it leaves the site, stays so, and is no new place either', async () => {
  const told = await toldOf(false, 'plek')
  for (const status of ['defunct', 'inactive', 'temporarily closed'])
    expect(readHsds(Buffer.from(JSON.stringify([{ ...told, status }])), today).rows[0]!.gone).not.toBe('')
  const gone = JSON.stringify([
    { ...told, status: 'defunct' },
    { ...told, id: 'elders', name: 'Elders', status: 'inactive' },
  ])
  const { id, page } = await trial(gone, officer, 'hulp')
  expect(page).toContain('0 nieuw, 0 gewijzigd, 0 gelijk gebleven, 1 van de site, 1 geweigerd')
  expect(page).toContain('de bron zegt: niet meer actief')
  await officer.post('/balie/hulp/inlezen', { proef: id })
  const state = async () => (await all()).places.find((each) => each.id === told.id)!.state
  expect(await state()).toBe('ended')
  expect((await trial(gone, officer, 'hulp')).page).toContain('1 gelijk gebleven, 1 geweigerd')
  // Only a person puts it back: the source that calls it open does not.
  expect((await trial(JSON.stringify([told]), officer, 'hulp')).page).toContain('dit haalde u van de site')
})
test('the day on which its source looked is the day that counts, and never a later one nor an earlier', async () => {
  const told = await toldOf(false, 'plek')
  const stood = before.places.find((each) => each.id === told.id)!.checked_on
  const days = async (assured: string) => {
    const { id } = await trial(JSON.stringify([{ ...told, alert: assured, assured_date: assured }]), officer, 'hulp')
    await officer.post('/balie/hulp/inlezen', { proef: id })
    return (await all()).places.find((each) => each.id === told.id)!.checked_on
  }
  expect(await days('2020-01-01')).toBe(stood)
  const foreign = { ...told, id: 'van elders', name: 'Inloop elders', assured_date: '2026-01-15' }
  const { id } = await trial(JSON.stringify([foreign]), officer, 'hulp')
  await officer.post('/balie/hulp/inlezen', { proef: id })
  expect((await all()).places.find(({ key }) => key === 'van elders')!.checked_on).toBe('2026-01-15')
  expect(await days(daysAfter(today, 30))).toBe(today)
})
test('a service whose last day is past is not read, and a weekly time that ended is no time', () => {
  const at = (until: string | undefined, day = 'MO') => ({
    freq: 'WEEKLY',
    byday: day,
    dtstart: '2026-01-05',
    until,
    opens_at: '09:00',
    closes_at: '10:00',
  })
  const read = (...schedules: object[]) =>
    readHsds(Buffer.from(JSON.stringify([{ id: 'x', name: 'Inloop', schedules }])), today)
  expect(read(at(daysAfter(today, -1))).unread[0]!.why).toContain('voorbij')
  expect(read(at(daysAfter(today, -1)), at(undefined, 'TU')).rows[0]!.times!.hours).toEqual([
    { day: 2, from: '09:00', to: '10:00' },
  ])
  expect(read(at(today)).rows[0]!.times!.hours).toHaveLength(1)
  // The first Monday of a month is not every Monday.
  expect(read({ ...at(undefined, '1MO'), freq: 'MONTHLY' }, at(undefined, 'TU')).rows[0]!.times!.hours).toHaveLength(1)
})
