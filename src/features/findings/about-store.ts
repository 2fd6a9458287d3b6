/** Finds what a finding is about, by what people call it. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Noted } from '../../model/finding.ts'
import type { Register } from '../../model/register.ts'
import type { SubjectKind } from '../../model/subject.ts'

/** Things that are looked for at one time. */
const PART = 1_000

/** What a name of this kind leads to: its ids; more than one when more are called so. */
export type Found = ReadonlyMap<string, readonly string[]>

/**
 * Per name, in small letters, which things of this kind are called so. Organisations and regulations by their whole
 * name, addresses by the address, what stands in a register by its number or its whole title.
 */
export async function calledSo(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  kind: SubjectKind,
  names: readonly string[],
): Promise<Found> {
  const found: { id: string; name: string }[] = []
  for (let from = 0; from < names.length; from += PART) {
    const some = [...new Set(names.slice(from, from + PART).map((name) => name.toLowerCase()))]
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from (${thingsOf(municipality, registers, kind)}) t where name = any(${some}::text[])`.execute(tx)
    found.push(...rows)
  }
  return new Map(
    [...Map.groupBy(found, ({ name }) => name)].map(([name, all]) => [name, [...new Set(all.map(({ id }) => id))]]),
  )
}

/** The registers whose entries are such subjects. */
const registersOf = (registers: readonly Register[], kind: SubjectKind): string[] =>
  registers.filter(({ subject }) => subject === kind).map(({ id }) => id)

function thingsOf(municipality: string, registers: readonly Register[], kind: SubjectKind) {
  switch (kind) {
    case 'organisation':
      return sql`select id, lower(name) as name from organisation where municipality = ${municipality}
        union all select id, slug from organisation where municipality = ${municipality}`
    case 'website':
    case 'mail-domain':
      return sql`select id, lower(address) as name from subject where municipality = ${municipality}
        and kind = ${kind} and ended_at is null`
    case 'regulation':
      return sql`select id, lower(title) as name from regulation where municipality = ${municipality}
        union all select id, lower(work) from regulation where municipality = ${municipality}`
    case 'product':
      // One that was assessed goes before what the register says of the same product.
      return sql`select id, lower(trim(name || ' ' || version)) as name from product
        where municipality = ${municipality}
        union all select e.id, lower(e.title) from entry e where e.municipality = ${municipality}
          and e.register = any(${registersOf(registers, kind)}::text[]) and not exists (select from product p
            where p.municipality = e.municipality and lower(trim(p.name || ' ' || p.version)) = lower(e.title))`
    default: {
      const ids = registersOf(registers, kind)
      return sql`select id, lower(title) as name from entry where municipality = ${municipality}
          and register = any(${ids}::text[])
        union all select id, no::text from entry where municipality = ${municipality}
          and register = any(${ids}::text[])`
    }
  }
}

/** What these subjects are called, by their id. */
export async function namesOf(
  tx: Tx,
  municipality: string,
  all: readonly Noted['about'][],
): Promise<ReadonlyMap<string, string>> {
  const ids = all.map(({ id }) => id)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation where municipality = ${municipality} and id = any(${ids}::uuid[])
    union all select id, address from subject where municipality = ${municipality} and id = any(${ids}::uuid[])
    union all select id, title from regulation where municipality = ${municipality} and id = any(${ids}::uuid[])
    union all select id, trim(name || ' ' || version) from product where municipality = ${municipality}
      and id = any(${ids}::uuid[])
    union all select id, title from entry where municipality = ${municipality} and id = any(${ids}::uuid[])
    union all select id, name from premises where municipality = ${municipality} and id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
