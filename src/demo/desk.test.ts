/** The desk of the demo is filled by its people themselves, within the walls; what they did is in the trail. */
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, testDeps } from '../../test/desk.ts'
import { proveChain } from '../db/audit.ts'
import { ensureMunicipality } from '../db/municipality.ts'
import { fillDesk } from './desk.ts'
import { fillRegisters } from './registers.ts'
import { fillTenders } from './tenders.ts'

test('every case of the demo takes the way it says, by who may', async () => {
  const { db, close } = await testDatabase()
  try {
    const { id: municipality } = await ensureMunicipality(db, 'Sluiswijk')
    const desk = readDesk()
    for (const name of [
      'Servicecentrum Sluisstreek',
      'Klikkado',
      'Tandartspraktijk Hollander',
      'Vaart & Vennoten Accountants',
      'Zorggroep De Kade',
    ])
      await addOrganisation(db, municipality, name)
    const { questionnaires, registers, uploads } = testDeps()
    const { signal } = new AbortController()
    await fillDesk({
      db,
      municipality,
      desk,
      questionnaires,
      print: async () => new Uint8Array([1]),
      files: memoryStore(),
      signal,
    })
    expect(await db.selectFrom('case_file').select('id').execute()).toHaveLength(desk.cases.length)
    const fill = { db, municipality, registers, entries: desk.entries, uploads, signal }
    await fillRegisters(fill)
    const held = () => db.selectFrom('entry').select(['register', 'title', 'version']).execute()
    const first = await held()
    expect(first).toHaveLength(Object.values(desk.entries).flat().length)
    expect(first.filter(({ version }) => version > 1).length).toBeGreaterThan(5)
    const leads = await db.selectFrom('entry_link').select('to_kind').distinct().execute()
    expect(leads.map(({ to_kind: kind }) => kind).toSorted()).toEqual([
      'case',
      'entry',
      'norm',
      'organisation',
      'product',
      'regulation',
    ])
    // An entry carries files, which anybody who reads it can open.
    expect((await db.selectFrom('upload').select('name').execute()).length).toBeGreaterThan(5)
    // Whoever stops it halfway finds it filled the next time, and nothing twice.
    await fillRegisters(fill)
    expect(await held()).toHaveLength(first.length)
    // Two tenders: one with a promise that is not kept, and one that everybody can answer.
    const tell = { db, municipality: { id: municipality, name: 'Sluiswijk' }, deps: testDeps() }
    await fillTenders(tell)
    await fillTenders(tell)
    expect(await db.selectFrom('tender').select('state').orderBy('no').execute()).toEqual([
      { state: 'chosen' },
      { state: 'issued' },
    ])
    const breached = await db
      .selectFrom('contract_duty')
      .select('requirement')
      .where('state', '=', 'breached')
      .execute()
    expect(breached).toEqual([{ requirement: 'subverwerkers' }])
    const { count, brokenAt } = await proveChain(db, municipality)
    expect(brokenAt).toBeUndefined()
    expect(count).toBeGreaterThan(100)
  } finally {
    await close()
  }
}, 300_000)
