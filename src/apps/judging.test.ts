import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testDatabase } from '../../test/database.ts'
import { AT, cookie, HOST, hop, http, chain, session } from '../../test/evidence.ts'
import { listsWith } from '../../test/lists.ts'
import { openEvidenceStore, type EvidenceStore } from '../db/evidence.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { checks } from '../engine/checks/all.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Catalogue } from '../model/norm.ts'
import { lastOf } from '../db/jobs.ts'
import { judgeNow, judging } from './judge-job.ts'
import { runLater } from './later.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let store: EvidenceStore
let dir: string
let town: string
beforeAll(async () => {
  database = await testDatabase()
  dir = mkdtempSync(path.join(tmpdir(), 'judging-'))
  store = openEvidenceStore(dir)
  town = (await ensureMunicipality(database.db, 'Proefstad')).id
})
afterAll(async () => {
  await database.close()
  rmSync(dir, { recursive: true })
})
beforeEach(async () => {
  await emptied(database.db, 'job, visit, judgement, finding, organisation, subject, published.publication')
})

/** A site with HSTS, without nosniff, and with a cookie that only some call a session. */
const evidence: Evidence = {
  format: 2,
  subject: { kind: 'website', address: HOST },
  begun: AT,
  ended: AT,
  versions: {},
  host: [
    {
      probe: 'http',
      at: AT,
      result: {
        seen: true,
        value: http({ secure: chain(hop({ headers: [['strict-transport-security', 'max-age=63072000']] })) }),
      },
    },
  ],
  pages: [
    {
      probe: 'session',
      page: `https://${HOST}/`,
      role: 'landing',
      phase: 'before-consent',
      profile: 'desktop',
      at: AT,
      result: { seen: true, value: session({ cookies: [cookie({ name: 'winkelmand', secure: false })] }) },
    },
  ],
}

/** Websites with one finished visit each, all with the same evidence. */
async function watch(count: number): Promise<void> {
  const { db } = database
  const kept = await store.putEvidence(evidence)
  const rows = Array.from({ length: count }, (_, n) => ({
    organisation: uuid(),
    subject: uuid(),
    visit: uuid(),
    address: n === 0 ? HOST : `w${n}.voorbeeld.nl`,
  }))
  await db
    .insertInto('organisation')
    .values(
      rows.map(({ organisation, address }) => ({
        municipality: town,
        id: organisation,
        slug: address,
        name: address,
        kind: 'winkel',
        public_body: false,
      })),
    )
    .execute()
  await db
    .insertInto('subject')
    .values(
      rows.map(({ organisation, subject, address }) => ({
        municipality: town,
        id: subject,
        organisation,
        kind: 'website' as const,
        address,
      })),
    )
    .execute()
  await db
    .insertInto('visit')
    .values(
      rows.map(({ visit, address }) => ({
        id: visit,
        kind: 'website' as const,
        address,
        domain: address,
        state: 'done' as const,
        evidence: kept,
        ended_at: AT,
      })),
    )
    .execute()
}

type Change = { readonly names?: readonly string[]; readonly nosniff?: number; readonly without?: string }
function catalogueOf(version: string, { names = [], nosniff = 1, without }: Change = {}): Catalogue {
  const criterion = (check: string, weight: number, options = {}) => ({
    id: `VEI-11.${check}`,
    norm: 'VEI-11',
    weight,
    subjects: ['website'],
    onlyPublicBodies: false,
    means: { by: 'check', check, options },
  })
  const criteria = [criterion('hsts', 3), criterion('nosniff', nosniff), criterion('cookie-attributes', 0, { names })]
  return {
    version,
    date: '2026-11-23',
    themes: [{ id: 'VEI' }],
    sources: [],
    norms: [{ id: 'VEI-11', theme: 'VEI', criteria: criteria.filter(({ means }) => means.check !== without) }],
  } as unknown as Catalogue
}
const judgeWith = (catalogue: Catalogue, tell: Parameters<typeof judgeNow>[1] = () => {}) =>
  judgeNow(
    {
      db: database.db,
      store,
      municipality: town,
      rules: { catalogue, checks: new Map(checks.map((check) => [check.id, check])), lists: listsWith() },
    },
    tell,
    new AbortController().signal,
  )
const published = (catalogue: Catalogue) =>
  database.db
    .insertInto('published.publication')
    .values({
      municipality: town,
      no: 1,
      by_name: 'Anna',
      by_function: 'beleidsmedewerker',
      provisional: false,
      catalogue_version: catalogue.version,
      catalogue: JSON.stringify(catalogue) as never,
      versions: '{}' as never,
      self_test: null,
      summary: '{}' as never,
    })
    .execute()

test('what a norm asks more of is told as a change of the norm, once per kind of change', async () => {
  await watch(2)
  expect((await judgeWith(catalogueOf('c1'))).differences).toContainEqual({
    criterion: 'VEI-11.hsts',
    from: null,
    to: 'met',
    count: 2,
  })
  const told = await judgeWith(catalogueOf('c2', { names: ['winkelmand'] }))
  expect(told).toMatchObject({ judged: 2, findings: 6, catalogue: 'c2', cause: 'de norm is veranderd' })
  expect(told.differences).toEqual([
    { criterion: 'VEI-11.cookie-attributes', from: 'not-applicable', to: 'unmet', count: 2 },
  ])
})

test('other weights change no verdict, and the theme over the whole city', async () => {
  await watch(1)
  await judgeWith(catalogueOf('c1'))
  await published(catalogueOf('c1'))
  expect(await judgeWith(catalogueOf('c2', { nosniff: 5 }))).toMatchObject({
    differences: [],
    themes: [{ theme: 'VEI', from: 3 / 4, to: 3 / 8 }],
    cause: 'de norm is veranderd',
  })
})

test('the same rules change nothing', async () => {
  await watch(1)
  await judgeWith(catalogueOf('c1'))
  await published(catalogueOf('c1'))
  expect(await judgeWith(catalogueOf('c1'))).toMatchObject({ differences: [], themes: [] })
})

test('a criterion that is no longer there is told as gone', async () => {
  await watch(1)
  await judgeWith(catalogueOf('c1'))
  expect((await judgeWith(catalogueOf('c2', { without: 'nosniff' }))).differences).toEqual([
    { criterion: 'VEI-11.nosniff', from: 'unmet', to: null, count: 1 },
  ])
})

test(
  'of more visits than one batch holds each has one current judgement, by the rules of now; earlier ' + 'ones stay',
  async () => {
    await watch(205)
    await judgeWith(catalogueOf('c1'))
    const steps: number[] = []
    await judgeWith(catalogueOf('c2'), (done, total) => {
      expect(total).toBe(205)
      steps.push(done)
    })
    expect(steps).toEqual([100, 200, 205])
    const { rows } =
      await sql`select catalogue, current, count(*)::int as judgements, count(distinct visit)::int as visits,
    sum((select count(*) from finding f where f.subject = j.subject and f.from_no <= j.no
      and (f.to_no is null or f.to_no > j.no)))::int as findings,
    sum((select count(*) from finding f where f.subject = j.subject and f.from_no = j.no))::int as written
    from judgement j group by catalogue, current order by catalogue`.execute(database.db)
    expect(rows).toEqual([
      { catalogue: 'c1', current: false, judgements: 205, visits: 205, findings: 615, written: 615 },
      { catalogue: 'c2', current: true, judgements: 205, visits: 205, findings: 615, written: 0 },
    ])
  },
)

const rulesOf = (catalogue: Catalogue) => ({
  catalogue,
  checks: new Map(checks.map((check) => [check.id, check])),
  lists: listsWith(),
})

test('who is overtaken half-way keeps nothing more, and a worker with its own rights makes it whole', async () => {
  await watch(205)
  const c1 = catalogueOf('c1')
  const { worker } = await database.house()
  let overtaken = false
  const asked = judgeWith(c1, async (done) => {
    if (done !== 100 || overtaken) return
    overtaken = true
    // Its process froze: by the time it goes on, the job is another attempt's.
    const frozen = () =>
      sql`update job set lease_until = now() - interval '1 second' where state = 'active' and attempt = 1`.execute(
        database.db,
      )
    const stop = new AbortController()
    const working = runLater({ db: worker, kinds: { judge: judging(worker, store, rulesOf(c1)) } }, stop.signal)
    // What it would say meanwhile, it does not.
    await expect.poll(() => frozen().then(lastJob), { timeout: 60_000 }).toMatchObject({ state: 'done', attempt: 2 })
    stop.abort()
    await working
  })
  expect(await asked).toMatchObject({ judged: 205, catalogue: 'c1' })
  expect(await lastJob()).toMatchObject({ attempt: 2, state: 'done' })
  const { rows } = await sql<{ n: number; visits: number }>`select count(*)::int as n,
    count(distinct visit)::int as visits from judgement where current`.execute(database.db)
  expect(rows).toEqual([{ n: 205, visits: 205 }])
  const acts = await database.db.selectFrom('audit').select('act').where('act', '=', 'findings.judged').execute()
  expect(acts.length).toBeGreaterThan(0)
})

const lastJob = () => lastOf(database.db, town, 'judge', 'judge')

test('two who ask at once get one judging; who has other norms gets one of its own', async () => {
  await watch(3)
  const [one, two] = await Promise.all([judgeWith(catalogueOf('c1')), judgeWith(catalogueOf('c1'))])
  expect(two).toEqual(one)
  expect(await database.db.selectFrom('job').select('id').where('kind', '=', 'judge').execute()).toHaveLength(1)
  const [three, four] = await Promise.all([judgeWith(catalogueOf('c2')), judgeWith(catalogueOf('c3'))])
  expect([three.catalogue, four.catalogue]).toEqual(['c2', 'c3'])
})
