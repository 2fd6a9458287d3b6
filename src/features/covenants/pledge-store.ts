/** Finds whom an agreement can name: who may judge it, who looks after it, and which parties there are. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { PERMISSIONS, type Role } from '../../vocabulary/roles.ts'

export type Colleague = {
  readonly id: string
  readonly name: string
  readonly function: string
  /** May say whether a pledge was met, by role. */
  readonly judges: boolean
  /** Is of a party of this covenant: employed there, its contact, or named after it. */
  readonly ofParty: boolean
}

const JUDGES: readonly Role[] = PERMISSIONS['pledge.verify']
const READS: readonly Role[] = PERMISSIONS['covenant.read']

/** Who works for the municipality itself and reads covenants, by name, and who of them may verify in this one. */
export async function colleagues(tx: Tx, municipality: string, covenant: string): Promise<readonly Colleague[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'function', 'roles'])
    .select(sql<boolean>`wall.works_for_party(municipality, ${covenant}, id)`.as('ofParty'))
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where('organisation', 'is', null)
    .where(sql<boolean>`roles && ${sql.val([...READS])}::text[]`)
    .orderBy('name')
    .execute()
  return rows.map(({ roles, ...person }) => ({ ...person, judges: roles.some((role) => JUDGES.includes(role)) }))
}

/** Every party that was invited and did not decline, by id with its name. */
export async function partiesInvited(
  tx: Tx,
  municipality: string,
  covenant: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('covenant_participant as p')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .select(['o.id', 'o.name'])
    .where('p.municipality', '=', municipality)
    .where('p.covenant', '=', covenant)
    .where('p.kind', '=', 'party')
    .where('p.state', 'not in', ['declined', 'left'])
    .orderBy('o.name')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
