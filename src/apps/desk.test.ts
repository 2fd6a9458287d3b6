/** The shell of the desk: signing in opens it, a forged form does not, a refusal undoes, and a redirect stays here. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { addPerson, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { record } from '../db/audit.ts'
import { go, page, tooLate } from '../web/desk/route.ts'
import { ownPath } from './desk-guards.ts'
import type { DeskRoute } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'

const trial: readonly DeskRoute[] = [
  {
    method: 'POST',
    path: '/proef',
    may: 'people.manage',
    answer: async ({ tx, municipality, sent }) => {
      await record(tx, municipality.id, { act: 'answer.saved', object: 'proef/1' })
      return sent.text('goed') === ''
        ? page('niet goed', 422)
        : sent.text('goed') === 'te laat'
          ? tooLate('Te laat.')
          : go('/balie', 'Gedaan & wel')
    },
  },
  { method: 'GET', path: '/proefzaken/:case', may: 'desk.use', answer: async () => page('hier') },
]
let desk: TestDesk
let admin: TestPerson
let officer: TestPerson
beforeAll(async () => {
  desk = await testDesk([...deskRoutes(testDeps()), ...trial])
  admin = await addPerson(desk.db, desk.municipality.id, ['administrator'])
  officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'])
})
afterAll(() => desk.close())
const audited = async () => (await desk.db.selectFrom('audit').select('no').execute()).length

test('without signing in every page leads to the door', async () => {
  const answer = await desk.desk.request(`${ORIGIN}/balie`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/balie/aanmelden?naar=%2Fbalie'])
})

test('who is signed in sees what waits, and nothing is kept by caches', async () => {
  const answer = await (await desk.visit(officer)).get('/balie')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Er wacht niets op u.')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe/)
  // No page of another site puts the desk in a frame (clickjacking).
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a role without the permission is refused, in words', async () => {
  const answer = await (await desk.visit(officer)).post('/balie/proef', { goed: 'ja' })
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('Dit kunt u hier niet doen')
})

test('a forged form changes nothing: no token, another token, or from another site', async () => {
  const visitor = await desk.visit(admin)
  const before = await audited()
  for (const forged of [
    await visitor.post('/balie/proef', { goed: 'ja', token: '' }),
    await visitor.post('/balie/proef', { goed: 'ja', token: 'x' }),
    await visitor.post('/balie/proef', { goed: 'ja' }, { origin: 'https://elders.voorbeeld' }),
    await visitor.post('/balie/proef', { goed: 'ja' }, { 'sec-fetch-site': 'cross-site' }),
  ])
    expect(forged.status).toBe(403)
  expect(await audited()).toBe(before)
  // A browser under our own referrer policy sends Origin: null; what it says of itself counts.
  expect(
    (await visitor.post('/balie/proef', { goed: 'ja' }, { origin: 'null', 'sec-fetch-site': 'same-origin' })).status,
  ).toBe(303)
  expect(await audited()).toBe(before + 1)
})

test('what was not right is undone, and so is what came too late', async () => {
  const visitor = await desk.visit(admin)
  const before = await audited()
  expect((await visitor.post('/balie/proef')).status).toBe(422)
  expect((await visitor.post('/balie/proef', { goed: 'te laat' })).status).toBe(409)
  expect(await audited()).toBe(before)
})

test('what is not an id is not there', async () => {
  const visitor = await desk.visit(admin)
  expect((await visitor.get(`/balie/proefzaken/${uuid()}`)).status).toBe(200)
  for (const odd of ['1', "1'--", '..%2F..', '%00'])
    expect((await visitor.get(`/balie/proefzaken/${odd}`)).status, odd).toBe(404)
})

test('a body that is too large is refused before it is read whole', async () => {
  expect((await (await desk.visit(admin)).post('/balie/proef', { goed: 'x'.repeat(300_000) })).status).toBe(413)
})

test('a blocked person is out at once', async () => {
  const leaver = await addPerson(desk.db, desk.municipality.id, ['policy-officer'])
  const visitor = await desk.visit(leaver)
  expect((await visitor.get('/balie')).status).toBe(200)
  await desk.db.updateTable('person').set({ state: 'blocked' }).where('id', '=', leaver.id).execute()
  expect((await visitor.get('/balie')).status).toBe(303)
})

test.each([
  ['//elders.test', '/balie'],
  ['/\\elders.test', '/balie'],
  ['https://elders.test', '/balie'],
  ['/balie\r\nx: y', '/balie'],
  ['', '/balie'],
  ['/balie/zaken', '/balie/zaken'],
])('a redirect to %j leads to %s', (asked, path) => expect(ownPath(asked)).toBe(path))

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
