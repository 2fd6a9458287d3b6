/** The part of the API about digital rights: what can be asked, and how the municipality answers. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Article, RequestKind } from '../../model/request.ts'
import { CONTROLLERS } from '../../vocabulary/request.ts'
import { refuse } from '../../web/refuse.ts'
import { answer, errors } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { says } from './messages.ts'
import { MEASURES } from './page-figures.tsx'
import { figuresOf } from './store.ts'

const tags = ['Rechten']
const ArticleSchema = z.strictObject({
  wet: z.string(),
  artikel: z.string(),
  nagekeken: z.boolean().openapi({ description: 'false: een jurist kijkt dit nog na.' }),
})
const articleData = ({ law, article, check }: Article) => ({ wet: law, artikel: article, nagekeken: !check })

const RightSchema = z
  .strictObject({
    id: z.string(),
    titel: z.string(),
    vraag: z.string(),
    geeft: z.string(),
    normen: z.array(z.string()),
    termijn: ArticleSchema.extend({ woorden: z.string() }),
    verlenging: ArticleSchema.extend({ woorden: z.string() }).nullable(),
    stilstand: z.array(ArticleSchema.extend({ woorden: z.string() })),
    dwangsom: ArticleSchema.extend({ geldt: z.boolean() }),
    rechtsmiddelen: z.array(ArticleSchema.extend({ woorden: z.string() })).openapi({ description: 'In volgorde.' }),
    verantwoordelijken: z.array(z.string()),
    identiteitNodig: z.boolean(),
    bewaartermijnMaanden: z.int(),
  })
  .openapi('Recht')

const FigureSchema = z
  .strictObject({
    periode: z.string().openapi({ description: 'Het half jaar, zoals 2026-1.' }),
    soort: z.string().openapi({ description: 'Het id van het recht; alle: van alle samen.' }),
    maat: z.string(),
    waarde: z.int().nullable().openapi({ description: 'null: te weinig om te tonen.' }),
  })
  .openapi('VerzoekCijfer')

/** One right as the API gives it. */
const rightData = (kind: RequestKind) => ({
  id: kind.id,
  titel: kind.title.nl,
  vraag: kind.question.nl,
  geeft: kind.gives.nl,
  normen: [...kind.norms],
  termijn: { woorden: kind.term.said.nl, ...articleData(kind.term.article) },
  verlenging: kind.extended ? { woorden: kind.extended.said.nl, ...articleData(kind.extended.article) } : null,
  stilstand: kind.stops.map(({ said, article }) => ({ woorden: said.nl, ...articleData(article) })),
  dwangsom: { geldt: kind.penalty.runs, ...articleData(kind.penalty.article) },
  rechtsmiddelen: kind.remedies.map(({ said, article }) => ({ woorden: said.nl, ...articleData(article) })),
  verantwoordelijken: kind.controllers.map(({ id }) => CONTROLLERS[id].nl),
  identiteitNodig: kind.identity,
  bewaartermijnMaanden: kind.keptMonths,
})

/** Adds `/rechten` and `/rechten/cijfers`. */
export function addRights(api: OpenAPIHono, site: Site, kinds: readonly RequestKind[]): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/rechten',
      operationId: 'getRechten',
      summary: 'De digitale rechten, met termijn, wet en rechtsmiddelen',
      tags,
      responses: { ...answer('Rechten', z.strictObject({ resultaten: z.array(RightSchema) })), ...errors },
    }),
    (c) => c.json({ resultaten: kinds.map(rightData) }, 200),
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/rechten/cijfers',
      operationId: 'getRechtenCijfers',
      summary: 'Hoe de gemeente verzoeken beantwoordt, per half jaar',
      tags,
      responses: { ...answer('Cijfers', z.strictObject({ resultaten: z.array(FigureSchema) })), ...errors },
    }),
    async (c) => {
      const { id } = await readShelf(site)
      const all = await figuresOf(site.db, id ?? refuse('publication'))
      const resultaten = all.flatMap(({ period, of }) =>
        ['', ...kinds.map((kind) => kind.id)].flatMap((kind) =>
          MEASURES.flatMap((measure) => {
            const waarde = of(kind, measure)
            if (waarde === undefined) return []
            return [{ periode: period, soort: kind === '' ? 'alle' : kind, maat: says('nl').measure[measure], waarde }]
          }),
        ),
      )
      return c.json({ resultaten }, 200)
    },
  )
}
