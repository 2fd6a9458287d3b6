/** What holds from one publication until another: what it begins to say, and where it ends (ADR 0045). */
import { sql, type Selectable } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import type { Tables } from '../db/tables.ts'

/** What holds from one publication until another, by what says which one it is. */
const HELD = {
  'published.organisation_held': 'slug',
  'published.subject_held': 'id',
  'published.subject_visit': 'id',
  'published.subject_parties': 'id',
  'published.finding': 'subject',
} as const
type Held = Exclude<keyof typeof HELD, 'published.finding'>
type Said<T extends Held> = Omit<Selectable<Tables[T]>, 'from_no' | 'to_no'>

/**
 * Says these of publication `no`: what said otherwise ends there, and what says the same goes on. Rows of one
 * municipality, however many.
 */
export async function hold<T extends Held>(tx: Db | Tx, table: T, no: number, rows: readonly Said<T>[]): Promise<void> {
  if (rows.length === 0) return
  const own = sql.table(table)
  const key = sql.ref(HELD[table])
  const columns = Object.keys(rows[0]!).filter((name) => name !== 'municipality')
  const all = (of: string) => sql`row(${sql.join(columns.map((name) => sql.ref(`${of}.${name}`)))})`
  const standing = sql`h.municipality = n.municipality and h.${key} = n.${key} and h.to_no is null`
  const now = JSON.stringify(rows.map((row) => ({ ...row, from_no: no })))
  const said = sql`jsonb_populate_recordset(null::${own}, ${now}::jsonb) n`
  await sql`update ${own} h set to_no = ${no} from ${said} where ${standing}
    and ${all('h')} is distinct from ${all('n')}`.execute(tx)
  await sql`insert into ${own} select n.* from ${said}
    where not exists (select from ${own} h where ${standing})`.execute(tx)
}

/** Says of these addresses what they are, which visit that rests on and whom a visitor meets there. */
export async function holdSubjects(
  tx: Db | Tx,
  no: number,
  rows: readonly Omit<Selectable<Tables['published.subject']>, 'publication'>[],
): Promise<void> {
  const parts = rows.map(({ municipality, id, measured_at, evidence, screenshot, parties, ...held }) => ({
    held: { municipality, id, ...held },
    visit: { municipality, id, measured_at, evidence, screenshot },
    parties: { municipality, id, parties },
  }))
  const of = <K extends 'held' | 'visit' | 'parties'>(part: K) => parts.map((each) => each[part])
  await hold(tx, 'published.subject_held', no, of('held'))
  await hold(tx, 'published.subject_visit', no, of('visit'))
  await hold(tx, 'published.subject_parties', no, of('parties'))
}

/** Takes back a provisional publication as if it had not been. */
export async function withdraw(tx: Tx, municipality: string, no: number): Promise<void> {
  for (const table of Object.keys(HELD) as (keyof typeof HELD)[]) {
    await tx.deleteFrom(table).where('municipality', '=', municipality).where('from_no', '=', no).execute()
    await sql`update ${sql.table(table)} set to_no = null
      where municipality = ${municipality} and to_no = ${no}`.execute(tx)
  }
  await tx
    .deleteFrom('published.tally')
    .where('municipality', '=', municipality)
    .where('publication', '=', no)
    .execute()
  await tx.deleteFrom('published.publication').where('municipality', '=', municipality).where('no', '=', no).execute()
}

/** What is no longer there, or no longer watched, ends here with all that was said of it. */
export async function closeVanished(
  tx: Tx,
  municipality: string,
  no: number,
  present: { readonly organisations: readonly string[]; readonly subjects: readonly string[] },
): Promise<void> {
  for (const [table, key] of Object.entries(HELD)) {
    const there = key === 'slug' ? sql`${present.organisations}::text[]` : sql`${present.subjects}::uuid[]`
    await sql`update ${sql.table(table)} set to_no = ${no} where municipality = ${municipality} and to_no is null
      and not (${sql.ref(key)} = any(${there}))`.execute(tx)
  }
}
