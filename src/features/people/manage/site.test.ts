/** The administrator names the hosts of the own municipality and how its site looks; no name is of two. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addPerson,
  as,
  testDesk,
  withDoors,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../../test/desk.ts'
import { unseenIn } from '../../../../test/form-page.ts'
import { chosenLook } from '../../../db/look.ts'
import { hostsOf, keepHosts } from '../../../db/municipality.ts'
import { beginSession, sessionOf } from '../sessions-store.ts'
import { peopleRoutes } from '../pages-people.tsx'

const AT = '/balie/beheer/site'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
let desk: TestDesk
let boss: TestPerson
let at: Visitor
type Fields = Parameters<Visitor['post']>[1]

beforeAll(async () => {
  desk = await testDesk(peopleRoutes)
  boss = await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Yara')
  at = await desk.visit(boss)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const basisIn = (page: string) => unseenIn(page, 'basis')
const basis = async () => basisIn(await (await at.get(AT)).text())
const save = async (fields: Fields) => at.post(AT, { basis: await basis(), ...fields })
const hosts = (municipality = desk.municipality.id) =>
  as(desk.db, boss, (tx) => hostsOf(tx, municipality)) as Promise<readonly string[]>
const look = () => chosenLook(desk.db, desk.municipality.id)
const file = (name: string, body: Uint8Array<ArrayBuffer> | string) => new File([body], name, { type: 'image/png' })

test('several municipalities without names share one process: giving one would shut the other out', async () => {
  const sent = await save({ webadressen: 'digitaal.sluiswijk.nl' })
  expect(sent.status).toBe(422)
  const text = await sent.text()
  expect(text).toContain('bedient meer gemeenten')
  expect(text).toContain('digitaal.sluiswijk.nl')
  expect(await hosts()).toEqual([])
  await keepHosts(desk.db, desk.elsewhere, ['elders.nl'])
})

test('names are kept in their order, each once, and the trail says what was and what is', async () => {
  expect((await save({ webadressen: 'Digitaal.Sluiswijk.NL\nsluiswijk.nl, digitaal.sluiswijk.nl' })).status).toBe(303)
  expect(await hosts()).toEqual(['digitaal.sluiswijk.nl', 'sluiswijk.nl'])
  const trail = await desk.db
    .selectFrom('audit')
    .select(['detail', 'person'])
    .where('act', '=', 'site.changed')
    .execute()
  expect(trail).toHaveLength(1)
  expect(trail[0]!.person).toBe(boss.id)
  expect(trail[0]!.detail).toContain('digitaal.sluiswijk.nl')
  expect((await save({ webadressen: 'digitaal.sluiswijk.nl\nsluiswijk.nl' })).headers.get('location')).toContain(AT)
})

test.each([
  ['https://sluiswijk.nl', 'zonder https://'],
  ['sluiswijk.nl/balie', 'is geen naam van een webadres'],
  ['localhost', 'van de computer zelf'],
  ['127.0.0.1', 'is geen naam van een webadres'],
  ['elders.nl', 'al van een andere gemeente'],
  ['sluiswijk.nl\nELDERS.nl.', 'al van een andere gemeente'],
  ['', 'Laat minstens één webadres staan'],
  [Array.from({ length: 11 }, (_, no) => `a${no}.sluiswijk.nl`).join('\n'), 'meer dan 10'],
])('%j is refused at its field, and comes back', async (webadressen, why) => {
  const before = await hosts()
  const sent = await save({ webadressen, kleur: '#123456' })
  expect(sent.status).toBe(422)
  const text = await sent.text()
  expect(text).toContain('id="fout-webadressen"')
  expect(text).toContain(why)
  for (const line of webadressen.split('\n')) expect(text).toContain(line)
  expect(text).toContain('#123456')
  expect([await hosts(), (await look()).accent]).toEqual([before, null])
})

const NAMES = 'digitaal.sluiswijk.nl\nsluiswijk.nl'
test('a colour in which nobody can read, or that is none, is refused; a dark one becomes the theme', async () => {
  for (const [kleur, why] of [
    ['#ffff00', 'slecht te lezen'],
    ['#777', 'slecht te lezen'],
    ['rood', 'Vul een kleur in'],
    ['#12345', 'Vul een kleur in'],
  ]) {
    const sent = await save({ webadressen: NAMES, kleur: kleur! })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain(why)
  }
  expect((await save({ webadressen: NAMES, kleur: '7A1F3D' })).status).toBe(303)
  expect((await look()).accent).toBe('#7a1f3d')
})

test('a logo is a PNG that is small enough; another takes its place, and it can go', async () => {
  const huge = Buffer.from(PNG)
  huge.writeUInt32BE(4000, 16)
  for (const [body, why] of [
    [file('x.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'.repeat(3)), 'geen PNG-bestand'],
    [file('x.png', new Uint8Array(70_000)), 'groter dan 64 kB'],
    [file('x.png', new Uint8Array(huge)), 'groter dan 1024'],
  ] as const) {
    const sent = await save({ webadressen: NAMES, kleur: '#7a1f3d', beeldmerk: body })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain(why)
  }
  const fine = { webadressen: NAMES, kleur: '#7a1f3d', beeldmerk: file('a.png', new Uint8Array(PNG)) }
  expect((await save(fine)).status).toBe(303)
  expect((await look()).logo).toBe(PNG.toString('base64'))
  expect((await save({ webadressen: NAMES, kleur: '' })).status).toBe(303)
  expect(await look()).toEqual({ accent: null, logo: PNG.toString('base64') })
  expect((await save({ webadressen: NAMES, kleur: '', weg: 'ja' })).status).toBe(303)
  expect((await look()).logo).toBeNull()
})

test('of two at the same time the second sees what the first kept, and loses nothing', async () => {
  const old = await basis()
  expect((await save({ webadressen: `${NAMES}\nook.sluiswijk.nl` })).status).toBe(303)
  const second = await at.post(AT, { basis: old, webadressen: 'anders.sluiswijk.nl', kleur: '#0b5563' })
  expect(second.status).toBe(409)
  const text = await second.text()
  for (const words of ['Dit is intussen veranderd', 'anders.sluiswijk.nl', 'ook.sluiswijk.nl', '#0b5563'])
    expect(text).toContain(words)
  expect(await hosts()).toContain('ook.sluiswijk.nl')
})

test('the name one works at is not taken away unseen: it is asked, and then told where the desk is', async () => {
  const origin = 'http://sluiswijk.nl:3000'
  const { app } = withDoors(desk, peopleRoutes, { origin })
  const cookie = await beginSession(desk.db, boss.municipality, boss.id, 'full', 'test')
  const { token } = (await sessionOf(desk.db, cookie))!
  const headers = { cookie: `balie=${cookie}`, origin }
  const post = async (fields: Record<string, string>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ token, basis: await basis(), ...fields })) body.append(name, value)
    return app.request(origin + AT, { method: 'POST', body, headers })
  }
  const asked = await post({ webadressen: 'digitaal.sluiswijk.nl' })
  expect(asked.status).toBe(422)
  const text = await asked.text()
  expect(text).toContain('U werkt nu op sluiswijk.nl')
  expect(text).toContain('name="zeker"')
  expect(await hosts()).toContain('sluiswijk.nl')
  // A near miss: the name stays, and only another goes.
  expect((await post({ webadressen: 'digitaal.sluiswijk.nl\nsluiswijk.nl' })).status).toBe(303)
  const moved = await post({ webadressen: 'digitaal.sluiswijk.nl', zeker: 'ja' })
  expect(moved.status).toBe(200)
  expect(await moved.text()).toContain('href="http://digitaal.sluiswijk.nl:3000/balie"')
  expect(await hosts()).toEqual(['digitaal.sluiswijk.nl'])
})

test('SQL at the desk names no host of another municipality, nor of the own one by another role', async () => {
  const officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  const visitor = await desk.visit(officer)
  expect((await visitor.get(AT)).status).toBe(403)
  const tried = (who: TestPerson, query: ReturnType<typeof sql>) => as(desk.db, who, (tx) => query.execute(tx))
  const refused = /permission denied|only an administrator/
  const other = desk.elsewhere.id
  for (const [who, query] of [
    [officer, sql`select wall.own_hosts('{x.nl}')`],
    [boss, sql`select wall.set_hosts(${other}::uuid, '{x.nl}')`],
    [boss, sql`update municipality set hosts = '{x.nl}'`],
  ] as const)
    await expect(tried(who, query)).rejects.toThrow(refused)
  await expect(
    tried(
      officer,
      sql`insert into municipality_look (municipality, accent) values (${officer.municipality}, '#000000')`,
    ),
  ).rejects.toThrow(/row-level security/)
  await expect(
    tried(boss, sql`insert into municipality_look (municipality, accent) values (${other}, '#000000')`),
  ).rejects.toThrow(/row-level security/)
  // Nor where the site of another was reached last.
  await desk.db.updateTable('municipality').set({ site: 'https://oud.elders.nl' }).where('id', '=', other).execute()
  expect((await save({ webadressen: 'digitaal.sluiswijk.nl\noud.elders.nl' })).status).toBe(422)
})
