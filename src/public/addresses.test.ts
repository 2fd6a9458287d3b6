/** Whatever somebody types in an address of the public site: a page, or that it is not there; never a fault. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { seedPublished, STORE } from '../../test/published.ts'
import { createSite } from '../apps/site.ts'
import { readRegisters } from '../catalogue/registers.ts'

const ORIGIN = 'https://leidraad.test'
const faults: unknown[] = []
let database: TestDatabase
let site: Hono

beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  site = createSite({
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad',
    origin: ORIGIN,
    css: '',
    assets: {},
    registers: readRegisters('registers'),
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
    report: (error) => faults.push(error),
  })
})
afterAll(() => database.close())

const MADE_UP = [
  'geen-uuid',
  '00000000-0000-0000-0000-000000000000',
  '9'.repeat(30),
  '2147483648',
  '%00',
  '%C3%28',
  "'%20or%20true--",
  '__proto__',
]
const PARAM = /\/:(\w+)(?:\{(?:[^{}]|\{[^}]*\})*\})?\??/g

test('in the place of any parameter', async () => {
  const paths = [...new Set(site.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))]
  const withParams = paths.filter((path) => path.includes('/:'))
  expect(withParams.length).toBeGreaterThan(60)
  for (const path of withParams)
    for (const value of MADE_UP) {
      const at = path.replaceAll(PARAM, `/${value}`)
      const { status } = await site.request(ORIGIN + at)
      expect([at, status < 500]).toEqual([at, true])
    }
  expect(faults).toEqual([])
}, 120_000)

test('in the place of anything that is asked', async () => {
  const names = ['publicatie', 'pagina', 'page', 'pageSize', 'q', 'thema', 'sorteer', 'plek', 'weergave', 'over', 'aan']
  const filters = readRegisters('registers')
    .find(({ id }) => id === 'sensoren')!
    .fields.map(({ id }) => `f-${id}`)
  const pages = ['/', '/organisaties', '/normen', '/toetsen', '/registers/sensoren', '/fout-melden']
  for (const path of [...pages, '/api/v1/registers/sensoren/entries'])
    for (const value of MADE_UP.slice(2)) {
      const map = `weergave=kaart&plek=${value}&q=${value}`
      for (const one of [...names.map((name) => `${name}=${value}`), map, filters.map((f) => `${f}=x`).join('&')]) {
        const { status } = await site.request(`${ORIGIN}${path}?${one}`)
        expect([path, one, status < 500]).toEqual([path, one, true])
      }
    }
  expect(faults).toEqual([])
}, 240_000)
