/** What people type or send is worked on within bounds: twice as much costs no more than some times as much. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../test/cpu.ts'
import { plainLine } from './clean.ts'
import { contactInText } from './contact.ts'
import { cell, unguarded } from './csv-write.ts'
import { readTable } from './csv.ts'
import { nameOfKind } from './file-name.ts'
import { normalPassword } from './password.ts'
import { keyOfName, slug } from './slug.ts'
import { wordDifferences } from './word-difference.ts'

const UNITS = [
  '"\n',
  '"""a\n',
  'a;"\n',
  ';',
  '"',
  'a',
  ' ',
  '. ',
  '-',
  '\n',
  '\r',
  '\u200D',
  'e\u0301\u0301',
  'ﷺ',
  '👩‍👩‍👧',
]
const MORE = ['a.a@', '06 12 ', '1234 AB ', '+31 (0) ', '(((( ', 'a a ', 'é. ']
const COLUMNS = { naam: ['naam'], website: ['website'] }
const encoder = new TextEncoder()

test.each([...UNITS, ...MORE])('half a million signs of %j hold up nobody', (unit) => {
  const text = `${unit.repeat(Math.ceil(500_000 / unit.length))}x`
  const works: readonly (readonly [name: string, work: () => unknown])[] = [
    ['rows', () => readTable(encoder.encode(`naam;website\n${text}`), COLUMNS, { needed: 'naam' })],
    ['line', () => plainLine(text)],
    ['cell', () => cell(text)],
    ['cell that is read', () => unguarded(text)],
    ['slug', () => slug(text)],
    ['name', () => keyOfName(text)],
    ['contact', () => contactInText(text)],
    ['file', () => nameOfKind(text, ['pdf'])],
    ['password', () => normalPassword(text.slice(0, 16_384))],
    ['difference', () => wordDifferences([{ before: text.slice(0, 20_000), after: text.slice(1, 20_001) }])],
  ]
  for (const [name, work] of works) {
    const begin = cpuMs()
    work()
    expect([name, cpuMs() - begin < 4_000]).toEqual([name, true])
  }
})

test('a history of many long texts takes no longer than one', () => {
  const text = (seed: number) => Array.from({ length: 3_300 }, (_, at) => `w${(at * seed) % 9_973}`).join(' ')
  const pairs = Array.from({ length: 40 }, (_, at) => ({ before: text(at + 2), after: text(at + 3) }))
  const begin = cpuMs()
  expect(wordDifferences(pairs)).toHaveLength(40)
  expect(cpuMs() - begin).toBeLessThan(5_000)
})
