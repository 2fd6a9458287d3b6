/** The part of the API about places with help and courses, and their line in the file. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { degreesOfGrid } from '../../lib/rijksdriehoek.ts'
import { HELP_LANGUAGES, HELP_WORDS, freshness } from '../../vocabulary/help.ts'
import { refuse } from '../../web/refuse.ts'
import { next, Size } from '../api-schemas.ts'
import { answer, errors, nextAddress } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { addressOf, freeOf } from './shown.ts'
import { offersAfter, readOffer, type Row } from './store.ts'

const tags = ['Cursussen en hulp']
const KINDS = { place: 'plek', course: 'cursus' } as const
const date = z.iso.date()
const slot = { van: z.string(), tot: z.string() }

const Help = z
  .strictObject({
    soort: z.enum(['plek', 'cursus']),
    nummer: z.int(),
    id: z.uuid(),
    naam: z.string(),
    aanbieder: z.string(),
    bijgehoudenDoor: z.string(),
    adres: z.string(),
    wijk: z.string(),
    punt: z.strictObject({ lon: z.number(), lat: z.number() }).nullable(),
    onderwerpen: z.array(z.string()),
    talen: z.array(z.enum(HELP_LANGUAGES)),
    drempelvrij: z.enum(['ja', 'nee', 'onbekend']),
    kosten: z.number().openapi({ description: 'In euro’s; 0 is gratis.' }),
    telefoon: z.string(),
    website: z.string(),
    uitleg: z.string(),
    dezeWeek: z.string(),
    nagekekenOp: date,
    nagekeken: z
      .boolean()
      .openapi({ description: 'Onwaar: het is meer dan 90 dagen geleden nagekeken, op de dag van de vraag.' }),
    openingstijden: z
      .array(z.strictObject({ dag: z.int().min(1).max(7), ...slot }))
      .openapi({ description: 'Van een plek; 1 is maandag. Tijden in Nederland.' }),
    dicht: z.array(z.strictObject({ van: date, totEnMet: date, waarom: z.string() })),
    extra: z.array(z.strictObject({ op: date, ...slot })),
    lessen: z.array(z.strictObject({ op: date, ...slot, gaatDoor: z.boolean(), waarom: z.string() })),
    plaatsen: z.int().nullable(),
    vrij: z
      .int()
      .nullable()
      .openapi({ description: 'Van een cursus waarvoor iemand zich op deze site inschrijft; anders niet bekend.' }),
  })
  .openapi('HulpOfCursus')
export type HelpData = z.infer<typeof Help>

/** One place or course as the API and the file give it. */
export function helpData(row: Row, today: string): HelpData {
  const { told } = row
  const point = row.x === null || row.y === null ? null : degreesOfGrid(row.x, row.y)
  const times = row.kind === 'place' ? row.told.times : { hours: [], off: [], extra: [] }
  const sessions = row.kind === 'course' ? row.told.sessions : []
  return {
    soort: KINDS[row.kind],
    nummer: row.no,
    id: told.id,
    naam: row.title,
    aanbieder: row.provider,
    bijgehoudenDoor: row.keeper ?? 'gemeente',
    adres: addressOf(row),
    wijk: row.district,
    punt: point && { lon: Number(point.lon.toFixed(5)), lat: Number(point.lat.toFixed(5)) },
    onderwerpen: row.subjects.map((each) => HELP_WORDS.subject[each]),
    talen: [...row.languages],
    drempelvrij: HELP_WORDS.stepFree[row.stepFree] as HelpData['drempelvrij'],
    kosten: told.cost / 100,
    telefoon: told.phone,
    website: told.website,
    uitleg: told.about,
    dezeWeek: told.alert,
    nagekekenOp: row.checkedOn,
    nagekeken: freshness(row.checkedOn, today) === 'fresh',
    openingstijden: times.hours.map(({ day, from, to }) => ({ dag: day, van: from, tot: to })),
    dicht: times.off.map(({ from, to, why }) => ({ van: from, totEnMet: to, waarom: why })),
    extra: times.extra.map(({ on, from, to }) => ({ op: on, van: from, tot: to })),
    lessen: sessions.map(({ on, from, to, cancelled, why }) => ({
      op: on,
      van: from,
      tot: to,
      gaatDoor: !cancelled,
      waarom: why,
    })),
    plaatsen: row.places,
    vrij: row.kind === 'course' ? freeOf(row) : null,
  }
}

/** The list, and one of them. */
export function addHelp(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')
  api.openapi(
    createRoute({
      method: 'get',
      path: '/hulp',
      operationId: 'getHulp',
      summary: 'Plekken met hulp, en cursussen die nog niet voorbij zijn',
      tags,
      request: {
        query: Size.extend({
          na: z
            .string()
            .regex(/^(?:plek|cursus)-\d{1,9}$/, 'geen plek of cursus')
            .optional()
            .openapi({ param: { name: 'na', in: 'query' }, example: 'cursus-12' }),
        }),
      },
      responses: {
        ...answer('Plekken en cursussen', z.strictObject({ resultaten: z.array(Help), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { na = '', aantal = 50 } = c.req.valid('query')
      const [kind = '', no = '0'] = na.split('-')
      const after = { kind: kind === 'plek' ? 'place' : kind === 'cursus' ? 'course' : '', no: Number(no) }
      const rows = await offersAfter(site.db, await here(), after, site.today(), aantal + 1)
      const shown = rows.slice(0, aantal)
      const last = shown.at(-1)
      return c.json(
        {
          resultaten: shown.map((row) => helpData(row, site.today())),
          volgende: nextAddress(c, rows.length > aantal && last ? { na: `${KINDS[last.kind]}-${last.no}` } : null),
        },
        200,
      )
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/hulp/{soort}/{nummer}',
      operationId: 'getHulpOfCursus',
      summary: 'Eén plek of cursus, ook als die voorbij is',
      tags,
      request: {
        params: z.object({
          soort: z.enum(['plek', 'cursus']).openapi({ param: { name: 'soort', in: 'path' } }),
          nummer: z.coerce
            .number()
            .int()
            .min(1)
            .max(999_999_999)
            .openapi({ param: { name: 'nummer', in: 'path' }, example: 12 }),
        }),
      },
      responses: { ...answer('Plek of cursus', Help), ...errors },
    }),
    async (c) => {
      const { soort, nummer } = c.req.valid('param')
      const row = await readOffer(site.db, await here(), soort === 'plek' ? 'place' : 'course', nummer)
      return c.json(helpData(row ?? refuse('page'), site.today()), 200)
    },
  )
}
