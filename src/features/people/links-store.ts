/** Keeps links that let somebody in once, by the hash of their secret. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Tx } from '../../db/as.ts'
import { makeLink, type LinkKind } from '../../db/links.ts'
import { hashOfToken, newToken } from '../../lib/token.ts'
import { accountByEmail, addPerson } from './accounts-store.ts'

export type Link = {
  readonly municipality: string
  readonly kind: LinkKind
  readonly person: string | null
  readonly baseline: string | null
  /** Given on a screen instead of mailed: whoever uses it gets one of its own. */
  readonly handed: boolean
}

/** The link a secret stands for, while it works. */
export const linkOf = (db: Db | Tx, token: string): Promise<Link | undefined> =>
  db
    .selectFrom('one_time_link')
    .select(['municipality', 'kind', 'person', 'baseline', 'handed'])
    .where('hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where(sql<boolean>`ends_at > now()`)
    .executeTakeFirst()

/**
 * Puts a new secret in the place of one that was handed over, so that who handed it over no longer holds it. Undefined
 * when somebody was first, or the link was mailed.
 */
export async function renewHanded(db: Db, token: string): Promise<string | undefined> {
  const own = newToken()
  const { numUpdatedRows } = await db
    .updateTable('one_time_link')
    .set({ hash: hashOfToken(own), handed: false })
    .where('hash', '=', hashOfToken(token))
    .where('handed', '=', true)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? own : undefined
}

/** No link about this person works any more, but for one that is in use now. */
export async function forgetLinks(tx: Tx | Db, municipality: string, person: string, but?: string): Promise<void> {
  await tx
    .deleteFrom('one_time_link')
    .where('municipality', '=', municipality)
    .where('person', '=', person)
    .$if(but !== undefined, (query) => query.where('hash', '!=', hashOfToken(but!)))
    .execute()
}

/** Uses the link up; false when somebody was first. */
export async function useLink(tx: Tx | Db, token: string): Promise<boolean> {
  const used = await tx
    .updateTable('one_time_link')
    .set({ used_at: sql`now()` })
    .where('hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .returning('hash')
    .executeTakeFirst()
  return used !== undefined
}

/**
 * A link for the first administrator, as long as there is none; an earlier link that was not used no longer works then.
 * Undefined when somebody manages people here already.
 */
export async function firstAdministrator(db: Db, municipality: string, place: string): Promise<string | undefined> {
  // Somebody of the demo has the role and no way in where the demo is not shown: that is nobody.
  const entering = await db
    .selectFrom('person')
    .select('id')
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .where((where) => where.or([where('password', 'is not', null), where('identity', 'is not', null)]))
    .executeTakeFirst()
  if (entering !== undefined) return undefined
  const email = `beheerder@${place}.invalid`
  const id =
    (await accountByEmail(db, municipality, email))?.id ??
    (await addPerson(db, municipality, {
      name: 'Eerste beheerder',
      email,
      function: '',
      roles: ['administrator'],
      organisation: null,
    }))
  await db
    .deleteFrom('one_time_link')
    .where('municipality', '=', municipality)
    .where('kind', '=', 'administrator')
    .execute()
  return makeLink(db, municipality, 'administrator', { person: id! })
}
