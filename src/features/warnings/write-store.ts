/** Writing warnings: beginning one, a new version, sending, ending, another label. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { newSpokenNumber } from '../../lib/spoken-number.ts'
import type { WarningWords } from '../../model/warning.ts'
import type { Tlp } from '../../vocabulary/tlp.ts'
import type { Level, Signature } from '../../vocabulary/warning.ts'
import type { Version, Warning } from './store.ts'

export type Written = Omit<WarningWords, 'notes' | 'references'>
type Origin = { readonly namespace: string; readonly publisher: string }

/** Begins one of our own under a label. */
export async function beginWarning(
  tx: Tx,
  municipality: string,
  by: string,
  label: Tlp,
  words: Written,
  { namespace, publisher }: Origin,
): Promise<string> {
  const id = uuid()
  const number = newSpokenNumber()
  await tx
    .insertInto('warning')
    .values({ municipality, id, number, source: 'own', publisher, namespace, tracking: number, label, by })
    .execute()
  await addVersion(tx, municipality, by, { id, version: 0 }, words, undefined)
  return id
}

/** A new version, which keeps what the source said beside what is written here. */
export async function addVersion(
  tx: Tx,
  municipality: string,
  by: string,
  { id, version }: Pick<Warning, 'id' | 'version'>,
  { actBy, products, ...words }: Written,
  before: Version | undefined,
): Promise<void> {
  await tx
    .insertInto('warning_version')
    .values({
      municipality,
      warning: id,
      no: version + 1,
      ...words,
      act_by: actBy,
      products: JSON.stringify(products),
      refs: JSON.stringify(before?.references ?? []),
      notes: before?.notes ?? '',
      remedy: before?.remedy ?? '',
      chance: (before?.chance ?? null) as Level | null,
      damage: (before?.damage ?? null) as Level | null,
      source_version: before?.sourceVersion ?? '',
      source_key: before?.sourceKey ?? null,
      released_at: before?.releasedAt ?? null,
      signature: (before?.signature ?? 'own') as Signature,
      signed_by: before?.signedBy ?? '',
      hash: before?.hash ?? '',
      url: before?.url ?? '',
      by,
    })
    .execute()
}

/** Sends it, or lets it run to another day. */
export const runUntil = (tx: Tx, municipality: string, id: string, endsOn: string) =>
  tx
    .updateTable('warning')
    .set({ state: 'sent', ends_on: endsOn, sent_at: sql`coalesce(sent_at, now())` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .execute()

/** Ends it, once; false: it had ended. */
export async function endWarning(tx: Tx, municipality: string, id: string, today: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('warning')
    .set({ state: 'ended', ended: 'done', ended_on: today })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '<>', 'ended')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type NewLabel = {
  readonly label: Tlp
  readonly leaveBy: string
  readonly leaveOn: string
  readonly leaveText: string
}
/** Gives it another label, with whose leave that is. The number of the row is given by the database. */
export const chooseLabel = (tx: Tx, municipality: string, id: string, by: string, chosen: NewLabel) =>
  tx
    .insertInto('warning_label')
    .values({
      municipality,
      warning: id,
      no: 0,
      label: chosen.label,
      leave_by: chosen.leaveBy,
      leave_on: chosen.leaveOn,
      leave_text: chosen.leaveText,
      by,
    })
    .execute()
