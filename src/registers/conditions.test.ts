/** Answers on which others depend, in the registers as they are: what trips them, and near misses that do not. */
import { expect, test } from 'vitest'
import { readRegisters, registerFor } from '../catalogue/registers.ts'
import type { Register, Values } from '../model/register.ts'
import { jsonSchemaOf } from '../public/registers/schema.ts'
import { planImport } from './import-plan.ts'
import { barredByAnswers, missingForPublication } from './conditions.ts'
import { valuesFrom } from './reading.ts'
import { problemsForPublication } from './release/rules.ts'
import { asPublic } from './values.ts'

const registers = readRegisters('registers')
const of = (purpose: string): Register => registerFor(registers, purpose)!
const asked = (purpose: string, values: Values) => missingForPublication(of(purpose), values).map(({ id }) => id)

test.each<[string, string, Values, Values]>([
  ['data-set', 'waarde-soort', { hoogwaardig: true }, { hoogwaardig: false }],
  ['data-set', 'waarde-soort', { hoogwaardig: true }, {}],
  ['processing', 'landen', { doorgifte: 'waarborg' }, { doorgifte: 'nee' }],
  ['processing', 'uitzondering', { bijzonder: ['geloof'] }, { strafrecht: true }],
  ['sensor', 'alternatief', { persoonsgegevens: true }, { persoonsgegevens: false }],
])('%s: %s is asked for publication by another answer', (purpose, id, trips, misses) => {
  expect(asked(purpose, trips)).toContain(id)
  expect(asked(purpose, misses)).not.toContain(id)
  expect(asked(purpose, { ...trips, [id]: 'x' })).not.toContain(id)
  expect(problemsForPublication(of(purpose), trips)[id]).toMatch(/is nog niet ingevuld/)
})

test.each([
  ['contract', { verlenging: 'loopt-door' }, { verlenging: 'stopt' }, 'opzeggen', '31-12-2027'],
  ['processing', { 'in-opdracht': 'ja' }, { 'in-opdracht': 'nee' }, 'opdrachtgever', 'GGD'],
] as const)('%s: a form is not kept without what another answer asks', (purpose, trips, misses, id, answer) => {
  const told = (input: Readonly<Record<string, string>>) => valuesFrom(of(purpose), input).problems[id]
  expect(told(trips)).toMatch(/^Vul “.*” in: bij “.*” staat “.*”\.$/)
  expect(told(misses)).toBeUndefined()
  expect(told({})).toBeUndefined()
  expect(told({ ...trips, [id]: answer })).toBeUndefined()
})

test.each<[string, string, Values, Values]>([
  ['data-set', 'persoonsgegevens', { persoonsgegevens: true }, { persoonsgegevens: false }],
  ['data-set', 'toegang', { toegang: 'niemand' }, { toegang: 'voorwaarden' }],
  ['sensor', 'grondslag', { persoonsgegevens: true, grondslag: 'geen' }, { persoonsgegevens: true, grondslag: 'taak' }],
  [
    'sensor',
    'grondslag',
    { persoonsgegevens: true, grondslag: 'geen' },
    { persoonsgegevens: false, grondslag: 'geen' },
  ],
  ['sensor', 'grondslag', { persoonsgegevens: true, grondslag: 'geen' }, { grondslag: 'geen' }],
])('%s: %s keeps an entry from everybody, with the reason at the field', (purpose, id, trips, misses) => {
  const told = (values: Values) => barredByAnswers(of(purpose), values)
  expect(Object.keys(told(trips))).toEqual([id])
  expect(problemsForPublication(of(purpose), trips)[id]).toBe(told(trips)[id])
  expect(told(misses)).toEqual({})
})

test('an import asks it of what it says, and lets be what it does not speak of', () => {
  const register = of('contract')
  const entry = (values: Values) => ({
    id: '1',
    register: register.id,
    no: 1,
    title: 'Een',
    version: 1,
    changedAt: new Date(),
    endedAt: null,
    values: { naam: 'Een', ...values },
  })
  const refused = (values: Values, cells: Readonly<Record<string, string>>) =>
    planImport(register, [{ row: 2, cells: { nummer: '1', ...cells } }], {
      entries: new Map([[1, entry(values)]]),
      seen: new Map([[1, 1]]),
      names: new Map(),
      readLink: () => ({}),
    }).refused.map(({ column }) => column)
  const label = 'Opzeggen kan uiterlijk op'
  expect(refused({}, { verlenging: 'loopt-door' })).toEqual([label])
  expect(refused({ opzeggen: '2027-01-01' }, { verlenging: 'loopt-door' })).toEqual([])
  expect(refused({ verlenging: 'loopt-door', opzeggen: '2027-01-01' }, { opzeggen: '' })).toEqual([label])
  expect(refused({ verlenging: 'stopt', opzeggen: '2027-01-01' }, { opzeggen: '' })).toEqual([])
  // Kept before this was asked: another cell changes, and this row does not speak of it.
  expect(refused({ verlenging: 'loopt-door' }, { verlenging: 'loopt-door', eigenaar: 'griffie' })).toEqual([])
})

test('the schema asks of all that is public no more than its title, and says what is asked today', () => {
  const schema = jsonSchemaOf(asPublic(of('processing')), 'https://leidraad.test/schema')
  expect(schema['required']).toEqual(['naam'])
  const { today } = schema['$defs'] as { today: { required: string[]; allOf: object[] } }
  expect(today.required).toContain('doelen')
  const ifThen = (held: object, id: string) =>
    Object.fromEntries([
      ['if', held],
      // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema
      ['then', { required: [id] }],
    ])
  const one = (id: string, is: readonly unknown[]) => ({ required: [id], properties: { [id]: { enum: is } } })
  expect(today.allOf).toContainEqual(ifThen(one('doorgifte', ['besluit', 'waarborg', 'uitzondering']), 'landen'))
  expect(today.allOf).toContainEqual(ifThen(one('in-opdracht', [true]), 'opdrachtgever'))
  expect(today.allOf).toContainEqual(ifThen({ required: ['bijzonder'] }, 'uitzondering'))
  // Of what is not public nothing is said.
  const shut = { ...of('contract'), publication: 'two-people' as const }
  expect(JSON.stringify(jsonSchemaOf(asPublic(shut), 'x'))).not.toContain('loopt-door')
})
