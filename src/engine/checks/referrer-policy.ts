/**
 * Referrer-Policy: what other sites hear about the page a visitor came from (W3C Referrer Policy §8.1: of all values
 * the last one that is known wins). Without a header browsers fall back on `strict-origin-when-cross-origin` (same,
 * §3): that protects visitors as long as their browser is recent, so it is `partly`, not the site's own doing.
 * Trips on: `unsafe-url` and `no-referrer-when-downgrade`, that hand the whole address to others. Near miss:
 * `no-referrer-when-downgrade, strict-origin`, of which the last counts.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { answerOf, NO_PAGE } from '../reading/answer.ts'
import { clip, linesOf, listOf } from '../../lib/headers.ts'

const STRENGTH: Readonly<Record<string, 'strict' | 'origin' | 'unsafe'>> = {
  'no-referrer': 'strict',
  'same-origin': 'strict',
  'strict-origin': 'strict',
  'strict-origin-when-cross-origin': 'strict',
  // The name of the site also goes to pages without https, readable on the way.
  origin: 'origin',
  'origin-when-cross-origin': 'origin',
  'no-referrer-when-downgrade': 'unsafe',
  'unsafe-url': 'unsafe',
}

export const referrerPolicy = defineCheck({
  id: 'referrer-policy',
  needs: { http: true },
  reasons: {
    strict: whole('met', 'answer'),
    origin: whole('partly', 'answer'),
    unsafe: whole('unmet', 'answer'),
    absent: whole('partly', 'answer'),
    invalid: whole('partly', 'answer'),
    ...NO_PAGE,
  },
  judge({ http }, { subject }) {
    const answer = answerOf(http, subject.address)
    if (!answer.page) return answer
    const { headers, url } = answer.page
    const header = clip(linesOf(headers, 'referrer-policy').join(', '))
    const policy = listOf(headers, 'referrer-policy')
      .map((value) => value.toLowerCase())
      .findLast((value) => Object.hasOwn(STRENGTH, value))
    const seen = { policy: policy ?? '', header, url: clip(url) }
    if (policy) return { reason: STRENGTH[policy]!, seen }
    return { reason: header === '' ? 'absent' : 'invalid', seen }
  },
})
