import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copied } from '../../test/copied.ts'
import { readCatalogue } from './norms.ts'
import { DataMistakes } from './yaml-file.ts'

let dir: string
beforeEach(() => {
  dir = copied('norms')
})
afterEach(() => rmSync(dir, { recursive: true }))

const HSTS = 'VEI/VEI-11.yaml'
function spoil(from: string | RegExp, to: string, name = HSTS): number {
  const file = path.join(dir, name)
  const text = readFileSync(file, 'utf8')
  const spoiled = text.replace(from, to)
  expect(spoiled).not.toBe(text)
  writeFileSync(file, spoiled)
  return spoiled
    .slice(
      0,
      [...spoiled].findIndex((_, index) => spoiled[index] !== text[index]),
    )
    .split('\n').length
}
function mistakes(
  checks?: Parameters<typeof readCatalogue>[1],
): readonly { file: string; line: number; text: string }[] {
  try {
    readCatalogue(dir, checks)
    return []
  } catch (error) {
    if (!(error instanceof DataMistakes)) throw error
    return error.mistakes
  }
}

test('all 124 norms are read, in eight themes, each with sources', () => {
  const catalogue = readCatalogue(dir)
  expect(catalogue.norms.length).toBe(124)
  expect(catalogue.themes.length).toBe(8)
  for (const norm of catalogue.norms) for (const { source } of norm.sources) expect(source.title).not.toBe('')
  // An agreement may rest on a decision that each municipality names itself.
  for (const norm of catalogue.norms) if (norm.status !== 'agreement') expect(norm.sources).not.toEqual([])
})

test.each([
  ['OPE', 8],
  ['AUT', 8],
  ['TOE', 7],
  ['VEI', 17],
  ['PRV', 15],
] as const)('of theme %s at least %i norms rest on a measured criterion that counts', (theme, least) => {
  const measured = readCatalogue(dir).norms.filter(
    (norm) => norm.theme === theme && norm.criteria.some(({ means, weight }) => means.by === 'check' && weight > 0),
  )
  expect(measured.length).toBeGreaterThanOrEqual(least)
})

test('every norm with a law status says since when and for whom, and a law that it rests on was looked at', () => {
  for (const { id, status, since, forWhom, sources } of readCatalogue(dir).norms) {
    if (!status.startsWith('law')) continue
    expect([id, since]).toEqual([id, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
    expect([id, forWhom]).toEqual([id, { nl: expect.any(String), en: expect.any(String) }])
    const laws = sources.filter(({ source }) => source.kind === 'law' && source.status !== 'adopted')
    expect([id, laws.length > 0 && laws.every(({ source }) => source.checkedOn !== undefined)]).toEqual([id, true])
  }
})
test('no party and no bill is a source', () => {
  const told = JSON.stringify(readCatalogue(dir))
  expect(told).not.toMatch(/\bVolt\b|politiek programma|Stembusakkoord|wetsvoorstel 36764|BIO2[^"]*versie 1\.2/i)
})

const lineOf = (start: RegExp) =>
  readFileSync(path.join(dir, HSTS), 'utf8')
    .split('\n')
    .findIndex((line) => start.test(line)) + 1
test.each([
  [/^sinds: .*\n/m, '', /heeft geen datum/, /^status:/],
  [/^voor_wie:\n(?: .*\n)+/m, '', /zegt niet voor wie/, /^status:/],
  [/^sinds: .*$/m, 'sinds: 2019-01-01', /sinds ligt vóór .*2023-07-01/, /^sinds:/],
  ['bron: WDO, artikel: art. 3', 'bron: WDO, artikel: de hele wet', /noemt geen artikel van WDO/, /bron: WDO/],
  [/bronnen:\n(?:  - .*\n)+/, 'bronnen:\n  - {bron: BIO2, artikel: "5.14.01"}\n', /steunt op geen wet/, /^status:/],
])('a law status without its article, date or whom (%s) is refused with its line', (from, to, text, place) => {
  spoil(from, to)
  expect(mistakes()).toContainEqual({
    file: `norms/${HSTS}`,
    line: lineOf(place),
    text: expect.stringMatching(text),
  })
})
test.each([
  [
    /(soort: wet\n    status: geldt\n    geldig_vanaf: 2026-08-15[^]*?)\n    nagegaan_op: 2026-11-27/,
    '$1',
    /nagegaan_op ontbreekt/,
  ],
  [/(id: CBW[^]*?)\n    geldig_vanaf: 2026-08-15/, '$1', /geldig_vanaf ontbreekt/],
  ['opvolger: ARCH26', 'opvolger: ARCH27', /bron "ARCH27" staat niet in/],
  ['normen: [VEI-02]', 'normen: [VEI-99]', /norm VEI-99 bestaat niet/],
  [/^    soort: wet$/m, '    soort: wetsvoorstel', /"wetsvoorstel" is niet bekend; verwacht: wet, kader, voorbeeld/],
])('a source without its time (%s) is told', (from, to, text) => {
  spoil(from, to, 'catalogus.yaml')
  const told = mistakes().filter((mistake) => text.test(mistake.text))
  expect(told[0]).toMatchObject({ file: 'norms/catalogus.yaml' })
  expect(told[0]!.line).toBeGreaterThan(50)
})
const at = (id: string, field: string) => new RegExp(`(id: ${id}\\n[^]*?)${field}: .*`)
test.each([
  ['holds before it begins', at('CBW', 'geldig_vanaf'), '$1geldig_vanaf: 2030-01-01', /gold dit nog niet/],
  ['was looked at before it began', at('CBW', 'nagegaan_op'), '$1nagegaan_op: 2026-08-01', /gold dit nog niet/],
  ['holds after it ended', at('ARCH', 'geldig_tot'), '$1geldig_tot: 2020-01-01', /gold dit niet meer/],
  ['is to come and has come', at('ARCH26', 'geldig_vanaf'), '$1geldig_vanaf: 2026-01-01', /al geweest/],
  ['ended and still holds', at('IAK', 'geldig_tot'), '$1geldig_tot: 2033-01-01', /gold dit nog:/],
  ['follows itself', at('ARCH', 'opvolger'), '$1opvolger: ARCH', /volgt zichzelf niet op/],
  ['is looked at tomorrow', at('CBW', 'nagegaan_op'), '$1nagegaan_op: 2099-01-01', /na de peildatum/],
])('a source that %s is told', (_, from, to, text) => {
  spoil(from, to, 'catalogus.yaml')
  expect(mistakes()).toEqual([
    { file: 'norms/catalogus.yaml', line: expect.any(Number), text: expect.stringMatching(text) },
  ])
})
test('a near miss: a source that ends later, or that began on the day it was looked at, is as it says', () => {
  spoil(at('ARCH', 'nagegaan_op'), '$1nagegaan_op: 2026-11-26', 'catalogus.yaml')
  spoil(at('CBW', 'nagegaan_op'), '$1nagegaan_op: 2026-08-15', 'catalogus.yaml')
  expect(mistakes()).toEqual([])
})
test('what a law asks only from a later day on carries no law status yet', () => {
  spoil(/^sinds: .*$/m, 'sinds: 2031-01-01')
  expect(mistakes()).toEqual([
    { file: `norms/${HSTS}`, line: lineOf(/^sinds:/), text: expect.stringMatching(/op de peildatum .* nog niet/) },
  ])
})
test('a law that was adopted but is not in force carries no law status', () => {
  spoil(/(id: CBW\n[^]*?)status: geldt\n.*/, '$1status: aangenomen\n    geldig_vanaf: 2027-08-15', 'catalogus.yaml')
  expect(mistakes()).toContainEqual(
    expect.objectContaining({ file: 'norms/VEI/VEI-24.yaml', text: expect.stringMatching(/wet die niet geldt/) }),
  )
})
test('a decision of the municipality itself stands with the norm that it names, and one for no norm is told', () => {
  const besluit = (norm: string) =>
    writeFileSync(
      path.join(dir, 'eigen-besluiten.yaml'),
      `besluiten:
  - id: VISIE
    titel: Digitaliseringsvisie
    orgaan: de gemeenteraad
    datum: 2027-02-11
    url: https://sluiswijk.example/visie
    normen:
      - {norm: ${norm}, onderdeel: besluit 1}
`,
    )
  besluit('STD-13')
  expect(readCatalogue(dir).norms.find(({ id }) => id === 'STD-13')!.sources).toMatchObject([
    { article: 'besluit 1', source: { title: 'Digitaliseringsvisie', kind: 'decision', since: '2027-02-11' } },
  ])
  besluit('STD-99')
  expect(mistakes()).toEqual([{ file: 'norms/eigen-besluiten.yaml', line: 8, text: 'norm STD-99 bestaat niet' }])
  rmSync(path.join(dir, 'eigen-besluiten.yaml'))
  expect(mistakes()).toEqual([])
})

test.each([
  ['status: wet_overheid', 'status: wet_iedereen', /"wet_iedereen" is niet bekend; verwacht: wet_overheid/],
  [/herijk_maanden: \d+/, 'herijk_maanden: vaak', /herijk_maanden/],
  [/gewicht: \d/, 'gewicht: 9', /criteria\.\d+\.gewicht/],
  ['bron: BBV', 'bron: BBX', /bron "BBX" staat niet in/],
  [/^label: .*$/m, 'lebel: Verkeerd', /lebel|label/],
])('a spoiled file (%s → %s) is told with its line', (from, to, text) => {
  const line = spoil(from, to)
  const told = mistakes()
  expect(told.length).toBeGreaterThan(0)
  expect(
    told.some(
      (mistake) => mistake.file === `norms/${HSTS}` && Math.abs(mistake.line - line) <= 1 && text.test(mistake.text),
    ),
  ).toBe(true)
})

test('broken YAML is told with its line', () => {
  spoil('label: ', 'label: [')
  expect(mistakes()[0]).toMatchObject({ file: `norms/${HSTS}`, text: expect.stringMatching(/geen geldige YAML/) })
})

test('a check that does not exist, a missing and a superfluous sentence are told', () => {
  const all = new Map(
    readCatalogue(dir)
      .norms.flatMap((norm) => norm.criteria)
      .flatMap(({ means, reasons }) => (means.by === 'check' ? [[means.check, Object.keys(reasons)] as const] : [])),
  )
  expect(mistakes(all)).toEqual([])
  expect(mistakes(new Map([...all, ['hsts', [...all.get('hsts')!, 'brand-new']]]))[0]!.text).toMatch(
    /de zin voor uitkomst "brand-new"/,
  )
  expect(mistakes(new Map([...all, ['hsts', all.get('hsts')!.slice(1)]]))[0]!.text).toMatch(/kent geen uitkomst/)
  expect(mistakes(new Map([...all].filter(([id]) => id !== 'hsts')))[0]!.text).toMatch(/controle "hsts" bestaat niet/)
})

test('what a shopkeeper does first holds no setting, and a point is translated whole or not', () => {
  spoil(/eerste_stap: [^\n]+/, 'eerste_stap: "Zet `max-age` aan."')
  expect(mistakes().map(({ text }) => text)).toEqual([expect.stringMatching(/voor wie niets van techniek weet/)])
})
test('a point of which one part alone is in English is a mistake', () => {
  spoil(/\n    herstel_en: >-\n(?: {6}[^\n]+\n)+/, '\n')
  expect(mistakes().map(({ text }) => text)).toEqual([expect.stringMatching(/alle vier, of geen/)])
})
