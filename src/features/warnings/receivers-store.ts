/** To whom a warning is addressed, who is a client or a supplier, and what receivers answer. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { ReplyCounts } from '../../model/warning.ts'
import type { Reply } from '../../vocabulary/warning.ts'

/** The persons who are named, by name. */
export const personsOf = (tx: Tx, municipality: string, warning: string) =>
  tx
    .selectFrom('warning_person as n')
    .innerJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'n.municipality').onRef('p.id', '=', 'n.person'),
    )
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .select(['p.id', 'p.name', 'o.name as organisationName'])
    .where('n.municipality', '=', municipality)
    .where('n.warning', '=', warning)
    .where('p.state', '=', 'active')
    .orderBy('p.name')
    .execute()

/** Everyone with an account who may look at warnings; `admitted`: the label of this one lets its writer name them. */
export const nameable = (tx: Tx, municipality: string, warning: string, roles: readonly string[]) =>
  tx
    .selectFrom('person as p')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .select(['p.id', 'p.name', 'o.name as organisation'])
    .select(sql<boolean>`wall.may_name_in_warning(p.municipality, ${warning}, p.id)`.as('admitted'))
    .where('p.municipality', '=', municipality)
    .where('p.state', '=', 'active')
    .where(sql<boolean>`p.roles && ${sql.val([...roles])}::text[]`)
    .orderBy('p.name')
    .limit(2_000)
    .execute()

/** The organisations that it is addressed to, with their last answer where who is here may read that. */
export const receiversOf = (tx: Tx, municipality: string, warning: string) =>
  tx
    .selectFrom('warning_receiver as r')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'r.municipality').onRef('o.id', '=', 'r.organisation'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('warning_reply as a')
          .select(['a.answer', 'a.text', 'a.at'])
          .whereRef('a.municipality', '=', 'r.municipality')
          .whereRef('a.warning', '=', 'r.warning')
          .whereRef('a.organisation', '=', 'r.organisation')
          .orderBy('a.at', 'desc')
          .orderBy('a.id', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .select(['o.id', 'o.name', 'r.why', 'a.answer', 'a.text', 'a.at'])
    .where('r.municipality', '=', municipality)
    .where('r.warning', '=', warning)
    .orderBy('o.name')
    .limit(2_000)
    .execute()

/** Organisations to choose from, by name. */
export const organisationsIn = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .limit(5_000)
    .execute()

/** The ids of all in a cluster. */
export const inCluster = async (tx: Tx, municipality: string, cluster: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('group_member')
      .select('organisation')
      .where('municipality', '=', municipality)
      .where('kind', '=', 'cluster')
      .where('name', '=', cluster)
      .execute()
  ).map(({ organisation }) => organisation!)

/** Addresses it to these, as far as its label lets each of them read it. Gives those that are new. */
export async function address(
  tx: Tx,
  municipality: string,
  warning: string,
  by: string,
  organisations: readonly string[],
  why: string,
): Promise<readonly string[]> {
  if (organisations.length === 0) return []
  const { rows } = await sql<{
    organisation: string
  }>`insert into warning_receiver (municipality, warning, organisation, why, by)
    select o.municipality, ${warning}::uuid, o.id, ${why}::text, ${by}::uuid from organisation o
    where o.municipality = ${municipality} and o.id = any(${sql.val([...organisations])}::uuid[])
      and wall.may_receive_warning(o.municipality, ${warning}::uuid, o.id)
      and not exists (select from warning_receiver r where r.municipality = o.municipality
        and r.warning = ${warning}::uuid and r.organisation = o.id)
    returning organisation`.execute(tx)
  return rows.map(({ organisation }) => organisation)
}

/** Takes it from the list again. */
export const unaddress = (tx: Tx, municipality: string, warning: string, organisation: string) =>
  tx
    .deleteFrom('warning_receiver')
    .where('municipality', '=', municipality)
    .where('warning', '=', warning)
    .where('organisation', '=', organisation)
    .execute()

/** Names a person; false when that was so already. */
export async function namePerson(
  tx: Tx,
  municipality: string,
  warning: string,
  person: string,
  by: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('warning_person')
    .values({ municipality, warning, person, by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}
/** Names a person no more. */
export const unnamePerson = (tx: Tx, municipality: string, warning: string, person: string) =>
  tx
    .deleteFrom('warning_person')
    .where('municipality', '=', municipality)
    .where('warning', '=', warning)
    .where('person', '=', person)
    .execute()

/** Who hears of it: who is named, and who works for a receiver, as far as its label admits them. */
export const hearersOf = (tx: Tx, municipality: string, warning: string) =>
  tx
    .selectFrom('person as p')
    .select(['p.id', 'p.email', 'p.digest', 'p.organisation'])
    .where('p.municipality', '=', municipality)
    .where('p.state', '=', 'active')
    .where(sql<boolean>`wall.hears_of_warning(p.municipality, ${warning}, p.id)`)
    .execute()

/** An answer for the organisation of who is here, or for the municipality. */
export const reply = (
  tx: Tx,
  municipality: string,
  warning: string,
  by: { readonly id: string; readonly organisation: string | null },
  answer: Reply,
  text: string,
) =>
  tx
    .insertInto('warning_reply')
    .values({ municipality, warning, id: uuid(), organisation: by.organisation, answer, text, by: by.id })
    .execute()

/** The last answer of the organisation of who is here. */
export const ownReply = (tx: Tx, municipality: string, warning: string, organisation: string | null) =>
  tx
    .selectFrom('warning_reply')
    .select(['answer', 'text', 'at'])
    .where('municipality', '=', municipality)
    .where('warning', '=', warning)
    .where('organisation', organisation === null ? 'is' : '=', organisation)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** How many organisations said what; undefined where its label does not show that. */
export async function countsOf(tx: Tx, municipality: string, warning: string): Promise<ReplyCounts | undefined> {
  const { rows } = await sql<{ counts: ReplyCounts | null }>`select wall.warning_counts(${municipality}, ${warning})
    as counts`.execute(tx)
  return rows[0]?.counts ?? undefined
}

/** Which organisations are client or supplier by a contract, as somebody confirmed. */
export const clientsIn = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('warning_client as c')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'c.municipality').onRef('o.id', '=', 'c.organisation'),
    )
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'c.municipality').onRef('p.id', '=', 'c.by'))
    .select(['c.id', 'o.id as organisation', 'o.name', 'c.contract_name as contract', 'c.at', 'p.name as by'])
    .where('c.municipality', '=', municipality)
    .where('c.ended_at', 'is', null)
    .orderBy('o.name')
    .orderBy('c.contract_name')
    .limit(2_000)
    .execute()

export type NewClient = { readonly organisation: string; readonly contract: string; readonly contractName: string }
/** Writes down that an organisation is client or supplier; the same twice is once. */
export async function addClient(tx: Tx, municipality: string, by: string, client: NewClient): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('warning_client')
    .values({
      municipality,
      id,
      organisation: client.organisation,
      contract: client.contract,
      contract_name: client.contractName,
      by,
    })
    .execute()
  return id
}
/** Ends a relation, once. */
export const endClient = (tx: Tx, municipality: string, id: string, by: string) =>
  tx
    .updateTable('warning_client')
    .set({ ended_by: by, ended_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
