/**
 * What a landing page costs in all phases of consent, with axe, beside the same page visited bare once per phase:
 * before a choice, after refusing and on the next page, after agreeing and on the next page, and after taking it back.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { place } from '../src/apps/place.ts'
import { startDemoCity } from '../src/demo/city.ts'
import { acceptAndTakeBack, refuseAndGoOn } from '../src/engine/probes/consent/consent.ts'
import { pageProbes } from '../src/engine/probes/page-probe.ts'
import { visitPage, type VisitOptions } from '../src/engine/probes/page/visit.ts'
import { openEgress } from '../src/outside/egress.ts'
import { readNetwork } from '../src/outside/network-file.ts'
import { cpuBetween, cpuNow } from './cpu.ts'
import { bare, closeLanes, openLanes, type Lane } from './lanes.ts'

/** Pages that ask for consent, can be refused and agreed to, and let it be taken back. */
const PAGES = ['www.draadenknoop.test', 'www.sintlambertus.test']
/** Before, refused, the next page, agreed to, and taken back on the next page. */
const PHASES = 5
const ROUNDS = Number(process.argv[2] ?? 3)

const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const city = await startDemoCity({ ...place(), data: dir })
const [lane] = (await openLanes(openEgress(readNetwork(city.networkFile)), 1)) as [Lane]

/** Processor seconds of all pages together, the lowest of all rounds; the city's own are left out. */
async function cost(page: (url: string) => Promise<void>): Promise<{ cpu: number; wall: number }> {
  const each: { cpu: number; wall: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const [cpu, begun] = [cpuNow(city.pid), performance.now()]
    for (const host of PAGES) await page(`https://${host}/`)
    const used = cpuBetween(cpu, cpuNow(city.pid))
    // The first round warms up.
    if (round > 0) each.push({ cpu: used.self + used.children, wall: (performance.now() - begun) / 1_000 })
  }
  return { cpu: Math.min(...each.map(({ cpu }) => cpu)), wall: Math.min(...each.map(({ wall }) => wall)) }
}

function look(url: string, more: Pick<VisitOptions, 'phase' | 'probes' | 'walk'>) {
  lane.proxy.begin()
  const host = new URL(url).hostname
  const refused = (name: string) => lane.proxy.refused(name)
  return visitPage(lane.browser, url, { profile: 'desktop', host, refused, ...more })
}

async function walked(url: string, phase: 'after-reject' | 'after-accept'): Promise<void> {
  const past = phase === 'after-accept' ? acceptAndTakeBack : refuseAndGoOn
  const { seen } = await look(url, {
    phase,
    probes: [],
    walk: { tells: ['consent'], go: (page, options, deadline) => past(page, { ...options, next: url }, deadline) },
  })
  const consent = seen.consent?.seen ? seen.consent.value : undefined
  if (consent?.outcome !== 'gone') throw new Error(`${phase} ${url}: ${JSON.stringify(seen.consent).slice(0, 300)}`)
}

try {
  const alone = await cost(async (url) => {
    for (let phase = 0; phase < PHASES; phase++) await bare(lane, url)
  })
  const all = await cost(async (url) => {
    const probes = pageProbes.filter(({ key }) => key === 'session' || key === 'axe')
    const { seen } = await look(url, { phase: 'before-consent', probes })
    if (!seen.session?.seen || !seen.axe?.seen) throw new Error(`${url}: ${JSON.stringify(seen).slice(0, 300)}`)
    await walked(url, 'after-reject')
    await walked(url, 'after-accept')
  })
  const per = (seconds: number) => (seconds / PAGES.length).toFixed(2)
  console.log(`${PAGES.length} landing pages, ${PHASES} phases, lowest of ${ROUNDS}`)
  console.log(`bare, once per phase    ${per(alone.cpu)} CPU s a site, ${per(alone.wall)} s`)
  console.log(
    `all phases and axe      ${per(all.cpu)} CPU s a site, ${per(all.wall)} s: ${(all.cpu / alone.cpu).toFixed(1)} x`,
  )
} finally {
  await closeLanes([lane])
  await city.close()
  rmSync(dir, { recursive: true, force: true })
}
