/** Keeps who is invited to a covenant, with whom to speak there. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { containing } from '../../db/like.ts'

export type Contact = { readonly name: string; readonly function: string; readonly email: string }

/** How many organisations are proposed at once. */
export const SIZE = 25

/**
 * Organisations that can be invited and are not yet: with a word those whose name, kind or street has it, without one
 * those of the covenant's street or cluster. One more than a page when there are more.
 */
export async function invitable(
  tx: Tx,
  municipality: string,
  covenant: { readonly id: string; readonly cluster: string | null; readonly street: string | null },
  q: string,
) {
  return tx
    .selectFrom('organisation as o')
    .select(['o.id', 'o.name', 'o.kind', 'o.street'])
    .where('o.municipality', '=', municipality)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('covenant_participant as p')
            .select('p.id')
            .whereRef('p.municipality', '=', 'o.municipality')
            .whereRef('p.organisation', '=', 'o.id')
            .where('p.covenant', '=', covenant.id)
            .where('p.state', '<>', 'left'),
        ),
      ),
    )
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or((['o.name', 'o.kind', 'o.street'] as const).map((column) => where(column, 'ilike', containing(q)))),
      ),
    )
    .$if(q === '' && covenant.street !== null, (query) => query.where('o.street', '=', covenant.street))
    .$if(q === '' && covenant.street === null && covenant.cluster !== null, (query) =>
      query.where(
        sql<boolean>`(select b.cluster from baseline b where b.municipality = o.municipality and b.organisation = o.id
          and b.cluster is not null order by b.year desc limit 1) = ${covenant.cluster}`,
      ),
    )
    .orderBy('o.name')
    .limit(SIZE + 1)
    .execute()
}

/** An organisation of this municipality, by its id. */
export const organisationById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'street'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()

/** Invites an organisation, as party or as observer; undefined when it takes part already. Gives the participant. */
export async function inviteParticipant(
  tx: Tx,
  municipality: string,
  covenant: string,
  invited: {
    readonly organisation: string
    readonly kind: 'party' | 'observer'
    readonly contact: Contact
    readonly by: string
  },
): Promise<string | undefined> {
  const { organisation, kind, contact, by } = invited
  const row = await tx
    .insertInto('covenant_participant')
    .values({
      municipality,
      id: uuid(),
      covenant,
      organisation,
      kind,
      contact_name: contact.name,
      contact_function: contact.function,
      contact_email: contact.email,
      by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  await tx
    .insertInto('covenant_step')
    .values({ municipality, participant: row.id, no: 1, step: 'invited', by })
    .execute()
  return row.id
}

/** With whom to speak there. */
export async function changeContact(tx: Tx, municipality: string, id: string, contact: Contact): Promise<void> {
  await tx
    .updateTable('covenant_participant')
    .set({ contact_name: contact.name, contact_function: contact.function, contact_email: contact.email })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

/** Who has an account for an organisation and can sign in. */
export const accountsOf = (tx: Tx, municipality: string, organisation: string) =>
  tx
    .selectFrom('person')
    .select(['name', 'email'])
    .where('municipality', '=', municipality)
    .where('organisation', '=', organisation)
    .where('state', '=', 'active')
    .orderBy('email')
    .execute()
