/** Every public page, of whatever noun, leads to a form that knows it; what is no page of ours does not. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { CITY, seedPublished, STORE } from '../../test/published.ts'
import { seedToetsen } from '../../test/published-toetsen.ts'
import { createSite } from './site.ts'

const ORIGIN = 'https://leidraad.voorbeeldstad.nl'
const website = '/organisaties/bakkerij-de-korenaar/www.bakkerij-de-korenaar.nl'
const PAGES = [
  '/',
  '/organisaties',
  '/organisaties/bakkerij-de-korenaar',
  website,
  '/organisaties/bakkerij-de-korenaar/@bakkerij-de-korenaar.nl',
  `${website}/VEI-11.hsts`,
  '/normen',
  '/normen/VEI-11',
  '/toetsen',
  '/toetsen/1',
  '/toetsen/1/versie/1',
  '/methode',
  '/open-data',
  '/privacy',
]

let database: Awaited<ReturnType<typeof testDatabase>>
let site: ReturnType<typeof createSite>
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  await seedToetsen(database.db)
  site = createSite({
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad',
    origin: ORIGIN,
    css: '',
    assets: {},
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
  })
})
afterAll(() => database.close())
const text = async (path: string) => (await site.request(ORIGIN + path)).text()

test.each(PAGES)('%s leads to a form that knows it, in both languages', async (path) => {
  for (const lang of ['', '/en']) {
    const page = await text(lang + (lang !== '' && path === '/' ? '' : path))
    const link = /href="([^"]*\/fout-melden\?[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    expect(link, lang).toBeDefined()
    expect(link!.startsWith(`${lang}/fout-melden?`)).toBe(true)
    const form = await text(link!)
    expect(form).toContain(`name="over" value="${path}"`)
    const title = /<title>([^<]*) – Leidraad/.exec(page)![1]!.replaceAll('\u00AD', '')
    expect(form.replaceAll('\u00AD', '')).toContain(`“${title}”`)
    // The form itself is no page that something is wrong with.
    expect(form).not.toContain('id="klopt-dit-niet"')
  }
})

test('of an earlier publication the form keeps which', async () => {
  const page = await text(`${website}?publicatie=1`)
  expect(page).toContain('publicatie=1')
  const form = await text(`/fout-melden?over=${encodeURIComponent(website)}&publicatie=1`)
  expect(form).toContain('action="/fout-melden?publicatie=1"')
})

test('what came of reports stands at the record, whichever version of it is read, and at no other', async () => {
  const one = { municipality: CITY, at: '2026-11-01' }
  await database.db
    .insertInto('published.report')
    .values([
      { ...one, id: '0198a000-0000-7000-8000-00000000000a', path: '/toetsen/1', state: 'open' },
      { ...one, id: '0198a000-0000-7000-8000-00000000000b', path: '/toetsen/1', state: 'open' },
      {
        ...one,
        id: '0198a000-0000-7000-8000-00000000000c',
        path: '/toetsen/1',
        state: 'corrected',
        closed_on: '2026-11-04',
        answer: 'De datum is verbeterd.',
      },
    ])
    .execute()
  for (const path of ['/toetsen/1', '/toetsen/1/versie/1']) {
    const page = await text(path)
    expect(page).toContain('Over deze pagina zijn 2 meldingen in behandeling.')
    expect(page).toContain('Verbeterd op 4 november 2026, na een melding.')
    expect(page).toContain('De datum is verbeterd.')
  }
  expect(await text('/en/toetsen/1')).toContain('2 reports about this page are being looked at.')
  for (const path of ['/toetsen', '/toetsen/9', '/']) expect(await text(path)).not.toContain('in behandeling.')
})

test('a page that is not there, and a site without a desk, lead to no form', async () => {
  expect(await text('/bestaat-niet')).not.toContain('fout-melden')
  const bare = createSite({
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'V',
    origin: ORIGIN,
    css: '',
    assets: {},
  })
  expect(await (await bare.request(`${ORIGIN}/methode`)).text()).not.toContain('/fout-melden')
  expect((await bare.request(`${ORIGIN}/fout-melden`)).status).toBe(404)
})
