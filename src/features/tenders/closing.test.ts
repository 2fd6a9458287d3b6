/** The closing time is the one that everybody reads: moved by no hand at the desk, not even in the database itself. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { tenderForm } from '../../../test/tenders.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { dutchTime } from '../../lib/dutch-time.ts'

const deps = { ...testDeps(), print: async () => new TextEncoder().encode('%PDF-1.7 bijlage') }
let desk: TestDesk
let officer: TestPerson
let buyer: Visitor
let tender: string
const here = (rest = '') => `/balie/aanbestedingen/${tender}${rest}`

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  officer = await addPerson(desk.db, desk.municipality.id, ['tender-officer'], 'Ilse Koper')
  buyer = await desk.visit(officer)
  const begun = await buyer.post('/balie/aanbestedingen/nieuw', tenderForm())
  tender = /aanbestedingen\/([0-9a-f-]{36})/.exec(begun.headers.get('location')!)![1]!
  await buyer.post(here('/eisen'), { neem: ['updates'] })
  const issued = await buyer.post(here('/uitgeven'), { ondanks: 'Zij zijn ziek.' })
  expect([issued.status, await desk.publicDb.selectFrom('published.tender').select('no').execute()]).toEqual([
    303,
    [{ no: 1 }],
  ])
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

/** Runs these as the tender officer, in one transaction of which nothing stays; gives rows of the last, or why not. */
const slipped = (...statements: readonly string[]): Promise<number | string> =>
  as(desk.db, officer, async (tx) => {
    let rows = 0
    for (const each of statements) {
      const done = await sql.raw(each).execute(tx)
      rows = done.rows.length || Number(done.numAffectedRows ?? 0)
    }
    throw Object.assign(new Error('undo'), { rows })
  }).catch((error: { rows?: number; message: string }) => error.rows ?? error.message)
const bid = () => `insert into bid (municipality, id, tender, bidder, content, hash, whole, by)
  values ('${desk.municipality.id}', '${uuid()}', '${tender}', 'x', '{}', 'x', true, '${officer.id}')`

test('a closing that was published does not come sooner, at the desk or in the database', async () => {
  const { closes_at: closes } = await desk.publicDb
    .selectFrom('published.tender')
    .select('closes_at')
    .executeTakeFirstOrThrow()
  const sooner = dutchTime(new Date(closes.getTime() - 3_600_000))
  const typed = tenderForm({ sluit: sooner.date, uur: sooner.time })
  const basis = unseenIn(await (await buyer.get(here('/wijzigen'))).text(), 'basis')
  const refused = await buyer.post(here('/wijzigen'), { basis, ...typed })
  expect([
    refused.status,
    (await refused.text()).includes('Sluiten kan later dan daar staat, en niet eerder.'),
  ]).toEqual([422, true])
  expect(await slipped(`update tender set closes_at = now() - interval '1 minute'`)).toMatch('does not come sooner')
  expect(await slipped(`update tender set closes_at = closes_at - interval '1 minute'`)).toMatch('does not come sooner')
  // Later is written at the desk, and outside it is as it was until the next version is issued.
  expect(await slipped(`update tender set closes_at = closes_at + interval '1 day'`)).toBe(1)
  expect(await slipped(bid())).toMatch('row-level security')
  expect(await slipped(`update tender set state = 'opened'`)).toMatch('before the closing time')
})

test('a tender begins as a draft, and goes from state to state', async () => {
  const put = (
    state: string,
    issued: number,
  ) => `insert into tender (municipality, id, no, title, subject, product_kind,
      data_class, criticality, closes_at, state, issued, by)
    values ('${desk.municipality.id}', '${uuid()}', 99, 'x', 'x', 'service', 'public', 'low', now() - interval '1 day',
      '${state}', ${issued}, '${officer.id}')`
  expect(await slipped(put('opened', 1))).toMatch('begins as a draft')
  expect(await slipped(put('issued', 1))).toMatch('begins as a draft')
  expect(await slipped(put('draft', 0))).toBe(1)
  expect(await slipped(put('draft', 0), `update tender set state = 'issued', issued = 1 where no = 99`)).toMatch(
    'goes forward',
  )
  expect(await slipped(`update tender set issued = issued + 1`)).toMatch('goes forward')
  expect(await slipped(`update tender set state = 'draft'`)).toMatch(/goes forward|check/)
  expect(await slipped(`update tender set opened_at = '2020-01-01' returning opened_at`)).toBe(1)
  const { opened_at: opened } = await desk.db.selectFrom('tender').select('opened_at').executeTakeFirstOrThrow()
  expect(opened).toBeNull()
})

test('what is published of a tender is what was issued, and stays so', async () => {
  const copy = (what: string) => `insert into published.tender (municipality, no, version, current, title, closes_at,
      annex, hash, reason, pdf, odt) select municipality, no, ${what} from published.tender`
  const same = 'annex, hash, reason, pdf, odt'
  expect(await slipped(copy(`2, true, title, now() - interval '1 day', ${same}`))).toMatch('what was issued')
  expect(await slipped(copy(`2, true, title, closes_at, ${same}`))).toMatch('what was issued')
  expect(await slipped(copy(`2, false, title, closes_at, ${same}`))).toMatch('what was issued')
  expect(await slipped('update published.tender set stopped = true')).toMatch('stays as it was read')
  expect(await slipped('update published.tender set current = false')).toMatch('stays as it was read')
  expect(
    await slipped(`insert into published.tender_question (municipality, tender, no, question, answer)
      values ('${desk.municipality.id}', 1, 1, 'Mag het later?', 'Ja.')`),
  ).toMatch('what was answered')
})

test('once it closed by what everybody read, bids are opened, and when that was is not rewritten', async () => {
  await sql`update published.tender set closes_at = now() - interval '1 second'`.execute(desk.db)
  expect(await slipped(bid())).toBe(1)
  expect(await slipped(`update tender set closes_at = closes_at + interval '1 day'`)).toMatch('has come')
  const opened = `update tender set state = 'opened'`
  const earlier = `update tender set opened_at = '2020-01-01'`
  expect(await slipped(opened, earlier, 'select 1 from tender where opened_at = now()')).toBe(1)
  expect(await slipped(opened, `update tender set state = 'chosen', chosen = '${uuid()}'`)).toMatch('opened bids')
})
