/** How the browser is started: in its sandbox, without our secrets, and what a page that asks too much of it costs. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { familyOf, textOf } from '../lib/processes.ts'
import { findChromium } from './browser-binary.ts'
import { watchBounds, type Limits } from './browser-bounds.ts'
import { launchBrowser } from './browser.ts'
import { testSite, visit } from '../engine/probes/test-site.ts'

const linux = process.platform === 'linux'
const options = { proxyUrl: null, ignoreCertificates: false }
afterEach(() => vi.unstubAllEnvs())

/** The processes of this test's browsers that run a page. */
const renderers = () =>
  familyOf(process.pid).filter(({ pid }) => textOf(`/proc/${pid}/cmdline`)?.includes('--type=renderer'))

test.runIf(linux)('pages run in a sandbox, as an account that is not root', async () => {
  // As root a user namespace can be made for anyone; else only where the system lets anyone.
  const allowed = spawnSync('unshare', ['--user', 'true']).status === 0
  const browser = await launchBrowser(options)
  try {
    await browser.browser.newPage()
    expect(browser.sandbox).toBe(allowed)
    if (!allowed) return
    const [page] = renderers()
    const status = readFileSync(`/proc/${page!.pid}/status`, 'utf8')
    expect(status).not.toMatch(/^Uid:\s+0\b/m)
    // 2: a filter of system calls.
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^CapEff:\s+0+$/m)
    expect(readlinkSync(`/proc/${page!.pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'))
  } finally {
    await browser.close()
  }
})

test.runIf(linux)('the browser knows none of our secrets', async () => {
  vi.stubEnv('LEIDRAAD_KEY', 'geheim-van-ons')
  vi.stubEnv('DATABASE_URL', 'postgres://iemand:geheim-van-ons@db.test/leidraad')
  const browser = await launchBrowser(options)
  try {
    await browser.browser.newPage()
    const told = familyOf(process.pid).map(({ pid }) => textOf(`/proc/${pid}/environ`) ?? '')
    expect(told.filter((text) => text.includes('LEIDRAAD_BROWSER=') || text.includes('PATH=')).length).toBeGreaterThan(
      2,
    )
    const ours = `/proc/${process.pid}/environ`
    expect(told.filter((text) => text.includes('geheim-van-ons') && text !== textOf(ours))).toEqual([])
  } finally {
    await browser.close()
  }
})

test('a machine that allows no sandbox gets a browser without one, and that is told', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'unsafe-'))
  const refusing = path.join(dir, 'headless-shell')
  writeFileSync(
    refusing,
    `#!/bin/sh\ncase "$*" in *--no-sandbox*) exec ${findChromium()} "$@" ;; esac\n` +
      "echo 'No usable sandbox!' >&2\nexit 1\n",
  )
  chmodSync(dir, 0o755)
  chmodSync(refusing, 0o755)
  vi.stubEnv('CHROMIUM_PATH', refusing)
  vi.resetModules()
  const { launchBrowser: launch } = await import('./browser.ts')
  const { versions } = await import('../engine/versions.ts')
  const browser = await launch(options)
  try {
    expect(browser.sandbox).toBe(false)
    expect(versions(browser)).toMatchObject({ sandbox: 'off' })
    expect(versions({ version: '1', sandbox: true })).toMatchObject({ sandbox: 'on' })
    expect(versions()).not.toHaveProperty('sandbox')
  } finally {
    await browser.close()
  }
})

test('a browser that does not start at all says why', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/bin/false')
  vi.resetModules()
  const { launchBrowser: launch } = await import('./browser.ts')
  await expect(launch(options)).rejects.toThrow(/browser/i)
})

const told = (limits: Partial<Limits>, pid = process.pid) => {
  const pipe = new PassThrough()
  const said: string[] = []
  const none = { memory: Infinity, message: Infinity, messages: Infinity }
  return { pipe, said, bounds: watchBounds(pid, pipe, (what) => said.push(what), { ...none, ...limits }) }
}
test('a message is weighed before it is whole, and told once', () => {
  const { pipe, said } = told({ message: 1_000_000 })
  for (let at = 0; at < 12; at++) pipe.write(Buffer.alloc(100_000, 'z'))
  expect(said).toEqual(['one message of more than 1 MB'])
})
test('messages that end in time are many small ones, until they are too many together; a new page begins anew', () => {
  const { pipe, said, bounds } = told({ message: 1_000_000, messages: 3_000_000 })
  const send = () => pipe.write(Buffer.concat([Buffer.alloc(900_000, 'z'), Buffer.of(0), Buffer.alloc(90_000, 'z')]))
  for (let at = 0; at < 3; at++) send()
  bounds.begin()
  for (let at = 0; at < 3; at++) send()
  expect(said).toEqual([])
  send()
  bounds.end()
  expect(said).toEqual(['more than 3 MB of messages'])
})
test.runIf(linux)('memory is that of the process and all that came of it, while a page is open', async () => {
  const within = told({ memory: 100_000_000_000 })
  const beyond = told({ memory: 1_000_000 })
  const closed = told({ memory: 1_000_000 })
  for (const { bounds } of [within, beyond, closed]) bounds.begin()
  closed.bounds.end()
  await expect.poll(() => beyond.said).toEqual(['more than 1 MB of memory'])
  expect([within.said, closed.said]).toEqual([[], []])
  for (const { bounds } of [within, beyond]) bounds.end()
})

/** What asks too much, with bounds that a slow machine reaches in time too. */
const hostile: Record<string, string> = {
  '/memory': `const all = []; setInterval(() => all.push(new Uint8Array(5e7).fill(1)), 20)`,
  '/console': `console.log('z'.repeat(2e7))`,
  '/flood': `setInterval(() => console.log('z'.repeat(2e5)), 1)`,
  '/error': `throw new Error('z'.repeat(2e7))`,
}
test.runIf(linux).each(Object.keys(hostile))('%s is not seen, and costs no other page', async (at) => {
  const calm = '<!doctype html><html lang=nl><title>Rustig</title><p>Een gewone bladzijde'
  const site = await testSite({ [at]: `<p>hoi<script>${hostile[at]}</script>`, '/': calm })
  const limits = { memory: 300_000_000, message: 1_500_000, messages: 6_000_000 }
  const [heavy, other] = [await launchBrowser({ ...options, limits }), await launchBrowser(options)]
  try {
    const [gone, quiet] = await Promise.allSettled([visit(heavy, site.url(at)), visit(other, site.url('/'))])
    // On a slow machine our patience may end first; then that is told.
    if (gone.status === 'rejected') expect(gone.reason).toMatchObject({ why: 'too-heavy' })
    else expect(gone.value.seen).toMatchObject({ session: { seen: false, why: 'timeout' } })
    expect(heavy.alive()).toBe(false)
    expect(quiet).toMatchObject({
      status: 'fulfilled',
      value: { seen: { session: { seen: true }, axe: { seen: true } } },
    })
  } finally {
    await Promise.all([heavy.close(), other.close(), site.close()])
  }
})

test('an ordinary page stays far from every bound', async () => {
  const site = await testSite({ '/': `<!doctype html><html lang=nl><title>Gewoon</title>${'<p>tekst'.repeat(100)}` })
  const limits = { memory: 700_000_000, message: 4_000_000, messages: 50_000_000 }
  const browser = await launchBrowser({ ...options, limits })
  try {
    expect((await visit(browser, site.url('/'))).seen).toMatchObject({ session: { seen: true }, axe: { seen: true } })
    expect(browser.tooHeavy()).toBeUndefined()
  } finally {
    await Promise.all([browser.close(), site.close()])
  }
})
