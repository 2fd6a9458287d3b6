/** Rows of a covenant that the desk writes go their way, and what is public of it comes once of each release. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixed, readyCovenant } from '../../../test/covenant.ts'
import { unasked } from '../../../test/database.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { plainPdf } from '../../../test/signed-pdf.ts'

const deps = { ...testDeps(), print: async () => new Uint8Array(plainPdf()) }
let desk: TestDesk
let covenant: Awaited<ReturnType<typeof readyCovenant>>
beforeAll(async () => {
  desk = await testDesk([])
  covenant = await readyCovenant(desk, ['Bakkerij'])
})
afterAll(() => desk.close())

/** Runs these in one transaction of which nothing stays; gives what the last touched, or why not. */
const slipped = (person: TestPerson, ...statements: readonly string[]): Promise<number | string> =>
  as(desk.db, person, async (tx) => {
    let rows = 0
    for (const each of statements) {
      const done = await sql.raw(each).execute(tx)
      rows = done.rows.length || Number(done.numAffectedRows ?? 0)
    }
    throw Object.assign(new Error('undo'), { rows })
  }).catch((error: { rows?: number; message: string }) => error.rows ?? error.message)

test('a covenant comes in force by signatures, and does not go back', async () => {
  const { officer } = covenant
  for (const state of ['open', 'in-force', 'ended'])
    expect(await slipped(officer, `update covenant set state = '${state}'`), state).toMatch('does not go from here')
  expect(
    await slipped(
      officer,
      `insert into covenant (municipality, id, no, title, template, template_version, owner, state)
      values ('${desk.municipality.id}', '${uuid()}', 9, 'x', 't', '1', '${officer.id}', 'in-force')`,
    ),
  ).toMatch('does not go from here')
})

test('the term to comment that was told is not taken away, and who answers signs it', async () => {
  const { officer, decider, id, parties } = covenant
  expect(await slipped(officer, 'update covenant_version set comments_until = null')).toMatch('was told')
  expect(await slipped(officer, `update covenant_version set comments_until = '2020-01-01'`)).toMatch('was told')
  await unasked(desk.db, (tx) =>
    sql`insert into covenant_comment (municipality, id, covenant, version, article, participant, text)
      values (${desk.municipality.id}, ${uuid()}, ${id}, 1, 'waarom', ${parties[0]!.id}, 'Wat is dit?')`.execute(tx),
  )
  const answered = (by: string) =>
    `update covenant_comment set state = 'answered', answer = 'Dit.', answered_at = now(), answered_by = '${by}'`
  expect(await slipped(officer, answered(decider.id))).toMatch('who answers signs it')
  expect(await slipped(officer, answered(officer.id))).toBe(1)
  await unasked(desk.db, (tx) => sql`delete from covenant_comment`.execute(tx))
})

test('who takes part begins by being invited, and a task leads to the desk', async () => {
  const { officer, id, parties } = covenant
  expect(
    await slipped(
      officer,
      `insert into covenant_participant (municipality, id, covenant, organisation, kind, joined_on,
      by) values ('${desk.municipality.id}', '${uuid()}', '${id}', '${parties[0]!.organisation}', 'observer',
      '2020-01-01', '${officer.id}')`,
    ),
  ).toMatch('begins by being invited')
  for (const path of ['//evil.test', 'https://evil.test', '/baliex'])
    expect(
      await slipped(
        officer,
        `insert into task (municipality, id, kind, object, person, text, path)
        values ('${desk.municipality.id}', '${uuid()}', 'x', 'x/y', '${officer.id}', 'Kijk hier', '${path}')`,
      ),
      path,
    ).toMatch('row-level security')
})

test('a letter about a duty goes to a colleague and to nobody else', async () => {
  const buyer = await addPerson(desk.db, desk.municipality.id, ['tender-officer'], 'Ilse')
  const letter = (recipient: string, person: string) => `insert into message (municipality, id, person, recipient,
      subject, body, kind, key) values ('${desk.municipality.id}', '${uuid()}', '${person}', '${recipient}', 's', 'b',
      'duty', '${uuid()}')`
  const { id, email } = covenant.officer
  expect(await slipped(buyer, letter('ander@elders.test', id))).toMatch('row-level security')
  expect(await slipped(buyer, letter(email, id))).toBe(1)
})

test('of one release comes one edition, and who published does not rewrite it alone', async () => {
  await fixed(desk, covenant, deps.files, deps)
  const publisher = await addPerson(desk.db, desk.municipality.id, ['publisher'], 'Pia')
  await as(desk.db, covenant.officer, (tx) =>
    sql`insert into covenant_release (municipality, covenant, no, step, version, by)
      values (${desk.municipality.id}, ${covenant.id}, 1, 'released', 1, ${covenant.officer.id})`.execute(tx),
  )
  const edition = (no: number) => `insert into published.covenant (municipality, no, edition, covenant, version, title,
      state, document, by_function, second_function) select c.municipality, c.no, ${no}, c.id, 1, c.title, 'open', '{}',
      'a', 'b' from covenant c where c.id = '${covenant.id}'`
  await as(desk.db, publisher, async (tx) => {
    await sql`insert into covenant_release (municipality, covenant, no, step, version, by)
      values (${desk.municipality.id}, ${covenant.id}, 2, 'published', 1, ${publisher.id})`.execute(tx)
    await sql.raw(edition(1)).execute(tx)
  })
  const end = 'update published.covenant set to_at = now()'
  expect(await slipped(publisher, end)).toMatch('one edition comes of one release')
  expect(await slipped(publisher, edition(2))).toMatch('one edition comes of one release')
  expect(await slipped(covenant.officer, edition(2))).toMatch(/two people|row-level security/)
})
