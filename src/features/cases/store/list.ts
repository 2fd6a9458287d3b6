/** A page of the list of cases. */
import type { Tx } from '../../../db/as.ts'
import type { CaseKind, CaseState } from '../../../model/case.ts'
import { DEADLINES } from '../rules/legal-terms.ts'

export type CaseList = {
  readonly state?: CaseState | undefined
  readonly kind?: CaseKind | undefined
  readonly mine?: string | undefined
  readonly late?: string | undefined
  readonly q?: string | undefined
  readonly page: number
}
export const PAGE = 50

/** A page of cases, what is due first; `late`: before this date. */
export async function listCases(tx: Tx, municipality: string, { state, kind, mine, late, q = '', page }: CaseList) {
  const number = /^(?:IT-\d{4}-)?0*(\d{1,9})$/i.exec(q)?.[1]
  const rows = await tx
    .selectFrom('case_file')
    .select([
      'id',
      'no',
      'kind',
      'title',
      'state',
      'state_since as stateSince',
      'due_on as dueOn',
      'urgent',
      'author',
      'handler',
      'created_at as createdAt',
      (select) =>
        select
          .selectFrom('legal_term')
          .select((each) => each.fn.min('legal_term.due_on').as('on'))
          .whereRef('legal_term.municipality', '=', 'case_file.municipality')
          .whereRef('legal_term.case_file', '=', 'case_file.id')
          .where('legal_term.ended_on', 'is', null)
          .where('legal_term.term', 'in', DEADLINES)
          .as('legalDueOn'),
    ])
    .where('municipality', '=', municipality)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(mine !== undefined, (query) =>
      query.where((where) =>
        where.or([where('author', '=', mine!), where('handler', '=', mine!), where('decision_maker', '=', mine!)]),
      ),
    )
    .$if(late !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('due_on', '<', late!),
          where('id', 'in', (select) =>
            select
              .selectFrom('legal_term')
              .select('legal_term.case_file')
              .where('legal_term.municipality', '=', municipality)
              .where('legal_term.ended_on', 'is', null)
              .where('legal_term.term', 'in', DEADLINES)
              .where('legal_term.due_on', '<', late!),
          ),
        ]),
      ),
    )
    .$if(q !== '' && number === undefined, (query) =>
      query.where('title', 'ilike', `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(number !== undefined, (query) => query.where('no', '=', Number(number)))
    .orderBy('no', 'desc')
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE)
    .execute()
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE }
}
