/** Reading a file into a register at the desk: a trial run first, nothing lost, nobody overwritten. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../test/desk.ts'
import { deskRoutes } from '../apps/desk-routes.ts'
import { registerFor } from '../catalogue/registers.ts'
import type { Register } from '../model/register.ts'
import { changeEntry, entryById } from './store.ts'

const deps = testDeps()
let desk: TestDesk
let anna: TestPerson
let at: Visitor
let sensors: Register
let place: string
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  at = await desk.visit(anna)
  sensors = registerFor(deps.registers, 'sensor')!
  place = `/balie/registers/${sensors.id}`
})
afterAll(() => desk.close())

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'sensoren.csv') => new File([text], name)
/** Sends a file and gives where its trial run is. */
async function tried(bestand: File, visitor = at): Promise<string> {
  const answer = await visitor.post(`${place}/importeren`, { bestand })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
const idOf = (location: string) => new URL(location, 'http://x').searchParams.get('proef')!
const read = async (path: string, visitor = at) => (await visitor.get(path)).text()
const facts = (page: string) =>
  Object.fromEntries([...page.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd>/g)].map(([, name, value]) => [name, value]))
const carryOut = (location: string, more = {}, visitor = at) =>
  visitor.post(`${place}/importeren/uitvoeren`, { proef: idOf(location), ...more })
const count = async (table: 'entry' | 'entry_version') =>
  Number(
    (
      await desk.db
        .selectFrom(table)
        .select((all) => all.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )
const entryNo = (no: number) =>
  desk.db
    .selectFrom('entry')
    .selectAll()
    .where('register', '=', sensors.id)
    .where('no', '=', no)
    .executeTakeFirstOrThrow()
const imports = () =>
  desk.db
    .selectFrom('audit')
    .select(['detail', 'object'])
    .where('act', '=', 'register.imported')
    .orderBy('no')
    .execute()

const HEAD = 'nummer;Naam;Wat is het?;Waar?;Eigenaar;Geplaatst op;kleur'
const BAD = [
  ';;camera;Markt;Gemeente;;',
  ';Fout;toeter;Markt;Gemeente;31-02-2026;',
  '99999;Weg;camera;Markt;Gemeente;;',
]
const row = (no: number) => `;Teller ${no};Personenteller;Straat ${no} (52.1, 4.4);Gemeente;1-5-2026;rood`

test('5,000 rows of which 50 are bad: each told, and the good ones are read in only when one chooses so', async () => {
  const rows = Array.from({ length: 5_000 }, (_, no) => (no % 100 === 7 ? BAD[no % 3]! : row(no)))
  const trial = await tried(file([HEAD, ...rows].join('\r\n')))
  const page = await read(trial)
  expect(facts(page)).toEqual({ Nieuw: '4.950', Gewijzigd: '0', 'Gelijk gebleven': '0', Geweigerd: '50' })
  expect(page).toContain('Wij lezen ze niet in: kleur.')
  expect(page).toMatch(/>9<\/th>.*?“toeter” staat niet in de lijst/)
  expect(page).toContain('Dit nummer staat niet in het register')
  expect(page).toContain('Niet in het bestand, en dus onveranderd: Waarvoor, ')
  expect(await count('entry')).toBe(0)
  expect(await imports()).toEqual([])

  const unsure = await carryOut(trial)
  expect(unsure.status).toBe(422)
  expect(await unsure.text()).toContain('Er is nog niets veranderd.')
  expect(await count('entry')).toBe(0)

  const done = await carryOut(trial, { goede: 'ja' })
  expect(done.status).toBe(303)
  const rest = done.headers.get('location')!
  const left = await read(rest)
  expect(facts(left)).toMatchObject({ Nieuw: '0', Geweigerd: '50' })
  expect(left).toContain('4.950 rijen zijn ingelezen.')
  expect(left).not.toContain('Dit is een proef')
  expect([await count('entry'), await count('entry_version')]).toEqual([4_950, 4_950])
  expect(await entryNo(1)).toMatchObject({ title: 'Teller 0', version: 1, begins_on: '2026-05-01' })
  const [version] = await desk.db.selectFrom('entry_version').select(['way', 'by']).limit(1).execute()
  expect(version).toEqual({ way: 'import', by: anna.id })
  expect(await imports()).toEqual([
    { object: `register/${sensors.id}`, detail: '{"added":4950,"changed":0,"unchanged":0,"refused":50}' },
  ])
  // The rows that were refused are there to mend.
  const refused = await read(`${place}/importeren/geweigerd.csv?proef=${idOf(rest)}`)
  expect(refused.trimEnd().split('\r\n')).toHaveLength(51)
  expect((await carryOut(trial, { goede: 'ja' })).status).toBe(409)
  expect(await count('entry')).toBe(4_950)
})

test.each(['csv', 'ods'])('what is given as %s reads in unchanged', async (extension) => {
  const answer = await at.get(`${place}/exporteren.${extension}`)
  expect(answer.headers.get('content-disposition')).toContain(`${sensors.id}-sluiswijk-`)
  const trial = await tried(file(new Uint8Array(await answer.arrayBuffer()), `x.${extension}`))
  const page = await read(trial)
  expect(facts(page)).toEqual({ Nieuw: '0', Gewijzigd: '0', 'Gelijk gebleven': '4.950', Geweigerd: '0' })
  expect(page).toContain('Er is niets om in te lezen.')
})

test('a change is shown with what stands there; what a colleague changed meanwhile is shown again', async () => {
  const trial = await tried(file('nummer;eigenaar;geplaatst\n1;Provincie;\n2;Provincie;\n3;Gemeente;1-5-2026'))
  const page = await read(trial)
  expect(facts(page)).toEqual({ Nieuw: '0', Gewijzigd: '2', 'Gelijk gebleven': '1', Geweigerd: '0' })
  expect(page).toContain('2 velden worden leeg')
  const { id } = await entryNo(2)
  await as(desk.db, anna, async (tx) => {
    const entry = (await entryById(tx, desk.municipality.id, sensors, id, 'to-change'))!
    const values = { ...entry.values, eigenaar: 'Waterschap' }
    await changeEntry(tx, desk.municipality.id, sensors, entry, { values, by: anna.id, way: 'form' })
  })
  const done = await carryOut(trial)
  expect(done.status).toBe(303)
  const again = done.headers.get('location')!
  expect(await entryNo(1)).toMatchObject({ values: { eigenaar: 'Provincie' }, version: 2, begins_on: null })
  expect(await entryNo(2)).toMatchObject({ values: { eigenaar: 'Waterschap' }, version: 2 })
  const now = await read(again)
  expect(facts(now)).toMatchObject({ Gewijzigd: '1' })
  expect(now).toContain('Waterschap')
  expect((await carryOut(again)).headers.get('location')).toBe(place)
  expect(await entryNo(2)).toMatchObject({ values: { eigenaar: 'Provincie' }, version: 3 })
})

test('a trial run is of who made it, and of its own register', async () => {
  const trial = await tried(file('nummer;eigenaar\n1;Gemeente'))
  const bram = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['executor'], 'Bram'))
  const elders = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['policy-officer']))
  for (const other of [bram, elders]) {
    expect((await other.get(trial)).status).toBe(409)
    expect((await carryOut(trial, {}, other)).status).toBe(409)
  }
  const beside = deps.registers.find(({ id }) => id !== sensors.id)!
  expect((await at.get(trial.replace(sensors.id, beside.id))).status).toBe(409)
  expect((await carryOut(trial)).status).toBe(303)
  expect(await read(`${place}/exporteren.csv`, elders)).not.toContain('Teller')
})

test('two who carry out the same trial at once do it once', async () => {
  const before = await count('entry')
  const trial = await tried(file('Naam;Wat is het?;Waar?;Eigenaar\nDubbel;camera;Markt;Gemeente'))
  expect(await read(trial)).toContain('Daarom is elke rij nieuw')
  const both = await Promise.all([carryOut(trial), carryOut(trial)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(await count('entry')).toBe(before + 1)
  expect(await read(await tried(file('Naam;soort;plaats;eigenaar\nDUBBEL;camera;Markt;x')))).toContain(
    'zoals iets dat al in het register staat',
  )
})

test.each<[string, () => File | undefined, number, RegExp]>([
  ['no file', () => undefined, 422, /Kies een bestand/],
  ['an empty one', () => file(''), 422, /Kies een bestand/],
  ['only a heading', () => file(HEAD), 422, /geen rijen/],
  ['no column that we know', () => file('kleur\nrood'), 422, /geen kolom &quot;nummer&quot; of &quot;Naam&quot;/],
  ['another packed file', () => file('PK\u0003\u0004xxxx', 'x.xlsx'), 422, /op als ODS of CSV/],
  ['too many rows', () => file(`naam\n${'x\n'.repeat(20_001)}`), 422, /meer dan 20.000/],
  ['too many bytes', () => file(`naam\n${'x'.repeat(12 * 1024 * 1024)}`), 413, /hoogstens 10 MB/],
])('%s is told, and nothing is kept', async (_, bestand, status, why) => {
  const kept = await desk.db.selectFrom('unsent').select('id').execute()
  const chosen = bestand()
  const answer = await at.post(`${place}/importeren`, chosen ? { bestand: chosen } : {})
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(why)])
  expect(await desk.db.selectFrom('unsent').select('id').execute()).toEqual(kept)
  expect(desk.faults).toEqual([])
})
