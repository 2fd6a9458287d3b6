/** What the registers of the demo hold fits them, leads to what is there, and was typed by who may. */
import { expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { allSites } from '../../test/city/sites/all.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { fieldFor, readRegisters } from '../catalogue/registers.ts'
import { missingForPublication } from '../registers/values.ts'
import { PERMISSIONS } from '../vocabulary/roles.ts'
import { inOrder, readDemo, type Find } from './registers.ts'

const registers = readRegisters('registers')
const desk = readDesk()
// As the program gets it: from the process of the city, as JSON.
const { entries } = JSON.parse(JSON.stringify(desk)) as typeof desk
const today = Date.parse('2026-11-28')
const titleOf = (purpose: string) =>
  fieldFor(
    registers.find((each) => each.purpose === purpose)!,
    'title',
  )!.id
const names = {
  product: desk.products.map(({ naam }) => naam),
  case: desk.cases.map(({ titel }) => titel),
  regulation: desk.regulations.map(({ titel }) => titel),
  organisation: allSites.map(({ organisation }) => organisation.name),
  norm: readCatalogue('norms').norms.map(({ id }) => id),
}
const find: Find = (to, name) => {
  if (!('purpose' in to)) return names[to.target].includes(name) ? name : undefined
  const register = registers.find(({ purpose }) => purpose === to.purpose)!
  const all = entries[register.id]!.map(({ waarden }) => waarden[titleOf(to.purpose)])
  return all.includes(name) ? name : undefined
}

test.each(registers.map((register) => [register.id, register] as const))('%s of the demo fits', (id, register) => {
  const own = entries[id]!
  expect(own.length).toBeGreaterThanOrEqual(6)
  const titles = own.map(({ waarden }) => waarden[titleOf(register.purpose)])
  expect(new Set(titles).size).toBe(own.length)
  const read = own.map(({ waarden, later }) => readDemo(register, Object.assign({}, waarden, ...later), today, find))
  for (const [at, { problems }] of read.entries()) expect([titles[at], problems]).toEqual([titles[at], {}])
  if (register.publication === 'two-people')
    expect(read.filter(({ values }) => missingForPublication(register, values).length === 0).length).toBeGreaterThan(3)
  for (const { door } of own) {
    const roles = desk.people.find(({ email }) => email === door)!.rollen
    expect([door, PERMISSIONS['register.edit'].some((role) => roles.includes(role))]).toEqual([door, true])
  }
})

test('every file of the demo is of a register', () => {
  expect(Object.keys(entries).toSorted()).toEqual(registers.map(({ id }) => id).toSorted())
})

test('a register stands after those that it leads to', () => {
  const order = inOrder(registers).map(({ purpose }) => purpose)
  expect(order).toHaveLength(registers.length)
  for (const [before, after] of [
    ['supplier', 'product'],
    ['product', 'contract'],
    ['contract', 'processor-agreement'],
    ['processor-agreement', 'processing'],
    ['processing', 'sensor'],
  ])
    expect(order.indexOf(before!)).toBeLessThan(order.indexOf(after!))
})

test('what does not fit is told: a field that is not there, a name that nothing has, a day that is none', () => {
  const contracts = registers.find(({ purpose }) => purpose === 'contract')!
  const { problems } = readDemo(
    contracts,
    { kleur: 'rood', leverancier: ['Niemand'], begin: 'gisteren', einde: { over_dagen: 2 } },
    today,
    find,
  )
  expect(problems).toMatchObject({
    kleur: 'Dit veld is er niet.',
    leverancier: '“Niemand” is er niet.',
    begin: expect.stringContaining('datum'),
  })
  expect(problems).not.toHaveProperty('einde')
})

test('the demo holds what people come to see: days that come, days that passed, and what no longer holds', () => {
  const days = (id: string, field: string): unknown[] => entries[id]!.map(({ waarden }) => waarden[field])
  const soon = (value: unknown) => Object(value)['over_dagen'] <= 90
  expect(days('contracten', 'opzeggen').filter(soon).length).toBeGreaterThan(2)
  expect(days('contracten', 'opzeggen').some((value) => 'dagen_geleden' in Object(value))).toBe(true)
  expect(days('sensoren', 'einde').filter(soon).length).toBeGreaterThan(0)
  // In use by the register, while its product has ended and nobody looked again.
  const drifted = entries['algoritmes']!.filter(({ waarden }) => {
    const products = entries['producten']!.filter(({ gestopt }) => gestopt)
    return (
      waarden['stand'] === 'gebruik' &&
      products.some((product) => JSON.stringify(waarden['product']) === JSON.stringify([product.waarden['naam']]))
    )
  })
  expect(drifted.length).toBeGreaterThan(0)
})
