/** What we know to be used: the registers of products and contracts, what was assessed, and what was seen on sites. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { Norm } from '../../model/norm.ts'
import type { Register } from '../../model/register.ts'
import type { Known } from './rules.ts'

const PURPOSES = ['product', 'contract']
/** The check that reads which software a site says it runs. */
const SOFTWARE = 'version-disclosed'

/** Criteria that tell which software a site runs. */
const softwareCriteria = (norms: readonly Norm[]): string[] =>
  norms.flatMap(({ criteria }) =>
    criteria.flatMap(({ id, means }) => (means.by === 'check' && means.check === SOFTWARE ? [id] : [])),
  )

/** Entries with their suppliers, products that were assessed, and sites with their software and third parties. */
export async function knownThings(
  tx: Tx,
  municipality: string,
  { registers, norms }: { readonly registers: readonly Register[]; readonly norms: readonly Norm[] },
): Promise<readonly Known[]> {
  const these = registers.filter(({ purpose }) => PURPOSES.includes(purpose ?? '')).map(({ id }) => id)
  const entries = await sql<Omit<Known, 'kind'>>`
    select e.id, e.title as name, null as organisation,
      concat_ws(' ', e.title, (select string_agg(t.title, ' ') from entry_link l
        join entry t on t.municipality = l.municipality and t.id::text = l.to_id
        where l.municipality = e.municipality and l.entry = e.id and l.to_kind = 'entry')) as words
    from entry e where e.municipality = ${municipality} and e.register = any(${sql.val(these)}::text[])
      and e.ended_at is null order by e.title limit 5000`.execute(tx)
  const products = await sql<Omit<Known, 'kind'>>`
    select id, name, null as organisation, concat_ws(' ', supplier, name) as words from product
    where municipality = ${municipality} order by name limit 5000`.execute(tx)
  const sites = await sql<Omit<Known, 'kind'>>`
    select s.id, s.address || ' (' || o.name || ')' as name, o.id as organisation, concat_ws(' ',
      (select string_agg(f.seen::text, ' ') from finding f where f.municipality = s.municipality and f.subject = s.id
        and f.to_no is null and f.criterion = any(${sql.val(softwareCriteria(norms))}::text[])),
      (select string_agg(concat_ws(' ', p ->> 'host', p ->> 'service', p ->> 'company'), ' ')
        from published.subject_parties q, jsonb_array_elements(q.parties) p
        where q.municipality = s.municipality and q.id = s.id and q.to_no is null)) as words
    from subject s join organisation o on o.municipality = s.municipality and o.id = s.organisation
    where s.municipality = ${municipality} and s.ended_at is null order by s.address limit 5000`.execute(tx)
  return [
    ...entries.rows.map((row) => ({ ...row, kind: 'entry' as const })),
    ...products.rows.map((row) => ({ ...row, kind: 'product' as const })),
    ...sites.rows.filter(({ words }) => words !== '').map((row) => ({ ...row, kind: 'site' as const })),
  ]
}

/** What people said of proposals. */
export const matchesOf = (tx: Tx, municipality: string, warning: string) =>
  tx
    .selectFrom('warning_match as m')
    .innerJoin('person as p', (join) => join.onRef('p.municipality', '=', 'm.municipality').onRef('p.id', '=', 'm.by'))
    .select(['m.kind', 'm.object', 'm.name', 'm.why', 'm.fits', 'm.at', 'p.name as by'])
    .where('m.municipality', '=', municipality)
    .where('m.warning', '=', warning)
    .orderBy('m.name')
    .execute()

/** Says that a proposal is so, or is not. */
export const sayMatch = (
  tx: Tx,
  municipality: string,
  warning: string,
  by: string,
  { kind, id, name, why, fits }: Pick<Known, 'kind' | 'id' | 'name'> & { readonly why: string; readonly fits: boolean },
) =>
  tx
    .insertInto('warning_match')
    .values({ municipality, warning, kind, object: id, name: name.slice(0, 200), why: why.slice(0, 300), fits, by })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'warning', 'kind', 'object']).doUpdateSet({ fits, by, at: sql`now()` }),
    )
    .execute()

/** Contracts of the register to choose from. */
export const contractsIn = (tx: Tx, municipality: string, registers: readonly Register[]) =>
  tx
    .selectFrom('entry')
    .select(['id', 'title'])
    .where('municipality', '=', municipality)
    .where('register', 'in', [...registers.filter(({ purpose }) => purpose === 'contract').map(({ id }) => id), ''])
    .where('ended_at', 'is', null)
    .orderBy('title')
    .limit(5_000)
    .execute()
