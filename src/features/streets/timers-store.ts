/** What ends by itself of streets: photos on their day, and the address of an owner after a year. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import { FORGET_OWNERS_AFTER } from '../../vocabulary/retention.ts'
import { roundPath } from './here.ts'

/** Removes the pictures of photos whose day is past; that there was one stays. Gives how many. */
export async function removePhotos(tx: Tx, municipality: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('inspection_photo')
    .set({ picture: null })
    .where('municipality', '=', municipality)
    .where('until', '<', sql<string>`today_here()`)
    .where('picture', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Ends the links of owners whose shop is gone since today, and takes away their names. Gives how many. */
export async function endOwnerLinks(tx: Tx): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select wall.end_links_of_gone() as ended`.execute(tx)
  return rows[0]!.ended
}

/** Rounds that go on, of which an inspector left. */
const UNWALKED = sql`select distinct 'street_round/' || r.id as object, r.id, r.street, s.name, r.ends_on::text as ends
  from street_round r join street s on s.municipality = r.municipality and s.id = r.street
    join person p on p.municipality = r.municipality and p.id in (r.one, r.other) and p.state = 'left'
  where r.municipality = (select current_municipality()) and r.closed_at is null`

/** Asks who plans rounds for a new one where an inspector left: nobody walks for another. Gives how many are new. */
export async function askWalkers(tx: Tx, municipality: string): Promise<number> {
  const missed = sql<boolean>`object not in (select u.object from (${UNWALKED}) u)`
  await closeTasksThat(tx, municipality, 'street-walker', missed, 'itself')
  const { rows } = await sql<{ object: string; id: string; street: string; name: string; ends: string }>`
    select u.* from (${UNWALKED}) u where not exists (select from task t where t.municipality = ${municipality}
      and t.kind = 'street-walker' and t.object = u.object and t.done_at is null)`.execute(tx)
  for (const { object, id, street, name, ends } of rows)
    await openTask(tx, municipality, {
      kind: 'street-walker',
      object,
      whom: { role: 'policy-officer' },
      text: `Plan een nieuwe ronde door de ${name}, en sluit deze: een schouwer vertrok`,
      path: roundPath(street, id),
      dueOn: ends,
    })
  return rows.length
}

/** Takes away where a letter went and who consented, a while after it was sent. Gives how many. */
export async function forgetOwners(tx: Tx, municipality: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('premises_letter')
    .set({ email: '', consent_by: '' })
    .where('municipality', '=', municipality)
    .where('sent_at', '<', sql<Date>`now() - ${FORGET_OWNERS_AFTER}::interval`)
    .where((where) => where.or([where('email', '<>', ''), where('consent_by', '<>', '')]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
