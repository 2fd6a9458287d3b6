/** Who comes in for an organisation by its invitation. */
import { v7 as uuid } from 'uuid'
import type { Db } from '../../db/connect.ts'
import { undecline, type Invitation } from '../../db/invitations.ts'
import { accountByEmail, type Account } from './accounts-store.ts'

/**
 * The person who fills in for the organisation, made at the first visit. Undefined when the address belongs to somebody
 * else here.
 */
export async function partnerOf(
  db: Db,
  { id, municipality, organisation, name, email }: Invitation,
): Promise<Account | undefined> {
  await db
    .insertInto('person')
    .values({
      municipality,
      id: uuid(),
      email: email.toLowerCase(),
      name,
      function: 'namens de organisatie',
      roles: ['partner'],
      organisation,
      state: 'active',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const account = await accountByEmail(db, municipality, email)
  if (!account || account.organisation !== organisation || account.state !== 'active') return undefined
  await undecline(db, municipality, id)
  return account
}
