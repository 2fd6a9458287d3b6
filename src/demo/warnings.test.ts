/** The warnings of the demo: one under each label with answers, one over, one without a label, and twice is once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, testDesk, type TestDesk } from '../../test/desk.ts'
import { TLP } from '../vocabulary/tlp.ts'
import { addPeople } from './desk.ts'
import { fillWarnings } from './warnings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([])
})
afterAll(() => desk.close())

test('every label has its story, with what receivers answered', async () => {
  const { db, municipality } = desk
  const { people } = readDesk()
  const names = new Set(people.filter(({ rollen }) => rollen.includes('partner')).map(({ organisatie }) => organisatie))
  const organisations = new Map<string, string>()
  for (const name of names) organisations.set(name, await addOrganisation(db, municipality.id, name))
  await addPeople(db, municipality.id, { people }, Date.now(), organisations)
  for (let twice = 0; twice < 2; twice++) await fillWarnings({ db, municipality, origin: 'http://127.0.0.1:3000' })
  const warnings = await db.selectFrom('warning').select(['id', 'label', 'state', 'source']).execute()
  const running = warnings.filter(({ state }) => state === 'sent').map(({ label }) => label)
  expect(running.toSorted()).toEqual([...TLP].toSorted())
  expect(warnings.filter(({ state }) => state === 'ended')).toHaveLength(1)
  expect(warnings.filter(({ label, state }) => label === null && state === 'open')).toHaveLength(1)
  expect((await db.selectFrom('warning_reply').select('answer').execute()).length).toBeGreaterThan(8)
  const open = await db.selectFrom('published.warning').select(['title', 'counts']).execute()
  expect(open).toHaveLength(2)
  // A source waits for the worker, which the city answers.
  expect(await db.selectFrom('job').select('kind').where('kind', '=', 'warnings').execute()).toHaveLength(1)
  // Of what is RED, STRICT or AMBER no title left the desk by mail.
  const mails = await db.selectFrom('message').select(['subject', 'body']).where('kind', '=', 'warning').execute()
  expect(mails.length).toBeGreaterThan(5)
  for (const { subject, body } of mails)
    if (/RED|AMBER/.test(subject)) expect(subject + body).not.toMatch(/ziekenhuis|datalek|wachtwoorden van collega/i)
})
