/** The tenders of the demo city went in an order that is possible: no annex is issued after it closed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { deskRoutes } from '../apps/desk-routes.ts'
import { registerFor } from '../catalogue/registers.ts'
import { addEntry } from '../registers/store.ts'
import { DAYS } from './tender-story.ts'
import { fillTenders } from './tenders.ts'

const deps = testDeps()
let desk: TestDesk

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { id, name } = desk.municipality
  const officer = await addPerson(desk.db, id, ['policy-officer'], 'Bea')
  for (const [email, role] of [
    ['ilse.koper', 'tender-officer'],
    ['lotte.brandsma', 'fg'],
    ['dennis.oosterhof', 'security-officer'],
    ['tarik.aydin', 'policy-officer'],
  ] as const) {
    const person = await addPerson(desk.db, id, [role], email)
    await desk.db
      .updateTable('person')
      .set({ email: `${email}@gemeente-sluiswijk.test` })
      .where('id', '=', person.id)
      .execute()
  }
  await as(desk.db, officer, (tx) =>
    addEntry(tx, id, registerFor(deps.registers, 'contract')!, {
      values: { naam: 'Afspraken aan de balie' },
      by: officer.id,
      way: 'form',
    }),
  )
  await fillTenders({ db: desk.db, municipality: { id, name }, deps })
})
afterAll(() => desk.close())

test('the days of the story follow each other', () => {
  const days = Object.values(DAYS)
  expect(days).toEqual(days.toSorted((one, other) => one - other))
})

test('begun, advised, issued, closed, opened, chosen and followed, each after the other', async () => {
  const tender = await desk.db.selectFrom('tender').selectAll().where('state', '=', 'chosen').executeTakeFirstOrThrow()
  const moments = async (table: 'tender_choice' | 'tender_opinion' | 'tender_version' | 'bid') =>
    (await desk.db.selectFrom(table).select('at').where('tender', '=', tender.id).orderBy('at').execute()).map(
      ({ at }) => at,
    )
  const shown = await desk.db
    .selectFrom('published.tender')
    .select(['issued_at', 'closes_at', 'annex'])
    .where('no', '=', tender.no)
    .executeTakeFirstOrThrow()
  const duties = await desk.db
    .selectFrom('contract_duty')
    .select(['created_at'])
    .where('tender', '=', tender.id)
    .execute()
  const steps = await desk.db.selectFrom('duty_step').select(['at', 'seen_on as seenOn']).orderBy('at').execute()
  const [version, bids] = [await moments('tender_version'), await moments('bid')]
  const told = [
    tender.created_at,
    ...(await moments('tender_choice')).slice(0, 1),
    ...(await moments('tender_opinion')),
    ...version,
    tender.closes_at,
    ...bids,
    ...duties.map(({ created_at: at }) => at).slice(0, 1),
    ...steps.map(({ at }) => at),
    new Date(),
  ]
  expect(steps).toHaveLength(3)
  expect(told).toEqual(told.toSorted((one, other) => one.getTime() - other.getTime()))
  // At the desk and for everybody it is the same day, and the annex says the moment at which it closed.
  expect(shown.issued_at.toISOString().slice(0, 10)).toBe(version[0]!.toISOString().slice(0, 10))
  expect([shown.closes_at, new Date(shown.annex.closesAt)]).toEqual([tender.closes_at, tender.closes_at])
  // Bids were made while the tender was open, and nothing was seen of a promise before it was read.
  const { content } = await desk.db.selectFrom('bid').select('content').executeTakeFirstOrThrow()
  expect(Date.parse(content.made)).toBeGreaterThan(version[0]!.getTime())
  expect(Date.parse(content.made)).toBeLessThan(tender.closes_at.getTime())
  expect(steps.every(({ seenOn }) => seenOn >= tender.opened_at!.toISOString().slice(0, 10))).toBe(true)
})

test('the one that is open is issued with advice, and closes later', async () => {
  const open = await desk.db.selectFrom('tender').selectAll().where('state', '=', 'issued').executeTakeFirstOrThrow()
  expect(open.closes_at.getTime()).toBeGreaterThan(Date.now())
  const { at } = await desk.db
    .selectFrom('tender_version')
    .select('at')
    .where('tender', '=', open.id)
    .executeTakeFirstOrThrow()
  expect(at.getTime()).toBeLessThan(open.closes_at.getTime())
})
