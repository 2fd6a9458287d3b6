/** What ought to be gone and has no proof of it is a task, until the proof or another date is there. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { readRegisters } from '../../catalogue/registers.ts'
import { asClock, asPerson } from '../../db/as.ts'
import { addEntry, changeEntry, endEntry, entryById } from '../store.ts'
import { RemovalNotice } from './notice.tsx'
import { askForProof } from './store.ts'
import { unproved } from './rules.ts'
import type { Values } from '../../model/register.ts'
import { todayIn } from '../../web/language.ts'

const registers = readRegisters('registers')
const register = registers.find(({ purpose }) => purpose === 'sensor')!
let desk: TestDesk
let person: TestPerson
const after = (days: number) => todayIn(new Date(Date.now() + days * 86_400_000))
const who = () => ({ municipality: desk.municipality.id, person: person.id, organisation: null })
const write = <T>(work: Parameters<typeof asPerson<T>>[3]) => asPerson(desk.db, who(), 'write', work)
const add = (values: Values) =>
  write((tx) => addEntry(tx, desk.municipality.id, register, { values, by: person.id, way: 'form' }))
const change = (id: string, values: Values) =>
  write(async (tx) => {
    const entry = (await entryById(tx, desk.municipality.id, register, id))!
    await changeEntry(tx, desk.municipality.id, register, entry, { values, by: person.id, way: 'form' })
  })
const ask = () =>
  asClock(desk.db, desk.municipality.id, (tx) => askForProof(tx, desk.municipality.id, registers, todayIn()))
const tasks = () =>
  desk.db.selectFrom('task').select(['object', 'text', 'role', 'path', 'due_on']).where('done_at', 'is', null).execute()

beforeAll(async () => {
  desk = await testDesk([])
  person = await addPerson(desk.db, desk.municipality.id, ['executor'], 'Anna')
})
beforeEach(async () => {
  for (const table of ['task', 'entry_link', 'entry_version', 'entry'] as const)
    await desk.db.deleteFrom(table).execute()
})
afterAll(() => desk.close())

test('only a date that is past asks for proof, and only of what has none', () => {
  const of = (values: Values) => unproved(register, values, '2026-06-10')?.on
  expect(of({ einde: '2026-06-09' })).toBe('2026-06-09')
  expect(of({ einde: '2026-06-10' })).toBeUndefined()
  expect(of({ verwijderd: '2026-06-10', einde: '2027-01-01' })).toBe('2026-06-10')
  expect(of({ verwijderd: '2026-07-01' })).toBeUndefined()
  expect(of({ einde: '2026-06-09', 'bewijs-verwijderd': ['x'] })).toBeUndefined()
  expect(of({})).toBeUndefined()
  const contract = registers.find(({ purpose }) => purpose === 'contract')!
  expect(unproved(contract, { einde: '2020-01-01' }, '2026-06-10')).toBeUndefined()
  expect(unproved(contract, { gewist: '2020-01-01' }, '2026-06-10')?.on).toBe('2020-01-01')
})

test('a photograph of the place is asked where there is a place, and not of what was erased', () => {
  const told = (purpose: string, values: Values) => {
    const of = registers.find((each) => each.purpose === purpose)!
    const entry = {
      id: '1',
      register: of.id,
      no: 1,
      title: 'x',
      values,
      version: 1,
      changedAt: new Date(),
      endedAt: null,
    }
    return renderToStaticMarkup(createElement(RemovalNotice, { register: of, entry, today: '2026-06-10' }))
  }
  expect(told('sensor', { einde: '2026-06-09' })).toMatch(/zoals een foto van de plek\. Is het er nog\?/)
  const erased = told('contract', { gewist: '2026-06-09' })
  expect(erased).toContain('Voeg het bewijs toe. Klopt de datum niet? Pas die dan aan.')
  expect(erased).not.toContain('plek')
})

test('it is asked once, also of what is no longer kept up, and no more when it is there', async () => {
  const { id } = await add({ naam: 'Camera Plein', einde: after(-3) })
  await add({ naam: 'Camera Kade', einde: after(0) })
  expect(await ask()).toBe(1)
  expect(await ask()).toBe(0)
  const [task, ...more] = await tasks()
  expect(more).toEqual([])
  expect(task!.text).toContain('Camera Plein (sensor)')
  expect(task).toMatchObject({ role: register.keeper, path: `/balie/registers/sensoren/${id}`, due_on: after(-3) })
  await write(async (tx) => {
    const entry = (await entryById(tx, desk.municipality.id, register, id))!
    await endEntry(tx, desk.municipality.id, register, entry, { by: person.id, ended: true })
  })
  await ask()
  expect(await tasks()).toHaveLength(1)
  await change(id, { naam: 'Camera Plein', einde: after(9) })
  expect(await tasks()).toEqual([])
  await change(id, { naam: 'Camera Plein', einde: after(-1) })
  expect(await ask()).toBe(1)
  await change(id, {
    naam: 'Camera Plein',
    einde: after(-1),
    'bewijs-verwijderd': ['00000000-0000-8000-8000-000000000001'],
  })
  expect(await tasks()).toEqual([])
  expect(await ask()).toBe(0)
})
