/** Which routes lead to the addresses that were met, and what their holders say of those. */
import type { Route, Routes } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { RouteBook } from '../../../outside/route-book.ts'

const ADDRESSES = 40

/** Of each address its routes; one of which nobody knows a route is told as missing. */
export async function routesOf(
  book: RouteBook,
  addresses: readonly (readonly [of: Route['of'], address: string])[],
): Promise<Routes> {
  const unique = [...new Map(addresses.map((each) => [each.join(' '), each])).values()].slice(0, ADDRESSES)
  const found = await Promise.all(
    unique.map(async ([of, address]) => {
      const routes = await book.to(address).catch((error: unknown) => {
        if (error instanceof NotSeen) return []
        throw error
      })
      return { address, routes: routes.map((route): Route => ({ of, address, ...route })) }
    }),
  )
  return {
    routes: found.flatMap(({ routes }) => routes),
    missing: [...new Set(found.flatMap(({ address, routes }) => (routes.length === 0 ? [address] : [])))],
    at: book.at,
  }
}
