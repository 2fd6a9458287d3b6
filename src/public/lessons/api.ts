/** The part of the API about lessons: their whole text, to take along to another place where people learn. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Lesson, LessonStep } from '../../model/lesson.ts'
import { refuse } from '../../web/refuse.ts'
import { answer, errors } from '../api-shape.ts'

const tags = ['Lessen']
const said = z.strictObject({ nl: z.string(), en: z.string() })
const StepSchema = z.strictObject({
  titel: said,
  tekst: said,
  doe: said.nullable(),
  helper: said,
  plaatje: z.strictObject({ naam: z.string(), alt: said.nullable() }).nullable(),
  oefenscherm: z
    .strictObject({ van: said, onderwerp: said.nullable(), regels: z.array(said), knop: said.nullable() })
    .nullable(),
  vraag: z
    .strictObject({
      soort: z.enum(['kies', 'kies-meer', 'volgorde', 'wat-doet-u']),
      vraag: said,
      opties: z.array(z.strictObject({ tekst: said, goed: z.boolean(), plaats: z.int().nullable(), uitleg: said })),
    })
    .nullable(),
})
const LessonSchema = z
  .strictObject({
    id: z.string(),
    versie: z.int(),
    titel: said,
    inleiding: said,
    doelgroep: z.enum(['inwoner', 'ondernemer']),
    minuten: z.int(),
    normen: z.array(z.string()),
    rechten: z.array(said.extend({ verzoek: z.string().nullable() })),
    wetOp: z.iso.date(),
    auteur: z.string(),
    nagekekenDoor: z.string().nullable(),
    licentie: z.string(),
    herzienOp: z.iso.date(),
    stappen: z.array(StepSchema),
    vandaag: z.array(said),
  })
  .openapi('Les')

const KINDS = { one: 'kies', several: 'kies-meer', order: 'volgorde', act: 'wat-doet-u' } as const

const stepData = (step: LessonStep): z.infer<typeof StepSchema> => ({
  titel: step.title,
  tekst: step.text,
  doe: step.act,
  helper: step.helper,
  plaatje: step.picture && { naam: step.picture.name, alt: step.picture.alt },
  oefenscherm: step.practice && {
    van: step.practice.from,
    onderwerp: step.practice.about,
    regels: [...step.practice.lines],
    knop: step.practice.button,
  },
  vraag: step.question && {
    soort: KINDS[step.question.kind],
    vraag: step.question.ask,
    opties: step.question.options.map(({ text, right, place, why }) => ({
      tekst: text,
      goed: right,
      plaats: place,
      uitleg: why,
    })),
  },
})

/** A lesson as the API and the file give it. */
export const lessonData = (lesson: Lesson): z.infer<typeof LessonSchema> => ({
  id: lesson.id,
  versie: lesson.version,
  titel: lesson.title,
  inleiding: lesson.lead,
  doelgroep: lesson.audience === 'resident' ? 'inwoner' : 'ondernemer',
  minuten: lesson.minutes,
  normen: [...lesson.norms],
  rechten: lesson.rights.map(({ request, ...right }) => ({ ...right, verzoek: request })),
  wetOp: lesson.lawOn,
  auteur: lesson.author,
  nagekekenDoor: lesson.reviewer,
  licentie: lesson.licence,
  herzienOp: lesson.reviewOn,
  stappen: lesson.steps.map(stepData),
  vandaag: [...lesson.end.today],
})

/** All lessons, and one of them. */
export function addLessons(api: OpenAPIHono, lessons: readonly Lesson[]): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/lessen',
      operationId: 'getLessen',
      summary: 'Alle lessen, met hun hele tekst',
      tags,
      responses: { ...answer('Lessen', z.strictObject({ resultaten: z.array(LessonSchema) })), ...errors },
    }),
    (c) => c.json({ resultaten: lessons.map(lessonData) }, 200),
  )
  const id = z.object({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/)
      .openapi({ param: { name: 'id', in: 'path' }, example: 'phishing' }),
  })
  api.openapi(
    createRoute({
      method: 'get',
      path: '/lessen/{id}',
      operationId: 'getLes',
      summary: 'Eén les, met de hele tekst',
      tags,
      request: { params: id },
      responses: { ...answer('Les', LessonSchema), ...errors },
    }),
    (c) => {
      const asked = c.req.valid('param').id
      return c.json(lessonData(lessons.find((lesson) => lesson.id === asked) ?? refuse('page')), 200)
    },
  )
}
