/** What a publication writes of groups: ten or more, members that stay, names by consent, and who left. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testDatabase } from '../../test/database.ts'
import { addOrganisations, type Made } from '../../test/group-city.ts'
import { addPerson, as, type TestPerson } from '../../test/desk.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import type { ThemeScore } from '../model/score.ts'
import { publishLandscape, withdrawLandscape } from './landscape-store.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let town: string
let anna: TestPerson
beforeAll(async () => {
  database = await testDatabase()
  town = (await ensureMunicipality(database.db, 'Proefstad')).id
})
afterAll(() => database.close())
beforeEach(async () => {
  await emptied(
    database.db,
    'organisation_group, group_consent, baseline, landscape_member, published.landscape, published.landscape_named, ' +
      'subject, organisation',
  )
  // Who works for an organisation goes with it.
  anna = await addPerson(database.db, town, ['policy-officer'], 'Anna')
})

const scored = (made: readonly Made[], score: number | null) =>
  made.map(({ slug }) => ({ slug, themes: [{ theme: 'VEI', score } as unknown as ThemeScore] }))
const make = (count: number, prefix: string, street: string | null = null) =>
  addOrganisations(
    database.db,
    town,
    Array.from({ length: count }, (_, index) => ({ name: `${prefix} ${index}`, street })),
  )
let turn = 0
const put = (made: readonly Made[], cluster: 'A' | 'B' | 'C') =>
  as(database.db, anna, async (tx) => {
    turn++
    for (const { id } of made)
      await tx
        .insertInto('organisation_group')
        .values({ municipality: town, organisation: id, no: turn, cluster, proposed: cluster, by: anna.id })
        .execute()
  })
const publish = (no: number, organisations: Parameters<typeof publishLandscape>[4]) =>
  database.db
    .transaction()
    .execute((tx) => publishLandscape(tx, town, no, no === 1 ? undefined : no - 1, organisations))
const shown = async (no: number, name: string) =>
  database.publicDb
    .selectFrom('published.landscape')
    .select(['organisations', 'themes'])
    .where('publication', '=', no)
    .where('name', '=', name)
    .executeTakeFirst()

test('a cluster and a street of ten stand there, and one of nine has no figure', async () => {
  const [ten, nine] = [await make(10, 'Winkel', 'Havenstraat 3'), await make(9, 'Zaak', 'Kade')]
  await put(ten, 'A')
  await put(nine, 'B')
  const other = await make(12, 'Bureau')
  await put(other, 'C')
  await publish(1, [...scored(ten, 0.42), ...scored(nine, 0.9), ...scored(other, 0.7)])
  // The nine are left out, and with them the smallest of the rest, or the whole less the rest would tell them.
  expect(await shown(1, 'A')).toEqual({ organisations: null, themes: [] })
  expect(await shown(1, 'B')).toEqual({ organisations: null, themes: [] })
  expect(await shown(1, 'C')).toEqual({ organisations: 10, themes: [{ theme: 'VEI', median: 0.7, scored: 10 }] })
  expect(await shown(1, 'D')).toEqual({ organisations: null, themes: [] })
  expect(await shown(1, 'Havenstraat')).toEqual({ organisations: null, themes: [] })
  expect(await shown(1, 'Kade')).toEqual({ organisations: null, themes: [] })
})

test('who joins alone moves no figure between two publications, and the fifth moves it', async () => {
  const [first, later] = [await make(11, 'Winkel'), await make(5, 'Nieuw')]
  await put(first, 'A')
  await publish(1, scored(first, 0.3))
  await put(later.slice(0, 4), 'A')
  await publish(2, [...scored(first, 0.3), ...scored(later, 1)])
  expect((await shown(2, 'A'))?.themes).toEqual((await shown(1, 'A'))?.themes)
  await put(later.slice(4), 'A')
  await publish(3, [...scored(first, 0.3), ...scored(later, 1)])
  expect(await shown(3, 'A')).toMatchObject({ organisations: 15 })
  await database.db.transaction().execute((tx) => withdrawLandscape(tx, town, 3))
  expect(await shown(3, 'A')).toBeUndefined()
})

test('who agreed is named, and is named nowhere any more from the moment it is taken back', async () => {
  const [one] = await make(1, 'Café', 'Havenstraat 1')
  await put([one!], 'A')
  const owner = await addPerson(database.db, town, ['partner'], 'Piet', one!.id)
  await as(database.db, owner, (tx) =>
    tx
      .insertInto('group_consent')
      .values({ municipality: town, organisation: one!.id, kind: 'named', by: owner.id })
      .execute(),
  )
  await publish(1, scored([one!], 0.5))
  const named = () => database.publicDb.selectFrom('published.landscape_named').select(['kind', 'called']).execute()
  expect(await named()).toEqual([
    { kind: 'cluster', called: 'Café 0' },
    { kind: 'street', called: 'Café 0' },
  ])
  await as(database.db, owner, (tx) => tx.deleteFrom('group_consent').execute())
  expect(await named()).toEqual([])
})

test('who stops with the self-check stands in no cluster that is kept for the next', async () => {
  const made = await make(10, 'Winkel')
  await put(made, 'A')
  await publish(1, scored(made, 0.5))
  const gone = made[0]!
  await database.db
    .insertInto('baseline')
    .values({ municipality: town, id: gone.id, organisation: gone.id, year: 2026, state: 'done' })
    .execute()
  await database.db.updateTable('baseline').set({ state: 'left' }).execute()
  const kept = await database.db.selectFrom('landscape_member').select('organisation').execute()
  expect(kept).toHaveLength(9)
  expect(kept.map(({ organisation }) => organisation)).not.toContain(gone.id)
})
