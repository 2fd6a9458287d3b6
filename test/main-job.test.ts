/**
 * The main job by hand, with the real command line on real servers: import, measure, publish, change a norm, judge,
 * export.
 */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCity, type City } from './city/city.ts'

const WANTED = ['www.gemeente-sluiswijk.test', 'www.cafetanker.test', 'www.drukkerijslot.test']
let city: City
let dir: string
/** A program folder of its own, so that a norm can be changed without touching the real one. */
let program: string

beforeAll(async () => {
  city = await startCity()
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-job-'))
  program = path.join(dir, 'program')
  for (const part of ['norms', 'registers', 'lists', 'owners.yaml', 'dist'])
    cpSync(part, path.join(program, part), { recursive: true })
  for (const part of ['node_modules', 'package.json']) symlinkSync(path.resolve(part), path.join(program, part))
  const [heading, ...rows] = city.csv.trim().split('\n')
  const few = rows.filter((row) => WANTED.some((address) => row.includes(address)))
  writeFileSync(path.join(dir, 'stad.csv'), [heading, ...few, ';winkel;micro;;;;nee'].join('\n'))
})
afterAll(async () => {
  await city.close()
  rmSync(dir, { recursive: true, force: true })
})

type Ran = { code: number; out: string; err: string }
function leidraad(...words: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(program, 'dist/cli.js'), ...words],
      {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          LEIDRAAD_ROOT: program,
          LEIDRAAD_DATA: path.join(dir, 'data'),
          LEIDRAAD_NETWORK: city.networkFile,
        },
        maxBuffer: 64_000_000,
      },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}
const json = ({ out }: Ran) => JSON.parse(out)

test('words that are no command, and help', async () => {
  expect(await leidraad('meet')).toMatchObject({ code: 2, err: expect.stringContaining('"meet" is geen opdracht') })
  expect(await leidraad('publish')).toMatchObject({ code: 2, err: expect.stringContaining('publiceren doet een mens') })
  expect(await leidraad('import', '--onzin')).toMatchObject({ code: 2 })
  expect((await leidraad('--help')).out).toContain('leidraad OPDRACHT')
  expect((await leidraad('measure', '--help')).out).toContain('--network BESTAND')
})

test('from a list of organisations to a published city, and on to a changed norm', { timeout: 240_000 }, async () => {
  const read = await leidraad('import', path.join(dir, 'stad.csv'), '--json', '--gemeente', 'Sluiswijk')
  expect(read.code).toBe(1)
  expect(json(read)).toMatchObject({
    added: { length: 3 },
    refused: [{ line: 5, reason: expect.stringContaining('naam') }],
  })

  const measured = await leidraad('measure', '--json')
  expect(measured.code, measured.err).toBe(0)
  expect(json(measured)).toMatchObject({
    failed: 0,
    unseen: [{ address: 'www.drukkerijslot.test', why: 'unreachable' }],
  })

  const first = json(await leidraad('publish', '--by', 'Anna de Vries, beleidsmedewerker', '--json'))
  expect(first).toMatchObject({ no: 1, organisations: 3, summary: { notSeen: [{ why: 'unreachable', count: 1 }] } })
  const before = first.summary.themes.find(({ theme }: { theme: string }) => theme === 'VEI')
  expect(before.dots.map(({ slug }: { slug: string }) => slug)).toContain('gemeente-sluiswijk')

  const norm = path.join(program, 'norms/VEI/VEI-13.yaml')
  writeFileSync(norm, readFileSync(norm, 'utf8').replace(/gewicht: \d/g, 'gewicht: 9'))
  expect(await leidraad('judge')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^norms\/VEI\/VEI-13\.yaml:\d+: criteria\.0\.gewicht/),
  })
  expect(await leidraad('catalogue', 'check')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/norms\/VEI\/VEI-13\.yaml:\d+: criteria\.0\.gewicht/),
  })
  writeFileSync(norm, readFileSync(norm, 'utf8').replace(/gewicht: 9/g, 'gewicht: 5'))
  expect(await leidraad('publish', '--by', 'Anna de Vries, beleidsmedewerker')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Draai eerst: leidraad judge'),
  })
  const judged = json(await leidraad('judge', '--json'))
  expect(judged).toMatchObject({ cause: 'de norm is veranderd', differences: [], themes: [{ theme: 'VEI' }] })
  const second = json(await leidraad('publish', '--by', 'Anna de Vries, beleidsmedewerker', '--json'))
  const after = second.summary.themes.find(({ theme }: { theme: string }) => theme === 'VEI')
  expect(after.reweighed).toBeCloseTo(before.median, 10)
  expect(after.median).not.toBeCloseTo(before.median, 3)

  const written = json(await leidraad('export', path.join(dir, 'uit'), '--json'))
  expect(written.files.length).toBe(3)
  expect(readFileSync(path.join(dir, 'uit/bevindingen.csv'), 'utf8')).toContain('www.cafetanker.test')
})

test('one address without a database, as JSON', { timeout: 120_000 }, async () => {
  const scanned = json(await leidraad('scan', 'https://www.cafetanker.test/', '--json'))
  expect(Object.keys(scanned)).toEqual(['subject', 'versions', 'evidence', 'findings'])
  for (const finding of scanned.findings) {
    expect(Object.keys(finding).toSorted()).toEqual([
      'at',
      'criterion',
      'norm',
      'reason',
      'seen',
      'source',
      'strength',
      'verdict',
    ])
  }
  expect(await leidraad('scan', '127.0.0.1')).toMatchObject({
    code: 2,
    err: expect.stringContaining('geen adres van een website'),
  })
})

test('one address in files that other programs read, and a bundle that gives the same verdicts elsewhere', async () => {
  const at = (name: string) => path.join(dir, name)
  const files = Object.entries({ bundel: 'b.zip', sarif: 'b.sarif', junit: 'b.xml' })
  const written = files.flatMap(([option, name]) => [`--${option}`, at(name)])
  const words = ['--streng', '--explain', 'VEI-11.hsts', ...written]
  const scanned = await leidraad('scan', 'https://www.cafetanker.test/', ...words)
  expect(scanned).toMatchObject({ code: 1, out: expect.stringContaining('Wat dit niet bewijst') })
  expect(scanned.out).toContain('Bij www.cafetanker.test')
  const { results } = JSON.parse(readFileSync(at('b.sarif'), 'utf8')).runs[0]
  expect(results.filter(({ kind }: { kind: string }) => kind === 'fail').length).toBeGreaterThan(3)
  expect(readFileSync(at('b.xml'), 'utf8')).toContain('<failure type="unmet"')
  expect(json(await leidraad('judge', at('b.zip'), '--json'))).toMatchObject({ differences: [], sameRules: true })
  const bytes = readFileSync(at('b.zip'))
  bytes[200]! ^= 1
  writeFileSync(at('c.zip'), bytes)
  expect(await leidraad('judge', at('c.zip'))).toMatchObject({ code: 69 })
  expect(await leidraad('judge', at('geen.zip'))).toMatchObject({
    code: 69,
    err: expect.stringContaining('niet te lezen'),
  })
  expect(await leidraad('scan', '--explain', 'VEI-11.onzin')).toMatchObject({ code: 2 })
})
