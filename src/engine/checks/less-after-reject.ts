/**
 * Whether the site gives less to somebody who refused: the page that was opened after the no is held beside the same
 * page as a visitor meets it first (AVG art. 7 lid 4: a yes is not free where the service hangs on it).
 *   form  a form that people fill in is gone              partly
 *   less  more than half of the words are gone            partly
 * Trips on: a contact form that goes away after "Weigeren". Near misses: the question itself that is gone; a film or
 * map that waits for a yes; another news item than before; a newsletter that is asked once a visit, a form of another
 * party or in a window, a question longer than we keep (`not-compared`).
 */
import { clip } from '../../lib/headers.ts'
import type { Consent, Session, Sighting } from '../../model/evidence.ts'
import { pageKey } from '../reading/address.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import { NOT_ANSWERED, notAnswered } from '../reading/consent-seen.ts'
import { isOwnForm } from '../reading/own-form.ts'
import { isFilledIn } from '../reading/personal.ts'
import { few } from '../reading/telling.ts'
import type { Page } from '../reading/visit.ts'

/** Characters of a question from which it may have been cut: the reader (`consent-reader.ts`) keeps 2,000. */
const CUT = 1_950
/** Characters below which a page says too little to be halved. */
const MUCH = 600

export const lessAfterReject = defineCheck({
  id: 'less-after-reject',
  needs: { session: ['before-consent'], consent: ['after-reject'] },
  reasons: {
    ...NOT_ANSWERED,
    'not-compared': 'unknown',
    same: whole('met', 'content'),
    less: whole('partly', 'content'),
    form: whole('partly', 'content'),
  },
  judge({ session, consent }, { lists, subject }) {
    const refused = notAnswered(consent, session, lists)
    if (typeof refused === 'string') return { reason: refused }
    const pairs = refused.flatMap((walk) => pairOf(walk, session))
    if (pairs.length === 0) return { reason: 'not-compared' }
    const gone = pairs.filter(withoutForm)
    const formless = gone.find((pair) =>
      pair.before.forms.some((form) => isOwnForm(form, pair.before, subject) === true),
    )
    const shorter = pairs.filter(lostWords)
    const lost = formless ?? shorter.find(({ cut }) => !cut)
    if (!lost && gone.length + shorter.length > 0) return { reason: 'not-compared' }
    const { after } = lost ?? pairs[0]!
    const pressed = few(refused.flatMap(({ value }) => value.steps.map(({ text }) => text)))
    const seen = { page: clip(after.url, 150), pressed }
    if (!lost) return { reason: 'same', seen }
    return { reason: formless ? 'form' : 'less', seen }
  },
})

/**
 * One page before the choice and after it; `asked`: characters of the question, which stood among its words, `cut`: of
 * which there may have been more.
 */
type Pair = { readonly before: Session; readonly after: Session; readonly asked: number; readonly cut: boolean }

function pairOf({ value }: Sighting<Consent>, session: readonly Page[]): Pair[] {
  const { next: after, asked, again } = value
  // A page that asks once more did not hear the no.
  if (after === null || again === true) return []
  const before = session.find(({ page }) => pageKey(page) === pageKey(after.url))?.value
  if (before === undefined || pageKey(before.finalUrl) !== pageKey(after.finalUrl)) return []
  const lengths = asked.map(({ text }) => text.length)
  return [
    { before, after, asked: lengths.reduce((sum, each) => sum + each, 0), cut: lengths.some((one) => one >= CUT) },
  ]
}

const withoutForm = ({ before, after }: Pair): boolean => before.forms.some(isFilledIn) && !after.forms.some(isFilledIn)
const lostWords = ({ before, after, asked }: Pair): boolean =>
  before.textLength - asked >= MUCH && after.textLength < (before.textLength - asked) / 2
