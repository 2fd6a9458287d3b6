/** Keeps the opinions of the FG and the security officer: signed, never changed; a correction is a newer one. */
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { CovenantOpinionRole, CovenantStance } from '../../vocabulary/covenant.ts'

/** Every opinion on a covenant, the newest first, by name and function. `current`: no newer one came in its place. */
export async function opinionsOf(tx: Tx, municipality: string, covenant: string) {
  const rows = await tx
    .selectFrom('covenant_opinion as o')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'o.municipality').onRef('p.id', '=', 'o.by'))
    .select(['o.id', 'o.version', 'o.role', 'o.stance', 'o.text', 'o.conditions', 'o.by', 'o.at', 'o.replaces'])
    .select(['p.name', 'p.function'])
    .where('o.municipality', '=', municipality)
    .where('o.covenant', '=', covenant)
    .orderBy('o.at', 'desc')
    .execute()
  const replaced = new Set(rows.map(({ replaces }) => replaces))
  return rows.map((row) => ({ ...row, current: !replaced.has(row.id) }))
}
export type Opinion = Awaited<ReturnType<typeof opinionsOf>>[number]

/** Signs an opinion on a version. `replaces`: the one that it corrects. */
export async function giveOpinion(
  tx: Tx,
  municipality: string,
  given: {
    readonly covenant: string
    readonly version: number
    readonly role: CovenantOpinionRole
    readonly stance: CovenantStance
    readonly text: string
    readonly conditions: readonly string[]
    readonly by: string
    readonly replaces: string | null
  },
): Promise<void> {
  await tx
    .insertInto('covenant_opinion')
    .values({ municipality, id: uuid(), ...given, conditions: JSON.stringify(given.conditions) })
    .execute()
}

/** The kind of the task that asks this role for an opinion: one at a time for a covenant. */
export const opinionTask = (role: CovenantOpinionRole) => `covenant-opinion-${role}` as const
