/** The publication of a year ago: it rests on visits of its own, is told of its own day, and is whole or not there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Database } from '../../db/connect.ts'
import { openEvidenceStore, type EvidenceStore } from '../../db/evidence.ts'
import { keepJudgements } from '../../db/findings.ts'
import { ensureMunicipality, type Municipality } from '../../db/municipality.ts'
import type { Rules } from '../../engine/judge.ts'
import { importOrganisations } from '../../features/organisations/store.ts'
import { watchers } from '../../features/scans/judgements-store.ts'
import { claim, finish } from '../../features/scans/queue-store.ts'
import { requestRound, subjectsOf } from '../../features/scans/rounds-store.ts'
import { publishNow } from '../publishing.ts'
import { judgeEvidence, loadRules } from '../rules.ts'
import type { Open } from '../session.ts'
import { publishYearAgo } from './up-past.ts'

const BY = { name: 'Demi', function: 'medewerker publicatie' }
const YEAR = 365 * 86_400_000
let database: Awaited<ReturnType<typeof testDatabase>>
let store: EvidenceStore
let dir: string
let town: Municipality
let rules: Rules
let open: Open
const place = () => ({ program: '.', data: dir })

beforeAll(async () => {
  database = await testDatabase()
  dir = mkdtempSync(path.join(tmpdir(), 'leidraad-year-'))
  store = openEvidenceStore(path.join(dir, 'evidence'))
  town = await ensureMunicipality(database.db, 'Proefstad')
  rules = await loadRules(place())
  open = { database: { db: database.db } as Database, store, municipality: town }
  await importOrganisations(database.db, town.id, {
    rows: [
      { line: 2, cells: { name: 'Café', websites: 'www.cafe.test' } },
      { line: 3, cells: { name: 'Kroeg', websites: 'www.cafe.test' } },
      { line: 4, cells: { name: 'Zonder site' } },
    ],
    refused: [],
  })
  const subjects = (await subjectsOf(database.db, town.id)).map((each) => ({ ...each, domain: 'cafe.test' }))
  await requestRound(database.db, town.id, subjects)
  const held = (await claim(database.db, 'w'))!
  const now = new Date().toISOString()
  const evidence = {
    format: 2,
    subject: { kind: 'website', address: 'www.cafe.test' },
    begun: now,
    ended: now,
    versions: { leidraad: 'proef' },
    host: [],
    pages: [],
  } as const
  await finish(
    database.db,
    held,
    { evidence: await store.putEvidence(evidence), why: null, detail: null },
    async (tx) => {
      const all = await watchers(tx, held.kind, held.address)
      await keepJudgements(
        tx,
        all.map((watcher) => ({
          visit: held.id,
          watcher,
          judged: judgeEvidence(evidence, { kind: held.kind, address: held.address, publicBody: false }, rules),
        })),
      )
    },
  )
})
afterAll(async () => {
  await database.close()
  rmSync(dir, { recursive: true })
})

const publications = () =>
  database.publicDb
    .selectFrom('published.publication')
    .select(['no', 'at', 'provisional', 'summary'])
    .orderBy('no')
    .execute()
const visits = () =>
  database.db.selectFrom('visit').select(['ended_at as at', 'evidence']).orderBy('ended_at').execute()
/** About a year before now: the test runs for seconds. */
const isAYearAgo = (at: Date | string | null) => Math.abs(Date.now() - YEAR - new Date(at!).getTime()) < 3_600_000

test('stopped within it, nothing of it is there', async () => {
  await publishNow(open, place(), rules, BY, true)
  const broken = {
    ...open,
    // It fails when the publication is made already.
    store: { ...store, file: () => Promise.reject(new Error('weg')) },
  }
  await expect(publishYearAgo(broken, place(), rules, BY)).rejects.toThrow('weg')
  expect(await visits()).toHaveLength(1)
  expect(await publications()).toMatchObject([{ no: 1, provisional: true }])
})

test('beside today stands a publication of a year ago, on visits of its own', async () => {
  await publishYearAgo(open, place(), rules, BY)
  const seen = await visits()
  // The address that two organisations share was visited once, then as now.
  expect(seen.map(({ at }) => isAYearAgo(at))).toEqual([true, false])
  expect(seen[0]!.evidence).not.toBe(seen[1]!.evidence)
  expect((await store.evidence(seen[0]!.evidence!)).ended).toBe(
    new Date(Date.parse((await store.evidence(seen[1]!.evidence!)).ended) - YEAR).toISOString(),
  )
  const [past] = await publications()
  expect(past).toMatchObject({ no: 1, provisional: false })
  expect([past!.at, past!.summary.from, past!.summary.to].map(isAYearAgo)).toEqual([true, true, true])

  await publishNow(open, place(), rules, BY)
  const both = await publications()
  expect(both.map(({ no, at }) => [no, isAYearAgo(at)])).toEqual([
    [1, true],
    [2, false],
  ])
  expect(isAYearAgo(both[1]!.summary.to)).toBe(false)
  const measured = await database.publicDb
    .selectFrom('published.subject')
    .select(['publication', 'measured_at as at', 'evidence'])
    .orderBy('publication')
    .execute()
  expect(measured.map(({ publication, at }) => [publication, isAYearAgo(at)])).toEqual([
    [1, true],
    [1, true],
    [2, false],
    [2, false],
  ])
  expect(measured.map(({ evidence }) => evidence)).toEqual([0, 0, 1, 1].map((at) => seen[at]!.evidence))
})
