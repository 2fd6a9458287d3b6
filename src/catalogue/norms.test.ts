import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCatalogue } from './norms.ts'
import { DataMistakes } from './yaml-file.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'norms-'))
  cpSync('norms', dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

const HSTS = 'VEI/VEI-11.yaml'
function spoil(from: string | RegExp, to: string): number {
  const file = path.join(dir, HSTS)
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

test('all 123 norms are read, in eight themes, each with sources', () => {
  const catalogue = readCatalogue(dir)
  expect(catalogue.norms.length).toBe(123)
  expect(catalogue.themes.length).toBe(8)
  for (const norm of catalogue.norms) for (const { source } of norm.sources) expect(source.title).not.toBe('')
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
