/** The part of the API about events, and their line in the file. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { PublicEvent } from '../../model/event.ts'
import type { ToldHack } from '../../model/hack.ts'
import { EVENT_KINDS, EVENT_SUBJECTS, EVENT_WORDS } from '../../vocabulary/event.ts'
import { HACK_RULES_VERSION } from '../../vocabulary/hack.ts'
import { HELP_LANGUAGES, HELP_WORDS } from '../../vocabulary/help.ts'
import { refuse } from '../../web/refuse.ts'
import { next, Size } from '../api-schemas.ts'
import { answer, errors, goneErrors, nextAddress } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { forbiddenOf, hackNumbers, isOver, leftOf, whereOf } from './shown.ts'
import { eventsAfter, notThere, readEvent, readHacks } from './store.ts'

const tags = ['Bijeenkomsten']
const date = z.iso.date()
const words = <T extends string>(of: readonly T[], named: Readonly<Record<T, string>>) =>
  z.enum(of.map((each) => named[each]) as [string, ...string[]])

/** What the page tells of it, too: never what was found, nor by whom consent was signed. */
const HackSchema = z
  .strictObject({
    regels: z.int().openapi({ description: 'Versie van de regels van nu voor wie meedoet.' }),
    ookVerboden: z.array(z.string()),
    systemen: z
      .array(
        z.strictObject({
          naam: z.string(),
          leverancier: z.string(),
          vanafDag: date,
          vanaf: z.string(),
          totDag: date,
          tot: z.string(),
          nietBijDitSysteem: z.string(),
        }),
      )
      .openapi({ description: 'Waarin mag worden gezocht. Leeg: nergens, of het is voorbij.' }),
    gemeld: z.int(),
    hersteld: z.int(),
    nagekeken: z.int(),
    metDankAan: z.array(z.string()),
    geleerd: z.array(z.strictObject({ titel: z.string(), adres: z.string() })),
  })
  .openapi('Hackevenement')

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
    hackevenement: HackSchema.nullable(),
  })
  .openapi('Bijeenkomst')

/** One event as the file gives it, and the API with what is told of a hack event. */
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

/** What is told of a hack event, on a day: in what people may look is nothing any more once it is over or off. */
const hackData = (event: PublicEvent, told: ToldHack | undefined, today: string) =>
  told === undefined
    ? null
    : {
        regels: HACK_RULES_VERSION,
        ookVerboden: forbiddenOf(told),
        systemen: (event.state === 'placed' && !isOver(event, today) ? told.scope : []).map((each) => ({
          naam: each.name,
          leverancier: each.supplier,
          vanafDag: each.opensOn,
          vanaf: each.opens,
          totDag: each.closesOn,
          tot: each.closes,
          nietBijDitSysteem: each.limits,
        })),
        gemeld: told.found,
        hersteld: told.mended,
        nagekeken: told.retested,
        metDankAan: [...told.thanks],
        geleerd: told.notes.map(({ id, title }) => ({ titel: title, adres: `/zwakke-plekken#${id}` })),
      }

const numbered = (name: string, where: 'path' | 'query', least: number) =>
  z.coerce
    .number()
    .int()
    .min(least)
    .max(999_999_999)
    .openapi({ param: { name, in: where }, example: 12 })

/** The list of events, and one of them. */
export function addEvents(api: OpenAPIHono, site: Site): void {
  const here = async () => (await readShelf(site)).id ?? refuse('publication')
  const whole = async (municipality: string, events: readonly PublicEvent[]) => {
    const hacks = await readHacks(site.db, municipality, hackNumbers(events))
    return events.map((event) => ({
      ...eventData(event),
      hackevenement: hackData(event, hacks.get(event.no), site.today()),
    }))
  }
  api.openapi(
    createRoute({
      method: 'get',
      path: '/bijeenkomsten',
      operationId: 'getBijeenkomsten',
      summary: 'Alle bijeenkomsten, ook die voorbij zijn of niet doorgaan',
      tags,
      request: { query: Size.extend({ na: numbered('na', 'query', 0).optional() }) },
      responses: {
        ...answer('Bijeenkomsten', z.strictObject({ resultaten: z.array(EventSchema), volgende: next })),
        ...errors,
      },
    }),
    async (c) => {
      const { na = 0, aantal = 50 } = c.req.valid('query')
      const municipality = await here()
      const rows = await eventsAfter(site.db, municipality, na, aantal + 1)
      const shown = rows.slice(0, aantal)
      const last = shown.at(-1)
      return c.json(
        {
          resultaten: await whole(municipality, shown),
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
      request: { params: z.object({ nummer: numbered('nummer', 'path', 1) }) },
      responses: { ...answer('Bijeenkomst', EventSchema), ...goneErrors },
    }),
    async (c) => {
      const [municipality, no] = [await here(), c.req.valid('param').nummer]
      const event = (await readEvent(site.db, municipality, no)) ?? (await notThere(site.db, municipality, no, 'page'))
      return c.json((await whole(municipality, [event]))[0]!, 200)
    },
  )
}
