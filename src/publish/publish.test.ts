import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testDatabase } from '../../test/database.ts'
import { openEvidenceStore, type EvidenceStore } from '../db/evidence.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import type { Evidence } from '../model/evidence.ts'
import type { VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import { keepJudgements, type Judged } from '../db/findings.ts'
import { watchers } from '../features/scans/judgements-store.ts'
import { claim, finish } from '../features/scans/queue-store.ts'
import { requestRound, subjectsOf } from '../features/scans/rounds-store.ts'
import { NotReady } from './store.ts'
import { publish } from './publish.ts'
import type { Engine } from './engine.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let store: EvidenceStore
let dir: string
let town: string
beforeAll(async () => {
  database = await testDatabase()
  dir = mkdtempSync(path.join(tmpdir(), 'evidence-'))
  store = openEvidenceStore(dir)
  town = (await ensureMunicipality(database.db, 'Proefstad')).id
})
afterAll(async () => {
  await database.close()
  rmSync(dir, { recursive: true })
})
beforeEach(async () => {
  await emptied(
    database.db,
    'visit, round, round_visit, judgement, finding, organisation, subject, published.publication, ' +
      'published.organisation_held, published.subject_held, published.subject_visit, published.subject_parties, ' +
      'published.finding, published.tally, published.file, published.landscape, landscape_member',
  )
  await importOrganisations(database.db, town, {
    rows: [
      { line: 2, cells: { name: 'Café', websites: 'www.cafe.test' } },
      { line: 3, cells: { name: 'Zonder site' } },
    ],
    refused: [],
  })
})

const norm = {
  id: 'VEI-11',
  theme: 'VEI',
  status: 'framework',
  sources: [],
  criteria: [{ id: 'VEI-11.hsts', weight: 2, means: { by: 'check', check: 'hsts', options: {} } }],
}
const catalogueAt = (version: string, norms: readonly unknown[] = [norm]) =>
  ({ version, date: '2026-11-23', themes: [{ id: 'VEI' }], sources: [], norms }) as unknown as Catalogue
/** The same norm, of which the criterion asks something else. */
const stricter = {
  ...norm,
  criteria: [{ ...norm.criteria[0], means: { ...norm.criteria[0]!.means, options: { a: 1 } } }],
}
const engine: Engine = {
  weigh: (findings) => [
    {
      theme: 'VEI',
      score: findings.some(({ verdict }) => verdict === 'met') ? 1 : 0,
      coverage: 1,
      known: 2,
      applicable: 2,
      normsTouched: 1,
      norms: 1,
    },
  ],
  again: async () => new Map(),
  since: async () => new Map(),
  elsewhere: async () => new Map(),
}
const act = {
  by: { name: 'Anna', function: 'beleidsmedewerker' },
  provisional: false,
  lists: 'l1',
  versions: {},
  selfTest: null,
  apart: 8,
}
const publishWith = (version: string, more: Partial<Parameters<typeof publish>[3]> = {}, by: Engine = engine) =>
  publish(database.db, store, by, { ...act, municipality: town, catalogue: catalogueAt(version), ...more })

async function measure(verdict: VerdictWord, catalogue = 'c1', tag = verdict, lists = 'l1'): Promise<void> {
  const subjects = (await subjectsOf(database.db, town)).map((each) => ({ ...each, domain: 'cafe.test' }))
  await requestRound(database.db, town, subjects)
  const held = (await claim(database.db, 'w'))!
  const evidence = await store.putEvidence({ format: 2, tag } as unknown as Evidence)
  await finish(database.db, held, { evidence, why: null, detail: null }, async (tx) => {
    const judged: Judged = {
      findings: [
        {
          norm: 'VEI-11',
          criterion: 'VEI-11.hsts',
          verdict,
          reason: verdict,
          seen: { b: 1, a: [2] },
          strength: 'measured',
          source: 'visit',
          at: new Date().toISOString(),
        },
      ],
      parties: [],
      pages: [],
      screenshot: null,
      catalogue,
      lists,
    }
    await keepJudgements(
      tx,
      (await watchers(tx, held.kind, held.address)).map((watcher) => ({ visit: held.id, watcher, judged })),
    )
  })
}
const open = () =>
  database.publicDb
    .selectFrom('published.finding')
    .select(['from_no', 'to_no', 'verdict', 'cause'])
    .orderBy('from_no')
    .execute()

/** From which publication until which each row of a table holds, by what it is of. */
async function held(table: 'organisation_held' | 'subject_held' | 'subject_visit' | 'subject_parties') {
  const key = table === 'organisation_held' ? 'slug' : 'municipality'
  const { rows } = await sql<{ key: string; from_no: number; to_no: number | null }>`select ${sql.ref(key)} as key,
    from_no, to_no from ${sql.table(`published.${table}`)} order by 1, 2`.execute(database.db)
  return rows.map(({ key: of, from_no, to_no }) => [of === town ? 'www' : of, from_no, to_no])
}
/** What everybody is shown of each publication. */
const shown = async () =>
  (
    await database.publicDb
      .selectFrom('published.organisation as o')
      .leftJoin('published.subject as s', (join) =>
        join.onRef('s.publication', '=', 'o.publication').onRef('s.organisation', '=', 'o.slug'),
      )
      .select(['o.publication', 'o.slug', 's.address', 'o.themes'])
      .orderBy('o.publication')
      .orderBy('o.slug')
      .execute()
  ).map(({ publication, slug, address, themes }) => [publication, slug, address, themes[0]!.score])

test('a finding is written once and holds until it changes; earlier publications stay readable', async () => {
  await measure('unmet')
  expect(await publishWith('c1')).toMatchObject({ no: 1, organisations: 2, subjects: 1 })
  await measure('unmet', 'c1', 'met')
  expect((await publishWith('c1')).summary).toMatchObject({ better: 0, worse: 0 })
  await measure('met')
  expect((await publishWith('c1')).summary).toMatchObject({ better: 1, worse: 0, byNorm: 0 })
  expect(await open()).toEqual([
    { from_no: 1, to_no: 3, verdict: 'unmet', cause: 'first' },
    { from_no: 3, to_no: null, verdict: 'met', cause: 'subject' },
  ])
  const scores = await database.publicDb
    .selectFrom('published.organisation')
    .select(['publication', 'themes'])
    .where('slug', '=', 'cafe')
    .orderBy('publication')
    .execute()
  expect(scores.map(({ themes }) => themes[0]!.score)).toEqual([0, 0, 1])
})

test('a finding that changed says what became of its barriers, and that alone is no change', async () => {
  const became = { same: 2, fresh: 1, gone: 3 }
  const asked: (readonly [string, string])[] = []
  const by: Engine = {
    ...engine,
    since: async (before, after) => {
      asked.push([before, after])
      return new Map([['VEI-11.hsts', became]])
    },
  }
  const published = async () =>
    (
      await database.publicDb.selectFrom('published.finding').select(['from_no', 'seen']).orderBy('from_no').execute()
    ).map(({ from_no, seen }) => [from_no, (seen as Record<string, unknown>)['barriersSince']])
  await measure('unmet')
  await publishWith('c1', {}, by)
  expect(asked).toEqual([])
  await measure('met')
  await publishWith('c1', {}, by)
  expect(await published()).toEqual([
    [1, undefined],
    [2, became],
  ])
  expect(asked).toHaveLength(1)
  expect(asked[0]![0]).not.toBe(asked[0]![1])
  // The same again: nothing is written, though the engine would say the same of it.
  await measure('met', 'c1', 'partly')
  await publishWith('c1', {}, by)
  expect(await published()).toHaveLength(2)
})

test('an organisation and its address are rows that hold until they change, each part at its own pace', async () => {
  await measure('unmet')
  await publishWith('c1')
  await measure('unmet', 'c1', 'met')
  await publishWith('c1')
  await measure('met')
  await publishWith('c1')
  expect(await held('organisation_held')).toEqual([
    ['cafe', 1, 3],
    ['cafe', 3, null],
    ['zonder-site', 1, null],
  ])
  expect(await held('subject_held')).toEqual([
    ['www', 1, 3],
    ['www', 3, null],
  ])
  expect(await held('subject_visit')).toEqual([
    ['www', 1, 2],
    ['www', 2, 3],
    ['www', 3, null],
  ])
  expect(await held('subject_parties')).toEqual([['www', 1, null]])
  const site = 'www.cafe.test'
  expect(await shown()).toEqual([
    [1, 'cafe', site, 0],
    [1, 'zonder-site', null, 0],
    [2, 'cafe', site, 0],
    [2, 'zonder-site', null, 0],
    [3, 'cafe', site, 1],
    [3, 'zonder-site', null, 0],
  ])
})

test('who is gone ends with the next publication, and who is back begins anew', async () => {
  await measure('unmet')
  await publishWith('c1')
  const { db } = database
  await db.updateTable('subject').set({ ended_at: new Date() }).where('municipality', '=', town).execute()
  await db.updateTable('organisation').set({ slug: 'elders' }).where('slug', '=', 'zonder-site').execute()
  await publishWith('c1')
  await db.updateTable('organisation').set({ slug: 'zonder-site' }).where('slug', '=', 'elders').execute()
  await publishWith('c1')
  expect((await held('organisation_held')).filter(([slug]) => slug !== 'cafe')).toEqual([
    ['elders', 2, 3],
    ['zonder-site', 1, 2],
    ['zonder-site', 3, null],
  ])
  for (const part of ['subject_held', 'subject_visit', 'subject_parties'] as const)
    expect(await held(part)).toEqual([['www', 1, 2]])
})

test('what old evidence already says under the new catalogue was changed by the norm', async () => {
  await measure('unmet')
  await publishWith('c1')
  await measure('met', 'c2')
  const again = {
    ...engine,
    again: async () => new Map([['VEI-11.hsts', { verdict: 'met' as const, comparable: true }]]),
  }
  expect((await publishWith('c2', { catalogue: catalogueAt('c2', [stricter]) }, again)).summary).toMatchObject({
    better: 0,
    byNorm: 1,
    changes: [{ cause: 'norm', from: 'unmet', to: 'met' }],
  })
})

test('lists are rules too: what old evidence already says under new lists is our measurement', async () => {
  await measure('met')
  await publishWith('c1')
  await measure('unmet', 'c1', 'unmet', 'l2')
  const again = {
    ...engine,
    again: async () => new Map([['VEI-11.hsts', { verdict: 'unmet' as const, comparable: true }]]),
  }
  expect((await publishWith('c1', { lists: 'l2' }, again)).summary).toMatchObject({
    worse: 0,
    byNorm: 0,
    byMeasurement: 1,
  })
  // The near miss: with the same lists nobody judges old evidence again, and it was the organisation.
  await measure('met', 'c1', 'met', 'l2')
  expect((await publishWith('c1', { lists: 'l2' }, again)).summary).toMatchObject({ better: 1, byMeasurement: 0 })
})

test(
  'with another catalogue the same findings are weighed with both, so that the difference is told as the ' + "norm's",
  async () => {
    await measure('unmet')
    await publishWith('c1')
    await measure('unmet', 'c2')
    const weigh: Engine['weigh'] = (_findings, { version }) => [
      {
        theme: 'VEI',
        score: version === 'c1' ? 0.4 : 0.6,
        coverage: 1,
        known: 2,
        applicable: 2,
        normsTouched: 1,
        norms: 1,
      },
    ]
    const { summary } = await publishWith('c2', {}, { ...engine, weigh })
    expect(summary.themes).toMatchObject([{ median: 0.6, reweighed: 0.4 }])
    await measure('unmet', 'c2')
    expect((await publishWith('c2', {}, { ...engine, weigh })).summary.themes).toMatchObject([
      { median: 0.6, reweighed: null },
    ])
  },
)

test('nothing is published that was judged by other rules than those in force', async () => {
  await measure('unmet', 'c0')
  await expect(publishWith('c1')).rejects.toThrow(NotReady)
  expect(await database.db.selectFrom('published.publication').selectAll().execute()).toEqual([])
})

test('a provisional publication is replaced without a trace', async () => {
  await measure('unmet')
  await publishWith('c1')
  await measure('met')
  expect(await publishWith('c1', { provisional: true })).toMatchObject({ no: 2 })
  await measure('partly')
  expect(await publishWith('c1')).toMatchObject({ no: 2 })
  expect((await open()).map(({ verdict, from_no, to_no }) => [verdict, from_no, to_no])).toEqual([
    ['unmet', 1, 2],
    ['partly', 2, null],
  ])
  // What the provisional one ended went on; what it began is gone.
  expect(await held('organisation_held')).toEqual([
    ['cafe', 1, null],
    ['zonder-site', 1, null],
  ])
  expect(await held('subject_visit')).toEqual([
    ['www', 1, 2],
    ['www', 2, null],
  ])
})

test('a website that no longer belongs to an organisation ends with the next publication', async () => {
  await measure('unmet')
  await publishWith('c1')
  const rows = [{ line: 2, cells: { name: 'Café', websites: '' } }]
  await importOrganisations(database.db, town, { rows, refused: [] })
  await publishWith('c1')
  expect(await open()).toMatchObject([{ from_no: 1, to_no: 2 }])
})

test('two people who publish at once do not both get the same number', async () => {
  await measure('unmet')
  const done = await Promise.allSettled([publishWith('c1'), publishWith('c1')])
  const numbers = done.flatMap((each) => (each.status === 'fulfilled' ? [each.value.no] : []))
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.length).toBeGreaterThan(0)
})

test('only a weight changed: no finding did, and the weight is told', async () => {
  await measure('unmet')
  await publishWith('c1')
  await measure('unmet', 'c2')
  const heavier = { ...norm, criteria: norm.criteria.map((each) => ({ ...each, weight: 3 })) }
  const { summary } = await publishWith('c2', {
    catalogue: { ...catalogueAt('c2'), norms: [heavier] } as unknown as Catalogue,
  })
  expect(summary).toMatchObject({
    better: 0,
    worse: 0,
    byNorm: 0,
    weights: [{ theme: 'VEI', norm: 'VEI-11', criterion: 'VEI-11.hsts', from: 2, to: 3 }],
  })
  expect((await open()).map(({ cause }) => cause)).toEqual(['first'])
})

test('a law that came under a norm is told by its name', async () => {
  await measure('unmet')
  await publishWith('c1')
  await measure('unmet', 'c2')
  const law = { id: 'CBW', title: 'Cyberbeveiligingswet', kind: 'law' }
  const asked = { ...norm, status: 'law-public', since: '2026-08-15', sources: [{ source: law, article: 'art. 21' }] }
  const { summary } = await publishWith('c2', {
    catalogue: { ...catalogueAt('c2'), sources: [law], norms: [asked] } as unknown as Catalogue,
  })
  expect(summary.laws).toEqual([
    {
      theme: 'VEI',
      norm: 'VEI-11',
      from: 'framework',
      to: 'law-public',
      since: '2026-08-15',
      laws: ['Cyberbeveiligingswet, art. 21'],
    },
  ])
})

test('a site that could not be seen did not change, nor when it is back', async () => {
  await measure('met')
  await publishWith('c1')
  await measure('unknown')
  expect((await publishWith('c1')).summary).toMatchObject({ better: 0, worse: 0, byNorm: 0, unseen: 1 })
  await measure('met')
  await publishWith('c1')
  expect((await open()).map(({ cause }) => cause)).toEqual(['first', 'unseen', 'unseen'])
})

test(
  'old evidence that another version of the program reads otherwise is our measurement, not the ' + 'organisation',
  async () => {
    await measure('unmet')
    await publishWith('c1', { versions: { leidraad: '1' } })
    await measure('met')
    const again = {
      ...engine,
      again: async () => new Map([['VEI-11.hsts', { verdict: 'met' as const, comparable: true }]]),
    }
    expect((await publishWith('c1', { versions: { leidraad: '2' } }, again)).summary).toMatchObject({
      better: 0,
      byNorm: 0,
      byMeasurement: 1,
      changes: [{ cause: 'measurement' }],
    })
  },
)

test('lists and program both changed, and the norm asks what it asked: our measurement', async () => {
  await measure('unmet')
  await publishWith('c1', { versions: { leidraad: '1' } })
  await measure('met', 'c1', 'met', 'l2')
  const again = {
    ...engine,
    again: async () => new Map([['VEI-11.hsts', { verdict: 'met' as const, comparable: true }]]),
  }
  const act = { lists: 'l2', versions: { leidraad: '2' } }
  expect((await publishWith('c1', act, again)).summary).toMatchObject({ better: 0, byNorm: 0, byMeasurement: 1 })
})

test('what was looked at otherwise then is our measurement, by whatever version it was published', async () => {
  await measure('unmet')
  const again = {
    ...engine,
    again: async () => new Map([['VEI-11.hsts', { verdict: 'unmet' as const, comparable: false }]]),
  }
  await publishWith('c1', { versions: { leidraad: '2' } }, again)
  await measure('met')
  expect((await publishWith('c1', { versions: { leidraad: '2' } }, again)).summary).toMatchObject({
    better: 0,
    byMeasurement: 1,
    changes: [{ cause: 'measurement' }],
  })
})

test('what was measured too long ago is published as unknown, and that is nobody’s doing', async () => {
  await measure('met')
  const catalogue = { ...catalogueAt('c1'), norms: [{ ...norm, reviewMonths: 3 }] } as unknown as Catalogue
  const weighed: string[][] = []
  const by: Engine = {
    ...engine,
    weigh: (findings, on) => {
      weighed.push(findings.map(({ verdict }) => verdict))
      return engine.weigh(findings, on)
    },
  }
  await publishWith('c1', { catalogue, today: '2000-01-01' }, by)
  expect(weighed.flat()).toContain('met')
  weighed.length = 0
  await publishWith('c1', { catalogue, today: '2999-01-01' }, by)
  expect(new Set(weighed.flat())).toEqual(new Set(['unknown']))
  const [was, now] = await database.db.selectFrom('published.finding').selectAll().orderBy('from_no').execute()
  expect(was).toMatchObject({ verdict: 'met', from_no: 1, to_no: 2 })
  expect(now).toMatchObject({ verdict: 'unknown', reason: 'expired', cause: 'unseen', to_no: null })
  expect(now!.seen).toMatchObject({ until: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) })
})
