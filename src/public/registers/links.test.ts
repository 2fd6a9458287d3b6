/** Where links of public entries lead: to what is public itself, by its name; of the rest only how many there are. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { CITY, seedPublished, STORE } from '../../../test/published.ts'
import { createSite } from '../../apps/site.ts'
import { readRegisters } from '../../catalogue/registers.ts'

const register = (id: string, open: string, fields: string) => `
id: ${id}
versie: "1"
titel: Alle ${id}
titel_en: All ${id}
een: ${id}
een_en: ${id}
uitleg: Welke er zijn.
doel: ${id}
openbaar: ${open}
lijst: [naam${fields === '' ? '' : ', waarin'}]
velden:
  - {id: naam, soort: tekst, label: Naam, verplicht: true, openbaar: true, rol: title}
${fields}`
const LINKS = `
  - {id: waarin, soort: verwijzing, naar: {doel: vijver}, meer: true, label: Vijver?, openbaar: true, filter: true}
  - {id: stil, soort: verwijzing, naar: {doel: kelder}, meer: true, label: Kelder?, openbaar: true, filter: true}
  - {id: norm, soort: verwijzing, naar: {soort: norm}, meer: true, label: Bij welke norm?, openbaar: true, filter: true}
  - {id: zaak, soort: verwijzing, naar: {soort: zaak}, meer: true, label: Bij welke zaak?, openbaar: true, filter: true}
  - {id: binnen, soort: verwijzing, naar: {doel: vijver}, label: Nooit te zien, filter: true}
  - {id: plaats, soort: plaats, label: Plaats, openbaar: true, rol: place}
`
const PLACE = { label: 'Singel', lon: 4.48, lat: 52.16 }
const [fish, pond, hidden, gone, cellar, caseFile] = Array.from({ length: 6 }, () => uuid())
let database: TestDatabase
let site: Hono

beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-links-'))
  writeFileSync(path.join(dir, 'vissen.yaml'), register('vissen', 'na-twee-personen', LINKS))
  writeFileSync(path.join(dir, 'vijver.yaml'), register('vijver', 'na-twee-personen', ''))
  writeFileSync(path.join(dir, 'kelder.yaml'), register('kelder', 'nooit', ''))
  const row = (of: string, id: string, no: number, title: string, values: object, more: object = {}) => ({
    municipality: CITY,
    register: of,
    id,
    no,
    version: 1,
    slug: `${no}-ding`,
    title,
    values: JSON.stringify({ naam: title, ...values }),
    search: title,
    ...more,
  })
  const norm = ['VEI-11', 'OUD-1']
  const now = { waarin: [pond, hidden, gone], stil: [cellar], norm, zaak: [caseFile], binnen: [hidden], plaats: PLACE }
  await database.db
    .insertInto('published.entry')
    .values([
      row('vissen', fish!, 1, 'Baars', { waarin: [pond] }, { from_at: '2026-03-01', to_at: '2026-04-01' }),
      row('vissen', fish!, 1, 'Baars', now, { version: 2, from_at: '2026-04-01' }),
      row('vijver', pond!, 7, 'Ronde <b>vijver</b>', {}),
      // What stood there once is not public now.
      row('vijver', gone!, 8, 'Gedempte vijver', {}, { from_at: '2026-03-01', to_at: '2026-04-01' }),
      // Of a register that was public once.
      row('kelder', cellar!, 9, 'Natte kelder', {}),
    ])
    .execute()
  site = createSite({
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad',
    origin: 'https://leidraad.test',
    css: '',
    assets: {},
    registers: readRegisters(dir),
  })
})
afterAll(() => database.close())
const get = async (at: string) => (await site.request(`https://leidraad.test${at}`)).text()
const secret = () => new RegExp([hidden, gone, cellar, caseFile, 'Gedempte', 'Natte', 'Nooit te zien'].join('|'))

test('a page and a list name what is public and lead there, and say of the rest only how many', async () => {
  const [page, list, english] = [
    await get('/registers/vissen/1-ding'),
    await get('/registers/vissen'),
    await get('/en/registers/vissen/1-ding'),
  ]
  for (const text of [page, list]) {
    expect(text).toContain('href="/registers/vijver/7-ding">Ronde &lt;b&gt;vijver&lt;/b&gt;</a>')
    expect(text).toContain('2 niet openbaar')
  }
  expect(page).toContain('1 niet openbaar')
  expect(page).toMatch(/href="\/normen\/VEI-11">VEI-11 [^<]{10,}<\/a>/)
  expect(page).toContain('<span>OUD-1</span>')
  expect(page).not.toContain('Bij welke zaak?')
  expect(english).toContain('2 not public')
  expect(english).toContain('href="/en/registers/vijver/7-ding"><span lang="nl">Ronde')
  expect(english).toContain('href="/en/normen/VEI-11">VEI-11 ')
  for (const text of [page, list, english]) expect(text).not.toMatch(secret())
})

test('an earlier version leads to how things are now', async () => {
  const text = await get('/registers/vissen/1-ding/versie/1')
  expect(text).toContain('href="/registers/vijver/7-ding"')
  expect(text).not.toContain('niet openbaar')
})

test('file and API give no name and no id of what is not public', async () => {
  const csv = await get('/open-data/register-vissen.csv')
  expect(csv).toContain('Ronde <b>vijver</b>')
  expect(csv).not.toMatch(secret())
  const [one] = JSON.parse(await get('/api/v1/registers/vissen/entries')).results
  expect(one.record.data).toEqual({
    naam: 'Baars',
    waarin: [pond],
    stil: [],
    norm: ['VEI-11', 'OUD-1'],
    zaak: [],
    plaats: PLACE,
  })
  expect(JSON.parse(await get(`/api/v1/registers/vissen/entries/${fish}`)).record.data).toEqual(one.record.data)
})

test('what is narrowed by an id that is not public answers as one that is not there', async () => {
  const none = uuid()
  const asked = (field: string, id: string, more = '') => get(`/registers/vissen?f-${field}=${id}${more}`)
  for (const more of ['', '&weergave=kaart', '&q=baars']) {
    expect(await asked('waarin', pond!, more)).toContain('Baars')
    expect(await asked('norm', 'VEI-11', more)).toContain('Baars')
    for (const [field, id] of [
      ['waarin', hidden!],
      ['waarin', gone!],
      ['stil', cellar!],
      ['zaak', caseFile!],
    ] as const) {
      const page = await asked(field, id, more)
      expect(page).not.toContain('Baars')
      expect(page.replaceAll(id, none)).toBe(await asked(field, none, more))
    }
  }
  // What is for the desk narrows nothing.
  expect(await asked('binnen', hidden!)).toContain('Baars')
  // In the API nothing is narrowed but by words.
  for (const id of [hidden, pond, none]) {
    const { count } = JSON.parse(await get(`/api/v1/registers/vissen/entries?f-waarin=${id}`))
    expect(count).toBe(1)
    expect(JSON.parse(await get(`/api/v1/registers/vissen/entries?q=${id}`)).count).toBe(0)
  }
})

test('the map names what is public, and gives no id', async () => {
  const map = await get('/registers/vissen?weergave=kaart')
  expect(map).toContain('Ronde &lt;b&gt;vijver&lt;/b&gt;')
  expect(map).not.toMatch(new RegExp([pond, hidden, gone, cellar, caseFile].join('|')))
})
