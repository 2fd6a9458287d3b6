/**
 * One file makes a register, and nothing else: list, form, history, conflict, import, export, publication by two
 * people, pages in two languages, API, catalogue of data sets, what the norms find in it, and who may do what.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskRoutes } from '../src/apps/desk-routes.ts'
import { createSite } from '../src/apps/site.ts'
import { readCatalogue } from '../src/catalogue/norms.ts'
import { readRegisters } from '../src/catalogue/registers.ts'
import { ROLES } from '../src/vocabulary/roles.ts'
import { addOrganisation, addPerson, testDeps, testDesk, type TestDesk, type Visitor } from './desk.ts'
import { ROWS, THINGS } from './desk-registers.ts'
import { formOf } from './form-page.ts'
import { memoryStore } from './memory-home.ts'
import { readThings, TYPED } from './things.ts'

const SITE = 'https://leidraad.sluiswijk.test'
const [register] = readThings()
const AT = `/registers/${register!.id}`
let desk: TestDesk
let site: Hono
let anna: Visitor
let pia: Visitor
/** Where the one entry is that goes through all of it. */
let clock: string

/** The norms of Leidraad, of which one asks something of this register: that is data too. */
function catalogue() {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-normen-'))
  cpSync('norms', dir, { recursive: true })
  const file = path.join(dir, 'STD/STD-05.yaml')
  const asks = '    register: {doel: ding, veld: vanaf, houdt: niet-verlopen}\n'
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/^    mens:\n(?:      .*\n)+/m, asks))
  return readCatalogue(dir, undefined, [...readRegisters('registers'), ...readThings()])
}

beforeAll(async () => {
  desk = await testDesk(deskRoutes({ ...testDeps(), registers: readThings(), catalogue: catalogue() }))
  const { id } = desk.municipality
  anna = await desk.visit(await addPerson(desk.db, id, ['policy-officer'], 'Anna'))
  pia = await desk.visit(await addPerson(desk.db, id, ['publisher'], 'Pia'))
  await addOrganisation(desk.db, id, 'Bakkerij De Korenaar')
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: SITE,
    css: '',
    assets: {},
    registers: readThings(),
  })
})
afterAll(() => desk.close())

const read = async (where: string, visitor = anna) => {
  const answer = await visitor.get(where)
  expect(answer.status, where).toBe(200)
  return answer.text()
}
const words = (page: string) =>
  /<main[\s\S]*<\/main>/
    .exec(page)![0]
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const main = async (where: string) => words(await read(where))
const changing = async () => formOf(await read(`${clock}/wijzigen`), `${clock}/wijzigen`)
const save = async (fields: Parameters<Visitor['post']>[1]) =>
  (await anna.post(`${clock}/wijzigen`, { ...(await changing()), ...fields })).status
const everybody = async (where: string) => {
  const answer = await site.request(SITE + where)
  return { status: answer.status, text: await answer.text() }
}
const json = async (where: string) => JSON.parse((await everybody(where)).text)

test('door and list: it is there, and empty', async () => {
  expect(await main('/balie/registers')).toContain('Dingen in de stad Wat er is, en van wie. Nog leeg')
  expect((await anna.get(THINGS)).status).toBe(200)
})

test('form: every kind of field is filled in, kept, and read again', async () => {
  const proof = new File(['gewone tekst'], 'besluit.txt', { type: 'text/plain' })
  const made = await anna.post(`${THINGS}/nieuw`, { ...TYPED, 'w-bewijs': proof, 'w-norm': 'PRV-01' })
  expect(made.status).toBe(303)
  clock = made.headers.get('location')!
  const page = await main(clock)
  for (const each of ['Grote klok', 'Rood', '31 december 2026', '€ 12,50', 'Markt 1', 'Bakkerij De Korenaar'])
    expect(page).toContain(each)
  expect(page).toContain('besluit.txt')
  expect(await main(THINGS)).toContain('Grote klok')
  expect((await anna.get(`${THINGS}/kaart`)).status).toBe(200)
  expect((await anna.post(`${THINGS}/nieuw`, { 'w-naam': '' })).status).toBe(422)
})

test('history and conflict: every version stays, and who is second sees both', async () => {
  const old = await changing()
  expect(await save({ 'w-aantal': '2' })).toBe(303)
  expect(await main(`${clock}/geschiedenis`)).toMatch(/Versie 2 .*Aantal 1\.250 2 .*Versie 1/)
  const late = await anna.post(`${clock}/wijzigen`, { ...old, 'w-aantal': '3' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Dit is intussen veranderd')
})

test('norms: what they ask of it is found as it was filled in', async () => {
  expect(await main(clock)).toMatch(/STD-05 .* voldoet De datum bij “Tot” in het register is nog niet voorbij/)
  expect(await save({ 'w-vanaf': '2026-02-01' })).toBe(303)
  expect(await main(clock)).toMatch(/STD-05 .* voldoet niet De datum/)
  expect(await save({ 'w-vanaf': '2099-12-31' })).toBe(303)
})

const facts = (page: string) =>
  Object.fromEntries([...page.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(([, name, value]) => [name, value]))
async function tried(file: File): Promise<string> {
  const answer = await anna.post(`${THINGS}/importeren`, { bestand: file })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

test('import: a trial run tells each row, and bad rows keep nothing and lose nothing', async () => {
  const trial = await tried(new File([ROWS], 'dingen.csv'))
  const proef = new URL(trial, SITE).searchParams.get('proef')!
  expect(facts(await read(trial))).toEqual({ Nieuw: '2', Gewijzigd: '1', 'Gelijk gebleven': '0', Geweigerd: '3' })
  const sure = (more: object) => anna.post(`${THINGS}/importeren/uitvoeren`, { proef, ...more })
  expect((await sure({})).status).toBe(422)
  expect(await main(THINGS)).not.toContain('Nieuwe lantaarn')
  const done = await sure({ goede: 'ja' })
  expect(done.status).toBe(303)
  expect(await main(THINGS)).toContain('Nieuwe lantaarn')
  const rest = new URL(done.headers.get('location')!, SITE).searchParams.get('proef')
  const refused = await read(`${THINGS}/importeren/geweigerd.csv?proef=${rest}`)
  for (const each of ['Toeter', '99999', 'Paars']) expect(refused).toContain(each)
})

test.each(['csv', 'ods'])('export as %s: reads in again, and nothing is different', async (extension) => {
  const file = await anna.get(`${THINGS}/exporteren.${extension}`)
  expect(file.status).toBe(200)
  const trial = await tried(new File([await file.arrayBuffer()], `dingen.${extension}`))
  expect(facts(await read(trial))).toEqual({ Nieuw: '0', Gewijzigd: '0', 'Gelijk gebleven': '3', Geweigerd: '0' })
})

test('publication: one releases, another publishes, nobody does both', async () => {
  const at = `${clock}/openbaar-maken`
  const { versie } = formOf(await read(at), `${clock}/vrijgeven`)
  expect((await anna.post(`${clock}/vrijgeven`, { versie: versie! })).status).toBe(303)
  const { stuk } = formOf(await read(at, pia), at)
  expect((await anna.post(at, { stuk: stuk! })).status).toBe(403)
  expect((await everybody(AT)).text).not.toContain('Grote klok')
  expect((await pia.post(at, { stuk: stuk! })).status).toBe(303)
})

test('pages in both languages: what is public, and nothing else', async () => {
  const slug = /href="(\/registers\/dingen\/\d[^"/?]*)"/.exec((await everybody(AT)).text)![1]!
  const [dutch, english] = [await everybody(slug), await everybody(`/en${slug}`)]
  for (const each of ['Heeft het een bord?', 'Blauw', '31 december 2099', '€ 13'])
    expect(words(dutch.text)).toContain(each)
  for (const each of ['Does it have a sign?', 'Blue', '31 December 2099']) expect(english.text).toContain(each)
  for (const { text } of [dutch, english]) expect(text).not.toContain('besluit.txt')
  expect((await everybody(`/en${AT}`)).text).toContain('Things in the city')
  for (const more of ['?q=klok&f-soort=a', '?weergave=kaart', '/agenda'])
    for (const lang of ['', '/en']) expect((await everybody(`${lang}${AT}${more}`)).text).toContain('Grote klok')
})

test('API, file, feed and catalogue of data sets follow', async () => {
  const list = await json(`/api/v1${AT}/entries`)
  expect(list).toMatchObject({ count: 1, results: [{ record: { data: { naam: 'Grote klok', prijs: 13 } } }] })
  const { properties } = await json(`/api/v1${AT}/schema`)
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(list.results[0].record.data)))
  expect(Object.keys(properties)).not.toContain('beheer')
  expect((await everybody(`/open-data/register-${register!.id}.csv`)).text).toContain('Grote klok')
  expect((await everybody(`${AT}/wijzigingen.atom`)).text).toContain('Grote klok')
  expect((await everybody(`${AT}/agenda.ics`)).text).toContain('DTSTART;VALUE=DATE:20991231')
  const graph: Record<string, unknown>[] = (await json('/open-data/dcat.jsonld'))['@graph']
  const set = graph.find(({ '@id': id }) => String(id).endsWith(`#register-${register!.id}`))!
  expect(set['@type']).toBe('dcat:Dataset')
  expect(JSON.stringify(set['dct:title'])).toContain('Dingen in de stad')
  expect(JSON.stringify(set['dcat:theme'])).toContain('ENVI')
  expect(JSON.stringify(set['dcat:distribution'])).toContain(`register-${register!.id}.csv`)
})

test('permissions: who may not write does not, who may not read does not, and elsewhere it is not there', async () => {
  const writes = new Set(['policy-officer', 'executor', 'account-manager'])
  for (const role of ROLES) {
    const visitor = await desk.visit(await addPerson(desk.db, desk.municipality.id, [role]))
    expect((await visitor.get(`${THINGS}/nieuw`)).status, role).toBe(writes.has(role) ? 200 : 403)
    expect([200, 403], role).toContain((await visitor.get(clock)).status)
  }
  const organisation = await addOrganisation(desk.db, desk.municipality.id, 'Een partner')
  const partner = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['partner'], 'Piet', organisation))
  expect((await partner.get(clock)).status).toBe(403)
  const elsewhere = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['policy-officer']))
  expect((await elsewhere.get(clock)).status).toBe(404)
  expect((await elsewhere.get(THINGS)).status).toBe(200)
  expect(words(await (await elsewhere.get(THINGS)).text())).not.toContain('Grote klok')
})

test('withdrawn by two people, it says so to everybody', async () => {
  const slug = /href="(\/registers\/dingen\/\d[^"/?]*)"/.exec((await everybody(AT)).text)![1]!
  expect((await anna.post(`${clock}/intrekken`, { reden: 'Er stond een naam in.' })).status).toBe(303)
  expect((await anna.post(`${clock}/intrekken/bevestigen`)).status).toBe(403)
  expect((await pia.post(`${clock}/intrekken/bevestigen`)).status).toBe(303)
  const gone = await everybody(slug)
  expect([gone.status, gone.text.includes('Er stond een naam in.')]).toEqual([410, true])
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
