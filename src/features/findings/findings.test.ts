/** Findings that people hand over: read in after a trial run, weighed by where they come from, and each its own. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import { addOrganisation, addPerson, as, testDeps, testDesk, type TestDesk, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { asClock, asPerson } from '../../db/as.ts'
import { notedAbout, notedOfOrganisation } from '../../db/noted-findings.ts'
import { weigh } from '../../scoring/weigh.ts'
import { findingTimers } from './timers.ts'

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
    { source: 'inspection', strength: 'witnessed', verdict: 'unmet', subject: 'de organisatie' },
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
  const where = `/balie/bevindingen/${mine!.id}`
  expect((await reader.get(`${where}/intrekken`)).status).toBe(403)
  const wrong = await at.post(`${where}/intrekken`, { reden: ' ' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Leg in een zin uit waarom')
  expect(await own()).toHaveLength(1)
  expect((await at.post(`${where}/intrekken`, { reden: 'Het bord hing er wel.' })).status).toBe(303)
  expect((await at.post(`${where}/intrekken`, { reden: 'Nog eens.' })).status).toBe(409)
  expect((await at.get(`${where}/vervangen`)).status).toBe(409)
  expect(await own()).toEqual([])
  // What was said, by whom it was withdrawn and why stays to be read.
  expect(await main(where)).toMatch(/Dit is ingetrokken Anna, .*“Het bord hing er wel.”/)
  expect(await main('/balie/bevindingen?welke=ingetrokken')).toContain('Bakkerij De Korenaar')
})

const REPLACED = {
  oordeel: 'voldoet',
  gezien_op: '02-10-2026',
  gezien_door: 'Jan Smit, toezichthouder',
  herkomst: 'inspectie',
  toelichting: 'Er hangt nu een bord.',
  reden: 'Een tweede bezoek.',
}

test('one that is replaced stays with who did it and why, and the new one counts in its place', async () => {
  await carryOut(await trial(row('Bakkerij De Korenaar', 'inspectie')))
  const [first] = await own()
  const where = `/balie/bevindingen/${first!.id}`
  const wrong = await at.post(`${where}/vervangen`, { ...REPLACED, gezien_op: '31-02-2026', reden: '' })
  expect(wrong.status).toBe(422)
  const shown = await wrong.text()
  expect(shown).toContain('is geen datum')
  expect(shown).toContain('Jan Smit, toezichthouder')
  const sent = await at.post(`${where}/vervangen`, REPLACED)
  expect(sent.status).toBe(303)
  expect(await own()).toMatchObject([{ verdict: 'met', said: 'Er hangt nu een bord.', at: '2026-10-02' }])
  expect(await main(where)).toMatch(/Dit is vervangen Anna, .*“Een tweede bezoek.”.*Wat er eerder stond/)
  expect(await main(sent.headers.get('location')!)).toMatch(/voldoet.*Er hangt geen bord/)
  expect((await at.post(`${where}/vervangen`, REPLACED)).status).toBe(409)
  // Of that day another stands: nothing is taken away.
  await carryOut(await trial(row('Bakkerij De Korenaar', 'inspectie', 'voldoet deels', '05-10-2026')))
  const [second] = await own()
  const twice = await at.post(`/balie/bevindingen/${second!.id}/vervangen`, { ...REPLACED, gezien_op: '02-10-2026' })
  expect(twice.status).toBe(422)
  expect(await own()).toHaveLength(2)
  const acts = await desk.db.selectFrom('audit').select('act').where('object', '=', `finding/${first!.id}`).execute()
  expect(acts.map(({ act }) => act)).toEqual(['finding.replaced'])
})

test('what it was about and who withdrew it cannot be rewritten, not even by SQL of somebody at the desk', async () => {
  const { id } = await desk.db
    .selectFrom('noted_finding')
    .select('id')
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirstOrThrow()
  const tried = (work: string) => as(desk.db, officer, async (tx) => sql.raw(`${work} where id = '${id}'`).execute(tx))
  await expect(tried("update noted_finding set said = 'anders'")).rejects.toThrow(/permission denied/)
  await expect(tried("update noted_finding set seen_by = 'anders'")).rejects.toThrow(/permission denied/)
  await expect(
    tried("update noted_finding set withdrawn_for = 'Toch om iets anders', withdrawn_by = current_person()"),
  ).rejects.toThrow(/withdrawn before/)
})

const round = (today: string) => ({ municipality: desk.municipality, today, origin: 'https://leidraad.test' })
const clock = (today: string) =>
  asClock(desk.db, desk.municipality.id, async (tx) => {
    const done: Record<string, number> = {}
    for (const { id, run } of findingTimers) done[id] = await run(tx, round(today))
    return done
  })
const tasks = (kind: string) => desk.db.selectFrom('task').selectAll().where('kind', '=', kind).execute()

test('who looks after findings hears once in time that they stop counting', async () => {
  const [one] = await own()
  const days = (count: number) => new Date(Date.parse(one!.until) + count * 86_400_000).toISOString().slice(0, 10)
  expect((await clock(days(-120)))['ending']).toBe(0)
  expect((await clock(days(-20)))['ending']).toBe(1)
  expect((await clock(days(-19)))['ending']).toBe(0)
  const [task] = await tasks('noted-ends')
  expect(task).toMatchObject({ role: 'policy-officer', path: `/balie/bevindingen?tot=${one!.until.slice(0, 7)}` })
  expect(task!.text).toMatch(/bevindingen van mensen tellen binnenkort niet meer/)
  expect(await main(task!.path)).toMatch(/telt binnenkort niet meer.*Bakkerij De Korenaar/)
})

test('who publishes hears that the newest publication stops counting, until there is a newer one', async () => {
  const publication = (no: number, from: string) =>
    desk.db
      .insertInto('published.publication')
      .values({
        municipality: desk.municipality.id,
        no,
        by_name: 'Anna',
        by_function: 'beleid',
        provisional: false,
        catalogue_version: 'x',
        catalogue: JSON.stringify(deps.catalogue) as never,
        versions: '{}' as never,
        self_test: null,
        summary: JSON.stringify({ from }) as never,
      })
      .execute()
  await publication(1, '2030-01-10T10:00:00Z')
  expect((await clock('2030-02-01'))['ending']).toBe(0)
  expect((await clock('2030-03-15'))['ending']).toBe(1)
  expect((await clock('2030-03-16'))['ending']).toBe(0)
  expect(await tasks('publication-ends')).toMatchObject([
    { role: 'publisher', object: 'publication/1', done_at: null, due_on: '2030-04-10' },
  ])
  expect(await main('/balie/bevindingen')).toContain(
    'De eerste metingen van publicatie 1 tellen tot en met 10 april 2030',
  )
  await publication(2, '2030-03-20T10:00:00Z')
  expect((await clock('2030-03-21'))['ending']).toBe(0)
  expect((await tasks('publication-ends'))[0]!.done_at).not.toBeNull()
})

test('who saw it is forgotten a year after it stopped counting or was withdrawn; what was seen stays', async () => {
  const seen = async () =>
    new Set((await desk.db.selectFrom('noted_finding').select('seen_by').execute()).map(({ seen_by }) => seen_by))
  expect((await clock('2026-11-28'))['witnesses']).toBe(0)
  const [gone] = await desk.db.selectFrom('noted_finding').selectAll().where('withdrawn_at', 'is not', null).execute()
  // Only the owner of the database can make it long ago.
  await unasked(desk.db, (tx) =>
    sql`update noted_finding set seen_on = '2020-01-01', until = '2020-06-01' where id = ${gone!.id}`.execute(tx),
  )
  expect((await clock('2026-11-28'))['witnesses']).toBe(1)
  expect((await clock('2026-11-28'))['witnesses']).toBe(0)
  expect(await seen()).toContain('(gewist)')
  const after = await desk.db.selectFrom('noted_finding').selectAll().where('id', '=', gone!.id).execute()
  expect(after).toMatchObject([{ said: gone!.said, verdict: gone!.verdict, seen_by: '(gewist)' }])
  // The clock takes away who saw it, and puts nobody else there.
  await expect(
    asClock(desk.db, desk.municipality.id, (tx) => sql`update noted_finding set seen_by = 'Piet'`.execute(tx)),
  ).rejects.toThrow(/row-level security/)
})

test('an address in the reason is wiped with whose it was, and the forgetting of others goes on', async () => {
  const { id: municipality } = desk.municipality
  const left = await addPerson(desk.db, municipality, ['adviser'], 'Weg')
  const { id } = await desk.db
    .selectFrom('noted_finding')
    .select('id')
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirstOrThrow()
  const reason = async () =>
    (await desk.db.selectFrom('noted_finding').select('withdrawn_for').where('id', '=', id).executeTakeFirstOrThrow())
      .withdrawn_for
  await unasked(desk.db, (tx) =>
    sql`update noted_finding set withdrawn_for = ${`Volgens ${left.email} klopt het niet`} where id = ${id}`.execute(
      tx,
    ),
  )
  await sql`select wipe_person(${municipality}, ${left.id})`.execute(desk.db)
  expect(await reason()).toBe('Volgens (gewist) klopt het niet')
})
