/** The part of the API about good practices that are on the site. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isSpokenNumber, spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import { LICENCE_IDS, LICENCES, type LicenceId } from '../../vocabulary/practice.ts'
import { refuse } from '../../web/refuse.ts'
import { After, next, Size } from '../api-schemas.ts'
import { answer, errors, goneErrors, nextAddress } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { practicesAfter, readPractice, type Row } from './store.ts'

const tags = ['Goede praktijken']

const PracticeSchema = z
  .strictObject({
    nummer: z.string(),
    titel: z.string(),
    organisatie: z.string(),
    probleem: z.string(),
    gedaan: z.string(),
    opgeleverd: z.string(),
    link: z.string().nullable(),
    normen: z.array(z.string()),
    taal: z.enum(['nl', 'en']),
    licentie: z.enum(LICENCE_IDS as [LicenceId, ...LicenceId[]]),
    licentieAdres: z.url(),
    nagekekenDoor: z.string(),
    functie: z.string(),
    nagekekenOp: z.iso.date(),
  })
  .openapi('GoedePraktijk')

/** One practice as the API and the file give it. */
export const practiceData = (row: Row) => ({
  nummer: spoken(row.number),
  titel: row.title,
  organisatie: row.organisation,
  probleem: row.problem,
  gedaan: row.did,
  opgeleverd: row.gained,
  link: row.link === '' ? null : row.link,
  normen: row.norms,
  taal: row.lang,
  licentie: row.licence,
  licentieAdres: LICENCES[row.licence].url,
  nagekekenDoor: row.reviewer,
  functie: row.function,
  nagekekenOp: row.reviewedOn,
})

/** The list, and one of them. */
export function addPractices(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')
  api.openapi(
    createRoute({
      method: 'get',
      path: '/praktijken',
      operationId: 'getPractices',
      summary: 'Alle goede praktijken die op de site staan',
      tags,
      request: { query: After.extend(Size.shape) },
      responses: {
        ...answer('Goede praktijken', z.strictObject({ resultaten: z.array(PracticeSchema), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { na = '', aantal = 50 } = c.req.valid('query')
      const rows = await practicesAfter(site.db, await here(), squeezedNumber(na).slice(0, 40), aantal + 1)
      const last = rows.slice(0, aantal).at(-1)
      return c.json(
        {
          resultaten: rows.slice(0, aantal).map(practiceData),
          volgende: nextAddress(c, rows.length > aantal && last ? { na: last.number } : null),
        },
        200,
      )
    },
  )
  const nummer = z.object({
    nummer: z
      .string()
      .max(40)
      .refine((typed) => isSpokenNumber(squeezedNumber(typed)), 'geen nummer van een goede praktijk')
      .openapi({ param: { name: 'nummer', in: 'path' }, example: '7HX3M-9WF2C' }),
  })
  api.openapi(
    createRoute({
      method: 'get',
      path: '/praktijken/{nummer}',
      operationId: 'getPractice',
      summary: 'Eén goede praktijk',
      tags,
      request: { params: nummer },
      responses: { ...answer('Goede praktijk', PracticeSchema), ...goneErrors },
    }),
    async (c) => {
      const row = await readPractice(site.db, await here(), squeezedNumber(c.req.valid('param').nummer))
      if (!row) return refuse('page')
      return c.json(practiceData(row.withdrawnOn === null ? row : refuse('gone')), 200)
    },
  )
}
