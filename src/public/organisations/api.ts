/** The part of the API about organisations. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { refuse } from '../../web/refuse.ts'
import {
  Address,
  InPublication,
  next,
  Numbered,
  Organisation,
  OrganisationWithAddresses,
  Size,
  Word,
} from '../api-schemas.ts'
import { answer, errors, nextAddress, publicationAt, slug } from '../api-shape.ts'
import { KINDS } from '../asked.ts'
import type { Site } from '../view.ts'
import { findOrganisations, readOrganisation, readSubjects } from './store.ts'

const organisationOf = (
  row: NonNullable<Awaited<ReturnType<typeof readOrganisation>>>,
): z.infer<typeof Organisation> => ({
  slug: row.slug,
  naam: row.name,
  soort: row.kind,
  grootte: row.size,
  straat: row.street,
  overheid: row.public_body,
  themas: row.themes.map((theme) => ({
    thema: theme.theme,
    score: theme.score,
    gezien: theme.coverage,
    normenInBeeld: theme.normsTouched,
    normen: theme.norms,
  })),
})

/** Organisations with their scores. */
export function addOrganisations(api: OpenAPIHono, site: Site): void {
  api.openapi(
    createRoute({
      method: 'get',
      path: '/organisaties',
      operationId: 'getOrganisaties',
      summary: 'Organisaties met hun score per thema',
      tags: ['Organisaties'],
      request: {
        query: InPublication.extend(Numbered.shape)
          .extend(Size.shape)
          .extend({ q: Word.optional(), soort: Word.optional(), straat: Word.optional() }),
      },
      responses: {
        ...answer(
          'Organisaties',
          z.strictObject({ totaal: z.int(), resultaten: z.array(Organisation), volgende: next }),
        ),
        ...errors,
      },
    }),
    async (c) => {
      const { publicatie, pagina = 1, aantal = 50, q = '', soort = '', straat = '' } = c.req.valid('query')
      const where = await publicationAt(site, publicatie)
      const found = await findOrganisations(where, await where.book.directory(), {
        q,
        kind: soort,
        street: straat,
        theme: undefined,
        sort: 'name',
        page: pagina,
        size: aantal,
      })
      const volgende = nextAddress(c, pagina * aantal < found.total ? { pagina: pagina + 1 } : null)
      return c.json({ totaal: found.total, resultaten: found.rows.map(organisationOf), volgende }, 200)
    },
  )

  api.openapi(
    createRoute({
      method: 'get',
      path: '/organisaties/{slug}',
      operationId: 'getOrganisatie',
      summary: 'Eén organisatie met haar adressen',
      tags: ['Organisaties'],
      request: { params: slug, query: InPublication },
      responses: { ...answer('Organisatie', OrganisationWithAddresses), ...errors },
    }),
    async (c) => {
      const where = await publicationAt(site, c.req.valid('query').publicatie)
      const organisation = (await readOrganisation(where, c.req.valid('param').slug)) ?? refuse('organisation')
      const adressen: z.infer<typeof Address>[] = (await readSubjects(where, organisation.slug)).map((subject) => ({
        soort: KINDS[subject.kind],
        adres: subject.address,
        gemetenOp: subject.measured_at?.toISOString() ?? null,
        gezien: subject.seen,
        waaromNiet: subject.why,
      }))
      return c.json({ ...organisationOf(organisation), adressen }, 200)
    },
  )
}
