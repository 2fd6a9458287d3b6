/** What was published counts as long as its norm lets it; after that no page, figure or file tells it as how it is. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { CITY, READ_ON, seedPublished, STORE } from '../../test/published.ts'
import { createSite } from '../apps/site.ts'
import { readCatalogue } from '../catalogue/norms.ts'
import { asItStands, shortest, standingOf } from './standing.ts'

const ORIGIN = 'https://leidraad.voorbeeldstad.nl'
/** Measured on 20 November 2026: what is looked at again after three months is too old, after a year not. */
const LATER = '2027-06-01'
const SOON = 'VEI-11'
const catalogue = readCatalogue('norms')
const months = new Map(catalogue.norms.map(({ id, reviewMonths }) => [id, reviewMonths]))
let database: Awaited<ReturnType<typeof testDatabase>>
let [now, later]: Hono[] = []
/** A website with something that is too old, that was met or not. */
let old: { organisation: string; address: string; norm: string; criterion: string; verdict: string }

beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  const { catalogue: told } = await database.db
    .selectFrom('published.publication')
    .select('catalogue')
    .where('no', '=', 2)
    .executeTakeFirstOrThrow()
  const norms = told.norms.map((norm) => (norm.id === SOON ? { ...norm, reviewMonths: 3 } : norm))
  await database.db
    .updateTable('published.publication')
    .set({ catalogue: JSON.stringify({ ...told, norms }) as never })
    .execute()
  ;[now, later] = [READ_ON, () => LATER].map((today) =>
    createSite({
      today,
      db: database.publicDb,
      store: STORE,
      municipality: 'voorbeeldstad',
      city: 'Voorbeeldstad',
      origin: ORIGIN,
      css: '',
      assets: {},
    }),
  )
  const rows = await database.db
    .selectFrom('published.finding as f')
    .innerJoin('published.subject as s', (join) => join.onRef('s.id', '=', 'f.subject').on('s.publication', '=', 2))
    .select(['s.organisation', 's.address', 'f.norm', 'f.criterion', 'f.verdict'])
    .where('f.municipality', '=', CITY)
    .where('f.to_no', 'is', null)
    .where('s.kind', '=', 'website')
    .where('f.verdict', '=', 'unmet')
    .where('f.norm', '=', SOON)
    .orderBy('f.criterion')
    .execute()
  old = rows[0]!
})
afterAll(() => database.close())

const text = async (site: Hono | undefined, path: string) => (await site!.request(ORIGIN + path)).text()
const json = async (site: Hono | undefined, path: string) =>
  (await (await site!.request(`${ORIGIN}/api/v1${path}`)).json()) as {
    readonly resultaten: readonly { norm: string; criterium: string; adres: string; oordeel: string; reden: string }[]
  }

test('on the pages of an organisation, an address and a finding it is unknown, and until when it was', async () => {
  const at = `/organisaties/${old.organisation}/${old.address}`
  expect(await text(now, `${at}/${old.criterion}`)).not.toContain('te lang geleden gemeten')
  const shown = await text(later, `${at}/${old.criterion}`)
  expect(shown).toContain('Dit is te lang geleden gemeten om nu nog iets te zeggen. Het gold tot en met')
  // No first step for what nobody knows; the history says what was seen.
  expect(shown).not.toContain('id="herstel"')
  expect(await text(later, `/en${at}/${old.criterion}`)).toContain('measured too long ago to say anything now')
  expect(await text(later, at)).toContain('te lang geleden gemeten')
  expect(await text(later, `${at}?publicatie=1`)).not.toContain('te lang geleden gemeten')
  expect(await text(now, `/organisaties/${old.organisation}`)).not.toBe(
    await text(later, `/organisaties/${old.organisation}`),
  )
})

test('the figures of an organisation follow, on its page, in the API and in the file', async () => {
  const seen = async (site: Hono | undefined) => {
    const answer = await site!.request(`${ORIGIN}/api/v1/organisaties/${old.organisation}`)
    return JSON.stringify(await answer.json())
  }
  expect(await seen(later)).not.toBe(await seen(now))
  const file = '/open-data/organisaties.csv'
  expect(await text(later, file)).not.toBe(await text(now, file))
  expect(await text(later, `${file}?publicatie=1`)).toBe(await text(now, `${file}?publicatie=1`))
})

test('findings that are asked by their verdict are asked by what they are now', async () => {
  const asked = (verdict: string) => `/bevindingen?oordeel=${verdict}&norm=${old.norm}&aantal=100`
  expect((await json(now, asked('voldoet-niet'))).resultaten.length).toBeGreaterThan(0)
  expect((await json(later, asked('voldoet-niet'))).resultaten).toEqual([])
  const unknown = (await json(later, asked('onbekend'))).resultaten
  expect(unknown.find(({ adres, criterium }) => adres === old.address && criterium === old.criterion)).toMatchObject({
    oordeel: 'onbekend',
    reden: 'expired',
  })
  const stays = '/bevindingen?thema=PRV&aantal=100'
  expect((await json(later, stays)).resultaten).toEqual((await json(now, stays)).resultaten)
})

test('what is counted per norm follows, and a page about the whole city says that part of it is too old', async () => {
  const tally = async (site: Hono | undefined) => {
    const lines = (await text(site, '/open-data/normen.csv')).split('\r\n')
    const head = lines[0]!.replace('\uFEFF', '').split(',')
    const row = lines.find((line) => line.includes(`,${old.criterion},`))!.split(',')
    const of = (name: string) => Number(row.at(head.indexOf(name) - head.length))
    return { unmet: of('voldoet_niet'), unknown: of('onbekend') }
  }
  const [before, after] = [await tally(now), await tally(later)]
  expect(before.unmet).toBeGreaterThan(0)
  expect(after.unmet).toBe(0)
  expect(after.unknown).toBeGreaterThanOrEqual(before.unknown + before.unmet)
  for (const path of ['/', '/organisaties']) {
    expect(await text(now, path)).not.toContain('Een deel is te lang geleden gemeten')
    expect(await text(later, path)).toContain('Een deel is te lang geleden gemeten')
    expect(await text(later, `${path}?publicatie=1`)).not.toContain('Een deel is te lang geleden gemeten')
  }
})

test('nothing is asked of a publication while nothing of it can be too old; on its last day it still counts', () => {
  const short = shortest(catalogue)
  const norm = [...months].find(([, each]) => each === short)![0]
  const from = '2026-01-31T10:00:00Z'
  const last = { 1: '2026-02-28', 3: '2026-04-30' }[short]!
  expect(standingOf(catalogue, from, last)).toBeUndefined()
  expect(standingOf(catalogue, null, '2099-01-01')).toBeUndefined()
  const finding = { norm, criterion: `${norm}.x`, verdict: 'met', reason: 'ok', seen: {} } as const
  expect(asItStands({ today: last, catalogue }, finding, new Date(from))).toBe(finding)
  expect(asItStands({ today: '2026-05-01', catalogue }, finding, new Date(from))).toMatchObject({
    verdict: 'unknown',
    seen: { until: last },
  })
})
