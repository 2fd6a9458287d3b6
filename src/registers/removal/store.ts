/** Finds entries that ought to be gone without proof, and keeps the tasks about them. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Register, Values } from '../../model/register.ts'
import { aboutRemoval, REMOVAL_TASK, removalFields, removalTask, unproved } from './rules.ts'

/** Tasks that are opened at one time; the rest comes the next time. */
const MOST = 500

/** The registers of which things are removed, with the fields that say so, as columns. */
function fieldsOf(registers: readonly Register[]) {
  const all = registers.flatMap((register) => {
    const fields = removalFields(register)
    return fields ? [{ register: register.id, ...fields }] : []
  })
  return sql`unnest(${all.map((each) => each.register)}::text[], ${all.map(({ ends }) => ends?.id ?? null)}::text[],
    ${all.map(({ removed }) => removed.id)}::text[], ${all.map(({ proof }) => proof.id)}::text[])
    as w (register, ends, removed, proof)`
}

/** Of an entry `e` and its fields `w`, as `unproved` says it. */
const lacks = (today: string) => sql<boolean>`
  e.values -> w.proof is null and (e.values ->> w.removed <= ${today} or e.values ->> w.ends < ${today})`

/**
 * Opens a task for each entry that lacks its proof, also one that is no longer kept up, and closes those of which it is
 * not so any more. Gives how many opened. Cost: one pass over the entries of registers of which things are removed.
 */
export async function askForProof(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  today: string,
): Promise<number> {
  const about = sql`'entry/' || e.id || '/removal'`
  const still = sql<boolean>`not exists (select from entry e join ${fieldsOf(registers)} on w.register = e.register
    where e.municipality = task.municipality and ${about} = task.object and ${lacks(today)})`
  await closeTasksThat(tx, municipality, REMOVAL_TASK, still, 'itself')
  const { rows } = await sql<{ id: string; register: string; title: string; values: Values }>`
    select e.id, e.register, e.title, e.values from entry e join ${fieldsOf(registers)} on w.register = e.register
    where e.municipality = ${municipality} and ${lacks(today)}
      and not exists (select from task t where t.municipality = e.municipality and t.kind = ${REMOVAL_TASK}
        and t.object = ${about} and t.done_at is null)
    order by e.no limit ${MOST}`.execute(tx)
  let opened = 0
  for (const { id, title, values, ...row } of rows) {
    const register = registers.find((each) => each.id === row.register)!
    const lacking = unproved(register, values, today)
    if (!lacking) continue
    await openTask(tx, municipality, {
      kind: REMOVAL_TASK,
      object: aboutRemoval(id),
      whom: { role: register.keeper },
      text: removalTask(register, title, lacking),
      path: `/balie/registers/${register.id}/${id}`,
      dueOn: lacking.on,
    })
    opened += 1
  }
  return opened
}
