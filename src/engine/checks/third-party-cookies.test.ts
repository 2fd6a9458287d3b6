/** Cookies of other parties. */
import { expect, test } from 'vitest'
import type { CookieAttempt } from '../../model/evidence.ts'
import { cookie, judgeWith, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { thirdPartyCookies } from './third-party-cookies.ts'

const DAY = 86_400
const lists = listsWith({
  owners: {
    'reclame.example': { category: 'advertising', country: 'US' },
    'vraagt.example': { category: 'consent' },
    'snel.example': { category: 'cdn' },
    'telt.example': { category: 'analytics' },
  },
  cookies: { IDE: 'marketing', __cf_bm: 'security' },
})
const judged = (...cookies: Partial<CookieAttempt>[]) =>
  judgeWith(
    thirdPartyCookies,
    { session: [sighting(session({ cookies: cookies.map((over) => cookie({ host: 'derde.example', ...over })) }))] },
    { lists },
  )

test('cookies of the site itself are not of another party', () => {
  expect(judged({ host: 'www.voorbeeld.nl' }, { host: 'login.voorbeeld.nl', name: 'IDE' })).toMatchObject({
    reason: 'none',
    verdict: 'met',
  })
})
test('a name known as marketing is tracking, also when this browser refused it by its settings', () => {
  expect(judged({ name: 'IDE', lifetime: 400 * DAY })).toMatchObject({
    reason: 'tracking',
    verdict: 'unmet',
    seen: { names: 'IDE (Platform)', details: ['IDE (derde.example): 400 d, Platform, marketing'] },
  })
  expect(judged({ name: 'IDE', blocked: ['UserPreferences'] }).reason).toBe('tracking')
  for (const why of ['SchemefulSameSiteUnspecifiedTreatedAsLax', 'SameSiteNoneInsecure'])
    expect(judged({ name: 'IDE', blocked: [why] }).reason).toBe('tracking')
})
test.each([['SameSiteLax'], ['SameSiteStrict'], ['InvalidDomain'], ['SecureOnly']])(
  'a cookie no browser would keep (%s) is none',
  (why) => {
    expect(judged({ name: 'IDE', blocked: [why] }).reason).toBe('none')
  },
)
test('a request to remove a cookie is none', () => {
  expect(judged({ name: 'IDE', lifetime: 0 }).reason).toBe('none')
})
test('a long value that lasts, at a party that follows people, is tracking without a known name', () => {
  expect(judged({ host: 'reclame.example', name: 'xyz', lifetime: 30 * DAY, valueLength: 16 }).reason).toBe('tracking')
})
test.each([
  ['short-lived', { lifetime: 29 * DAY, valueLength: 40 }],
  ['short of value', { lifetime: 400 * DAY, valueLength: 4 }],
  ['for the visit', { lifetime: null, valueLength: 40 }],
])('at such a party an unknown cookie that is %s stays unknown', (_, over) => {
  expect(judged({ host: 'reclame.example', name: 'xyz', ...over })).toMatchObject({
    reason: 'not-known',
    verdict: 'unknown',
  })
})
test('an unknown cookie that lasts, of an unknown party, is a doubt', () => {
  expect(judged({ name: 'xyz', lifetime: 30 * DAY, valueLength: 8, valueKind: 'identifier' })).toMatchObject({
    reason: 'lasting',
    verdict: 'unknown',
  })
})
test('a consent tool and a known security cookie are functional', () => {
  expect(
    judged(
      { host: 'vraagt.example', name: 'keuze', lifetime: 365 * DAY },
      { host: 'snel.example', name: '__cf_bm', lifetime: 1_800 },
    ),
  ).toMatchObject({ reason: 'functional', verdict: 'met' })
})
test('statistics from the EEA that last are not held against a site', () => {
  expect(judged({ host: 'telt.example', name: 'xyz', lifetime: 400 * DAY, valueLength: 40 })).toMatchObject({
    reason: 'not-known',
    verdict: 'unknown',
  })
})
test('the heaviest cookie decides, a doubt is named beside it, and all are told', () => {
  const answer = judged(
    { name: 'sessie', lifetime: null },
    { name: 'IDE' },
    { name: 'xyz', lifetime: 400 * DAY, valueLength: 40, valueKind: 'identifier' },
    { name: 'taal', lifetime: 400 * DAY, valueLength: 2, valueKind: 'choice' },
  )
  expect(answer).toMatchObject({
    reason: 'tracking-and-lasting',
    verdict: 'unmet',
    seen: { count: 1, names: 'IDE (Platform)', others: 'xyz' },
  })
  expect(answer.seen.details).toHaveLength(4)
  expect(judged({ name: 'sessie', lifetime: null }, { name: 'IDE' }).reason).toBe('tracking')
})
test('a choice of many visitors is functional, whoever keeps it', () => {
  expect(
    judged({ host: 'reclame.example', name: 'x', lifetime: 400 * DAY, valueLength: 30, valueKind: 'choice' }),
  ).toMatchObject({ reason: 'functional', verdict: 'met' })
})
