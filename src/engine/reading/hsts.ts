/** Strict-Transport-Security by its grammar (RFC 6797 §6.1, on RFC 2616 §2.2). */

export type Hsts = {
  /** Seconds. */
  readonly maxAge: number
  readonly includeSubDomains: boolean
}

const LENGTH = 4_000
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"'
const DIRECTIVE = new RegExp(`[ \\t]*(?:(${TOKEN})[ \\t]*(?:=[ \\t]*(${TOKEN}|${QUOTED})[ \\t]*)?)?(;|$)`, 'y')

/**
 * One header line. null when a browser does not heed it: not in the grammar, a directive that is given twice, no
 * `max-age`, a `max-age` that is no number, an `includeSubDomains` with a value. Directives it does not know are
 * ignored.
 */
export function readHsts(line: string): Hsts | null {
  const text = line.slice(0, LENGTH)
  const found = new Map<string, string | undefined>()
  DIRECTIVE.lastIndex = 0
  while (DIRECTIVE.lastIndex < text.length) {
    const [, name, value] = DIRECTIVE.exec(text) ?? []
    // After a miss the search stands at the begin again.
    if (DIRECTIVE.lastIndex === 0) return null
    if (name === undefined) continue
    if (found.has(name.toLowerCase())) return null
    found.set(name.toLowerCase(), value?.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value)
  }
  const age = found.get('max-age')
  if (age === undefined || !/^\d+$/.test(age) || found.get('includesubdomains') !== undefined) return null
  return { maxAge: Math.min(Number(age), Number.MAX_SAFE_INTEGER), includeSubDomains: found.has('includesubdomains') }
}
