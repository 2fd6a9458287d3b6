/** A case on its way, for tests that try to pass it by: its people, and each step through the real routes. */
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { deskRoutes } from '../src/apps/desk-routes.ts'
import { addTerm } from '../src/lib/working-days.ts'
import { todayIn } from '../src/web/language.ts'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from './desk.ts'

export let desk: TestDesk
export const people: Record<string, TestPerson> = {}
export const at: Record<string, Visitor> = {}
export let path: string
export let id: string
export const PRODUCT = '01890000-0000-7000-8000-00000000000a'
export const REGULATION = '01890000-0000-7000-8000-00000000000b'

/** A town with its people, a product and a regulation, for all tests of the file that asks it. */
export function inTown(): void {
  beforeAll(async () => {
    desk = await testDesk(deskRoutes(testDeps()))
    const { db, municipality } = desk
    for (const [name, roles] of Object.entries({
      anna: ['policy-officer'],
      bram: ['policy-officer'],
      carla: ['policy-officer'],
      fenna: ['fg'],
      floor: ['fg'],
      sam: ['security-officer'],
      uma: ['executor'],
      dora: ['decision-maker'],
      pia: ['publisher'],
    } as const)) {
      people[name] = await addPerson(db, municipality.id, roles, name)
      at[name] = await desk.visit(people[name])
    }
    await db.insertInto('product').values({ municipality: municipality.id, id: PRODUCT, name: 'Balieplan' }).execute()
    await db
      .insertInto('regulation')
      .values({
        municipality: municipality.id,
        id: REGULATION,
        work: 'CVDR1',
        title: 'Marktverordening',
        source: 'hand',
      })
      .execute()
  }, 60_000)
  afterAll(async () => {
    expect(desk.faults).toEqual([])
    await desk.close()
  })
  beforeEach(async () => {
    await desk.db.updateTable('person').set({ state: 'active' }).execute()
  })
}

export const today = todayIn()
export const ago = (days: number) => todayIn(new Date(Date.now() - days * 86_400_000))
export const page = async (who: string, where = '') =>
  (await (await at[who]!.get(`${path}${where}`)).text()).replaceAll(/<script[\s\S]*?<\/script>/g, '')
export const send = async (who: string, where: string, fields: Record<string, string | string[]> = {}) =>
  (await at[who]!.post(`${path}${where}`, fields)).status
export const told = async (who: string, where: string, fields: Record<string, string | string[]> = {}) =>
  (await at[who]!.post(`${path}${where}`, fields)).text()
export const begin = (fields: Record<string, string>) =>
  at['anna']!.post('/balie/zaken/nieuw', {
    titel: 'Proef',
    samenvatting: 'De stad doet dit.',
    besluit: '2099-12-31',
    ...fields,
  })
export const row = () => desk.db.selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
export const block = (name: string, state: 'blocked' | 'active' | 'left' = 'blocked') =>
  desk.db.updateTable('person').set({ state }).where('id', '=', people[name]!.id).execute()
export const formOf = async (which: 'pre_check' | 'full_test') => `/balie/vragenlijsten/${(await row())[which]}`
export const give = async (who: string, form: string, question: string, antwoord: string, basis = '0') =>
  (await at[who]!.post(`${form}/${question}`, { antwoord, reden: 'Zie het dossier.', basis })).status
export const requests = () => desk.db.selectFrom('opinion_request').selectAll().where('case_file', '=', id).execute()
export const requestOf = async (role: string, round = 0) =>
  (await requests()).findLast((each) => each.role === role && each.round === round)!.id

export async function draft(fields: Record<string, string> = { soort: 'proposal' }) {
  const made = await begin(fields)
  path = made.headers.get('location')!
  id = path.split('/').at(-1)!
}
export async function inTest(fields?: Record<string, string>) {
  await draft(fields)
  const form = await formOf('pre_check')
  for (const question of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6']) await give('anna', form, question, 'ja')
  expect(await send('anna', '/stap/indienen')).toBe(303)
  expect(await send('bram', '/behandelen')).toBe(303)
  expect(await send('bram', '/stap/volledige-toets')).toBe(303)
}
export async function fill(answer: (question: string) => string = () => 'voldoet') {
  const form = await formOf('full_test')
  for (const [, question] of (await (await at['anna']!.get(form)).text()).matchAll(/\/(R\d\d|P\d\d)"/g))
    await give('anna', form, question!, answer(question!))
}
export async function toCompleteness(answer?: (question: string) => string) {
  await inTest()
  await fill(answer)
  expect(await send('anna', '/stap/gereed')).toBe(303)
}
export const ask = (wie: string[] = ['fg', 'security-officer']) =>
  send('bram', '/adviezen', { wie, termijn: addTerm(today, { workingDays: 10 }) })
export type Say = Record<string, string | string[]>
export const FINE: Say = { oordeel: 'no-objection', tekst: 'Dit is in orde.' }
/** To the decision. `fg` and `so`: their opinions; `react`: what the author sends. */
export async function toDecision({
  fg = FINE,
  so = FINE,
  react,
}: { fg?: Say; so?: Say; react?: () => Promise<Say> } = {}) {
  await toCompleteness()
  expect(await ask()).toBe(303)
  expect(await send('fenna', `/advies/${await requestOf('fg')}`, fg)).toBe(303)
  expect(await send('sam', `/advies/${await requestOf('security-officer')}`, so)).toBe(303)
  expect(await send('bram', '/stap/adviezen-binnen')).toBe(303)
  expect(await send('bram', '/adviseren', { oordeel: 'no-objection', tekst: 'Doen.' })).toBe(303)
  if (react) expect(await send('anna', '/reactie', await react())).toBe(303)
  expect(await send('anna', '/stap/naar-besluit')).toBe(303)
}
export const DECISION = { uitkomst: 'akkoord', tekst: 'De stad wint hiermee.', mandaat: 'het college', datum: today }
export const CONDITION = (owner = people['uma']!.id, on = '2099-01-01') => ({
  oordeel: 'conditions',
  tekst: 'Alleen zo.',
  'voorwaarde-0': 'Registreer geen telefoons.',
  'eigenaar-0': owner,
  'uiterlijk-0': on,
})
export const conditionId = async () =>
  (
    await desk.db
      .selectFrom('opinion_condition')
      .select('id')
      .where('case_file', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id
