/** Finds what is counted of organisations, with the ids that findings may be about. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { Unit } from '../../../scoring/pledge.ts'
import { entriesAsUnits } from './entered-store.ts'
import { NOBODY, type Counted, type House } from './rules.ts'

type Addresses = { readonly id: string; readonly until: string | null }[]
type Row = { readonly id: string; readonly subjects: Addresses }

/** The units of this kind that these organisations have; what stands in a register is counted there. */
export async function unitsOf(
  tx: Tx,
  municipality: string,
  house: House,
  kind: Counted['unit'],
  organisations: readonly string[],
): Promise<Unit[]> {
  switch (kind) {
    case 'organisation': {
      const { rows } = await sql<Row>`
        select o.id, coalesce(json_agg(json_build_object('id', s.id, 'until',
          day_here(s.ended_at))) filter (where s.id is not null), '[]') as subjects
        from organisation o left join subject s on s.municipality = o.municipality and s.organisation = o.id
        where o.municipality = ${municipality} and o.id = any(${organisations}::uuid[]) group by o.id
        order by o.id`.execute(tx)
      return rows.map(({ id, subjects }) => ({
        id,
        key: id,
        party: id,
        until: null,
        subjects: [{ id, until: null }, ...subjects],
      }))
    }
    case 'website':
    case 'mail-domain': {
      const { rows } = await sql<Omit<Unit, 'subjects'>>`
        select id, kind || ' ' || address as key, organisation as party,
          day_here(ended_at)::text as until
        from subject where municipality = ${municipality} and kind = ${kind}
          and organisation = any(${organisations}::uuid[]) order by id`.execute(tx)
      return rows.map((row) => ({ ...row, subjects: [{ id: row.id, until: row.until }] }))
    }
    case 'premises':
      return premisesOf(tx, municipality, sql`organisation = any(${organisations}::uuid[])`)
    default:
      return entriesAsUnits(tx, municipality, house, kind, organisations)
  }
}

/** Everything of this kind in a street, whoever it is of: together it is nobody's. */
export async function unitsInStreet(
  tx: Tx,
  municipality: string,
  house: House,
  kind: Counted['unit'],
  street: string,
): Promise<Unit[]> {
  const units =
    kind === 'premises'
      ? await premisesOf(tx, municipality, inStreet(municipality, street))
      : await unitsOf(tx, municipality, house, kind, await organisationsIn(tx, municipality, street))
  return units.map((unit) => ({ ...unit, party: NOBODY }))
}

async function organisationsIn(tx: Tx, municipality: string, street: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where('municipality', '=', municipality)
    .where('street', '=', street)
    .execute()
  return rows.map(({ id }) => id)
}

const inStreet = (municipality: string, street: string) => sql`street in (select s.id from street s
  where s.municipality = ${municipality} and s.name = ${street})`

/** Premises are seen on an inspection: its findings are about them, and not about who is in them. */
async function premisesOf(tx: Tx, municipality: string, which: RawBuilder<unknown>): Promise<Unit[]> {
  const { rows } = await sql<Omit<Unit, 'subjects'>>`
    select id, id as key, organisation as party, ended_on::text as until from premises
    where municipality = ${municipality} and ${which} order by id`.execute(tx)
  return rows.map((row) => ({ ...row, subjects: [{ id: row.id, until: row.until }] }))
}

/** What these units are called: an organisation and premises by name, an address by itself, an entry by its title. */
export async function namesOfUnits(
  tx: Tx,
  municipality: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation where municipality = ${municipality} and id = any(${ids}::uuid[])
    union all select id, address from subject where municipality = ${municipality} and id = any(${ids}::uuid[])
    union all select id, title from entry where municipality = ${municipality} and id = any(${ids}::uuid[])
    union all select id, name from premises where municipality = ${municipality} and id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
