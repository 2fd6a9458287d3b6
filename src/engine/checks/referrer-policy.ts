/**
 * Referrer-Policy: what other sites hear about the page a visitor came from (W3C Referrer Policy §8.1: of all values
 * the last one that is known wins; a meta element of the page goes before the header, §4.2). Without either browsers
 * fall back on `strict-origin-when-cross-origin` (same, §3): that protects visitors as long as their browser is recent,
 * so it is `partly`, not the site's own doing.
 * Trips on: `unsafe-url` and `no-referrer-when-downgrade`, that hand the whole address to others. Near misses:
 * `no-referrer-when-downgrade, strict-origin`, of which the last counts; the same in a meta element.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { answerOf, NO_PAGE } from '../reading/answer.ts'
import { referrerPolicyOf } from '../reading/referrer.ts'
import { clip, linesOf } from '../../lib/headers.ts'

export const referrerPolicy = defineCheck({
  id: 'referrer-policy',
  needs: { http: true },
  reasons: {
    strict: whole('met', 'answer'),
    origin: whole('partly', 'answer'),
    unsafe: whole('unmet', 'answer'),
    absent: whole('partly', 'answer'),
    invalid: whole('partly', 'answer'),
    // Evidence of before meta elements were read: one of them could say otherwise than the header.
    'meta-unseen': 'unknown',
    ...NO_PAGE,
  },
  judge({ http }, { subject }) {
    const answer = answerOf(http, subject.address)
    if (!answer.page) return answer
    const { headers, url } = answer.page
    const metas = answer.chain.body.referrer
    if (metas === undefined) return { reason: 'meta-unseen', seen: { url: clip(url) } }
    const found = referrerPolicyOf(headers, metas)
    const sent = linesOf(headers, 'referrer-policy').join(', ')
    // What is told is what decides.
    const inPage = found?.by === 'meta' || sent === ''
    const header = clip(inPage ? metas.map((said) => `<meta name="referrer" content="${said}">`).join(' ') : sent)
    const seen = { policy: found?.policy ?? '', header, url: clip(url) }
    if (found) return { reason: found.strength, seen }
    return { reason: header === '' ? 'absent' : 'invalid', seen }
  },
})
