/** The part of the API about warnings: those that are for everyone, and no others. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isSpokenNumber, spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import { URGENCIES, WARNING_ENDS } from '../../vocabulary/warning.ts'
import { refuse } from '../../web/refuse.ts'
import { After, next, Size } from '../api-schemas.ts'
import { answer, errors, nextAddress } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { publicAfter, readPublic, type Row } from './store.ts'

const tags = ['Waarschuwingen']
const words = <T extends string>(of: Readonly<Record<string, T>>) => z.enum(Object.values(of) as [T, ...T[]])
const date = z.iso.date()

const WarningSchema = z
  .strictObject({
    nummer: z.string(),
    label: z.literal('TLP:CLEAR'),
    titel: z.string(),
    watGebeurde: z.string(),
    watTeDoen: z.string(),
    uiterlijk: date.nullable(),
    gelukt: z.string().openapi({ description: 'Hoe iemand ziet dat het werkte.' }),
    hulp: z.string(),
    urgentie: words(URGENCIES).nullable(),
    producten: z.array(z.strictObject({ maker: z.string(), naam: z.string(), versies: z.string() })),
    bron: z.string(),
    kenmerk: z.string(),
    versie: z.int(),
    verstuurdOp: date,
    looptTotEnMet: date,
    einde: words(WARNING_ENDS).nullable(),
    geeindigdOp: date.nullable(),
  })
  .openapi('Waarschuwing')

/** One warning as the API and the file give it. */
export const warningData = (row: Row) => ({
  nummer: spoken(row.number),
  label: 'TLP:CLEAR' as const,
  titel: row.title,
  watGebeurde: row.what,
  watTeDoen: row.act,
  uiterlijk: row.actBy,
  gelukt: row.works,
  hulp: row.call,
  urgentie: row.urgency === null ? null : URGENCIES[row.urgency],
  producten: row.products.map(({ vendor, name, range }) => ({ maker: vendor, naam: name, versies: range })),
  bron: row.publisher,
  kenmerk: row.tracking,
  versie: row.version,
  verstuurdOp: row.sentOn,
  looptTotEnMet: row.endsOn,
  einde: row.ended === null ? null : WARNING_ENDS[row.ended],
  geeindigdOp: row.endedOn,
})

/** The list of warnings, and one of them. */
export function addWarnings(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')
  api.openapi(
    createRoute({
      method: 'get',
      path: '/waarschuwingen',
      operationId: 'getWarnings',
      summary: 'Alle waarschuwingen die voor iedereen zijn, ook die voorbij zijn',
      tags,
      request: { query: After.extend(Size.shape) },
      responses: {
        ...answer('Waarschuwingen', z.strictObject({ resultaten: z.array(WarningSchema), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { na = '', aantal = 50 } = c.req.valid('query')
      const rows = await publicAfter(site.db, await here(), squeezedNumber(na).slice(0, 40), aantal + 1)
      const last = rows.slice(0, aantal).at(-1)
      return c.json(
        {
          resultaten: rows.slice(0, aantal).map(warningData),
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
      .refine((typed) => isSpokenNumber(squeezedNumber(typed)), 'geen nummer van een waarschuwing')
      .openapi({ param: { name: 'nummer', in: 'path' }, example: '7HX3M-9WF2C' }),
  })
  api.openapi(
    createRoute({
      method: 'get',
      path: '/waarschuwingen/{nummer}',
      operationId: 'getWarning',
      summary: 'Eén waarschuwing die voor iedereen is',
      tags,
      request: { params: nummer },
      responses: { ...answer('Waarschuwing', WarningSchema), ...errors },
    }),
    async (c) => {
      const number = squeezedNumber(c.req.valid('param').nummer)
      return c.json(warningData((await readPublic(site.db, await here(), number)) ?? refuse('page')), 200)
    },
  )
}
