/** The help and courses of the demo city: something of every kind, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDesk, type TestDesk } from '../../test/desk.ts'
import { seedHelp } from '../../test/help-city.ts'
import { daysAfter } from '../lib/iso-date.ts'
import { freshness } from '../vocabulary/help.ts'
import { todayIn } from '../web/language.ts'
import { fillCourses } from './courses.ts'

let desk: TestDesk
const today = todayIn()
beforeAll(async () => {
  desk = await testDesk([])
  await seedHelp(desk.db, desk.municipality.id)
  await fillCourses({ db: desk.db, municipality: desk.municipality.id })
})
afterAll(() => desk.close())

test('a full course with a waiting list, one called off, a meeting called off, and courses this week', async () => {
  const courses = await desk.db.selectFrom('course').selectAll().execute()
  expect(courses).toHaveLength(8)
  expect(courses.find(({ title }) => title.startsWith('Klik'))).toMatchObject({ taken: 8, waiting: 6 })
  expect(courses.filter(({ state }) => state === 'ended')).toHaveLength(1)
  expect(courses.filter(({ starts_on: on }) => on >= today && on <= daysAfter(today, 7)).length).toBeGreaterThan(2)
  const off = await desk.db.selectFrom('course_session').select('why').where('cancelled', '=', true).execute()
  expect(off).toEqual([{ why: 'de begeleider is ziek' }])
})
test('a place that is closed this week, one nobody looked at, and one that may be gone', async () => {
  const places = await desk.db.selectFrom('help_place').selectAll().execute()
  expect(places).toHaveLength(6)
  expect(places.filter(({ alert, times }) => alert !== '' && times.off.length > 0)).toHaveLength(1)
  expect(places.map(({ checked_on: on }) => freshness(on, today)).toSorted()).toEqual([
    'closed',
    'fresh',
    'fresh',
    'fresh',
    'fresh',
    'unchecked',
  ])
  expect(places.filter(({ organisation }) => organisation !== null)).toHaveLength(2)
})
test('earlier quarters, of which one is told in part and one not at all', async () => {
  const told = await desk.db.selectFrom('published.course_right').selectAll().orderBy('quarter').execute()
  expect(told.map(({ asked, met }) => [asked, met])).toEqual([
    [null, null],
    [20, null],
    [53, 37],
    [52, 41],
  ])
})
