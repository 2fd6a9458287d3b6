/** Cookies that know who is logged in. */
import { expect, test } from 'vitest'
import { cookie, judgeWith as judgedBy, session, sighting } from '../../../test/evidence.ts'
import { listsWith, ownCookies } from '../../../test/lists.ts'
import type { CookieAttempt } from '../../model/evidence.ts'
import { cookieAttributes } from './cookie-attributes.ts'

const set = (...cookies: Partial<CookieAttempt>[]) => ({
  session: [sighting(session({ cookies: cookies.map(cookie) }))],
})
const judgeWith = (check: typeof cookieAttributes, evidence: ReturnType<typeof set>, more = {}) =>
  judgedBy(check, evidence, { lists: { ...listsWith(), cookie: ownCookies }, ...more })
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
  'ASPSESSIONIDABCDEFGH',
  'laravel_session',
  'connect.sid',
  'sid',
  'user-token',
  `wordpress_logged_in_${'1a2b'.repeat(8)}`,
  `DW${'0f'.repeat(16)}`,
  'DokuWiki',
  '.AspNetCore.Cookies',
  '.AspNetCore.Session',
  'wikidb_session',
  'MoodleSession',
  'ci_session',
  'sessionid',
  '__Host-session',
])('%s is taken for a session', (name) => {
  expect(judgeWith(cookieAttributes, set({ name, ...BARE })).verdict).toBe('unmet')
})

test.each([
  'author',
  'taal',
  'nid',
  'cookieconsent',
  'outside',
  'tokens-of-love',
  'possessed',
  '_ga',
  'heroku-session-affinity',
  'csrftoken',
  'XSRF-TOKEN',
  '.AspNetCore.Antiforgery.w5W7x28NAIs',
])('%s is not', (name) => {
  expect(judgeWith(cookieAttributes, set({ name, ...BARE }))).toMatchObject({
    reason: 'none',
    verdict: 'not-applicable',
  })
})

test('a removal sets no session, and what many visitors share is none', () => {
  expect(judgeWith(cookieAttributes, set({ ...BARE, lifetime: 0 })).reason).toBe('none')
  expect(judgeWith(cookieAttributes, set({ ...BARE, name: 'alert_session', valueKind: 'choice' })).reason).toBe('none')
  expect(judgeWith(cookieAttributes, set({ ...BARE, name: 'alert_session', valueKind: 'identifier' })).verdict).toBe(
    'unmet',
  )
})

test('cookies of others, of scripts and refused by the browser are left out', () => {
  expect(judgeWith(cookieAttributes, set({ ...BARE, host: 'chat.elders.example' })).reason).toBe('none')
  expect(judgeWith(cookieAttributes, set({ ...BARE, by: 'script' })).reason).toBe('none')
  expect(judgeWith(cookieAttributes, set({ ...BARE, blocked: ['SecureOnly'] })).reason).toBe('none')
})

test('another host of the same organisation is the same party', () => {
  expect(judgeWith(cookieAttributes, set({ ...BARE, host: 'mijn.voorbeeld.nl' })).verdict).toBe('unmet')
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
