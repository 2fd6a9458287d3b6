/** The finder and what comes of it: today first, the nearest, never open when nobody looked, and 2,000 at once. */
import { sql } from 'kysely'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, unasked } from '../../../test/database.ts'
import { seedHelp } from '../../../test/help-city.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { createSite } from '../../apps/site.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { degreesOfGrid } from '../../lib/rijksdriehoek.ts'
import { weekdayOf } from '../../lib/weekly-times.ts'
import { todayIn } from '../../web/language.ts'
import { NOTHING_ASKED } from './asked.ts'
import { schedulesOf } from './hsds.ts'
import { standingOn } from './shown.ts'
import { findOffers, findPlaced, type Box } from './store.ts'

const ORIGIN = 'https://leidraad.sluiswijk.test'
const today = todayIn()
let database: Awaited<ReturnType<typeof testDatabase>>
let municipality: string
let site: Hono
const siteOn = (day: string, time?: string): Hono =>
  createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    today: () => day,
    ...(time === undefined ? {} : { time: () => time }),
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
beforeAll(async () => {
  database = await testDatabase()
  municipality = (await ensureMunicipality(database.db, 'Sluiswijk')).id
  await seedHelp(database.db, municipality)
  site = siteOn(today)
})
afterAll(() => database.close())
const text = async (path: string) => (await site.request(path)).text()
const found = (more: Partial<typeof NOTHING_ASKED> = {}, on = today) =>
  findOffers(database.publicDb, municipality, { ...NOTHING_ASKED, ...more }, { today: on, time: '', size: 50, page: 1 })
const onMap = (most: number, box?: Box) =>
  findPlaced(database.publicDb, municipality, NOTHING_ASKED, { today, time: '', most, box })
/** A minute before a time. */
const earlier = (time: string) => new Date(Date.parse(`1970-01-01T${time}Z`) - 60_000).toISOString().slice(11, 16)
/** The next day that is this one of the week, from today. */
const next = (weekday: number) => daysAfter(today, (weekday - weekdayOf(today) + 7) % 7)

test('what is open today comes first, what nobody looked at comes last and is never open', async () => {
  const sunday = next(7)
  const { rows, open } = await found({}, sunday)
  expect(rows.findIndex((each) => !each.open)).toBe(open)
  const club = rows.find(({ title }) => title.startsWith('Computerclub'))!
  expect(club.open).toBe(false)
  expect(rows.at(-1)!.title).toBe(club.title)
  expect((await found({ today: true }, sunday)).rows.map(({ title }) => title)).not.toContain(club.title)
  expect((await found({ today: true }, sunday)).rows.map(({ title }) => title)).toContain('Inloop Spuioever')
})
test('a day off is closed, and the day after it is not', async () => {
  const monday = daysAfter(today, 1 - weekdayOf(today))
  const names = async (on: string) => (await found({ today: true }, on)).rows.map(({ title }) => title)
  expect(await names(daysAfter(monday, 1))).not.toContain('Wijkpunt Zuiderhof')
  expect(await names(daysAfter(monday, 8))).toContain('Wijkpunt Zuiderhof')
})
test('by the clock: what is over today is told as over, in the list, on the map and on its own page', async () => {
  const sunday = next(7)
  const place = (await found({ today: true }, sunday)).rows.find(({ kind }) => kind === 'place')!
  const last = standingOn(place, sunday).today.at(-1)!
  const at = async (time: string, path: string) => (await siteOn(sunday, time).request(path)).text()
  const open = (time: string) =>
    findOffers(database.publicDb, municipality, NOTHING_ASKED, { today: sunday, time, size: 50, page: 1 })
  const before = await open(earlier(last.to))
  const after = await open(last.to)
  const opens = (some: typeof before) => some.rows.find(({ no, kind }) => kind === 'place' && no === place.no)!.open
  expect([opens(before), opens(after)]).toEqual([true, false])
  expect((await open('23:59')).open).toBe(0)
  const here = `/leren/hulp/plek/${place.no}`
  expect(await at(earlier(last.to), here)).toContain('Vandaag open: ')
  const closed = await at('23:59', here)
  expect(closed).not.toContain('Vandaag open: ')
  expect(closed).toMatch(/Vandaag was het open: [^<]* uur\. Dat is voorbij\.<\/strong> De volgende keer is/)
  const list = await at('23:59', '/leren/hulp')
  expect(list).toContain('geen plek open, of niet meer')
  expect(list).not.toMatch(/id="vandaag"|<strong>vandaag /)
  expect(await at('23:59', '/leren/hulp?vandaag=ja')).toContain('niets (meer) open')
  expect(await at('23:59', '/leren/hulp?weergave=kaart')).not.toContain('>vandaag ')
  expect(await at('23:59', '/leren')).toContain('geen plek open, of niet meer')
})
test('a course is over once its last lesson is, and until then it is not', async () => {
  const { rows } = await found({ kind: 'course' })
  const course = rows.find(({ endsOn, checkedOn }) => endsOn !== null && checkedOn >= daysAfter(endsOn, -170))!
  const sessions = course.kind === 'course' ? course.told.sessions : []
  const { on, to } = sessions.findLast(({ cancelled }) => !cancelled)!
  expect(on).toBe(course.endsOn)
  const at = async (time: string, path: string) => (await siteOn(on, time).request(path)).text()
  expect(await at(earlier(to), `/leren/hulp/cursus/${course.no}`)).not.toContain('Deze cursus is voorbij')
  expect(await at(to, `/leren/hulp/cursus/${course.no}`)).toContain('Deze cursus is voorbij')
  const list = await at(to, '/leren/hulp?soort=course')
  const line = list.slice(list.indexOf(`/leren/hulp/cursus/${course.no}"`)).split('</li>')[0]!
  expect(line).toContain('is voor vandaag voorbij')
  expect(line).not.toContain('is al begonnen')
})
test('who has no telephone number is not to be phoned first', async () => {
  const [place] = (await found({ kind: 'place' })).rows.filter(({ told }) => told.phone === '')
  const on = daysAfter(place!.checkedOn, 100)
  for (const path of ['', '/kaartje']) {
    const page = await (await siteOn(on).request(`/leren/hulp/plek/${place!.no}${path}`)).text()
    expect(page).toContain('Misschien klopt het niet meer.')
    expect(page).not.toContain('Bel eerst')
  }
})
test('a postcode that is none stays in its field', async () => {
  expect(await text('/leren/hulp?postcode=abc')).toMatch(/Dit is geen postcode[\s\S]*name="postcode"[^>]* value="abc"/)
})
test('the nearest comes first, by postcode and by neighbourhood', async () => {
  const near = (await found({ pc4: '2398', kind: 'place' })).rows.filter(
    ({ open, checkedOn }) => !open && checkedOn > daysAfter(today, -180),
  )
  const far = near.map((each) => each.far!)
  expect(far).toEqual(far.toSorted((one, other) => one - other))
  expect((await found({ pc4: '2398' })).rows.find(({ title }) => title === 'Wijkpunt Zuiderhof')!.far).toBeLessThan(100)
  const [first] = (await found({ district: 'Stationsbuurt', kind: 'place' }, next(5))).rows.filter(({ open }) => !open)
  expect(first!.district).not.toBe('')
  expect((await found()).rows.every(({ far: unknown }) => unknown === null)).toBe(true)
})
test('each filter keeps what fits, and together they keep less', async () => {
  const all = (await found()).total
  for (const more of [
    { subject: 'government' },
    { language: 'ar' },
    { stepFree: true },
    { phone: true },
    { kind: 'course' },
  ] as const) {
    const { total, rows } = await found(more)
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThan(all)
    if ('language' in more) expect(rows.every(({ languages }) => languages.includes('ar'))).toBe(true)
    if ('phone' in more) expect(rows.every(({ told }) => told.phone !== '')).toBe(true)
  }
  expect((await found({ language: 'ar', subject: 'money' })).total).toBe(0)
})
test('of a postcode four digits stay, also in the address', async () => {
  const answer = await site.request('/leren/hulp?postcode=2395%20ab&taal=nl')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/leren/hulp?postcode=2395&taal=nl'])
  expect(await text('/leren/hulp?postcode=999')).toContain('Dit is geen postcode')
  expect(await text('/leren/hulp?postcode=1011')).toContain('Postcode 1011 staat niet in onze lijst')
  expect((await site.request('/leren/hulp?taal=klingon')).status).toBe(400)
})
test('after 90 days a page says that nobody looked, and after 180 that it may be gone', async () => {
  const [place] = (await found({ kind: 'place' })).rows.filter(({ title }) => title === 'Taalhuis Sluiswijk')
  const at = `/leren/hulp/plek/${place!.no}`
  expect(await text(at)).not.toContain('Niet nagekeken sinds')
  const later = async (days: number) => (await siteOn(daysAfter(place!.checkedOn, days)).request(at)).text()
  expect(await later(89)).not.toContain('Niet nagekeken sinds')
  expect(await later(90)).toContain('Niet nagekeken sinds')
  expect(await later(179)).not.toContain('Wij weten niet')
  expect(await later(180)).toContain('Wij weten niet of het nog bestaat')
})
test('what machines read: a course of schema.org, a calendar, lines, and the API', async () => {
  const page = await text('/leren/hulp/cursus/1')
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!) as Record<
    string,
    never
  >
  expect(data).toMatchObject({
    '@type': 'Course',
    isAccessibleForFree: true,
    inLanguage: 'nl',
    offers: { price: 0 },
    hasCourseInstance: { courseMode: 'Onsite', maximumAttendeeCapacity: 8, remainingAttendeeCapacity: 0 },
  })
  const calendar = await text('/leren/hulp/cursus/3.ics')
  expect(calendar.match(/^STATUS:(\w+)/gm)).toEqual([
    'STATUS:CONFIRMED',
    'STATUS:CONFIRMED',
    'STATUS:CANCELLED',
    'STATUS:CONFIRMED',
  ])
  expect(await text('/leren/hulp/plek/1.ics')).toContain('RRULE:FREQ=WEEKLY;BYDAY=SU')
  const lines = (await text('/open-data/hulp-en-cursussen.csv')).trim().split('\r\n')
  expect(lines).toHaveLength(14)
  expect(lines[0]!.split(',')).toHaveLength(24)
  const api = (await (await site.request('/api/v1/hulp?aantal=5')).json()) as {
    resultaten: { soort: string }[]
    volgende: string
  }
  expect(api.resultaten).toHaveLength(5)
  const rest = (await (await site.request(api.volgende)).json()) as typeof api
  expect(rest.resultaten[0]).not.toEqual(api.resultaten[0])
  expect((await site.request('/api/v1/hulp/cursus/1')).status).toBe(200)
  expect((await site.request('/api/v1/hulp/cursus/99')).status).toBe(404)
})
test('what nobody looked at for half a year is told to no machine as going on', async () => {
  const [place] = (await found({ kind: 'place' })).rows.filter(({ title }) => title === 'Taalhuis Sluiswijk')
  const read = async (days: number) => {
    const on = siteOn(daysAfter(place!.checkedOn, days))
    const at = `/leren/hulp/plek/${place!.no}`
    const services = (await (await on.request('/leren/hulp/hsds.json')).json()) as {
      id: string
      status: string
      service_at_locations: { schedules: unknown[] }[]
    }[]
    const { status, service_at_locations: where } = services.find(({ id }) => id === place!.told.id)!
    const calendar = await (await on.request(`${at}.ics`)).text()
    const page = await (await on.request(at)).text()
    const linked = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!) as {
      openingHoursSpecification: unknown[]
    }
    return {
      status,
      schedules: where[0]!.schedules.length > 0,
      hours: linked.openingHoursSpecification.length > 0,
      certain: [...new Set(calendar.match(/^STATUS:\w+/gm))],
      said: calendar.includes('Wij weten niet'),
    }
  }
  expect(await read(179)).toEqual({
    status: 'active',
    schedules: true,
    hours: true,
    certain: ['STATUS:CONFIRMED'],
    said: false,
  })
  expect(await read(180)).toEqual({
    status: 'inactive',
    schedules: false,
    hours: false,
    certain: ['STATUS:TENTATIVE'],
    said: true,
  })
})
test('of a course whose list is elsewhere nobody says how many places are free, and its language is told', async () => {
  const course = (await found({ kind: 'course', language: 'ar' })).rows[0]!
  expect(course.told).toMatchObject({ signUp: 'phone' })
  const page = await text(`/leren/hulp/cursus/${course.no}`)
  const linked = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!
  expect(linked).not.toMatch(/Capacity|InStock|SoldOut/)
  const api = (await (await site.request(`/api/v1/hulp/cursus/${course.no}`)).json()) as { vrij: number | null }
  expect(api.vrij).toBeNull()
  const services = (await (await site.request('/leren/hulp/hsds.json')).json()) as {
    id: string
    capacities?: unknown
  }[]
  expect(services.find(({ id }) => id === course.told.id)).not.toHaveProperty('capacities')
  expect(services.filter(({ capacities }) => capacities !== undefined).length).toBeGreaterThan(0)
  const lines = (await text('/open-data/hulp-en-cursussen.csv')).split('\r\n')
  expect(lines.find((each) => each.includes(course.told.id))).toMatch(/,6,$/)
  expect(await text('/leren/hulp/cijfers')).toMatch(/Arabisch[\s\S]{0,200}bel de aanbieder[\s\S]{0,200}niet bekend/)
})
test('a course is told as what the municipality promises, help with contact as a duty, with its norm', async () => {
  for (const path of ['/leren', '/leren/hulp/cijfers', '/en/leren', '/en/leren/hulp/cijfers']) {
    const page = await text(path)
    expect(page, path).toMatch(/De gemeente belooft iedereen|The municipality promises everybody/)
    expect(page, path).toMatch(/Het staat niet in een wet|No law says it/)
    expect(page, path).toMatch(/href="(\/en)?\/normen\/TOE-07"[\s\S]*href="(\/en)?\/normen\/TOE-06"/)
    expect(page, path).not.toMatch(/heeft recht op|has a right to/)
  }
})
test('no page says who signed up', async () => {
  for (const path of ['/leren/hulp/cursus/1', '/leren/hulp/hsds.json', '/api/v1/hulp?aantal=50', '/leren/hulp/cijfers'])
    expect(await text(path), path).not.toMatch(/Corrie|06 00 00 01/)
})

test('HSDS 3.0: what it asks is there, and a schedule is of one distance to UTC', async () => {
  const services = JSON.parse(await text('/leren/hulp/hsds.json')) as {
    id: string
    name: string
    status: string
    organization: { id: string; name: string; description: string }
    service_at_locations: {
      id: string
      location: { id: string; location_type: string; addresses?: Record<string, string>[] }
      schedules: { id: string; freq: string; timezone: number; valid_from: string; valid_to: string; byday: string }[]
    }[]
  }[]
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
  expect(services).toHaveLength(13)
  const ids = new Set<string>()
  for (const { id, name, status, organization, service_at_locations: at } of services) {
    for (const each of [id, organization.id, at[0]!.id, at[0]!.location.id]) expect(each).toMatch(uuid)
    expect([name !== '', organization.description !== '']).toEqual([true, true])
    expect(['active', 'inactive', 'defunct', 'temporarily closed']).toContain(status)
    expect(['physical', 'postal', 'virtual']).toContain(at[0]!.location.location_type)
    for (const address of at[0]!.location.addresses ?? [])
      for (const field of ['address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'])
        expect(address[field], field).toBeTruthy()
    for (const schedule of at[0]!.schedules) {
      expect(schedule).toMatchObject({ freq: 'WEEKLY' })
      expect([1, 2]).toContain(schedule.timezone)
      expect(schedule.valid_from <= schedule.valid_to).toBe(true)
      expect(ids.has(schedule.id)).toBe(false)
      ids.add(schedule.id)
    }
  }
})
test('a schedule is cut where the clock changes and where it is closed; two times a day are two rows', () => {
  const rows = schedulesOf(
    'x',
    {
      hours: [
        { day: 1, from: '09:00', to: '12:00' },
        { day: 1, from: '13:00', to: '17:00' },
      ],
      off: [{ from: '2026-12-21', to: '2027-01-03', why: '' }],
      extra: [{ on: '2026-12-23', from: '10:00', to: '11:00' }],
    },
    '2026-10-12',
    '2027-04-12',
  )
  expect(rows.map((each) => `${each.valid_from}/${each.valid_to} ${each.byday} ${each.opens_at}`)).toEqual([
    '2026-10-12/2026-10-24 MO 09:00+02:00',
    '2026-10-12/2026-10-24 MO 13:00+02:00',
    '2026-10-26/2026-12-20 MO 09:00+01:00',
    '2026-10-26/2026-12-20 MO 13:00+01:00',
    '2027-01-04/2027-03-27 MO 09:00+01:00',
    '2027-01-04/2027-03-27 MO 13:00+01:00',
    '2027-03-29/2027-04-12 MO 09:00+02:00',
    '2027-03-29/2027-04-12 MO 13:00+02:00',
    '2026-12-23/2026-12-23 WE 10:00+01:00',
  ])
})

test('two thousand courses are found in one question', async () => {
  await unasked(database.db, async (tx) => {
    await sql`insert into published.help_offer
      select municipality, 'course', 1000 + n, title || ' ' || n, provider, keeper, district, pc4, x + n, y, subjects,
      languages, step_free, free, phone, weekdays, off_days, days, starts_on, ends_on, places, taken, waiting,
      cancelled, checked_on, state, told, sequence, changed_at
      from published.help_offer, generate_series(1, 2000) n where kind = 'course' and no = 1`.execute(tx)
  })
  await sql`analyze published.help_offer`.execute(database.db)
  const { total } = await found({ pc4: '2398' })
  expect(total).toBeGreaterThan(2_000)
})

test('a map of more than fit says how many there are, and nearer by it shows what lies there alone', async () => {
  const [some, all] = await Promise.all([2, 10_000].map((most) => onMap(most)))
  expect(some!.rows).toHaveLength(2)
  expect([some!.total, some!.unplaced]).toEqual([all!.rows.length, all!.unplaced])
  expect(all!.rows.length).toBeGreaterThan(2)
  const at = all!.rows[0]!
  const box = { x: [at.x! - 1, at.x! + 1], y: [at.y! - 1, at.y! + 1] } as const
  const near = await onMap(10_000, box)
  expect(near.rows.map(({ title }) => title)).toContain(at.title)
  expect(near.rows.every(({ x, y }) => x === at.x && y === at.y)).toBe(true)
  expect(near.total).toBeLessThan(all!.total)
  // Two thousand courses were added above.
  const whole = await text('/leren/hulp?weergave=kaart')
  expect(whole).toContain(`Dit zijn de eerste 300 van ${new Intl.NumberFormat('nl').format(all!.total)}. `)
  // By its address, in degrees: the square around a place holds it, and one at the other end of the country does not.
  const { lon, lat } = degreesOfGrid(at.x!, at.y!)
  const shown = (north: number, east: number) => text(`/leren/hulp?weergave=kaart&plek=${north},${east},500`)
  expect(await shown(Number(lat.toFixed(5)), Number(lon.toFixed(5)))).toContain(at.title)
  expect(await shown(53.2, 6.5)).not.toContain(at.title)
})
