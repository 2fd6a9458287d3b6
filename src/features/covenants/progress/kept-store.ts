/**
 * Keeps the figures of pledges, because they are read more often than they change: derived, and written by the clock
 * alone. Made anew whole it says the same.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { markOfCounted } from '../../../db/counted-findings.ts'
import { markOfHeld } from '../../../db/held-findings.ts'
import { reckoned, type Kept } from './reckon.ts'
import { NOBODY, type House } from './rules.ts'
import { followed } from './terms-store.ts'

const markOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** All that figures rest on, in one mark: where it is the same, so are they. */
async function markOfAll(tx: Tx, municipality: string, today: string): Promise<string> {
  const {
    rows: [row],
  } = await sql<{ mark: string }>`select concat_ws('|',
    (select concat(count(*), max(changed_at), max(shown_at), max(fixed_at),
      string_agg(state, '' order by covenant, no)) from covenant_version where municipality = ${municipality}),
    (select concat(count(*), max(at)) from covenant_step where municipality = ${municipality}),
    (select concat(count(*), max(ended_at)) from subject where municipality = ${municipality}),
    (select md5(string_agg(concat(id, organisation, ended_on), '' order by id)) from premises
      where municipality = ${municipality}),
    (select md5(string_agg(concat(id, street), '' order by id)) from organisation
      where municipality = ${municipality} and street <> ''),
    (select concat(count(*), max(changed_at), max(ended_at)) from entry where municipality = ${municipality}),
    (select concat(count(*), max(a.at)) from answer a where a.municipality = ${municipality}),
    (select concat(count(*), max(removed_at)) from answer_evidence
      where municipality = ${municipality})) as mark`.execute(tx)
  return markOf([today, row!.mark, await markOfHeld(tx, municipality), await markOfCounted(tx, municipality)].join('|'))
}

/**
 * Reckons every pledge anew when something it rests on changed, or the day did; with `anew` whatever was kept. Gives
 * how many pledges have another figure than was kept of them.
 */
export async function recompute(
  tx: Tx,
  municipality: string,
  house: House,
  today: string,
  { anew = false }: { readonly anew?: boolean } = {},
): Promise<number> {
  const mark = await markOfAll(tx, municipality, today)
  const first = { municipality, covenant: NOBODY, pledge: '', mark: '' }
  // Two rounds at once: the second waits, and finds nothing to do.
  await tx
    .insertInto('pledge_mark')
    .values(first)
    .onConflict((there) => there.doNothing())
    .execute()
  const marks = await tx
    .selectFrom('pledge_mark')
    .select(['covenant', 'pledge', 'mark'])
    .where('municipality', '=', municipality)
    .forUpdate()
    .execute()
  const kept = new Map(marks.map((each) => [`${each.covenant} ${each.pledge}`, each.mark]))
  if (!anew && kept.get(`${NOBODY} `) === mark) return 0
  const present = new Set([`${NOBODY} `])
  let changed = 0
  for (const covenant of await followed(tx, municipality)) {
    for (const [pledge, rows] of await reckoned(tx, municipality, house, covenant, today)) {
      const key = `${covenant.id} ${pledge}`
      present.add(key)
      const now = markOf(JSON.stringify(rows))
      if (!anew && kept.get(key) === now) continue
      await put(tx, municipality, covenant.id, pledge, rows)
      await setMark(tx, municipality, covenant.id, pledge, now)
      changed += 1
    }
  }
  for (const { covenant, pledge } of marks)
    if (!present.has(`${covenant} ${pledge}`)) await take(tx, municipality, covenant, pledge)
  await setMark(tx, municipality, NOBODY, '', mark)
  return changed
}

const setMark = (tx: Tx, municipality: string, covenant: string, pledge: string, mark: string) =>
  tx
    .insertInto('pledge_mark')
    .values({ municipality, covenant, pledge, mark })
    .onConflict((there) => there.columns(['municipality', 'covenant', 'pledge']).doUpdateSet({ mark, at: sql`now()` }))
    .execute()

/**
 * Keeps these figures of a pledge in the place of what was kept. What stands there already is not written again: of
 * many parties few stand otherwise than before, and writing is what takes long.
 */
async function put(tx: Tx, municipality: string, covenant: string, pledge: string, rows: readonly Kept[]) {
  const all = <K extends keyof Kept>(name: K) => rows.map((row) => row[name])
  const spreads = rows.map(({ spread }) => JSON.stringify(spread))
  const kept = sql`pledge_value
    where municipality = ${municipality}::uuid and covenant = ${covenant}::uuid and pledge = ${pledge}::text`
  const fresh = sql`select ${municipality}::uuid, ${covenant}::uuid, ${pledge}::text, r.* from unnest(
    ${all('whole')}::boolean[], ${all('organisation')}::uuid[], ${all('from')}::date[], ${all('to')}::date[],
    ${all('level')}::text[], ${all('parties')}::int[], ${all('standing')}::text[], ${all('count')}::int[],
    ${all('among')}::int[], ${all('unknown')}::int[], ${all('strength')}::text[], ${all('until')}::date[],
    ${all('seen')}::date[], ${spreads}::jsonb[]) r`
  await sql`delete from ${kept} and (whole, organisation, from_day) in (select whole, organisation, from_day
    from (select * from ${kept} except ${fresh}) as other)`.execute(tx)
  await sql`insert into pledge_value ${fresh} except select * from ${kept}`.execute(tx)
}

async function take(tx: Tx, municipality: string, covenant: string, pledge: string) {
  await sql`delete from pledge_value where municipality = ${municipality} and covenant = ${covenant}
    and pledge = ${pledge}`.execute(tx)
  await sql`delete from pledge_mark where municipality = ${municipality} and covenant = ${covenant}
    and pledge = ${pledge}`.execute(tx)
}
