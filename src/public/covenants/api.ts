/** Covenants and their agreements in the API, in Dutch words. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { eventSentence } from '../../web/covenant-story.ts'
import { refuse } from '../../web/refuse.ts'
import { answer, errors, goneErrors } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { notThere } from './not-there.ts'
import { says } from './messages.ts'
import { partyVerdict, PartyVerdictSchema } from './party-api.ts'
import { judgedIn, wordText } from './parts.tsx'
import {
  happened,
  listCovenants,
  partiesOf,
  pledgesOf,
  readCovenant,
  readPledge,
  takingPart,
  valuesOf,
  wordOf,
  type Pledge,
} from './store.ts'
import { partiesOfPledge } from './party-store.ts'
import { changed, ChangedSchema, counts, dated, day, figureOf } from './pledge-api.ts'

const tags = ['Afspraken']
const MOST = 5_000
const PledgeSchema = z
  .strictObject({
    id: z.string(),
    titel: z.string(),
    normen: z.array(z.string()),
    watTelt: z.string(),
    regel: z.string(),
    richting: z.enum(['omhoog', 'omlaag']),
    begin: counts.extend({ op: day }).nullable(),
    nu: counts.extend({ op: day }).nullable(),
    nuStaatStil: z.boolean(),
    oordelen: z.array(z.strictObject({ uitkomst: z.string(), partijen: z.int() })).nullable(),
    doel: z.number(),
    uiterlijk: day,
    tussenwaarden: z.array(z.strictObject({ op: day, waarde: z.number() })),
    eersteDoel: z.strictObject({ doel: z.number(), uiterlijk: day }).nullable(),
    wijzigingen: z.array(ChangedSchema),
    bewijs: z.string(),
    nagekekenDoor: z.string(),
    alsHetNietLukt: z.string(),
    stand: z.string(),
    oordeel: z
      .strictObject({
        uitkomst: z.string(),
        op: day,
        door: z.string(),
        toelichting: z.string(),
        bevestigdOp: day.nullable(),
      })
      .nullable(),
  })
  .openapi('Afspraak')
const CovenantSchema = z
  .strictObject({
    nummer: z.int(),
    titel: z.string(),
    stand: z.string(),
    van: day.nullable(),
    tot: day.nullable(),
    partijen: z.int(),
    metNaam: z.int(),
    afspraken: z.int(),
  })
  .openapi('Convenant')
const FullSchema = CovenantSchema.omit({ afspraken: true })
  .extend({
    uitgave: z.int(),
    openbaarSinds: z.iso.datetime(),
    deelnemers: z.array(
      z.strictObject({ naam: z.string(), als: z.string(), stand: z.string(), sinds: day.nullable() }),
    ),
    artikelen: z.array(z.strictObject({ id: z.string(), titel: z.string(), tekst: z.array(z.string()) })),
    afspraken: z.array(PledgeSchema),
    gebeurtenissen: z.array(z.strictObject({ op: day, soort: z.string(), wat: z.string() })),
    bestanden: z.strictObject({ pdf: z.string(), odt: z.string(), json: z.string() }).nullable(),
  })
  .openapi('ConvenantVolledig')
const FullPledgeSchema = PledgeSchema.extend({
  verloop: z.array(counts.extend({ op: day })),
  partijen: z.array(counts.extend({ naam: z.string(), stand: z.string(), oordeel: PartyVerdictSchema.nullable() })),
}).openapi('AfspraakVolledig')

/** An agreement as the API gives it. */
function pledgeOf(each: Pledge): z.infer<typeof PledgeSchema> {
  const { terms, stands, verdict } = each
  return {
    id: each.pledge,
    titel: each.title,
    normen: [...terms.norms],
    watTelt: terms.unitWords,
    regel: terms.decision,
    richting: terms.direction === 'up' ? 'omhoog' : 'omlaag',
    begin: terms.baseline && dated(terms.baseline),
    nu: stands.now && dated(stands.now),
    nuStaatStil: stands.hidden && stands.now !== null,
    oordelen: stands.judged
      ? judgedIn(stands.judged).map(([outcome, partijen]) => ({ uitkomst: wordText('nl', outcome), partijen }))
      : null,
    doel: terms.target,
    uiterlijk: each.due,
    tussenwaarden: terms.steps.map(({ on, value }) => ({ op: on, waarde: value })),
    eersteDoel: terms.first && { doel: terms.first.target, uiterlijk: terms.first.due },
    wijzigingen: terms.amendments.map(changed),
    bewijs: terms.proof,
    nagekekenDoor: terms.verifier,
    alsHetNietLukt: terms.onMiss,
    stand: wordText('nl', wordOf(each)),
    oordeel: verdict && {
      uitkomst: wordText('nl', verdict.outcome),
      op: verdict.on,
      door: verdict.by,
      toelichting: verdict.why,
      bevestigdOp: verdict.confirmedOn,
    },
  }
}

/** Covenants, one in full, and one agreement with its line. */
export function addCovenants(api: OpenAPIHono, site: Site): void {
  const t = says('nl')
  const here = async () => ({ db: site.db, municipality: (await readShelf(site)).id ?? refuse('publication') })
  const nummer = z.object({
    nummer: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, 'geen geldig nummer')
      .openapi({ param: { name: 'nummer', in: 'path' }, example: '3' }),
  })
  const pledge = nummer.extend({
    afspraak: z
      .string()
      .max(200)
      .openapi({ param: { name: 'afspraak', in: 'path' }, example: 'verwerkers' }),
  })

  api.openapi(
    createRoute({
      method: 'get',
      path: '/convenanten',
      operationId: 'getConvenanten',
      summary: 'Openbare convenanten, het nieuwste eerst',
      tags,
      responses: {
        ...answer('Convenanten', z.strictObject({ totaal: z.int(), resultaten: z.array(CovenantSchema) })),
        ...errors,
      },
    }),
    async (c) => {
      const rows = await listCovenants(await here())
      const resultaten = rows.map(({ no, title, state, beginsOn, endsOn, counts: of, pledges }) => ({
        nummer: no,
        titel: title,
        stand: t.states[state],
        van: beginsOn,
        tot: endsOn,
        partijen: takingPart(of),
        metNaam: of.named,
        afspraken: pledges.length,
      }))
      return c.json({ totaal: rows.length, resultaten }, 200)
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/convenanten/{nummer}',
      operationId: 'getConvenant',
      summary: 'Eén convenant, zoals dat nu openbaar is',
      tags,
      request: { params: nummer },
      responses: { ...answer('Convenant', FullSchema), ...goneErrors },
    }),
    async (c) => {
      const at = await here()
      const no = Number(c.req.valid('param').nummer)
      const { covenant } = (await readCovenant(at, no)) ?? (await notThere(at, no, 'page'))
      const [pledges, parties, events] = await Promise.all([
        pledgesOf(at, no),
        partiesOf(at, no),
        happened(at, { no, most: MOST }),
      ])
      return c.json(
        {
          nummer: no,
          titel: covenant.title,
          stand: t.states[covenant.state],
          van: covenant.begins_on,
          tot: covenant.ends_on,
          partijen: takingPart(covenant.counts),
          metNaam: covenant.counts.named,
          uitgave: covenant.edition,
          openbaarSinds: covenant.from_at.toISOString(),
          deelnemers: parties.map(({ name, kind, state, joinedOn }) => ({
            naam: name,
            als: t.kinds[kind],
            stand: t.partyStates[state],
            sinds: joinedOn,
          })),
          artikelen: covenant.document.articles.map(({ id, title, paragraphs }) => ({
            id,
            titel: title,
            tekst: [...paragraphs],
          })),
          afspraken: pledges.map(pledgeOf),
          gebeurtenissen: events.map((each) => ({ op: each.on, soort: each.kind, wat: eventSentence('nl', each) })),
          bestanden: covenant.files,
        },
        200,
      )
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/convenanten/{nummer}/afspraken/{afspraak}',
      operationId: 'getAfspraak',
      summary: 'Eén afspraak met haar verloop',
      tags,
      request: { params: pledge },
      responses: { ...answer('Afspraak', FullPledgeSchema), ...goneErrors },
    }),
    async (c) => {
      const at = await here()
      const { nummer: no, afspraak } = c.req.valid('param')
      const found = (await readPledge(at, Number(no), afspraak)) ?? (await notThere(at, Number(no), 'page'))
      const [values, parties] = await Promise.all([valuesOf(at, found), partiesOfPledge(at, found.no, found.pledge)])
      return c.json(
        {
          ...pledgeOf(found),
          verloop: values.map(dated),
          partijen: parties.map(({ name, verdict, state, ...each }) => ({
            naam: name,
            stand: t.partyStates[state],
            ...figureOf(each),
            oordeel: verdict && partyVerdict(verdict),
          })),
        },
        200,
      )
    },
  )
}
