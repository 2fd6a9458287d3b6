/** What everybody reads of a register: pages in two languages, API, schema, file, feed, site map and catalogue. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testDeps } from '../../../test/desk.ts'
import { wrongIn } from '../../../test/dcat-rules.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { createSite } from '../../apps/site.ts'
import { readRegisters } from '../../catalogue/registers.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { comingOfPublic } from './store.ts'
import { says } from './messages.ts'

const ORIGIN = 'https://leidraad.test'
const register = readRegisters('registers').find(({ purpose }) => purpose === 'sensor')!
const at = `/registers/${register.id}`
let database: TestDatabase
let site: Hono
const [camera, counter] = [uuid(), uuid()]

beforeAll(async () => {
  database = await testDatabase()
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const { id: elsewhere } = await ensureMunicipality(database.db, 'Elders')
  const row = (id: string, no: number, more: object) => ({
    municipality,
    register: register.id,
    id,
    no,
    version: 1,
    slug: `${no}-ding`,
    title: 'Ding',
    values: '{}',
    search: 'Ding',
    from_at: '2026-03-01T10:00:00Z',
    ...more,
  })
  const values = {
    naam: 'Camera <b>Plein</b>',
    soort: 'camera',
    plaats: { label: 'Stationsplein', lon: 4.48, lat: 52.16 },
    persoonsgegevens: true,
    contact: 'sensoren@sluiswijk.test',
    einde: '2097-05-01',
    nazien: '2027-01-01',
  }
  const now = { title: values.naam, values: JSON.stringify(values), search: 'Camera Plein', slug: '1-camera' }
  await database.db
    .insertInto('published.entry')
    .values([
      row(camera, 1, { ...now, to_at: '2026-04-01T10:00:00Z', title: 'Oude naam', values: '{"naam":"Oude naam"}' }),
      row(camera, 1, { ...now, version: 3, from_at: '2026-04-01T10:00:00Z' }),
      row(counter, 2, { title: '=Teller', values: '{"naam":"=Teller","soort":"personenteller"}', slug: '2-teller' }),
      row(uuid(), 9, { municipality: elsewhere, title: 'Van elders', slug: '9-elders' }),
    ])
    .execute()
  await database.db
    .insertInto('published.entry_withdrawn')
    .values({ municipality, register: register.id, id: uuid(), no: 3, slug: '3-weg', reason: 'Er stond een naam in.' })
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
    registers: [register],
  })
})
afterAll(() => database.close())

const get = async (path: string) => {
  const answer = await site.request(ORIGIN + path)
  return { status: answer.status, text: await answer.text() }
}
const json = async (path: string) => JSON.parse((await get(path)).text)

test('the list is searched and narrowed, in two languages, and shows nothing of elsewhere', async () => {
  expect((await get('/registers')).text).toContain(`href="${at}"`)
  const { text } = await get(at)
  expect(text).toContain('2 gevonden')
  expect(text).toContain('>Alle</option>')
  expect(text).toContain('Camera &lt;b&gt;Plein&lt;/b&gt;')
  expect(text).not.toMatch(/elders|Oude naam/i)
  expect((await get(`/en${at}`)).text).toContain('People counter')
  expect((await get(`${at}?q=plein`)).text).toContain('1 gevonden')
  expect((await get(`${at}?f-soort=personenteller`)).text).not.toContain('1-camera')
  expect((await get(`${at}?f-persoonsgegevens=ja`)).text).toContain('1 gevonden')
  expect((await get(`${at}?pagina=x`)).status).toBe(400)
  expect((await get(`${at}?q=%00`)).status).toBe(400)
})

test('one entry is read in words, with its earlier version and where to report', async () => {
  const { text } = await get(`${at}/1-camera`)
  expect(text).toContain('1 mei 2097')
  expect(text).toContain(`href="${at}/1-camera/versie/1"`)
  expect(text).toContain('mailto:digitaal@sluiswijk.test')
  expect(text).not.toContain('1 januari 2027')
  // How it is now is no earlier version.
  expect(text).not.toMatch(/>(?:Van|Sinds)[^<]*<\/a>[\s\S]*>Sinds /)
  expect(text).not.toContain('versie/3"')
  expect(text.match(/>Van [^<]* tot 1 april 2026</g)).toHaveLength(1)
  // A correction says what it corrected; of what is not public nothing is said.
  expect(text).toMatch(/Daarna veranderd: Naam, Wat is het\?, [^<]*\./)
  expect((await get(`/en${at}/1-camera`)).text).toContain('Changed after that: Name, ')
  expect(text).not.toMatch(/Daarna veranderd:[^<]*Opnieuw/)
  expect((await get(`${at}/1-camera/versie/1`)).text).toContain('Dit is een eerdere versie')
  expect((await get(`${at}/1-camera/versie/2`)).status).toBe(404)
  for (const path of [`${at}/4-niets`, `${at}/9-elders`, '/registers/onzin', `${at}/%00`])
    expect((await get(path)).status).toBe(404)
})

test('the page of an entry leads to what somebody can ask about it, where requests can be made', async () => {
  expect((await get(`${at}/1-camera`)).text).not.toContain('/verzoeken/nieuw/')
  const deps = testDeps()
  const kind = deps.requestKinds.find(({ beside }) => beside.includes('sensor'))!
  const open = createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    registers: [register],
    kinds: deps.requestKinds,
    requests: { key: deps.key, counted: async () => ({}), remake: deps.remake },
  })
  const read = async (path: string) => (await open.request(ORIGIN + path)).text()
  const page = await read(`${at}/1-camera`)
  const link = /href="(\/verzoeken\/nieuw\/[^"]+)"[^>]*>([^<]+)</.exec(page)!
  expect(link[2]).toBe(kind.question.nl)
  // What it is about goes along.
  expect(await read(link[1]!)).toContain(`name="bij" value="${at}/1-camera"`)
  expect(await read(`${link[1]!}&over=uzelf`)).toContain('Camera &lt;b&gt;Plein&lt;/b&gt;')
  expect(await read(`/en${at}/1-camera`)).toContain(`>${kind.question.en}</a>`)
  expect(await read(`${at}/1-camera/versie/1`)).not.toContain('/verzoeken/nieuw/')
})

test('a version of one day tells between which times it stood there', () => {
  const [from, to] = [new Date('2026-11-28T08:00:00Z'), new Date('2026-11-28T09:30:00Z')]
  expect(says('nl').version(from, to)).toMatch(/^Van 28 november 2026.* 0?9\.00 uur tot 28 november 2026.* 10\.30 uur$/)
  expect(says('en').earlier(from, to)).toMatch(/from .*0?9:00.* to .*10:30/)
  expect(says('nl').version(from, new Date('2026-11-29T08:00:00Z'))).toBe('Van 28 november 2026 tot 29 november 2026')
})

test('what comes of a register stands on a calendar that others can follow; what is not public does not', async () => {
  const { text } = await get(`${at}/agenda`)
  expect(text).toContain('<time dateTime="2097-05-01" class="ld-oneline">1 mei 2097</time>')
  expect(text).toContain(`href="${at}/1-camera"`)
  expect(text).not.toContain('2027')
  expect((await get(`/en${at}/agenda`)).text).toContain('1 May 2097')
  const file = await site.request(`${ORIGIN}/en${at}/agenda.ics`)
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const lines = (await file.text()).replaceAll('\r\n ', '').split('\r\n')
  expect(lines).toContain('DTSTART;VALUE=DATE:20970501')
  expect(lines).toContain(`URL;VALUE=URI:${ORIGIN}/en${at}/1-camera`)
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect((await get(at)).text).toContain(`href="${at}/agenda"`)
})

test('days in the rows of a list come too, each once; what is no list or no row gives none', async () => {
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const [id, other] = [uuid(), uuid()]
  const points = ['2098-02-01', '2098-01-01', '2098-01-01', '2020-01-01'].map((datum) => ({ datum, vraag: 'Door?' }))
  const row = { municipality, register: 'projecten', version: 1, title: 'Werk', search: '' }
  await database.db
    .insertInto('published.entry')
    .values([
      { ...row, id, no: 1, slug: '1-werk', values: JSON.stringify({ punten: [...points, { vraag: 'Zonder dag' }] }) },
      { ...row, id: other, no: 2, slug: '2-werk', values: '{"punten":"2098-03-01","bij":["2098-04-01"]}' },
    ])
    .execute()
  const where = { db: database.publicDb, municipality }
  const days = await comingOfPublic(where, 'projecten', ['punten.datum', 'bij.datum'], '2097-01-01', 10)
  expect(days.map(({ id: of, field, on }) => [of, field, on])).toEqual([
    [id, 'punten.datum', '2098-01-01'],
    [id, 'punten.datum', '2098-02-01'],
  ])
})

test('a thing that should be gone says so beside its day; one that is kept up longer does not', async () => {
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const row = { municipality, register: register.id, version: 1, search: '' }
  const [id, other] = [uuid(), uuid()]
  await database.db
    .insertInto('published.entry')
    .values([
      { ...row, id, no: 11, slug: '11-oud', title: 'Oud', values: '{"naam":"Oud","einde":"2026-01-01"}' },
      { ...row, id: other, no: 12, slug: '12-weg', title: 'Weg', ended: true, values: '{"einde":"2026-01-01"}' },
    ])
    .execute()
  expect((await get(`${at}/11-oud`)).text).toContain('Deze dag is voorbij.')
  expect((await get(`/en${at}/11-oud`)).text).toContain('This day has passed.')
  for (const slug of ['12-weg', '1-camera']) expect((await get(`${at}/${slug}`)).text).not.toContain('is voorbij.')
  await database.db.deleteFrom('published.entry').where('id', 'in', [id, other]).execute()
})

test('what was withdrawn says when and why', async () => {
  const gone = await get(`${at}/3-weg`)
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('Er stond een naam in.')
  const { id } = await database.db.selectFrom('published.entry_withdrawn').select('id').executeTakeFirstOrThrow()
  expect((await get(`/api/v1/registers/${register.id}/entries/${id}`)).status).toBe(410)
  expect((await get(`/api/v1/registers/${register.id}/entries/${uuid()}`)).status).toBe(404)
})

test('the API gives records as the Objecten-API does, and the schema they follow', async () => {
  expect((await json('/api/v1/registers')).resultaten.map(({ id }: { id: string }) => id)).toEqual([register.id])
  const list = await json(`/api/v1/registers/${register.id}/entries?pageSize=1`)
  expect([list.count, list.results.length, list.previous]).toEqual([2, 1, null])
  expect(list.next).toBe(`${ORIGIN}/api/v1/registers/${register.id}/entries?pageSize=1&page=2`)
  const one = await json(`/api/v1/registers/${register.id}/entries/${camera}`)
  expect(one).toMatchObject({
    url: `${ORIGIN}/api/v1/registers/${register.id}/entries/${camera}`,
    uuid: camera,
    type: `${ORIGIN}/api/v1/registers/${register.id}/schema`,
    record: {
      index: 3,
      geometry: { type: 'Point', coordinates: [4.48, 52.16] },
      startAt: '2026-04-01',
      endAt: null,
      registrationAt: '2026-04-01',
    },
  })
  const schema = await json(`/api/v1/registers/${register.id}/schema`)
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(Object.keys(schema.properties)).not.toContain('nazien')
  for (const name of Object.keys(one.record.data)) expect(Object.keys(schema.properties)).toContain(name)
  expect(schema.properties.soort.oneOf[0]).toEqual({ const: 'camera', title: 'Camera' })
  expect((await get(`/api/v1/registers/${register.id}/entries/${uuid()}`)).status).toBe(404)
  expect((await get(`/api/v1/registers/${register.id}/entries?pageSize=0`)).status).toBe(400)
  expect(Object.keys((await json('/api/v1/openapi.json')).paths)).toContain('/registers/{register}/entries')
})

test('file, feed and site map follow', async () => {
  const csv = (await get(`/open-data/register-${register.id}.csv`)).text
  expect(csv).toMatch(/^nummer,naam,soort,/)
  expect(csv).toContain("'=Teller")
  expect(csv).not.toContain('nazien')
  const feed = (await get(`${at}/wijzigingen.atom`)).text
  expect(feed.match(/<entry>/g)).toHaveLength(4)
  expect(feed).toContain('<title>Gewijzigd: Camera')
  expect(feed).toContain('<title>Ingetrokken: sensor 3')
  expect((await get('/sitemap.xml')).text).toContain(`/sitemap/register-${register.id}-1.xml`)
  expect((await get(`/sitemap/register-${register.id}-1.xml`)).text).toContain(`${ORIGIN}${at}/1-camera</loc>`)
})

test('the catalogue has our own files as DCAT-AP-NL 3.0 obliges, and here no more', async () => {
  const catalogue = await json('/open-data/dcat.jsonld')
  expect(wrongIn(catalogue)).toEqual([])
  const sets = catalogue['@graph'].filter((each: Record<string, unknown>) => each['@type'] === 'dcat:Dataset')
  const names = sets.map((each: Record<string, unknown>) => String(each['@id']).split('#')[1])
  expect(names).toContain(`register-${register.id}`)
  expect(names).not.toContain('dataset')
  expect((await get('/open-data/dcat.jsonld?na=1')).status).toBe(404)
  expect((await get('/open-data/dcat.jsonld?na=0')).status).toBe(400)
})

test('the address of whose it is stands nowhere that everybody reads', async () => {
  const places = [
    at,
    `${at}/1-camera`,
    `/api/v1/registers/${register.id}/entries`,
    `/open-data/register-${register.id}.csv`,
  ]
  for (const place of [...places, `/en${at}/1-camera`, `${at}?weergave=kaart`])
    expect((await get(place)).text, place).not.toContain('sensoren@sluiswijk.test')
})

test('what has a place is on a map too: links with names, a table below, and only what was asked for', async () => {
  expect((await get(at)).text).toContain('weergave=kaart')
  const map = (await get(`${at}?weergave=kaart`)).text
  expect(map).toContain('aria-label="Camera &lt;b&gt;Plein&lt;/b&gt;, Camera"')
  expect(map).toContain('1 heeft geen plek op de kaart')
  expect((await get(`${at}?weergave=kaart&q=nergens`)).text).toContain('Op dit deel van de kaart staat niets.')
  expect((await get(`/en${at}?weergave=kaart&plek=53,6,500`)).text).toContain('There is nothing on this part')
})

test('an area is on the map with its corners, and one in the API', async () => {
  const area = [
    [4.4, 52.1],
    [4.4, 52.2],
    [4.5, 52.2],
  ]
  const values = { naam: 'Tellers', plaats: { label: 'Binnenstad', lon: 4.433333, lat: 52.166667, area } }
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const id = uuid()
  const row = { municipality, register: register.id, id, version: 1, no: 7, slug: '7-tellers', search: 'Tellers' }
  await database.db
    .insertInto('published.entry')
    .values({ ...row, title: 'Tellers', values: JSON.stringify(values), from_at: '2026-03-01T10:00:00Z' })
    .execute()
  expect((await get(`${at}/7-tellers`)).text).toMatch(/class="ld-map__area" d="M[\d .]+L[\d .]+L[\d .]+Z"/)
  expect((await get(`${at}?weergave=kaart`)).text.match(/ld-map__area"/g)).toHaveLength(1)
  const { record } = await json(`/api/v1/registers/${register.id}/entries/${id}`)
  expect(record.geometry).toEqual({ type: 'Polygon', coordinates: [[...area, area[0]]] })
  await database.db.deleteFrom('published.entry').where('id', '=', id).execute()
})

test('one file with a place makes a register that has a map', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-kaart-'))
  const fields = [
    '{id: naam, soort: tekst, label: Naam, verplicht: true, openbaar: true, rol: title}',
    '{id: plek, soort: plaats, label: Plek, openbaar: true, rol: place}',
  ]
  const file = `id: hulppunten\nversie: "1"\ntitel: Hulppunten\neen: hulppunt\nuitleg: Waar u hulp krijgt.
doel: hulppunt
openbaar: na-twee-personen\nlijst: [naam, plek]\nvelden:\n  - ${fields.join('\n  - ')}\n`
  writeFileSync(path.join(dir, 'hulppunten.yaml'), file)
  const { id: municipality } = await ensureMunicipality(database.db, 'Sluiswijk')
  const values = { naam: 'Bibliotheek', plek: { label: 'Markt 1', lon: 4.48, lat: 52.16 } }
  const row = { municipality, register: 'hulppunten', id: uuid(), no: 1, version: 1, slug: '1-bieb', search: '' }
  const kept = { ...row, title: 'Bibliotheek', values: JSON.stringify(values), from_at: '2026-03-01T10:00:00Z' }
  await database.db.insertInto('published.entry').values(kept).execute()
  const tiles = { address: 'https://kaart.voorbeeld.nl/{z}/{x}/{y}.png', source: 'Voorbeeld' }
  const own = createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    tiles,
    registers: readRegisters(dir),
  })
  const answer = await own.request(`${ORIGIN}/registers/hulppunten?weergave=kaart`)
  const policy = (from: Response) => from.headers.get('content-security-policy')
  expect(await answer.text()).toMatch(/aria-label="Bibliotheek"[\s\S]*Markt 1/)
  expect(policy(answer)).toContain("img-src 'self' https://kaart.voorbeeld.nl;")
  // Kept whole, the header goes along; and a page without a map lets nothing in.
  expect(policy(await own.request(`${ORIGIN}/registers/hulppunten?weergave=kaart`))).toBe(policy(answer))
  expect(policy(await own.request(`${ORIGIN}/registers/hulppunten`))).not.toContain('voorbeeld')
})
