/** Streets, their premises and the rounds in which people walk them. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { slug } from '../../lib/slug.ts'
import type { Shop } from './rules.ts'

export type StreetRow = {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly premises: number
  readonly rounds: number
  /** Begin of the newest round. */
  readonly last: string | null
}

/** All streets, by name. */
export async function listStreets(tx: Tx, municipality: string): Promise<readonly StreetRow[]> {
  const { rows } = await sql<StreetRow>`select s.id, s.name, s.slug,
      (select count(*)::int from premises p where p.municipality = s.municipality and p.street = s.id
        and p.ended_on is null) as premises,
      count(r.id)::int as rounds, max(r.begins_on)::text as last
    from street s left join street_round r on r.municipality = s.municipality and r.street = s.id
    where s.municipality = ${municipality} group by s.municipality, s.id order by s.name`.execute(tx)
  return rows
}

/** One street; undefined when it is not there for who asks. */
export const streetById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('street')
    .select(['id', 'name', 'slug'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()

/** Adds a street, with a name for its address on the site that no other has. Gives its id. */
export async function addStreet(tx: Tx, municipality: string, by: string, name: string): Promise<string> {
  const id = uuid()
  const plain = slug(name) || 'straat'
  const taken = await tx
    .selectFrom('street')
    .select('slug')
    .where('municipality', '=', municipality)
    .where('slug', 'like', `${plain}%`)
    .execute()
  const used = new Set(taken.map((row) => row.slug))
  let free = plain
  for (let no = 2; used.has(free); no++) free = `${plain}-${no}`
  await tx.insertInto('street').values({ municipality, id, name, slug: free, by }).execute()
  return id
}

/** Of one premises. */
export const PREMISES = [
  'premises.id',
  'premises.name',
  'premises.address',
  'premises.organisation',
  'premises.email',
  'premises.lon',
  'premises.lat',
  'premises.ended_on as endedOn',
] as const

/** The premises of a street, by address. `all`: those that ended too. */
export const premisesOf = (tx: Tx, municipality: string, street: string, all = false) =>
  tx
    .selectFrom('premises')
    .leftJoin('organisation', (join) =>
      join
        .onRef('organisation.municipality', '=', 'premises.municipality')
        .onRef('organisation.id', '=', 'premises.organisation'),
    )
    .select([...PREMISES, 'organisation.name as organisationName'])
    .where('premises.municipality', '=', municipality)
    .where('premises.street', '=', street)
    .$if(!all, (query) => query.where('premises.ended_on', 'is', null))
    .orderBy(sql`length(premises.address)`)
    .orderBy('premises.address')
    .orderBy('premises.name')
    .execute()
export type Premises = Awaited<ReturnType<typeof premisesOf>>[number]

/** One premises with its street; undefined when it is not there for who asks. */
export const premisesById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('premises')
    .select([...PREMISES, 'premises.street'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()

export type NewPremises = Pick<Shop, 'name' | 'organisation' | 'email'> & {
  readonly address: string
  readonly lon: number | null
  readonly lat: number | null
}

/** Adds these to a street, however many. */
export async function addPremises(
  tx: Tx,
  municipality: string,
  by: string,
  street: string,
  all: readonly NewPremises[],
): Promise<void> {
  const rows = JSON.stringify(all.map((each) => ({ ...each, id: uuid() })))
  await sql`insert into premises (municipality, street, by, id, name, organisation, email, address, lon, lat)
    select ${municipality}, ${street}, ${by}, p.* from json_to_recordset(${rows}::json) as p(id uuid, name text,
      organisation uuid, email text, address text, lon float8, lat float8)`.execute(tx)
}

/** Keeps what was changed of one; `endedOn`: it is no shop any more. */
export const changePremises = (
  tx: Tx,
  municipality: string,
  id: string,
  { endedOn, ...rest }: NewPremises & { readonly endedOn: string | null },
) =>
  tx
    .updateTable('premises')
    .set({ ...rest, ended_on: endedOn })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()

/** Organisations that say they are in a street of this name and are not in its list: to propose. */
export const proposedFor = (tx: Tx, municipality: string, street: { readonly id: string; readonly name: string }) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where(sql<boolean>`lower(street) = ${street.name.toLowerCase()}`)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('premises')
            .select('premises.id')
            .whereRef('premises.municipality', '=', 'organisation.municipality')
            .whereRef('premises.organisation', '=', 'organisation.id')
            .where('premises.street', '=', street.id),
        ),
      ),
    )
    .orderBy('name')
    .limit(500)
    .execute()

/** Organisations by their name, to tie a premises to. */
export const organisationsNamed = (tx: Tx, municipality: string, name: string) =>
  tx
    .selectFrom('organisation')
    .select('id')
    .where('municipality', '=', municipality)
    .where(sql<boolean>`lower(name) = ${name.toLowerCase()}`)
    .execute()

/** What an organisation is called; empty when it is gone. */
export async function organisationNamed(tx: Tx, municipality: string, id: string): Promise<string> {
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** Mail domains of these organisations, by organisation. */
export async function domainsOf(
  tx: Tx,
  municipality: string,
  organisations: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (organisations.length === 0) return new Map()
  const rows = await tx
    .selectFrom('subject')
    .select(['organisation', 'address'])
    .where('municipality', '=', municipality)
    .where('kind', '=', 'mail-domain')
    .where('ended_at', 'is', null)
    .where('organisation', 'in', organisations)
    .execute()
  const grouped = Map.groupBy(rows, ({ organisation }) => organisation)
  return new Map([...grouped].map(([id, all]) => [id, all.map(({ address }) => address)]))
}
