/** Who looks after a covenant, and who is asked where the one who did, left. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasks, handTasks } from '../../db/tasks.ts'
import { PERMISSIONS } from '../../vocabulary/roles.ts'

/** That nobody looks after a covenant any more. */
export const OWNER_TASK = 'covenant-owner'
/** That nobody can say whether a pledge was kept. */
export const VERIFIER_TASK = 'pledge-verifier'
/** What only the verifier of a pledge can do. */
export const VERIFYING = ['pledge-verdict', 'pledge-count', 'pledge-again']
/** What a task about a covenant is about. */
export const covenantObject = (covenant: string): string => `covenant/${covenant}`
/** What a task about who verifies a pledge is about. */
export const verifierObject = (covenant: string, pledge: string): string => `pledge/${covenant}/${pledge}`

/** People who can look after a covenant. */
export const mayOwn = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function'])
    .where('municipality', '=', municipality)
    .where('organisation', 'is', null)
    .where('state', '=', 'active')
    .where(sql<boolean>`roles && ${[...PERMISSIONS['covenant.write']]}::text[]`)
    .orderBy('name')
    .execute()

/** Gives a covenant that is held to another; what of it waits for the one before goes along. */
export async function giveTo(
  tx: Tx,
  municipality: string,
  { id, owner }: { readonly id: string; readonly owner: string },
  to: string,
): Promise<void> {
  await tx
    .updateTable('covenant')
    .set({ owner: to })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  await closeTasks(tx, municipality, covenantObject(id), [OWNER_TASK])
  if (owner === to) return
  const waiting = await tx
    .selectFrom('task')
    .select('object')
    .where('municipality', '=', municipality)
    .where('person', '=', owner)
    .where('done_at', 'is', null)
    .where('path', 'like', `/balie/convenanten/${id}%`)
    .where('kind', 'not in', VERIFYING)
    .execute()
  await handTasks(tx, municipality, { objects: waiting.map(({ object }) => object), from: { person: owner }, to })
}

/** Who left, with their names. */
export async function whoLeft(tx: Tx, municipality: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'left')
    .where('organisation', 'is', null)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Covenants that somebody should look after: not those that are over. */
export const lookedAfter = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('covenant')
    .select(['id', 'title', 'owner'])
    .where('municipality', '=', municipality)
    .where('state', 'not in', ['ended', 'dropped'])
    .orderBy('no')
    .execute()
