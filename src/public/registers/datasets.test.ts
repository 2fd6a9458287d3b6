/** What the register of data sets gives to the catalogue that others harvest: each public entry, in pages, once. */
import type { Hono } from 'hono'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { wrongIn } from '../../../test/dcat-rules.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { createSite } from '../../apps/site.ts'
import { readRegisters, registerFor } from '../../catalogue/registers.ts'
import { ensureMunicipality } from '../../db/municipality.ts'

const ORIGIN = 'https://leidraad.test'
const registers = readRegisters('registers')
const register = registerFor(registers, 'data-set')!
/** Two pages: as many as one holds, and some. */
const COUNT = 260
let database: TestDatabase
let site: Hono
let row: (no: number, more?: object) => object

beforeAll(async () => {
  database = await testDatabase()
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const { id: elsewhere } = await ensureMunicipality(database.db, 'Elders')
  const values = {
    omschrijving: 'Wat er staat.',
    thema: ['envi'],
    maker: 'Bureau Groen',
    uitgever: 'Gemeente Sluiswijk',
    contact: 'data@sluiswijk.test',
    eigenaar: 'Geheim team',
    toegang: 'iedereen',
    licentie: 'cc0',
    bestanden: [{ adres: 'https://data.sluiswijk.test/a.csv', soort: 'csv' }],
    persoonsgegevens: false,
  }
  row = (no, more = {}) => ({
    municipality,
    register: register.id,
    id: uuid(),
    no,
    version: 1,
    slug: `${no}-set`,
    title: `Set ${no}`,
    values: JSON.stringify({ titel: `Set ${no}`, ...values }),
    search: 'Set',
    from_at: '2026-03-01T10:00:00Z',
    ...more,
  })
  await database.db
    .insertInto('published.entry')
    .values([
      ...Array.from({ length: COUNT }, (_, at) => row(at + 1)),
      row(900, { ended: true }),
      row(901, { to_at: '2026-04-01T10:00:00Z' }),
      row(902, { municipality: elsewhere }),
    ] as never)
    .execute()
  site = createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    contact: { email: 'digitaal@sluiswijk.test', phone: '', days: 10 },
    registers,
  })
})
afterAll(() => database.close())

const text = async (path: string) => {
  const answer = await site.request(path.startsWith(ORIGIN) ? path : ORIGIN + path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
type Thing = Readonly<Record<string, unknown>>
const titlesIn = (graph: readonly Thing[]) =>
  graph
    .filter((each) => each['@type'] === 'dcat:Dataset')
    .map((each) => (each['dct:title'] as Record<string, string>)['@value']!)

test('a harvester that follows the pages finds each public data set once, and every page is valid', async () => {
  const found: string[] = []
  const pages: string[] = []
  for (let at: string | undefined = '/open-data/dcat.jsonld'; at;) {
    const catalogue = JSON.parse(await text(at))
    expect(wrongIn(catalogue), at).toEqual([])
    expect(JSON.stringify(catalogue)).not.toContain('Geheim team')
    const graph = catalogue['@graph'] as readonly Thing[]
    found.push(...titlesIn(graph))
    const page = graph.find((each) => String(each['@type']).includes('hydra:'))
    pages.push(String(page?.['@id']))
    at = (page?.['hydra:next'] as Record<string, string> | undefined)?.['@id']
    // While it is being read, an earlier one goes: nothing that follows moves.
    if (at) await database.db.updateTable('published.entry').set({ to_at: new Date() }).where('no', '=', 7).execute()
  }
  expect(pages).toEqual([`${ORIGIN}/open-data/dcat.jsonld#pagina`, `${ORIGIN}/open-data/dcat.jsonld?na=250`])
  const sets = found.filter((title) => title.startsWith('Set '))
  expect(sets).toHaveLength(COUNT)
  expect(new Set(sets)).toHaveLength(COUNT)
  expect(found.filter((title) => title === register.title)).toHaveLength(1)
})

test('the pages in Turtle lead to Turtle, and what nobody reads is not there', async () => {
  const first = await text('/open-data/dcat.ttl')
  expect(first).toContain(`hydra:nextPage <${ORIGIN}/open-data/dcat.ttl?na=`)
  const last = await text('/open-data/dcat.ttl?na=259')
  expect(last).toContain('dct:title "Set 260"@nl')
  expect(last).not.toMatch(/Set (259|900|901|902)"/)
  for (const asked of ['260', '-1', 'x', '0', '1e3'])
    expect((await site.request(`${ORIGIN}/open-data/dcat.ttl?na=${asked}`)).status, asked).toBe(
      asked === '260' ? 404 : 400,
    )
})

test('the file of a register is read on by number: who publishes meanwhile moves nothing', async () => {
  const lines = (await text(`/open-data/register-${register.id}.csv`)).trim().split('\r\n').slice(1)
  const numbers = lines.map((line) => Number(/\d+/.exec(line)?.[0]))
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(new Set(numbers)).toHaveLength(numbers.length)
  expect(numbers).toHaveLength(COUNT - 1)
})
