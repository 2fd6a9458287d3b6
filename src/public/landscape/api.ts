/** The part of the API about groups and what they work on first. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { InPublication, ThemeIdSchema } from '../api-schemas.ts'
import { answer, errors, publicationAt } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { readLandscape, readSpearpoints } from './store.ts'

const Kind = z.enum(['groep', 'straat'])
const kindOf = (kind: 'cluster' | 'street'): z.infer<typeof Kind> => (kind === 'cluster' ? 'groep' : 'straat')

const Group = z
  .strictObject({
    soort: Kind,
    groep: z.string(),
    organisatiesMinstens: z
      .int()
      .nullable()
      .openapi({ description: 'Per vijf naar beneden. null: minder dan tien, of weggelaten.' }),
    themas: z.array(
      z.strictObject({
        thema: ThemeIdSchema,
        score: z.number().min(0).max(1).openapi({ description: 'De middelste, in stappen van een twintigste.' }),
        organisatiesMinstens: z.int(),
      }),
    ),
  })
  .openapi('Groep')

const Spearpoint = z
  .strictObject({
    soort: Kind,
    groep: z.string(),
    norm: z.string(),
    criterium: z.string(),
    reden: z.string(),
    mist: z.number().nullable().openapi({ description: 'Deel van de groep, in stappen van een twintigste.' }),
    gekozenOp: z.iso.date(),
    gekozenDoor: z.string(),
    openbaarOp: z.iso.date(),
    openbaarDoor: z.string(),
    geeindigdOp: z.iso.date().nullable(),
    redenEinde: z.string(),
  })
  .openapi('Speerpunt')

/** Groups against themes, and spearpoints. */
export function addLandscape(api: OpenAPIHono, site: Site): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/landschap',
      operationId: 'getLandschap',
      summary: 'Groepen en straten met de middelste score per thema',
      tags: ['Landschap'],
      request: { query: InPublication },
      responses: { ...answer('Groepen', z.strictObject({ resultaten: z.array(Group) })), ...errors },
    }),
    async (c) => {
      const at = await publicationAt(site, c.req.valid('query').publicatie)
      const rows = await readLandscape(at, at.no)
      return c.json(
        {
          resultaten: rows.map(({ kind, name, organisations, themes }) => ({
            soort: kindOf(kind),
            groep: name,
            organisatiesMinstens: organisations,
            themas: themes.map(({ theme, median, scored }) => ({
              thema: theme,
              score: median,
              organisatiesMinstens: scored,
            })),
          })),
        },
        200,
      )
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/speerpunten',
      operationId: 'getSpeerpunten',
      summary: 'Waar groepen en straten mee beginnen, ook wat eindigde',
      tags: ['Landschap'],
      responses: answer('Speerpunten', z.strictObject({ resultaten: z.array(Spearpoint) })),
    }),
    async (c) => {
      const { id } = await readShelf(site)
      const rows = id === null ? [] : await readSpearpoints({ db: site.db, municipality: id })
      return c.json(
        {
          resultaten: rows.map((each) => ({
            soort: kindOf(each.kind as 'cluster' | 'street'),
            groep: each.name,
            norm: each.norm,
            criterium: each.criterion,
            reden: each.reason,
            mist: each.missed,
            gekozenOp: each.chosenOn,
            gekozenDoor: each.chosenBy,
            openbaarOp: each.publishedOn,
            openbaarDoor: each.publishedBy,
            geeindigdOp: each.endedOn,
            redenEinde: each.endedReason,
          })),
        },
        200,
      )
    },
  )
}
