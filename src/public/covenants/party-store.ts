/** Reads how named parties stand at agreements, and what was said of them: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

type Where = { readonly db: Db; readonly municipality: string }

/** How far the named parties are with a pledge: who is behind first. */
export const partiesOfPledge = ({ db, municipality }: Where, no: number, pledge: string, most: number) =>
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
    .limit(most)
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
