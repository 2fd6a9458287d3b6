/** A finding is written once and holds until a judgement says otherwise; also when two judge at once. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, unasked, type TestDatabase } from '../../test/database.ts'
import { addOrganisation } from '../../test/desk.ts'
import type { Finding, VerdictWord } from '../model/finding.ts'
import type { Db } from './connect.ts'
import { currentFindings, currentVerdicts, keepJudgements } from './findings.ts'
import { ensureMunicipality } from './municipality.ts'

let database: TestDatabase
let worker: Db
let municipality: string
const subject = uuid()
const visit = uuid()

beforeAll(async () => {
  database = await testDatabase()
  worker = (await database.house()).worker
  municipality = (await ensureMunicipality(database.db, 'Sluiswijk')).id
  const organisation = await addOrganisation(database.db, municipality, 'Café')
  const site = { kind: 'website' as const, address: 'www.cafe.test' }
  await unasked(database.db, async (tx) => {
    await tx
      .insertInto('subject')
      .values({ municipality, id: subject, organisation, ...site })
      .execute()
    await tx
      .insertInto('visit')
      .values({ id: visit, ...site, domain: 'cafe.test', state: 'done', ended_at: new Date() })
      .execute()
  })
})
afterAll(() => database.close())

type Said = Readonly<Record<string, VerdictWord | readonly [VerdictWord, Finding['seen']]>>
const judge = (said: Said) =>
  worker.transaction().execute((tx) =>
    keepJudgements(tx, [
      {
        visit,
        watcher: { municipality, subject, publicBody: false },
        judged: {
          findings: Object.entries(said).map(([criterion, told]) => ({
            norm: 'VEI-11',
            criterion,
            verdict: typeof told === 'string' ? told : told[0],
            reason: 'ok',
            seen: typeof told === 'string' ? {} : told[1],
            strength: 'measured',
            source: 'visit',
            at: new Date().toISOString(),
          })),
          parties: [],
          pages: [],
          screenshot: null,
          catalogue: 'c',
          lists: 'l',
        },
      },
    ]),
  )
const rows = async () =>
  (
    await sql`select criterion || ' ' || verdict || ' ' || from_no || '-' || coalesce(to_no::text, '') as row
      from finding order by criterion, from_no`.execute(database.db)
  ).rows.map((each) => (each as { row: string }).row)

test('what is said again is not written again; what is said otherwise, or no longer, ends', async () => {
  await judge({ a: ['met', { n: 1, m: [2] }], b: 'unmet', c: 'unknown' })
  await judge({ a: ['met', { m: [2], n: 1 }], b: 'unmet', c: 'unknown' })
  await judge({ a: ['met', { m: [2], n: 2 }], b: 'unmet' })
  await judge({ a: ['met', { m: [2], n: 2 }], b: 'unmet', c: 'unknown' })
  expect(await rows()).toEqual(['a met 1-3', 'a met 3-', 'b unmet 1-', 'c unknown 1-3', 'c unknown 4-'])
  const judgements = await database.db.selectFrom('judgement').select(['id', 'current']).orderBy('no').execute()
  const said = await Promise.all(
    judgements.map(async ({ id }) => {
      const of = await currentFindings(database.db, municipality, [id])
      return of
        .get(subject)!
        .map(({ criterion, seen }) => `${criterion} ${JSON.stringify(seen)}`)
        .toSorted()
        .join()
    }),
  )
  expect(said).toEqual([
    'a {"m":[2],"n":1},b {},c {}',
    'a {"m":[2],"n":1},b {},c {}',
    'a {"m":[2],"n":2},b {}',
    'a {"m":[2],"n":2},b {},c {}',
  ])
  expect(judgements.map(({ current }) => current)).toEqual([false, false, false, true])
  expect((await currentVerdicts(database.db, municipality, [{ visit, subject }])).get(visit)).toHaveLength(3)
})

test('twelve who judge the same subject at once come one after the other, and nothing holds twice', async () => {
  const words: VerdictWord[] = ['met', 'unmet', 'partly']
  await Promise.all(Array.from({ length: 12 }, (_, at) => judge({ a: words[at % 3]!, d: words[at % 2]! })))
  const { rows: held } = await sql<{ criterion: string; spans: number[][]; last: number }>`
    select criterion, (select max(no) from judgement) as last,
      json_agg(json_build_array(from_no, to_no) order by from_no) as spans
    from finding where from_no > 4 group by criterion order by criterion`.execute(database.db)
  expect(held.map(({ criterion }) => criterion)).toEqual(['a', 'd'])
  for (const { spans, last } of held) {
    expect(last).toBe(4 + 12)
    expect(spans[0]![0]).toBe(5)
    for (const [at, [, to]] of spans.entries()) expect(to).toBe(spans[at + 1]?.[0] ?? null)
  }
})
