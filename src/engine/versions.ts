/** Names the versions of what looks: they go with every piece of evidence. */
import axe from 'axe-core'

/** Leidraad's own, as in package.json. */
export const LEIDRAAD = '2026.11.0'

export function versions(browser?: string): Readonly<Record<string, string>> {
  return {
    leidraad: LEIDRAAD,
    node: process.versions.node,
    openssl: process.versions.openssl,
    axe: axe.version,
    ...(browser === undefined ? {} : { browser }),
  }
}
