/**
 * Counts guesses at secrets, before the secret is looked at and in one statement: of four hundred at once no more are
 * looked at than the budget allows (ASVS 5.0 6.3.1).
 */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { budgetsOf, WAIT_MINUTES, type Guess } from './rules.ts'

/** How a guess ended: `right` gives the count back, `unseen` too, for a secret that was not looked at after all. */
export type Counted = { right(): Promise<void>; unseen(): Promise<void> }

/**
 * Counts one guess in each of its budgets. Gives the seconds to wait when one of them is used up: then nothing may be
 * looked at. `key` makes the names of the budgets unreadable.
 */
export async function countGuess(
  db: Db,
  key: Buffer,
  guess: Guess,
): Promise<({ readonly wait: number } & Partial<Counted>) | ({ readonly wait?: undefined } & Counted)> {
  const budgets = budgetsOf(guess)
    .map(({ name, most, own, minutes = WAIT_MINUTES }) => ({
      key: createHmac('sha256', key).update(`guess/${name}`).digest('base64url'),
      most,
      own,
      minutes,
    }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const keys = budgets.map((each) => each.key)
  // In order of their keys, so that two at once never hold what the other waits for.
  const { rows } = await sql<{ key: string; count: number; seconds: number }>`
    with gone as (delete from guess where key in (select key from guess
      where ends_at < now() - interval '1 hour' limit 20 for update skip locked))
    insert into guess as g (key, count, ends_at)
    select key, 1, now() + make_interval(mins => minutes)
      from unnest(${keys}::text[], ${budgets.map(({ minutes }) => minutes)}::int[]) as one (key, minutes) order by key
    on conflict (key) do update set
      count = case when g.ends_at <= now() then 1 else least(g.count + 1, 1000000) end,
      ends_at = case when g.ends_at <= now() then excluded.ends_at else g.ends_at end
    returning key, count, ceil(extract(epoch from ends_at - now()))::int as seconds`.execute(db)
  const full = rows.filter((row) => row.count > budgets.find((each) => each.key === row.key)!.most)
  const giveBack = async (those: readonly string[]) => {
    await sql`update guess set count = greatest(count - 1, 0) where key in (
      select key from guess where key = any(${those}::text[]) order by key for update)`.execute(db)
  }
  if (full.length > 0) {
    // What was not looked at uses up nothing: else who is refused at one would keep everybody else from another.
    await giveBack(keys)
    return { wait: Math.max(1, ...full.map(({ seconds }) => seconds)) }
  }
  return {
    async right() {
      await giveBack(budgets.filter(({ own }) => !own).map((each) => each.key))
      const own = budgets.filter((each) => each.own).map((each) => each.key)
      if (own.length > 0) await db.deleteFrom('guess').where('key', 'in', own).execute()
    },
    unseen: () => giveBack(keys),
  }
}
