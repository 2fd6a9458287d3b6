/**
 * One visit, as it is always made, to a site that does all that was planted for other tools: each fact is seen, and
 * told. What each tool saw of them stands in docs/measuring.md.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeEvidence, loadRules } from '../../src/apps/rules.ts'
import { openGatherer, type Gatherer } from '../../src/engine/gather.ts'
import type { Behaviour, Evidence, Session } from '../../src/model/evidence.ts'
import type { Finding } from '../../src/model/finding.ts'
import { stopAll } from '../../src/outside/test-net.ts'
import { AWAY, COOKIES, HOME, LISTED, OTHERS, servePlanted } from './site.ts'

/** Milliseconds in which a visit has to end, whatever a page goes on doing. */
const VISIT = 240_000
/** On a machine that others keep busy a page may not come in time: then the visit is made again. */
const TRIES = 3

let gatherer: Gatherer
let evidence: Evidence
let told: ReadonlyMap<string, Finding>
beforeAll(async () => {
  gatherer = await openGatherer(await servePlanted())
  for (let tries = 1; tries <= TRIES; tries++) {
    // A visit that has no end throws here.
    const watch = { signal: AbortSignal.timeout(VISIT), progress() {} }
    evidence = (await gatherer.gather({ kind: 'website', address: HOME }, watch)).evidence
    if (inTime()) break
  }
  const rules = await loadRules({ program: '.', data: '.' })
  const { findings } = judgeEvidence(evidence, { kind: 'website', address: HOME, publicBody: true }, rules)
  const checks = new Map(
    rules.catalogue.norms.flatMap(({ criteria }) =>
      criteria.flatMap(({ id, means }) => (means.by === 'check' ? [[id, means.check] as const] : [])),
    ),
  )
  told = new Map(findings.flatMap((one) => (checks.has(one.criterion) ? [[checks.get(one.criterion)!, one]] : [])))
}, TRIES * VISIT)
afterAll(async () => {
  await gatherer.close()
  await stopAll()
})

/** What a check told, its lines behind each other. */
function said(check: string): { readonly how: string; readonly lines: string; readonly seen: Finding['seen'] } {
  const { verdict, reason, seen } = told.get(check)!
  return {
    how: `${verdict} ${reason}`,
    lines: (seen['details'] as readonly string[] | undefined)?.join('\n') ?? '',
    seen,
  }
}
const sessions = (): readonly { readonly path: string; readonly session: Session }[] =>
  evidence.pages.flatMap(({ probe, page, profile, result }) =>
    probe === 'session' && profile === 'desktop' && result.seen
      ? [{ path: new URL(page).pathname, session: result.value }]
      : [],
  )
const inTime = (): boolean => evidence.pages.every(({ result }) => result.seen) && behaviour().identifiers !== null
const behaviour = (): Behaviour =>
  evidence.pages.flatMap(({ probe, result }) => (probe === 'behaviour' && result.seen ? [result.value] : []))[0]!

test('seventeen others are told, one by a WebSocket, and ten of them as trackers', () => {
  const { lines } = said('third-party-hosts')
  expect([...LISTED, ...OTHERS].filter((host) => !lines.includes(host))).toEqual([])
  expect(said('third-party-hosts').seen).toMatchObject({ count: 17 })
  const trackers = said('trackers-before-consent')
  expect(trackers.how).toMatch(/^unmet found/)
  expect(LISTED.filter((host) => !trackers.lines.includes(host))).toEqual([])
  // Who only sends as followers do is a doubt, and not counted.
  expect(trackers.seen).toMatchObject({ count: LISTED.length, alike: 'film.test' })
})

test('six cookies of others, attempted or kept; `_ga` is the site’s own, for statistics of an advertiser', () => {
  const others = said('third-party-cookies')
  expect(others.how).toMatch(/^unmet tracking/)
  expect(others.lines.split('\n').map((line) => line.split(' ')[0])).toEqual(COOKIES)
  const own = said('tracking-cookies-before-consent')
  expect(own.how).toMatch(/^unmet found/)
  expect(own.lines).toMatch(/^_ga \(www\.dorp\.test\): 400 d, Google Analytics/m)
  expect(others.lines).not.toMatch(/_ga/)
})

test('what is kept otherwise: in the frame of a film, a tab, a database and a cache, with its values', () => {
  expect(said('storage-before-consent').lines).toMatch(/local: yt-remote-device-id \(https:\/\/www\.youtube\.com\)/)
  const kept = behaviour().identifiers!.map(({ place, host, name }) => `${place} ${host} ${name}`)
  for (const one of [
    'local www.youtube.com yt-remote-device-id',
    `session ${HOME} bezoekerId`,
    `indexeddb ${HOME} bank/wie`,
    `cache ${HOME} kast`,
  ])
    expect(kept).toContain(one)
})

test('a follower that no list knows, by its cookie of two years; whose number goes to whom', () => {
  expect(said('unlisted-trackers')).toMatchObject({ lines: expect.stringContaining('cookie: volg (volger.test)') })
  expect(said('identifiers-shared').lines).toMatch(/cookie: _ga \(www\.dorp\.test\) → www\.google-analytics\.com/)
})

test('letters and a drawing read back', () => {
  const { lines, how } = said('fingerprinting')
  expect(how).toMatch(/^(?:unmet|partly) /)
  expect(lines).toMatch(/volger\.test\/volg\.js.* ← canvas, fonts/)
})

test('keys: in a message, a hash in a beacon, base64 in an address, a WebSocket', () => {
  const { lines } = said('key-capture')
  for (const way of [
    'toetsen.test (plain, body)',
    'toetsen.test (sha256, body)',
    'toetsen.test (base64, address)',
    'lijn.test (plain, socket)',
  ])
    expect(lines).toContain(`email → ${way}`)
})

test('a maker of recorders by its name, and one that no list knows by what it sends', () => {
  const { lines } = said('session-replay')
  expect(lines).toMatch(/^static\.hotjar\.com \(Hotjar\)$/m)
  expect(lines).toMatch(/^movements → film\.test ← https:\/\/film\.test\/film\.js/m)
  expect(lines).toMatch(/^page-text → film\.test ← https:\/\/film\.test\/film\.js/m)
})

test('a question made at home, of which the refusal that shows stands a step further', () => {
  expect(said('reject-as-easy')).toMatchObject({ how: 'unmet more-steps', seen: { steps: 2 } })
})

test('who comes only after a refusal', () => {
  const { how, seen } = said('quiet-after-reject')
  expect(how).toMatch(/^unmet /)
  expect(JSON.stringify(seen)).toContain('snap.licdn.com')
  expect(sessions().flatMap(({ session }) => session.requests.map(({ host }) => host))).not.toContain('snap.licdn.com')
})

test.each(Object.entries(AWAY))('who is met on %s alone', (at, hosts) => {
  for (const host of hosts) {
    const where = sessions().filter(({ session }) => session.requests.some((one) => one.host === host))
    expect([host, where.map(({ path }) => path)]).toEqual([host, [at]])
  }
})

test('a page that never rests is seen, and the visit came to its end', () => {
  const news = sessions().find(({ path }) => path === '/nieuws')!
  const asked = news.session.requests.map(({ url }) => new URL(url).pathname)
  expect([asked.includes('/stroom'), asked.filter((one) => one === '/peil').length > 5]).toEqual([true, true])
})

test('what each field of a form asks, and who else stands beside a number that can hurt', () => {
  expect(said('form-fields')).toMatchObject({
    how: 'met must-fill',
    lines: expect.stringContaining('/contact: Naam *, E-mailadres, Burgerservicenummer, Uw vraag'),
  })
  expect(said('delicate-questions').how).toMatch(/^(?:unmet|partly) /)
})
