/** Municipalities are made on purpose, renamed, and removed while nothing of them is there. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { INSTALLATION, proveChain } from './audit.ts'
import { migrate } from './migrate.ts'
import {
  calledSo,
  ensureMunicipality,
  keepSite,
  municipalities,
  removeMunicipality,
  renameMunicipality,
  whatIsThere,
} from './municipality.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
const trail = () =>
  database.db
    .selectFrom('audit')
    .select(['act', 'object', 'detail'])
    .where('municipality', '=', INSTALLATION)
    .orderBy('no')
    .execute()
const named = async (name: string) => calledSo(await municipalities(database.db), name)

test('a name is found however it is written, and a slip of the pen is nobody', async () => {
  const leiden = await ensureMunicipality(database.db, 'Leiden')
  expect((await ensureMunicipality(database.db, 'LEIDEN')).id).toBe(leiden.id)
  expect((await named(' leiden'))?.id).toBe(leiden.id)
  expect(await named('Leidem')).toBeUndefined()
  expect(await named('')).toBeUndefined()
})

test('two names that look alike in addresses are two', async () => {
  const [one, other] = [await ensureMunicipality(database.db, 'Волга'), await ensureMunicipality(database.db, 'Volga')]
  expect([one.slug, other.slug]).toEqual(['volga', 'volga-2'])
})

test('an empty one is renamed, and removed with what came along, an empty publication too', async () => {
  const slip = await ensureMunicipality(database.db, 'Leidem')
  await keepSite(database.db, slip.id, 'https://leidem.test')
  await sql`insert into published.publication (municipality, no, by_name, by_function, provisional, catalogue_version,
    catalogue, versions, summary) values (${slip.id}, 1, 'A', 'b', false, '1', '{}', '{}', '{}')`.execute(database.db)
  await renameMunicipality(database.db, slip, 'Leiderdorp')
  // What was published is written down by others: its name in addresses stays.
  expect(await named('Leiderdorp')).toMatchObject({ id: slip.id, slug: 'leidem', site: 'https://leidem.test' })
  expect(await removeMunicipality(database.db, slip)).toEqual([])
  expect(await named('Leiderdorp')).toBeUndefined()
  const { rows } = await sql`select from published.municipality where id = ${slip.id}`.execute(database.db)
  expect(rows).toEqual([])
})

test('one that has something is not removed, and says what', async () => {
  const town = await ensureMunicipality(database.db, 'Sluiswijk')
  expect(await whatIsThere(database.db, town.id)).toEqual([])
  await sql`insert into organisation (municipality, id, slug, name, kind, public_body)
    values (${town.id}, gen_random_uuid(), 'x', 'X', 'winkel', false)`.execute(database.db)
  expect(await removeMunicipality(database.db, town)).toEqual(['organisation'])
  expect(await named('Sluiswijk')).toBeDefined()
})

test('what is done with a municipality is in the trail of the installation, and stays when it is gone', async () => {
  const begun = (await trail()).length
  const town = await ensureMunicipality(database.db, 'Oegstgeest')
  await ensureMunicipality(database.db, 'oegstgeest')
  await renameMunicipality(database.db, town, 'Warmond')
  expect(await removeMunicipality(database.db, (await named('Warmond'))!)).toEqual([])
  const object = `municipality/${town.id}`
  expect((await trail()).slice(begun)).toEqual([
    { act: 'municipality.added', object, detail: '{"name":"Oegstgeest","slug":"oegstgeest"}' },
    {
      act: 'municipality.renamed',
      object,
      detail: '{"name":{"from":"Oegstgeest","to":"Warmond"},"slug":{"from":"oegstgeest","to":"warmond"}}',
    },
    { act: 'municipality.removed', object, detail: '{"name":"Warmond","slug":"warmond"}' },
  ])
  expect(await proveChain(database.db, INSTALLATION)).toEqual({ count: begun + 3 })
})

test('a database that a newer program worked on is left as it is', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('999-later', now()::text)`.execute(database.db)
  await expect(migrate(database.db)).rejects.toThrow(/nieuwere versie van Leidraad \(999-later\)/)
  await sql`delete from kysely_migration where name = '999-later'`.execute(database.db)
  await migrate(database.db)
})
