/** An entry becomes public by two people, holds until it changes, and is taken away by two people; nobody alone. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import type { Register, Values } from '../../model/register.ts'
import { addEntry, changeEntry, entryById } from '../store.ts'

/** Asked before it may be public, whatever the file asks today. */
const ASKED = new Set([
  'naam',
  'soort',
  'plaats',
  'doel',
  'eigenaar',
  'contact',
  'persoonsgegevens',
  'grondslag',
  'einde',
])
const made = testDeps()
const deps = {
  ...made,
  registers: made.registers.map((each) => ({
    ...each,
    fields: each.fields.map((field) => ({
      ...field,
      required: ASKED.has(field.id) ? (field.required ?? ('publication' as const)) : undefined,
    })),
  })),
}
const register: Register = deps.registers.find(({ purpose }) => purpose === 'sensor')!
let desk: TestDesk
let officer: TestPerson
let publisher: TestPerson
let anna: Visitor
let pia: Visitor

const WHOLE: Values = {
  naam: 'Camera Stationsplein',
  soort: 'camera',
  plaats: { label: 'Stationsplein', lon: 4.48, lat: 52.16 },
  doel: 'Veiligheid',
  eigenaar: 'Gemeente',
  contact: 'sensoren@sluiswijk.test',
  persoonsgegevens: true,
  grondslag: 'taak',
  alternatief: 'Tellen met de hand, maar dan weet niemand het ’s nachts.',
  einde: '2027-05-01',
  nazien: '2026-12-24',
}
const { doel: _, ...LACKING } = WHOLE

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  publisher = await addPerson(desk.db, desk.municipality.id, ['publisher'], 'Pia')
  ;[anna, pia] = [await desk.visit(officer), await desk.visit(publisher)]
})
afterAll(() => desk.close())

const make = (values: Values) =>
  as(desk.db, officer, (tx) => addEntry(tx, desk.municipality.id, register, { values, by: officer.id, way: 'form' }))
const change = (id: string, values: Values) =>
  as(desk.db, officer, async (tx) => {
    const entry = (await entryById(tx, desk.municipality.id, register, id, 'to-change'))!
    await changeEntry(tx, desk.municipality.id, register, entry, { values, by: officer.id, way: 'form' })
  })
const at = (id: string) => `/balie/registers/${register.id}/${id}`
const shown = () =>
  desk.db
    .selectFrom('published.entry')
    .select(['id', 'version', 'slug', 'title', 'values', 'to_at'])
    .orderBy('version')
    .execute()
const of = async (id: string) => (await shown()).filter((row) => row.id === id)
const stuk = async (visitor: Visitor, id: string): Promise<string> =>
  /name="stuk" value="([0-9a-f]{64})"/.exec(await (await visitor.get(`${at(id)}/openbaar-maken`)).text())?.[1] ?? ''
const tasks = async (id: string) =>
  (
    await desk.db
      .selectFrom('task')
      .select(['kind', 'role', 'person'])
      .where('object', '=', `entry/${id}`)
      .where('done_at', 'is', null)
      .execute()
  ).map(({ kind, role, person }) => `${kind} ${role ?? person}`)
const acts = async (id: string) =>
  (await desk.db.selectFrom('audit').select(['act', 'object']).orderBy('no').execute())
    .filter(({ object }) => object === `entry/${id}`)
    .map(({ act }) => act)

/** Released by Anna, published by Pia. */
async function makePublic(id: string, version: number) {
  expect((await anna.post(`${at(id)}/vrijgeven`, { versie: String(version) })).status).toBe(303)
  const answer = await pia.post(`${at(id)}/openbaar-maken`, { stuk: await stuk(pia, id) })
  expect(answer.status).toBe(303)
}

test('what is not filled in is told field by field, and nothing is released', async () => {
  const { id } = await make(LACKING)
  const page = await (await anna.get(`${at(id)}/openbaar-maken`)).text()
  expect(page).toContain(`href="${at(id)}/wijzigen#veld-doel">Waarvoor is nog niet ingevuld.`)
  expect(page).not.toContain('Versie 1 vrijgeven')
  expect((await anna.post(`${at(id)}/vrijgeven`, { versie: '1' })).status).toBe(422)
  expect(await acts(id)).toEqual([])
})

test('one releases, another publishes, and only what is public leaves', async () => {
  const { id, no } = await make(WHOLE)
  await anna.post(`${at(id)}/vrijgeven`, { versie: '1' })
  expect(await tasks(id)).toEqual(['publish-entry publisher'])
  expect(await (await pia.get('/balie/openbaar-maken')).text()).toContain(`${no} Camera Stationsplein`)
  expect(await stuk(anna, id), 'nobody publishes what they released').toBe('')
  expect((await anna.post(`${at(id)}/openbaar-maken`, { stuk: 'x' })).status).toBe(403)
  expect((await pia.post(`${at(id)}/openbaar-maken`, { stuk: 'x' })).status).toBe(409)
  expect(await of(id)).toEqual([])
  await pia.post(`${at(id)}/openbaar-maken`, { stuk: await stuk(pia, id) })
  const { nazien: _, contact: __, ...open } = WHOLE
  expect(await of(id)).toEqual([
    { id, version: 1, slug: `${no}-camera-stationsplein`, title: WHOLE['naam'], values: open, to_at: null },
  ])
  expect(await tasks(id)).toEqual([])
  expect(await acts(id)).toEqual(['entry.released', 'entry.published'])
})

test('a new version follows the same way; its address stays, and the earlier one stays readable', async () => {
  const { id } = await make(WHOLE)
  await makePublic(id, 1)
  const { slug } = (await of(id))[0]!
  await change(id, { ...WHOLE, naam: 'Camera op het plein' })
  expect((await of(id)).length).toBe(1)
  expect((await anna.post(`${at(id)}/vrijgeven`, { versie: '1' })).status, 'not what is newest').toBe(409)
  await anna.post(`${at(id)}/vrijgeven`, { versie: '2' })
  await change(id, { ...WHOLE, naam: 'Nog weer anders' })
  await pia.post(`${at(id)}/openbaar-maken`, { stuk: await stuk(pia, id) })
  expect((await of(id)).map((row) => [row.version, row.slug, row.title, row.to_at === null])).toEqual([
    [1, slug, 'Camera Stationsplein', false],
    [2, slug, 'Camera op het plein', true],
  ])
})

test('sent back with a reason, or taken back, it is nobody’s to publish', async () => {
  const { id } = await make(WHOLE)
  await anna.post(`${at(id)}/vrijgeven`, { versie: '1' })
  const print = await stuk(pia, id)
  expect((await pia.post(`${at(id)}/openbaar-maken/terugsturen`, { reden: '' })).status).toBe(422)
  await pia.post(`${at(id)}/openbaar-maken/terugsturen`, { reden: 'Het doel klopt niet' })
  expect(await tasks(id)).toEqual([`look-again-entry ${officer.id}`])
  expect((await pia.post(`${at(id)}/openbaar-maken`, { stuk: print })).status).toBe(409)
  expect(await (await anna.get(`${at(id)}/openbaar-maken`)).text()).toContain('Het doel klopt niet')
})

test('two people take it away with a reason, and may make it public again at the same address', async () => {
  const { id, no } = await make(WHOLE)
  expect((await anna.post(`${at(id)}/intrekken`, { reden: 'x' })).status, 'it is not public').toBe(409)
  await makePublic(id, 1)
  expect((await anna.post(`${at(id)}/intrekken`, { reden: ' ' })).status).toBe(422)
  await anna.post(`${at(id)}/intrekken`, { reden: 'Er stond een naam in.' })
  expect(await tasks(id)).toEqual(['withdraw-entry publisher'])
  expect((await anna.post(`${at(id)}/intrekken/bevestigen`)).status).toBe(403)
  expect((await of(id)).length).toBe(1)
  expect((await pia.post(`${at(id)}/intrekken/bevestigen`)).status).toBe(303)
  expect(await of(id)).toEqual([])
  expect(
    await desk.db.selectFrom('published.entry_withdrawn').select(['slug', 'reason']).where('id', '=', id).execute(),
  ).toEqual([{ slug: `${no}-camera-stationsplein`, reason: 'Er stond een naam in.' }])
  await change(id, { ...WHOLE, naam: 'Zonder naam' })
  await makePublic(id, 2)
  expect((await of(id)).map(({ slug }) => slug)).toEqual([`${no}-camera-stationsplein`])
  expect(await desk.db.selectFrom('published.entry_withdrawn').select('slug').where('id', '=', id).execute()).toEqual(
    [],
  )
})

test('the database itself holds to two people, to what was released and to the municipality', async () => {
  const { id, no } = await make(WHOLE)
  const here = desk.municipality.id
  const row = { municipality: here, register: register.id, id, version: 1, no, slug: 'x', title: 'x', values: '{}' }
  const put = (who: TestPerson, more: object = {}) =>
    as(desk.db, who, (tx) =>
      tx
        .insertInto('published.entry')
        .values({ ...row, ...more })
        .execute(),
    )
  const step = (who: TestPerson, name: 'released' | 'published' | 'withdrawn', order: number) =>
    as(desk.db, who, (tx) =>
      tx
        .insertInto('entry_release')
        .values({ municipality: here, entry: id, no: order, step: name, version: 1, by: who.id })
        .execute(),
    )
  await expect(put(publisher)).rejects.toThrow(/two people/)
  await expect(step(publisher, 'published', 1)).rejects.toThrow(/no published after nothing/)
  await step(officer, 'released', 1)
  await expect(step(officer, 'published', 2)).rejects.toThrow(/no published after released/)
  await expect(put(publisher)).rejects.toThrow(/two people/)
  await expect(step(publisher, 'withdrawn', 2)).rejects.toThrow(/no withdrawn/)
  await step(publisher, 'published', 2)
  await expect(put(officer), 'who did not publish').rejects.toThrow(/two people/)
  await expect(put(publisher, { values: '{"naam":"Iets anders"}' })).rejects.toThrow(/not what was released/)
  await expect(put(publisher, { no: 99 })).rejects.toThrow(/not what was released/)
  await expect(put(publisher, { municipality: desk.elsewhere.id })).rejects.toThrow(/row-level security|two people/)
  await put(publisher)
  await expect(
    as(desk.db, publisher, (tx) => tx.deleteFrom('published.entry').where('id', '=', id).execute()),
  ).rejects.toThrow(/two people/)
  await expect(
    as(desk.db, publisher, (tx) => sql`update published.entry set title = 'gekaapt' where id = ${id}`.execute(tx)),
  ).rejects.toThrow(/permission denied/)
  await expect(sql`update entry_release set by = ${officer.id}`.execute(desk.db)).rejects.toThrow(/stays as it was/)
})

test('pages fault nowhere, and nobody gets an entry of another municipality', async () => {
  const far = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['publisher'], 'Ver'))
  const { id } = await make(WHOLE)
  for (const path of ['openbaar-maken', 'intrekken']) {
    expect((await far.get(`${at(id)}/${path}`)).status).toBe(404)
    expect((await anna.get(`${at(id)}/${path}`)).status).toBe(200)
    expect((await anna.get(`${at('onzin')}/${path}`)).status).toBe(404)
  }
  expect(desk.faults.map(String)).toEqual([])
})
