/** Proof as a file, meetings in the story of a pledge, and what follows an objection that is right. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../../test/desk.ts'
import { putCovenant, terms } from '../../../../test/pledges.ts'
import { forgetUpload } from '../../../db/uploads.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { deskRoutes } from '../../../apps/desk-routes.ts'

const today = todayIn()
let desk: TestDesk
const who: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
let covenant: string
const shops: string[] = []

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { id } = desk.municipality
  for (const name of ['Bakker', 'Slager', 'Buiten']) shops.push(await addOrganisation(desk.db, id, name))
  for (const [name, roles] of [
    ['officer', ['policy-officer']],
    ['verifier', ['security-officer']],
    ['boss', ['decision-maker']],
    ['reader', ['fg']],
    ['admin', ['administrator']],
  ] as const)
    who[name] = await addPerson(desk.db, id, [...roles], name)
  for (const [no, name] of ['baker', 'butcher', 'outside'].entries())
    who[name] = await addPerson(desk.db, id, ['partner'], name, shops[no]!)
  for (const name of Object.keys(who)) at[name] = await desk.visit(who[name]!)
  covenant = await putCovenant(
    desk.db,
    who['officer']!,
    [{ ...terms(who['verifier']!, who['officer']!), due: daysAfter(today, -2) }],
    shops.slice(0, 2).map((organisation) => ({ organisation, on: '2026-01-01', named: true })),
  )
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const place = (rest = '') => `/balie/convenanten/${covenant}/voortgang/https${rest}`
const ours = (rest = '') => `/balie/onze-afspraken/${covenant}/afspraken/https${rest}`
const read = async (name: string, path: string) => (await at[name]!.get(path)).text()
const txt = (words: string, name = 'lijst.txt') => new File([words], name, { type: 'text/plain' })
const GIVEN = { dag: today, tekst: 'De lijst van de cursus.' }
const fileIn = (page: string) => /bewijs\/([0-9a-f-]{36})"/.exec(page)?.[1]

test('a party hands in a file, which the desk and the party itself read, and no other', async () => {
  const answer = await at['baker']!.post(ours('/bewijs'), { ...GIVEN, bestand: txt('Twaalf namen.') })
  expect(answer.status).toBe(303)
  const id = fileIn(await read('baker', ours()))
  expect(id).toBeDefined()
  expect(fileIn(await read('officer', place()))).toBe(id)
  for (const [name, path] of [
    ['baker', ours(`/bewijs/${id}`)],
    ['reader', place(`/bewijs/${id}`)],
    ['verifier', place(`/bewijs/${id}`)],
  ] as const) {
    const file = await at[name]!.get(path)
    expect([file.status, await file.text()], name).toEqual([200, 'Twaalf namen.'])
    expect(file.headers.get('content-disposition')).toContain('lijst.txt')
  }
  expect((await at['butcher']!.get(ours(`/bewijs/${id}`))).status).toBe(404)
  expect((await at['outside']!.get(ours(`/bewijs/${id}`))).status).toBe(404)
  expect((await at['admin']!.get(place(`/bewijs/${id}`))).status).toBe(403)
  expect(await read('butcher', ours())).not.toContain('De lijst van de cursus.')
  for (const name of ['butcher', 'outside', 'admin'])
    expect(await as(desk.db, who[name]!, (tx) => tx.selectFrom('upload').select('id').execute()), name).toEqual([])
})

test('a file of a kind that is not taken is refused at its field, and what was typed stays', async () => {
  const bad = new File(['<script>alert(1)</script>'], 'goed.txt', { type: 'text/plain' })
  for (const [name, path] of [
    ['baker', ours('/bewijs')],
    ['verifier', place('/nagekeken')],
    ['officer', place('/aantekening')],
  ] as const) {
    const answer = await at[name]!.post(path, { ...GIVEN, soort: 'proof', bestand: bad })
    const page = await answer.text()
    expect([answer.status, page.includes('id="fout-bestand"'), page.includes(GIVEN.tekst)], name).toEqual([
      422,
      true,
      true,
    ])
  }
  expect(await desk.db.selectFrom('upload').select('id').execute()).toHaveLength(1)
})

test('the verifier hands in a file too, and the municipality; a party does not read those of the desk', async () => {
  const looked = await at['verifier']!.post(place('/nagekeken'), {
    ...GIVEN,
    bestand: txt('Een meting.', 'meting.txt'),
  })
  expect(looked.status).toBe(303)
  const noted = { ...GIVEN, soort: 'note', bestand: txt('Intern.', 'intern.txt') }
  expect((await at['officer']!.post(place('/aantekening'), noted)).status).toBe(303)
  expect(await read('officer', place())).toMatch(/meting\.txt[\s\S]*intern\.txt|intern\.txt[\s\S]*meting\.txt/)
  const names = (name: string) =>
    as(desk.db, who[name]!, (tx) => tx.selectFrom('upload').select('name').orderBy('name').execute())
  expect((await names('butcher')).map(({ name }) => name)).toEqual(['meting.txt'])
  expect((await names('outside')).map(({ name }) => name)).toEqual([])
})

test('nobody lays down a file of another, and a file that proves something stays', async () => {
  const { upload } = await desk.db
    .selectFrom('pledge_note')
    .select('upload')
    .where('organisation', '=', shops[0]!)
    .executeTakeFirstOrThrow()
  await expect(
    as(desk.db, who['butcher']!, (tx) =>
      sql`insert into pledge_note (municipality, id, covenant, pledge, kind, organisation, "on", text, upload, by)
        values (${desk.municipality.id}, gen_random_uuid(), ${covenant}, 'https', 'proof', ${shops[1]!}, ${today}::date,
          'x', ${upload}, ${who['butcher']!.id})`.execute(tx),
    ),
  ).rejects.toThrow(/row-level/)
  await as(desk.db, who['baker']!, (tx) => forgetUpload(tx, desk.municipality.id, upload!))
  expect((await at['baker']!.get(ours(`/bewijs/${upload}`))).status).toBe(200)
})

test('the story tells each meeting that was held, with what it decided of this pledge', async () => {
  const meet = (kind: string, on: string, cancelled = '') =>
    unasked(desk.db, async (tx) => {
      const { rows } = await sql<{
        id: string
      }>`insert into covenant_meeting (municipality, id, covenant, kind, held_on,
        agenda, cancelled_for, by) values (${desk.municipality.id}, gen_random_uuid(), ${covenant}, ${kind},
        ${on}::date, 'x', ${cancelled}, ${who['officer']!.id}) returning id`.execute(tx)
      return rows[0]!.id
    })
  const held = await meet('steering', daysAfter(today, -40))
  await meet('yearly', daysAfter(today, -30))
  await meet('yearly', daysAfter(today, -20), 'Ziek.')
  await meet('yearly', daysAfter(today, 20))
  await unasked(desk.db, (tx) =>
    sql`insert into covenant_decision (municipality, id, covenant, meeting, pledge, text, agreed, by) values
      (${desk.municipality.id}, gen_random_uuid(), ${covenant}, ${held}, 'https', 'Het doel blijft.', 'allen',
        ${who['boss']!.id}), (${desk.municipality.id}, gen_random_uuid(), ${covenant}, ${held}, 'anders',
        'Iets anders.', 'allen', ${who['boss']!.id})`.execute(tx),
  )
  const page = await read('reader', place())
  expect(page).toContain('Stuurgroep. Besloten door allen: Het doel blijft.')
  expect(page).not.toContain('Iets anders.')
  expect(page.match(/Jaarlijkse bijeenkomst\. Over deze afspraak is niets besloten\./g)).toHaveLength(1)
})

test('an objection that is right asks the verifier anew, and the verdict stands as looked at until then', async () => {
  const verdict = {
    over: shops[0]!,
    oordeel: 'not-met',
    gehaald: '',
    gezien: today,
    bewijs: 'De meting.',
    vervangt: '',
    // Nothing was measured of it.
    reden: 'De partij zei dat het niet lukte.',
  }
  expect((await at['verifier']!.post(place('/oordeel'), verdict)).status).toBe(303)
  const { id } = await desk.db.selectFrom('pledge_verdict').select('id').executeTakeFirstOrThrow()
  expect((await at['baker']!.post(ours('/bezwaar'), { bezwaar: 'Verkeerde site.' })).status).toBe(303)
  expect(await read('officer', place())).not.toContain('Wordt opnieuw bekeken')
  const upheld = { antwoord: 'upheld', tekst: 'De oude site telde mee.' }
  // Who gave the verdict does not answer the objection to it.
  const gaveIt = (person: string) =>
    unasked(desk.db, (tx) => tx.updateTable('pledge_verdict').set({ by: person }).execute())
  await gaveIt(who['boss']!.id)
  expect((await at['boss']!.post(place(`/oordeel/${id}/bezwaar`), upheld)).status).toBe(403)
  await gaveIt(who['verifier']!.id)
  expect((await at['boss']!.post(place(`/oordeel/${id}/bezwaar`), upheld)).status).toBe(303)
  const open = () =>
    desk.db
      .selectFrom('task')
      .select(['kind', 'person', 'path'])
      .where('object', '=', `pledge_verdict/${id}`)
      .where('done_at', 'is', null)
      .execute()
  expect(await open()).toEqual([
    { kind: 'pledge-again', person: who['verifier']!.id, path: place(`/oordeel?over=${shops[0]}`) },
  ])
  for (const [name, path] of [
    ['officer', place()],
    ['baker', ours()],
    ['baker', '/balie/onze-afspraken'],
  ] as const)
    expect(await read(name, path), path).toContain('Wordt opnieuw bekeken: het bezwaar is gegrond.')
  const again = { ...verdict, oordeel: 'met', gehaald: daysAfter(today, -3), vervangt: id, reden: 'De nieuwe site.' }
  expect((await at['verifier']!.post(place('/oordeel'), again)).status).toBe(303)
  expect(await open()).toEqual([])
  expect(await read('officer', place())).not.toContain('Wordt opnieuw bekeken')
})
