/** Names the versions of what looks: they go with every piece of evidence. */
import { version as accesslint } from '@accesslint/core'
import axe from 'axe-core'

/** Leidraad's own, as in package.json. */
export const LEIDRAAD = '2026.11.2'

/** `browser`: the one that looked, when pages were looked at; `sandbox` is off where the machine does not allow one. */
export function versions(browser?: {
  readonly version: string
  readonly sandbox: boolean
}): Readonly<Record<string, string>> {
  return {
    leidraad: LEIDRAAD,
    node: process.versions.node,
    openssl: process.versions.openssl,
    axe: axe.version,
    accesslint,
    ...(browser ? { browser: browser.version, sandbox: browser.sandbox ? 'on' : 'off' } : {}),
  }
}
