/** Bears with a database that is away for a moment: restarted, failed over, or killed. */

import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Seconds that the database may be away. */
const PATIENCE = 60

// SQLSTATE class 08 connection exceptions, 57P0x shutdown and starting up; and what sockets and the driver say.
const AWAY = /^(08|57P0)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/
const SAID = /Connection terminated|terminating connection|not queryable|Client has encountered a connection error/i

/** Whether an error says that the database is not there, rather than that the question was wrong. */
export function isAway(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return AWAY.test(code) || SAID.test(message)
}

/**
 * Does the work, and again while the database is away. For work that may be done twice: it does not know whether the
 * last attempt arrived.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE * 1_000
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error) || Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

/** Whether the database is there now. */
export const answersNow = (db: Kysely<Tables>): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
