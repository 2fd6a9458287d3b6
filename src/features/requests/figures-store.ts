/** What the figures of a half year are counted from, and where they are kept. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { RequestFigure, RequestKind } from '../../model/request.ts'
import type { Answered, Look, SaidHelp } from './figures.ts'

/** Whether there are figures of this half year. */
export const hasFigures = async (tx: Tx, municipality: string, period: string): Promise<boolean> =>
  (await tx
    .selectFrom('published.request_figure')
    .select('period')
    .where('municipality', '=', municipality)
    .where('period', '=', period)
    .limit(1)
    .executeTakeFirst()) !== undefined

const byKind = (rows: readonly { kind: string; count: number }[]) =>
  Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))

/**
 * What came in and what was answered for the first time from one day to another (the last not included), also of
 * what was wiped. A second look moves neither the day nor whether it was in time.
 */
export async function countedBetween(tx: Tx, municipality: string, from: string, until: string) {
  const { rows: received } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from request
    where municipality = ${municipality} and received_on >= ${from}::date and received_on < ${until}::date
    group by kind`.execute(tx)
  const { rows: answered } = await sql<Answered>`
    select kind, greatest(answered_on - received_on - answered_stopped, 0) as days,
      answered_on <= answered_due as "inTerm",
      case when outcome in ('granted', 'partly', 'refused', 'passed-on') then outcome else before_again end as outcome
    from request where municipality = ${municipality}
      and answered_on >= ${from}::date and answered_on < ${until}::date
    union all
    select kind, days, in_term, outcome from request_stub where municipality = ${municipality}
      and month >= ${from.slice(0, 7)} and month < ${until.slice(0, 7)}`.execute(tx)
  const { rows: looks } = await sql<Look>`
    select kind, outcome is distinct from before_again as changed from request
    where municipality = ${municipality} and again > 0 and outcome in ('granted', 'partly', 'refused', 'passed-on')
      and day_here(closed_at) >= ${from}::date
      and day_here(closed_at) < ${until}::date
    union all
    select kind, changed from request_stub where municipality = ${municipality} and again
      and month >= ${from.slice(0, 7)} and month < ${until.slice(0, 7)}`.execute(tx)
  // Counted in the month in which it was said, whenever the answer came.
  const { rows: helped } = await sql<SaidHelp>`
    select said.kind, split_part(one, ' ', 2) as word from (
      select kind, helped_said from request where municipality = ${municipality}
      union all select kind, helped_said from request_stub where municipality = ${municipality}) said,
      unnest(said.helped_said) one
    where one >= ${from.slice(0, 7)} and one < ${until.slice(0, 7)}`.execute(tx)
  const { rows: open } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from request where municipality = ${municipality}
      and received_on < ${until}::date and (answered_on is null or answered_on >= ${until}::date)
      and (closed_at is null or day_here(closed_at) >= ${until}::date)
    group by kind`.execute(tx)
  return { received: byKind(received), answered, beside: { looks, helped, open: byKind(open) } }
}

/** Keeps the figures of a half year, once. */
export async function keepFigures(tx: Tx, municipality: string, period: string, figures: readonly RequestFigure[]) {
  await tx
    .insertInto('published.request_figure')
    .values(figures.map(({ kind, measure, value }) => ({ municipality, period, kind, measure, value })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The kinds of which there ever was a request: a kind that left the files keeps its place in the figures. */
export const kindsSeen = async (tx: Tx, municipality: string, kinds: readonly RequestKind[]): Promise<string[]> => {
  const { rows } = await sql<{ kind: string }>`
    select kind from request where municipality = ${municipality}
    union select kind from request_stub where municipality = ${municipality}`.execute(tx)
  return [...new Set([...kinds.map(({ id }) => id), ...rows.map(({ kind }) => kind)])]
}
