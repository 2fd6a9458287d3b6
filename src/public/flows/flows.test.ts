/** Data flows by decision: one page each, in two languages, drawn and as a table with the same words. */
import type { Hono } from 'hono'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryStore } from '../../../test/memory-home.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { createSite } from '../../apps/site.ts'
import { readCatalogue } from '../../catalogue/norms.ts'
import { readRegisters, registerFor } from '../../catalogue/registers.ts'
import { readRequestKinds } from '../../catalogue/requests.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { wrapped } from '../../web/charts/data-flow.tsx'

const registers = readRegisters('registers')
const register = registerFor(registers, 'data-flow')!
const place = `/registers/${register.id}/besluiten`
let database: TestDatabase
let site: Hono
let asking: Hono
let row: (no: number, values: object, more?: object) => object

beforeAll(async () => {
  database = await testDatabase()
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const { id: elsewhere } = await ensureMunicipality(database.db, 'Elders')
  row = (no: number, values: object, more: object = {}) => ({
    municipality,
    register: register.id,
    id: uuid(),
    no,
    version: 1,
    slug: `${no}-stroom`,
    title: `Stroom ${no}`,
    values: JSON.stringify({ naam: `Stroom ${no}`, artikel: 'Wet art. 1', ...values }),
    ...more,
  })
  const fine = { besluit: 'Naheffing parkeren', van: 'RDW', gegevens: 'Naam <b>en</b> adres', persoonsgegevens: true }
  await database.db
    .insertInto('published.entry')
    .values([
      row(1, { ...fine, naar: 'Heffing en invordering van de gemeente', doel: 'Sturen', grondslag: 'wet' }),
      row(2, {
        ...fine,
        besluit: 'Naheffing  Parkeren!',
        van: 'Mobiliteit',
        naar: 'Scanauto',
        persoonsgegevens: false,
      }),
      row(3, { besluit: 'Cameratoezicht', van: 'Camera', naar: 'Politie' }),
      row(4, { ...fine, besluit: 'Gestopt besluit', naar: 'Niemand' }, { ended: true }),
      row(
        5,
        { ...fine, besluit: 'Oud besluit', naar: 'Niemand' },
        { to_at: '2026-04-01T10:00:00Z', from_at: '2026-03-01' },
      ),
      row(9, { besluit: 'Van elders', van: 'X', naar: 'Y' }, { municipality: elsewhere }),
    ] as never)
    .execute()
  const options = {
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: 'https://leidraad.test',
    css: '',
    assets: {},
    registers,
    kinds: readRequestKinds('verzoeken', readCatalogue('norms')),
  }
  site = createSite(options)
  const requests = { key: Buffer.alloc(32), counted: async () => ({}), remake: () => Promise.reject(new Error('none')) }
  // Whose page it is about is asked of the site itself, which says so where a mistake can be reported.
  asking = createSite({ ...options, requests, reports: { key: Buffer.alloc(32), counted: async () => ({}) } })
})
afterAll(() => database.close())

const text = async (path: string, status = 200) => {
  const answer = await site.request(`https://leidraad.test${path}`)
  expect(answer.status).toBe(status)
  return answer.text()
}
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the decisions that are public now, each once, whatever its spelling', async () => {
  const list = words(await text(place))
  expect(list).toMatch(/Cameratoezicht , 1 gegevensstroom .*Naheffing parkeren , 2 gegevensstromen/i)
  expect(list).not.toMatch(/Gestopt besluit|Oud besluit|Van elders/)
  expect(await text(`/registers/${register.id}`)).toContain(`href="${place}"`)
})

test('one is drawn and told: what stands in the picture stands in the table', async () => {
  const page = await text(`${place}/naheffing-parkeren`)
  const [svg] = /<svg class="ld-data-flow"[^]*?<\/svg>/.exec(page)!
  const table = words(/<table[^]*?<\/table>/.exec(page)![0])
  expect(svg.match(/ld-data-flow__line/g)).toHaveLength(2)
  expect(svg.match(/ld-data-flow__personal/g)).toHaveLength(1)
  const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, each]) => each!)
  for (const each of drawn.slice(2)) expect(table).toContain(each)
  expect(table).toMatch(
    /1\. Stroom 1 RDW Heffing en invordering van de gemeente Naam &lt;b&gt;en&lt;\/b&gt; adres Sturen/,
  )
  expect(table).toMatch(/Sturen Wettelijke plicht ja/)
  expect(words(page)).toContain('Wet art. 1')
  expect(page).toContain(`/registers/${register.id}/1-stroom`)
})

test('from a decision one asks why it was taken, where requests can be made', async () => {
  expect(await text(`${place}/cameratoezicht`)).not.toContain('/verzoeken/')
  const page = await (await asking.request(`https://leidraad.test${place}/cameratoezicht`)).text()
  const [, to] = /href="(\/verzoeken\/nieuw\/[^"]*)"/.exec(page)!
  expect(to).toBe(`/verzoeken/nieuw/uitleg-besluit?bij=${encodeURIComponent(`${place}/cameratoezicht`)}`)
  const form = await (await asking.request(`https://leidraad.test${to}&over=uzelf`)).text()
  expect(form).toContain('Cameratoezicht')
})

test('the list of decisions leads to their data and to the algorithms, and is what the menu calls it', async () => {
  const page = await text('/toetsen')
  expect(page).toContain(`href="${place}"`)
  expect(page).toContain('href="/registers/algoritmes"')
  expect(page).toMatch(/<a href="\/toetsen" aria-current="page">Besluiten<\/a>/)
  expect(await text('/en/toetsen')).toContain('>Decisions</a>')
  const moved = await site.request('https://leidraad.test/en/besluiten')
  expect([moved.status, moved.headers.get('location')]).toEqual([302, '/en/toetsen'])
})

test('in English the frame is English and what was written stays Dutch', async () => {
  const page = await text(`/en${place}/naheffing-parkeren`)
  expect(page).toContain('The data as a picture')
  expect(page).toContain('Legal duty')
  expect(page).toMatch(/<span lang="nl">Stroom 1<\/span>/)
})

test('what is not there says so; all that is there is on the map of the site', async () => {
  for (const name of ['gestopt-besluit', 'van-elders', 'niets']) await text(`${place}/${name}`, 404)
  const map = await text('/sitemap/paginas.xml')
  expect(map).toContain(`${place}/cameratoezicht`)
  expect(map).not.toContain('gestopt-besluit')
})

test('however many there are, all are read', async () => {
  const many = Array.from({ length: 2_001 }, (_, at) =>
    row(100 + at, { besluit: 'Groot besluit', van: 'A', naar: 'B' }),
  )
  await database.db
    .insertInto('published.entry')
    .values(many as never)
    .execute()
  expect(words(await text(place))).toContain('Groot besluit , 2001 gegevensstromen')
  await database.db.deleteFrom('published.entry').where('no', '>=', 100).execute()
})

test.each([
  ['Heffing en invordering', ['Heffing en', 'invordering']],
  ['Arbeidsongeschiktheidsverzekering', ['Arbeidsonge-', 'schiktheids-', 'verzekering']],
  ['BRP (basisregistratie personen)', ['BRP', '(basisregistratie', 'personen)']],
  ['RDW', ['RDW']],
])('%s is wrapped and whole', (given, lines) => {
  expect(wrapped(given)).toEqual(lines)
})
