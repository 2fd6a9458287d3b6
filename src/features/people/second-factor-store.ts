/** Keeps the second factor: its sealed secret, the last step that was used, and recovery codes by their hash. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'

/**
 * Sets the sealed secret, whose step was used just now, and replaces the recovery codes by these hashes. False when
 * there is a second factor already, also one that was set a moment ago: it is never replaced from here.
 */
export async function setSecondFactor(
  tx: Tx | Db,
  municipality: string,
  person: string,
  sealed: string,
  step: number | null,
  codes: readonly string[],
): Promise<boolean> {
  const set = await tx
    .updateTable('person')
    .set({ second_factor: sealed, second_factor_step: step, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .where('second_factor', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (set === undefined) return false
  await tx.deleteFrom('recovery_code').where('municipality', '=', municipality).where('person', '=', person).execute()
  await tx
    .insertInto('recovery_code')
    .values(codes.map((hash) => ({ municipality, person, hash })))
    .execute()
  return true
}

/** Keeps the step of a used code; false when it was used already, by two requests at once too. */
export async function useStep(tx: Tx | Db, municipality: string, person: string, step: number): Promise<boolean> {
  const used = await tx
    .updateTable('person')
    .set({ second_factor_step: step })
    .where('municipality', '=', municipality)
    .where('id', '=', person)
    .where(sql<boolean>`coalesce(second_factor_step, 0) < ${step}`)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Uses up a recovery code; false when it is not one, or was used. */
export async function useRecoveryCode(
  tx: Tx | Db,
  municipality: string,
  person: string,
  hash: string,
): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('hash')
    .executeTakeFirst()
  return used !== undefined
}
