/** The part of the API about exercises: the scenarios for everybody, and counts of what was practised. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Scenario } from '../../model/exercise.ts'
import { refuse } from '../../web/refuse.ts'
import { answer, errors } from '../api-shape.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { PLACE } from './place.ts'
import { figuresOf } from './store.ts'

const tags = ['Oefeningen']
const count = z
  .int()
  .nullable()
  .openapi({ description: 'null: te weinig om te tonen, of nog niet geteld. Maatregelen: in stappen van vijf.' })
const ExerciseSchema = z
  .strictObject({
    id: z.string(),
    versie: z.int(),
    titel: z.string(),
    kort: z.string(),
    voorWie: z.string(),
    minuten: z.int(),
    doelen: z.array(z.string()),
    normen: z.array(z.string()),
    punten: z.array(z.string()).openapi({ description: 'Criteria waarover de oefening iets laat zien.' }),
    nodig: z.array(z.string()),
    rollen: z.array(z.string()),
    pagina: z.url(),
  })
  .openapi('Oefening')

/** What players may read beforehand: never what happens in it. */
const exerciseData = (scenario: Scenario, { origin }: Site) => ({
  id: scenario.id,
  versie: scenario.version,
  titel: scenario.title.nl,
  kort: scenario.lead.nl,
  voorWie: scenario.forWhom.nl,
  minuten: scenario.minutes,
  doelen: scenario.aims.map(({ nl }) => nl),
  normen: [...scenario.norms],
  punten: [...scenario.shows],
  nodig: scenario.needs.map(({ nl }) => nl),
  rollen: scenario.roles.map(({ name }) => name.nl),
  pagina: `${origin}${PLACE}/${scenario.id}`,
})

/** Adds `/oefeningen`, `/oefeningen/cijfers` and one exercise. */
export function addExercises(api: OpenAPIHono, site: Site, scenarios: readonly Scenario[]): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/oefeningen',
      operationId: 'getExercises',
      summary: 'De oefeningen die iedereen mag gebruiken',
      tags,
      responses: { ...answer('Oefeningen', z.strictObject({ resultaten: z.array(ExerciseSchema) })), ...errors },
    }),
    (c) => c.json({ resultaten: scenarios.map((each) => exerciseData(each, site)) }, 200),
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/oefeningen/cijfers',
      operationId: 'getExerciseFigures',
      summary: 'Hoe vaak er is geoefend, en wat eruit volgde',
      tags,
      responses: {
        ...answer(
          'Cijfers',
          z
            .strictObject({ oefeningen: count, organisaties: count, maatregelen: count, maatregelenKlaar: count })
            .openapi('OefeningCijfers'),
        ),
        ...errors,
      },
    }),
    async (c) => {
      const figures = await figuresOf(site.db, (await readShelf(site)).id ?? refuse('publication'))
      const of = (measure: string) => figures.get(measure) ?? null
      return c.json(
        {
          oefeningen: of('exercises'),
          organisaties: of('organisations'),
          maatregelen: of('measures'),
          maatregelenKlaar: of('done'),
        },
        200,
      )
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/oefeningen/{oefening}',
      operationId: 'getExercise',
      summary: 'Eén oefening',
      tags,
      request: {
        params: z.object({
          oefening: z
            .string()
            .max(40)
            .openapi({ param: { name: 'oefening', in: 'path' }, example: 'datalek-club' }),
        }),
      },
      responses: { ...answer('Oefening', ExerciseSchema), ...errors },
    }),
    (c) => {
      const { oefening } = c.req.valid('param')
      return c.json(exerciseData(scenarios.find(({ id }) => id === oefening) ?? refuse('page'), site), 200)
    },
  )
}
