/**
 * X-Content-Type-Options: nosniff: the browser takes a file for what the server says it is (Fetch standard, `determine
 * nosniff`).
 * Trips on: no such header, or a first value other than `nosniff`. Near miss: `nosniff, nosniff`, sent twice.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { answerOf, NO_PAGE } from '../reading/answer.ts'
import { clip, linesOf } from '../../lib/headers.ts'

export const nosniff = defineCheck({
  id: 'nosniff',
  needs: { http: true },
  reasons: {
    present: whole('met', 'answer'),
    missing: whole('unmet', 'answer'),
    invalid: whole('unmet', 'answer'),
    ...NO_PAGE,
  },
  judge({ http }, { subject }) {
    const answer = answerOf(http, subject.address)
    if (!answer.page) return answer
    const lines = linesOf(answer.page.headers, 'x-content-type-options')
    const seen = { url: clip(answer.page.url), header: clip(lines.join(', ')) }
    if (lines.length === 0) return { reason: 'missing', seen }
    // Only the first value of the joined lines counts, an empty one included.
    return {
      reason: lines.join(',').split(',', 1)[0]!.trim().toLowerCase() === 'nosniff' ? 'present' : 'invalid',
      seen,
    }
  },
})
