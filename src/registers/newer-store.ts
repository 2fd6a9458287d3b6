/** Whether what everybody reads at a path changed since a moment: only then an answer may say so. */
import { sql } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { Register } from '../model/register.ts'

/** Of what has no versions of its own true: only the entries of a public register do. */
export const newerAt =
  (registers: readonly Register[]) =>
  async (tx: Tx, municipality: string, path: string, since: Date): Promise<boolean> => {
    const [, id, slug] = /^\/registers\/([^/]+)\/([^/]+)$/.exec(path) ?? []
    if (slug === undefined || !registers.some((each) => each.id === id && each.publication !== 'never')) return true
    const here = sql`municipality = ${municipality} and register = ${id} and slug = ${slug}`
    const { rows } = await sql<{ newer: boolean }>`
      select exists (select from published.entry where ${here} and from_at > ${since})
        or exists (select from published.entry_withdrawn where ${here} and at > ${since}) as newer`.execute(tx)
    return rows[0]!.newer
  }
