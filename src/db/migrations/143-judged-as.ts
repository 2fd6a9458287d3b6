/**
 * For whom evidence was judged: as a public body, of which more is asked by law, or not. What an organisation is can be
 * put right; what then counts as worse is no second look's business, for the same evidence says it (ADR 0116, 0118).
 */
import { sql, type Kysely } from 'kysely'
import { anew } from './anew.ts'

/** Null of a judgement of before: nobody kept it. */
const column = `alter table judgement add column public_body boolean;`

/** As for other rules: what they would have said of earlier evidence, the program judges. */
const WAS = `    and not exists (
      with looks as materialized`
const BECOMES = `    and not (f.cause = 'measurement' and exists (select from published.subject_held s
      join published.organisation_held o on o.municipality = s.municipality and o.slug = s.organisation
        and o.from_no <= b.no and (o.to_no is null or o.to_no > b.no)
      cross join lateral (select j.public_body from public.judgement j
        where j.municipality = s.municipality and j.subject = s.id order by j.no desc limit 1) j
      where s.municipality = f.municipality and s.id = f.subject and s.from_no <= b.no
        and (s.to_no is null or s.to_no > b.no) and j.public_body <> o.public_body))
${WAS}`
const NAMED = `format('%s van %s', f.criterion, (select s.address from public.subject s
    where s.municipality = f.municipality and s.id = f.subject))`

const wall = anew(`('wall.worse_is_seen_twice()', $was$${WAS}$was$, $is$${BECOMES}$is$),
  ('wall.worse_is_seen_twice()', $was$format('%s van %s', f.criterion, f.subject)$was$, $is$${NAMED}$is$)`)

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(column).execute(db)
  await sql.raw(wall).execute(db)
}
