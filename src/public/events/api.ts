/** The part of the API about events, and their line in the file. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { PublicEvent } from '../../model/event.ts'
import { EVENT_KINDS, EVENT_SUBJECTS, EVENT_WORDS } from '../../vocabulary/event.ts'
import { HELP_LANGUAGES, HELP_WORDS } from '../../vocabulary/help.ts'
import { refuse } from '../../web/refuse.ts'
import { next, Size } from '../api-schemas.ts'
import { answer, errors, goneErrors, nextAddress } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { leftOf, whereOf } from './shown.ts'
import { eventsAfter, notThere, readEvent } from './store.ts'

const tags = ['Bijeenkomsten']
const date = z.iso.date()
const words = <T extends string>(of: readonly T[], named: Readonly<Record<T, string>>) =>
  z.enum(of.map((each) => named[each]) as [string, ...string[]])

const EventSchema = z
  .strictObject({
    nummer: z.int(),
    id: z.uuid(),
    soort: words(EVENT_KINDS, EVENT_WORDS.kind),
    titel: z.string(),
    onderwerp: words(EVENT_SUBJECTS, EVENT_WORDS.subject),
    uitleg: z.string(),
    voorWie: z.string(),
    begintOp: date,
    begint: z.string().openapi({ description: 'Tijd in Nederland.' }),
    eindigtOp: date,
    eindigt: z.string(),
    waar: z.string(),
    wijk: z.string(),
    thuis: z.string(),
    taal: z.enum(HELP_LANGUAGES),
    kosten: z.number().openapi({ description: 'In euro’s; 0 is gratis.' }),
    drempelvrij: z.string(),
    opgeven: z.string(),
    plaatsen: z.int(),
    vrij: z.int().nullable(),
    organisator: z.string(),
    bijgehoudenDoor: z.string(),
    telefoon: z.string(),
    website: z.string(),
    gaatDoor: z.boolean(),
    waarom: z.string(),
    kwamen: z.int().nullable(),
    lessen: z.string(),
    materiaal: z.array(z.strictObject({ naam: z.string(), adres: z.string() })),
    gewijzigdOp: z.iso.datetime(),
  })
  .openapi('Bijeenkomst')

/** One event as the API and the file give it. */
export const eventData = (event: PublicEvent) => ({
  nummer: event.no,
  id: event.told.id,
  soort: EVENT_WORDS.kind[event.kind],
  titel: event.title,
  onderwerp: EVENT_WORDS.subject[event.subject],
  uitleg: event.told.about,
  voorWie: event.told.forWhom,
  begintOp: event.startsOn,
  begint: event.told.starts,
  eindigtOp: event.endsOn,
  eindigt: event.told.ends,
  waar: whereOf(event),
  wijk: event.district,
  thuis: event.told.online,
  taal: event.language,
  kosten: event.told.cost / 100,
  drempelvrij: HELP_WORDS.stepFree[event.stepFree],
  opgeven: HELP_WORDS.signUp[event.told.signUp],
  plaatsen: event.places,
  vrij: event.told.signUp === 'here' ? leftOf(event) : null,
  organisator: event.organiser,
  bijgehoudenDoor: event.keeper ?? 'gemeente',
  telefoon: event.told.phone,
  website: event.told.website,
  gaatDoor: event.state === 'placed',
  waarom: event.told.why,
  kwamen: event.came,
  lessen: event.told.lessons,
  materiaal: event.told.material.map(({ name, url }) => ({ naam: name, adres: url })),
  gewijzigdOp: event.changedAt.toISOString(),
})

const whole = (name: string, where: 'path' | 'query', least: number) =>
  z.coerce
    .number()
    .int()
    .min(least)
    .max(999_999_999)
    .openapi({ param: { name, in: where }, example: 12 })

/** The list of events, and one of them. */
export function addEvents(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')
  api.openapi(
    createRoute({
      method: 'get',
      path: '/bijeenkomsten',
      operationId: 'getBijeenkomsten',
      summary: 'Alle bijeenkomsten, ook die voorbij zijn of niet doorgaan',
      tags,
      request: { query: Size.extend({ na: whole('na', 'query', 0).optional() }) },
      responses: {
        ...answer('Bijeenkomsten', z.strictObject({ resultaten: z.array(EventSchema), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { na = 0, aantal = 50 } = c.req.valid('query')
      const rows = await eventsAfter(site.db, await here(), na, aantal + 1)
      const shown = rows.slice(0, aantal)
      const last = shown.at(-1)
      return c.json(
        {
          resultaten: shown.map(eventData),
          volgende: nextAddress(c, rows.length > aantal && last ? { na: `${last.no}` } : null),
        },
        200,
      )
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/bijeenkomsten/{nummer}',
      operationId: 'getBijeenkomst',
      summary: 'Eén bijeenkomst',
      tags,
      request: { params: z.object({ nummer: whole('nummer', 'path', 1) }) },
      responses: { ...answer('Bijeenkomst', EventSchema), ...goneErrors },
    }),
    async (c) => {
      const [municipality, no] = [await here(), c.req.valid('param').nummer]
      const event = await readEvent(site.db, municipality, no)
      return c.json(eventData(event ?? (await notThere(site.db, municipality, no, 'page'))), 200)
    },
  )
}
