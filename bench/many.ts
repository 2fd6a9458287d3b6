/**
 * Whether visits stay as they are however many there were: processor, seconds and memory of visit after visit, with
 * axe, in browsers that are reused and replaced as the gatherer does it. `many.ts 200 whole` makes the whole walk over
 * a website each time: every page, the question, the form and the phone.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { place } from '../src/apps/place.ts'
import { startDemoCity } from '../src/demo/city.ts'
import { openGatherer } from '../src/engine/gather.ts'
import { website } from '../src/engine/walks/website.ts'
import type { Stretch } from '../src/model/walk.ts'
import { readNetwork } from '../src/outside/network-file.ts'
import { cpuBetween, cpuNow, processesUnder } from './cpu.ts'

const VISITS = Number(process.argv[2] ?? 2_000)
/** Figures are given over this many visits at a time. */
const EACH = Math.max(10, Math.round(VISITS / 10))
const TOGETHER = 2

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const city = await startDemoCity({ ...place(), data: dir })
const sites = [...new Set(city.csv.match(/\bwww\.[\w-]+\.test\b/g) ?? [])]
const whole = process.argv[3] === 'whole'
const glance: readonly Stretch[] = [
  { profile: 'desktop', phase: 'before-consent', act: 'open', looks: ['session', 'axe'], on: 'landing' },
]
const gatherer = await openGatherer(readNetwork(city.networkFile), whole ? website : glance)

/** Megabytes that only this process and its browsers hold. */
function memory(): { self: number; browsers: number } {
  const held = (id: number) => {
    try {
      const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
      const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0)
      return (of('Private_Clean') + of('Private_Dirty')) / 1_024
    } catch {
      return 0 // ended between the two looks
    }
  }
  const others = processesUnder(process.pid, city.pid)
  return { self: held(process.pid), browsers: others.reduce((sum, id) => sum + held(id), 0) }
}

try {
  console.log(`${VISITS} visits${whole ? ', the whole walk,' : ''} to ${sites.length} sites, ${TOGETHER} at a time`)
  console.log('   visits   CPU s each   s each   MB of ours   MB of browsers   not seen')
  let at = 0
  while (at < VISITS) {
    const end = Math.min(VISITS, at + EACH)
    const [cpu, begun, first] = [cpuNow(city.pid), performance.now(), at]
    let unseen = 0
    let most = 0
    const lane = async () => {
      while (at < end) {
        const address = sites[at++ % sites.length]!
        const watch = { signal: AbortSignal.timeout(240_000), progress() {} }
        const { evidence } = await gatherer.gather({ kind: 'website', address }, watch)
        if (!evidence.pages.some(({ result }) => result.seen)) unseen++
        most = Math.max(most, memory().browsers)
      }
    }
    await Promise.all(Array.from({ length: TOGETHER }, lane))
    const used = cpuBetween(cpu, cpuNow(city.pid))
    const count = end - first
    const cells = [
      String(end),
      ((used.self + used.children) / count).toFixed(2),
      ((performance.now() - begun) / 1_000 / count).toFixed(2),
      memory().self.toFixed(0),
      most.toFixed(0),
      String(unseen),
    ]
    console.log(cells.map((cell, index) => cell.padStart([9, 13, 9, 13, 17, 11][index]!)).join(''))
  }
} finally {
  await gatherer.close()
  await city.close()
  rmSync(dir, { recursive: true, force: true })
}
