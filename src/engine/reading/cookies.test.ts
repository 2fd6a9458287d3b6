/** What something kept in a browser is for, where all that is known of it is a word that anybody may use. */
import { expect, test } from 'vitest'
import { cookie } from '../../../test/evidence.ts'
import { listsWith, ownCookies } from '../../../test/lists.ts'
import { isSession, purposeOf, tellCookie } from './cookies.ts'

const DAY = 86_400
const lists = {
  ...listsWith({ owners: { 'reclame.example': { category: 'advertising', country: 'US' } } }),
  cookie: ownCookies,
}
const kept = { outside: true, stays: true, valueLength: 32, valueKind: 'identifier' } as const
const HEX = 'd41d8cd98f00b204e9800998ecf8427e'

test.each(['sid', 'auth', 'id_token', 'ad_session', 'rl_session', 'sessionid', 'csrf', HEX])(
  '%s says nothing of what another party keeps for long',
  (name) => {
    expect(purposeOf(lists, { ...kept, name, host: 'p.reclame.example' })).toBe('tracking')
    expect(purposeOf(lists, { ...kept, name, host: 'onbekend.example' })).toBe('unlisted')
  },
)
test.each(['sid', 'rl_session', HEX])('%s says nothing of what stays, or of what others keep for a moment', (name) => {
  expect(purposeOf(lists, { ...kept, outside: false, name, host: 'www.voorbeeld.nl' })).toBe('unlisted')
  expect(purposeOf(lists, { ...kept, stays: false, name, host: 'onbekend.example' })).toBe('unknown')
  expect(isSession(lists, cookie({ name, valueKind: 'identifier' }))).toBe(true)
})
test.each(['sid', 'wiki_session', HEX, 'csrf_token'])('%s of the site itself, for one visit, is a session', (name) => {
  expect(purposeOf(lists, { ...kept, outside: false, stays: false, name, host: 'www.voorbeeld.nl' })).toBe('functional')
})
test.each(['PHPSESSID', 'laravel_session', 'JSESSIONID', 'csrftoken'])(
  '%s is the name that one program gives, wherever it stands',
  (name) => expect(purposeOf(lists, { ...kept, name, host: 'onbekend.example' })).toBe('functional'),
)
test('what tells visitors of one site apart for a year, to count them, is no part of its working', () => {
  const own = { ...kept, outside: false, host: 'www.voorbeeld.nl' }
  expect(purposeOf(lists, { ...own, name: 'ai_user' })).toBe('site-statistics')
  expect(purposeOf(lists, { ...own, name: 'ai_users', valueKind: 'choice' })).toBe('functional')
})
test('what is told of it is no guess', () => {
  const told = (name: string) => tellCookie({ cookie: cookie({ name, lifetime: 60 * DAY }) }, lists)
  expect(told('sid')).toBe('sid (www.voorbeeld.nl): 60 d')
  expect(told('PHPSESSID')).toBe('PHPSESSID (www.voorbeeld.nl): 60 d, PHP, functional')
})
