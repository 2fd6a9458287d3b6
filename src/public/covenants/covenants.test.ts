/** What everybody reads of covenants, through the role that reads `published` alone: pages, API, files and feeds. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, unasked } from '../../../test/database.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { seedCovenants } from '../../../test/published-covenants.ts'
import { CITY, seedPublished } from '../../../test/published.ts'
import { createSite } from '../../apps/site.ts'
import { figure, figured } from './figured.ts'
import { standing } from './page-list.tsx'
import { wordOf } from './store.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let site: ReturnType<typeof createSite>
const ORIGIN = 'https://leidraad.voorbeeldstad.nl'
const siteOn = (today: string) =>
  createSite({
    db: database.publicDb,
    store: memoryStore(),
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad',
    origin: ORIGIN,
    css: '',
    assets: {},
    today: () => today,
    reports: { key: Buffer.alloc(32), counted: async () => ({}) },
    report: (error) => {
      throw error
    },
  })
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  await seedCovenants(database.db)
  site = siteOn('2026-11-28')
})
afterAll(() => database.close())
const get = (path: string) => site.request(ORIGIN + path)
const text = async (path: string) => {
  const answer = await get(path)
  expect(answer.status, path).toBe(200)
  return (await answer.text()).replaceAll(/\s+/g, ' ')
}

test('the list says in words and counts how it goes, the worst first, and averages nothing', async () => {
  const page = await text('/convenanten')
  // With fourteen parties it is no small group; the page of the agreement gives the reason.
  expect(page).toContain('1 later gehaald, 1 op koers, 1 zonder cijfers.')
  expect(page).toContain('4 afspraken: 1 loopt achter, ')
  // Who pauses promised too.
  expect(page).toContain('15 partijen')
  expect(await text('/en/convenanten')).toContain('4 agreements: 1 behind, 1 met late, 1 on course')
})

test('two that are behind are told as two, and of what is known no longer there is no figure', () => {
  const one = { course: 'at-risk', verdict: null, stands: { hidden: false }, due: '2030-01-01' } as never
  const told = (lang: 'nl' | 'en') => standing({ lang } as never, [one, one], '2027-01-01')
  expect([told('nl'), told('en')]).toEqual(['2 afspraken: 2 lopen achter.', '2 agreements: 2 behind.'])
  expect(figure('nl', { count: 0, among: 0 })).toBe('niet gemeten')
})

test('a covenant tells its agreements, its named parties and how many others there are', async () => {
  const page = await text('/convenanten/1')
  for (const words of [
    'Café De Kroon',
    '15 partijen (waarvan 1 gepauzeerd, en 1 gestopt, en 2 waarnemers).',
    '13 van de 15 partijen staan er zonder naam',
    '3 van 7',
    '66,6% (16 van 24)',
  ])
    expect(page, words).toContain(words)
  expect(page).not.toContain('42,9%')
  expect(page).toContain('Bewaar niets langer dan nodig.')
})

test('past its last day a covenant says that its term is over, until somebody ends or renews it', async () => {
  for (const [day, over] of [
    ['2028-03-01', false],
    ['2028-03-02', true],
  ] as const) {
    const then = siteOn(day)
    for (const [path, words] of [
      ['/convenanten/1', '1 maart 2028. De looptijd is voorbij.'],
      ['/convenanten', '1 maart 2028. De looptijd is voorbij.'],
      ['/en/convenanten/1', 'Its term is over.'],
    ] as const)
      expect((await (await then.request(ORIGIN + path)).text()).includes(words), `${day} ${path}`).toBe(over)
  }
})

test('an earlier edition has its text and no figures; what was withdrawn says why', async () => {
  const page = await text('/convenanten/1/uitgave/1')
  expect(page).toContain('U leest uitgave 1. Dat is niet de nieuwste.')
  expect(page).not.toMatch(/Café De Kroon|16 van 24/)
  const gone = await get('/convenanten/9')
  expect(gone.status).toBe(410)
  expect(await gone.text()).toContain('Er stond een naam in.')
  for (const path of ['.pdf', '/afspraken/x'].map((rest) => `/convenanten/9${rest}`))
    expect((await get(path)).status, path).toBe(410)
  for (const path of ['', '/afspraken/x']) expect((await get(`/api/v1/convenanten/9${path}`)).status, path).toBe(410)
  for (const path of ['/convenanten/2', '/convenanten/1/uitgave/7', '/convenanten/1/afspraken/geen'])
    expect((await get(path)).status, path).toBe(404)
})

test('an agreement draws its line with a table beside it, who is behind and what was changed', async () => {
  const page = await text('/convenanten/1/afspraken/versleuteld')
  expect(page).toContain('<svg class="ld-slope"')
  expect(page).toContain('Begin: 25% (6 van 24). Doel: minstens 90%, uiterlijk 1 maart 2027. Nu: 66,6% (16 van 24).')
  expect(page).toContain('Vraag uw leverancier om een certificaat.')
  expect(page).toContain('Geldt dit ook voor mijn vereniging?')
  const changed = await text('/convenanten/1/afspraken/verwerkers')
  expect(changed).toContain('Een leverancier ging failliet.')
  expect(changed).toContain('minstens 100%, uiterlijk 1 december 2026')
  const few = await text('/convenanten/1/afspraken/verwerkers')
  expect(few).toContain('Van minder dan tien staat hier het aantal, en geen percentage.')
  expect(changed, 'fewer than two findings make no line').not.toContain('class="ld-line"')
  const late = await text('/convenanten/1/afspraken/cursus')
  expect(late).toContain(
    'Oordeel: later gehaald. Vastgesteld door: privacyadviseur, 20 oktober 2026. 12 dagen later dan afgesproken.',
  )
  expect(late).toContain('Voor het laatst nagekeken op 2 november 2026.')
})

test('of a group that is too small nothing is drawn, also not in words that a screen reader speaks', async () => {
  const page = await text('/convenanten/1/afspraken/herstel')
  expect(page).not.toContain('ld-slope')
  expect(page).toContain('Sommige partijen willen geen naam erbij, en anders is uit te rekenen wat zij doen.')
  const { resultaten, ...rest } = (await (await get('/api/v1/convenanten/1/afspraken/herstel')).json()) as Record<
    string,
    unknown
  >
  expect([resultaten, rest['begin'], rest['nu'], rest['verloop']]).toEqual([undefined, null, null, []])
})

test('the API and the files say the same as the pages', async () => {
  const one = (await (await get('/api/v1/convenanten/1')).json()) as {
    afspraken: { stand: string }[]
    partijen: number
    metNaam: number
  }
  expect(one.afspraken.map(({ stand }) => stand)).toEqual([
    'op koers',
    'loopt achter',
    'later gehaald',
    'zonder cijfers',
  ])
  expect([one.partijen, one.metNaam]).toEqual([15, 2])
  expect(await (await get('/open-data/convenanten.csv')).text()).toContain(',15,2,1,0,1,4')
  const pledges = await (await get('/open-data/afspraken.csv')).text()
  expect(pledges.split('\r\n').length).toBe(6)
  expect(pledges).toContain('Alle websites zijn versleuteld')
  expect(await (await get('/open-data/convenanten-verhaal.csv')).text()).toContain('Sportclub Oost is gestopt.')
  expect((await get('/convenanten/1.pdf')).status, 'not handed out').toBe(404)
  expect(await (await get('/sitemap/paginas.xml')).text()).toContain(`${ORIGIN}/convenanten/1/afspraken/cursus`)
})

test('feeds tell what happened, of one and of all, and what is kept or missed is news of the site', async () => {
  for (const path of ['/convenanten.atom', '/convenanten/1/nieuws.atom'])
    expect(await (await get(path)).text(), path).toContain('Café De Kroon tekende.')
  const news = await (await get('/nieuws.atom')).text()
  expect(news).toContain('Medewerkers volgden een cursus: later gehaald, volgens privacyadviseur.')
  expect(news, 'a figure is none').not.toContain('nu 16 van 24')
  expect((await get('/convenanten/7/nieuws.atom')).status).toBe(404)
})

test('no negative word before the day, and under ten no percentage', () => {
  const running = {
    course: 'at-risk' as const,
    verdict: null,
    stands: { now: null, hidden: false, expected: null },
    due: '2026-11-28',
  }
  expect(wordOf(running, '2026-11-28')).toBe('at-risk')
  expect(wordOf(running, '2026-11-29')).toBe('waiting')
  expect(figure('nl', { count: 4, among: 9 })).toBe('4 van 9')
  const { terms } = { terms: { title: 'x', target: 0.9, direction: 'up', due: '2027-01-01', steps: [] } }
  const of = (among: number) => {
    const seen = { on: '2026-10-01', count: 4, among, unknown: 0, strength: null, seen: '2026-10-01' }
    const baseline = { count: 1, among, unknown: 0, on: '2026-01-01', strength: 'measured' }
    const stands = { now: seen, hidden: false, expected: null }
    const { seen: points, few } = figured('nl', { terms: { ...terms, baseline }, stands } as never, [seen] as never)!
    return [points.length, few]
  }
  expect([of(9), of(10)], 'of nine no point is drawn, for that is a share').toEqual([
    [0, true],
    [1, false],
  ])
  expect(figure('en', { count: 5, among: 10 })).toBe('50% (5 of 10)')
})

test('whoever is named stands there, by the page; all of them are in the API and in the file', async () => {
  const own = { municipality: CITY, no: 1 }
  const many = Array.from({ length: 130 }, (_, at) => ({ party: randomUUID(), name: `Zaak ${1_000 + at}` }))
  const at = { ...own, pledge: 'herstel', among: 1, unknown: 0 }
  await unasked(database.db, async (tx) => {
    const party = { ...own, kind: 'party' as const, state: 'joined' as const }
    await tx
      .insertInto('published.covenant_party')
      .values(many.map((each) => ({ ...party, ...each })))
      .execute()
    await tx
      .insertInto('published.pledge_party')
      .values(many.map(({ party: id }, index) => ({ ...at, party: id, count: index < 30 ? 0 : 1 })))
      .execute()
  })
  // What came past the walls is told of no page that is kept: something else of it changes, as in life.
  await database.db.updateTable('published.covenant').set({ second_function: 'griffier' }).where('no', '=', 1).execute()
  const names = (page: string) => new Set(page.match(/Zaak 1\d\d\d/g))
  for (const path of ['/convenanten/1', '/convenanten/1/afspraken/herstel']) {
    const [first, next, far] = [await text(path), await text(`${path}?pagina=2`), await text(`${path}?pagina=9`)]
    expect(new Set([...names(first), ...names(next)]).size, path).toBe(130)
    expect(names(first).size, path).toBeGreaterThan(90)
    expect(names(first).size + names(next).size, path).toBe(130)
    expect(first).toContain(`href="${path}?pagina=2#partijen"`)
    expect(next).toContain(`href="${path}#partijen"`)
    expect([names(far).size, far.includes('Er zijn er niet meer.')]).toEqual([0, true])
    expect((await get(`${path}?pagina=x`)).status).toBe(400)
  }
  const asJson = await text('/api/v1/convenanten/1/afspraken/herstel')
  expect(names(asJson).size).toBe(130)
  // All together is hidden: what is told of who is named says nothing of anybody else.
  const page = await text('/convenanten/1/afspraken/herstel')
  expect(page).toContain('Met naam staan hier 130 partijen. Samen: 76,9% (100 van 130)')
  expect(page).toContain('Wie zonder naam meedoet, telt hier niet mee.')
  expect(await text('/convenanten/1/afspraken/versleuteld')).not.toContain('Met naam sta')
})

test('the city tells what was promised and how it goes, and nothing of it before a covenant is public', async () => {
  for (const [path, told, link] of [
    ['/', 'Wat is er beloofd, en lukt het?', '/convenanten'],
    ['/en', 'What was promised, and is it kept?', '/en/convenanten'],
  ] as const) {
    const page = await text(path)
    const block = page.slice(page.indexOf('id="afspraken"'))
    expect(block).toContain(told)
    expect(block.slice(0, 1_500)).toContain(`href="${link}"`)
  }
  expect(await text('/')).toContain('4 afspraken: 1 loopt achter')
  await database.db.updateTable('published.covenant').set({ to_at: new Date() }).execute()
  for (const path of ['/', '/en']) expect(await text(path)).not.toContain('id="afspraken"')
})
