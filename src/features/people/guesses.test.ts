/** Guessing at every door: all at once, from everywhere, at what does not exist; and the owner still comes in. */
import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, ORIGIN, testDeps, testDesk, withDoors, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import type { Later } from '../../lib/in-turn.ts'
import { hashPassword } from '../../lib/password.ts'
import { hashOfToken } from '../../lib/token.ts'
import { keepDevice } from './devices-store.ts'
import { makeLink } from '../../db/links.ts'

const PASSWORD = 'vier paarse fietsen'
let desk: TestDesk
let app: Hono
let later: Later
beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const made = withDoors(desk, deskRoutes(testDeps()))
  app = made.app
  later = made.later
})
afterAll(() => desk.close())

async function someone(): Promise<TestPerson> {
  const person = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  const password = await hashPassword(PASSWORD)
  await desk.db.updateTable('person').set({ password }).where('id', '=', person.id).execute()
  return person
}
/** A post from a network address, with a device of its own unless one is given. */
const post = async (
  path: string,
  fields: Readonly<Record<string, string>>,
  { address, device = randomBytes(32).toString('base64url') }: { address?: string; device?: string } = {},
) =>
  app.request(
    `${ORIGIN}${path}`,
    {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: ORIGIN, cookie: `apparaat=${device}`, 'user-agent': device },
    },
    address === undefined ? undefined : { incoming: { socket: { remoteAddress: address } } },
  )
const tally = (answers: readonly Response[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, list]) => [status, list.length]))
const atOnce = async (count: number, one: (at: number) => Promise<Response>) =>
  Promise.all(Array.from({ length: count }, (_, at) => one(at)))

test.each([
  ['an account', async () => ({ email: (await someone()).email })],
  ['an account that does not exist', async () => ({ email: 'niemand@sluiswijk.test' })],
  ['a municipality that does not exist', async () => ({ email: 'a@b.test', gemeente: 'nergenshuizen' })],
])('of four hundred posts at once at %s no more are looked at than the limit', async (_, whom) => {
  const fields = await whom()
  const answers = await atOnce(400, (at) =>
    post('/balie/aanmelden', { ...fields, wachtwoord: at === 399 ? PASSWORD : `gok nummer ${at}` }),
  )
  const counts = tally(answers)
  expect((counts[401] ?? 0) + (counts[303] ?? 0)).toBeLessThanOrEqual(20)
  expect(Object.keys(counts).toSorted()).toEqual(['401', '429'])
  const waiting = answers.find(({ status }) => status === 429)!
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await waiting.text()).toMatch(/Wacht|wacht/)
})

test('while strangers guess, the owner comes in with a device that was here before', async () => {
  const anna = await someone()
  const device = randomBytes(32).toString('base64url')
  await keepDevice(desk.db, anna.municipality, anna.id, hashOfToken(device))
  await atOnce(40, () => post('/balie/aanmelden', { email: anna.email, wachtwoord: 'gok gok gok gok' }))
  expect((await post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })).status).toBe(429)
  const own = (wachtwoord: string) => post('/balie/aanmelden', { email: anna.email, wachtwoord }, { device })
  expect((await own(PASSWORD)).status).toBe(303)
  // Its own budget is no larger than that of others, and begins anew with the right password.
  for (const round of [1, 2]) {
    for (let at = 0; at < 4; at++) expect([round, (await own('niet dit hoor')).status]).toEqual([round, 401])
    expect((await own(PASSWORD)).status).toBe(303)
  }
  expect(tally(await atOnce(20, () => own('niet dit hoor')))).toEqual({ 401: 5, 429: 15 })
  // The device of one is a stranger's at another.
  const bram = await someone()
  await atOnce(40, () => post('/balie/aanmelden', { email: bram.email, wachtwoord: 'gok gok gok gok' }))
  expect((await post('/balie/aanmelden', { email: bram.email, wachtwoord: PASSWORD }, { device })).status).toBe(429)
})

test('one address that tries one password at many accounts has to wait; another does not', async () => {
  const guess = (address: string) => (at: number) =>
    post('/balie/aanmelden', { email: `iemand${at}@sluiswijk.test`, wachtwoord: 'zomer in de stad' }, { address })
  const counts = tally(await atOnce(100, guess('198.51.100.7')))
  expect((counts[401] ?? 0) <= 60 && counts[429]! >= 40).toBe(true)
  expect((await guess('203.0.113.9')(101)).status).toBe(401)
})

test('links that were made up count for their address, and a right one still opens elsewhere', async () => {
  const anna = await someone()
  const token = await makeLink(desk.db, anna.municipality, 'invitation', { person: anna.id })
  const open = async (path: string, address: string) =>
    app.request(`${ORIGIN}${path}`, {}, { incoming: { socket: { remoteAddress: address } } })
  const madeUp = () => randomBytes(32).toString('base64url')
  const answers = await atOnce(100, (at) =>
    open(`/balie/${at % 2 === 0 ? 'link' : 'nulmeting'}/${madeUp()}`, '198.51.100.8'),
  )
  expect(tally(answers)).toEqual({ 404: 60, 429: 40 })
  expect((await open(`/balie/link/${token}`, '198.51.100.8')).status).toBe(429)
  for (let at = 0; at < 70; at++) expect((await open(`/balie/link/${token}`, '203.0.113.10')).status).toBe(200)
})

test('a link is used once, also by two at the same moment', async () => {
  const anna = await someone()
  const token = await makeLink(desk.db, anna.municipality, 'reset', { person: anna.id })
  const answers = await atOnce(6, (at) =>
    post(`/balie/link/${token}`, {
      wachtwoord: `een heel nieuwe zin ${at}`,
      nogmaals: `een heel nieuwe zin ${at}`,
    }),
  )
  expect(tally(answers)).toEqual({ 303: 1, 404: 5 })
})

test('the password of now is guessed at no more than five times; a weak new one does not count', async () => {
  const anna = await someone()
  const tab = await desk.visit(anna)
  const change = (oud: string, nieuw: string) => tab.post('/balie/account/wachtwoord', { oud, nieuw })
  for (let at = 0; at < 7; at++) expect((await change(PASSWORD, 'qwertyuiop[]')).status).toBe(422)
  const answers = await atOnce(30, () => change('is het niet', 'een heel nieuwe zin'))
  expect(tally(answers)).toEqual({ 422: 5, 429: 25 })
  expect((await change(PASSWORD, 'een heel nieuwe zin')).status).toBe(429)
})

test('asking for a link counts alike for an address that is known and one that is not, and looks later', async () => {
  const anna = await someone()
  const before = await desk.db.selectFrom('message').select('id').execute()
  const known = await atOnce(12, () => post('/balie/wachtwoord-vergeten', { email: anna.email }))
  const unknown = await atOnce(12, () => post('/balie/wachtwoord-vergeten', { email: 'nergens@sluiswijk.test' }))
  expect([tally(known), tally(unknown)]).toEqual([
    { 200: 5, 429: 7 },
    { 200: 5, 429: 7 },
  ])
  const pages = [known, unknown].map(async (list) => (await list.find(({ ok }) => ok)!.text()).replaceAll(/\s+/g, ' '))
  expect(await pages[0]).toBe(await pages[1])
  await later.idle()
  const after = await desk.db.selectFrom('message').select(['id', 'person']).execute()
  expect(after.length - before.length).toBe(5)
  // Who asked is not known: the trail says whose account it was about, and names nobody.
  const trail = await desk.db
    .selectFrom('audit')
    .select(['person', 'act'])
    .where('object', '=', `person/${anna.id}`)
    .execute()
  expect(trail).toEqual(Array.from({ length: 5 }, () => ({ person: null, act: 'reset-asked' })))
})

test('the counts name nobody', async () => {
  const rows = await desk.db.selectFrom('guess').select('key').execute()
  expect(rows.length).toBeGreaterThan(10)
  for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/)
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
