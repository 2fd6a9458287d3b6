/**
 * As whom the browser runs: without the secrets in our environment, and never as root, for Chromium keeps its sandbox
 * from root.
 */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** An account number that owns nothing; systemd keeps this range for such accounts. */
const ACCOUNT = '61337'
/** What the browser may know of our environment: where things are and which language. Not our keys and passwords. */
const KNOWN = /^(PATH|HOME|USER|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|DISPLAY|XDG_\w+|FONTCONFIG_\w+|LD_LIBRARY_PATH)$/

export type Start = { readonly executablePath: string; readonly env: Readonly<Record<string, string>> }

/** How to start this browser with its sandbox on. As root through a script that hands it to the other account. */
export function sandboxed(browser: string): Start {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return unsandboxed(browser)
  const script = [import.meta.dirname, path.dirname(import.meta.dirname)]
    .map((dir) => path.join(dir, 'browser-as.sh'))
    .find((file) => existsSync(file))
  if (script === undefined) throw new Error('browser-as.sh is missing')
  return {
    executablePath: script,
    env: { ...known(), LEIDRAAD_BROWSER: browser, LEIDRAAD_BROWSER_ACCOUNT: ACCOUNT },
  }
}

/** How to start it as ourselves. */
export const unsandboxed = (browser: string): Start => ({ executablePath: browser, env: known() })

const known = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (each): each is [string, string] => KNOWN.test(each[0]) && each[1] !== undefined,
    ),
  )

/** A folder for a profile that we make ourselves, and how to be rid of it. */
export function profileFolder(): { readonly dir: string; forget(): void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-profile-'))
  chmodSync(dir, 0o700)
  return { dir, forget: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }) }
}
