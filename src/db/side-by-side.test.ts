/** Roles belong to the server: two installations on one, set up at the same time, wait for each other in turn. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { migrate } from './migrate.ts'
import { standWalls } from './walls.ts'

test('one being made and one being opened never wait for each other both', async () => {
  const [made, opened] = [await testDatabase(), await testDatabase()]
  const nameOf = async ({ db }: TestDatabase) =>
    (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows[0]!.name
  const names = await Promise.all([made, opened].map(nameOf))
  const waiting = async () => {
    const { rows } = await sql`select from pg_stat_activity
      where wait_event_type = 'Lock' and datname = any(${names})`.execute(opened.db)
    return rows.length
  }
  /** A machine that is busy takes its time to come to the lock. */
  const inTurn = (count: number) => expect.poll(waiting, { timeout: 50_000 }).toBe(count)
  try {
    for (const schema of ['published', 'public', 'wall'])
      await sql.raw(`drop schema ${schema} cascade`).execute(made.db)
    await sql`create schema public`.execute(made.db)
    await sql.raw(`grant temporary on database ${names[1]} to public`).execute(opened.db)
    const both = await opened.db.transaction().execute(async (tx) => {
      // A role that both want after others, so that each has some when it comes to it.
      await sql`grant leidraad_desk to current_user`.execute(tx)
      const opening = standWalls(opened.db)
      await inTurn(1)
      const making = migrate(made.db)
      await inTurn(2)
      return { opening, making }
    })
    expect(await Promise.all([both.opening, both.making])).toEqual([undefined, undefined])
  } finally {
    await Promise.all([made.close(), opened.close()])
  }
}, 120_000)
