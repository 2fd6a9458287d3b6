/**
 * Starts the browser that looks at pages: in its sandbox, through the egress proxy, within bounds, with nothing of its
 * own to say.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Browser, BrowserType } from 'playwright-core'
import { familyOf, gone, slay, type Process } from '../lib/processes.ts'
import { profileFolder, sandboxed, unsandboxed } from './browser-account.ts'
import { ARGS, findChromium } from './browser-binary.ts'
import { watchBounds, type Bounds, type Limits } from './browser-bounds.ts'
import { within } from './within.ts'

export type ScanBrowser = Pick<Bounds, 'begin' | 'end'> & {
  readonly browser: Browser
  /** For example 156.0.8078.79. */
  readonly version: string
  /** Whether the system keeps what its pages do away from everything else. */
  readonly sandbox: boolean
  readonly ignoreCertificates: boolean
  /** False once the browser is gone: start another. */
  alive(): boolean
  /** What the page asked too much of, if it was ended for that. */
  tooHeavy(): string | undefined
  /** Ends it at once, without asking the pages. */
  kill(): void
  close(): Promise<void>
}

const PATIENCE = 20_000
/** Whether this machine lets the browser have its sandbox; undefined until the first was started. */
let canSandbox: boolean | undefined

/**
 * Starts a browser. `proxyUrl`: every request, loopback too, goes through it; null only in tests against loopback.
 * `ignoreCertificates`: open pages whose certificate is not trusted (the TLS probe judges certificates).
 */
export async function launchBrowser(options: {
  proxyUrl: string | null
  ignoreCertificates: boolean
  /** Other bounds than usual. */
  limits?: Limits
}): Promise<ScanBrowser> {
  const { browser, sandbox, forget } = await start(options.proxyUrl)
  const child = processOf(browser)
  const pid = child.pid!
  let killed = false
  let heavy: string | undefined
  let doomed: readonly Process[] = []
  const kill = () => {
    if (!killed && browser.isConnected()) {
      doomed = familyOf(pid)
      slay(doomed)
    }
    killed = true
  }
  const tooMuch = (what: string) => {
    heavy = what
    kill()
  }
  const bounds = watchBounds(pid, child.stdio[4] as Readable, tooMuch, options.limits)
  browser.on('disconnected', () => {
    bounds.end()
    forget()
  })
  return {
    ...bounds,
    browser,
    version: browser.version(),
    sandbox,
    ignoreCertificates: options.ignoreCertificates,
    alive: () => !killed && browser.isConnected(),
    tooHeavy: () => heavy,
    kill,
    async close() {
      // Its renderers and helpers may outlive it for a moment, and are then nobody's children any more: known before.
      const kin = killed ? doomed : familyOf(pid)
      bounds.end()
      // what does not close is ended below
      await within(5_000, 'closing the browser', browser.close()).catch(() => undefined)
      await gone(kin, 2_000)
    },
  }
}

/**
 * With its sandbox; without, on a machine that does not allow it. Throws what Playwright says when it will not start.
 */
async function start(proxyUrl: string | null) {
  if (canSandbox !== undefined) return startAs(proxyUrl, canSandbox)
  try {
    const started = await startAs(proxyUrl, true)
    canSandbox = true
    return started
  } catch {
    // Why is told by the attempt without: if that fails too, it was not the sandbox.
    const started = await startAs(proxyUrl, false)
    canSandbox = false
    return started
  }
}

async function startAs(proxyUrl: string | null, sandbox: boolean) {
  const binary = findChromium()
  const { executablePath, env } = sandbox ? sandboxed(binary) : unsandboxed(binary)
  const launch = {
    executablePath,
    env,
    args: [...ARGS, ...(proxyUrl ? ['--proxy-bypass-list=<-loopback>'] : [])],
    chromiumSandbox: sandbox,
    headless: true,
    timeout: PATIENCE,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(proxyUrl ? { proxy: { server: proxyUrl } } : {}),
  }
  // Loaded only now: it is the heaviest package, and most commands visit no page.
  const { chromium } = await import('playwright-core')
  if (/headless[-_]shell/.test(binary)) return { browser: await chromium.launch(launch), sandbox, forget: () => {} }
  const { dir, forget } = profileFolder()
  const browser = await launchFull(chromium, dir, launch).catch((error: unknown) => {
    forget()
    throw error
  })
  return { browser, sandbox, forget }
}

/** Full Chromium refuses third-party cookies unless its profile allows them; incognito contexts follow the profile. */
async function launchFull(
  chromium: BrowserType,
  profile: string,
  launch: Parameters<BrowserType['launchPersistentContext']>[1],
): Promise<Browser> {
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }))
  const context = await chromium.launchPersistentContext(profile, launch)
  const browser = context.browser()
  if (!browser) throw new Error('This browser gives no handle on itself')
  return browser
}

type Inside = { options: { browserProcess: { process: ChildProcess } } }

/**
 * The process that Playwright started. It hides it; its version is exact, and a test holds this. Throws when it is not
 * there.
 */
function processOf(browser: Browser): ChildProcess {
  const { _connection } = browser as unknown as { _connection: { toImpl(of: unknown): Inside } }
  const { process: child } = _connection.toImpl(browser).options.browserProcess
  if (!child.pid || !child.stdio[4]) throw new Error('Playwright does not show the process of the browser')
  return child
}
