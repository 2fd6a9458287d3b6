/** Who brought a case and who wrote in it: they do not judge it. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { objectOf } from '../address.ts'
import type { CaseRow } from './rows.ts'

/** Everyone who is or was the author: whoever handed a case over still brought it. */
export async function authorsOf(tx: Tx, municipality: string, row: CaseRow): Promise<Set<string>> {
  const before = await tx
    .selectFrom('audit')
    .select(sql<string | null>`detail::jsonb ->> 'from'`.as('author'))
    .where('municipality', '=', municipality)
    .where('object', '=', objectOf(row))
    .where('act', '=', 'case.author-replaced')
    .execute()
  return new Set([row.author, ...before.flatMap(({ author }) => author ?? [])])
}

/** Everyone who wrote an answer in the pre-check or the full test. */
export async function writersOf(tx: Tx, municipality: string, row: CaseRow): Promise<Set<string>> {
  const forms = [row.preCheck, row.fullTest].filter((form) => form !== null)
  if (forms.length === 0) return new Set()
  const rows = await tx
    .selectFrom('answer')
    .select('by')
    .distinct()
    .where('municipality', '=', municipality)
    .where('form', 'in', forms)
    .execute()
  return new Set(rows.map(({ by }) => by))
}
