/** Too few to tell: asked of who a pledge counts, and the wall, the report and the site say the same. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../../test/desk.ts'
import { putCovenant, putStep, terms } from '../../../../test/pledges.ts'
import { asClock } from '../../../db/as.ts'
import { todayIn } from '../../../web/language.ts'
import { recompute } from '../progress/kept-store.ts'
import { figuresOf as keptFigures } from '../progress/store.ts'
import { participations } from '../progress/terms-store.ts'
import { mayBeTold } from '../progress/told.ts'
import { covenantDeskRoutes } from '../routes.ts'
import { figuresOf } from './figures-store.ts'

const today = todayIn()
const deps = testDeps()
const house = { norms: deps.catalogue.norms, registers: deps.registers }
let desk: TestDesk
let officer: TestPerson
const shops: string[] = []

beforeAll(async () => {
  desk = await testDesk(covenantDeskRoutes(deps))
  officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  for (let no = 0; no < 12; no++) shops.push(await addOrganisation(desk.db, desk.municipality.id, `Winkel ${no}`))
  // Three of them have a website.
  await unasked(desk.db, (tx) =>
    sql`insert into subject (municipality, id, organisation, kind, address) select ${desk.municipality.id},
      gen_random_uuid(), id, 'website', name from unnest(${shops.slice(0, 3)}::uuid[]) with ordinality as s(id, no)
      cross join lateral (select 'winkel' || no || '.test' as name) n`.execute(tx),
  )
})
afterAll(() => desk.close())

type Level = 'named' | 'together'
const POPULATIONS = {
  all: () => ({ of: 'parties' as const }),
  two: () => ({ of: 'organisations' as const, organisations: shops.slice(0, 2) }),
}
/** A covenant of the first so many, of whom these agreed to be named, and so many left. */
async function kept(joined: number, named: number, left = 0) {
  const person = { ...officer, name: 'Anna' }
  const pledges = (['named', 'together'] as const).flatMap((level) =>
    Object.entries(POPULATIONS).flatMap(([name, population]) =>
      (['organisation', 'website'] as const).map((unit) =>
        terms(person, person, { id: `${level}-${name}-${unit}`, level, unit, population: population() }),
      ),
    ),
  )
  const covenant = await putCovenant(
    desk.db,
    officer,
    pledges,
    shops.slice(0, joined).map((organisation, no) => ({ organisation, on: '2026-02-01', named: no < named })),
  )
  for (const organisation of shops.slice(0, left)) {
    const { id } = await desk.db
      .selectFrom('covenant_participant')
      .select('id')
      .where('covenant', '=', covenant)
      .where('organisation', '=', organisation)
      .executeTakeFirstOrThrow()
    await putStep(desk.db, id, 'left', '2026-06-01')
  }
  await asClock(desk.db, desk.municipality.id, (tx) => recompute(tx, desk.municipality.id, house, today))
  return { covenant, pledges }
}

test.each([
  [12, 0, 0],
  [12, 11, 0],
  [12, 2, 0],
  [12, 3, 0],
  [3, 3, 0],
  [3, 2, 0],
  [12, 12, 0],
  [12, 2, 1],
  [12, 0, 3],
])('%i parties of whom %i by name and %i left: the wall lets through what the report tells', async (...of) => {
  const { covenant, pledges } = await kept(...of)
  const said = await as(desk.db, officer, async (tx) => {
    const participants = await participations(tx, desk.municipality.id, covenant)
    const rows = []
    for (const pledge of pledges) {
      const all = await keptFigures(tx, desk.municipality.id, covenant, pledge.id)
      for (const { whole, to, parties } of all) {
        if (!whole) continue
        // Beside the figure as it is, those of so many that there could have been.
        for (const some of [parties, 0, 1, 2, 9, 10, 11, 12]) {
          const { rows: wall } = await sql<{ yes: boolean }>`select wall.may_tell_together(${desk.municipality.id},
            ${covenant}, ${pledge.id}, ${pledge.level}, ${some}, ${to === null}) as yes`.execute(tx)
          const report = mayBeTold(pledge, { parties: some, to }, all, participants)
          rows.push([pledge.id, to, some, wall[0]!.yes, report])
        }
      }
    }
    return rows
  })
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter(([, , , wall, report]) => wall !== report)).toEqual([])
})

const told = async (joined: number) => {
  const { covenant, pledges } = await kept(joined, 0)
  const text = { articles: [], pledges, exercises: [] }
  const found = await asClock(desk.db, desk.municipality.id, (tx) =>
    figuresOf(house)(tx, desk.municipality.id, { id: covenant, no: 1, version: 1, text }, today),
  )
  return (level: Level, of: keyof typeof POPULATIONS, unit: string) => found.get(`${level}-${of}-${unit}`)!.quiet
}

test('the site asks who this pledge counts, not how many take part in the covenant', async () => {
  const quiet = await told(12)
  for (const level of ['named', 'together'] as const) {
    expect(quiet(level, 'all', 'organisation')).toBe(12)
    expect(quiet(level, 'two', 'organisation'), 'two that the pledge names').toBe(2)
    expect(quiet(level, 'all', 'website'), 'three that have a website').toBe(3)
    expect(quiet(level, 'two', 'website')).toBe(2)
  }
})
