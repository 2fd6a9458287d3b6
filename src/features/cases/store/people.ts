/** People who can be asked. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { Role } from '../../../vocabulary/roles.ts'

export type Named = {
  readonly id: string
  readonly name: string
  readonly function: string
  readonly roles: readonly Role[]
  readonly email: string
  readonly digest: boolean
}
/** People who can be asked, by role. */
export const peopleWith = (tx: Tx, municipality: string, roles: readonly Role[]): Promise<Named[]> =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function', 'roles', 'email', 'digest'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where(sql<boolean>`roles && ${sql.val([...roles])}::text[]`)
    .orderBy('name')
    .execute()

/** Colleagues who can be given something to do: a measure, or a condition. Never the FG, who only advises. */
export const whoCanDo = async (tx: Tx, municipality: string): Promise<Named[]> =>
  (
    await peopleWith(tx, municipality, [
      'policy-officer',
      'adviser',
      'executor',
      'security-officer',
      'account-manager',
      'decision-maker',
      'publisher',
    ])
  ).filter(({ roles }) => !roles.includes('fg'))
