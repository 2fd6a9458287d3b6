/** What every operation of the API shares: how an answer and a problem are described, and where they are read. */
import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refuse } from '../web/refuse.ts'
import { Problem } from './api-schemas.ts'
import { choose, openAt, type Site } from './view.ts'
import { readShelf } from './store.ts'

const headers = z.object({ 'API-Version': z.string().openapi({ description: 'Volledig versienummer van de API.' }) })
const problem = (description: string) => ({
  description,
  headers,
  content: { 'application/problem+json': { schema: Problem } },
})
/** A 200 with this body. */
export const answer = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, headers, content: { 'application/json': { schema } } },
})
export const errors = { 400: problem('De vraag klopt niet.'), 404: problem('Dit is er niet.') }
/** Of what can be taken off the site. */
export const goneErrors = { ...errors, 410: problem('Dit is weggehaald.') }

export const slug = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,199}$/, 'geen geldige naam in een adres')
    .openapi({ param: { name: 'slug', in: 'path' } }),
})

/** The address of this list with other words in its query; null for none. */
export function nextAddress(c: Context, changes: Readonly<Record<string, string | number>> | null): string | null {
  if (!changes) return null
  const url = new URL(c.req.url)
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, String(value))
  return url.pathname + url.search
}

/** The publication asked for, by number, or the newest; refuses what is not there. */
export async function publicationAt(site: Site, no: number | undefined) {
  const shelf = await readShelf(site)
  const publication = choose(shelf, no === undefined ? undefined : String(no)) ?? refuse('publication')
  const municipality = shelf.id ?? refuse('publication')
  const { at, book } = await openAt(site, municipality, shelf, publication)
  return { ...at, book }
}
