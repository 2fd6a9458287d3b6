/** An address of a list reads back as what was asked, and nothing else gets in. */
import { expect, test } from 'vitest'
import { readRegisters, registerFor } from '../catalogue/registers.ts'
import { addressOf, askedOf } from './asked.ts'

const sensors = registerFor(readRegisters('registers'), 'sensor')!
const [one, other] = [sensors.fields.find(({ kind, filter }) => filter && kind === 'choice')!, sensors.list[1]!]
const asked = (query: string) => askedOf(sensors, new URLSearchParams(query))

test.each([
  '',
  'q=a+b%25',
  `f-${one.id}=${one.options[0]!.id}`,
  'welke=beeindigd',
  `op=${other}&af=ja`,
  `q=x&f-${one.id}=${one.options[1]!.id}&welke=beeindigd&op=${other}&af=ja&pagina=3`,
])('“%s” is written as it was read', (query) => {
  expect(addressOf(sensors, asked(query))).toBe(`/balie/registers/${sensors.id}${query === '' ? '' : `?${query}`}`)
})

test.each([
  'pagina=0',
  'pagina=1e9',
  'pagina=-1',
  'op=__proto__',
  `f-${one.id}=zoiets`,
  'af=nee',
  'welke=alles',
  'x=y',
])('“%s” asks nothing', (query) => {
  expect(addressOf(sensors, asked(query))).toBe(`/balie/registers/${sensors.id}`)
})
