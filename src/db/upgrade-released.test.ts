/** A database of the version that was released comes along: what was found and published stays to the letter. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { addOrganisation, addPerson } from '../../test/desk.ts'
import { fill, tablesIn } from '../../test/fill.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { weigh } from '../scoring/weigh.ts'
import { currentFindings, keepJudgements, publishedFindings, standingFindings } from './findings.ts'
import { migrate } from './migrate.ts'
import { ensureMunicipality } from './municipality.ts'
import { standWalls } from './walls.ts'

const RELEASED = '016-registers'
const catalogue = readCatalogue('norms')
const [MET, UNMET] = catalogue.norms
  .flatMap(({ id, criteria }) => criteria.map((criterion) => ({ norm: id, criterion })))
  .filter(({ criterion }) => criterion.means.by === 'check' && criterion.weight > 0)

let database: TestDatabase
let before: Awaited<ReturnType<typeof all>>
let asked: { readonly municipality: string; readonly subject: string; readonly judgements: readonly string[] }

/** Every row of what was judged, published and registered, and what the module of findings makes of it. */
async function all() {
  const { db } = database
  const kept = (await tablesIn(db)).filter(({ name }) =>
    /^published\.|\.(finding|judgement|visit|entry\w*)$/.test(name),
  )
  const rows = new Map<string, readonly Record<string, unknown>[]>()
  for (const { name } of kept) {
    const { rows: found } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(name)} t order by to_jsonb(t)::text`.execute(db)
    rows.set(
      name,
      found.map(({ row }) => row),
    )
  }
  const { municipality, subject, judgements } = asked
  const current = (await currentFindings(db, municipality, judgements)).get(subject) ?? []
  const standing = (await standingFindings(db, municipality, [subject])).get(subject) ?? []
  const sites = ['theirs.test', 'mine.test', 'elsewhere.test']
  return {
    rows,
    read: { current, standing, published: await publishedFindings(db as never, municipality, { websites: sites }) },
    figures: weigh(current, catalogue).themes,
  }
}

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  for (const schema of ['published', 'public', 'wall']) await sql.raw(`drop schema ${schema} cascade`).execute(db)
  await sql`create schema public`.execute(db)
  await migrate(db, RELEASED)
  const [here, there] = [await ensureMunicipality(db, 'Sluiswijk'), await ensureMunicipality(db, 'Elders')]
  const [own, other, far] = [
    await addOrganisation(db, here.id, 'Café'),
    await addOrganisation(db, here.id, 'Winkel'),
    await addOrganisation(db, there.id, 'Ver weg'),
  ]
  const [piet, els, ella] = [
    await addPerson(db, here.id, ['partner'], 'Piet', own),
    await addPerson(db, here.id, ['adviser'], 'Els'),
    await addPerson(db, there.id, ['adviser'], 'Ella'),
  ]
  await fill(
    db,
    {
      theirs: { municipality: here.id, person: els.id, organisation: other },
      mine: { municipality: here.id, person: piet.id, organisation: own },
      elsewhere: { municipality: there.id, person: ella.id, organisation: far },
    },
    ['public.person', 'public.municipality', 'public.organisation', 'published.municipality'],
  )
  // What is published now: not yet ended, and of websites.
  await db.updateTable('published.finding').set({ to_no: null }).execute()
  await db.updateTable('published.subject').set({ kind: 'website' }).execute()
  const { id: subject } = await db
    .selectFrom('subject')
    .select('id')
    .where('municipality', '=', here.id)
    .executeTakeFirstOrThrow()
  const { id: visit } = await db.selectFrom('visit').select('id').executeTakeFirstOrThrow()
  const finding = {
    reason: 'ok',
    seen: { n: 1 },
    strength: 'measured',
    source: 'visit',
    at: '2026-11-01T10:00:00Z',
  } as const
  await keepJudgements(db, [
    {
      visit,
      watcher: { municipality: here.id, subject, publicBody: true },
      judged: {
        findings: [
          { ...finding, norm: MET!.norm, criterion: MET!.criterion.id, verdict: 'met' },
          { ...finding, norm: UNMET!.norm, criterion: UNMET!.criterion.id, verdict: 'unmet' },
        ],
        parties: [],
        pages: [],
        screenshot: null,
        catalogue: 'c',
        lists: 'l',
      },
    },
  ])
  const judgements = await db.selectFrom('judgement').select('id').where('subject', '=', subject).execute()
  asked = { municipality: here.id, subject, judgements: judgements.map(({ id }) => id) }
  before = await all()
  await migrate(db)
  await standWalls(db)
}, 180_000)
afterAll(() => database.close())

test('nothing that was found, published or registered is lost or another', async () => {
  const after = await all()
  expect(before.rows.size).toBeGreaterThan(10)
  for (const [table, rows] of before.rows) {
    expect(rows.length, table).toBeGreaterThan(0)
    // A new column may stand beside what there was.
    const columns = Object.keys(rows[0]!)
    const now = after.rows.get(table)!.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])))
    expect(now.map((row) => JSON.stringify(row)).toSorted(), table).toEqual(
      rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name]])))).toSorted(),
    )
  }
})

test('what is read of it, and the figures that follow, are equal', async () => {
  const after = await all()
  expect(before.read.current.map(({ verdict }) => verdict).toSorted()).toEqual(expect.arrayContaining(['met', 'unmet']))
  expect(before.read.standing.length).toBeGreaterThan(0)
  expect(before.read.published.length).toBeGreaterThan(0)
  expect(after.read).toEqual(before.read)
  expect(after.figures).toEqual(before.figures)
  expect(before.figures.some(({ known }) => known > 0)).toBe(true)
})
