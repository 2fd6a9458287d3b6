/**
 * Whether the site gives less to somebody who refused: the page that was opened after the no is held beside the same
 * page as a visitor meets it first (AVG art. 7 lid 4: a yes is not free where the service hangs on it).
 *   form  a form that people fill in is gone              partly
 *   less  more than half of the words are gone            partly
 * Trips on: a contact form that goes away after "Weigeren". Near misses: the question itself that is gone; a film or
 * map that waits for a yes; another news item than before.
 */
import { clip } from '../../lib/headers.ts'
import type { Consent, Session, Sighting } from '../../model/evidence.ts'
import { pageKey } from '../reading/address.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { notAnswered } from '../reading/consent-seen.ts'
import { isFilledIn } from '../reading/personal.ts'
import { few } from '../reading/telling.ts'
import type { Page } from '../reading/visit.ts'

/** Characters below which a page says too little to be halved. */
const MUCH = 600

export const lessAfterReject = defineCheck({
  id: 'less-after-reject',
  needs: { session: ['before-consent'], consent: ['after-reject'] },
  reasons: {
    'no-question': shown('not-applicable'),
    'not-shown': 'unknown',
    'no-way': 'unknown',
    stayed: 'unknown',
    'not-compared': 'unknown',
    same: whole('met', 'content'),
    less: whole('partly', 'content'),
    form: whole('partly', 'content'),
  },
  judge({ session, consent }, { lists }) {
    const refused = notAnswered(consent, session, lists)
    if (typeof refused === 'string') return { reason: refused }
    const pairs = refused.flatMap((walk) => pairOf(walk, session))
    if (pairs.length === 0) return { reason: 'not-compared' }
    const lost = pairs.find(lostForm) ?? pairs.find(lostWords)
    const { after } = lost ?? pairs[0]!
    const pressed = few(refused.flatMap(({ value }) => value.steps.map(({ text }) => text)))
    const seen = { page: clip(after.url, 150), pressed }
    if (!lost) return { reason: 'same', seen }
    return { reason: lostForm(lost) ? 'form' : 'less', seen }
  },
})

/** One page before the choice and after it; `asked`: characters of the question, which stood among its words. */
type Pair = { readonly before: Session; readonly after: Session; readonly asked: number }

function pairOf({ value }: Sighting<Consent>, session: readonly Page[]): Pair[] {
  const { next: after, asked, again } = value
  // A page that asks once more did not hear the no.
  if (after === null || again === true) return []
  const before = session.find(({ page }) => pageKey(page) === pageKey(after.url))?.value
  if (before === undefined || pageKey(before.finalUrl) !== pageKey(after.finalUrl)) return []
  return [{ before, after, asked: asked.reduce((sum, { text }) => sum + text.length, 0) }]
}

const lostForm = ({ before, after }: Pair): boolean => before.forms.some(isFilledIn) && !after.forms.some(isFilledIn)
const lostWords = ({ before, after, asked }: Pair): boolean =>
  before.textLength - asked >= MUCH && after.textLength < (before.textLength - asked) / 2
