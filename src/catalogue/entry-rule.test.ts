/** What a norm asks of a register is data: what exists is read, what does not is told with file and line. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copied } from '../../test/copied.ts'
import { readCatalogue } from './norms.ts'
import { readRegisters } from './registers.ts'

const registers = readRegisters('registers')
const NORM = 'STD/STD-05.yaml'
const MEANS = /^    mens:\n(?:      .*\n)+/m

let dir: string
beforeEach(() => {
  dir = copied('norms')
})
afterEach(() => rmSync(dir, { recursive: true }))

/** Writes this at a criterion in place of who looks at it; gives the number of its first line. */
function write(text: string, from = MEANS): number {
  const file = path.join(dir, NORM)
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace(from, text))
  expect(readFileSync(file, 'utf8')).not.toBe(before)
  return before.slice(0, from.exec(before)!.index).split('\n').length
}
function mistakes(): string[] {
  try {
    readCatalogue(dir, undefined, registers)
    return []
  } catch (error) {
    return String(error instanceof Error ? error.message : error).split('\n')
  }
}
const entriesOf = () =>
  readCatalogue(dir, undefined, registers)
    .norms.find(({ id }) => id === 'STD-05')!
    .criteria.flatMap(({ entries, means }) => (entries ? [{ by: means.by, entries }] : []))

test('the norms of Leidraad fit its registers', () => {
  const { norms } = readCatalogue('norms', undefined, registers)
  const asked = norms.flatMap(({ criteria }) => criteria.filter(({ entries }) => entries !== undefined))
  expect(asked.length).toBeGreaterThanOrEqual(3)
})

test('a field that is linked, a date that has not passed, an answer that was given', () => {
  write('    register: {doel: sensor, veld: bewijs-verwijderd, houdt: gekoppeld, anders: deels}\n')
  expect(entriesOf()).toEqual([
    {
      by: 'entry',
      entries: [
        {
          purpose: 'sensor',
          test: { field: 'bewijs-verwijderd', holds: 'linked' },
          otherwise: 'partly',
          when: [],
        },
      ],
    },
  ])
})

test('several fields that must each be so, and what is found where what they lead to has ended', () => {
  write('    register: {doel: sensor, veld: [product, verwerking], houdt: gekoppeld, beeindigd: voldoet}\n')
  expect(entriesOf()[0]!.entries).toMatchObject([
    { test: { field: 'product', also: ['verwerking'], holds: 'linked' }, otherwise: 'unmet', ended: 'met' },
  ])
})

test('beside a person too, with several rules, each with what it hangs on', () => {
  const mens = MEANS.exec(readFileSync(path.join(dir, NORM), 'utf8'))![0]
  write(`${mens}    register:
      - {doel: sensor, veld: einde, houdt: niet-verlopen, als: {veld: verwijderd, houdt: leeg}}
      - {doel: sensor, veld: soort, is: [wifi-bluetooth, anders]}
      - {doel: sensor, veld: bord, is: [ja], als: [{veld: einde, houdt: leeg}, {veld: persoonsgegevens, is: [ja]}]}
`)
  const [{ by, entries } = { by: '', entries: [] }] = entriesOf()
  expect(by).toBe('person')
  expect(entries).toMatchObject([
    { otherwise: 'unmet', when: [{ field: 'verwijderd', holds: 'empty' }] },
    { test: { field: 'soort', is: ['wifi-bluetooth', 'anders'] }, when: [] },
    {
      when: [
        { field: 'einde', holds: 'empty' },
        { field: 'persoonsgegevens', is: ['ja'] },
      ],
    },
  ])
})

const IS = '    register: {doel: sensor, veld: bord, is: [ja]}\n'
test.each([
  [IS.replace('doel: sensor', 'doel: sensoren'), 0, 'er is geen register met doel sensoren'],
  [IS.replace('veld: bord', 'veld: borden'), 0, 'register sensoren heeft geen veld borden; verwacht een van: naam, '],
  [IS.replace('[ja]', '[ja, misschien]'), 0, 'veld bord heeft geen antwoord misschien; verwacht een van: ja, nee'],
  [IS.replace('veld: bord', 'veld: naam'), 0, 'veld naam heeft geen vaste antwoorden'],
  [IS.replace('is: [ja]', 'houdt: gekoppeld'), 0, 'gekoppeld past niet bij bord'],
  [IS.replace('is: [ja]', 'houdt: niet-verlopen'), 0, 'niet-verlopen past niet bij bord'],
  [IS.replace('is: [ja]', 'houdt: leeg'), 0, '"leeg" is niet bekend; verwacht: ingevuld, gekoppeld, niet-verlopen'],
  [IS.replace(', is: [ja]', ''), 0, 'verwacht precies één van: houdt, is'],
  [IS.replace('is: [ja]', 'is: [ja], houdt: ingevuld'), 0, 'verwacht precies één van: houdt, is'],
  [IS.replace('[ja]', '[]'), 0, 'noem minstens één antwoord'],
  [IS.replace('}', ', anders: voldoet}'), 0, '"voldoet" is niet bekend; verwacht: voldoet-niet, deels, onbekend'],
  [IS.replace('}', ', als: {veld: weg, houdt: leeg}}'), 0, 'geen veld weg'],
  [IS.replace('}', ', als: []}'), 0, 'noem minstens één voorwaarde'],
  [IS.replace('}', ', als: [{veld: einde, houdt: leeg}, {veld: weg, houdt: leeg}]}'), 0, 'geen veld weg'],
  [IS.replace('}', ', als: {veld: einde, houdt: leegg}}'), 0, '"leegg" is niet bekend'],
  [IS.replace('}', ', beeindigd: deels}'), 0, 'beeindigd past niet bij bord'],
  [IS.replace('is: [ja]', 'houdt: gekoppeld, beeindigd: weg').replace('bord', 'product'), 0, '"weg" is niet bekend'],
  [IS.replace('veld: bord', 'veld: [bord, borden]'), 0, 'heeft geen veld borden'],
  [IS.replace('veld: bord', 'veld: [bord, naam]'), 0, 'veld naam heeft geen vaste antwoorden'],
  [IS.replace('veld: bord', 'veld: [bord]'), 0, 'noem één veld zonder haken'],
  ['    register: []\n', 0, 'noem minstens één regel'],
  [
    '    register:\n      - {doel: sensor, veld: bord, is: [ja]}\n' +
      '      - doel: sensor\n        veld: bordje\n        is: [ja]\n',
    3,
    'geen veld bordje',
  ],
  [`    register:\n      doel: sensor\n      veldt: bord\n      is: [ja]\n`, 2, 'veldt'],
])('what does not exist is told at its line: %s', (text, below, told) => {
  const line = write(text) + below
  const all = mistakes()
  expect(
    all.some((each) => each.startsWith(`norms/${NORM}:${line}: `) && each.includes(told)),
    all.join('\n'),
  ).toBe(true)
})

test('what is measured is not also asked of a register', () => {
  write(`    meting: https-reachable\n${IS}`)
  expect(mistakes().join('\n')).toContain('wat gemeten wordt, staat niet ook in een register')
})

test('a criterion that is not about what the register lists is refused', () => {
  write(IS)
  write('    voor: [organisatie]\n', /^    voor: \[organisatie, sensor, pand\]\n/m)
  expect(mistakes().join('\n')).toContain('register sensoren gaat over sensor: zet dat bij voor')
})
