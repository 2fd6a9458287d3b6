/** Reads the algorithms with what stands around them: products, contracts, what is public, what stands nationally. */
import { sql } from 'kysely'
import { registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import type { Entry, Field, Register } from '../../model/register.ts'
import { COLUMNS } from '../../registers/store.ts'
import { statesOf, type State } from './act-store.ts'
import { practiceOf, type Around, type Finding, type Leaned } from './practice.ts'
import { bodyOf, differences, type Difference } from './standard.ts'

export type Seen = {
  readonly entry: Entry
  readonly state: State | undefined
  /** Between what stands here now and what the national register held when it was last looked at. */
  readonly different: readonly Difference[]
  readonly practice: readonly Finding[]
}

const leadsTo = (register: Register | undefined, purpose: string): Field | undefined =>
  register?.fields.find(({ to }) => to && 'purpose' in to && to.purpose === purpose)

/** The algorithms of the municipality, or the one with this id, with what differs; ended ones only when still there. */
export async function readAlgorithms(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  register: Register,
  { id, today, most }: { readonly id?: string; readonly today: string; readonly most: number },
): Promise<readonly Seen[]> {
  const entries = await tx
    .selectFrom('entry')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('register', '=', register.id)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(id === undefined, (query) =>
      query.where(
        sql<boolean>`(ended_at is null or exists (select from national_state s where s.municipality = entry.municipality
          and s.entry = entry.id and s.status = 'published'))`,
      ),
    )
    .orderBy(sql`lower(title)`)
    .orderBy('no')
    .limit(most)
    .execute()
  const ids = entries.map((entry) => entry.id)
  const states = await statesOf(tx, municipality, ids)
  const [leaned, shown] = [
    await leanedOn(tx, municipality, registers, register, ids),
    await publicOf(tx, municipality, ids),
  ]
  return entries.map((entry) => {
    const state = states.get(entry.id)
    const around: Around = {
      products: leaned.filter((each) => each.algorithm === entry.id && each.what === 'product'),
      contracts: leaned.filter((each) => each.algorithm === entry.id && each.what === 'contract'),
      publicVersion: shown.get(entry.id),
      national: state && state.status === 'published',
    }
    return {
      entry,
      state,
      different:
        state === undefined || state.status === 'gone'
          ? []
          : differences(register, bodyOf(register, entry.id, entry.values), state.held),
      practice: practiceOf(register, entry, around, today),
    }
  })
}

type LeanedRow = Leaned & { readonly algorithm: string; readonly what: 'product' | 'contract' }
/** The products that algorithms are in, and the contracts for those. */
async function leanedOn(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  register: Register,
  ids: readonly string[],
): Promise<readonly LeanedRow[]> {
  const inProduct = leadsTo(register, 'product')
  const ofContract = leadsTo(registerFor(registers, 'contract'), 'product')
  if (!inProduct || ids.length === 0) return []
  const { rows } = await sql<LeanedRow>`
    with used as (
      select l.entry as algorithm, p.id, p.title, p.ended_at, p.ends_on
      from entry_link l join entry p on p.municipality = l.municipality
        and p.id = case when l.to_kind = 'entry' then l.to_id::uuid end
      where l.municipality = ${municipality} and l.field = ${inProduct.id} and l.entry = any(${sql.val(ids)}::uuid[]))
    select algorithm, 'product' as what, title, ended_at as "endedAt", ends_on::text as "endsOn" from used
    union all
    select u.algorithm, 'contract', c.title, c.ended_at, c.ends_on::text
    from used u
    join entry_link k on k.municipality = ${municipality} and k.to_kind = 'entry' and k.to_id = u.id::text
      and k.field = ${ofContract?.id ?? ''}
    join entry c on c.municipality = k.municipality and c.id = k.entry
      and c.register = ${registerFor(registers, 'contract')?.id ?? ''}
    order by 1, 2 desc, 3`.execute(tx)
  return rows
}

/** Which version of each everybody reads on our own site. */
async function publicOf(tx: Tx, municipality: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('published.entry')
    .select(['id', 'version'])
    .where('municipality', '=', municipality)
    .where('id', 'in', ids)
    .where('to_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, version }) => [id, version]))
}
