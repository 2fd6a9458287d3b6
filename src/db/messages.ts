/** Mail that waits to be sent: written in the transaction that causes it, sent by the clock, each once by its key. */
import { v7 as uuid } from 'uuid'
import type { Tx } from './as.ts'

export type NewMessage = {
  readonly recipient: string
  readonly person?: string | null
  readonly subject: string
  readonly body: string
  readonly kind: string
  /** The same key is never sent twice, such as `opinion/<request>/asked`. */
  readonly key: string
  /** Waits for the daily digest of that person instead of going at once. */
  readonly digest?: boolean
}

/** Puts it in the outbox; false when this key was there already. */
export async function queueMessage(tx: Tx, municipality: string, message: NewMessage): Promise<boolean> {
  const added = await tx
    .insertInto('message')
    .values({
      municipality,
      id: uuid(),
      person: message.person ?? null,
      recipient: message.recipient,
      subject: message.subject,
      body: message.body,
      kind: message.kind,
      key: message.key,
      digest: message.digest ?? false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}
