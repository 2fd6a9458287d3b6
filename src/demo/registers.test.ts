/** What the registers of the demo hold fits them, leads to what is there, and was typed by who may. */
import { expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { allSites } from '../../test/city/sites/all.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { fieldFor, readRegisters } from '../catalogue/registers.ts'
import { missingForPublication } from '../registers/conditions.ts'
import { PERMISSIONS } from '../vocabulary/roles.ts'
import { inOrder, readDemo, type DemoFile, type Find } from './registers.ts'

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

/** A file is kept elsewhere; here its name will do. */
const kept = ({ bestand }: DemoFile): string => bestand

test.each(registers.map((register) => [register.id, register] as const))('%s of the demo fits', (id, register) => {
  const own = entries[id]!
  expect(own.length).toBeGreaterThanOrEqual(6)
  const titles = own.map(({ waarden }) => waarden[titleOf(register.purpose)])
  expect(new Set(titles).size).toBe(own.length)
  const read = own.map(({ waarden, later }) =>
    readDemo(register, Object.assign({}, waarden, ...later), today, find, kept),
  )
  for (const [at, { problems }] of read.entries()) expect([titles[at], problems]).toEqual([titles[at], {}])
  if (register.publication === 'two-people')
    expect(read.filter(({ values }) => missingForPublication(register, values).length === 0).length).toBeGreaterThan(3)
  for (const { door } of own) {
    const roles = desk.people.find(({ email }) => email === door)!.rollen
    expect([door, PERMISSIONS['register.edit'].some((role) => roles.includes(role))]).toEqual([door, true])
  }
})

/** Fields of which their register says that a municipality leaves them open. */
const LEFT_OPEN = ['vertegenwoordiger']

test.each(registers.map((register) => [register.id, register] as const))(
  'whoever looks at %s of the demo sees every field filled in once at least',
  (id, { fields }) => {
    const filled = entries[id]!.flatMap(({ waarden, later }) => [waarden, ...later])
    const rows = (field: string) => filled.flatMap((values) => (values[field] ?? []) as readonly object[])
    const open = fields.flatMap((field) => [
      ...(filled.some((values) => Object.hasOwn(values, field.id)) ? [] : [field.id]),
      ...field.parts.flatMap((part) =>
        rows(field.id).some((row) => Object.hasOwn(row, part.id)) ? [] : [`${field.id}.${part.id}`],
      ),
    ])
    expect(open.filter((each) => !LEFT_OPEN.includes(each))).toEqual([])
  },
)

test('an assessment is adopted before its processing starts, and an agreement signed before its contract runs', () => {
  const at = (value: unknown): number => -(Object(value)['dagen_geleden'] ?? -Object(value)['over_dagen'])
  for (const { waarden } of entries['verwerkingen']!)
    if (waarden['dpia-datum'])
      expect([waarden['naam'], at(waarden['dpia-datum']) < at(waarden['begin'])]).toContain(true)
  const begins = new Map(entries['contracten']!.map(({ waarden }) => [waarden['naam'], at(waarden['begin'])]))
  for (const { waarden } of entries['verwerkersovereenkomsten']!)
    for (const contract of waarden['contract'] as string[])
      expect([waarden['naam'], at(waarden['getekend']) <= begins.get(contract)!]).toContain(true)
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
    { kleur: 'rood', leverancier: ['Niemand'], begin: 'gisteren', einde: { over_dagen: 2 }, stukken: ['contract.txt'] },
    today,
    find,
    kept,
  )
  expect(problems).toMatchObject({
    kleur: 'Dit veld is er niet.',
    leverancier: '“Niemand” is er niet.',
    begin: expect.stringContaining('datum'),
    stukken: expect.stringContaining('bestand'),
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
