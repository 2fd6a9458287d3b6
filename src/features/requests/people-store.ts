/** Who can handle a request, what somebody is called, and what an explanation can name. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Role } from '../../vocabulary/roles.ts'

/** Who can handle what has this role, by name, without who asks. */
export const handlers = (tx: Tx, municipality: string, role: Role, without: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where('organisation', 'is', null)
    .where(sql<boolean>`${role} = any (roles)`)
    .where('id', '<>', without)
    .orderBy('name')
    .execute()

/** What somebody is called. */
export const nameOf = async (tx: Tx, municipality: string, id: string | null): Promise<string | undefined> =>
  id === null
    ? undefined
    : (
        await tx
          .selectFrom('person')
          .select('name')
          .where('municipality', '=', municipality)
          .where('id', '=', id)
          .executeTakeFirst()
      )?.name

/** The entries of a public register, to name in an explanation. */
export const publicEntries = (tx: Tx, municipality: string, register: string) =>
  tx
    .selectFrom('published.entry')
    .select(['slug', 'title'])
    .where('municipality', '=', municipality)
    .where('register', '=', register)
    .where('to_at', 'is', null)
    .orderBy('title')
    .limit(300)
    .execute()
