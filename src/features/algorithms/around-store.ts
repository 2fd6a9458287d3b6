/** Reads what algorithms lean on: products with their contracts and projects, processings, and IT assessments. */
import { sql } from 'kysely'
import { fieldFor, registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import type { Field, Register } from '../../model/register.ts'
import type { Leaned, Processing } from './practice.ts'

const leadsTo = (register: Register | undefined, purpose: string): Field | undefined =>
  register?.fields.find(({ to }) => to && 'purpose' in to && to.purpose === purpose)

/** Answers that say that something of this register stopped. */
function stopsIn(register: Register | undefined) {
  const status = register && fieldFor(register, 'status')
  return { field: status?.id ?? '', answers: (status?.options ?? []).filter(({ stops }) => stops).map(({ id }) => id) }
}

type LeanedRow = Leaned & { readonly algorithm: string; readonly what: 'product' | 'contract' | 'project' }
/** The products that algorithms are in, with the contracts for those and the projects about them. */
export async function leanedOn(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  register: Register,
  ids: readonly string[],
): Promise<readonly LeanedRow[]> {
  const inProduct = leadsTo(register, 'product')
  if (!inProduct || ids.length === 0) return []
  const stopped = stopsIn(registerFor(registers, 'product'))
  const others = (['contract', 'project'] as const).flatMap((what) => {
    const [of, about] = [registerFor(registers, what), leadsTo(registerFor(registers, what), 'product')]
    const { field, answers } = stopsIn(of)
    return of && about ? [{ what, register: of.id, field: about.id, status: field, stops: answers }] : []
  })
  const { rows } = await sql<LeanedRow>`
    with used as (
      select l.entry as algorithm, p.id, p.title, p.ended_at, p.ends_on, p.values
      from entry_link l join entry p on p.municipality = l.municipality
        and p.id = case when l.to_kind = 'entry' then l.to_id::uuid end
      where l.municipality = ${municipality} and l.field = ${inProduct.id} and l.entry = any(${sql.val(ids)}::uuid[])),
    other as (select * from jsonb_to_recordset(${JSON.stringify(others)}::jsonb)
      as o (what text, register text, field text, status text, stops jsonb))
    select algorithm, 'product' as what, title, ended_at as "endedAt", ends_on::text as "endsOn",
      coalesce(values ->> ${stopped.field} = any(${sql.val(stopped.answers)}::text[]), false) as stopped from used
    union all
    select u.algorithm, o.what, c.title, c.ended_at, c.ends_on::text, coalesce(o.stops ? (c.values ->> o.status), false)
    from used u cross join other o
    join entry_link k on k.municipality = ${municipality} and k.to_kind = 'entry' and k.to_id = u.id::text
      and k.field = o.field
    join entry c on c.municipality = k.municipality and c.id = k.entry and c.register = o.register
    order by 1, 2 desc, 3`.execute(tx)
  return rows
}

type Processed = Processing & { readonly algorithm: string }
/** The processings that algorithms are part of, if kept up, and how many IT assessments are linked to either. */
export async function processingsOf(
  tx: Tx,
  municipality: string,
  registers: readonly Register[],
  register: Register,
  ids: readonly string[],
): Promise<{ readonly processings: readonly Processed[]; readonly cases: ReadonlyMap<string, number> }> {
  if (ids.length === 0) return { processings: [], cases: new Map() }
  const of = registerFor(registers, 'processing')
  const field = (role: Field['role']) => (of && fieldFor(of, role)?.id) ?? ''
  // What it leads to by whichever field: the register says where its file of an assessment is.
  const proof = of && fieldFor(of, 'proof')
  const { rows } = await sql<Processed & { readonly id: string }>`
    select l.entry as algorithm, p.id, p.title, p.values -> ${field('assessment-needed')} in ('"ja"', 'true') as needed,
      p.values ->> ${field('assessed')} as "assessedOn", p.values ? ${proof?.id ?? ''} as document
    from entry_link l join entry p on p.municipality = l.municipality and p.register = ${of?.id ?? ''}
      and p.id = case when l.to_kind = 'entry' then l.to_id::uuid end
    where l.municipality = ${municipality} and l.entry = any(${sql.val(ids)}::uuid[]) and p.ended_at is null
    order by p.title, p.id`.execute(tx)
  const about = [...ids.map((id) => [id, id]), ...rows.map(({ algorithm, id }) => [algorithm, id])]
  const linked = await sql<{ algorithm: string; count: number }>`
    select a.algorithm, count(distinct l.to_id)::int as count
    from unnest(${sql.val(about.map(([algorithm]) => algorithm))}::text[],
      ${sql.val(about.map(([, id]) => id))}::uuid[]) as a (algorithm, id)
    join entry_link l on l.municipality = ${municipality} and l.entry = a.id and l.to_kind = 'case'
    group by 1`.execute(tx)
  return {
    processings: rows.map((row) => ({ ...row, needed: row.needed ?? false })),
    cases: new Map(linked.rows.map(({ algorithm, count }) => [algorithm, count])),
  }
}
