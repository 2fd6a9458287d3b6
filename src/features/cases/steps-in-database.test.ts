/** The way of a case stands in the rules and in the database: the two say the same, also of who takes a step. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { CASE_STATES } from '../../vocabulary/case.ts'
import { PERMISSIONS } from '../../vocabulary/roles.ts'
import { PUBLISH } from './rules/release.ts'
import { STEPS } from './rules/steps.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('every step of the rules is in the database, and no other', async () => {
  const held = STEPS.find(({ id }) => id === 'aanhouden')!.from
  const rules = [...STEPS, PUBLISH].flatMap(({ from, to, who, may }) =>
    from.flatMap((here) =>
      (to === 'resume' ? held : [to]).map((there) =>
        [here, there, may === 'case.publish' ? 'publisher' : who, [...PERMISSIONS[may]].toSorted().join()].join(' '),
      ),
    ),
  )
  const { rows } = await sql<{ from: string; to: string; taker: string; roles: string[] }>`
    select from_state as from, to_state as to, taker, roles from wall.step`.execute(database.db)
  expect(
    rows.map(({ from, to, taker, roles }) => [from, to, taker, roles.toSorted().join()].join(' ')).toSorted(),
  ).toEqual(rules.toSorted())
  for (const { from, to } of rows) for (const state of [from, to]) expect(CASE_STATES).toContain(state)
})
