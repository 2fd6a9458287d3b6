/** The part of the API about badges. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isSpokenNumber, spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import { badgeState, BADGE_GROUNDS, BADGE_KINDS, BADGE_STATES } from '../../vocabulary/badge.ts'
import { refuse } from '../../web/refuse.ts'
import { After, next, Size } from '../api-schemas.ts'
import { answer, errors, nextAddress } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { badgesAfter, readBadge, type Row } from './store.ts'

const tags = ['Badges']
const words = <T extends string>(of: Readonly<Record<string, T>>) => z.enum(Object.values(of) as [T, ...T[]])
const date = z.iso.date()

const BadgeSchema = z
  .strictObject({
    nummer: z.string(),
    soort: words(BADGE_KINDS),
    houder: z.string().openapi({ description: 'Zoals de naam was toen de badge werd gegeven.' }),
    plaats: z.string(),
    stand: words(BADGE_STATES).openapi({ description: 'Op de dag van de vraag.' }),
    beloofdOfGezien: z.string(),
    convenant: z.strictObject({ nummer: z.int(), titel: z.string(), versie: z.int() }).nullable(),
    normen: z.array(z.string()),
    gezienDoor: z.string(),
    gezienOp: date.nullable(),
    geldigVanaf: date,
    geldigTotEnMet: date,
    grond: words(BADGE_GROUNDS),
    geeindigdOp: date.nullable(),
    reden: z.string(),
  })
  .openapi('Badge')

/** One badge as the API and the file give it. */
export const badgeData = (row: Row, today: string) => ({
  nummer: spoken(row.number),
  soort: BADGE_KINDS[row.kind],
  houder: row.holder,
  plaats: row.place,
  stand: BADGE_STATES[badgeState(row, today)],
  beloofdOfGezien: row.told.promised,
  convenant: row.told.covenant && {
    nummer: row.told.covenant.no,
    titel: row.told.covenant.title,
    versie: row.told.covenant.version,
  },
  normen: row.told.norms.map(({ id }) => id),
  gezienDoor: row.told.seenBy,
  gezienOp: row.told.seenOn,
  geldigVanaf: row.validFrom,
  geldigTotEnMet: row.validUntil,
  grond: BADGE_GROUNDS[row.ground],
  geeindigdOp: row.endedOn,
  reden: row.reason,
})

/** The list of badges, and one of them. */
export function addBadges(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')
  api.openapi(
    createRoute({
      method: 'get',
      path: '/badges',
      operationId: 'getBadges',
      summary: 'Alle badges, ook die zijn afgelopen of ingetrokken',
      tags,
      request: { query: After.extend(Size.shape) },
      responses: {
        ...answer('Badges', z.strictObject({ resultaten: z.array(BadgeSchema), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { na = '', aantal = 50 } = c.req.valid('query')
      const rows = await badgesAfter(site.db, await here(), squeezedNumber(na).slice(0, 40), aantal + 1)
      const shown = rows.slice(0, aantal)
      const last = shown.at(-1)
      return c.json(
        {
          resultaten: shown.map((row) => badgeData(row, site.today())),
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
      .refine((typed) => isSpokenNumber(squeezedNumber(typed)), 'geen nummer van een badge')
      .openapi({ param: { name: 'nummer', in: 'path' }, example: '7HX3M-9WF2C' }),
  })
  api.openapi(
    createRoute({
      method: 'get',
      path: '/badges/{nummer}',
      operationId: 'getBadge',
      summary: 'Eén badge, zoals die vandaag staat',
      tags,
      request: { params: nummer },
      responses: { ...answer('Badge', BadgeSchema), ...errors },
    }),
    async (c) => {
      const number = squeezedNumber(c.req.valid('param').nummer)
      const row = (await readBadge(site.db, await here(), number)) ?? refuse('page')
      return c.json(badgeData(row, site.today()), 200)
    },
  )
}
