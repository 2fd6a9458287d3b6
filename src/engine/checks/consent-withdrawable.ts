/**
 * Whether somebody who agreed can take that back, as easily as it was given (AVG art. 7 lid 3; Telecommunicatiewet art.
 * 11.7a): something on the next page leads back to the choice, in at most two presses, and a no given there is heard:
 * no tracker is asked and nothing that follows is kept on the page that is opened after it. What agreeing added, per
 * party, is told beside it, and is no fault: it was agreed to.
 *   heard      refused again, and nothing follows any more                                   met
 *   nothing    no such thing, and the yes adds nothing that follows                          not applicable
 *   unlisted   only something that nobody knows, and that could tell a visitor apart         unknown
 *   no-door    nothing on the page, nor on its pages about cookies and privacy, leads back    unmet
 *   found      an advertiser or a social network is still asked                              unmet
 *   kept       something new is still kept that follows                                      unmet
 *   remains    only what the yes had left there                                              partly
 *   measuring  parties the list has by name                                                  partly
 *   long       it takes more than two presses more than agreeing took                        partly
 * Trips on: a question that goes for good after "Akkoord". Near misses: "Cookie-instellingen" at the foot; a button
 * that floats without words (unknown); a door behind which we found no question, or that is shut, covered or in a form
 * (unknown); a page about cookies with boxes on it, or that speaks of changing the choice (unknown).
 */
import type { Consent, Sighting } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { addedBy, type Added } from '../reading/added.ts'
import { NOT_ANSWERED, notAnswered } from '../reading/consent-seen.ts'
import { asPage, followingOn } from '../reading/following.ts'
import { details, few } from '../reading/telling.ts'
import { hitsOf } from '../reading/tracking.ts'
import { unsureOf } from '../reading/visit.ts'

/** Presses that taking back may need more than giving: back to the question, and past its first layer. */
const MORE = 2

export const consentWithdrawable = defineCheck({
  id: 'consent-withdrawable',
  needs: { session: ['before-consent'], consent: ['after-accept'] },
  reasons: {
    ...NOT_ANSWERED,
    again: 'unknown',
    unseen: 'unknown',
    unnamed: 'unknown',
    unrefused: 'unknown',
    'only-door': 'unknown',
    unlisted: 'unknown',
    nothing: whole('not-applicable', 'requests', 'cookies', 'storage'),
    heard: whole('met', 'requests', 'cookies', 'storage'),
    long: whole('partly', 'requests', 'cookies', 'storage'),
    measuring: whole('partly', 'cookies', 'storage'),
    remains: whole('partly', 'requests', 'cookies', 'storage'),
    kept: shown('unmet'),
    found: shown('unmet'),
    'no-door': whole('unmet', 'content'),
  },
  judge({ session, consent }, { subject, lists }) {
    const agreed = notAnswered(consent, session, lists)
    if (typeof agreed === 'string') return { reason: agreed }
    const walk: Sighting<Consent> = agreed[0]!
    const { withdrawal, next, steps } = walk.value
    if (!withdrawal) return { reason: 'unseen' }
    const added = addedBy(asPage(walk, next), session, subject, lists)
    const told = {
      accept: few(steps.map(({ text }) => text)),
      pressed: few(withdrawal.steps.map(({ text }) => text)),
      steps: withdrawal.steps.length,
      parties: added.filter(({ party }) => party !== null).length,
      added,
      details: details(added.map((each) => tell(each, subject.address))),
    }
    switch (withdrawal.outcome) {
      case 'no-door': {
        // Who agreed to nothing that follows has nothing to take back.
        const { follows, seen } = followingOn(asPage(walk, next), [], subject, lists)
        if (follows === 'unlisted') return { reason: 'unlisted', seen: { ...seen, ...told } }
        return { reason: follows === 'none' ? 'nothing' : 'no-door', seen: told }
      }
      case 'again':
      case 'unseen':
      case 'unnamed':
        return { reason: withdrawal.outcome, seen: told }
      case 'no-way':
      case 'stayed':
        return { reason: 'unrefused', seen: told }
      default: {
        const pages = asPage(walk, withdrawal.next)
        const { follows, seen } = followingOn(pages, [withdrawal.stood], subject, lists)
        const all = { ...seen, ...told, details: [...seen.details, ...told.details].slice(0, 100) }
        const unsure = unsureOf(pages, subject, (one) => hitsOf(one, lists).length > 0)
        // Of a door that asked nothing it is not known that anybody said no.
        if (withdrawal.outcome === 'only-door') return { reason: 'only-door', seen: all }
        if (follows !== 'none') return { reason: follows, seen: all }
        const long = withdrawal.steps.length > steps.length + MORE
        return { reason: long ? 'long' : 'heard', seen: all, unsure }
      }
    }
  },
})

/** What one party added, as one line. */
function tell({ party, hosts, requests, cookies, storage }: Added, site: string): string {
  const parts = [
    ...(requests > 0 ? [`${requests} ×`] : []),
    ...(cookies.length > 0 ? [`cookies: ${cookies.join(', ')}`] : []),
    ...(storage.length > 0 ? [`storage: ${storage.join(', ')}`] : []),
  ]
  const where = hosts.length > 0 && hosts.join(', ') !== party ? ` (${hosts.join(', ')})` : ''
  return `+ ${party ?? site}${where}: ${parts.join('; ')}`
}
