/** Whether a route is announced by whom the holder of the addresses allows (RFC 6811 §2). */
import type { Route } from '../../model/evidence.ts'

export type Validity = 'valid' | 'invalid' | 'not-found'

/**
 * valid: an authorisation covers the route, for this origin and this length; invalid: some cover it and none of them
 * fits; not-found: none covers it. AS 0 allows nobody (RFC 6483 §4).
 */
export function validityOf({ prefix, origin, covering }: Route): Validity {
  if (covering.length === 0) return 'not-found'
  const length = Number(prefix.slice(prefix.indexOf('/') + 1))
  const fits = covering.some(({ asn, maxLength }) => asn !== 0 && asn === origin && length <= maxLength)
  return fits ? 'valid' : 'invalid'
}
