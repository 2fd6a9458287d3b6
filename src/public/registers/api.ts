/** The part of the API about registers: what they hold, and their entries in the shape of the Objecten-API. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { refuse } from '../../web/refuse.ts'
import { answer, errors, goneErrors } from '../api-shape.ts'
import type { Site } from '../view.ts'
import type { AnyListed, ApiRecord } from '../listed.ts'
import { readShelf } from '../store.ts'

const tags = ['Registers']
const register = z.object({
  register: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,39}$/, 'geen geldige naam van een register')
    .openapi({ param: { name: 'register', in: 'path' }, example: 'sensoren' }),
})
const whole = (most: number, description: string) =>
  z.coerce.number().int().min(1).max(most).optional().openapi({ description })
const Paged = z.object({
  page: whole(100_000, 'Het nummer van de pagina, vanaf 1.'),
  pageSize: whole(500, 'Hoeveel er op een pagina staan; 100 als u niets vraagt.'),
  q: z.string().max(100).optional().openapi({ description: 'Een woord om op te zoeken.' }),
})

const RegisterSchema = z
  .strictObject({ id: z.string(), titel: z.string(), uitleg: z.string(), schema: z.url(), entries: z.url() })
  .openapi('Register')
const RecordSchema = z
  .strictObject({
    url: z.url(),
    uuid: z.uuid(),
    type: z.url().openapi({ description: 'Waar het JSON Schema van de gegevens staat.' }),
    record: z.strictObject({
      index: z.int(),
      typeVersion: z.int(),
      data: z.record(z.string(), z.unknown()),
      geometry: z
        .discriminatedUnion('type', [
          z.strictObject({ type: z.literal('Point'), coordinates: z.array(z.number()).readonly() }),
          z.strictObject({
            type: z.literal('Polygon'),
            coordinates: z.array(z.array(z.array(z.number()).readonly()).readonly()).readonly(),
          }),
        ])
        .nullable(),
      startAt: z.iso.date(),
      endAt: z.iso.date().nullable(),
      registrationAt: z.iso.date(),
    }),
  })
  .openapi('Registerregel', { description: 'In de vorm van de Objecten-API.' })

/** These registers and their public entries. */
export function addRegisters(api: OpenAPIHono, site: Site, lists: readonly AnyListed[]): void {
  const base = `${site.origin}/api/v1/registers`
  const nounOf = (id: string): AnyListed => lists.find((each) => each.id === id) ?? refuse('entry')
  const here = async () => ({ db: site.db, municipality: (await readShelf(site)).id ?? refuse('entry') })
  const shaped = (noun: AnyListed, { id, geometry, ...record }: ApiRecord): z.infer<typeof RecordSchema> => ({
    url: `${base}/${noun.id}/entries/${id}`,
    uuid: id,
    type: `${base}/${noun.id}/schema`,
    record: { ...record, geometry },
  })

  api.openapi(
    createRoute({
      method: 'get',
      path: '/registers',
      operationId: 'getRegisters',
      summary: 'De registers die openbaar zijn',
      tags,
      responses: answer('Registers', z.strictObject({ resultaten: z.array(RegisterSchema) })),
    }),
    (c) =>
      c.json(
        {
          resultaten: lists.map(({ id, title, intro }) => ({
            id,
            titel: title.nl,
            uitleg: intro.nl,
            schema: `${base}/${id}/schema`,
            entries: `${base}/${id}/entries`,
          })),
        },
        200,
      ),
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/registers/{register}/schema',
      operationId: 'getRegisterSchema',
      summary: 'Wat er van één regel openbaar is, als JSON Schema (2020-12)',
      tags,
      request: { params: register },
      responses: { ...answer('JSON Schema', z.record(z.string(), z.unknown())), ...errors },
    }),
    (c) => {
      const noun = nounOf(c.req.valid('param').register)
      return c.json({ ...noun.schema(`${base}/${noun.id}/schema`) }, 200)
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/registers/{register}/entries',
      operationId: 'getRegisterEntries',
      summary: 'Wat nu openbaar is in een register, in de vorm van de Objecten-API',
      tags,
      request: { params: register, query: Paged },
      responses: {
        ...answer(
          'Een pagina',
          z.strictObject({
            count: z.int(),
            next: z.url().nullable(),
            previous: z.url().nullable(),
            results: z.array(RecordSchema),
          }),
        ),
        ...errors,
      },
    }),
    async (c) => {
      const noun = nounOf(c.req.valid('param').register)
      const { page = 1, pageSize = 100, q = '' } = c.req.valid('query')
      if (q.includes('\0')) refuse('query')
      const asked = { q: q.trim(), query: new URLSearchParams(), page, size: pageSize }
      const { total, rows } = await noun.list(await here(), asked)
      const at = (other: number) => {
        const query = new URLSearchParams(new URL(c.req.url).search)
        query.set('page', String(other))
        return `${base}/${noun.id}/entries?${query.toString()}`
      }
      return c.json(
        {
          count: total,
          next: page * pageSize < total ? at(page + 1) : null,
          previous: page > 1 ? at(page - 1) : null,
          results: rows.map((row) => shaped(noun, noun.recordOf(row))),
        },
        200,
      )
    },
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/registers/{register}/entries/{uuid}',
      operationId: 'getRegisterEntry',
      summary: 'Eén regel zoals die nu openbaar is',
      tags,
      request: { params: register.extend({ uuid: z.uuid().openapi({ param: { name: 'uuid', in: 'path' } }) }) },
      responses: { ...answer('Registerregel', RecordSchema), ...goneErrors },
    }),
    async (c) => {
      const { register: id, uuid } = c.req.valid('param')
      const noun = nounOf(id)
      const at = await here()
      const found = (await noun.byId(at, uuid)) ?? refuse((await noun.wasHere(at, uuid)) ? 'gone' : 'entry')
      return c.json(shaped(noun, noun.recordOf(found)), 200)
    },
  )
}
