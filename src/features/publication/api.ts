/** The API (/api/v1): the published data as JSON, after the NLGov API Design Rules. */
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { todayIn } from '../../web/language.ts'
import { messages } from '../../web/messages.ts'
import { refuse, statusOf, type Refusal } from '../../web/refuse.ts'
import type { Criterion, Norm } from '../../model/norm.ts'
import type { VerdictWord } from '../../model/finding.ts'
import {
  Address,
  After,
  FindingSchema,
  InPublication,
  next,
  NormInFull,
  NormSchema,
  Numbered,
  Organisation,
  OrganisationWithAddresses,
  Problem,
  Publication,
  Size,
  ThemeIdSchema,
  VerdictSchema,
  Word,
} from './api-schemas.ts'
import { CAUSES, KINDS, MEANS, STATUSES, STRENGTHS, VERDICTS } from './asked.ts'
import { choose, type Site } from './desk.ts'
import { sentence } from './sentences.ts'
import { readShelf, readTallies, type Book } from './store.ts'
import { pageFindings, type PagedFinding } from './store-findings.ts'
import { findOrganisations, readOrganisation, readSubjects } from './store-organisations.ts'
import { addToetsen } from './api-toetsen.ts'

const API_VERSION = '1.1.0'
/** On a machine of one's own nobody may have said yet who answers; a site on the network does not open without. */
const NOBODY = 'beheer@localhost'

/** What every answer of the API carries, also a refusal, a preflight and a 304 (NLGov /core/version-header; CORS). */
export const apiHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers: given } = c.res
  given.set('API-Version', API_VERSION)
  given.set('Access-Control-Allow-Origin', '*')
  given.set('Access-Control-Expose-Headers', 'API-Version, ETag, Link, Allow')
  given.set('Cross-Origin-Resource-Policy', 'cross-origin')
  if (c.req.method === 'OPTIONS') {
    given.set('Access-Control-Allow-Methods', 'GET, HEAD')
    given.set('Access-Control-Allow-Headers', 'Accept, Accept-Language, Content-Type, If-None-Match, API-Version')
    given.set('Access-Control-Max-Age', '86400')
  }
}

const headers = z.object({ 'API-Version': z.string().openapi({ description: 'Volledig versienummer van de API.' }) })
const problem = (description: string) => ({
  description,
  headers,
  content: { 'application/problem+json': { schema: Problem } },
})
const answer = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, headers, content: { 'application/json': { schema } } },
})
const errors = { 400: problem('De vraag klopt niet.'), 404: problem('Dit is er niet.') }

/** An error as the API tells it (RFC 9457). */
export function problemOf(refusal: Refusal, instance: string, detail?: string) {
  const { title, text } = messages.nl.errors[refusal]
  return { type: 'about:blank', title, status: statusOf(refusal), detail: detail ?? text, instance }
}

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

const findingOf = (book: Book, row: PagedFinding): z.infer<typeof FindingSchema> => ({
  organisatie: row.organisation,
  soortAdres: KINDS[row.kind],
  adres: row.address,
  norm: row.norm,
  criterium: row.criterion,
  thema: row.theme,
  oordeel: VERDICTS[row.verdict],
  reden: row.reason,
  watWijZagen: sentence('nl', book.criteria.get(row.criterion), row.reason, row.seen),
  gegevens: { ...row.seen },
  sterkte: STRENGTHS[row.strength],
  gemetenOp: row.measured_at?.toISOString() ?? null,
  sindsPublicatie: row.from_no,
  oorzaak: CAUSES[row.cause],
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

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** The place where a page of findings ended, as one opaque word. */
const mark = (row: PagedFinding | undefined): string | null =>
  row ? Buffer.from(`${row.subject}/${row.criterion}`).toString('base64url') : null
function unmark(text: string | undefined) {
  if (text === undefined) return undefined
  const [subject = '', criterion = ''] = Buffer.from(text, 'base64url').toString('utf8').split('/')
  return UUID.test(subject) && /^[A-Za-z0-9._-]{1,100}$/.test(criterion) ? { subject, criterion } : refuse('query')
}

function nextAddress(c: Context, changes: Readonly<Record<string, string | number>> | null): string | null {
  if (!changes) return null
  const url = new URL(c.req.url)
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, String(value))
  return url.pathname + url.search
}

export function publicApi(site: Site): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const detail = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
      return c.json(problemOf('query', c.req.path, detail), 400, { 'Content-Type': 'application/problem+json' })
    },
  })
  api.use(async (c, proceed) => {
    await proceed()
    if (c.res.ok) c.res.headers.set('Cache-Control', 'public, max-age=60')
  })
  const at = async (no: number | undefined) => {
    const shelf = await readShelf(site.db, site.municipality)
    const publication = choose(shelf, no === undefined ? undefined : String(no)) ?? refuse('publication')
    const municipality = shelf.id ?? refuse('publication')
    return { db: site.db, municipality, no: publication.no, book: await site.books(municipality, publication) }
  }

  api.openapi(
    createRoute({
      method: 'get',
      path: '/publicaties',
      operationId: 'getPublicaties',
      summary: 'Alle publicaties, nieuwste eerst',
      tags: ['Publicaties'],
      responses: answer('Publicaties', z.strictObject({ resultaten: z.array(Publication) })),
    }),
    async (c) =>
      c.json(
        {
          resultaten: (await readShelf(site.db, site.municipality)).publications.map((each) => ({
            nummer: each.no,
            datum: todayIn(each.at),
            gepubliceerdOp: each.at.toISOString(),
            door: each.byName,
            functie: each.byFunction,
            voorlopig: each.provisional,
            catalogusversie: each.catalogueVersion,
          })),
        },
        200,
      ),
  )

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
      const where = await at(publicatie)
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

  const slug = z.object({
    slug: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,199}$/, 'geen geldige naam in een adres')
      .openapi({ param: { name: 'slug', in: 'path' } }),
  })
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
      const where = await at(c.req.valid('query').publicatie)
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

  const findings = z.strictObject({ resultaten: z.array(FindingSchema), volgende: next })
  const some = { oordeel: VerdictSchema.optional(), norm: Word.optional(), thema: ThemeIdSchema.optional() }
  const findingQuery = InPublication.extend(Size.shape).extend(After.shape).extend(some)
  const readPage = async (c: Context, query: z.infer<typeof findingQuery>, organisation: string | undefined) => {
    const where = await at(query.publicatie)
    if (organisation !== undefined && !(await readOrganisation(where, organisation))) refuse('organisation')
    const size = query.aantal ?? 50
    const verdict = (Object.keys(VERDICTS) as VerdictWord[]).find((word) => VERDICTS[word] === query.oordeel)
    const rows = await pageFindings(where, {
      verdict,
      norm: query.norm,
      theme: query.thema,
      organisation,
      after: unmark(query.na),
      size: size + 1,
    })
    const shown = rows.slice(0, size)
    const end = rows.length > size ? mark(shown.at(-1)) : null
    return {
      resultaten: shown.map((row) => findingOf(where.book, row)),
      volgende: nextAddress(c, end === null ? null : { na: end }),
    }
  }
  api.openapi(
    createRoute({
      method: 'get',
      path: '/organisaties/{slug}/bevindingen',
      operationId: 'getBevindingenVanOrganisatie',
      summary: 'Bevindingen bij één organisatie',
      tags: ['Bevindingen'],
      request: { params: slug, query: findingQuery },
      responses: { ...answer('Bevindingen', findings), ...errors },
    }),
    async (c) => c.json(await readPage(c, c.req.valid('query'), c.req.valid('param').slug), 200),
  )
  api.openapi(
    createRoute({
      method: 'get',
      path: '/bevindingen',
      operationId: 'getBevindingen',
      summary: 'Bevindingen in de hele stad',
      tags: ['Bevindingen'],
      request: { query: findingQuery },
      responses: { ...answer('Bevindingen', findings), ...errors },
    }),
    async (c) => c.json(await readPage(c, c.req.valid('query'), undefined), 200),
  )

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
      const { catalogue } = (await at(c.req.valid('query').publicatie)).book
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
      const where = await at(c.req.valid('query').publicatie)
      const norm = where.book.norms.get(c.req.valid('param').id) ?? refuse('norm')
      const tallies = await readTallies(where.db, where.municipality, where.no)
      return c.json(
        {
          ...normOf(norm),
          waarom: norm.why,
          toelichtingStatus: norm.statusNote,
          bronnen: norm.sources.map(({ source, article }) => ({
            titel: source.title,
            url: source.url,
            artikel: article,
            nagelezen: source.verified,
          })),
          criteria: norm.criteria.map((criterion) => criterionOf(criterion, tallies.get(criterion.id))),
        },
        200,
      )
    },
  )

  addToetsen(api, site)

  api.get('/openapi.json', async (c) =>
    c.json(
      api.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Leidraad',
          version: API_VERSION,
          license: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl' },
          description:
            'Wat een gemeente van haar digitale stad heeft gepubliceerd: organisaties, bevindingen, normen, IT-toetsen ' +
            'en regelingen. Alleen lezen, geen sleutel nodig.',
          contact: {
            name: `Gemeente ${(await readShelf(site.db, site.municipality)).name}`,
            url: `${site.origin}/open-data`,
            email: site.contact ?? NOBODY,
          },
        },
        servers: [{ url: `${site.origin}/api/v1` }],
        tags: ['Publicaties', 'Organisaties', 'Bevindingen', 'Normen', 'IT-toetsen'].map((name) => ({ name })),
      }),
    ),
  )
  return api
}
