/**
 * Reads findings with the days on which they hold, of many subjects at once: what was published of addresses, from one
 * publication until another, and what people saw or others handed over. Beside `findings.ts` and `noted-findings.ts`:
 * who follows findings through time asks this, and no table.
 */
import { sql } from 'kysely'
import type { Held } from '../model/finding.ts'
import type { Tx } from './as.ts'

/** Subjects that are asked for at one time. */
const PART = 20_000

/** Findings of these criteria about these subjects, whatever their day; what was withdrawn is not among them. */
export async function heldFindings(
  tx: Tx,
  municipality: string,
  { subjects, criteria }: { readonly subjects: readonly string[]; readonly criteria: readonly string[] },
): Promise<Held[]> {
  const held: Held[] = []
  if (criteria.length === 0) return held
  for (let from = 0; from < subjects.length; from += PART) {
    const asked = { subjects: subjects.slice(from, from + PART), criteria }
    held.push(...(await published(tx, municipality, asked)), ...(await noted(tx, municipality, asked)))
  }
  return held
}

type Asked = { readonly subjects: readonly string[]; readonly criteria: readonly string[] }

/**
 * A finding stands from its publication until the one that says otherwise, and each visit that it rests on gives it a
 * new term: as long as its norm asks, by the newest publication.
 */
async function published(tx: Tx, municipality: string, { subjects, criteria }: Asked): Promise<Held[]> {
  const { rows } = await sql<Held>`
    with publication as materialized (select no, day_here(at) as day
        from published.publication where municipality = ${municipality}),
      term as materialized (select n ->> 'id' as norm, (n ->> 'reviewMonths')::int as months
        from (select catalogue from published.publication where municipality = ${municipality}
          order by no desc limit 1) p, jsonb_array_elements(p.catalogue -> 'norms') n where n ? 'reviewMonths')
    select f.subject, f.criterion, f.verdict, f.strength, 'visit' as source,
      day_here(v.measured_at)::text as at, b.day::text as "from",
      least((day_here(v.measured_at) + make_interval(months => t.months))::date,
        e.day - 1)::text as until
    from published.finding f
    join published.subject_visit v on v.municipality = f.municipality and v.id = f.subject
      and (f.to_no is null or v.from_no < f.to_no) and (v.to_no is null or v.to_no > f.from_no)
    join publication b on b.no = greatest(f.from_no, v.from_no)
    left join publication e on e.no = least(f.to_no, v.to_no)
    join term t on t.norm = f.norm
    where f.municipality = ${municipality} and f.subject = any(${subjects}::uuid[])
      and f.criterion = any(${criteria}::text[]) and v.measured_at is not null
      and (e.day is null or e.day > b.day)`.execute(tx)
  return rows
}

async function noted(tx: Tx, municipality: string, { subjects, criteria }: Asked): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select about as subject, criterion, verdict, strength, source, seen_on::text as at, seen_on::text as "from",
      until::text as until
    from noted_finding where municipality = ${municipality} and withdrawn_at is null
      and about = any(${subjects}::uuid[]) and criterion = any(${criteria}::text[])`.execute(tx)
  return rows
}

/** What all of these rest on, in a few words: where it says the same, so do they. */
export async function markOfHeld(tx: Tx, municipality: string): Promise<string> {
  const {
    rows: [row],
  } = await sql<{ mark: string }>`select concat_ws(' ',
    (select concat(max(no), ' ', max(at)) from published.publication where municipality = ${municipality}),
    (select concat(count(*), ' ', max(at), ' ', count(withdrawn_at), ' ', max(withdrawn_at)) from noted_finding
      where municipality = ${municipality})) as mark`.execute(tx)
  return row!.mark
}
