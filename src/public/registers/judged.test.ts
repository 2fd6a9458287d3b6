/** What everybody is told that the norms ask of an entry follows from what everybody can read, and nothing else. */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readRegisters, registerFor } from '../../catalogue/registers.ts'
import type { EntryRule, Norm } from '../../model/norm.ts'
import type { Values } from '../../model/register.ts'
import { asPublic } from '../../registers/values.ts'
import { publicFindings } from './judged.tsx'

const registers = readRegisters('registers')
const { norms } = readCatalogue('norms', undefined, registers)
const whole = registerFor(registers, 'sensor')!
const sensors = asPublic(whole)
const TODAY = '2026-11-28'
const entry = (values: Values, more = {}) => ({
  values,
  from: new Date('2026-11-01'),
  to: null,
  ended: false,
  links: new Map(),
  closed: {},
  ...more,
})
const said = (values: Values, { rules = norms, more = {} } = {}) =>
  publicFindings(rules, sensors, entry(values, more), TODAY).map((each) => `${each.criterion} ${each.verdict}`)
const asks = (...entries: EntryRule[]) => [
  { ...norms[0]!, criteria: [{ ...norms[0]!.criteria[0]!, id: 'x', entries }] },
]
const rule = (field: string, holds: 'filled' | 'linked'): EntryRule => ({
  purpose: 'sensor',
  test: { field, holds },
  otherwise: 'unmet',
  when: [],
})

test('a date that has passed is told on the day after, by the day alone', () => {
  const told = { doel: 'Tellen', gemeld: '2026-01-01' }
  expect(said({ ...told, einde: '2026-11-28' })).toContain('OPE-02.gemeld met')
  expect(said({ ...told, einde: '2026-11-27' })).toContain('OPE-02.gemeld partly')
})

test('of a field that is for the desk nothing is told, also where another rule of the criterion is public', () => {
  const hidden = whole.fields.find(({ public: open }) => !open)!.id
  expect(said({}, { rules: asks(rule(hidden, 'filled')) as Norm[] })).toEqual([])
  expect(said({}, { rules: asks(rule('doel', 'filled'), rule(hidden, 'filled')) as Norm[] })).toEqual([])
  expect(said({}, { rules: asks(rule('doel', 'filled')) as Norm[] })).toEqual(['x unmet'])
})

test('a link is told of where everybody can see what it leads to: one that has ended is none', () => {
  const rules = asks(rule('product', 'linked')) as Norm[]
  const to = (ended: boolean) => new Map([['p', { name: 'Teller', path: '/registers/producten/1', ended }]])
  expect(said({ product: ['p'] }, { rules, more: { links: to(false) } })).toEqual(['x met'])
  expect(said({ product: ['p'] }, { rules, more: { links: to(true) } })).toEqual(['x unmet'])
  expect(said({ product: [] }, { rules, more: { closed: { product: 1 } } })).toEqual([])
})

test('an earlier version and what is no longer kept up are held against nothing', () => {
  expect(said({ einde: '2026-11-28' }, { more: { ended: true } })).toEqual([])
  expect(said({ einde: '2026-11-28' }, { more: { to: new Date() } })).toEqual([])
})
