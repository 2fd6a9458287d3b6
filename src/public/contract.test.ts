/**
 * What others built on: the addresses, and what the API and the files answer, as they were. Who changes one of these on
 * purpose raises the version of the API, tells it in the changelog, and writes the answers anew with `npm test -- -u`.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { CITY, READ_ON, seedPublished, STORE } from '../../test/published.ts'
import { seedToetsen } from '../../test/published-toetsen.ts'
import { createSite } from '../apps/site.ts'
import { readRegisters } from '../catalogue/registers.ts'
import type { Register } from '../model/register.ts'

const ORIGIN = 'https://leidraad.voorbeeldstad.nl'
const FILE = `
id: wolken
versie: "1"
titel: Wolken
titel_en: Clouds
een: wolk
een_en: cloud
uitleg: Welke er hangen.
doel: wolk
openbaar: na-twee-personen
thema: ENVI
lijst: [naam, soort, weg]
velden:
  - {id: naam, soort: tekst, label: Naam, label_en: Name, verplicht: true, openbaar: true, rol: title}
  - id: soort
    soort: keuze
    label: Soort
    openbaar: true
    filter: true
    opties: [{id: w, label: Wit}, {id: g, label: Grijs}]
  - {id: weg, soort: datum, label: Weg op, openbaar: true, rol: ends}
  - {id: intern, soort: tekst, label: Intern}
`
const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-contract-'))
writeFileSync(path.join(dir, 'wolken.yaml'), FILE)
const [register] = readRegisters(dir) as [Register]
const bakery = '/organisaties/bakkerij-de-korenaar'
const shop = `${bakery}/www.bakkerij-de-korenaar.nl`
const API = '/api/v1'
const entries = `${API}/registers/${register.id}/entries`
const ENTRY = '0198a000-0000-7000-8000-00000000e001'

/** Answers that are kept whole. */
const WHOLE = [
  `${API}/openapi.json`,
  `${API}/publicaties`,
  `${API}/organisaties?aantal=2`,
  `${API}/organisaties?aantal=2&pagina=4`,
  `${API}/organisaties?q=bakkerij`,
  `${API}${bakery}`,
  `${API}${bakery}?publicatie=1`,
  `${API}${bakery}/bevindingen?aantal=3`,
  `${API}/bevindingen?oordeel=voldoet-niet&aantal=3`,
  `${API}/bevindingen?norm=VEI-11&aantal=3`,
  `${API}/normen/VEI-11`,
  `${API}/normen/MEN-01`,
  `${API}/toetsen`,
  `${API}/regelingen`,
  `${API}/registers`,
  `${API}/registers/${register.id}/schema`,
  entries,
  `${entries}/${ENTRY}`,
  `${API}/organisaties/onbekend`,
  `${API}/onzin`,
  '/open-data/organisaties.csv',
  '/open-data/organisaties.csv?publicatie=1',
  '/open-data/bevindingen.csv',
  '/open-data/normen.csv',
  '/open-data/toetsen.csv',
  '/open-data/regelingen.csv',
  `/open-data/register-${register.id}.csv`,
  '/open-data/dcat',
  '/open-data/dcat.jsonld',
  '/open-data/dcat.ttl',
  '/nieuws.atom',
  '/en/nieuws.atom',
  `${bakery}.atom`,
  `/registers/${register.id}/wijzigingen.atom`,
  '/sitemap.xml',
  '/sitemap/paginas.xml',
  '/sitemap/organisaties-1.xml',
  '/sitemap/adressen-1.xml',
  `/sitemap/register-${register.id}-1.xml`,
  '/sitemap/adressen-9.xml',
]

/** Pages, of which the title, the headings and how they are sent are kept. */
const PAGES = [
  '/',
  '/organisaties',
  '/organisaties?q=bakkerij&sorteer=naam&pagina=1',
  '/organisaties?thema=onzin',
  bakery,
  `${bakery}?publicatie=1`,
  shop,
  `${bakery}/bakkerij-de-korenaar.nl`,
  `${shop}/VEI-11.hsts`,
  `${shop}/niets`,
  '/normen',
  '/normen/VEI-11',
  '/normen/XXX-1',
  '/toetsen',
  '/toetsen?q=%00',
  '/toetsen/1',
  '/toetsen/1/versie/1',
  '/toetsen/1.json',
  '/toetsen/999',
  '/zo-werkt-de-it-toets',
  '/registers',
  `/registers/${register.id}`,
  `/registers/${register.id}?pagina=x`,
  `/registers/${register.id}/1-wolkje`,
  `/registers/${register.id}/1-wolkje/versie/1`,
  `/registers/${register.id}/agenda`,
  `/registers/${register.id}/2-niets`,
  '/methode',
  '/open-data',
  '/privacy',
  '/toegankelijkheid',
  '/onzin',
  '/normen/',
]

let database: Awaited<ReturnType<typeof testDatabase>>
let site: Hono
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  await seedToetsen(database.db)
  const row = {
    municipality: CITY,
    register: register.id,
    id: ENTRY,
    no: 1,
    slug: '1-wolkje',
    title: 'Wolkje',
    search: 'Wolkje',
  }
  await database.db
    .insertInto('published.entry')
    .values([
      {
        ...row,
        version: 1,
        values: '{"naam":"Wolk"}',
        from_at: '2026-03-01T10:00:00Z',
        to_at: '2026-04-01T10:00:00Z',
      },
      {
        ...row,
        version: 2,
        values: '{"naam":"Wolkje","soort":"w","weg":"2097-01-31"}',
        from_at: '2026-04-01T10:00:00Z',
      },
    ])
    .execute()
  site = createSite({
    today: READ_ON,
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad aan Zee',
    origin: ORIGIN,
    css: '',
    assets: {},
    contact: { email: 'digitaal@voorbeeldstad.nl', phone: '14 071', days: 10 },
    registers: [register],
  })
})
afterAll(() => database.close())

const sent = (answer: Response) =>
  [
    String(answer.status),
    ...['content-type', 'cache-control', 'location', 'content-disposition', 'content-language'].flatMap(
      (name) => answer.headers.get(name) ?? [],
    ),
  ].join(' | ')
const fileOf = (address: string) =>
  `../../test/contract/${address
    .replace(/^\//, '')
    .replaceAll(/[^A-Za-z0-9.=-]+/g, '_')
    .replaceAll(ENTRY, 'uuid')}.txt`
/** What the seed made a moment ago is no part of a contract. */
const timeless = (text: string) =>
  text.replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, (moment) =>
    Date.now() - Date.parse(moment) < 3_600_000 ? 'NU' : moment,
  )
const readable = (text: string) => {
  try {
    return timeless(JSON.stringify(JSON.parse(text), null, 1))
  } catch {
    return timeless(text)
  }
}

test.each(WHOLE)('%s answers as it did', async (address) => {
  const answer = await site.request(ORIGIN + address)
  await expect(`${sent(answer)}\n${readable(await answer.text())}\n`).toMatchFileSnapshot(fileOf(address))
})

test('the pages stand where they stood, under the same headings', async () => {
  const lines: string[] = []
  for (const address of PAGES.flatMap((each) => [each, each === '/' ? '/en' : `/en${each}`])) {
    const answer = await site.request(ORIGIN + address)
    const text = await answer.text()
    const said = [...text.matchAll(/<(title|h1|h2)[^>]*>(.*?)<\/\1>/g)].map(([, , words]) =>
      words!.replaceAll(/<[^>]+>/g, ''),
    )
    lines.push(address, `  ${sent(answer)}`, ...(said.length === 0 ? [] : [`  ${said.join(' | ')}`]))
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../test/contract/pages.txt')
})
