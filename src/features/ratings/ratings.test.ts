/** How a service went, from the minute after it to the page of everybody; and what nobody learns from it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { createSite } from '../../apps/site.ts'
import { registerFor } from '../../catalogue/registers.ts'
import { daysOn } from '../../lib/months.ts'
import type { Ratings } from '../../model/rating.ts'
import { todayIn } from '../../web/language.ts'
import { ratingTimers } from './timers.ts'

const deps = testDeps()
const register = registerFor(deps.registers, 'product')!.id
const product = uuid()
let desk: TestDesk
let site: ReturnType<typeof createSite>
let now = Date.now()
let anna: TestPerson
let at: Awaited<ReturnType<TestDesk['visit']>>

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  await db
    .insertInto('published.entry')
    .values({
      municipality: municipality.id,
      register,
      id: product,
      version: 1,
      no: 1,
      slug: 'afspraken',
      title: 'Afspraken maken',
      values: '{}',
      search: 'afspraken',
    })
    .execute()
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    registers: deps.registers,
    kinds: deps.requestKinds,
    requests: { key: deps.key, counted: async () => ({}), remake: deps.remake, now: () => now },
  })
  anna = await addPerson(db, municipality.id, ['policy-officer'], 'Anna')
  at = await desk.visit(anna)
})
afterAll(() => desk.close())

const text = async (path: string) => (await site.request(`${ORIGIN}${path}`)).text()
const sealOf = (page: string): string => /name="formulier" value="([^"]+)"/.exec(page)![1]!
async function post(
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
  return site.request(`${ORIGIN}/oordeel/afspraken`, {
    method: 'POST',
    body,
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}
async function say(fields: Readonly<Record<string, string | readonly string[]>> = {}) {
  const formulier = sealOf(await text('/oordeel/afspraken'))
  now += 10_000
  return post({ gelukt: 'yes', ...fields, formulier })
}
/** The page on the next day: what is told is counted once a day, of days that are over. */
async function toldAnew(): Promise<string> {
  await sql`update rating set on_day = on_day - 1`.execute(desk.db)
  await desk.db
    .updateTable('published.rating')
    .set({ told_on: daysOn(todayIn(), -1) })
    .execute()
  await tick(desk.db, { timers: ratingTimers, postman: undefined, origin: ORIGIN })
  return text('/oordelen/afspraken')
}
const rows = () => desk.db.selectFrom('rating').selectAll().execute()

test('the confirmation page of a service leads to a minute of questions, with version and step', async () => {
  const page = await text('/oordeel/afspraken?gelukt=partly&versie=2.1&stap=klaar')
  expect(page).toContain('Hoe ging het met Afspraken maken?')
  expect(page).toMatch(/value="partly"[^>]*checked|checked[^>]*value="partly"/)
  expect(page).toContain('name="versie" value="2.1"')
  // What is no name of a version is left out.
  // It is shown without that anybody read it: nothing can be said with it.
  for (const none of ['%3Cscript%3E', 'Jan+Jansen+liegt', '0612345678', '2.1+fout'])
    expect(await text(`/oordeel/afspraken?versie=${none}`)).toContain('name="versie" value=""')
  expect((await site.request(`${ORIGIN}/oordeel/bestaat-niet`)).status).toBe(404)
  expect(await text('/en/oordeel/afspraken')).toContain('How did it go with Afspraken maken?')
})

test('nothing is kept of who answers: no time, no address, no browser, and no number of anybody', async () => {
  const done = await say({
    gelukt: 'no',
    makkelijk: '2',
    vast: ['inloggen', 'fout', 'verzonnen'],
    woorden: 'Mijn BSN 123456782 werd geweigerd, bel 06 12345678.',
    versie: '2.1',
    stap: 'inloggen',
    hulp: 'ja',
    tonen: 'ja',
  })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/oordeel/afspraken/dank?vast=ja'])
  expect(await text('/oordeel/afspraken/dank?vast=ja')).toContain('href="/rechten/digitaal-lukt-niet"')
  const [row] = await rows()
  expect(row).toMatchObject({
    done: 'no',
    ease: 2,
    stuck: ['inloggen', 'fout'],
    words: 'Mijn BSN … werd geweigerd, bel ….',
    helped: true,
    leave: true,
    shown: false,
    on_day: todayIn(),
  })
  const columns = Object.keys(row!).toSorted()
  expect(columns).toEqual(
    'done ease helped id leave municipality on_day product read_by shown step stuck version words'.split(' '),
  )
})

test('what is not right comes back with what was typed; a program is not let in, and twice is once', async () => {
  const formulier = sealOf(await text('/oordeel/afspraken'))
  const fast = await post({ gelukt: 'yes', woorden: 'Prima', formulier })
  expect([fast.status, await fast.text()]).toEqual([422, expect.stringContaining('Dit ging erg snel')])
  now += 10_000
  const none = await post({ woorden: 'Prima', formulier })
  expect([none.status, await none.text()]).toEqual([422, expect.stringMatching(/Prima[\s\S]*/)])
  expect((await post({ gelukt: 'yes', website: 'x', formulier })).status).toBe(422)
  expect((await post({ gelukt: 'yes', makkelijk: '6', formulier })).status).toBe(422)
  expect((await post({ gelukt: 'yes', woorden: 'x'.repeat(301), formulier })).status).toBe(422)
  expect((await post({ gelukt: 'yes', formulier }, { origin: 'https://kwaad.test' })).status).toBe(403)
  const before = (await rows()).length
  expect((await post({ gelukt: 'yes', formulier })).status).toBe(303)
  expect((await post({ gelukt: 'yes', formulier })).status).toBe(303)
  expect(await rows()).toHaveLength(before + 1)
})

test('nothing is told of nine, nor of ten on their own day; words only with leave and once read', async () => {
  while ((await rows()).length < 9) await say()
  const few = await toldAnew()
  expect(few).toContain('Er zijn nog geen tien antwoorden')
  expect(few).not.toMatch(/Waar liepen mensen vast|Inloggen lukte niet/)
  expect(await text('/oordelen')).toContain('nog geen tien')
  await say({ woorden: 'Dit mag niemand zien' })
  const { rows: today } = await sql<{ count: number | null }>`
    select (wall.ratings_of(${desk.municipality.id}, ${product}, 10) ->> 'count')::int as count`.execute(desk.db)
  expect(today[0]!.count).toBeNull()
  const ten = await toldAnew()
  expect(ten).toContain('Bij 9 van de 10 mensen is het gelukt')
  expect(ten).toContain('tussen 60% en 98%')
  expect(ten).not.toContain('werd geweigerd')
  const shown = (await rows()).find(({ leave }) => leave)!
  const hidden = (await rows()).find(({ words }) => words === 'Dit mag niemand zien')!
  const page = `/balie/oordelen/${product}`
  expect((await at.post(`${page}/gelezen`, { oordeel: hidden.id, tonen: 'ja' })).status).toBe(409)
  expect((await at.post(`${page}/gelezen`, { oordeel: hidden.id })).status).toBe(303)
  expect((await at.post(`${page}/gelezen`, { oordeel: shown.id, tonen: 'ja' })).status).toBe(303)
  const after = await text('/oordelen/afspraken')
  expect(after).toContain('werd geweigerd')
  expect(after).not.toContain('Dit mag niemand zien')
})

test('what was done with it, and a test with people, stand on the site by function, not by name', async () => {
  const page = `/balie/oordelen/${product}`
  const typed = { gedaan: 'Inloggen kan nu ook met een code.', wie: 'Team dienstverlening', wanneer: todayIn() }
  const bad = await at.post(`${page}/gedaan`, { ...typed, wanneer: daysOn(todayIn(), 1) })
  expect([bad.status, await bad.text()]).toEqual([422, expect.stringContaining('Inloggen kan nu ook met een code.')])
  expect((await at.post(`${page}/gedaan`, typed)).status).toBe(303)
  await desk.db.updateTable('person').set({ function: 'beleidsmedewerker' }).where('id', '=', anna.id).execute()
  const tried = {
    taak: 'Een afspraak maken',
    mensen: 'vijf mensen van een taalcursus',
    dag: todayIn(),
    aantal: '5',
    klaar: '3',
    'met-hulp': '1',
    minuten: '12',
    gezien: 'Twee mensen vonden de knop niet.',
    erbij: 'ja',
  }
  const more = await at.post(`${page}/test`, { ...tried, klaar: '6' })
  expect([more.status, await more.text()]).toEqual([422, expect.stringContaining('meer dan er meededen')])
  expect((await at.post(`${page}/test`, tried)).status).toBe(303)
  const told = await text('/oordelen/afspraken')
  expect(told).toMatch(/Inloggen kan nu ook met een code\.[\s\S]*3 van de 5 kwamen klaar, 1 met hulp/)
  expect(told).toContain('Gezien door: beleidsmedewerker.')
  expect(told).not.toContain('Anna')
  // All that is kept of an answer is named.
  for (const kept of ['de dag', 'de versie', 'de stap', 'iemand u hielp', 'uw eigen woorden', 'op de site mogen'])
    expect(told).toContain(kept)
})

test('words go after a year, numbers stay', async () => {
  await sql`update rating set on_day = today_here() - 366 where words <> ''`.execute(desk.db)
  await tick(desk.db, { timers: ratingTimers, postman: undefined, origin: ORIGIN })
  const left = await rows()
  expect(left.filter(({ words }) => words !== '')).toEqual([])
  expect(left.length).toBeGreaterThanOrEqual(10)
})

const day = (month: number, of: number) => `2025-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`
async function answered(of: string, on: string, at: number, version = ''): Promise<void> {
  const [done, helped] = [at % 3 === 0 ? ('no' as const) : ('yes' as const), at % 2 === 0]
  const row = {
    municipality: desk.municipality.id,
    id: uuid(),
    product: of,
    version,
    on_day: on,
    done,
    helped,
    ease: 1 + (at % 5),
  }
  await desk.db.insertInto('rating').values(row).execute()
}
async function toldOf(of: string): Promise<Ratings> {
  const { rows: told } = await sql<{ told: Ratings }>`
    select wall.ratings_of(${desk.municipality.id}, ${of}, 10) as told`.execute(desk.db)
  return told[0]!.told
}
test('of two days on which it was told nobody takes off one to nine answers, of all or of a quarter', async () => {
  const of = uuid()
  let [before, came] = [await toldOf(of), 0]
  const seen = new Set<number>()
  // Some days nobody, some days many, over three quarters; one of them has few.
  for (const [month, days] of [
    [1, [3, 0, 8, 1, 14, 2]],
    [3, [9, 1, 1]],
    [5, [1, 2]],
    [8, [30, 7, 5, 12]],
  ] as const)
    for (const [at, many] of days.entries()) {
      for (let no = 0; no < many; no++) await answered(of, day(month, at + 1), came++)
      const now = await toldOf(of)
      expect(now.count ?? 0).toBe(came - (came % 10))
      const parts = [
        [now.count, before.count],
        ...now.quarters.map(({ quarter, count }) => [count, before.quarters.find((q) => q.quarter === quarter)?.count]),
      ]
      for (const [is, was] of parts) {
        const more = (is ?? 0) - (was ?? 0)
        seen.add(more)
        expect(more === 0 || more >= 10, `${more} more`).toBe(true)
      }
      const sum = (told: Ratings, by: 'count' | 'yes') => told.quarters.reduce((all, each) => all + each[by], 0)
      expect([sum(now, 'count'), sum(now, 'yes')]).toEqual([now.count ?? 0, now.done?.yes ?? 0])
      for (const parted of [now.done, now.ease])
        expect(Object.values(parted ?? {}).reduce((all, each) => all + each, 0)).toBe(now.count ?? 0)
      before = now
    }
  expect([...seen].toSorted((one, other) => one - other)).toEqual([0, 10, 30])
})
test('a quarter names the versions that ten of its answers or more were about, and no other', async () => {
  const of = uuid()
  for (let no = 0; no < 20; no++) await answered(of, day(1, 2), no, no < 10 ? '2.0' : no < 19 ? '2.1' : '')
  for (let no = 0; no < 10; no++) await answered(of, day(4, 2), no, '2.1')
  // Not a ten yet: nothing of it is told.
  for (let no = 0; no < 9; no++) await answered(of, day(7, 2), no, '3.0')
  expect((await toldOf(of)).quarters.map(({ quarter, versions }) => [quarter, versions])).toEqual([
    ['2025-Q1', ['2.0']],
    ['2025-Q2', ['2.1']],
  ])
})
test('words go with the ten that they are of', async () => {
  const of = uuid()
  for (let no = 0; no < 13; no++) await answered(of, day(1, 1 + (no % 2)), no)
  const { rows: those } = await sql<{ id: string }>`
    select id from rating where product = ${of} order by on_day, id`.execute(desk.db)
  const say = (at: number, words: string) =>
    desk.db
      .updateTable('rating')
      .set({ words, leave: true, shown: true, read_by: anna.id })
      .where('id', '=', those[at]!.id)
      .execute()
  await say(9, 'Van de eerste tien')
  await say(10, 'Van de volgende tien')
  expect((await toldOf(of)).words).toEqual(['Van de eerste tien'])
  for (let no = 13; no < 20; no++) await answered(of, day(2, 1), no)
  expect((await toldOf(of)).words).toHaveLength(2)
})
