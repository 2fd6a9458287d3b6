/** The part of the API about findings. */
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { refuse } from '../../web/refuse.ts'
import type { VerdictWord } from '../../model/finding.ts'
import { After, FindingSchema, InPublication, next, Size, ThemeIdSchema, VerdictSchema, Word } from '../api-schemas.ts'
import { answer, errors, nextAddress, publicationAt, slug } from '../api-shape.ts'
import { CAUSES, KINDS, STRENGTHS, VERDICTS } from '../asked.ts'
import type { Site } from '../view.ts'
import { sentence } from './sentences.ts'
import { type Book } from '../store.ts'
import { pageFindings, type PagedFinding } from './store.ts'
import { readOrganisation } from '../organisations/store.ts'
import { UUID } from '../../lib/uuid.ts'

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
  // Advice is told as such on its page: who counts verdicts here can leave it out.
  gewicht: book.criteria.get(row.criterion)?.weight ?? null,
})

/** The place where a page of findings ended, as one opaque word. */
const mark = (row: PagedFinding | undefined): string | null =>
  row ? Buffer.from(`${row.subject}/${row.criterion}`).toString('base64url') : null
function unmark(text: string | undefined) {
  if (text === undefined) return undefined
  const [subject = '', criterion = ''] = Buffer.from(text, 'base64url').toString('utf8').split('/')
  return UUID.test(subject) && /^[A-Za-z0-9._-]{1,100}$/.test(criterion) ? { subject, criterion } : refuse('query')
}

/** Findings, filtered and by page. */
export function addFindings(api: OpenAPIHono, site: Site): void {
  const findings = z.strictObject({ resultaten: z.array(FindingSchema), volgende: next })
  const some = { oordeel: VerdictSchema.optional(), norm: Word.optional(), thema: ThemeIdSchema.optional() }
  const findingQuery = InPublication.extend(Size.shape).extend(After.shape).extend(some)
  const readPage = async (c: Context, query: z.infer<typeof findingQuery>, organisation: string | undefined) => {
    const where = await publicationAt(site, query.publicatie)
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
}
