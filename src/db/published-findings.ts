/** What was last published of the measurements of some websites and mail domains, as findings that can be weighed. */
import type { Finding } from '../model/finding.ts'
import type { Tx } from './as.ts'

/** Of one organisation, by its address on the site; or of these websites, whoever they belong to. */
export async function publishedFindings(
  tx: Tx,
  municipality: string,
  of: { readonly slug: string } | { readonly websites: readonly string[] },
): Promise<(Finding & { readonly address: string })[]> {
  if ('websites' in of && of.websites.length === 0) return []
  const rows = await tx
    .selectFrom('published.subject as s')
    .innerJoin('published.finding as f', (join) =>
      join.onRef('f.municipality', '=', 's.municipality').onRef('f.subject', '=', 's.id'),
    )
    .select(['s.address', 'f.norm', 'f.criterion', 'f.verdict', 'f.reason', 'f.seen', 'f.strength', 's.measured_at'])
    .where('s.municipality', '=', municipality)
    .where('f.to_no', 'is', null)
    .where((where) =>
      'slug' in of
        ? where('s.organisation', '=', of.slug)
        : where.and([where('s.kind', '=', 'website'), where('s.address', 'in', [...of.websites])]),
    )
    .where('s.publication', '=', (select) =>
      select
        .selectFrom('published.publication')
        .select((each) => each.fn.max('no').as('no'))
        .where('municipality', '=', municipality),
    )
    .execute()
  // What two organisations share was seen once.
  const once = new Map(rows.map((row) => [`${row.address} ${row.criterion}`, row]))
  return [...once.values()].map(({ measured_at, seen, ...finding }) => ({
    ...finding,
    seen: seen as Finding['seen'],
    // Only what was measured is published of a subject.
    source: 'visit',
    at: measured_at?.toISOString() ?? '',
  }))
}
