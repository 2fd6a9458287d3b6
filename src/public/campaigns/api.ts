/** The part of the API about campaigns: from the day that each is fixed, with its outcome whatever that is. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { isSpokenNumber, spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import type { CampaignArm } from '../../model/campaign.ts'
import { CAMPAIGN_STATES, CAMPAIGN_UNITS, CAMPAIGN_VERDICTS } from '../../vocabulary/campaign.ts'
import { refuse } from '../../web/refuse.ts'
import { After, next, Size } from '../api-schemas.ts'
import { answer, errors, nextAddress } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { planOf, publicAfter, readPublic, type Row } from './store.ts'

const tags = ['Campagnes']
const words = <T extends string>(of: Readonly<Record<string, T>>) => z.enum(Object.values(of) as [T, ...T[]])
const date = z.iso.date()
const count = z.int().nullable().openapi({ description: 'Leeg: te weinig om te tonen.' })

const GroupSchema = z.strictObject({
  bedoeld: z.int(),
  loten: z.int(),
  bekend: count,
  vooraf: count,
  achteraf: count,
})
const CampaignSchema = z
  .strictObject({
    nummer: z.string(),
    titel: z.string(),
    doel: z.string(),
    norm: z.string(),
    punten: z.array(z.string()),
    groep: z.string().openapi({ description: 'A tot en met D; leeg: alle organisaties.' }),
    lot: words(Object.fromEntries(Object.entries(CAMPAIGN_UNITS).map(([unit, { nl }]) => [unit, nl]))),
    stand: words(CAMPAIGN_STATES),
    vastgelegdOp: date,
    controlegetal: z.string().openapi({ description: 'SHA-256 van het plan.' }),
    bedoeld: z.int(),
    nietMeegeteld: count,
    loting: date,
    getal: z.string().nullable(),
    zaad: z.string().nullable(),
    van: date,
    totEnMet: date,
    nameting: date,
    bereikt: count.openapi({ description: 'Bij de uitkomst. Leeg: te weinig om te tonen, of nog geen uitkomst.' }),
    bereiktVanWieWachtte: count,
    uitkomst: words(CAMPAIGN_VERDICTS).nullable(),
    uitkomstOp: date.nullable(),
    verschil: z
      .number()
      .nullable()
      .openapi({ description: 'Verschil van de verschillen, van -1 tot 1; leeg: te weinig om te tonen.' }),
    laag: z.number().nullable(),
    hoog: z.number().nullable(),
    kans: z.number().nullable().openapi({ description: 'Deel van de lotingen met een even groot verschil.' }),
    eerst: GroupSchema.nullable(),
    wacht: GroupSchema.nullable(),
    gestoptOp: date.nullable(),
    gestoptOmdat: z.string().nullable(),
  })
  .openapi('Campagne')

const groupData = ({ meant, clusters, known, before, after }: CampaignArm) => ({
  bedoeld: meant,
  loten: clusters,
  bekend: known,
  vooraf: before,
  achteraf: after,
})

/** One campaign as the API and the file give it. */
export function campaignData(row: Row) {
  const { result } = row
  const plan = planOf(row)
  return {
    nummer: spoken(row.number),
    titel: row.title,
    doel: row.aim,
    norm: row.norm,
    punten: [...plan.criteria],
    groep: plan.audience,
    lot: CAMPAIGN_UNITS[plan.unit].nl,
    stand: CAMPAIGN_STATES[row.state],
    vastgelegdOp: row.frozenOn,
    controlegetal: row.hash,
    bedoeld: plan.meant,
    nietMeegeteld: plan.leftOut,
    loting: row.drawOn,
    getal: row.value,
    zaad: row.seed,
    van: row.starts,
    totEnMet: row.until,
    nameting: row.after,
    bereikt: result?.reach.first ?? null,
    bereiktVanWieWachtte: result?.reach.waiting ?? null,
    uitkomst: result === null ? null : CAMPAIGN_VERDICTS[result.verdict],
    uitkomstOp: row.toldOn,
    verschil: result?.difference ?? null,
    laag: result?.interval?.low ?? null,
    hoog: result?.interval?.high ?? null,
    kans: result?.p ?? null,
    eerst: result === null ? null : groupData(result.first),
    wacht: result === null ? null : groupData(result.waiting),
    gestoptOp: row.stoppedOn,
    gestoptOmdat: row.stoppedWhy,
  }
}

/** The list of campaigns, and one of them. */
export function addCampaigns(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')
  api.openapi(
    createRoute({
      method: 'get',
      path: '/campagnes',
      operationId: 'getCampaigns',
      summary: 'Alle campagnes sinds zij vastliggen, met hun uitkomst',
      tags,
      request: { query: After.extend(Size.shape) },
      responses: {
        ...answer('Campagnes', z.strictObject({ resultaten: z.array(CampaignSchema), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { na = '', aantal = 50 } = c.req.valid('query')
      const rows = await publicAfter(site.db, await here(), squeezedNumber(na).slice(0, 40), aantal + 1)
      const last = rows.slice(0, aantal).at(-1)
      return c.json(
        {
          resultaten: rows.slice(0, aantal).map(campaignData),
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
      .refine((typed) => isSpokenNumber(squeezedNumber(typed)), 'geen nummer van een campagne')
      .openapi({ param: { name: 'nummer', in: 'path' }, example: '7HX3M-9WF2C' }),
  })
  api.openapi(
    createRoute({
      method: 'get',
      path: '/campagnes/{nummer}',
      operationId: 'getCampaign',
      summary: 'Eén campagne',
      tags,
      request: { params: nummer },
      responses: { ...answer('Campagne', CampaignSchema), ...errors },
    }),
    async (c) => {
      const number = squeezedNumber(c.req.valid('param').nummer)
      return c.json(campaignData((await readPublic(site.db, await here(), number)) ?? refuse('page')), 200)
    },
  )
}
