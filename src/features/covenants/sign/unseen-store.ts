/** What a party said and nobody at the desk looked at yet: a task each (migration 066), done once somebody did. */
import type { Tx } from '../../../db/as.ts'

/** What this party said and nobody looked at yet: a task each, the oldest first. */
export const unseenOf = (tx: Tx, municipality: string, covenant: string, participant: string) =>
  tx
    .selectFrom('task')
    .select(['id', 'kind', 'text', 'created_at as at'])
    .where('municipality', '=', municipality)
    .where('object', '=', `covenant/${covenant}`)
    .where('path', 'like', `%/tekenen/${participant}`)
    .where('done_at', 'is', null)
    .orderBy('created_at')
    .execute()
