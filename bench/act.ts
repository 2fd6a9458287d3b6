/**
 * Where our accessibility measurement stands: the test cases of W3C's ACT rules through our probe and our checks, and
 * beside it axe-core by itself with the same tags, in one run. The cases are not in this project; say where they are.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import axeCore from 'axe-core'
import { axeChecks } from '../src/engine/checks/axe.ts'
import { partLanguage, textLanguage } from '../src/engine/checks/text-language.ts'
import { useChecks } from '../src/engine/checks/use.ts'
import { lackingOf, upheld } from '../src/engine/reading/extent.ts'
import { axeProbe } from '../src/engine/probes/axe/axe.ts'
import { sessionProbe } from '../src/engine/probes/session/session.ts'
import { useProbe } from '../src/engine/probes/use/use.ts'
import { visitPage } from '../src/engine/probes/page/visit.ts'
import { versions } from '../src/engine/versions.ts'
import { launchBrowser, type ScanBrowser } from '../src/outside/browser.ts'

const HELP = `node scripts/bench.mjs act FOLDER [--json] [--rule ID,…] [--part N/M] [--lanes N] [--no-trials]

FOLDER holds cases.json (served_at, and cases with rule, path, expected, conformance) and the files it names:
the test cases of W3C's ACT rules (w3c/wcag-act-rules).

  --json     every case with what was seen, as JSON; the tables then go to stderr
  --rule     only the cases of these ACT rules; \`tried\`: of those that a trial of ours is about
  --part     one of M equal shares of them, such as 1/4
  --lanes    browsers at a time (2)
  --no-trials  without what is tried on a page (ADR 0108)`

type Case = {
  readonly rule: string
  readonly name: string
  readonly id: string
  readonly expected: 'failed' | 'passed' | 'inapplicable'
  readonly path: string
  /** Success criteria that a failure breaks. */
  readonly conformance: readonly string[]
}
/** Rules that failed, and criteria that they are about. */
type Seen = {
  readonly rules: readonly string[]
  readonly criteria: readonly string[]
  readonly undecided: readonly string[]
  readonly why?: string
}
/** Trials and guesses of ours: what they say is so or probably so, and where they ask a person to look. */
type Tried = {
  readonly told: readonly string[]
  /** The criteria of WCAG that they are about. */
  readonly criteria: readonly string[]
  readonly asked: readonly string[]
  readonly why?: string
}
const UNTRIED: Tried = { told: [], criteria: [], asked: [] }
type Result = Case & {
  readonly ours: Seen
  readonly raw: Seen
  readonly confirmed: readonly string[]
  readonly tried: Tried
}

/** Which of our trials and guesses is about which ACT rule. */
const ABOUT: Readonly<Record<string, string>> = {
  '59br37': 'use-zoom',
  b33eff: 'use-orientation',
  a1b64e: 'use-keyboard',
  ebe86a: 'use-keyboard',
  '80af7b': 'use-keyboard',
  oj04fd: 'use-focus',
  efbfc7: 'use-motion',
  ffd0e9: 'use-headings',
  f51b46: 'use-captions',
  eac66b: 'use-captions',
  '80f0bf': 'use-sound',
  aaa1bf: 'use-sound',
  '4c31df': 'use-sound',
  ucwvc8: 'text-language',
  off6ek: 'part-language',
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    json: { type: 'boolean', default: false },
    rule: { type: 'string' },
    part: { type: 'string', default: '1/1' },
    lanes: { type: 'string', default: '2' },
    trials: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
})
const folder = positionals[0]
if (values.help || folder === undefined) {
  console.log(HELP)
  process.exit(values.help ? 0 : 2)
}
const { served_at, cases } = JSON.parse(readFileSync(path.join(folder, 'cases.json'), 'utf8')) as {
  served_at: string
  cases: Case[]
}
/** Which ACT rules each of axe's rules says to be about, and its tags. */
const axeRules = new Map(axeCore.getRules().map(({ ruleId, tags, actIds = [] }) => [ruleId, { tags, actIds }]))
const say = values.json ? console.error : console.log
const HOST = 'act.test'
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const wantedRules = values.rule === 'tried' ? Object.keys(ABOUT) : values.rule?.split(',')
const site = await serve(folder)
try {
  const [part = 1, parts = 1] = values.part.split('/').map(Number)
  const wanted = cases
    .filter(({ rule }) => wantedRules === undefined || wantedRules.includes(rule))
    .filter((_, index) => index % parts === part - 1)
  const results = await measured(wanted)
  if (values.json) console.log(JSON.stringify({ versions: versions(), results }, null, 1))
  tell(results)
} finally {
  site.close()
}

/** The cases under one name, and nothing else: it answers as a proxy does, so no case reaches another host. */
async function serve(root: string): Promise<{ url: string; close(): void }> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    xhtml: 'application/xhtml+xml',
    svg: 'image/svg+xml',
    css: 'text/css',
    js: 'text/javascript',
    png: 'image/png',
    jpg: 'image/jpeg',
    gif: 'image/gif',
    mp3: 'audio/mpeg',
    mp4: 'video/mp4',
    webm: 'video/webm',
    vtt: 'text/vtt',
  }
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', `http://${HOST}`)
    const name =
      url?.hostname === HOST && url.pathname.startsWith(served_at) ? url.pathname.slice(served_at.length) : ''
    const file = path.join(root, path.normalize(decodeURIComponent(`/${name}`)))
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) return response.writeHead(404, { 'content-type': 'text/html' }).end('<p>not here')
    const type = types[path.extname(file).slice(1)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-length': stat.size })
    createReadStream(file).pipe(response)
  })
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function measured(wanted: readonly Case[]): Promise<Result[]> {
  const queue = [...wanted]
  const results: Result[] = []
  const start = () => launchBrowser({ proxyUrl: site.url, ignoreCertificates: false })
  await Promise.all(
    Array.from({ length: Number(values.lanes) }, async () => {
      let browser = await start()
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        const url = `http://${HOST}${served_at}${one.path}`
        // Beside other work a page may take a browser with it: what is looked at next has another.
        const by = async () => (browser = browser.alive() ? browser : await start())
        const tried = values.trials ? await trials(await by(), url) : UNTRIED
        const told = await ours(await by(), url)
        results.push({ ...one, ...told, raw: await raw(await by(), url), tried })
        if (results.length % 50 === 0) console.error(`${results.length} of ${wanted.length}`)
      }
      await browser.close()
    }),
  )
  return results.sort((a, b) => a.path.localeCompare(b.path))
}

/** As the engine looks and judges: a page of its own, our probe, our checks, and how much was seen. */
async function ours(browser: ScanBrowser, url: string): Promise<{ ours: Seen; confirmed: string[] }> {
  const nothing = (why: string) => ({ ours: { rules: [], criteria: [], undecided: [], why }, confirmed: [] })
  try {
    const visit = { phase: 'before-consent', profile: 'desktop', host: HOST, probes: [axeProbe] } as const
    const { axe } = (await visitPage(browser, url, visit)).seen
    if (!axe?.seen) return nothing(axe ? `${axe.why}: ${axe.detail}` : 'not looked at')
    const { value } = axe
    const sighting = { page: url, role: 'landing', phase: 'before-consent', profile: 'desktop', value } as const
    const found = axeChecks.map((check) => {
      const answer = check.judge({ axe: [sighting] }, undefined as never)
      const criterion = check.id.slice('axe-'.length)
      return { criterion, ...upheld(check, answer, lackingOf(value, url)) }
    })
    const unmet = found.filter(({ verdict }) => verdict === 'unmet')
    const criteria = unmet.map(({ criterion }) => criterion)
    return {
      ours: {
        rules: value.violations
          .map(({ rule }) => rule)
          .filter((rule) => about(rule).some((one) => criteria.includes(one))),
        criteria,
        undecided: found.filter(({ verdict }) => verdict === 'unknown').map(({ criterion }) => criterion),
      },
      confirmed: unmet.filter(({ seen }) => Number(seen['confirmed']) > 0).map(({ criterion }) => criterion),
    }
  } catch (error) {
    return nothing(String(error).slice(0, 200))
  }
}

/** What is tried on the page, and in which language it seems to be, each in a visit of its own as the engine does. */
async function trials(browser: ScanBrowser, url: string): Promise<Tried> {
  const at = { page: url, role: 'landing', phase: 'before-consent', profile: 'desktop' } as const
  const visit = { phase: 'before-consent', profile: 'desktop', host: HOST } as const
  try {
    const { use } = (await visitPage(browser, url, { ...visit, probes: [useProbe] })).seen
    const { session } = (await visitPage(browser, url, { ...visit, probes: [sessionProbe] })).seen
    if (!use?.seen || !session?.seen) return { ...UNTRIED, why: JSON.stringify([use, session]).slice(0, 200) }
    const sightings = { use: [{ ...at, value: use.value }], session: [{ ...at, value: session.value }] }
    const lacking = [...lackingOf(use.value, url), ...lackingOf(session.value, url)]
    const found = [...useChecks, textLanguage, partLanguage].map((check) => {
      const answer = check.judge(sightings as never, undefined as never)
      return { id: check.id, ...upheld(check as never, answer, lacking) }
    })
    const names = (list: typeof found) => list.map(({ id }) => id)
    const told = found.filter(({ verdict }) => verdict === 'unmet' || verdict === 'partly')
    return {
      told: names(told),
      criteria: told.flatMap(({ seen }) => (typeof seen['criterion'] === 'string' ? [seen['criterion']] : [])),
      asked: names(found.filter(({ verdict, reason }) => verdict === 'unknown' && /^(found|other)$/.test(reason))),
    }
  } catch (error) {
    return { ...UNTRIED, why: String(error).slice(0, 200) }
  }
}

/** axe-core by itself in the page and its frames, as its makers ask, with the same tags and nothing of ours. */
async function raw({ browser }: ScanBrowser, url: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'load', timeout: 15_000 })
    for (const frame of page.frames()) await frame.evaluate(SOURCE)
    const results = await page.evaluate(
      (tags) =>
        (globalThis as unknown as { axe: typeof axeCore }).axe.run(document, {
          runOnly: { type: 'tag', values: tags },
          resultTypes: ['violations', 'incomplete'],
        }),
      ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    )
    const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id)
    const rules = ids(results.violations)
    return {
      rules,
      criteria: [...new Set(rules.flatMap(about))],
      undecided: [...new Set(ids(results.incomplete).flatMap(about))],
    }
  } catch (error) {
    return { rules: [], criteria: [], undecided: [], why: String(error).slice(0, 200) }
  } finally {
    await context.close()
  }
}

function about(rule: string): string[] {
  return (axeRules.get(rule)?.tags ?? []).flatMap((tag) => /^wcag(\d)(\d)(\d+)$/.exec(tag)?.slice(1).join('.') ?? [])
}

type Side = 'ours' | 'raw'

/** Whether a rule failed that says to be about this ACT rule. */
function byRule(one: Result, side: Side): boolean {
  return one[side].rules.some((rule) => axeRules.get(rule)?.actIds.includes(one.rule))
}

/** The same, or a trial of ours about this ACT rule says that it is so or probably so. */
function withTrials(one: Result): boolean {
  return byRule(one, 'ours') || one.tried.told.includes(ABOUT[one.rule] ?? '')
}

/** The same, or a person is asked to look at it. */
function withLooks(one: Result): boolean {
  return withTrials(one) || one.tried.asked.includes(ABOUT[one.rule] ?? '')
}

function byCriterion(one: Result, side: Side): boolean {
  return one.conformance.some((criterion) => one[side].criteria.includes(criterion))
}

function byCriterionWithTrials(one: Result): boolean {
  return byCriterion(one, 'ours') || one.conformance.some((criterion) => one.tried.criteria.includes(criterion))
}

function tell(results: readonly Result[]): void {
  const wrong = results.filter(({ expected }) => expected === 'failed')
  const right = results.filter(({ expected }) => expected !== 'failed')
  const share = (list: readonly Result[], is: (one: Result) => boolean) => {
    const count = list.filter(is).length
    return `${count}/${list.length} (${((100 * count) / Math.max(1, list.length)).toFixed(1)}%)`
  }
  const { leidraad, axe } = versions()
  say(`${results.length} cases, Leidraad ${leidraad}, axe-core ${axe}`)
  for (const [name, judged] of [
    ['by rule', byRule],
    ['by criterion', byCriterion],
  ] as const)
    for (const side of ['ours', 'raw'] as const)
      say(
        `${name.padEnd(13)} ${side.padEnd(5)} found ${share(wrong, (one) => judged(one, side))}` +
          `  false ${share(right, (one) => judged(one, side))}`,
      )
  for (const [name, judged] of [
    ['by rule       and trials', withTrials],
    ['by rule       and looks ', withLooks],
    ['by criterion  and trials', byCriterionWithTrials],
  ] as const)
    say(`${name}  found ${share(wrong, judged)}  false ${share(right, judged)}`)
  const unseen = (side: 'tried' | Side) => share(results, (one) => one[side].why !== undefined)
  say(`not seen: trials ${unseen('tried')}, ours ${unseen('ours')}, raw ${unseen('raw')}`)
  say('\ncriterion  failed  found  raw  confirmed  undecided | good  false  raw')
  const criteria = [...new Set(results.flatMap(({ conformance }) => conformance))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )
  for (const criterion of criteria) {
    const of = (list: readonly Result[]) => list.filter(({ conformance }) => conformance.includes(criterion))
    const count = (list: readonly Result[], pick: (one: Result) => readonly string[]) =>
      of(list).filter((one) => pick(one).includes(criterion)).length
    const cells = [
      of(wrong).length,
      count(wrong, ({ ours: { criteria: found } }) => found),
      count(wrong, ({ raw: { criteria: found } }) => found),
      count(wrong, ({ confirmed }) => confirmed),
      count(wrong, ({ ours: { undecided } }) => undecided),
      of(right).length,
      count(right, ({ ours: { criteria: found } }) => found),
      count(right, ({ raw: { criteria: found } }) => found),
    ]
    say(criterion.padEnd(9), cells.map((cell) => String(cell).padStart(7)).join(''))
  }
  const line = (one: Result) => `${one.rule} ${one.expected} ${one.path} ours: ${one.ours.rules} raw: ${one.raw.rules}`
  say('\nlost against raw axe:')
  for (const one of wrong) if (byRule(one, 'raw') && !byRule(one, 'ours')) say(line(one), one.ours.why ?? '')
  say('\nlost by criterion:')
  for (const one of wrong) if (byCriterion(one, 'raw') && !byCriterion(one, 'ours')) say(line(one), one.ours.why ?? '')
  say('\nfalse by rule:')
  for (const one of right) if (byRule(one, 'ours')) say(line(one))
  say('\ntrial    failed  told  asked | good  told  asked')
  for (const trial of [...useChecks.map(({ id }) => id), textLanguage.id, partLanguage.id]) {
    const of = (list: readonly Result[]) => list.filter(({ rule }) => ABOUT[rule] === trial)
    const cells = [of(wrong), of(right)].flatMap((list) => [
      list.length,
      list.filter(({ tried }) => tried.told.includes(trial)).length,
      list.filter(({ tried }) => tried.asked.includes(trial)).length,
    ])
    say(trial.padEnd(14), cells.map((cell) => String(cell).padStart(6)).join(''))
  }
  say('\nmissed or false by a trial about the rule, and told of a good page by any:')
  for (const one of results) {
    const trial = ABOUT[one.rule] ?? ''
    const said = `${one.tried.told.join(',')} | ${one.tried.asked.join(',')}`
    const off = one.expected === 'failed' ? !withLooks(one) && trial !== '' : one.tried.told.length > 0
    if (off) say(`${one.rule} ${one.expected} ${one.path} ${said}`, one.tried.why ?? '')
  }
}
