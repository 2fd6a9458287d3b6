/** Who left and is missed: the owner of a covenant, or the verifier of what was agreed in it. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { closeTasksThat, openTask, type NewTask } from '../../../db/tasks.ts'
import type { Round } from '../../../db/timer.ts'
import { lookedAfter, covenantObject, OWNER_TASK, VERIFIER_TASK, verifierObject, whoLeft } from '../owner-store.ts'
import { placeOf } from '../frame.tsx'
import { progressPlace } from './frame.tsx'
import { namedVerifier, verdictsOf } from './store.ts'
import { followed } from './terms-store.ts'
import { standing } from './verdict-rules.ts'

/**
 * Asks who writes covenants for somebody else in the place of who left, and asks no longer once there is one or who
 * left is back. Gives how many are new.
 */
export async function askSuccessors(tx: Tx, { municipality: { id }, today }: Round): Promise<number> {
  const left = await whoLeft(tx, id)
  const missed = left.size === 0 ? [] : await missedOf(tx, id, left, today)
  const objects = missed.map(({ kind, object }) => `${kind} ${object}`)
  for (const kind of [OWNER_TASK, VERIFIER_TASK])
    await closeTasksThat(tx, id, kind, sql<boolean>`kind || ' ' || object <> all(${objects}::text[])`, 'itself')
  if (missed.length === 0) return 0
  const open = await tx
    .selectFrom('task')
    .select(['kind', 'object'])
    .where('municipality', '=', id)
    .where('kind', 'in', [OWNER_TASK, VERIFIER_TASK])
    .where('done_at', 'is', null)
    .execute()
  const asked = new Set(open.map(({ kind, object }) => `${kind} ${object}`))
  const fresh = missed.filter(({ kind, object }) => !asked.has(`${kind} ${object}`))
  for (const task of fresh) await openTask(tx, id, task)
  return fresh.length
}

async function missedOf(
  tx: Tx,
  municipality: string,
  left: ReadonlyMap<string, string>,
  today: string,
): Promise<readonly NewTask[]> {
  const common = { whom: { role: 'policy-officer' as const }, dueOn: today }
  const missed: NewTask[] = []
  for (const covenant of await lookedAfter(tx, municipality)) {
    const name = left.get(covenant.owner)
    if (name !== undefined)
      missed.push({
        ...common,
        kind: OWNER_TASK,
        object: covenantObject(covenant.id),
        text: `Wijs aan wie op “${covenant.title}” let: ${name} vertrok`,
        path: `${placeOf(covenant)}/eigenaar`,
      })
  }
  for (const covenant of await followed(tx, municipality)) {
    if (covenant.state !== 'in-force' && covenant.state !== 'ended') continue
    const said = standing(await verdictsOf(tx, municipality, covenant.id))
    for (const pledge of covenant.pledges) {
      const judged = said.some((each) => each.pledge === pledge.id && each.whole)
      if (covenant.state === 'ended' && judged) continue
      const verifier = (await namedVerifier(tx, municipality, covenant.id, pledge.id))?.person ?? pledge.verifier.person
      const name = left.get(verifier)
      if (name !== undefined)
        missed.push({
          ...common,
          kind: VERIFIER_TASK,
          object: verifierObject(covenant.id, pledge.id),
          text: `Wijs een andere toetser aan voor “${pledge.title}”: ${name} vertrok`,
          path: `${progressPlace(covenant, pledge)}/toetser`,
        })
    }
  }
  return missed
}
