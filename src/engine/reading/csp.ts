/** Content security policies by their grammar (CSP 3 §2.2 and §2.3), of header lines and of meta elements. */
import { publicSuffix } from '../../lib/domain.ts'
import { linesOf } from '../../lib/headers.ts'
import type { Chain, Headers } from '../../model/evidence.ts'

/** Directives in lower case with their values; of one that is repeated the first counts. */
export type CspPolicy = ReadonlyMap<string, readonly string[]>

const POLICIES = 20
const LENGTH = 20_000
const DIRECTIVES = 100
const VALUES = 300

/** §3.3: what a meta element may not say. */
const NOT_IN_META = ['frame-ancestors', 'report-uri', 'sandbox']

const HOST = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?)(?::(?:\d+|\*))?(?:\/\S*)?$/i
const SCHEME = /^[a-z][a-z0-9+.-]*:$/i
const NONCE_OR_HASH = /^'(?:nonce|sha256|sha384|sha512)-[a-z0-9+/_-]+={0,2}'$/i

/** One policy as it is written between commas of a header, or whole in a meta element. */
export function readCsp(text: string): CspPolicy {
  const directives = new Map<string, readonly string[]>()
  for (const part of text.slice(0, LENGTH).split(';', DIRECTIVES)) {
    const [name = '', ...values] = part.split(/[\t\n\f\r ]+/).filter((each) => each !== '')
    const key = name.toLowerCase()
    // §2.2.1: a directive with signs outside ASCII is not read.
    if (!/^[a-z0-9-]+$/.test(key) || !/^[\x20-\x7e\t\n\f\r]*$/.test(part) || directives.has(key)) continue
    directives.set(key, values.slice(0, VALUES))
  }
  return directives
}

/** The policies in force by the header lines: several lines, and on a line several with commas, hold together. */
export function headerPolicies(headers: Headers): CspPolicy[] {
  const parts = linesOf(headers, 'content-security-policy').flatMap((line) => line.split(',', POLICIES))
  return parts
    .map(readCsp)
    .filter(({ size }) => size > 0)
    .slice(0, POLICIES)
}

/** The policies in force on the page that a walk ended at: by its headers, and by meta elements in its head. */
export function policiesOf({ hops, body }: Chain): CspPolicy[] {
  const inPage = (body.policies ?? []).map((content) => {
    const policy = new Map(readCsp(content))
    for (const name of NOT_IN_META) policy.delete(name)
    return policy
  })
  return [...headerPolicies(hops.at(-1)?.headers ?? []), ...inPage.filter(({ size }) => size > 0)].slice(0, POLICIES)
}

/**
 * The sources of a list that a browser heeds (§2.3.1), in lower case but for nonces and hashes: what is not in the
 * grammar is left out, and so is `'none'` beside others.
 */
export function sourcesIn(values: readonly string[]): string[] {
  const heeded = values.flatMap((value) => {
    if (NONCE_OR_HASH.test(value)) return [value.replace(/^'[a-z0-9]+-/i, (begin) => begin.toLowerCase())]
    if (/^'(?:nonce|sha\d*)-/i.test(value)) return []
    return value.startsWith("'") || SCHEME.test(value) || HOST.test(value) ? [value.toLowerCase()] : []
  })
  const others = heeded.filter((value) => value !== "'none'")
  return others.length > 0 ? others : heeded.slice(0, 1)
}

/**
 * Whether a source is no bound at all: everybody is under it. `*` with any scheme and port, a scheme that everybody has
 * (`https:`, and for scripts `data:`), all names of a registry (`*.nl`).
 */
export function isEverybody(source: string): boolean {
  if (/^(?:https?|data):$/i.test(source)) return true
  const host = HOST.exec(source)?.[2]
  return (
    host === '*' || (host?.startsWith('*.') === true && publicSuffix(host.slice(2).replace(/\.$/, '')) === 'registry')
  )
}

/** Names under which a service has all its customers, some levels down; the list of suffixes has only those levels. */
const ABOVE_CUSTOMERS = ['amazonaws.com', 'windows.net', 'googleusercontent.com']

/** Whether a source is all customers of a service: everybody can be one (`*.github.io`, `*.amazonaws.com`). */
export function isAnyCustomer(source: string): boolean {
  const host = HOST.exec(source)?.[2]
  if (host?.startsWith('*.') !== true) return false
  const name = host.slice(2).replace(/\.$/, '').toLowerCase()
  return ABOVE_CUSTOMERS.includes(name) || publicSuffix(name) === 'service'
}
