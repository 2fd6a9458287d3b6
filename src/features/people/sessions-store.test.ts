/** When a session ends: by standing still, by its length, by its owner everywhere, and by who manages people. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { hashPassword } from '../../lib/password.ts'
import { beginSession, sessionOf } from './sessions-store.ts'

let desk: TestDesk
let anna: TestPerson
beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
})
afterAll(() => desk.close())

const begin = (factor: 'password' | 'full' = 'full', person = anna) =>
  beginSession(desk.db, person.municipality, person.id, factor, 'test')
/** Lets the clock of one session run on: since it was begun, and since it was last seen. */
const later = async (cookie: string, { begun = 0, seen = 0 }: { begun?: number; seen?: number }) => {
  const { hash } = (await sessionOf(desk.db, cookie))!
  await sql`update session set created_at = created_at - make_interval(mins => ${begun}),
    ends_at = ends_at - make_interval(mins => ${begun}),
    seen_at = now() - make_interval(mins => ${seen}) where hash = ${hash}`.execute(desk.db)
}
const open = async (cookie: string) => (await sessionOf(desk.db, cookie)) !== undefined

test.each([
  [{ seen: 29 }, true],
  [{ seen: 31 }, false],
  [{ begun: 599, seen: 1 }, true],
  [{ begun: 601, seen: 1 }, false],
  [{ begun: 601, seen: 0 }, false],
])('minutes since it began and since it was seen %j: open %s', async (minutes, expected) => {
  const cookie = await begin()
  await later(cookie, minutes)
  expect(await open(cookie)).toBe(expected)
})
test('after the password alone there are ten minutes for the second step', async () => {
  const [short, long] = [await begin('password'), await begin('password')]
  await later(short, { begun: 9 })
  await later(long, { begun: 11 })
  expect([await open(short), await open(long)]).toEqual([true, false])
})
test('being seen begins the half hour anew, and makes the ten hours no longer', async () => {
  const cookie = await begin()
  for (let half = 0; half < 3; half++) {
    await later(cookie, { begun: 25, seen: 25 })
    expect(await open(cookie)).toBe(true)
  }
  const { hash } = (await sessionOf(desk.db, cookie))!
  const row = await desk.db
    .selectFrom('session')
    .select(sql<number>`extract(epoch from ends_at - now())::int`.as('left'))
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  expect(row.left).toBeLessThanOrEqual((600 - 75) * 60)
})

test(
  'signing out everywhere else ends the others and leaves this one; a stolen cookie is worth ' + 'nothing then',
  async () => {
    const others = [await begin(), await begin('password')]
    const here = await desk.visit(anna)
    expect((await here.post('/balie/account/afmelden')).status).toBe(303)
    expect(await Promise.all(others.map(open))).toEqual([false, false])
    expect((await here.get('/balie/account')).status).toBe(200)
  },
)

test('what somebody chose beforehand is never a session, and each sign-in has a secret of its own', async () => {
  const cookies = await Promise.all([begin(), begin(), begin()])
  expect(new Set(cookies).size).toBe(3)
  for (const odd of [`${anna.municipality}.${'a'.repeat(43)}`, anna.municipality, '', 'x', `${cookies[0]}x`])
    expect(await open(odd)).toBe(false)
  // Nor does the secret of one municipality open another.
  expect(await open(cookies[0]!.replace(anna.municipality, desk.elsewhere.id))).toBe(false)
  // What is kept opens nothing: a copy of the database holds no cookie.
  const { hash } = (await sessionOf(desk.db, cookies[0]))!
  expect(await open(`${anna.municipality}.${hash.slice(0, 43)}`)).toBe(false)
  expect(cookies[0]).not.toContain(hash)
})

test('changing roles, blocking and beginning anew end every session of that person, and of no other', async () => {
  const boss = await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Bea')
  await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Bo')
  const tab = await desk.visit(boss)
  const acts: readonly (readonly [string, Record<string, string>])[] = [
    ['', { functie: 'x', rollen: 'adviser' }],
    ['/staat', { staat: 'blocked' }],
    ['/staat', { staat: 'left' }],
    ['/opnieuw', {}],
  ]
  for (const [path, fields] of acts) {
    const person = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Cas')
    const [theirs, bystander] = [await begin('full', person), await begin()]
    const page = await (await tab.get(`/balie/beheer/mensen/${person.id}`)).text()
    const basis = unseenIn(page, 'basis')
    expect((await tab.post(`/balie/beheer/mensen/${person.id}${path}`, { basis, ...fields })).status).toBe(303)
    expect([path, await open(theirs), await open(bystander)]).toEqual([path, false, true])
  }
})

test('a new password ends the sessions elsewhere', async () => {
  const elsewhere = await begin()
  const tab = await desk.visit(anna)
  await desk.db
    .updateTable('person')
    .set({ password: await hashPassword('vier paarse fietsen') })
    .where('id', '=', anna.id)
    .execute()
  const answer = await tab.post('/balie/account/wachtwoord', {
    oud: 'vier paarse fietsen',
    nieuw: 'een heel nieuwe zin',
  })
  expect(answer.status).toBe(303)
  expect([await open(elsewhere), (await tab.get('/balie/account')).status]).toEqual([false, 200])
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
