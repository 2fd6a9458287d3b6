/** Reads how named parties stand at agreements, and what was said of them: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Part } from './store.ts'

type Where = { readonly db: Db; readonly municipality: string }

/** How many parties are named in a covenant. */
export async function countNamed({ db, municipality }: Where, no: number): Promise<number> {
  const { count } = await db
    .selectFrom('published.covenant_party')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * How many parties are told by name at a pledge, and what those of them that are counted come to: of rows that
 * everybody reads one by one.
 */
export async function sumNamed({ db, municipality }: Where, no: number, pledge: string) {
  const { rows } = await sql<{ parties: number; counted: number; count: number; among: number }>`
    select count(*)::int as parties, count(*) filter (where counted)::int as counted,
      coalesce(sum(p.count) filter (where counted), 0)::int as count,
      coalesce(sum(p.among) filter (where counted), 0)::int as among
    from published.pledge_party p join published.covenant_party n using (municipality, no, party),
      lateral (select n.state in ('joined', 'suspended') as counted) c
    where p.municipality = ${municipality} and p.no = ${no} and p.pledge = ${pledge}`.execute(db)
  return rows[0]!
}

/** How far the named parties are with a pledge: who is behind first; a page of them, or all. */
export const partiesOfPledge = ({ db, municipality }: Where, no: number, pledge: string, part?: Part) =>
  db
    .selectFrom('published.pledge_party as p')
    .innerJoin('published.covenant_party as n', (join) =>
      join.onRef('n.municipality', '=', 'p.municipality').onRef('n.no', '=', 'p.no').onRef('n.party', '=', 'p.party'),
    )
    .select(['n.name', 'n.state', 'p.count', 'p.among', 'p.unknown', 'p.steps', 'p.verdict'])
    .where('p.municipality', '=', municipality)
    .where('p.no', '=', no)
    .where('p.pledge', '=', pledge)
    .orderBy(sql`p.count >= p.among and p.among > 0`)
    .orderBy('n.name')
    .orderBy('p.party')
    .$if(part !== undefined, (query) => query.limit(part!.size).offset((part!.page - 1) * part!.size))
    .execute()

/** Every named party at every agreement, for a file. */
export const allPartiesOfPledges = ({ db, municipality }: Where) =>
  db
    .selectFrom('published.pledge_party as p')
    .innerJoin('published.covenant_party as n', (join) =>
      join.onRef('n.municipality', '=', 'p.municipality').onRef('n.no', '=', 'p.no').onRef('n.party', '=', 'p.party'),
    )
    .select(['p.no', 'p.pledge', 'n.name', 'p.count', 'p.among', 'p.unknown', 'p.verdict'])
    .where('p.municipality', '=', municipality)
    .orderBy('p.no')
    .orderBy('p.pledge')
    .orderBy('n.name')
    .execute()
