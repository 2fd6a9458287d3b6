/** The part of the API about published tests and regulations. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { refuse } from '../../web/refuse.ts'
import { next, Numbered, Size, Word } from '../api-schemas.ts'
import { answer, errors, nextAddress } from '../api-shape.ts'
import type { Site } from '../view.ts'
import { readShelf } from '../store.ts'
import { listToetsen, readRegulations, readToets } from './store.ts'
import { FullToetsSchema, RegulationSchema, regulationOf, toetsInFull, ToetsSchema, toetsShort } from './json.ts'

const tags = ['IT-toetsen']

/** IT-toetsen and regulations. */
export function addToetsen(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')

  api.openapi(
    createRoute({
      method: 'get',
      path: '/toetsen',
      operationId: 'getToetsen',
      summary: 'Gepubliceerde IT-toetsen, nieuwste besluit eerst',
      tags,
      request: { query: Numbered.extend(Size.shape).extend({ q: Word.optional() }) },
      responses: {
        ...answer('IT-toetsen', z.strictObject({ totaal: z.int(), resultaten: z.array(ToetsSchema), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { pagina = 1, aantal = 50, q = '' } = c.req.valid('query')
      const { total, rows } = await listToetsen(site.db, await here(), { q, page: pagina, size: aantal })
      return c.json(
        {
          totaal: total,
          resultaten: rows.map(toetsShort),
          volgende: nextAddress(c, pagina * aantal < total ? { pagina: pagina + 1 } : null),
        },
        200,
      )
    },
  )

  const nummer = z.object({
    nummer: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, 'geen geldig nummer')
      .openapi({ param: { name: 'nummer', in: 'path' }, example: '14' }),
  })
  api.openapi(
    createRoute({
      method: 'get',
      path: '/toetsen/{nummer}',
      operationId: 'getToets',
      summary: 'Eén IT-toets, zoals die nu openbaar is',
      tags,
      request: { params: nummer },
      responses: { ...answer('IT-toets', FullToetsSchema), ...errors },
    }),
    async (c) => {
      const { toets } = (await readToets(site.db, await here(), Number(c.req.valid('param').nummer))) ?? refuse('toets')
      return c.json(toetsInFull(toets), 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/regelingen',
      operationId: 'getRegelingen',
      summary: 'Alle regelingen, en of zij zijn getoetst',
      tags,
      responses: {
        ...answer(
          'Regelingen',
          z.strictObject({ totaal: z.int(), getoetst: z.int(), resultaten: z.array(RegulationSchema) }),
        ),
        ...errors,
      },
    }),
    async (c) => {
      const rows = await readRegulations(site.db, await here())
      return c.json(
        {
          totaal: rows.length,
          getoetst: rows.filter(({ toets }) => toets !== null).length,
          resultaten: rows.map(regulationOf),
        },
        200,
      )
    },
  )
}
