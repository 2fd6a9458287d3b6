/** The pages of measurements at the desk, with something on each of them: nothing keeps anybody out or sticks out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { deskInBrowser, type DeskInBrowser } from '../../test/desk-browser.ts'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { openEvidenceStore, type EvidenceStore } from '../db/evidence.ts'
import { keepJudgements } from '../db/findings.ts'
import { importOrganisations } from '../features/organisations/store.ts'
import { watchers } from '../features/scans/judgements-store.ts'
import { claim, finish } from '../features/scans/queue-store.ts'
import { requestRound, subjectsOf } from '../features/scans/rounds-store.ts'
import { askSecondLooks } from '../features/scans/second-look-store.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding, VerdictWord } from '../model/finding.ts'
import type { Catalogue } from '../model/norm.ts'
import { publish } from '../publish/publish.ts'
import { deskRoutes } from './desk-routes.ts'

const CRITERIA = ['VEI-11.hsts', 'VEI-14.csp'] as const
const ADDRESS = 'www.een-tamelijk-lang-adres-van-een-bakkerij-aan-de-kade.test'
const catalogue = {
  version: 'c1',
  themes: [],
  sources: [],
  norms: [
    {
      id: 'VEI-11',
      theme: 'VEI',
      sources: [],
      criteria: CRITERIA.map((id) => ({ id, weight: 1, means: { by: 'check' } })),
    },
  ],
} as unknown as Catalogue

let desk: TestDesk
let inBrowser: DeskInBrowser
let store: EvidenceStore
let folder: string
let bakery: string
const people: Record<string, TestPerson> = {}

/** A moment of a morning or an afternoon, so many days ago. */
function ago(days: number, hour: number): string {
  const then = new Date(Date.now() - days * 86_400_000)
  then.setUTCHours(hour, 0, 0, 0)
  return then.toISOString()
}

/** Measures at a moment: what is found of the one criterion and of the other. */
async function measure(at: string, verdicts: readonly VerdictWord[]): Promise<void> {
  const { db, municipality } = desk
  const wanted = await subjectsOf(db, municipality.id)
  await requestRound(
    db,
    municipality.id,
    wanted.map((each) => ({ ...each, domain: 'bakkerij.test' })),
  )
  const held = (await claim(db, 'w'))!
  const findings = CRITERIA.map((criterion, which): Finding => {
    const verdict = verdicts[which]!
    return { norm: 'VEI-11', criterion, verdict, reason: verdict, seen: {}, strength: 'measured', source: 'visit', at }
  })
  const judged = { findings, parties: [], pages: [], screenshot: null, catalogue: 'c1', lists: 'l1' }
  const evidence = await store.putEvidence({ format: 2, tag: at } as unknown as Evidence)
  await finish(db, held, { evidence, why: null, detail: null }, async (tx) => {
    await tx.updateTable('visit').set({ ended_at: at }).where('id', '=', held.id).execute()
    const all = await watchers(tx, held.kind, held.address)
    await keepJudgements(
      tx,
      all.map((watcher) => ({ visit: held.id, watcher, judged })),
    )
    await askSecondLooks(tx, all, { hours: 8, perDay: 10 })
  })
}

const publishNow = () =>
  publish(
    desk.db,
    store,
    {
      weigh: () => [],
      again: async () => new Map(),
      since: async () => new Map(),
      elsewhere: async () => new Map(),
    },
    {
      municipality: desk.municipality.id,
      by: { name: 'Anna', function: 'beleidsmedewerker' },
      provisional: false,
      catalogue,
      lists: 'l1',
      versions: {},
      selfTest: null,
      apart: 8,
    },
  )

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { db, municipality } = desk
  folder = mkdtempSync(path.join(tmpdir(), 'evidence-'))
  store = openEvidenceStore(folder)
  const rows = [{ line: 2, cells: { name: 'Bakkerij De Korenaar', websites: ADDRESS } }]
  await importOrganisations(db, municipality.id, { rows, refused: [] })
  bakery = (await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()).id
  people['partner'] = await addPerson(db, municipality.id, ['partner'], 'Bram', bakery)
  people['officer'] = await addPerson(db, municipality.id, ['policy-officer'], 'Anna')
  people['auditor'] = await addPerson(db, municipality.id, ['auditor'], 'Aad')
  await measure(ago(6, 8), ['met', 'met'])
  await publishNow()
  await measure(ago(5, 8), ['unmet', 'met'])
  await measure(ago(4, 16), ['unmet', 'met'])
  await publishNow()
  await measure(ago(3, 8), ['unmet', 'partly'])
  inBrowser = await deskInBrowser(desk)
})
afterAll(async () => {
  await inBrowser?.close()
  await desk?.close()
  rmSync(folder, { recursive: true })
})

/** What turned and what waits is on the page of the organisation; on that of the city what waits. */
const OF_ONE = ['Nu laten meten', 'voldoet → voldoet niet', 'Tot dan blijft het oude oordeel openbaar.']
const PAGES: readonly (readonly [who: string, path: () => string, told: readonly string[]])[] = [
  ['officer', () => '/balie/metingen', ['Bakkerij De Korenaar', 'Tot dan blijft het oude oordeel openbaar.']],
  ['partner', () => '/balie/onze-metingen', OF_ONE],
  ['officer', () => `/balie/organisaties/${bakery}/metingen`, OF_ONE],
  ['auditor', () => `/balie/organisaties/${bakery}/metingen`, OF_ONE.slice(1)],
]
test.each(PAGES)('%s finds no barrier at page %#', async (who, at, told) => {
  await inBrowser.open(people[who]!, at())
  const text = await inBrowser.page.locator('main').textContent()
  for (const each of told) expect(text).toContain(each)
  expect(await barriersOf(inBrowser.page)).toEqual([])
  const ids = await inBrowser.page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
  expect(ids.filter((id, which) => ids.indexOf(id) !== which)).toEqual([])
})

test('who asked three times reads when it can be asked again, and finds no barrier', async () => {
  const { db, municipality } = desk
  const [round] = await db.selectFrom('round').select('id').execute()
  const asked = Array.from({ length: 3 }, (_, at) => ({
    municipality: municipality.id,
    id: `0198a000-0000-7000-8000-00000000000${at}`,
    organisation: bakery,
    round: round!.id,
  }))
  await db.insertInto('asked_look').values(asked).execute()
  await inBrowser.open(people['partner']!, '/balie/onze-metingen')
  expect(await inBrowser.page.locator('main').textContent()).toContain('door u of de gemeente. Het kan weer na ')
  expect(await barriersOf(inBrowser.page)).toEqual([])
})
