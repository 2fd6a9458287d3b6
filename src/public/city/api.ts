/** The part of the API about publications. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { todayIn } from '../../web/language.ts'
import { Publication } from '../api-schemas.ts'
import { answer } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'

/** The publications, the newest first. */
export function addPublications(api: OpenAPIHono, site: Site): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/publicaties',
      operationId: 'getPublicaties',
      summary: 'Alle publicaties, nieuwste eerst',
      tags: ['Publicaties'],
      responses: answer('Publicaties', z.strictObject({ resultaten: z.array(Publication) })),
    }),
    async (c) =>
      c.json(
        {
          resultaten: (await readShelf(site)).publications.map((each) => ({
            nummer: each.no,
            datum: todayIn(each.at),
            gepubliceerdOp: each.at.toISOString(),
            door: each.byName,
            functie: each.byFunction,
            voorlopig: each.provisional,
            catalogusversie: each.catalogueVersion,
          })),
        },
        200,
      ),
  )
}
