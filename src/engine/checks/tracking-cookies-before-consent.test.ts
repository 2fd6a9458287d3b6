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
    seen: { count: 2, names: '_fbp (Platform), _ga (Platform)' },
  })
})
const YEARS = { lifetime: 730 * 86_400, valueLength: 40 }
test('session, consent and cookies that keep a choice are none, however long they last', () => {
  expect(
    judged({}, { name: 'CookieConsent' }, { name: 'cookiekeuze', ...YEARS, valueKind: 'choice' }, { name: 'taal' }),
  ).toMatchObject({ reason: 'none', verdict: 'met', seen: { count: 4 } })
})
test('one nobody knows that stays and could stand for a visitor is a doubt, named beside a known one', () => {
  const own = { name: 'mijn_ga', ...YEARS, valueKind: 'identifier' } as const
  expect(judged(own)).toMatchObject({ reason: 'unlisted', verdict: 'unknown', seen: { names: 'mijn_ga' } })
  expect(judged({ ...own, lifetime: 86_400 }).reason).toBe('none')
  expect(judged({ name: '_ga' }, own, { name: '_fbp' })).toMatchObject({
    reason: 'found-and-unlisted',
    verdict: 'unmet',
    seen: { count: 2, names: '_fbp (Platform), _ga (Platform)', unlisted: 'mijn_ga' },
  })
})
test('statistics for the site alone stay unknown: settings decide', () => {
  expect(judged({ name: '_pk_id' })).toMatchObject({ reason: 'site-statistics', verdict: 'unknown' })
  expect(judged({ name: '_pk_id' }, { name: '_fbp' })).toMatchObject({
    reason: 'found',
    seen: { names: '_fbp (Platform)' },
  })
})
test('a lasting long value of a social network counts without a known name; on the own host it is a doubt', () => {
  const over = { name: 'xyz', lifetime: 730 * 86_400, valueLength: 40 }
  expect(judged({ ...over, host: 'reclame.example' }).reason).toBe('found')
  expect(judged(over).reason).toBe('unlisted')
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
