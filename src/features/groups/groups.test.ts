/** Groups at the desk: proposals that a person confirms, what a group misses, and spearpoints by two people. */
import { todayIn } from '../../web/language.ts'
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { unasked } from '../../../test/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { addOrganisations, publishOf, type GroupCity, type Made } from '../../../test/group-city.ts'
import { unseenIn } from '../../../test/form-page.ts'
import type { Group } from '../../model/group.ts'
import { reachOf } from './figures-store.ts'
import { keeping } from './kept.ts'

const deps = testDeps()
const { catalogue } = deps
let desk: TestDesk
let anna: TestPerson
let els: TestPerson
let chantal: TestPerson
let officer: Visitor
let made: Made[]

const HTTPS = 'VEI-11.https'
const shops: readonly GroupCity[] = Array.from({ length: 12 }, (_, index) => ({
  name: `Winkel ${String(index).padStart(2, '0')}`,
  street: index < 9 ? `Havenstraat ${index + 1}a` : 'Plein 1944',
  verdicts: {
    [HTTPS]: index < 6 ? 'unmet' : index < 10 ? 'met' : 'unknown',
    'VEI-11.hsts': index === 0 ? 'met' : 'unmet',
  },
}))
const others: readonly GroupCity[] = [
  { name: 'Ziekenhuis', kind: 'ziekenhuis', size: 'large', street: 'Havenstraat 100', verdicts: { [HTTPS]: 'met' } },
  { name: 'Vreemd', kind: 'iets nieuws', size: null },
]

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const here = desk.municipality.id
  anna = await addPerson(desk.db, here, ['policy-officer'], 'Anna')
  els = await addPerson(desk.db, here, ['decision-maker'], 'Els')
  chantal = await addPerson(desk.db, here, ['account-manager'], 'Chantal')
  officer = await desk.visit(anna)
  made = await addOrganisations(desk.db, here, [...shops, ...others])
  await publishOf(desk.db, here, catalogue, [...shops, ...others], made)
})
afterAll(() => desk.close())

const today = todayIn()
const reach = (group: Group, on = today) =>
  as(desk.db, anna, (tx) => reachOf(tx, { municipality: desk.municipality.id, group, catalogue, today: on }))
const A = { kind: 'cluster', name: 'A' } as const
const text = async (path: string, visitor = officer) => (await visitor.get(path)).text()
const basisIn = (page: string) => unseenIn(page, 'basis')

test('a street is its name, without a house number but with the year that it is called after', async () => {
  const streets = await sql<{ street: string; n: number }>`select street_name as street, count(*)::int as n
    from organisation where street is not null group by 1 order by 1`.execute(desk.db)
  expect(streets.rows).toEqual([
    { street: 'Havenstraat', n: 10 },
    { street: 'Plein 1944', n: 3 },
  ])
  expect(await text('/balie/groepen')).toContain('/balie/groepen/straat-havenstraat')
})

test('rules propose a group in words, and it counts only when a person confirms it', async () => {
  const page = await text('/balie/groepen/voorstellen')
  expect(page).toContain('14 organisaties hebben')
  expect(page).toContain('Grootte: micro. Dan groep A')
  expect(page).toContain('Bij deze organisaties past geen regel')
  expect(await reach(A)).toEqual([])
  const field = `regel-${deps.groupRules.findIndex(({ sizes }) => sizes.includes('micro'))}`
  expect(page).toContain(`name="${field}"`)
  const ids = made.slice(0, 12).map(({ id }) => id)
  expect((await officer.post('/balie/groepen/voorstellen')).status).toBe(422)
  // What no rule proposes any more, or belongs to another rule, is left alone.
  const answer = await officer.post('/balie/groepen/voorstellen', { [field]: [...ids, made[12]!.id, made[13]!.id] })
  expect(answer.status).toBe(303)
  const rows = await desk.db
    .selectFrom('organisation_group')
    .select(['organisation', 'cluster', 'rule', 'by'])
    .execute()
  expect(rows).toHaveLength(12)
  expect(rows[0]).toMatchObject({ cluster: 'A', by: anna.id })
  expect(rows[0]!.rule).toContain('Grootte: micro')
})

test('who misses it is counted among whom it is known', async () => {
  expect((await reach(A)).find(({ criterion }) => criterion === HTTPS)).toEqual({
    criterion: HTTPS,
    missed: 6,
    met: 4,
    unknown: 2,
  })
  // Long ago is unknown, and unknown is not missed.
  expect((await reach(A, '2099-01-01')).find(({ criterion }) => criterion === HTTPS)).toMatchObject({
    missed: 0,
    unknown: 12,
  })
  const page = await text('/balie/groepen/A')
  expect(page).toContain('6 van 10 (60%)')
  const street = await text('/balie/groepen/straat-plein-1944')
  expect(street).toMatch(/Minder dan 10/)
  expect(street).not.toMatch(/\d%/)
})

test('what a person saw counts above what was measured, until it is withdrawn', async () => {
  await as(desk.db, anna, (tx) =>
    tx
      .insertInto('noted_finding')
      .values({
        municipality: desk.municipality.id,
        id: uuid(),
        source: 'inspection',
        about_kind: 'website',
        about: made[0]!.subject,
        norm: 'VEI-11',
        criterion: HTTPS,
        verdict: 'met',
        strength: 'witnessed',
        said: 'Intussen in orde',
        seen_by: 'Toezicht',
        seen_on: today,
        until: '2098-01-01',
        by: anna.id,
      })
      .execute(),
  )
  const of = async () => (await reach(A)).find(({ criterion }) => criterion === HTTPS)
  expect(await of()).toMatchObject({ missed: 5, met: 5, unknown: 2 })
  // What is kept of a group follows.
  expect(await text('/balie/groepen/A')).toContain('5 van 10 (50%)')
  await desk.db
    .updateTable('noted_finding')
    .set({ withdrawn_at: new Date(), withdrawn_by: anna.id, withdrawn_for: 'Toch niet.' })
    .execute()
  expect(await of()).toMatchObject({ missed: 6, met: 4 })
  expect(await text('/balie/groepen/A')).toContain('6 van 10 (60%)')
})

test('figures are reckoned once until what they rest on changes, apart for who may see something else', async () => {
  let reckoned = 0
  const ask = (who: { readonly roles: readonly string[] }, on = today) =>
    as(desk.db, anna, async (tx) => {
      const here = { tx, municipality: desk.municipality, who: { ...anna, ...who } as never, today: on }
      const keep = await keeping(here, catalogue)
      await keep('proef', async () => ++reckoned)
    })
  const roles = ['policy-officer'] as const
  for (const [why, change] of [
    ['the first time', undefined],
    ['a name', sql`update organisation set name = name || ' en zoon' where id = ${made[0]!.id}`],
    ['a street', sql`update organisation set street = 'Kade 1' where id = ${made[13]!.id}`],
    ['an address that ended', sql`update subject set ended_at = now() where id = ${made[13]!.subject}`],
    ['a publication', sql`update published.publication set at = at + interval '1 second'`],
  ] as const) {
    if (change) await change.execute(desk.db)
    const before = reckoned
    await ask({ roles })
    await ask({ roles })
    expect(reckoned, why).toBe(before + 1)
  }
  await ask({ roles: ['account-manager'] })
  expect(reckoned, 'other roles').toBe(6)
  await ask({ roles }, '2099-01-01')
  expect(reckoned, 'another day').toBe(7)
})

test('another group asks a reason, two at once are told, and the self-check goes before', async () => {
  const at = `/balie/organisaties/${made[11]!.id}/indeling`
  const manager = await desk.visit(chantal)
  const before = await text(at, manager)
  const without = await manager.post(at, { basis: basisIn(before), groep: 'B' })
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('Zeg waarom u van het voorstel afwijkt.')
  expect((await manager.post(at, { basis: basisIn(before), groep: 'B', reden: 'Een webwinkel.' })).status).toBe(303)
  expect((await officer.post(at, { basis: basisIn(before), groep: 'A' })).status).toBe(409)
  expect(await text(at)).toContain('Een webwinkel.')
  await desk.db
    .insertInto('baseline')
    .values({
      municipality: desk.municipality.id,
      id: uuid(),
      organisation: made[11]!.id,
      year: 2026,
      state: 'done',
      cluster: 'C',
      cluster_confirmed_by: chantal.id,
    })
    .execute()
  expect(await text(at)).toContain('de zelfcheck, bevestigd door de gemeente')
  expect(await text('/balie/groepen/C')).toContain('Winkel 11')
  // Who has not been confirmed yet stays where the municipality put it.
  await desk.db.updateTable('baseline').set({ cluster_confirmed_by: null }).execute()
  expect(await text('/balie/groepen/B')).toContain('Winkel 11')
})

let spearpoint = ''
test('a spearpoint is chosen with a reason and keeps the figures of then', async () => {
  const at = '/balie/groepen/A/normen/VEI-11'
  expect((await (await desk.visit(chantal)).post(at, { reden: 'x' })).status).toBe(403)
  expect((await officer.post(at, { reden: '' })).status).toBe(422)
  const answer = await officer.post(at, { reden: 'Zonder dit leest iedereen mee.' })
  spearpoint = answer.headers.get('location')!
  expect(spearpoint).toMatch(/^\/balie\/speerpunten\//)
  expect((await officer.post(at, { reden: 'Nog eens.' })).status).toBe(409)
  const { figures } = await desk.db.selectFrom('spearpoint').select('figures').executeTakeFirstOrThrow()
  expect(figures).toMatchObject({ on: today, publication: 1, organisations: 11, place: 1 })
  expect(figures.criteria.map(({ criterion }) => criterion)).toContain(HTTPS)
  // What is published later changes nothing of it.
  // What was published is not rewritten: past the wall, for this test alone.
  await unasked(desk.db, (tx) =>
    sql`update published.finding set verdict = 'met' where criterion = ${HTTPS}`.execute(tx),
  )
  expect(await text(spearpoint)).toContain('De getallen van toen')
  expect(await text(spearpoint)).toContain('van 11')
  // Who chose sees that a colleague makes it public, and until then that nobody else reads it.
  expect(await text(spearpoint)).not.toContain('Maak openbaar')
  expect(await text(spearpoint)).toContain('U koos dit speerpunt zelf. Een collega maakt het openbaar')
  expect(await text(at)).not.toContain('Kies dit als speerpunt')
  expect(await text('/balie/groepen/A/normen/VEI-12')).toContain('een collega het openbaar')
})

test('known, unknown and the rest are the whole group, and a row adds up as shown', async () => {
  const page = await text('/balie/groepen/A/normen/VEI-11')
  expect(page).toContain('De groep telt 11')
  const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([, row]) => [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.replaceAll(/<[^>]+>/g, '')))
    .filter((cells) => /^\d+ van \d+/.test(cells.at(-7) ?? ''))
  expect(rows.length).toBeGreaterThan(0)
  const number = (told: string) => Number(told.replace(',', '.').split(' ')[0])
  for (const cells of rows) {
    const [who, unknown, rest, reach, weight, ease] = cells.slice(-7)
    expect(Number(/van (\d+)/.exec(who!)![1]) + number(unknown!) + number(rest!)).toBe(11)
    expect(number(reach!) * number(weight!) * number(ease!)).toBeCloseTo(number(cells.at(-1)!), 9)
  }
})

test('who chose does not make it public, also not past the pages', async () => {
  expect((await officer.post(`${spearpoint}/openbaar`)).status).toBe(409)
  const id = spearpoint.split('/').at(-1)!
  await expect(
    as(desk.db, anna, (tx) =>
      tx
        .insertInto('spearpoint_step')
        .values({ municipality: desk.municipality.id, spearpoint: id, no: 1, step: 'published', by: anna.id })
        .execute(),
    ),
  ).rejects.toThrow(/a second person/)
  const boss = await desk.visit(els)
  expect(await text(spearpoint, boss)).toContain('Maak openbaar')
  expect((await boss.post(`${spearpoint}/openbaar`)).status).toBe(303)
  const shown = await desk.publicDb.selectFrom('published.spearpoint').selectAll().executeTakeFirstOrThrow()
  expect(shown).toMatchObject({
    name: 'A',
    norm: 'VEI-11',
    reason: 'Zonder dit leest iedereen mee.',
    chosen_by: 'functie van Anna',
    published_by: 'functie van Els',
    ended_on: null,
  })
  // In steps of a twentieth, of ten or more.
  expect(shown.missed! * 20).toBeCloseTo(Math.round(shown.missed! * 20))
})

test('what is public is withdrawn by two people, and stays to be read as ended', async () => {
  expect((await officer.post(`${spearpoint}/intrekken`, { reden: '' })).status).toBe(422)
  expect((await officer.post(`${spearpoint}/intrekken`, { reden: 'De groep is er klaar mee.' })).status).toBe(303)
  expect((await officer.post(`${spearpoint}/ingetrokken`, { wat: 'intrekken' })).status).toBe(409)
  const boss = await desk.visit(els)
  expect((await boss.post(`${spearpoint}/ingetrokken`, { wat: 'laten-staan' })).status).toBe(303)
  await officer.post(`${spearpoint}/intrekken`, { reden: 'De groep is er klaar mee.' })
  for (const wat of ['', 'x']) {
    const unclear = await boss.post(`${spearpoint}/ingetrokken`, { wat })
    expect([unclear.status, (await unclear.text()).includes('Kies of u het intrekt of laat staan.')]).toEqual([
      422,
      true,
    ])
  }
  expect((await boss.post(`${spearpoint}/ingetrokken`, { wat: 'intrekken' })).status).toBe(303)
  expect(await desk.publicDb.selectFrom('published.spearpoint').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    ended_reason: 'De groep is er klaar mee.',
  })
  expect(await text(spearpoint)).toContain('trok het in')
  expect(desk.faults).toEqual([])
})

test('of a group under ten no share is made public', async () => {
  // Chosen of a street with three organisations.
  const at = '/balie/groepen/straat-plein-1944/normen/VEI-11'
  const own = (await officer.post(at, { reden: 'Samen beginnen.' })).headers.get('location')!
  await (await desk.visit(els)).post(`${own}/openbaar`)
  const shown = await desk.publicDb
    .selectFrom('published.spearpoint')
    .select('missed')
    .where('kind', '=', 'street')
    .executeTakeFirstOrThrow()
  expect(shown.missed).toBeNull()
})
