/** Looks for words in all that is public: the `published` schema and nothing else. What was asked is kept nowhere. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Lang } from '../../web/language.ts'
import type { SourceName } from './sources.ts'

/** So much is weighed; where more fits, it says so and asks for another word. */
export const MOST_FOUND = 1_000

export type Hit = {
  readonly source: SourceName
  readonly key: string
  /** Of its words. */
  readonly lang: Lang
  readonly path: string
  readonly title: string
  readonly lead: string
  readonly body: string
}
export type Group = { readonly source: SourceName; readonly total: number; readonly hits: readonly Hit[] }
export type Asked = {
  readonly q: string
  readonly lang: Lang
  /** A day, `2026-11-29`: what is over by then is not found. */
  readonly today: string
  /** One kind of thing alone; all kinds, each with its first few, when left out. */
  readonly only?: SourceName | undefined
  readonly page: number
  readonly size: number
  /** Whether every word must be there. */
  readonly every: boolean
}

const COLUMNS = sql.raw('source, key, lang, path, title, lead, body, at')

/** The kinds of which something fits, the best first, and whether more fits than is weighed. */
export async function findAll(
  db: Db,
  municipality: string | null,
  { q, lang, today, only, page, size, every }: Asked,
): Promise<{ readonly groups: readonly Group[]; readonly more: boolean }> {
  const asked = (tongue: Lang) => sql`wall.asked_for(${tongue}, ${q}, ${every})`
  const fits =
    lang === 'nl'
      ? sql`lang = 'nl' and found @@ ${asked('nl')}`
      : sql`(lang = 'en' and found @@ ${asked('en')} or lang = 'nl' and alone and found @@ ${asked('nl')})`
  const rank = sql`ts_rank('{0.05, 0.2, 0.4, 1}', found,
      case lang when 'nl' then ${asked('nl')} else ${asked('en')} end, 1)
    + case when lower(title) = lower(${q}) then 1 else 0 end`
  const skip = only === undefined ? 0 : (page - 1) * size
  const until =
    only === undefined ? sql`${size}::int` : sql`case when source = ${only} then ${skip + size}::int else 1 end`
  const { rows } = await sql<Hit & { total: number; hits: number; place: number }>`
    with hit as materialized (
        select ${COLUMNS}, ${rank} as rank from published.sought
          where municipality = ${municipality}::uuid and ${fits} and (until is null or until >= ${today}::date)
        union all select ${COLUMNS}, ${rank} from published.sought_file where ${fits}
        limit ${MOST_FOUND + 1}),
      placed as (select *, count(*) over (partition by source)::int as total, count(*) over ()::int as hits,
          row_number() over (partition by source order by rank desc, at desc nulls last, title, key)::int as place,
          max(rank) over (partition by source) as best from hit)
    select ${COLUMNS}, total, hits, place from placed
    where place <= ${until}
      and (place > ${skip}::int or source <> ${only ?? ''} or place = 1)
    order by best desc, source, place`.execute(db)
  const groups = [...Map.groupBy(rows, ({ source }) => source)].map(([source, hits]) => ({
    source,
    total: hits[0]!.total,
    hits: only === undefined || source === only ? hits.filter(({ place }) => place > skip) : [],
  }))
  return { groups, more: (rows[0]?.hits ?? 0) > MOST_FOUND }
}

/** What things are called and known by, of which words that were meant can be guessed; at most so many things. */
export async function namesIn(db: Db, municipality: string | null, lang: Lang, most: number) {
  const { rows } = await sql<{ name: string }>`
    (select title || ' ' || keywords as name from published.sought_file where lang = ${lang})
    union all (select title || ' ' || keywords from published.sought
      where municipality = ${municipality}::uuid and lang = ${lang}
      order by source = 'entry', source = 'organisation', key limit ${most})`.execute(db)
  return rows.map(({ name }) => name)
}
