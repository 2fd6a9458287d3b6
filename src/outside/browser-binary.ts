/** Which browser looks at pages, and with which words it is started. */
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { userAgent } from './user-agent.ts'

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
 * third-party cookies), else full Chromium or Chrome. Throws if there is none.
 */
export function findChromium(): string {
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
 * `version` as the browser gives it; only the major part is told, as Chrome does; `phone`: as Chrome says on Android.
 */
export const browserUserAgent = (version: string, phone = false) =>
  `Mozilla/5.0 (${phone ? 'Linux; Android 10; K' : 'X11; Linux x86_64'}) AppleWebKit/537.36 (KHTML, like Gecko) ` +
  `Chrome/${version.split('.')[0]}.0.0.0 ${phone ? 'Mobile ' : ''}Safari/537.36 ${userAgent()}`

export const ARGS: readonly string[] = [
  // One renderer per page, so that one CDP session sees every frame.
  '--disable-features=' +
    'IsolateOrigins,site-per-process,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
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
