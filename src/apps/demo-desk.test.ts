/** The desk of the demo is filled by its people themselves, within the walls; what they did is in the trail. */
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { testDeps } from '../../test/desk.ts'
import { proveChain } from '../db/audit.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { fillDesk } from './demo-desk.ts'

test('every case of the demo takes the way it says, by who may', async () => {
  const { db, close } = await testDatabase()
  try {
    const { id: municipality } = await ensureMunicipality(db, 'Sluiswijk')
    const desk = readDesk()
    const { questionnaires } = testDeps()
    const { signal } = new AbortController()
    await fillDesk({ db, municipality, desk, questionnaires, print: async () => new Uint8Array([1]), signal })
    expect(await db.selectFrom('case_file').select('id').execute()).toHaveLength(desk.cases.length)
    const { count, brokenAt } = await proveChain(db, municipality)
    expect(brokenAt).toBeUndefined()
    expect(count).toBeGreaterThan(100)
  } finally {
    await close()
  }
})
