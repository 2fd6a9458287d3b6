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

/** The norms of a publication, with their criteria. */
export function addNorms(api: OpenAPIHono, site: Site): void {
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
        params: z.object({
          id: z
            .string()
            .max(40)
            .openapi({ param: { name: 'id', in: 'path' }, example: 'VEI-11' }),
        }),
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
