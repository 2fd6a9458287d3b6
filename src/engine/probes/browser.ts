/**
 * Starts the browser that looks at pages: found on this machine, through the egress proxy, with nothing of its own to
 * say.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserType } from 'playwright-core'
import { userAgent } from './user-agent.ts'
import { pause, within } from './within.ts'

export type ScanBrowser = {
  readonly browser: Browser
  /** For example 156.0.8078.79. */
  readonly version: string
  readonly ignoreCertificates: boolean
  /** False once the browser is gone: start another. */
  alive(): boolean
  /** Ends it at once, without asking the pages. */
  kill(): void
  close(): Promise<void>
}

const playwrightShells = () => {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(cache)) return []
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium_headless_shell-'))
    .toSorted()
    .toReversed()
    .flatMap((name) =>
      [
        'chrome-headless-shell-linux64/chrome-headless-shell',
        'chrome-linux/headless_shell',
        'chrome-headless-shell-mac-arm64/chrome-headless-shell',
        'chrome-mac/headless_shell',
      ].map((file) => join(cache, name, file)),
    )
}

/**
 * Path of the browser to use: CHROMIUM_PATH, else a headless shell (3–4 times cheaper per page, and it keeps
 * third-party
 * cookies), else full Chromium or Chrome. Throws if there is none.
 */
function findChromium(): string {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return asked
  const found = [
    '/usr/bin/chromium-headless-shell',
    ...playwrightShells(),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ].find((path) => existsSync(path))
  if (!found) throw new Error('No browser found: install chromium-headless-shell, or name one in CHROMIUM_PATH')
  return found
}

/**
 * What we call ourselves: the browser's own name, so that sites serve their normal page, and after it who we are.
 * `version` as the browser gives it; only the major part is told, as Chrome does.
 */
export const browserUserAgent = (version: string) =>
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  `Chrome/${version.split('.')[0]}.0.0.0 Safari/537.36 ${userAgent()}`

const ARGS = [
  // One renderer per page, so that one CDP session sees every frame.
  '--disable-features=IsolateOrigins,site-per-process,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
  '--disable-site-isolation-trials',
  // A proxy alone leaks: WebRTC and QUIC go round it.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--block-new-web-contents',
  '--mute-audio',
  '--disable-breakpad',
  '--js-flags=--max-old-space-size=512',
  '--renderer-process-limit=4',
]

/**
 * Starts a browser. `proxyUrl`: every request, loopback too, goes through it; null only in tests against loopback.
 * `ignoreCertificates`: open pages whose certificate is not trusted (the TLS probe judges certificates).
 */
export async function launchBrowser(options: {
  proxyUrl: string | null
  ignoreCertificates: boolean
}): Promise<ScanBrowser> {
  const executablePath = findChromium()
  const args = [...ARGS]
  if (options.proxyUrl) args.push('--proxy-bypass-list=<-loopback>')
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  const launch = {
    executablePath,
    args,
    headless: true,
    timeout: 20_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    ...(options.proxyUrl ? { proxy: { server: options.proxyUrl } } : {}),
  }
  // Loaded only now: it is the heaviest package, and most commands visit no page.
  const { chromium } = await import('playwright-core')
  const shell = /headless[-_]shell/.test(executablePath)
  const profile = shell ? null : mkdtempSync(join(tmpdir(), 'leidraad-profile-'))
  const forget = () => {
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
  const browser = await (profile ? launchFull(chromium, profile, launch) : chromium.launch(launch)).catch(
    (error: unknown) => {
      forget()
      throw error
    },
  )
  browser.on('disconnected', forget)
  const pid = await within(launch.timeout, 'the browser', processOf(browser)).catch(async (error: unknown) => {
    // that it did not start is what is told
    await within(5_000, 'closing the browser', browser.close()).catch(() => undefined)
    throw error
  })
  let killed = false
  let doomed: readonly number[] = []
  return {
    browser,
    version: browser.version(),
    ignoreCertificates: options.ignoreCertificates,
    alive: () => !killed && browser.isConnected(),
    kill() {
      if (pid && !killed && browser.isConnected()) {
        doomed = treeOf(pid)
        slay(doomed)
      }
      killed = true
    },
    async close() {
      // Its renderers and helpers may outlive it for a moment, and are then nobody's children any more: known
      // beforehand.
      const kin = pid && !killed ? treeOf(pid) : doomed
      // what does not close is ended below
      await within(5_000, 'closing the browser', browser.close()).catch(() => undefined)
      await gone(kin)
    },
  }
}

/** Process number of the browser itself. */
async function processOf(browser: Browser): Promise<number | undefined> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  await cdp.detach()
  return processInfo.find((one) => one.type === 'browser')?.id
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

/** The processes that run, without those that ended and wait to be noticed. */
const running = () =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }))

/** A process we started with its descendants, which may have left its process group. */
function treeOf(pid: number): readonly number[] {
  const all = running()
  const found = all.filter((one) => one.pid === pid).map((one) => one.pid)
  for (const parent of found) found.push(...all.filter((one) => one.parent === parent).map((one) => one.pid))
  return found
}

/** Ends what is left of these and waits, two seconds at most, until nothing is. */
async function gone(those: readonly number[]): Promise<void> {
  const limit = Date.now() + 2_000
  for (;;) {
    const now = new Set(running().map((one) => one.pid))
    const left = those.filter((pid) => now.has(pid))
    if (left.length === 0 || Date.now() > limit) return
    slay(left)
    await pause(25)
  }
}

/** SIGKILL to each that still is there. */
function slay(those: readonly number[]): void {
  for (const one of those) {
    try {
      process.kill(one, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}
