/** The API (/api/v1): the published data as JSON, after the NLGov API Design Rules. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { messages } from '../web/messages.ts'
import { statusOf, type Refusal } from '../web/refuse.ts'
import { reachedAt, type Site } from './view.ts'
import type { Published } from './published.ts'
import { readShelf } from './store.ts'

const API_VERSION = '1.3.0'

/** What every answer of the API carries, also a refusal, a preflight and a 304 (NLGov /core/version-header; CORS). */
export const apiHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers: given } = c.res
  given.set('API-Version', API_VERSION)
  given.set('Access-Control-Allow-Origin', '*')
  given.set('Access-Control-Expose-Headers', 'API-Version, ETag, Link, Allow')
  given.set('Cross-Origin-Resource-Policy', 'cross-origin')
  if (c.req.method === 'OPTIONS') {
    given.set('Access-Control-Allow-Methods', 'GET, HEAD')
    given.set('Access-Control-Allow-Headers', 'Accept, Accept-Language, Content-Type, If-None-Match, API-Version')
    given.set('Access-Control-Max-Age', '86400')
  }
}

/** An error as the API tells it (RFC 9457). */
export function problemOf(refusal: Refusal, instance: string, detail?: string) {
  const { title, text } = messages.nl.errors[refusal]
  return { type: 'about:blank', title, status: statusOf(refusal), detail: detail ?? text, instance }
}

/** The API under `/api/v1`, with its description. */
export function publicApi(site: Site, nouns: readonly Published[]): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const detail = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
      return c.json(problemOf('query', c.req.path, detail), 400, { 'Content-Type': 'application/problem+json' })
    },
  })
  api.use(async (c, proceed) => {
    await proceed()
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=60')
  })
  for (const noun of nouns) noun.api?.add(api, site)

  api.get('/openapi.json', async (c) =>
    c.json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Leidraad',
          version: API_VERSION,
          license: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl' },
          description:
            'Wat een gemeente van haar digitale stad heeft gepubliceerd: organisaties, bevindingen, normen, ' +
            'IT-toetsen, regelingen en registers. Alleen lezen, geen sleutel nodig.',
          contact: {
            name: `Gemeente ${(await readShelf(site)).name}`,
            url: `${site.origin}/open-data`,
            email: reachedAt(site),
          },
        },
        servers: [{ url: `${site.origin}/api/v1` }],
        tags: nouns.flatMap((noun) => (noun.api ? [{ name: noun.api.tag }] : [])),
      }),
    ),
  )
  return api
}
