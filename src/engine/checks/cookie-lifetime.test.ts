/** How long cookies stay. */
import { expect, test } from 'vitest'
import type { CookieAttempt } from '../../model/evidence.ts'
import { LOADING, cookie, judgeWith, session, sighting } from '../../../test/evidence.ts'
import { listsWith } from '../../../test/lists.ts'
import { cookieLifetime } from './cookie-lifetime.ts'

const DAY = 86_400
const plain = listsWith({ cookies: { _ga: 'analytics', taal: 'functional' } })
const lists = {
  ...plain,
  cookie: (name: string, host: string) =>
    name === '_pk_id' ? { category: 'analytics' as const, platform: 'Matomo' } : plain.cookie(name, host),
}
const judged = (...cookies: Partial<CookieAttempt>[]) =>
  judgeWith(
    cookieLifetime,
    { session: [sighting(session({ cookies: cookies.map((over) => cookie(over)) }))] },
    { lists },
  )

test('two years for a known tracking cookie is too long, and so is the most a browser allows a script', () => {
  expect(judged({ name: '_ga', lifetime: 730 * DAY })).toMatchObject({
    reason: 'long',
    verdict: 'unmet',
    seen: { days: 730, names: '_ga (Platform)' },
  })
  expect(judged({ name: '_ga', by: 'script', lifetime: 400 * DAY - 2 }).reason).toBe('long')
})
test('thirteen months, and session cookies, are short', () => {
  expect(judged({ name: '_ga', lifetime: 396 * DAY }, { lifetime: null })).toMatchObject({
    reason: 'short',
    verdict: 'met',
    seen: { count: 2 },
  })
})
test('a functional choice may last, known by its name or by its value', () => {
  expect(judged({ name: 'cookiekeuze', lifetime: 3_650 * DAY, valueKind: 'choice' }).reason).toBe('short')
  expect(judged({ name: 'taal', lifetime: 3_650 * DAY }).reason).toBe('short')
})
test("a long cookie of unknown purpose stays unknown, one for the site's statistics is partly", () => {
  expect(judged({ name: 'xyz', lifetime: 3_650 * DAY })).toMatchObject({ reason: 'long-unknown', verdict: 'unknown' })
  expect(judged({ name: '_pk_id', lifetime: 730 * DAY })).toMatchObject({
    reason: 'long-statistics',
    verdict: 'partly',
  })
})
test('no cookies: not applicable; no cookies yet on a page that never finished: unknown', () => {
  expect(judged()).toMatchObject({ reason: 'none', verdict: 'not-applicable' })
  expect(judgeWith(cookieLifetime, { session: [sighting(session({ lacks: LOADING }))] }).verdict).toBe('unknown')
})
