/**
 * What is sent to the national register: prepared by one person, released by another, done by a worker. The database
 * holds people and worker to it (migration 026).
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import { isShut } from '../../registers/access.ts'
import type { Entry, Register } from '../../model/register.ts'
import type { NationalKind, NationalStatus } from '../../vocabulary/algorithm-standard.ts'
import { PERMISSIONS, type Role } from '../../vocabulary/roles.ts'
import { bodyOf, type National } from './standard.ts'

export type Act = {
  readonly id: string
  readonly kind: NationalKind
  readonly version: number
  readonly body: National
  readonly reason: string
  readonly by: string
  readonly byName: string
  readonly at: Date
  readonly releasedAt: Date | null
  readonly releasedBy: string | null
  readonly tryAfter: Date | null
  readonly endedAt: Date | null
  readonly outcome: 'done' | 'refused' | 'dropped' | 'failed' | null
  readonly problems: Readonly<Record<string, string>>
  readonly said: string
}
/** Where and who, and the algorithm. */
export type Doing = {
  readonly tx: Tx
  readonly municipality: string
  readonly who: { readonly id: string }
  readonly register: Register
  readonly entry: Entry
}

/** Where an algorithm stands beside the national register. */
export const placeOfAlgorithm = (id: string): string => `/balie/algoritmes/${id}`

/** The last things that were done with it, the newest first. */
export const actsOf = (tx: Tx, municipality: string, entry: string): Promise<readonly Act[]> =>
  tx
    .selectFrom('national_act as a')
    .innerJoin('person as p', (join) => join.onRef('p.municipality', '=', 'a.municipality').onRef('p.id', '=', 'a.by'))
    .leftJoin('national_step as s', (join) =>
      join.onRef('s.municipality', '=', 'a.municipality').onRef('s.act', '=', 'a.id').on('s.step', '=', 'released'),
    )
    .leftJoin('person as r', (join) => join.onRef('r.municipality', '=', 's.municipality').onRef('r.id', '=', 's.by'))
    .leftJoin('job as j', (join) =>
      join
        .onRef('j.municipality', '=', 'a.municipality')
        .on('j.kind', '=', 'national')
        .on('j.key', '=', sql<string>`a.id::text`),
    )
    .select(['a.id', 'a.kind', 'a.version', 'a.body', 'a.reason', 'a.by', 'p.name as byName', 'a.at'])
    .select(['a.released_at as releasedAt', 'r.name as releasedBy', 'a.problems'])
    .select(['a.ended_at as endedAt', 'a.outcome'])
    .select(sql<Date | null>`case when j.state = 'queued' and j.due > now() then j.due end`.as('tryAfter'))
    .select(sql<string>`coalesce(nullif(a.said, ''), 'Dit lukte nog niet: ' || j.trouble || '.', '')`.as('said'))
    .where('a.municipality', '=', municipality)
    .where('a.entry', '=', entry)
    .orderBy('a.at', 'desc')
    .limit(30)
    .execute()

export type State = {
  readonly entry: string
  readonly lars: string
  readonly status: NationalStatus
  readonly held: National
  readonly seenAt: Date
}
/** What the national register held of these when it was last looked at, by the id of the algorithm. */
export async function statesOf(tx: Tx, municipality: string, entries: readonly string[]) {
  if (entries.length === 0) return new Map<string, State>()
  const rows = await tx
    .selectFrom('national_state')
    .select(['entry', 'lars', 'status', 'held', 'seen_at as seenAt'])
    .where('municipality', '=', municipality)
    .where('entry', 'in', entries)
    .execute()
  return new Map(rows.map((row) => [row.entry, row]))
}

/** Puts it ready; false when something is under way already. What goes out waits for a colleague, who gets a task. */
export async function prepare(
  { tx, municipality, who, register, entry }: Doing,
  kind: NationalKind,
  reason = '',
): Promise<boolean> {
  const id = uuid()
  const added = await tx
    .insertInto('national_act')
    .values({
      municipality,
      id,
      entry: entry.id,
      version: entry.version,
      kind,
      body: JSON.stringify(bodyOf(register, entry.id, entry.values)),
      reason,
      by: who.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return false
  const act = kind === 'look' ? 'national.looked' : 'national.prepared'
  await record(tx, municipality, { act, object: `entry/${entry.id}`, detail: detailOf(register, entry, kind, reason) })
  if (kind === 'look') return true
  await closeTasks(tx, municipality, `entry/${entry.id}`, ['national-refused'])
  await openTask(tx, municipality, {
    kind: 'national-release',
    object: `entry/${entry.id}`,
    whom: { role: await whoReleases(tx, municipality, register, who.id) },
    text: `Kijk na en ${WHAT[kind]} het Algoritmeregister: ${isShut(register) ? `nr. ${entry.no}` : entry.title}`,
    path: placeOfAlgorithm(entry.id),
    dueOn: null,
  })
  return true
}

const detailOf = ({ id }: Register, { no, version }: Entry, kind: NationalKind, reason = '') => ({
  register: id,
  no,
  version,
  kind,
  ...(reason === '' ? {} : { reason }),
})

/** What the second person is asked. */
const WHAT = { submit: 'verstuur naar', withdraw: 'trek in bij' }

/** The first role that may release and that somebody else has. */
async function whoReleases(tx: Tx, municipality: string, { access }: Register, but: string): Promise<Role> {
  const roles = PERMISSIONS['register.publish'].filter((role) => access.read.includes(role))
  const { rows } = await sql<{ role: Role }>`select distinct unnest(roles) as role from person
    where municipality = ${municipality} and state = 'active' and id <> ${but}`.execute(tx)
  return roles.find((each) => rows.some(({ role }) => role === each)) ?? roles[0]!
}

/** Lets it go out, or drops what waits. The database refuses who prepared it to release it. */
export async function take(
  { tx, municipality, who, register, entry }: Doing,
  act: Act,
  step: 'released' | 'dropped',
  text = '',
): Promise<void> {
  await tx.insertInto('national_step').values({ municipality, act: act.id, step, by: who.id, text }).execute()
  await closeTasks(tx, municipality, `entry/${entry.id}`, ['national-release'])
  await record(tx, municipality, {
    act: `national.${step}`,
    object: `entry/${entry.id}`,
    detail: detailOf(register, entry, act.kind, text),
  })
}
