/**
 * Whether the landing page can be read before any script has run: by old phones, search engines, text browsers, and
 * when a script fails. Compares the text in the answer itself with the text in the browser.
 * Trips on: an empty `<div id="app">`. Near misses: a page of few words, and a page to which only a cookie notice was
 * added.
 */
import { clip } from '../../lib/headers.ts'
import { pageKey } from '../reading/address.ts'
import { defineCheck, whole } from '../reading/claims.ts'

/** Shares of the text that must be there: from here readable, and from here partly. */
const READABLE = 0.6
const PARTLY = 0.2
/** Characters below which the comparison says little, and what a cookie notice adds at most. */
const TINY = 400
const NOTICE = 1_500

export const readableWithoutJavascript = defineCheck({
  id: 'readable-without-javascript',
  needs: { http: true, session: ['before-consent'] },
  reasons: {
    readable: whole('met', 'answer'),
    half: whole('partly', 'answer'),
    empty: whole('unmet', 'answer'),
    tiny: 'unknown',
    notice: 'unknown',
    'other-page': 'unknown',
    'no-page': 'unknown',
  },
  judge({ http, session }) {
    const landing = session.find(({ role, value }) => role === 'landing' && value.status < 400)?.value
    const walk = http.secure.seen ? http.secure.value : http.plain.seen ? http.plain.value : undefined
    const last = walk?.hops.at(-1)
    const isPage = /^(?:text\/html|application\/xhtml)/i.test(walk?.body.contentType ?? '')
    if (!landing || !walk || !last || last.status >= 300 || !isPage) return { reason: 'no-page' }
    if (pageKey(last.url) !== pageKey(landing.finalUrl)) {
      return { reason: 'other-page', seen: { details: [clip(last.url), clip(landing.finalUrl)] } }
    }
    const plain = walk.body.textLength
    const rendered = landing.textLength
    const share = rendered === 0 ? 0 : plain / rendered
    const seen = { plain, rendered, percent: Math.min(100, Math.round(share * 100)), url: clip(last.url) }
    if (share >= READABLE && rendered >= TINY / 4) return { reason: 'readable', seen }
    if (rendered < TINY) return { reason: 'tiny', seen }
    // What a script added may be no more than a notice: then the page's own text was there all along.
    const notice = plain >= TINY / 2 && rendered - plain <= NOTICE && /cookie/i.test(landing.text)
    if (notice) return { reason: 'notice', seen }
    return { reason: share >= PARTLY ? 'half' : 'empty', seen }
  },
})
