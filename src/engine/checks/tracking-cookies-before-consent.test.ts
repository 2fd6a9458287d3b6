/** Cookies known to be for analytics or marketing. */
import { expect, test } from 'vitest'
import type { CookieAttempt } from '../../model/evidence.ts'
import { LOADING, cookie, judgeWith, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { trackingCookiesBeforeConsent } from './tracking-cookies-before-consent.ts'

const plain = listsWith({
  cookies: { _ga: 'analytics', _fbp: 'marketing', CookieConsent: 'functional', _pk_id: 'analytics' },
  owners: { 'reclame.example': { category: 'social', country: 'US' } },
})
const lists = {
  ...plain,
  cookie: (name: string, host: string) =>
    name === '_pk_id' ? { category: 'analytics' as const, platform: 'Matomo' } : plain.cookie(name, host),
}
const judged = (...cookies: Partial<CookieAttempt>[]) =>
  judgeWith(
    trackingCookiesBeforeConsent,
    { session: [sighting(session({ cookies: cookies.map((over) => cookie(over)) }))] },
    { lists },
  )

test("a known name of the site's own host is found, set by header or script", () => {
  expect(judged({ name: '_ga', by: 'script' }, { name: '_fbp' })).toMatchObject({
    reason: 'found',
    verdict: 'unmet',
    seen: { count: 2, names: '_ga, _fbp' },
  })
})
test('session, consent and unknown cookies are none, however long they last', () => {
  expect(
    judged({}, { name: 'CookieConsent' }, { name: 'mijn_ga', lifetime: 86_400_000, valueLength: 60 }),
  ).toMatchObject({ reason: 'none', verdict: 'met', seen: { count: 3 } })
})
test('statistics for the site alone stay unknown: settings decide', () => {
  expect(judged({ name: '_pk_id' })).toMatchObject({ reason: 'site-statistics', verdict: 'unknown' })
  expect(judged({ name: '_pk_id' }, { name: '_fbp' })).toMatchObject({ reason: 'found', seen: { names: '_fbp' } })
})
test('a lasting long value of a social network counts without a known name; the same on the own host does not', () => {
  const over = { name: 'xyz', lifetime: 730 * 86_400, valueLength: 40 }
  expect(judged({ ...over, host: 'reclame.example' }).reason).toBe('found')
  expect(judged(over).reason).toBe('none')
})
test('a cookie counted on several pages is one cookie', () => {
  const page = sighting(session({ cookies: [cookie({ name: '_ga' })] }))
  expect(judgeWith(trackingCookiesBeforeConsent, { session: [page, page] }, { lists }).seen).toMatchObject({ count: 1 })
})
test('no cookie on a page that never finished is unknown', () => {
  expect(
    judgeWith(trackingCookiesBeforeConsent, { session: [sighting(session({ lacks: LOADING }))] }, { lists }).verdict,
  ).toBe('unknown')
})
