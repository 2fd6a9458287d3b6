/** The list of cases: filtered, in order, a page at a time or as many as a file holds. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { containing } from '../../../db/like.ts'
import { CASE_STATES, type CaseKind, type CaseState } from '../../../vocabulary/case.ts'
import { caseNumberIn } from '../../../web/case-number.ts'
import { DEADLINES } from '../rules/legal-terms.ts'

/** What the list can be sorted by; after that the newest case comes first. */
export const ORDERS = {
  uiterlijk: sql`least(case_file.due_on, legal.due_on) asc nulls last`,
  nummer: sql`case_file.no desc`,
  titel: sql`lower(case_file.title) asc`,
  // As the way goes, not as the alphabet does.
  status: sql`array_position(${sql.val([...CASE_STATES])}::text[], case_file.state) asc`,
  behandelaar: sql`lower(handler.name) asc nulls first`,
  sinds: sql`case_file.state_since asc`,
} as const
export type Order = keyof typeof ORDERS

export type CaseList = {
  readonly state?: CaseState | undefined
  readonly kind?: CaseKind | undefined
  /** Whose: author, handler or decision maker. */
  readonly mine?: string | undefined
  /** What was due before this date. */
  readonly late?: string | undefined
  /** Null: nobody handles it. */
  readonly handler?: string | null | undefined
  readonly q?: string | undefined
  readonly order: Order
}
export const PAGE = 50

/** `limit` cases from `offset` on. */
export function listCases(
  tx: Tx,
  municipality: string,
  { state, kind, mine, late, handler, q = '', order }: CaseList,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
) {
  const number = caseNumberIn(q)
  return tx
    .selectFrom('case_file')
    .leftJoin('person as author', (join) =>
      join.onRef('author.municipality', '=', 'case_file.municipality').onRef('author.id', '=', 'case_file.author'),
    )
    .leftJoin('person as handler', (join) =>
      join.onRef('handler.municipality', '=', 'case_file.municipality').onRef('handler.id', '=', 'case_file.handler'),
    )
    .leftJoin(
      (select) =>
        select
          .selectFrom('legal_term')
          .select(['legal_term.case_file', (each) => each.fn.min('legal_term.due_on').as('due_on')])
          .where('legal_term.municipality', '=', municipality)
          .where('legal_term.ended_on', 'is', null)
          .where('legal_term.term', 'in', DEADLINES)
          .groupBy('legal_term.case_file')
          .as('legal'),
      (join) => join.onRef('legal.case_file', '=', 'case_file.id'),
    )
    .select([
      'case_file.id',
      'case_file.no',
      'case_file.kind',
      'case_file.title',
      'case_file.state',
      'case_file.state_since as stateSince',
      'case_file.due_on as dueOn',
      'case_file.urgent',
      'case_file.intended_on as intendedOn',
      'case_file.created_at as createdAt',
      'author.name as author',
      'handler.name as handler',
      'legal.due_on as legalDueOn',
    ])
    .where('case_file.municipality', '=', municipality)
    .$if(state !== undefined, (query) => query.where('case_file.state', '=', state!))
    .$if(kind !== undefined, (query) => query.where('case_file.kind', '=', kind!))
    .$if(handler !== undefined, (query) =>
      handler === null ? query.where('case_file.handler', 'is', null) : query.where('case_file.handler', '=', handler!),
    )
    .$if(mine !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('case_file.author', '=', mine!),
          where('case_file.handler', '=', mine!),
          where('case_file.decision_maker', '=', mine!),
        ]),
      ),
    )
    .$if(late !== undefined, (query) =>
      query.where(sql<boolean>`least(case_file.due_on, legal.due_on) < ${late}::date`),
    )
    .$if(q !== '' && number === undefined, (query) => query.where('case_file.title', 'ilike', containing(q)))
    .$if(number !== undefined, (query) => query.where('case_file.no', '=', number!))
    .orderBy(ORDERS[order])
    .orderBy('case_file.no', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}
export type Listed = Awaited<ReturnType<typeof listCases>>[number]

/** Everyone who handles a case, by name. */
export const handlersOf = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where((where) =>
      where.exists(
        where
          .selectFrom('case_file')
          .select('case_file.id')
          .whereRef('case_file.handler', '=', 'person.id')
          .where('case_file.municipality', '=', municipality),
      ),
    )
    .orderBy('name')
    .execute()
