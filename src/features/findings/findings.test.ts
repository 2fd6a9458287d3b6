/** Findings that people hand over: read in after a trial run, weighed by where they come from, and each its own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addOrganisation, addPerson, as, testDeps, testDesk, type TestDesk, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { asPerson } from '../../db/as.ts'
import { notedAbout, notedOfOrganisation } from '../../db/noted-findings.ts'
import { weigh } from '../../scoring/weigh.ts'

const deps = testDeps()
const person = deps.catalogue.norms
  .flatMap(({ criteria }) => criteria)
  .find(({ means, subjects, weight }) => means.by === 'person' && subjects.includes('organisation') && weight > 0)!
let desk: TestDesk
let officer: Awaited<ReturnType<typeof addPerson>>
let at: Visitor
let bakery: string
let other: string
let museum: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  at = await desk.visit(officer)
  bakery = await addOrganisation(desk.db, desk.municipality.id, 'Bakkerij De Korenaar')
  other = await addOrganisation(desk.db, desk.municipality.id, 'Café Het Anker')
  museum = await addOrganisation(desk.db, desk.municipality.id, 'Museum De Sleutel')
})
afterAll(() => desk.close())

const HEAD = 'criterium;soort;waarover;oordeel;gezien op;gezien door;herkomst;sterkte;toelichting'
const file = (...rows: string[]) => new File([[HEAD, ...rows].join('\n')], 'bevindingen.csv', { type: 'text/csv' })
const row = (about: string, source: string, verdict = 'voldoet niet', day = '01-10-2026') =>
  `${person.id};organisatie;${about};${verdict};${day};Toezicht;${source};;Er hangt geen bord.`
const trial = async (...rows: string[]) => {
  const sent = await at.post('/balie/bevindingen/inlezen', { bestand: file(...rows) })
  expect(sent.status, await sent.clone().text()).toBe(303)
  return sent.headers.get('location')!
}
const main = async (where: string, visitor = at) =>
  /<main[\s\S]*<\/main>/
    .exec(await (await visitor.get(where)).text())![0]
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const carryOut = (where: string) => at.post('/balie/bevindingen/inlezen', { proef: where.split('proef=')[1]! })
const own = () => as(desk.db, officer, (tx) => notedOfOrganisation(tx, desk.municipality.id, bakery))

test('a trial run changes nothing and says of each row why not; then the good rows are read in, once', async () => {
  const where = await trial(
    row('bakkerij de korenaar', 'inspectie'),
    row('Niemand', 'zaak'),
    row('Café Het Anker', 'krant'),
  )
  expect(await main(where)).toMatch(/1 goed, 2 geweigerd.*“Niemand” vinden wij niet.*“krant” kennen wij niet/)
  expect(await own()).toEqual([])
  expect((await carryOut(where)).status).toBe(303)
  expect(await own()).toMatchObject([
    { source: 'inspection', strength: 'witnessed', verdict: 'unmet', subject: bakery },
  ])
  expect((await carryOut(where)).status).toBe(409)
  const again = await trial(row('Bakkerij De Korenaar', 'inspectie'))
  await carryOut(again)
  expect(await own()).toHaveLength(1)
  const acts = await desk.db.selectFrom('audit').select('detail').where('act', '=', 'findings.noted').execute()
  expect(acts.map(({ detail }) => JSON.parse(detail))).toEqual([{ added: 1, there: 0, refused: 2 }])
  expect(await main('/balie/bevindingen')).toContain('Bakkerij De Korenaar')
  expect(await main(`/balie/organisaties/${bakery}`)).toMatch(/Wat mensen zagen .*voldoet niet.*Er hangt geen bord/)
})

test('who says otherwise of the same day is refused, also beside what stands; one counts', async () => {
  const where = await trial(
    row('Museum De Sleutel', 'inspectie', 'voldoet', '05-09-2026'),
    row('Museum De Sleutel', 'inspectie', 'voldoet niet', '05-09-2026'),
  )
  expect(await main(where)).toMatch(/1 goed, 1 geweigerd.*al een ander oordeel/)
  await carryOut(where)
  expect(await main(await trial(row('Museum De Sleutel', 'inspectie', 'voldoet deels', '05-09-2026')))).toContain(
    '0 goed',
  )
  await carryOut(await trial(row('Museum De Sleutel', 'inspectie', 'voldoet niet', '06-09-2026')))
  const about = [{ kind: 'organisation' as const, id: museum }]
  const noted = await as(desk.db, officer, (tx) => notedAbout(tx, desk.municipality.id, about))
  expect(noted).toHaveLength(2)
  const { themes } = weigh(noted, deps.catalogue, 'inspection', '2026-11-28')
  expect(themes.find(({ theme }) => person.norm.startsWith(theme))).toMatchObject({ known: person.weight, score: 0 })
})

test('each lens sees what comes from where it looks, the firmest counts, and what is too old is unknown', async () => {
  await carryOut(
    await trial(row('Café Het Anker', 'zaak', 'voldoet'), row('Café Het Anker', 'elders', 'voldoet deels')),
  )
  const noted = await as(desk.db, officer, (tx) => notedOfOrganisation(tx, desk.municipality.id, other))
  const theme = (lens: Parameters<typeof weigh>[2], today = '2026-11-28') =>
    weigh(noted, deps.catalogue, lens, today).themes.find(({ theme: id }) => person.norm.startsWith(id))!
  expect(theme('it-toets')).toMatchObject({ known: person.weight, score: 1 })
  expect(theme('all')).toMatchObject({ known: person.weight, score: 1 })
  expect(theme('outside').applicable).toBe(0)
  expect(theme('inspection').applicable).toBe(0)
  expect(theme('all', '2099-01-01')).toMatchObject({ known: 0, applicable: person.weight })
})

test('who hands nothing over may not, an organisation reads its own alone, and a withdrawn one is gone', async () => {
  const reader = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['auditor'], 'Carla'))
  expect((await reader.get('/balie/bevindingen')).status).toBe(200)
  expect((await reader.post('/balie/bevindingen/inlezen', { bestand: file() })).status).toBe(403)
  const partner = await addPerson(desk.db, desk.municipality.id, ['partner'], 'Piet', bakery)
  const who = { municipality: desk.municipality.id, person: partner.id, organisation: bakery }
  const seen = (id: string) =>
    asPerson(desk.db, who, 'read', (tx) => notedAbout(tx, desk.municipality.id, [{ kind: 'organisation', id }]))
  expect(await seen(bakery)).toHaveLength(1)
  expect(await seen(other)).toEqual([])
  const [mine] = await own()
  expect((await at.post('/balie/bevindingen/intrekken', { bevinding: mine!.id })).status).toBe(303)
  expect((await at.post('/balie/bevindingen/intrekken', { bevinding: mine!.id })).status).toBe(404)
  expect(await own()).toEqual([])
})
