/** What a person typed or sent and is not done with, sealed; of that person alone, a few at a time, and for a day. */
import { v7 as uuid } from 'uuid'
import type { Tx } from './as.ts'

/** So many of one person; the oldest makes room. */
const MOST = 20

/** Keeps it and gives its id. */
export async function keepUnsent(tx: Tx, municipality: string, person: string, sealed: string): Promise<string> {
  const id = uuid()
  const old = await tx
    .selectFrom('unsent')
    .select('id')
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .orderBy('id', 'desc')
    .offset(MOST - 1)
    .execute()
  for (const each of old) await dropUnsent(tx, municipality, each.id)
  await tx.insertInto('unsent').values({ municipality, id, person, sealed }).execute()
  return id
}

/** Undefined when it is not there for this person, or its day is over. */
export async function unsentById(tx: Tx, municipality: string, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('unsent')
    .select('sealed')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ends_at', '>', new Date())
    .executeTakeFirst()
  return row?.sealed
}

/** As `unsentById`, and it is gone: of two who take it at the same time one gets it. */
export async function takeUnsent(tx: Tx, municipality: string, id: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('unsent')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ends_at', '>', new Date())
    .returning('sealed')
    .executeTakeFirst()
  return row?.sealed
}

/** It was sent, or its owner let it go. */
export async function dropUnsent(tx: Tx, municipality: string, id: string): Promise<void> {
  await tx.deleteFrom('unsent').where('municipality', '=', municipality).where('id', '=', id).execute()
}
