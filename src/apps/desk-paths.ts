/** The addresses of the desk: which page a form stood on, and where what was kept of it is shown again. */
import type { Tx } from '../db/as.ts'
import type { Route } from '../web/desk/route.ts'
import { paramsFit, ownPath } from './desk-guards.ts'

export type Place = { readonly route: Route<Tx>; readonly params: Readonly<Record<string, string>> }
export type PageAt = (path: string) => Place | undefined

/** Finds the page at a path below `/balie`, as the router would: the first that fits. */
export function pagesOf(routes: readonly Route<Tx>[]): PageAt {
  const pages = routes
    .filter(({ method }) => method === 'GET')
    .map((route) => ({ route, fits: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }))
  return (path) => {
    const below = path.replace(/^\/balie/, '').replace(/\/$/, '') || '/'
    for (const { route, fits } of pages) {
      const found = fits.exec(below)
      if (!found) continue
      const params = { ...found.groups }
      return paramsFit(params) ? { route, params } : undefined
    }
    return undefined
  }
}

/** The page that a form stood on, with its query: as the form says, or else the nearest one above its own address. */
export function backOf(told: string, path: string, pageAt: PageAt): string {
  if (/^\/balie(\/|\?|$)/.test(told) && ownPath(told) === told && pageAt(new URL(told, 'http://x').pathname))
    return told
  for (let at = path; at.length > '/balie'.length; at = at.slice(0, at.lastIndexOf('/'))) if (pageAt(at)) return at
  return '/balie'
}

/** The address of a page with what was kept of it; in front of a place on that page. */
export function withKept(to: string, id: string): string {
  const at = new URL(to, 'http://x')
  at.searchParams.set('getypt', id)
  return `${at.pathname}${at.search}${at.hash}`
}
