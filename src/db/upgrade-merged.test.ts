/** What was put together and answered before comes along: who asked it has the answer too. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { addPerson } from '../../test/desk.ts'
import { migrate } from './migrate.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('an answer from before stands with what was put together, without a day on which it was known', async () => {
  const { db } = database
  for (const schema of ['published', 'public', 'wall']) await sql.raw(`drop schema ${schema} cascade`).execute(db)
  await sql`create schema public`.execute(db)
  await migrate(db, '122-weaknesses')
  const here = { id: uuid(), slug: 'sluiswijk', name: 'Sluiswijk' }
  await db.insertInto('municipality').values(here).execute()
  const [wim, ria] = [
    await addPerson(db, here.id, ['request-handler'], 'Wim'),
    await addPerson(db, here.id, ['request-handler'], 'Ria'),
  ]
  const [one, two] = [uuid(), uuid()]
  for (const [id, into, handler, outcome] of [
    [one, null, ria.id, 'granted'],
    [two, one, wim.id, 'merged'],
  ] as const) {
    await sql`insert into requester (municipality, id, secret, email, lang, channel, whom)
      values (${here.id}, ${id}, ${id}, 'iemand@voorbeeld.test', 'nl', 'screen', 'none')`.execute(db)
    await sql`insert into request (municipality, id, requester, number, kind, controller, role, received_on, first_due,
        due_on, kept_months, identity, state, outcome, merged_into, handler, closed_at, wipe_on)
      values (${here.id}, ${id}, ${id}, ${id.slice(-10)}, 'woo', 'college', 'request-handler', '2026-10-01',
        '2026-10-29', '2026-10-29', 12, 'not-needed', 'closed', ${outcome}, ${into}, ${handler},
        ${into === null ? '2026-10-20' : '2026-10-10'}, '2027-10-20')`.execute(db)
    await sql`insert into request_step (municipality, request, no, step, word, by, at)
      values (${here.id}, ${id}, 0, ${into === null ? 'answered' : 'merged'}, ${into === null ? 'granted' : ''},
        ${handler}, '2026-10-20')`.execute(db)
  }
  await sql`insert into request_text (municipality, request, no, field, text)
    values (${here.id}, ${one}, 1, '', 'Hier is het.'), (${here.id}, ${one}, 1, 'functie', 'teamleider')`.execute(db)
  await migrate(db)
  const steps = db.selectFrom('request_step').select(['no', 'word', 'until']).where('step', '=', 'answered')
  expect(await steps.where('request', '=', two).execute()).toEqual([{ no: 2, word: 'granted', until: null }])
  expect(await steps.where('request', '=', one).execute()).toEqual([{ no: 1, word: 'granted', until: '2026-10-20' }])
  const texts = await db.selectFrom('request_text').select('text').where('request', '=', two).orderBy('field').execute()
  expect(texts.map(({ text }) => text)).toEqual(['Hier is het.', 'teamleider'])
  const row = await db.selectFrom('request').select('handler').where('id', '=', two).executeTakeFirstOrThrow()
  expect(row.handler).toBe(ria.id)
})
