/**
 * Whether the landing page can be read where no script runs: on old phones, in a train, and when a script fails. Holds
 * what a browser shows without scripts beside what it shows with them.
 * Trips on: an empty `<div id="app">`; text that style hides until a script has run; a preloader that only a script
 * removes; a notice that asks for scripts in the place of the page. Near misses: a page of few words, one to which only
 * a cookie notice was added, closed `details`, an alternative in `noscript`.
 */
import { clip } from '../../lib/headers.ts'
import type { Bare, Session } from '../../model/evidence.ts'
import { pageKey } from '../reading/address.ts'
import { defineCheck, shown } from '../reading/claims.ts'

/** Shares of the text that must be there: from here readable, and from here partly. */
const READABLE = 0.6
const PARTLY = 0.2
/** Characters below which the comparison says little, and what a cookie notice adds at most. */
const TINY = 400
const NOTICE = 1_500

const linesOf = ({ text }: Pick<Session, 'text'>) => text.split('\n').filter(Boolean)
/** What of a page's words may still be missing; that our own limits cut long lists takes nothing from the count. */
const doubtful = ({ lacks }: Pick<Session, 'lacks'>) => (lacks.content ?? []).some((lack) => lack !== 'cut')

export const readableWithoutJavascript = defineCheck({
  id: 'readable-without-javascript',
  needs: { session: ['before-consent'], bare: ['without-script'] },
  // Each compares two looks at one page; what else was not seen whole of the site says nothing of it.
  reasons: {
    readable: shown('met'),
    half: shown('partly'),
    empty: shown('unmet'),
    hidden: shown('unmet'),
    covered: shown('unmet'),
    tiny: 'unknown',
    notice: 'unknown',
    'other-page': 'unknown',
    unsettled: 'unknown',
    'no-page': 'unknown',
  },
  judge({ session, bare: bares }) {
    const landing = session.find(({ role, value }) => role === 'landing' && value.status < 400)?.value
    const bare = bares.find(({ role }) => role === 'landing')?.value
    if (!landing || !bare) return { reason: 'no-page' }
    const rendered = landing.shownLength ?? landing.textLength
    const plain = readableOf(bare, landing)
    const share = rendered === 0 ? 0 : plain / rendered
    const seen = { plain, rendered, percent: Math.min(100, Math.round(share * 100)), url: clip(bare.finalUrl) }
    if (share >= READABLE && rendered >= TINY / 4) return { reason: doubtful(landing) ? 'unsettled' : 'readable', seen }
    if (doubtful(bare)) return { reason: 'unsettled', seen }
    const elsewhere = pageKey(bare.finalUrl) !== pageKey(landing.finalUrl)
    // A page of which a script makes another page, and that is something by itself, such as a choice of languages.
    if (elsewhere && (plain > 0 || bare.linked > 0))
      return { reason: 'other-page', seen: { ...seen, details: [clip(bare.finalUrl), clip(landing.finalUrl)] } }
    const without = new Set(linesOf(bare))
    const aboutCookies = linesOf(landing).some((line) => !without.has(line) && /cookie/i.test(line))
    if (rendered < TINY && (plain > 0 || aboutCookies || rendered < TINY / 4)) return { reason: 'tiny', seen }
    // What a script added may be no more than a notice: then the page's own text was there all along.
    const notice = plain >= TINY / 2 && rendered - plain <= NOTICE && aboutCookies
    if (notice) return { reason: 'notice', seen }
    if (share >= PARTLY) return { reason: 'half', seen }
    if (bare.coverLength !== null && bare.shownLength >= PARTLY * rendered) return { reason: 'covered', seen }
    return { reason: bare.textLength - bare.shownLength >= READABLE * rendered ? 'hidden' : 'empty', seen }
  },
})

/** Characters that can be read without scripts, but for lines that only ask to have them. */
function readableOf(bare: Bare, landing: Session): number {
  const own = new Set(linesOf(landing))
  const asking = linesOf(bare).filter((line) => /\bjava ?scripts?\b/i.test(line) && !own.has(line))
  const asked = asking.reduce((all, line) => all + line.length, 0)
  return Math.max(0, Math.min(bare.shownLength, bare.coverLength ?? Infinity) - asked)
}
