/** What routes to a set of addresses say together, for every check that asks it. */
import { shown } from './claims.ts'
import { validityOf } from './rpki.ts'
import { clip } from '../../lib/headers.ts'
import type { Route, Routes } from '../../model/evidence.ts'
import type { Seen } from '../../model/finding.ts'

/** Answers of a check on routes. */
export const ROUTED = {
  valid: shown('met'),
  invalid: shown('unmet'),
  some: shown('partly'),
  none: shown('unmet'),
  unrouted: 'unknown',
  'no-data': 'unknown',
} as const

/** Routes to `of`, each held against what the holders of the addresses allow (RFC 6811). */
export function routed(
  routes: Routes | undefined,
  of: Route['of'],
  addresses: readonly string[],
): { reason: keyof typeof ROUTED; seen: Seen } {
  if (!routes) return { reason: 'no-data', seen: {} }
  const told = routes.routes
    .filter((each) => each.of === of)
    .map((route) => ({ ...route, validity: validityOf(route) }))
  const at = (validity: string) => told.filter((each) => each.validity === validity)
  const lines = (which: typeof told) =>
    which.map(({ address, prefix, origin, validity }) => clip(`${address}: ${prefix} AS${origin} ${validity}`))
  const [invalid, unknown] = [at('invalid'), at('not-found')]
  const listed = (which: typeof told) => clip([...new Set(which.map(({ prefix }) => prefix))].slice(0, 5).join(', '))
  const seen = (which: typeof told) => ({
    prefixes: listed(which),
    count: new Set(which.map(({ prefix }) => prefix)).size,
    total: new Set(told.map(({ prefix }) => prefix)).size,
    from: routes.at,
    details: [...new Set(lines(told))].slice(0, 20),
  })
  if (invalid.length > 0) return { reason: 'invalid', seen: seen(invalid) }
  const known = addresses.length > 0 && addresses.every((each) => told.some(({ address }) => address === each))
  if (!known) return { reason: 'unrouted', seen: seen([]) }
  if (unknown.length === 0) return { reason: 'valid', seen: seen(told) }
  return { reason: unknown.length === told.length ? 'none' : 'some', seen: seen(unknown) }
}
