/** The covenant of the demo is told by its people themselves, within the walls, and once. */
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, testDeps } from '../../test/desk.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { fillCovenants } from './covenants.ts'
import { addPeople } from './desk.ts'
import { idsBy } from './store.ts'

test('a covenant was shown, commented on, answered and shown again', async () => {
  const { db, close } = await testDatabase()
  try {
    const municipality = await ensureMunicipality(db, 'Sluiswijk')
    const { people, covenants } = readDesk()
    for (const { organisatie } of covenants.flatMap(({ uitgenodigd }) => uitgenodigd))
      await addOrganisation(db, municipality.id, organisatie)
    const organisations = await idsBy(db, municipality.id, 'organisation', 'name')
    await addPeople(db, municipality.id, { people }, Date.now(), organisations)
    const { templates, catalogue } = testDeps()
    const fill = { db, municipality, covenants, people, templates, norms: catalogue.norms }
    // Whoever stops it after any of its steps finds all of it told the next time, and nothing twice.
    for (const steps of [1, 1, 2, 1]) {
      let left = steps
      const cut = new Proxy(db, {
        get(whole, name) {
          if (name === 'transaction' && left-- === 0) throw new Error('stopped')
          const own: unknown = Reflect.get(whole, name, whole)
          return typeof own === 'function' ? own.bind(whole) : own
        },
      })
      await expect(fillCovenants({ ...fill, db: cut })).rejects.toThrow('stopped')
    }
    await fillCovenants(fill)
    await fillCovenants(fill)
    const versions = await db.selectFrom('covenant_version').select(['no', 'state', 'text']).orderBy('no').execute()
    expect(versions.map(({ state }) => state)).toEqual(['replaced', 'shown'])
    expect(versions[1]!.text.pledges).toMatchObject([{ baseline: { count: 340, among: 910 }, target: 0.9 }])
    const comments = await db.selectFrom('covenant_comment').select(['version', 'state']).orderBy('at').execute()
    expect(comments.map(({ version, state }) => `${version} ${state}`)).toEqual(['1 adopted', '1 declined', '2 open'])
    expect(await db.selectFrom('covenant_opinion').select('stance').execute()).toEqual([{ stance: 'agree-if' }])
  } finally {
    await close()
  }
})
