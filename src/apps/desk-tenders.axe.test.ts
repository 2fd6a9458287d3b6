/** The pages of tenders and of the duties of contracts keep nobody out, on a screen and on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { barriersOf } from '../../test/barriers.ts'
import { deskInBrowser, type DeskInBrowser } from '../../test/desk-browser.ts'
import { registerFor } from '../catalogue/registers.ts'
import { fillTenders } from '../demo/tenders.ts'
import { addEntry } from '../registers/store.ts'
import type { Role } from '../vocabulary/roles.ts'
import { deskRoutes } from './desk-routes.ts'

const deps = testDeps()
let desk: TestDesk
let inBrowser: DeskInBrowser
const people: Record<string, TestPerson> = {}
const paths: Record<string, string> = {}

/** Who the demo names, by role and address. */
const NAMED: readonly (readonly [Role, string])[] = [
  ['tender-officer', 'ilse.koper@gemeente-sluiswijk.test'],
  ['fg', 'lotte.brandsma@gemeente-sluiswijk.test'],
  ['security-officer', 'dennis.oosterhof@gemeente-sluiswijk.test'],
  ['policy-officer', 'tarik.aydin@gemeente-sluiswijk.test'],
]

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const { db, municipality } = desk
  for (const [role, email] of NAMED) {
    people[role] = await addPerson(db, municipality.id, [role])
    await db.updateTable('person').set({ email }).where('id', '=', people[role].id).execute()
  }
  const officer = people['policy-officer']!
  const put = (purpose: string, values: Record<string, unknown>) =>
    as(db, officer, (tx) =>
      addEntry(tx, municipality.id, registerFor(deps.registers, purpose)!, {
        values: values as never,
        by: officer.id,
        way: 'form',
      }),
    )
  const product = await put('product', { naam: 'Balieplan' })
  const contract = await put('contract', { naam: 'Afspraken aan de balie', producten: [product.id] })
  await fillTenders({ db, municipality: { id: municipality.id, name: 'Sluiswijk' }, deps })
  const tenders = await db.selectFrom('tender').select(['id', 'state']).orderBy('no').execute()
  expect(tenders.map(({ state }) => state)).toEqual(['chosen', 'issued'])
  const bid = await db.selectFrom('bid').select('id').executeTakeFirstOrThrow()
  const duty = await db
    .selectFrom('contract_duty')
    .select('id')
    .where('state', '=', 'breached')
    .executeTakeFirstOrThrow()
  const [past, open] = tenders.map(({ id }) => `/balie/aanbestedingen/${id}`)
  Object.assign(paths, {
    open,
    wijzigen: `${open}/wijzigen`,
    eisen: `${open}/eisen`,
    eis: `${open}/eisen/updates`,
    teruglezen: `${open}/teruglezen`,
    vraag: `${open}/vraag`,
    stoppen: `${open}/stoppen`,
    advies: `${open}/advies`,
    versie: `${open}/versies/1`,
    voorbij: past,
    vergelijken: `${past}/vergelijken`,
    openen: `${past}/openen`,
    antwoorden: `${past}/antwoorden/${bid.id}`,
    aantekening: `${past}/antwoorden/${bid.id}/updates`,
    contract: `/balie/contractplichten/${contract.id}`,
    eigenaar: `/balie/contractplichten/${contract.id}/eigenaar`,
    plicht: `/balie/contractplichten/${contract.id}/${duty.id}`,
  })
  inBrowser = await deskInBrowser(desk)
})
afterAll(async () => {
  await inBrowser?.close()
  await desk?.close()
})

test.each([
  ['tender-officer', '/balie/aanbestedingen'],
  ['tender-officer', '/balie/aanbestedingen/nieuw'],
  ['tender-officer', 'open'],
  ['tender-officer', 'wijzigen'],
  ['tender-officer', 'eisen'],
  ['tender-officer', 'eis'],
  ['tender-officer', 'teruglezen'],
  ['tender-officer', 'vraag'],
  ['tender-officer', 'stoppen'],
  ['fg', 'advies'],
  ['policy-officer', 'versie'],
  ['tender-officer', 'voorbij'],
  ['tender-officer', 'vergelijken'],
  ['tender-officer', 'openen'],
  ['security-officer', 'antwoorden'],
  ['fg', 'aantekening'],
  ['policy-officer', '/balie/contractplichten'],
  ['policy-officer', 'contract'],
  ['policy-officer', 'eigenaar'],
  ['policy-officer', 'plicht'],
] as const)('%s: %s', async (role, path) => {
  await inBrowser.open(people[role]!, paths[path] ?? path)
  expect(await barriersOf(inBrowser.page)).toEqual([])
})
