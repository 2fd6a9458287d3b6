/**
 * What still follows somebody who refused: requests to parties on the list EasyPrivacy, cookies and storage that are
 * known to follow, on the page that is opened next (Telecommunicatiewet art. 11.7a; AVG art. 7 lid 3). What stood there
 * before the choice and stayed is told apart. Nothing is said where no question was seen, where we did not get past
 * it, or where a tool for consent was asked for and its question did not show.
 *   found     an advertiser or a social network was asked                                          unmet
 *   kept      something new was kept that follows                                                  unmet
 *   remains   only what stood there before the choice                                              partly
 *   measuring parties the list has by name, without anything that follows                          partly
 *   unlisted  only something that nobody knows, and that could tell a visitor apart next month     unknown
 * Trips on: `_ga` set after "Weigeren". Near misses: the cookie with the choice, also with a number to prove it by; the
 * tool's own log; a pixel that the site's policy stopped; a page that asks nothing.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { NOT_ANSWERED, notAnswered } from '../reading/consent-seen.ts'
import { asPage, followingOn } from '../reading/following.ts'
import { few } from '../reading/telling.ts'
import { hitsOf } from '../reading/tracking.ts'
import { unsureOf } from '../reading/visit.ts'

export const quietAfterReject = defineCheck({
  id: 'quiet-after-reject',
  needs: { session: ['before-consent'], consent: ['after-reject'] },
  reasons: {
    ...NOT_ANSWERED,
    none: whole('met', 'requests', 'cookies', 'storage'),
    unlisted: 'unknown',
    measuring: whole('partly', 'cookies', 'storage'),
    remains: whole('partly', 'requests', 'cookies', 'storage'),
    kept: shown('unmet'),
    found: shown('unmet'),
  },
  judge({ session, consent }, { subject, lists }) {
    const refused = notAnswered(consent, session, lists)
    if (typeof refused === 'string') return { reason: refused }
    const pages = refused.flatMap(({ value, ...where }) => asPage(where, value.next))
    const stood = refused.map(({ value }) => value.stood)
    const { follows, seen } = followingOn(pages, stood, subject, lists)
    return {
      reason: follows,
      seen: {
        ...seen,
        pressed: few(refused.flatMap(({ value }) => value.steps.map(({ text }) => text))),
        again: refused.some(({ value }) => value.again === true),
      },
      unsure: follows === 'none' ? unsureOf(pages, subject, (one) => hitsOf(one, lists).length > 0) : [],
    }
  },
})
