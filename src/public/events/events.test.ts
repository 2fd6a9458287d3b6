/** What everybody reads of events: pages, calendars, news, the API and the file; also of what is over or off. */
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { seedEvents } from '../../../test/event-city.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { createSite } from '../../apps/site.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { todayIn } from '../../web/language.ts'

const ORIGIN = 'https://leidraad.test'
const PLACE = '/samen/bijeenkomsten'
let database: TestDatabase
let site: Hono
const numbers = new Map<string, number>()

beforeAll(async () => {
  database = await testDatabase()
  const { id } = await ensureMunicipality(database.db, 'Sluiswijk')
  await seedEvents(database.db, id)
  for (const { no, title } of await database.db.selectFrom('published.event').select(['no', 'title']).execute())
    numbers.set(title.endsWith('voorjaar') ? 'Voorjaar' : title.split(/[ :]/)[0]!, no)
  site = createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
})
afterAll(() => database.close())

const read = async (path: string) => {
  const answer = await site.request(ORIGIN + path)
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() }
}
const of = (title: string) => `${PLACE}/${numbers.get(title)!}`

test('the list tells what comes, or what is over with its lessons, and narrows by kind and subject', async () => {
  const coming = (await read(PLACE)).text
  for (const said of ['Avond over nepberichten', 'plaatsen vrij', 'vol, met wachtlijst', 'loop zo binnen', 'Gaat niet'])
    expect(coming).toContain(said)
  expect(coming).not.toContain('Sluiswijk leert inloggen')
  // Declined: only who proposed it reads it.
  for (const view of [coming, (await read(`${PLACE}?toon=voorbij`)).text]) expect(view).not.toContain('tweedehands')
  const past = (await read(`${PLACE}?toon=voorbij`)).text
  for (const said of ['Sluiswijk leert inloggen', '21 mensen waren er', 'staat er nog niet'])
    expect(past).toContain(said)
  const narrow = (await read(`${PLACE}?soort=workshop&onderwerp=accessibility`)).text
  expect(narrow).toContain('Toegankelijke site')
  expect(narrow).not.toContain('Avond over nepberichten')
  expect((await read(`${PLACE}?soort=hack&onderwerp=city`)).text).toContain('Niets past bij wat u zoekt')
  for (const wrong of ['soort=feest', 'onderwerp=x', 'pagina=0', 'toon=alles'])
    expect((await read(`${PLACE}?${wrong}`)).status, wrong).toBe(400)
})
test('one says whether there is a place; over it tells its lessons, and off it says why', async () => {
  const open = (await read(of('Avond'))).text
  expect(open).toContain(`href="/samen/opgeven/${numbers.get('Avond')!}"`)
  expect(open).toContain('"@type":"Event"')
  expect(open).toContain('EventScheduled')
  const over = (await read(of('Sluiswijk'))).text
  expect(over).toContain('twintig mensen')
  expect(over).not.toContain('/samen/opgeven/')
  const off = (await read(of('Ontbijt'))).text
  expect(off).toContain('De spreker is ziek')
  expect(off).toContain('EventCancelled')
  expect(off).not.toContain('/samen/opgeven/')
  for (const none of [`${PLACE}/9999`, `${PLACE}/0`, `${PLACE}/9999.ics`])
    expect((await read(none)).status, none).toBe(404)
})
test.each([
  ['Avond', 'InStock'],
  ['Ontbijt', undefined],
  ['Sluiswijk', undefined],
])('search engines read of %s that its place is %s', async (title, there) => {
  const { text } = await read(of(title))
  expect(/schema\.org\/(InStock|SoldOut)/.exec(text)?.[1]).toBe(there)
  expect(text.includes('"offers"')).toBe(there !== undefined)
})
test('of a hack event nothing is in scope while a supplier did not answer; afterwards it tells how many', async () => {
  const coming = (await read(of('Voorjaar'))).text
  for (const said of ['Er mag nu nergens worden gezocht', '099 000 02 99', 'hackregels']) expect(coming).toContain(said)
  expect(coming).not.toContain('afspraken.sluiswijk.test')
  const over = (await read(of('Hack'))).text
  for (const said of ['4 zwakke plekken zijn gemeld', 'Hersteld: 3', 'Team Dijkdoorbraak']) expect(over).toContain(said)
  expect(over).not.toMatch(/Dossierwerk|Yusuf|Marit/)
  expect(over).toContain('En aan iedereen')
  const rules = (await read(`${PLACE}/hackregels`)).text
  expect(rules).toContain('U valt elkaar niet aan')
  expect((await read(`/en${PLACE}/hackregels`)).text).toContain('You do not attack each other')
})
test('the API tells of a hack event what its page tells, and nothing that was found', async () => {
  const { hackevenement: over } = JSON.parse((await read(`/api/v1/bijeenkomsten/${numbers.get('Hack')!}`)).text)
  const forbidden = ['De kassa’s in het Stadhuis', 'De telefooncentrale']
  expect(over).toMatchObject({ systemen: [], ookVerboden: forbidden, gemeld: 4, hersteld: 3, nagekeken: 2 })
  expect(over.metDankAan).toEqual(['Lot, student', 'Team Dijkdoorbraak'])
  await sql`update hack_target set state = 'refused' where state = 'asked'`.execute(database.db)
  await sql`update hack_target set state = 'given', signed_name = 'Marit Dekker', signed_on = today_here(),
    signed_hash = repeat('a', 64) where name = 'Bibliotheek: lenen'`.execute(database.db)
  const { text } = await read('/api/v1/bijeenkomsten?aantal=50')
  const coming = JSON.parse(text).resultaten.find(({ titel }: { titel: string }) => titel.endsWith('voorjaar'))
  expect(coming.hackevenement.systemen.map(({ naam }: { naam: string }) => naam)).toContain('Bibliotheek: lenen')
  expect(text).not.toMatch(/Marit|Yusuf|Dennis Oosterhof|lenen.bibliotheek.test/)
})
test('an event is found by its words, also when it is over', async () => {
  const found = (await read('/zoeken?q=nepberichten')).text
  expect(found).toContain(of('Avond'))
  expect((await read('/zoeken?q=schrijfmachine')).text).not.toContain(PLACE)
  expect((await read('/zoeken?q=wachtwoordkluis')).text).toContain(of('Sluiswijk'))
})
test('a calendar holds one or all, by the clock here, and tells what was called off', async () => {
  const { text, type } = await read(`${of('Ontbijt')}.ics`)
  expect(type).toContain('text/calendar')
  expect(text).toContain('STATUS:CANCELLED')
  expect(text).toMatch(/DTSTART;TZID=Europe\/Amsterdam:\d{8}T080000/)
  const all = (await read(`${PLACE}/agenda.ics`)).text
  expect(all.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(5)
  const last = daysAfter(todayIn(), 41).replaceAll('-', '')
  expect(all).toContain(`DTEND;TZID=Europe/Amsterdam:${last}T170000`)
})
test('news, the API and the file give each of them, and nobody who joined', async () => {
  const feed = (await read(`${PLACE}/nieuws.atom`)).text
  expect(feed).toContain('Gaat niet door: Ontbijt')
  const { resultaten, volgende } = JSON.parse((await read('/api/v1/bijeenkomsten?aantal=3')).text)
  expect(resultaten).toHaveLength(3)
  expect(volgende).toMatch(/na=\d+/)
  const one = JSON.parse((await read(`/api/v1/bijeenkomsten/${numbers.get('Ontbijt')!}`)).text)
  expect(one).toMatchObject({ kosten: 7.5, gaatDoor: false, waarom: expect.stringContaining('ziek') })
  expect(one.hackevenement).toBeNull()
  const file = (await read('/open-data/bijeenkomsten.csv')).text
  const lines = file.trim().split('\r\n')
  expect(lines[0]).toContain('nummer,id,soort')
  expect(file).toContain('Sluiswijk leert inloggen')
  for (const text of [feed, file, JSON.stringify(resultaten)]) expect(text).not.toMatch(/06 00 00|deelnemer\d@/)
})
test('what the municipality took off the site is gone with why; its words are nowhere', async () => {
  const no = numbers.get('Hackathon:') ?? numbers.get('Hackathon')!
  const at = `${PLACE}/${no}`
  expect((await read(at)).text).toContain('open data van de stad')
  await sql`update event set state = 'cancelled', why = 'x', taken_off = 'Het was nep' where no = ${no}`.execute(
    database.db,
  )
  const page = await read(at)
  expect([page.status, page.text.includes('Het was nep')]).toEqual([410, true])
  expect((await read(`/en${at}`)).text).toContain('no longer on the site')
  const rest = ['nieuws.atom', 'agenda.ics', ''].map((each) => `${PLACE}${each && `/${each}`}`)
  for (const place of [...rest, '/api/v1/bijeenkomsten', '/open-data/bijeenkomsten.csv', '/zoeken?q=hackathon', at])
    expect((await read(place)).text, place).not.toContain('open data van de stad')
  for (const place of [`${at}.ics`, `/api/v1/bijeenkomsten/${no}`]) expect((await read(place)).status, place).toBe(410)
})
