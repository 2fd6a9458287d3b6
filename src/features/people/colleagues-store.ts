/** Reads people as the desk sees them: whether there is a password or a second step, and never what it is. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Person } from '../../model/person.ts'
import type { PersonState } from '../../vocabulary/person.ts'

export type Colleague = Person & {
  readonly state: PersonState
  readonly digest: boolean
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  /** Whether a work account belongs to it. */
  readonly linked: boolean
}
type Access = { person: string; has_password: boolean; second_factor: boolean; linked: boolean }

const colleagues = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('person')
    .leftJoin(sql<Access>`wall.access()`.as('access'), 'access.person', 'person.id')
    .select([
      'id',
      'name',
      'email',
      'function',
      'roles',
      'organisation',
      'state',
      'digest',
      sql<boolean>`coalesce(access.has_password, false)`.as('hasPassword'),
      sql<boolean>`coalesce(access.second_factor, false)`.as('hasSecondFactor'),
      sql<boolean>`coalesce(access.linked, false)`.as('linked'),
    ])
    .where('municipality', '=', municipality)

/** Everybody, by name. Who does not manage people is told of nobody how that person signs in. */
export const people = (tx: Tx, municipality: string): Promise<Colleague[]> =>
  colleagues(tx, municipality).orderBy('name').execute()

/** Undefined when there is none here. */
export const colleagueById = (tx: Tx, municipality: string, id: string): Promise<Colleague | undefined> =>
  colleagues(tx, municipality).where('id', '=', id).executeTakeFirst()

/** The kept hash of the password of who is signed in; nobody else's can be had at the desk. */
export async function ownPassword(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ password: string | null }>`select wall.own_password() as password`.execute(tx)
  return rows[0]!.password
}
