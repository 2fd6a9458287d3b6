/**
 * The engine as another program installs it: packed by npm, unpacked beside its packages, and imported by its name. It
 * visits and judges without a database.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCity, type City } from './city/city.ts'

let city: City
let dir: string
beforeAll(async () => {
  city = await startCity()
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-package-'))
  // What npm would pack, without building anew.
  const [{ files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], {
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    }),
  )
  const home = path.join(dir, 'node_modules/leidraad')
  for (const { path: file } of files as { path: string }[]) cpSync(file, path.join(home, file))
  mkdirSync(path.join(dir, 'node_modules/.bin'), { recursive: true })
  for (const name of readdirSync('node_modules'))
    if (!name.startsWith('.')) symlinkSync(path.resolve('node_modules', name), path.join(dir, 'node_modules', name))
})
afterAll(async () => {
  await city.close()
  rmSync(dir, { recursive: true, force: true })
})

const run = (...words: string[]) =>
  spawnSync(process.execPath, words, { cwd: dir, encoding: 'utf8', timeout: 120_000, maxBuffer: 64_000_000 })

test('a program gathers and judges, and is told what is no address', () => {
  writeFileSync(
    path.join(dir, 'bouwer.mjs'),
    `import { readFileSync } from 'node:fs'
    import { gather, judge, rules, bundled, readBundle } from 'leidraad/engine'
    const network = JSON.parse(readFileSync(${JSON.stringify(city.networkFile)}, 'utf8'))
    const { evidence } = await gather('cafetanker.test', { network, mail: true })
    const findings = await judge(evidence)
    const wrong = await gather('127.0.0.1', { network }).catch((error) => error.name)
    const { catalogue } = await rules()
    console.log(JSON.stringify({ wrong, norms: catalogue.norms.length, findings }))`,
  )
  const { stdout, stderr } = run('bouwer.mjs')
  expect(stderr).toBe('')
  const { wrong, norms, findings } = JSON.parse(stdout)
  expect(wrong).toBe('RangeError')
  expect(norms).toBeGreaterThan(100)
  expect(findings).toContainEqual(expect.objectContaining({ criterion: 'VEI-12.spf', strength: 'measured' }))
})

test('its command line needs no checkout', () => {
  const { stdout, status } = run('node_modules/leidraad/scripts/leidraad.mjs', 'scan', '--explain', 'VEI-12.spf')
  expect(stdout).toContain('Wat dit niet bewijst')
  expect(status).toBe(0)
})
