/**
 * Other sites cannot show this one inside their own page (clickjacking): `frame-ancestors` in a
 * Content-Security-Policy, and if no policy has that directive X-Frame-Options
 * (CSP 3 `frame-ancestors`, HTML standard `X-Frame-Options`).
 * Trips on: neither, `frame-ancestors` in a meta element alone, `frame-ancestors *`, `*:443`, `*.nl` or `https:`,
 * and `ALLOW-FROM`, which browsers no longer know. Near miss: `X-Frame-Options: ALLOWALL` beside
 * `frame-ancestors 'self'`, and SAMEORIGIN sent twice.
 */
import { defineCheck, whole } from '../reading/claims.ts'
import { answerOf, NO_PAGE } from '../reading/answer.ts'
import { headerPolicies, isEverybody, readCsp, sourcesIn } from '../reading/csp.ts'
import { clip, listOf } from '../../lib/headers.ts'

/** Values the standard knows, of which only one may be sent. */
const KNOWN = ['deny', 'sameorigin', 'allowall']

export const framing = defineCheck({
  id: 'framing',
  needs: { http: true },
  reasons: {
    ancestors: whole('met', 'answer'),
    options: whole('met', 'answer'),
    conflicting: whole('partly', 'answer'),
    open: whole('unmet', 'answer'),
    obsolete: whole('unmet', 'answer'),
    invalid: whole('unmet', 'answer'),
    'in-page': whole('unmet', 'answer'),
    missing: whole('unmet', 'answer'),
    ...NO_PAGE,
  },
  judge({ http }, { subject }) {
    const answer = answerOf(http, subject.address)
    if (!answer.page) return answer
    const { headers } = answer.page
    const url = clip(answer.page.url)
    const ancestors = headerPolicies(headers).flatMap((policy) => {
      const sources = policy.get('frame-ancestors')
      return sources ? [sourcesIn(sources)] : []
    })
    if (ancestors.length > 0) {
      // All policies hold together: one that is narrow is enough.
      const narrow = ancestors.find((sources) => !sources.some(isEverybody))
      const shown = narrow ?? ancestors[0]!
      const header = clip(`frame-ancestors ${shown.join(' ')}`)
      return { reason: narrow ? 'ancestors' : 'open', seen: { url, header } }
    }
    const options = [...new Set(listOf(headers, 'x-frame-options').map((value) => value.toLowerCase()))]
    const seen = { url, header: clip(`X-Frame-Options: ${options.join(', ')}`) }
    if (options.length === 0) {
      // Of policies in the page browsers leave this directive out, and this header in a meta element too.
      const inPage = (answer.chain.body.policies ?? []).flatMap((each) => readCsp(each).get('frame-ancestors') ?? [])
      if (inPage.length === 0) return { reason: 'missing', seen: { url } }
      return { reason: 'in-page', seen: { url, header: clip(`<meta> frame-ancestors ${inPage.join(' ')}`) } }
    }
    // The standard then blocks every frame; not all browsers do, and it cannot be what was meant.
    if (options.length > 1 && options.some((value) => KNOWN.includes(value))) return { reason: 'conflicting', seen }
    if (options[0] === 'deny' || options[0] === 'sameorigin') return { reason: 'options', seen }
    return { reason: options[0]!.startsWith('allow-from') ? 'obsolete' : 'invalid', seen }
  },
})
