/** A norm is established by an entry without code: its file says which field, and what is asked of it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCatalogue } from '../catalogue/norms.ts'
import { readRegisters, registerFor } from '../catalogue/registers.ts'
import type { Values } from '../model/register.ts'
import { enteredFindings } from './entered.ts'
import { weigh } from './weigh.ts'

const TODAY = '2026-11-28'
const registers = readRegisters('registers')
const sensors = registerFor(registers, 'sensor')!
const dir = mkdtempSync(path.join(tmpdir(), 'norms-'))
afterAll(() => rmSync(dir, { recursive: true }))

/** The catalogue of Leidraad in which the first criterion of STD-05 that a person looks at asks this of a register. */
function withRule(rule: string) {
  cpSync('norms', dir, { recursive: true })
  const file = path.join(dir, 'STD/STD-05.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^    mens:\n(?:      .*\n)+/m, `    register: ${rule}\n`))
  const catalogue = readCatalogue(dir, undefined, registers)
  const norm = catalogue.norms.find(({ id }) => id === 'STD-05')!
  return { catalogue, criterion: norm.criteria.find(({ means }) => means.by === 'entry')! }
}

test.each<[rule: string, so: Values, not: Values, none: string]>([
  ['{doel: sensor, veld: nut, houdt: ingevuld}', { nut: 'Rust op straat' }, { nut: '' }, 'unmet'],
  [
    '{doel: sensor, veld: product, houdt: gekoppeld, anders: deels}',
    { product: ['p'] },
    { product: ['gone'] },
    'partly',
  ],
  ['{doel: sensor, veld: einde, houdt: niet-verlopen}', { einde: TODAY }, { einde: '2026-11-27' }, 'unknown'],
])('%s', (rule, so, not, none) => {
  const { catalogue, criterion } = withRule(rule)
  const entry = { changedAt: new Date('2026-11-01'), endedAt: null }
  const of = (values: Values) =>
    enteredFindings(catalogue, sensors, { ...entry, values }, { today: TODAY, gone: new Set(['gone']) }).filter(
      (finding) => finding.criterion === criterion.id,
    )
  expect(of(so)).toMatchObject([{ verdict: 'met', source: 'entry', norm: 'STD-05' }])
  expect(of({})).toMatchObject([{ verdict: none }])
  expect(['unmet', 'partly']).toContain(of(not)[0]!.verdict)
  const { themes } = weigh(of(so), catalogue, 'it-toets')
  expect(themes.find(({ theme }) => theme === 'STD')).toMatchObject({ known: criterion.weight, score: 1 })
  expect(weigh(of(so), catalogue, 'outside').themes.every(({ applicable }) => applicable === 0)).toBe(true)
})
