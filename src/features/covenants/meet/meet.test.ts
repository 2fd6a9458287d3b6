/** The meetings of a covenant: planned, announced, called off, written down and decided; and its evaluation. */
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
import { unseenIn } from '../../../../test/form-page.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { meetRoutes } from './routes.ts'

let desk: TestDesk
const people: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
const today = todayIn()
const [soon, before] = [daysAfter(today, 20), daysAfter(today, -5)]
const ids = { covenant: uuid(), draft: uuid(), café: '', other: '', participant: uuid() }
const PLACE = () => `/balie/convenanten/${ids.covenant}`

beforeAll(async () => {
  desk = await testDesk(meetRoutes(testDeps()))
  const { db, municipality } = desk
  ids.café = await addOrganisation(db, municipality.id, 'Café')
  ids.other = await addOrganisation(db, municipality.id, 'Winkel')
  for (const [name, roles, organisation] of [
    ['anna', ['policy-officer'], undefined],
    ['carla', ['account-manager'], undefined],
    ['dora', ['decision-maker'], undefined],
    ['fenna', ['fg'], undefined],
    ['piet', ['partner'], ids.café],
    ['wim', ['partner'], ids.other],
  ] as const) {
    people[name] = await addPerson(db, municipality.id, [...roles], name, organisation)
    at[name] = await desk.visit(people[name])
  }
  const anna = people['anna']!
  await as(db, anna, async (tx) => {
    for (const [no, id] of [ids.covenant, ids.draft].entries()) {
      const about = { title: `Convenant ${no}`, template: 't', template_version: '1', owner: anna.id }
      await tx
        .insertInto('covenant')
        .values({
          municipality: municipality.id,
          id,
          no: no + 1,
          begins_on: '2026-01-01',
          ends_on: '2028-12-31',
          ...about,
        })
        .execute()
    }
    await tx
      .insertInto('covenant_participant')
      .values({
        municipality: municipality.id,
        id: ids.participant,
        covenant: ids.covenant,
        organisation: ids.café,
        kind: 'party',
        contact_name: 'Piet',
        contact_email: 'piet@cafe.test',
        by: anna.id,
      })
      .execute()
  })
  // In force it comes by signatures.
  await db.updateTable('covenant').set({ state: 'in-force' }).where('id', '=', ids.covenant).execute()
  // Who joins does so by signing, which nobody at the desk does for a party.
  await db
    .insertInto('covenant_step')
    .values({ municipality: municipality.id, participant: ids.participant, no: 1, step: 'joined' })
    .execute()
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const PLAN = { soort: 'steering', datum: soon, plaats: 'Raadzaal', agenda: 'Hoe staat het ervoor?' }
async function planned(fields: Record<string, string> = PLAN): Promise<string> {
  const answer = await at['anna']!.post(`${PLACE()}/bijeenkomsten/nieuw`, fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
const read = async (who: string, path: string) => (await at[who]!.get(path)).text()
const letters = () =>
  desk.db.selectFrom('message').select(['recipient', 'subject', 'body', 'key']).where('kind', '=', 'covenant').execute()
/** A meeting that was held: only the calendar makes one. */
async function held(): Promise<string> {
  const path = await planned()
  await desk.db
    .updateTable('covenant_meeting')
    .set({ held_on: before })
    .where('id', '=', path.split('/').at(-1)!)
    .execute()
  return path
}
const form = async (who: string, path: string) => {
  const basis = unseenIn(await read(who, path), 'basis')
  return { basis, datum: before, plaats: 'Raadzaal', agenda: 'Hoe staat het ervoor?', verslag: '' }
}

test('a meeting is planned, announced to every party once, and once more when it changed', async () => {
  const path = await planned()
  expect(await read('fenna', path)).toContain('Gepland, nog niemand uitgenodigd.')
  expect((await at['anna']!.post(`${path}/uitnodigen`, {})).status).toBe(303)
  expect((await at['anna']!.post(`${path}/uitnodigen`, {})).status).toBe(303)
  const mine = async () => (await letters()).filter(({ key }) => key.includes(path.split('/').at(-1)!))
  expect(await mine()).toHaveLength(1)
  expect((await mine())[0]!.recipient).toBe('piet@cafe.test')
  expect((await mine())[0]!.body).toContain('Raadzaal')
  const fields = { ...(await form('anna', path)), datum: daysAfter(soon, 1) }
  expect((await at['anna']!.post(path, fields)).status).toBe(303)
  await at['anna']!.post(`${path}/uitnodigen`, {})
  expect((await mine()).map(({ subject }) => subject.startsWith('Gewijzigd'))).toEqual([false, true])
})

test('called off with a reason, it is told, and nothing more is done with it', async () => {
  const path = await planned()
  await at['anna']!.post(`${path}/uitnodigen`, {})
  const empty = await at['anna']!.post(`${path}/afzeggen`, {})
  expect([empty.status, (await empty.text()).includes('Schrijf op waarom de bijeenkomst niet doorgaat.')]).toEqual([
    422,
    true,
  ])
  expect((await at['anna']!.post(`${path}/afzeggen`, { waarom: 'De zaal is dicht.' })).status).toBe(303)
  expect((await letters()).filter(({ key }) => key.includes(`${path.split('/').at(-1)!}/cancelled`))).toHaveLength(1)
  for (const [act, fields] of [
    ['/afzeggen', { waarom: 'Nog eens.' }],
    ['/uitnodigen', {}],
    ['', {}],
  ] as const)
    expect((await at['anna']!.post(`${path}${act}`, fields)).status, act).toBe(409)
})

test('what is decided stays, names who decided, and waits until the day has come', async () => {
  const early = await planned()
  const decision = { tekst: 'Het doel blijft.', akkoord: 'de hele stuurgroep', over: `deelnemer:${ids.participant}` }
  expect((await at['dora']!.post(`${early}/besluit`, decision)).status).toBe(409)
  const path = await held()
  expect((await at['carla']!.post(`${path}/besluit`, decision)).status).toBe(403)
  expect((await at['dora']!.post(`${path}/besluit`, { ...decision, over: `deelnemer:${uuid()}` })).status).toBe(422)
  const half = await at['dora']!.post(`${path}/besluit`, { ...decision, akkoord: '' })
  expect([half.status, (await half.text()).includes('Het doel blijft.')]).toEqual([422, true])
  expect((await at['dora']!.post(`${path}/besluit`, decision)).status).toBe(303)
  expect(await read('anna', path)).toMatch(/<strong>Café\. <\/strong>.*Het doel blijft\..*de hele stuurgroep/s)
  await expect(as(desk.db, people['dora']!, (tx) => tx.deleteFrom('covenant_decision').execute())).rejects.toThrow()
})

test('two who write the report of a meeting lose nothing', async () => {
  const path = await held()
  const [first, second] = [await form('anna', path), await form('carla', path)]
  expect((await at['anna']!.post(path, { ...first, verslag: 'Van Anna' })).status).toBe(303)
  const there = await desk.db
    .selectFrom('covenant_participant')
    .select(['id', 'contact_name as name'])
    .where('state', '=', 'joined')
    .where('contact_name', '<>', '')
    .executeTakeFirstOrThrow()
  const stranger = await at['anna']!.post(path, { ...(await form('anna', path)), aanwezig: [uuid()] })
  expect(stranger.status).toBe(422)
  expect(await stranger.text()).toContain('Kies alleen wie bij dit convenant hoort.')
  const late = await at['carla']!.post(path, { ...second, plaats: 'Aula', aanwezig: [there.id] })
  const shown = await late.text()
  // Who was there is told by name.
  const said = shown.slice(shown.indexOf('<main')).replaceAll(/<[^>]+>/g, ' ')
  expect([said.includes(there.id), said.includes(there.name)]).toEqual([false, true])
  expect([
    late.status,
    shown.includes('Dit is intussen veranderd'),
    shown.includes('Van Anna'),
    shown.includes('Aula'),
  ]).toEqual([409, true, true, true])
})

test('a date that is none, a day that is past and an empty agenda get a sentence at their field', async () => {
  for (const [field, value] of [
    ['datum', '2026-02-30'],
    ['datum', before],
    ['agenda', ''],
    ['soort', 'feest'],
  ] as const) {
    const answer = await at['anna']!.post(`${PLACE()}/bijeenkomsten/nieuw`, { ...PLAN, [field]: value })
    expect([answer.status, (await answer.text()).includes(`id="fout-${field}"`)], field).toEqual([422, true])
  }
  const early = await at['anna']!.get(`/balie/convenanten/${ids.draft}/bijeenkomsten/nieuw`)
  expect(early.status).toBe(409)
})

test('who may not, does not; elsewhere it is not there; a party reads its own covenant alone', async () => {
  const path = await held()
  expect((await at['fenna']!.post(`${PLACE()}/bijeenkomsten/nieuw`, PLAN)).status).toBe(403)
  expect((await at['piet']!.get(path)).status).toBe(403)
  expect((await at['anna']!.get(path.replace(ids.covenant, ids.draft))).status).toBe(404)
  const count = (who: string) =>
    as(desk.db, people[who]!, (tx) => tx.selectFrom('covenant_meeting').select('id').execute())
  expect((await count('piet')).length).toBeGreaterThan(0)
  expect(await count('wim')).toEqual([])
})

const EVALUATION = {
  werkte: 'Minder volgers.',
  ontbrak: 'De wifi.',
  uitkomst: 'end',
  reden: 'Het doel is gehaald.',
  einde: before,
  verlengd: '',
}
test('an evaluation ends a covenant on a day that has come, tells its parties, and is kept', async () => {
  for (const [fields, field] of [
    [{ ...EVALUATION, einde: '' }, 'einde'],
    [{ ...EVALUATION, einde: soon }, 'einde'],
    [{ ...EVALUATION, uitkomst: 'renew', verlengd: '2030-12-31' }, 'einde'],
    [{ ...EVALUATION, verlengd: '2030-12-31' }, 'verlengd'],
    [{ ...EVALUATION, uitkomst: 'renew', einde: '', verlengd: '' }, 'verlengd'],
    [{ ...EVALUATION, uitkomst: 'renew', einde: '', verlengd: '2028-12-31' }, 'verlengd'],
    [{ ...EVALUATION, uitkomst: 'renew', einde: '', verlengd: '2039-01-01' }, 'verlengd'],
    [{ ...EVALUATION, ontbrak: '' }, 'ontbrak'],
  ] as const) {
    const answer = await at['dora']!.post(`${PLACE()}/evaluatie`, fields)
    expect([answer.status, (await answer.text()).includes(`id="fout-${field}"`)]).toEqual([422, true])
  }
  expect((await at['carla']!.post(`${PLACE()}/evaluatie`, EVALUATION)).status).toBe(403)
  expect((await at['dora']!.post(`/balie/convenanten/${ids.draft}/evaluatie`, EVALUATION)).status).toBe(409)
  const renewal = { ...EVALUATION, uitkomst: 'renew', einde: '', verlengd: '2030-06-30' }
  expect((await at['dora']!.post(`${PLACE()}/evaluatie`, renewal)).status).toBe(303)
  const renewed = await read('dora', `${PLACE()}/evaluatie`)
  // The day of before counts until a version with the new one is fixed.
  expect(renewed).toMatch(/loopt tot en met 31 december 2028.*, tot en met 30 juni 2030/s)
  expect((await at['dora']!.post(`${PLACE()}/evaluatie`, EVALUATION)).status).toBe(303)
  const covenant = await desk.db
    .selectFrom('covenant')
    .select(['state', 'why'])
    .where('id', '=', ids.covenant)
    .executeTakeFirst()
  expect(covenant).toEqual({ state: 'ended', why: 'Het doel is gehaald.' })
  expect((await letters()).filter(({ key }) => key.includes('/ended/'))).toHaveLength(1)
  expect(await read('fenna', `${PLACE()}/evaluatie`)).toContain('Minder volgers.')
  expect((await at['dora']!.post(`${PLACE()}/evaluatie`, EVALUATION)).status).toBe(409)
})
