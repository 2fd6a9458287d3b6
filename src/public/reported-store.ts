/** What is told of the reports about a page: how many wait, and how the others ended. Never what they said. */
import type { Wrong } from '../web/view.ts'
import type { Where } from './listed.ts'

/** Answers that a page shows. */
const MOST = 5

/** Of the record with this path. */
export async function reportedOf({ db, municipality }: Where, path: string): Promise<Omit<Wrong, 'form'>> {
  const rows = await db
    .selectFrom('published.report')
    .select(['id', 'state', 'closed_on as on', 'answer'])
    .where('municipality', '=', municipality)
    .where('path', '=', path)
    .orderBy('closed_on', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .limit(1_000)
    .execute()
  return {
    open: rows.filter(({ state }) => state === 'open').length,
    answered: rows
      .flatMap(({ id, state, on, answer }) => (state === 'open' || on === null ? [] : [{ id, how: state, on, answer }]))
      .slice(0, MOST),
  }
}
