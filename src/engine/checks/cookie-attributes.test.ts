/** Cookies that know who is logged in. */
import { expect, test } from 'vitest'
import { cookie, judgeWith, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import type { CookieAttempt } from '../../model/evidence.ts'
import { cookieAttributes } from './cookie-attributes.ts'

const set = (...cookies: Partial<CookieAttempt>[]) => ({
  session: [sighting(session({ cookies: cookies.map(cookie) }))],
})
const BARE = { secure: false, httpOnly: false, sameSite: null }

test('a session cookie with all three is complete', () => {
  expect(judgeWith(cookieAttributes, set({}))).toMatchObject({ reason: 'complete', verdict: 'met', seen: { total: 1 } })
})

test.each([
  [{ secure: false }, 'incomplete', 'PHPSESSID: Secure'],
  [{ httpOnly: false }, 'incomplete', 'PHPSESSID: HttpOnly'],
  [{ sameSite: null }, 'no-samesite', 'PHPSESSID: SameSite'],
  [{ sameSite: 'None' }, 'no-samesite', 'PHPSESSID: SameSite'],
  [BARE, 'incomplete', 'PHPSESSID: Secure, HttpOnly, SameSite'],
])('%j is %s', (over, reason, detail) => {
  expect(judgeWith(cookieAttributes, set(over))).toMatchObject({ reason, seen: { count: 1, details: [detail] } })
})

test.each([
  'JSESSIONID',
  'ASP.NET_SessionId',
  'ASPSESSIONIDABCD',
  'laravel_session',
  'connect.sid',
  'sid',
  'user-token',
  'wordpress_logged_in_1a2b',
  '__Host-session',
])('%s is taken for a session', (name) => {
  expect(judgeWith(cookieAttributes, set({ name, ...BARE })).verdict).toBe('unmet')
})

test.each(['author', 'taal', 'nid', 'cookieconsent', 'outside', 'tokens-of-love', 'possessed', '_ga'])(
  '%s is not',
  (name) => {
    expect(judgeWith(cookieAttributes, set({ name, ...BARE }))).toMatchObject({
      reason: 'none',
      verdict: 'not-applicable',
    })
  },
)

test('cookies of others, of scripts, refused by the browser or known as statistics are left out', () => {
  expect(judgeWith(cookieAttributes, set({ ...BARE, host: 'chat.elders.example' })).reason).toBe('none')
  expect(judgeWith(cookieAttributes, set({ ...BARE, by: 'script' })).reason).toBe('none')
  expect(judgeWith(cookieAttributes, set({ ...BARE, blocked: ['SecureOnly'] })).reason).toBe('none')
  const lists = listsWith({ cookies: { PHPSESSID: 'analytics' } })
  expect(judgeWith(cookieAttributes, set(BARE), { lists }).reason).toBe('none')
})

test('another host of the same organisation is the same party', () => {
  expect(judgeWith(cookieAttributes, set({ ...BARE, host: 'mijn.voorbeeld.nl' })).verdict).toBe('unmet')
})

test('a forgery token may be read by scripts, but not travel without encryption', () => {
  expect(judgeWith(cookieAttributes, set({ name: 'XSRF-TOKEN', httpOnly: false })).reason).toBe('complete')
  expect(judgeWith(cookieAttributes, set({ name: 'XSRF-TOKEN', secure: false })).reason).toBe('incomplete')
})

test('the catalogue can add names', () => {
  expect(
    judgeWith(cookieAttributes, set({ name: 'Klantnummer', ...BARE }), {
      options: { names: ['klantnummer'] },
    }).verdict,
  ).toBe('unmet')
})

test('a cookie on ten pages is one cookie', () => {
  const page = sighting(session({ cookies: [cookie(BARE)] }))
  expect(
    judgeWith(cookieAttributes, {
      session: Array.from({ length: 10 }, () => page),
    }).seen,
  ).toMatchObject({ count: 1, total: 1 })
})
