/** The part of the API about norms. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { refuse } from '../../web/refuse.ts'
import type { Criterion, Norm } from '../../model/norm.ts'
import type { VerdictWord } from '../../model/finding.ts'
import { InPublication, NormInFull, NormSchema } from '../api-schemas.ts'
import { answer, errors, publicationAt } from '../api-shape.ts'
import { MEANS, STATUSES, VERDICTS } from '../asked.ts'
import type { Site } from '../view.ts'
import { readTallies } from '../store.ts'
import { inOrder } from './how-to.ts'

const ById = z.object({
  id: z
    .string()
    .max(40)
    .openapi({ param: { name: 'id', in: 'path' }, example: 'VEI-11' }),
})
const normOf = (norm: Norm): z.infer<typeof NormSchema> => ({
  id: norm.id,
  thema: norm.theme,
  naam: norm.label,
  naamEngels: norm.labelEnglish,
  watWordtGevraagd: norm.statement,
  status: STATUSES[norm.status],
})

const criterionOf = (criterion: Criterion, tally: Readonly<Record<string, number>> | undefined) => ({
  id: criterion.id,
  titel: criterion.title.nl,
  gewicht: criterion.weight,
  vastgesteldDoor: MEANS[criterion.means.by],
  controle: criterion.means.by === 'check' ? criterion.means.check : null,
  alleenOverheid: criterion.onlyPublicBodies,
  eersteStap: criterion.firstStep,
  bewijstNiet: criterion.limits,
  telling: Object.fromEntries(
    Object.entries(tally ?? {}).map(([verdict, count]) => [VERDICTS[verdict as VerdictWord] ?? verdict, count]),
  ),
})

const HowTo = z
  .strictObject({
    norm: z.string(),
    naam: z.string(),
    naamEngels: z.string(),
    punten: z.array(
      z.strictObject({
        criterium: z.string(),
        titel: z.string(),
        waarom: z.string(),
        eersteStap: z.string().openapi({ description: 'Voor wie niets van techniek weet.' }),
        eersteStapEngels: z.string().nullable(),
        instellen: z.string().openapi({ description: 'Voor wie het instelt.' }),
        instellenEngels: z.string().nullable(),
        moeite: z.enum(['klein', 'middel', 'groot']).nullable(),
        bewijstNiet: z.string(),
        advies: z.boolean(),
      }),
    ),
  })
  .openapi('Aanpak')
const EFFORTS = { small: 'klein', medium: 'middel', large: 'groot' } as const
const stepOf = (criterion: Criterion) => ({
  criterium: criterion.id,
  titel: criterion.title.nl,
  waarom: criterion.why,
  eersteStap: criterion.firstStep,
  eersteStapEngels: criterion.firstStepEnglish ?? null,
  instellen: criterion.repair,
  instellenEngels: criterion.repairEnglish ?? null,
  moeite: criterion.effort === undefined ? null : EFFORTS[criterion.effort.size],
  bewijstNiet: criterion.limits,
  advies: criterion.weight === 0,
})

/** How each is met. */
function addHowTo(api: OpenAPIHono, site: Site): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/normen/{id}/aanpak',
      operationId: 'getHowTo',
      summary: 'Hoe iemand aan een norm voldoet',
      tags: ['Normen'],
      request: { params: ById, query: InPublication },
      responses: { ...answer('Aanpak', HowTo), ...errors },
    }),
    async (c) => {
      const { book } = await publicationAt(site, c.req.valid('query').publicatie)
      const norm = book.norms.get(c.req.valid('param').id) ?? refuse('norm')
      const punten = inOrder(norm.criteria).map(stepOf)
      return c.json({ norm: norm.id, naam: norm.label, naamEngels: norm.labelEnglish, punten }, 200)
    },
  )
}

/** The norms of a publication, with their criteria. */
export function addNorms(api: OpenAPIHono, site: Site): void {
  addHowTo(api, site)
  api.openapi(
    createRoute({
      method: 'get',
      path: '/normen',
      operationId: 'getNormen',
      summary: 'Alle normen',
      tags: ['Normen'],
      request: { query: InPublication },
      responses: {
        ...answer(
          'Normen',
          z.strictObject({ catalogusversie: z.string(), peildatum: z.iso.date(), resultaten: z.array(NormSchema) }),
        ),
        ...errors,
      },
    }),
    async (c) => {
      const { catalogue } = (await publicationAt(site, c.req.valid('query').publicatie)).book
      return c.json(
        { catalogusversie: catalogue.version, peildatum: catalogue.date, resultaten: catalogue.norms.map(normOf) },
        200,
      )
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/normen/{id}',
      operationId: 'getNorm',
      summary: 'Eén norm met criteria en telling',
      tags: ['Normen'],
      request: {
        params: ById,
        query: InPublication,
      },
      responses: { ...answer('Norm', NormInFull), ...errors },
    }),
    async (c) => {
      const where = await publicationAt(site, c.req.valid('query').publicatie)
      const norm = where.book.norms.get(c.req.valid('param').id) ?? refuse('norm')
      const tallies = await readTallies(where)
      return c.json(
        {
          ...normOf(norm),
          waarom: norm.why,
          toelichtingStatus: norm.statusNote,
          sinds: norm.since ?? null,
          voorWie: norm.forWhom?.nl ?? null,
          voorJurist: [
            ...new Set(
              [...(norm.forLawyer ?? []), ...norm.sources.flatMap(({ source }) => source.forLawyer ?? [])].map(
                ({ nl }) => nl,
              ),
            ),
          ],
          bronnen: norm.sources.map(({ source, article }) => ({
            titel: source.title,
            url: source.url,
            artikel: article,
            nagelezen: source.verified,
            geldigVanaf: source.since ?? null,
            geldigTot: source.until ?? null,
            nagegaanOp: source.checkedOn ?? null,
          })),
          criteria: norm.criteria.map((criterion) => criterionOf(criterion, tallies.get(criterion.id))),
        },
        200,
      )
    },
  )
}
