/** Writes what took months to come about: counts of months that are over, and certificates. */
import type { Db } from '../db/connect.ts'
import type { Certificate } from '../features/lessons/certificate.ts'

/** Whether the demo's codes are there already. */
export async function hasGroupCodes(db: Db, municipality: string): Promise<boolean> {
  const row = await db
    .selectFrom('group_code')
    .select('id')
    .where('municipality', '=', municipality)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type PastCount = { readonly lesson: string; readonly month: string; readonly count: number }

/** Keeps these counts of a code. `month`: its first day. */
export async function keepCounts(db: Db, municipality: string, code: string, counts: readonly PastCount[]) {
  if (counts.length === 0) return
  await db
    .insertInto('group_count')
    .values(counts.map((each) => ({ ...each, municipality, code })))
    .execute()
}

/** Keeps certificates of months that are over too. */
export async function keepCertificates(db: Db, municipality: string, certificates: readonly Certificate[]) {
  await db
    .insertInto('certificate')
    .values(certificates.map((each) => ({ ...each, municipality, month: `${each.month}-01` })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
