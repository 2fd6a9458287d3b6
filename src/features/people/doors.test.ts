/**
 * Signing in, the second step, reset and invitation, as a browser does it: what opens, what waits, and what must stay
 * shut.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { addPerson, ORIGIN, testDeps, testDesk, withDoors, type TestDesk, type TestPerson } from '../../../test/desk.ts'
import { cookiesFor } from '../../apps/desk-guards.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { codeNow, hashOfRecoveryCode, newRecoveryCodes, newSecret } from '../../lib/one-time-code.ts'
import { hashPassword } from '../../lib/password.ts'
import type { Later } from '../../lib/in-turn.ts'
import { secretBox } from '../../lib/secret-box.ts'
import { hashOfToken } from '../../lib/token.ts'
import { makeLink } from '../../db/links.ts'
import { firstAdministrator } from './links-store.ts'
import { setSecondFactor } from './second-factor-store.ts'

const PASSWORD = 'vier paarse fietsen'
const key = randomBytes(32)
let desk: TestDesk
let app: Hono
let later: Later
const secrets = new Map<string, string>()

beforeAll(async () => {
  desk = await testDesk([])
  const made = withDoors(desk, deskRoutes(testDeps()), { key })
  app = made.app
  later = made.later
})
afterAll(() => desk.close())

async function someone(withFactor = true): Promise<TestPerson & { codes: string[] }> {
  const person = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  await desk.db
    .updateTable('person')
    .set({ password: await hashPassword(PASSWORD) })
    .where('id', '=', person.id)
    .execute()
  const codes = newRecoveryCodes()
  if (withFactor) {
    secrets.set(person.id, newSecret())
    await setSecondFactor(
      desk.db,
      person.municipality,
      person.id,
      secretBox(key, person.id).seal(secrets.get(person.id)!),
      null,
      codes.map(hashOfRecoveryCode),
    )
  }
  return { ...person, codes }
}

/** A browser: keeps cookies, does not follow. */
function browser() {
  const jar = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}) => {
    const answer = await app.request(`${ORIGIN}${path}`, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string>),
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/Max-Age=0/i.test(line)) jar.delete(name!)
      else jar.set(name!, value!)
    }
    return answer
  }
  return {
    jar,
    send,
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string>) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: ORIGIN } }),
  }
}
const signIn = async (person: TestPerson, tab = browser(), code = codeNow(secrets.get(person.id)!)) => {
  await tab.post('/balie/aanmelden', { email: person.email, wachtwoord: PASSWORD })
  await tab.post('/balie/tweede-stap', { code })
  return tab
}

test('password and code open the desk, where one was going; the password alone does not', async () => {
  const anna = await someone()
  const tab = browser()
  const first = await tab.post('/balie/aanmelden', {
    email: anna.email.toUpperCase(),
    wachtwoord: PASSWORD,
    naar: '/balie/account',
  })
  expect(first.headers.get('location')).toBe('/balie/tweede-stap?naar=%2Fbalie%2Faccount')
  expect((await tab.get('/balie')).status).toBe(303)
  const planted = tab.jar.get('balie')
  const second = await tab.post('/balie/tweede-stap', { code: codeNow(secrets.get(anna.id)!), naar: '/balie/account' })
  expect([second.status, second.headers.get('location')]).toEqual([303, '/balie/account'])
  expect((await tab.get('/balie/account')).status).toBe(200)
  // Session fixation: what was there before the sign-in is worth nothing after it.
  expect(tab.jar.get('balie')).not.toBe(planted)
  const old = browser()
  old.jar.set('balie', planted!)
  expect((await old.get('/balie')).status).toBe(303)
})

test('a code works once, also in another window', async () => {
  const anna = await someone()
  const code = codeNow(secrets.get(anna.id)!)
  await signIn(anna, browser(), code)
  const tab = browser()
  await tab.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })
  expect((await tab.post('/balie/tweede-stap', { code })).status).toBe(422)
})

test('a recovery code opens once', async () => {
  const anna = await someone()
  for (const expected of [303, 422]) {
    const tab = browser()
    await tab.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })
    expect((await tab.post('/balie/tweede-stap', { code: anna.codes[3]!.toUpperCase() })).status).toBe(expected)
  }
})

test('a wrong password and an unknown address get the same answer', async () => {
  const anna = await someone()
  const texts = await Promise.all(
    [
      [anna.email, 'iets heel anders'],
      ['niemand@sluiswijk.test', PASSWORD],
    ].map(async ([email, wachtwoord]) => {
      const answer = await browser().post('/balie/aanmelden', { email: email!, wachtwoord: wachtwoord! })
      return [answer.status, (await answer.text()).replaceAll(email!, '')]
    }),
  )
  expect(texts[0]).toEqual(texts[1])
  expect(texts[0]![0]).toBe(401)
})

test('guessing from elsewhere has to wait, and does not lock the owner out of a known device', async () => {
  const anna = await someone()
  const own = await signIn(anna)
  const guesser = browser()
  const statuses: number[] = []
  for (let at = 0; at < 8; at++)
    statuses.push(
      (await guesser.post('/balie/aanmelden', { email: anna.email, wachtwoord: `gok nummer ${at} hoor` })).status,
    )
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  // Also with the right password the guesser waits now, and a cookie somebody made up is no known device.
  expect((await guesser.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })).status).toBe(429)
  own.jar.delete('balie')
  expect((await own.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })).status).toBe(303)
})

test(
  'a refused sign-in is in the trail, as about an account and not by its owner; of an address that is not known ' +
    'nothing is kept',
  async () => {
    const anna = await someone()
    const count = async () =>
      (await desk.db.selectFrom('audit').select('no').where('act', '=', 'sign-in-refused').execute()).length
    const before = await count()
    await browser().post('/balie/aanmelden', { email: anna.email, wachtwoord: 'dit is het niet hoor' })
    await browser().post('/balie/aanmelden', { email: 'nergens@bekend.test', wachtwoord: 'dit is het niet hoor' })
    await expect.poll(count).toBe(before + 1)
    const row = await desk.db
      .selectFrom('audit')
      .selectAll()
      .where('act', '=', 'sign-in-refused')
      .orderBy('no', 'desc')
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ object: `person/${anna.id}`, person: null, detail: '{"step":"password"}' })
  },
)

test('codes that are guessed all at once are counted all the same', async () => {
  const anna = await someone()
  const tab = browser()
  await tab.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })
  const statuses = (
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => tab.post('/balie/tweede-stap', { code: String(100_000 + at) })),
    )
  ).map(({ status }) => status)
  expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(5)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(15)
})

test('bodies, cookies and addresses that are rubbish give no fault of ours', async () => {
  const tab = browser()
  for (const path of ['/balie/aanmelden', '/balie/wachtwoord-vergeten'])
    expect((await tab.post(path, { email: 'a\0b@sluiswijk.test', wachtwoord: 'x\0' })).status).toBeLessThan(500)
  const broken = await app.request(`${ORIGIN}/balie/aanmelden`, {
    method: 'POST',
    body: 'rommel',
    headers: { origin: ORIGIN, 'content-type': 'multipart/form-data; boundary=x' },
  })
  expect(broken.status).toBe(422)
  tab.jar.set('balie', `${'-'.repeat(36)}.${'a'.repeat(43)}`)
  expect((await tab.get('/balie')).status).toBe(303)
  const anna = await someone()
  const own = browser()
  await own.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })
  expect(
    (await own.post('/balie/tweede-stap', { code: codeNow(secrets.get(anna.id)!), naar: '/balie\u0001x' })).headers.get(
      'location',
    ),
  ).toBe('/balie')
})

test('many strangers together have to wait too, with a made-up device each', async () => {
  const anna = await someone()
  let last = 0
  for (let at = 0; at < 22; at++) {
    const tab = browser()
    tab.jar.set('apparaat', randomBytes(32).toString('base64url'))
    last = (await tab.post('/balie/aanmelden', { email: anna.email, wachtwoord: 'weer een gok hoor' })).status
  }
  expect(last).toBe(429)
})

test('who has no second factor sets one before anything opens, and gets recovery codes once', async () => {
  const anna = await someone(false)
  const tab = browser()
  expect(
    (await tab.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })).headers.get('location'),
  ).toBe('/balie/tweede-stap/instellen')
  expect((await tab.get('/balie')).status).toBe(303)
  const page = await (await tab.get('/balie/tweede-stap/instellen')).text()
  const geheim = /name="geheim" value="([^"]+)"/.exec(page)![1]!
  const secret = /ld-secret">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
  expect((await tab.post('/balie/tweede-stap/instellen', { geheim, code: '000000' })).status).toBe(422)
  expect(
    (await tab.post('/balie/tweede-stap/instellen', { geheim: `AAAA${geheim.slice(4)}`, code: codeNow(secret) }))
      .status,
  ).toBe(303)
  const codes = await (await tab.post('/balie/tweede-stap/instellen', { geheim, code: codeNow(secret) })).text()
  expect(codes.match(/<li><code/g)).toHaveLength(10)
  expect((await tab.get('/balie')).status).toBe(200)
})

test('a form that was on its way does not replace the second step that was set meanwhile', async () => {
  const anna = await someone(false)
  const [owner, thief] = [browser(), browser()]
  const opened = async (tab: ReturnType<typeof browser>) => {
    await tab.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD })
    const page = await (await tab.get('/balie/tweede-stap/instellen')).text()
    const secret = /ld-secret">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
    return { geheim: /name="geheim" value="([^"]+)"/.exec(page)![1]!, code: codeNow(secret) }
  }
  const [own, stolen] = [await opened(owner), await opened(thief)]
  const gate = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const slow = new ReadableStream(
    {
      async pull(controller) {
        asked.resolve()
        await gate.promise
        controller.enqueue(new TextEncoder().encode(new URLSearchParams(stolen).toString()))
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const form: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: slow,
    duplex: 'half',
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
  }
  const late = thief.send('/balie/tweede-stap/instellen', form)
  await asked.promise
  expect((await owner.post('/balie/tweede-stap/instellen', own)).status).toBe(200)
  gate.resolve()
  expect((await late).headers.get('location')).toBe('/balie/tweede-stap')
  expect((await thief.get('/balie')).status).toBe(303)
  expect((await owner.get('/balie')).status).toBe(200)
})

test('a reset by mail sets a new password, ends every session, and leaves the second factor', async () => {
  const anna = await someone()
  const tab = await signIn(anna)
  await browser().post('/balie/wachtwoord-vergeten', { email: anna.email })
  const unknown = await browser().post('/balie/wachtwoord-vergeten', { email: 'niemand@sluiswijk.test' })
  await later.idle()
  expect(await unknown.text()).toContain('Kijk in uw e-mail')
  const { body } = await desk.db
    .selectFrom('message')
    .select('body')
    .where('person', '=', anna.id)
    .executeTakeFirstOrThrow()
  const path = new URL(/http:\S+/.exec(body)![0]).pathname
  const fresh = browser()
  expect((await fresh.post(path, { wachtwoord: 'kort', nogmaals: 'kort' })).status).toBe(422)
  expect((await fresh.post(path, { wachtwoord: 'een heel nieuwe zin', nogmaals: 'een heel andere zin' })).status).toBe(
    422,
  )
  expect(
    (await fresh.post(path, { wachtwoord: 'een heel nieuwe zin', nogmaals: 'een heel nieuwe zin' })).headers.get(
      'location',
    ),
  ).toBe('/balie/tweede-stap')
  expect((await tab.get('/balie')).status).toBe(303)
  expect((await fresh.get('/balie')).status).toBe(303)
  expect((await fresh.post(path, { wachtwoord: 'nog een andere zin', nogmaals: 'nog een andere zin' })).status).toBe(
    404,
  )
})

test('of two links that were asked for, using one ends the other', async () => {
  const anna = await someone()
  for (let at = 0; at < 2; at++) await browser().post('/balie/wachtwoord-vergeten', { email: anna.email })
  await later.idle()
  const paths = (await desk.db.selectFrom('message').select('body').where('person', '=', anna.id).execute()).map(
    ({ body }) => new URL(/http:\S+/.exec(body)![0]).pathname,
  )
  expect(paths).toHaveLength(2)
  expect(
    (await browser().post(paths[1]!, { wachtwoord: 'een heel nieuwe zin', nogmaals: 'een heel nieuwe zin' })).status,
  ).toBe(303)
  expect((await browser().get(paths[0]!)).status).toBe(404)
})

test('a link that ran out, was made up, or is of someone who left, is dead', async () => {
  const anna = await someone()
  const token = await makeLink(desk.db, anna.municipality, 'invitation', { person: anna.id })
  expect((await browser().get(`/balie/link/${token}`)).status).toBe(200)
  await desk.db
    .updateTable('one_time_link')
    .set({ ends_at: new Date(0) })
    .where('hash', '=', hashOfToken(token))
    .execute()
  expect((await browser().get(`/balie/link/${token}`)).status).toBe(404)
  for (const odd of ['x', randomBytes(32).toString('base64url'), '%00'])
    expect((await browser().get(`/balie/link/${odd}`)).status).toBe(404)
  const other = await makeLink(desk.db, anna.municipality, 'invitation', { person: anna.id })
  await desk.db.updateTable('person').set({ state: 'left' }).where('id', '=', anna.id).execute()
  expect((await browser().get(`/balie/link/${other}`)).status).toBe(404)
})

test('the first administrator comes in by the link that was printed, once', async () => {
  const older = await firstAdministrator(desk.db, desk.municipality.id, 'sluiswijk')
  const token = await firstAdministrator(desk.db, desk.municipality.id, 'sluiswijk')
  expect((await browser().get(`/balie/link/${older}`)).status).toBe(404)
  const tab = browser()
  expect(
    (await tab.post(`/balie/link/${token}`, { naam: '', email: 'x', wachtwoord: PASSWORD, nogmaals: PASSWORD })).status,
  ).toBe(422)
  expect(
    (
      await tab.post(`/balie/link/${token}`, {
        naam: 'Bea Beheer',
        email: 'bea@sluiswijk.test',
        wachtwoord: PASSWORD,
        nogmaals: PASSWORD,
      })
    ).headers.get('location'),
  ).toBe('/balie/tweede-stap/instellen')
  expect(await firstAdministrator(desk.db, desk.municipality.id, 'sluiswijk')).toBeUndefined()
})

test('nobody is sent elsewhere after signing in', async () => {
  const anna = await someone()
  const tab = browser()
  await tab.post('/balie/aanmelden', { email: anna.email, wachtwoord: PASSWORD, naar: '//elders.test' })
  expect(
    (await tab.post('/balie/tweede-stap', { code: codeNow(secrets.get(anna.id)!), naar: '//elders.test' })).headers.get(
      'location',
    ),
  ).toBe('/balie')
})

test('the demo door is shut outside the demo', async () => {
  const anna = await someone()
  expect((await browser().post('/balie/aanmelden/demo', { email: anna.email })).status).toBe(404)
})

test('in the demo too who chooses a person comes back where the text was typed, and nowhere else', async () => {
  const anna = await someone()
  const { app: demo } = withDoors(desk, deskRoutes(testDeps()), { demo: true })
  const back = '/balie/zaken/nieuw?getypt=01a21e60-8fc3-729d-a7dd-10db1523662d'
  const page = await demo.request(`${ORIGIN}/balie/aanmelden?naar=${encodeURIComponent(back)}`)
  expect((await page.text()).split('/balie/aanmelden/demo')[1]).toContain(`value="${back}"`)
  for (const [naar, to] of [
    [back, back],
    ['', '/balie'],
    ['//elders.test', '/balie'],
  ] as const) {
    const body = new URLSearchParams({ email: anna.email, naar })
    const answer = await demo.request(`${ORIGIN}/balie/aanmelden/demo`, {
      method: 'POST',
      body,
      headers: { origin: ORIGIN },
    })
    expect(answer.headers.get('location')).toBe(to)
  }
})

test('signing out ends the session itself', async () => {
  const anna = await someone()
  const tab = await signIn(anna)
  const cookie = tab.jar.get('balie')!
  const token = /name="token" value="([^"]+)"/.exec(await (await tab.get('/balie')).text())![1]!
  await tab.post('/balie/afmelden', { token })
  const thief = browser()
  thief.jar.set('balie', cookie)
  expect((await thief.get('/balie')).status).toBe(303)
})

test('cookies are for us alone; over https also bound to the host', () => {
  expect(cookiesFor('https://leidraad.voorbeeld.nl')).toMatchObject({
    session: '__Host-balie',
    options: { httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
  })
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))

test(
  'a body that is too large at a door: 413 in words, with its size and the limit, and no fault ' + 'of ours',
  async () => {
    const before = desk.faults.length
    const body = new URLSearchParams({ email: 'anna@sluiswijk.test', wachtwoord: 'x'.repeat(200 * 1024) })
    for (const door of ['/balie/aanmelden', '/balie/wachtwoord-vergeten']) {
      const answer = await app.request(`${ORIGIN}${door}`, { method: 'POST', body, headers: { origin: ORIGIN } })
      expect(answer.status, door).toBe(413)
      const page = await answer.text()
      for (const part of ['Dit is te groot', '201 kB', '16 kB']) expect(page).toContain(part)
    }
    expect(desk.faults.length).toBe(before)
  },
)
