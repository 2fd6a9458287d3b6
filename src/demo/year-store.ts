/** Keeps the visits of a year ago beside those of today, and tells the publication on them of its own day. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../db/as.ts'
import { YEAR } from './year.ts'

/** A visit of today, and the evidence of the same visit a year ago. */
export type Visited = { readonly visit: string; readonly evidence: string }

/** Adds those of a year ago, for now as the newest; gives under the id of each visit of today that of the other. */
export async function addVisitsBefore(tx: Tx, all: readonly Visited[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(all.map(({ visit }) => [visit, uuid()]))
  for (const { visit, evidence } of all)
    await sql`insert into visit (id, kind, address, domain, state, requested_at, ended_at, evidence, why, detail)
      select ${ids.get(visit)!}, kind, address, domain, state, requested_at, clock_timestamp(), ${evidence}, why,
        detail from visit where id = ${visit}`.execute(tx)
  return ids
}

/** Tells these visits, what was judged of them and the publication that rests on them of the day a year ago. */
export async function tellYearBefore(
  tx: Tx,
  municipality: string,
  no: number,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const year = sql`make_interval(hours => ${YEAR}::int)`
  const visits = [...ids.values()]
  await sql`update visit p set requested_at = n.requested_at - ${year}, ended_at = n.ended_at - ${year}
    from unnest(${[...ids.keys()]}::uuid[], ${visits}::uuid[]) as same (now, past) join visit n on n.id = same.now
    where p.id = same.past`.execute(tx)
  await sql`update judgement set judged_at = judged_at - ${year} where municipality = ${municipality}
    and visit = any(${visits}::uuid[])`.execute(tx)
  await sql`update published.subject_visit p set measured_at = v.ended_at
    from judgement j join visit v on v.id = j.visit
    where p.municipality = ${municipality} and p.from_no = ${no} and j.municipality = p.municipality
      and j.subject = p.id and j.visit = any(${visits}::uuid[])`.execute(tx)
  await sql`update published.publication p set at = p.at - ${year}, summary = p.summary || t.told,
      self_test = p.self_test || jsonb_build_object('at', to_jsonb((p.self_test ->> 'at')::timestamptz - ${year}))
    from (select jsonb_build_object('from', min(ended_at), 'to', max(ended_at)) as told from visit
      where id = any(${visits}::uuid[])) t
    where p.municipality = ${municipality} and p.no = ${no}`.execute(tx)
}
