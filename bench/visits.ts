/**
 * What a page costs, beside a bare page load and beside other tools: the same pages of the demo city, all in one run.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startDemoCity } from '../src/demo/city.ts'
import { place } from '../src/apps/place.ts'
import { openEgress } from '../src/outside/egress.ts'
import { readNetwork } from '../src/outside/network-file.ts'
import { pageProbes, type AnyPageProbe } from '../src/engine/probes/page-probe.ts'
import { sessionProbe } from '../src/engine/probes/session/session.ts'
import { record } from '../src/engine/probes/watch/watch-recorder.ts'
import { watchTraffic } from '../src/engine/probes/watch/watch-traffic.ts'
import { watch } from '../src/engine/probes/watch/watch.ts'
import type { PageProbe } from '../src/engine/probes/page/visited-page.ts'
import { visitPage } from '../src/engine/probes/page/visit.ts'
import { cpuBetween, cpuNow } from './cpu.ts'
import { bare, closeLanes, openLanes, type Lane } from './lanes.ts'

/** Quiet pages and full ones: other parties, embedded frames, forms, long texts. */
const PAGES = [
  'www.bakkerijdekorenaar.test/',
  'www.cafetanker.test/',
  'www.sluiswijkercourant.test/',
  'www.klikkado.test/',
  'www.rijwielhuistandem.test/',
  'www.theaterdevlet.test/',
  'www.zorggroepdekade.test/',
  'www.servicecentrum-sluisstreek.test/',
  'www.sluislyceum.test/',
  'www.huisartsenkadewijk.test/contact/',
  'www.makelaardijsluys.test/',
  'www.museumhetgemaal.test/',
].map((page) => `https://${page}`)
const [rounds = 3, ...others] = process.argv.slice(2).map((word) => (/^\d+$/.test(word) ? Number(word) : word))
const ROUNDS = Number(rounds)
const PEERS = !others.includes('zonder-anderen')

/** The recorder alone, in the same visit as the session. */
const recording: PageProbe<'behaviour'> = {
  key: 'behaviour',
  async attach(page) {
    const { read } = await record(page, await watchTraffic(page))
    const nothing = { uploads: [], typed: null, identifiers: null, tags: null, lacks: {} }
    return { read: async () => ({ finalUrl: page.asked, pages: [page.asked], scripts: read().scripts, ...nothing }) }
  },
}

type Contender = { readonly name: string; readonly rounds: number; page(lane: Lane, url: string): Promise<void> }
type Cost = { readonly cpu: number; readonly node: number; readonly wall: number; readonly failed: number }

const peers = path.join(place().program, 'bench/peers')
const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-bench-'))
const city = await startDemoCity({ ...place(), data: dir })
const egress = openEgress(readNetwork(city.networkFile))

const contenders: readonly Contender[] = [
  { name: 'kaal: page.goto(load)', rounds: ROUNDS, page: bare },
  { name: 'Leidraad, sessie', rounds: ROUNDS, page: visiting(pageProbes.filter(({ key }) => key === 'session')) },
  { name: 'Leidraad, sessie + axe', rounds: ROUNDS, page: visiting(pageProbes) },
  ...(others.includes('gedrag')
    ? [
        { name: 'Leidraad, sessie+opname', rounds: ROUNDS, page: visiting([sessionProbe, recording]) },
        { name: 'Leidraad, gedrag', rounds: ROUNDS, page: watching },
      ]
    : []),
  ...(PEERS
    ? [
        { name: 'Lighthouse', rounds: 1, page: lighthouse },
        { name: 'gdpr-cookie-scanner', rounds: 1, page: cookieScanner },
      ]
    : []),
]

try {
  if (PEERS) install()
  for (const lanes of [1, 2]) await compare(await openLanes(egress, lanes))
} finally {
  await city.close()
  rmSync(dir, { recursive: true, force: true })
}

async function compare(lanes: readonly Lane[]): Promise<void> {
  const costs = new Map<Contender, Cost[]>(contenders.map((each) => [each, []]))
  // Warm: browsers, code, the city's own caches.
  for (const each of contenders.filter((one) => one.rounds > 1)) await round(each, lanes)
  for (let no = 0; no < ROUNDS; no++) {
    for (const each of contenders.filter((one) => no < one.rounds)) costs.get(each)!.push(await round(each, lanes))
  }
  await closeLanes(lanes)
  const best = (each: Contender, pick: (cost: Cost) => number) => Math.min(...costs.get(each)!.map(pick))
  const base = best(contenders[0]!, ({ cpu }) => cpu)
  console.log(`\n${lanes.length} tegelijk, ${PAGES.length} pagina's, laagste van ${ROUNDS} (anderen: van 1)`)
  console.log("                          CPU s/pagina  × kaal  waarvan node  s/pagina  pagina's/min  niet gelukt")
  for (const each of contenders) {
    const [cpu, node, wall] = [
      best(each, (cost) => cost.cpu),
      best(each, (cost) => cost.node),
      best(each, (cost) => cost.wall),
    ]
    const failed = Math.max(...costs.get(each)!.map((cost) => cost.failed))
    // Nothing is said of a tool that did not see every page.
    const cells =
      failed > 0
        ? ['', '', '', '', '']
        : [cpu.toFixed(3), (cpu / base).toFixed(1), node.toFixed(3), wall.toFixed(2), (60 / wall).toFixed(0)]
    console.log(
      [...cells, String(failed)].reduce(
        (line, cell, at) => line + cell.padStart([12, 8, 14, 10, 14, 13][at]!),
        each.name.padEnd(26),
      ),
    )
  }
}

/**
 * All pages once, shared by the lanes. CPU is that of this process (the proxy too) and of all browsers, but not of the
 * city.
 */
async function round({ name, page }: Contender, lanes: readonly Lane[]): Promise<Cost> {
  const queue = [...PAGES]
  let failed = 0
  const [cpu, begun] = [cpuNow(city.pid), performance.now()]
  await Promise.all(
    lanes.map(async (lane) => {
      for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
        await page(lane, url).catch((error: unknown) => {
          failed++
          console.error(`${name}: ${url}: ${String(error).slice(0, 300)}`)
        })
      }
    }),
  )
  const wall = (performance.now() - begun) / 1_000
  const used = cpuBetween(cpu, cpuNow(city.pid))
  return {
    cpu: (used.self + used.children) / PAGES.length,
    node: used.self / PAGES.length,
    wall: wall / PAGES.length,
    failed,
  }
}

function visiting(probes: readonly AnyPageProbe[]): Contender['page'] {
  return async ({ browser, proxy }, url) => {
    proxy.begin()
    const { seen } = await visitPage(browser, url, {
      phase: 'before-consent',
      profile: 'desktop',
      host: new URL(url).hostname,
      probes,
      refused: (host) => proxy.refused(host),
    })
    for (const { key } of probes) if (!seen[key]?.seen) throw new Error(`${key}: ${JSON.stringify(seen[key])}`)
  }
}

/** The whole walk, from each page to the same page once more, and as another visitor. */
async function watching({ browser, proxy }: Lane, url: string): Promise<void> {
  proxy.begin()
  const { seen } = await visitPage(browser, url, {
    phase: 'before-consent',
    profile: 'desktop',
    host: new URL(url).hostname,
    probes: [],
    refused: (host) => proxy.refused(host),
    walk: {
      tells: ['behaviour'],
      go: (page, options, deadline) =>
        watch(page, { ...options, next: [url], between: async () => undefined }, deadline),
    },
  })
  if (!seen.behaviour?.seen) throw new Error(`behaviour: ${JSON.stringify(seen.behaviour)}`)
}

/** The way out and the trust that every contender has here. */
function flagsFor({ proxy }: Lane): string[] {
  return [
    '--no-sandbox',
    `--proxy-server=${proxy.url}`,
    '--proxy-bypass-list=<-loopback>',
    '--ignore-certificate-errors',
  ]
}

async function lighthouse(lane: Lane, url: string): Promise<void> {
  const report = path.join(mkdtempSync(path.join(dir, 'lighthouse-')), 'report.json')
  lane.proxy.begin()
  await run(
    [
      'node_modules/lighthouse/cli/index.js',
      url,
      '--quiet',
      '--no-enable-error-reporting',
      '--output=json',
      `--output-path=${report}`,
      `--chrome-flags=--headless ${flagsFor(lane).join(' ')}`,
    ],
    { CHROME_PATH: process.env['CHROMIUM_PATH']! },
  )
  const told = JSON.parse(readFileSync(report, 'utf8')) as {
    runtimeError?: { message: string }
    categories: Record<string, { score: number | null }>
  }
  if (told.runtimeError) throw new Error(told.runtimeError.message)
  if (told.categories['accessibility']?.score == null) throw new Error('no accessibility score')
}

async function cookieScanner(lane: Lane, url: string): Promise<void> {
  const out = mkdtempSync(path.join(dir, 'cookies-'))
  lane.proxy.begin()
  const told = await run(
    [
      '--import',
      './our-browser.mjs',
      'node_modules/@slashgear/gdpr-cookie-scanner/dist/cli.js',
      'scan',
      url,
      '--output',
      out,
      '--format',
      'json',
      '--json-summary',
      '--locale',
      'nl-NL',
      '--fail-on',
      '0',
    ],
    { BENCH_BROWSER_FLAGS: JSON.stringify(flagsFor(lane)) },
  )
  if (!told.includes('"score"')) throw new Error(told.slice(-300))
}

/** Runs a peer with the project's own Node; gives what it wrote. Throws when it fails. */
function run(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: peers,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        told += chunk.toString()
      })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(told) : reject(new Error(`code ${code}: ${told.slice(-600)}`))))
  })
}

/** The peers, exactly as their lock file says; their install scripts, which fetch browsers, are not run. */
function install(): void {
  if (existsSync(path.join(peers, 'node_modules/.package-lock.json'))) return
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' })
  if (done.status !== 0) throw new Error('npm ci in bench/peers failed')
}
