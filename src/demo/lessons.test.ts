/** The lessons of the demo: codes with counts to read and to hide, certificates that hold, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisation, addPerson, as, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { checked } from '../features/lessons/certificate.ts'
import { groupCodes, groupTotals } from '../features/lessons/store.ts'
import { fillLessons } from './lessons.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
})
afterAll(() => desk.close())

test('a city that learns: what is told is five or more, and each certificate is one of ours', async () => {
  const { key, lessons } = testDeps()
  const [db, municipality] = [desk.db, desk.municipality.id]
  const library = await addOrganisation(db, municipality, 'Bibliotheek Sluiswijk')
  const people = [
    await addPerson(db, municipality, ['policy-officer'], 'Jeroen'),
    await addPerson(db, municipality, ['partner'], 'Sanne', library),
  ] as const
  const emails = ['jeroen.vandalen@gemeente-sluiswijk.test', 'sanne.dijkstra@bibliotheek-sluiswijk.test']
  for (const [at, { id }] of people.entries())
    await db.updateTable('person').set({ email: emails[at]! }).where('id', '=', id).execute()
  for (let twice = 0; twice < 2; twice++) await fillLessons({ db, municipality, key })
  for (const person of people) {
    const [code, ...more] = await as(db, person, (tx) => groupCodes(tx, municipality))
    expect(more).toEqual([])
    const totals = await as(db, person, (tx) => groupTotals(tx, code!.id))
    expect(totals.length).toBeGreaterThan(2)
    expect(totals.every(({ count }) => count >= 5)).toBe(true)
    for (const { lesson } of totals) expect(lessons.map(({ id }) => id)).toContain(lesson)
  }
  const certificates = await db.selectFrom('certificate').selectAll().execute()
  expect(certificates.length).toBeGreaterThan(15)
  for (const { number, month, ...rest } of certificates)
    expect(checked(key, municipality, number, { ...rest, month: month.slice(0, 7) })).toBeDefined()
})
