/** Keeps what an organisation ticked off and agrees to, and finds who of its group can help. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { forgetUpload } from '../../db/uploads.ts'

/** What the organisation ticked off; for the municipality only what it shares. */
export const stepsDone = (tx: Tx, municipality: string, organisation: string) =>
  tx
    .selectFrom('step_done')
    .select(['id', 'norm', 'criterion', 'said', 'upload', 'shared', 'at'])
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .orderBy('at', 'desc')
    .execute()
export type StepDone = Awaited<ReturnType<typeof stepsDone>>[number]

export type NewStep = {
  readonly organisation: string
  readonly norm: string
  readonly criterion: string
  readonly said: string
  readonly upload: string | null
  readonly shared: boolean
  readonly by: string
}

/** Ticks a step off; false when a colleague did meanwhile. */
export async function tickOff(tx: Tx, municipality: string, step: NewStep): Promise<boolean> {
  const added = await tx
    .insertInto('step_done')
    .values({ municipality, id: uuid(), ...step })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes the tick away with its proof; false when there is none. */
export async function untick(tx: Tx, municipality: string, organisation: string, criterion: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('step_done')
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('criterion', '=', criterion)
    .returning('upload')
    .executeTakeFirst()
  if (gone?.upload) await forgetUpload(tx, municipality, gone.upload)
  return gone !== undefined
}

/** Shows it to the municipality, or no longer; false when there is none, or it was so already. */
export async function shareStep(
  tx: Tx,
  municipality: string,
  organisation: string,
  criterion: string,
  shared: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('step_done')
    .set({ shared })
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('criterion', '=', criterion)
    .where('shared', '=', !shared)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type ConsentKind = 'help' | 'named'

/** What the organisation agrees to, by kind. */
export async function consentsOf(tx: Tx, municipality: string, organisation: string) {
  const rows = await tx
    .selectFrom('group_consent')
    .select(['kind', 'contact', 'at'])
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .execute()
  return new Map(rows.map((row) => [row.kind, row]))
}

/** Gives a consent anew: the one of before goes. `contact`: how to reach who helps. */
export async function consent(
  tx: Tx,
  municipality: string,
  given: { readonly organisation: string; readonly kind: ConsentKind; readonly contact: string; readonly by: string },
): Promise<void> {
  await withdrawConsent(tx, municipality, given.organisation, given.kind)
  await tx
    .insertInto('group_consent')
    .values({ municipality, ...given })
    .execute()
}

/** Takes a consent back; what it told goes with it. */
export async function withdrawConsent(
  tx: Tx,
  municipality: string,
  organisation: string,
  kind: ConsentKind,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('group_consent')
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

export type Helper = {
  readonly criterion: string
  readonly name: string
  readonly slug: string
  readonly contact: string
}

/** Who of the own group meets one of these by what was published, and agreed to help. */
export async function helpersFor(tx: Tx, criteria: readonly string[]): Promise<readonly Helper[]> {
  const { rows } = await sql<Helper>`select * from wall.helpers(${criteria}::text[])`.execute(tx)
  return rows
}

/** The cluster that counts for the organisation of who is signed in; undefined: none yet. */
export async function ownCluster(tx: Tx, municipality: string, organisation: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('group_member')
    .select('name')
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('kind', '=', 'cluster')
    .executeTakeFirst()
  return row?.name ?? undefined
}
