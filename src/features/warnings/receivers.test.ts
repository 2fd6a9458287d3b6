/** Who hears of a warning: whom its label admits, each once, and not any more once taken off. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addOrganisation, addPerson, as, testDeps, testDesk } from '../../../test/desk.ts'
import type { TestDesk, TestPerson, Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import type { Tlp } from '../../vocabulary/tlp.ts'
import { todayIn } from '../../web/language.ts'

const today = todayIn()
let desk: TestDesk
const people: Record<string, TestPerson> = {}
let [client, stranger]: string[] = []
let writer: Visitor
let relation = ''

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { id } = desk.municipality
  client = await addOrganisation(desk.db, id, 'Klant')
  stranger = await addOrganisation(desk.db, id, 'Vreemd')
  people['sam'] = await addPerson(desk.db, id, ['security-officer'], 'Sam')
  people['noor'] = await addPerson(desk.db, id, ['executor'], 'Noor')
  people['kees'] = await addPerson(desk.db, id, ['partner'], 'Kees', client)
  people['zoe'] = await addPerson(desk.db, id, ['partner'], 'Zoë', stranger)
  writer = await desk.visit(people['sam'])
})
beforeEach(async () => {
  await sql`delete from warning_client`.execute(desk.db)
  relation = uuid()
  await sql`insert into warning_client (municipality, id, organisation, contract_name, by)
    values (${desk.municipality.id}, ${relation}, ${client}, 'Onderhoud', ${people['sam']!.id})`.execute(desk.db)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

async function begin(label: Tlp): Promise<string> {
  const words = { titel: 'Gat', wat: 'Een gat.', doen: 'Werk bij.', gelukt: 'Versie 7.', bellen: 'Bel 071.' }
  const made = await writer.post('/balie/waarschuwingen/nieuw', {
    label,
    ...words,
    uiterlijk: '',
    urgentie: 'urgent',
    producten: '',
  })
  return made.headers.get('location')!
}
const post = (path: string, fields: Record<string, string>) => writer.post(path, fields)
const send = (path: string) => post(`${path}/sturen`, { tot: daysAfter(today, 30), zonder: 'ja' })
const name = (path: string, who: string) => post(`${path}/personen`, { persoon: people[who]!.id })
const add = (path: string, organisatie: string) => post(`${path}/ontvangers`, { organisatie, groep: '' })
/** What the next page says of it. */
const told = async (answer: Promise<Response>) => {
  const { status, headers } = await answer
  expect(status).toBe(303)
  return decodeURIComponent(headers.getSetCookie().join())
}
const idOf = (path: string) => path.split('/').at(-1)!
/** For whom something is open about it, and to whom mail waits. */
async function waiting(path: string) {
  const object = `warning/${idOf(path)}`
  const tasks = await desk.db
    .selectFrom('task')
    .select('person')
    .where('object', '=', object)
    .where('kind', '=', 'warning')
    .where('done_at', 'is', null)
    .where('person', 'is not', null)
    .execute()
  const mail = await desk.db
    .selectFrom('message')
    .select('person')
    .where('object', '=', object)
    .where('sent_at', 'is', null)
    .execute()
  const named = (rows: readonly { readonly person: string | null }[]) =>
    Object.keys(people).filter((each) => rows.some(({ person }) => person === people[each]!.id))
  return { tasks: named(tasks), mail: named(mail) }
}
const both = (...who: string[]) => ({ tasks: who, mail: who })

test('whom the label does not admit is not named, not even past the page, and hears nothing', async () => {
  for (const [label, says] of [
    ['AMBER', 'de organisatie is geen ontvanger'],
    ['AMBER+STRICT', 'het blijft binnen de gemeente'],
  ] as const) {
    const path = await begin(label)
    expect((await send(path)).status).toBe(303)
    expect(await (await writer.get(path)).text()).not.toContain('Zoë (Vreemd)')
    const answer = await name(path, 'zoe')
    expect(answer.status, label).toBe(422)
    expect(await answer.text()).toContain(says)
    const { id: municipality } = desk.municipality
    const row = { municipality, warning: idOf(path), person: people['zoe']!.id, by: people['sam']!.id }
    await expect(
      as(desk.db, people['sam']!, (tx) => tx.insertInto('warning_person').values(row).execute()),
    ).rejects.toThrow('row-level security')
    expect(await waiting(path)).toEqual(both())
    expect((await name(path, 'noor')).status).toBe(303)
    expect(await waiting(path)).toEqual(both('noor'))
  }
  // Of a client only who works for a receiver: another finds no page.
  const path = await begin('AMBER')
  expect((await name(path, 'kees')).status).toBe(422)
  expect((await add(path, client!)).status).toBe(303)
  expect((await name(path, 'kees')).status).toBe(303)
})

test('who was named or chosen under a wider label hears nothing of what is narrower by now', async () => {
  const path = await begin('GREEN')
  expect((await name(path, 'zoe')).status).toBe(303)
  expect((await add(path, stranger!)).status).toBe(303)
  expect((await add(path, client!)).status).toBe(303)
  const leave = { toestemming_van: 'Sam', toestemming_op: today, gezegd: 'Toch enger.' }
  expect((await post(`${path}/label`, { label: 'AMBER', ...leave })).status).toBe(303)
  expect(await told(send(path))).toContain('Er ging bericht naar één mens.')
  expect(await waiting(path)).toEqual(both('kees'))
})

test('from who is taken off nothing waits, and mail that did not go yet does not go', async () => {
  const path = await begin('GREEN')
  for (const who of ['noor', 'kees']) expect((await name(path, who)).status).toBe(303)
  for (const organisation of [client!, stranger!]) expect((await add(path, organisation)).status).toBe(303)
  expect(await told(send(path))).toContain('Er ging bericht naar 3 mensen.')
  expect(await waiting(path)).toEqual(both('noor', 'kees', 'zoe'))
  await post(`${path}/personen/weg`, { weg: people['noor']!.id })
  await post(`${path}/ontvangers/weg`, { weg: stranger! })
  // Who is still named, or still works for a receiver, is asked as before.
  await post(`${path}/personen/weg`, { weg: people['kees']!.id })
  expect(await waiting(path)).toEqual(both('kees'))
  await name(path, 'kees')
  await post(`${path}/ontvangers/weg`, { weg: client! })
  expect(await waiting(path)).toEqual(both('kees'))
})

test('a contract that ended closes what waits for its people', async () => {
  const path = await begin('AMBER')
  expect((await add(path, client!)).status).toBe(303)
  expect((await send(path)).status).toBe(303)
  expect(await waiting(path)).toEqual(both('kees'))
  expect((await post(`/balie/waarschuwingen/relaties/${relation}/eindigen`, {})).status).toBe(303)
  expect(await waiting(path)).toEqual(both())
})

test('that mail went is said of mail that went: not of who had it, nor of where nobody is', async () => {
  const path = await begin('GREEN')
  expect((await send(path)).status).toBe(303)
  expect(await told(name(path, 'noor'))).toContain('Er ging bericht naar één mens.')
  expect(await told(name(path, 'noor'))).toContain('Deze persoon was al genoemd. Er ging geen nieuw bericht.')
  expect(await told(add(path, client!))).toContain('Er ging bericht naar één mens.')
  await sql`update message set sent_at = now()`.execute(desk.db)
  await post(`${path}/ontvangers/weg`, { weg: client! })
  expect(await told(add(path, client!))).toContain('Er ging geen nieuw bericht: dat ging al eerder.')
  const empty = await addOrganisation(desk.db, desk.municipality.id, 'Leeg')
  expect(await told(add(path, empty))).toContain('Er ging bericht naar niemand.')
})
