/** Taking in what came from elsewhere: one function of the database for the desk and for a worker. */
import { sql, type Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tables } from '../../db/tables.ts'
import { newSpokenNumber } from '../../lib/spoken-number.ts'
import type { TakenWarning } from '../../model/warning.ts'

/** `wider`: a newer version that its source lets out further, which a person decides. */
export type Became = 'new' | 'newer' | 'wider' | 'ended' | 'known' | 'own'

/**
 * Keeps a warning under what its publisher calls it; the newest version wins. `feed`: the source that gave it. `label`:
 * undefined without one, and then it stays closed.
 */
export async function takeWarning(
  tx: Kysely<Tables>,
  municipality: string,
  taken: TakenWarning,
  feed: string | undefined,
): Promise<{ readonly became: Became; readonly id: string | undefined }> {
  const one = JSON.stringify({ ...taken, municipality, feed, id: uuid(), number: newSpokenNumber() })
  const { rows } = await sql<{
    told: { became: Became; id?: string }
  }>`select wall.take_warning(${one}::jsonb) as told`.execute(tx)
  const { became, id } = rows[0]!.told
  return { became, id }
}

/** Whether a version of a warning was read of these very bytes; undefined when who asks may read none of them. */
export async function holds(tx: Kysely<Tables>, municipality: string, id: string, hash: string) {
  const versions = await tx
    .selectFrom('warning_version')
    .select('hash')
    .where('municipality', '=', municipality)
    .where('warning', '=', id)
    .execute()
  return versions.length === 0 ? undefined : versions.some((each) => each.hash === hash)
}

/**
 * Waits for work that asks nothing of the database, and keeps the transaction from being ended meanwhile as one that
 * stands idle.
 */
export async function awake<T>(tx: Kysely<Tables>, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void sql`select 1`.execute(tx).catch(() => undefined), 15_000)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
