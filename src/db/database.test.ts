import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('the public role reads the published schema and nothing else', async () => {
  await expect(sql`select * from published.publication`.execute(database.publicDb)).resolves.toBeDefined()
  for (const table of ['organisation', 'subject', 'visit', 'finding', 'judgement', 'round', 'municipality']) {
    await expect(sql.raw(`select * from public.${table}`).execute(database.publicDb)).rejects.toThrow(
      /permission denied/,
    )
  }
  await expect(
    sql`insert into published.progress values (gen_random_uuid(), now(), 1, 0, 0)`.execute(database.publicDb),
  ).rejects.toThrow(/permission denied/)
  await expect(sql`set role leidraad`.execute(database.publicDb)).rejects.toThrow(/permission denied/)
})
