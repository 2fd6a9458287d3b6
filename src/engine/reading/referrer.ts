/** Which referrer policy is in force on a page: what other sites hear about it (W3C Referrer Policy §4 and §8). */
import { listOf } from '../../lib/headers.ts'
import type { Headers } from '../../model/evidence.ts'

/** Every value that browsers know, with what it lets out. */
const STRENGTH: ReadonlyMap<string, 'strict' | 'origin' | 'unsafe'> = new Map([
  ['no-referrer', 'strict'],
  ['same-origin', 'strict'],
  ['strict-origin', 'strict'],
  ['strict-origin-when-cross-origin', 'strict'],
  // The name of the site also goes to pages without https, readable on the way.
  ['origin', 'origin'],
  ['origin-when-cross-origin', 'origin'],
  ['no-referrer-when-downgrade', 'unsafe'],
  ['unsafe-url', 'unsafe'],
] as const)
/** What meta elements said before the words were settled (HTML standard, `referrer`). */
const LEGACY: ReadonlyMap<string, string> = new Map([
  ['never', 'no-referrer'],
  ['default', 'strict-origin-when-cross-origin'],
  ['always', 'unsafe-url'],
  ['origin-when-crossorigin', 'origin-when-cross-origin'],
])

type ReferrerPolicy = {
  readonly policy: string
  readonly strength: 'strict' | 'origin' | 'unsafe'
  readonly by: 'header' | 'meta'
}

/**
 * The policy of the last meta element that says a known one, else the last known value of the header lines; undefined:
 * left to the browser. `metas`: what meta elements named `referrer` say, in order.
 */
export function referrerPolicyOf(headers: Headers, metas: readonly string[]): ReferrerPolicy | undefined {
  const known = (values: readonly string[]) =>
    values.map((value) => value.trim().toLowerCase()).findLast((value) => STRENGTH.has(value))
  const inPage = known(metas.map((value) => LEGACY.get(value.trim().toLowerCase()) ?? value))
  const policy = inPage ?? known(listOf(headers, 'referrer-policy'))
  return policy === undefined
    ? undefined
    : { policy, strength: STRENGTH.get(policy)!, by: inPage === undefined ? 'header' : 'meta' }
}
