/**
 * What the probes cost that need no browser: every website and every mail domain of the demo city, each once per round,
 * and how many organisations two processors do a second. Per probe too, so that the dearest is known.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { place } from '../src/apps/place.ts'
import { startDemoCity } from '../src/demo/city.ts'
import { gatherHost } from '../src/engine/gather-host.ts'
import type { HostKey } from '../src/model/evidence.ts'
import { openEgress } from '../src/outside/egress.ts'
import { readNetwork } from '../src/outside/network-file.ts'
import { openNames } from '../src/outside/validator.ts'
import { cpuBetween, cpuNow } from './cpu.ts'

const ROUNDS = Number(process.argv[2] ?? 3)
/** Most of a probe is waiting: that many are under way at a time. */
const AT_ONCE = 64
const OF_SITE = ['http', 'dns', 'tls', 'handshakes', 'registration'] as const
const OF_MAIL = ['mail', 'exchangers'] as const

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const city = await startDemoCity({ ...place(), data: dir })
const network = readNetwork(city.networkFile)
const rows = city.csv.trim().split('\n').slice(1)
const sites = [...new Set(rows.flatMap((row) => row.match(/[\w.-]+\.test\b/g) ?? []))].filter((name) =>
  name.startsWith('www.'),
)
const domains = sites.map((name) => name.replace(/^www\./, ''))

/** Runs these on all organisations with a way out of their own, so that nothing is known from before. */
async function cost(keys: readonly HostKey[]): Promise<{ cpu: number; wall: number; unseen: number }> {
  const names = openNames(network.resolver)
  const egress = openEgress(network, [], names.resolver)
  const jobs = domains.flatMap((domain, at) =>
    keys.map((key) => ({ key, ofMail: OF_MAIL.some((one) => one === key), domain, site: sites[at]! })),
  )
  const tools = { egress, signal: new AbortController().signal }
  let unseen = 0
  const [cpu, begun] = [cpuNow(city.pid), performance.now()]
  const lane = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { key, ofMail, domain, site } = job
      const kind = ofMail ? ('mail-domain' as const) : ('website' as const)
      const subject = { kind, address: ofMail ? domain : site, publicBody: false }
      const { result } = await gatherHost(key, { subject }, tools)
      if (!result.seen) unseen++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const wall = (performance.now() - begun) / 1_000
  const used = cpuBetween(cpu, cpuNow(city.pid))
  await names.close()
  return { cpu: used.self + used.children, wall, unseen }
}

try {
  console.log(`${domains.length} organisations, lowest of ${ROUNDS}`)
  console.log('                CPU ms each   s in all   two processors do a second   not seen')
  for (const keys of [...OF_SITE, ...OF_MAIL].map((key): HostKey[] => [key]).concat([[...OF_SITE, ...OF_MAIL]])) {
    await cost(keys)
    const each = []
    for (let round = 0; round < ROUNDS; round++) each.push(await cost(keys))
    const cpu = Math.min(...each.map((one) => one.cpu)) / domains.length
    const wall = Math.min(...each.map((one) => one.wall))
    const cells = [(cpu * 1_000).toFixed(1), wall.toFixed(1), (2 / cpu).toFixed(0), String(each[0]!.unseen)]
    console.log(
      (keys.length > 1 ? 'together' : keys[0]!).padEnd(14) +
        cells.map((cell, at) => cell.padStart([14, 11, 29, 11][at]!)).join(''),
    )
  }
} finally {
  await city.close()
  rmSync(dir, { recursive: true, force: true })
}
