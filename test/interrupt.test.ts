/**
 * A stop signal at any moment, to the whole process group as a terminal sends it: a plain sentence, and nothing left.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCity, type City } from './city/city.ts'
import { buildProgram, exit, leidraad, until } from './processes.ts'
import { cameOf } from './run/sweep.ts'

const ADDRESS = 'www.cafetanker.test'
/** Seconds. */
const PATIENCE = 150
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]

let dir: string
let city: City

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'stop-'))
  buildProgram()
  city = await startCity({ dir: path.join(dir, 'city') })
  const [head, ...rows] = city.csv.split('\n')
  writeFileSync(path.join(dir, 'one.csv'), [head, ...rows.filter((row) => row.includes(ADDRESS))].join('\n'))
  const imported = start('template', 'import', path.join(dir, 'one.csv'))
  expect(await exit(imported.run, PATIENCE), imported.run.said()).toBe(0)
})
afterAll(async () => {
  await city.close()
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

/** A run whose every process is known by its own temporary folder. */
function start(name: string, ...words: string[]) {
  const temporary = path.join(dir, `t-${name}`)
  mkdirSync(temporary, { mode: 0o711 })
  const env = { TMPDIR: temporary, LEIDRAAD_NETWORK: city.networkFile, NODE_ENV: 'production' }
  return { temporary, run: leidraad(path.join(dir, name), words, env) }
}

type Command = 'scan' | 'measure'
const wordsOf = { scan: ['scan', ADDRESS], measure: ['measure'] } as const
const begin = (name: string, command: Command) => {
  if (command === 'measure') execFileSync('cp', ['-a', path.join(dir, 'template'), path.join(dir, name)])
  return start(name, ...wordsOf[command])
}

test('at twenty moments, from its first line to its last', { timeout: 600_000 }, async () => {
  const one = async (command: Command, name: string, no: number, at: number) => {
    const signal = names[no % names.length]!
    const begun = Date.now()
    const { run, temporary } = begin(`${command}-${name}`, command)
    let ended = false
    void run.ended.then(() => {
      ended = true
    })
    await Promise.race([run.ended, pause(at)])
    if (!ended) run.signal(signal)
    const code = await exit(run, PATIENCE)
    const took = Date.now() - begun
    const told = `${command} ${signal} after ${at} ms: ${code}\n${run.said()}`
    // Its own end came first, or it was not yet there to hear it, or it says that it stopped.
    expect([0, signal, SIGNALS[signal]], told).toContain(code)
    if (code === SIGNALS[signal])
      expect(run.said(), told).toMatch(new RegExp(`^leidraad: gestopt \\(${signal}\\)$`, 'm'))
    expect(run.said(), told).not.toMatch(/onverwachte fout|ging nog iets mis|^\s+at /m)
    expect(cameOf(temporary), told).toEqual([])
    return { code, took }
  }
  const ten = async (command: Command) => {
    const begun = Date.now()
    const whole = begin(`${command}-whole`, command).run
    expect(await exit(whole, PATIENCE), whole.said()).toBe(0)
    let time = Date.now() - begun
    const codes = []
    for (let no = 0; no < 10; no++) {
      let { code, took } = await one(command, `${no}`, no, ((no + 0.5) * time) / 10)
      // It was done before the signal: the machine has become quicker. The same moment of a run as quick as this one.
      for (let again = 1; code === 0 && again < 4; again++) {
        time = Math.min(time, took)
        ;({ code, took } = await one(command, `${no}-${again}`, no, ((no + 0.5) * time) / 10))
      }
      codes.push(code)
    }
    return codes
  }
  const codes = (await Promise.all([ten('scan'), ten('measure')])).flat()
  expect(codes.filter((code) => code === 130 || code === 143 || code === 129).length).toBeGreaterThan(8)
})

test('in the middle of a visit: the sentence and the code of the signal', { timeout: 200_000 }, async () => {
  const { run, temporary } = start('middle', 'scan', ADDRESS)
  await until(() => cameOf(temporary).length > 5, PATIENCE, run)
  run.signal('SIGTERM')
  expect(await exit(run, PATIENCE)).toBe(143)
  expect(run.said().trim().split('\n').at(-1)).toBe('leidraad: gestopt (SIGTERM)')
  expect(cameOf(temporary)).toEqual([])
})

test('who reads no further is no fault', { timeout: 200_000 }, async () => {
  const { run, temporary } = start('reader', 'scan', ADDRESS, '--json')
  run.deaf()
  expect([0, 1, 129]).toContain(await exit(run, PATIENCE))
  expect(cameOf(temporary)).toEqual([])
})
