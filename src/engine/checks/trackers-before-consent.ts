/**
 * Requests to other parties that match the list EasyPrivacy, before consent (Telecommunicatiewet art. 11.7a; AVG art.
 * 6). Left out: reviewed exceptions, the site's own hosts (statistics kept at home look alike on the list), services
 * that serve the visitor (consent, payment, captcha, government), and what nobody heard: blocked, or a name that does
 * not exist.
 *   found      an advertiser, a social network, or `measuring` with a tracking cookie                         unmet
 *   measuring  parties the list has by name, known to us for something else, for counting, or not at all      partly
 *   pattern    only rules on the look of an address, at parties nobody knows: perhaps the organisation itself unknown
 * Every party is named; those that only look alike apart, as a doubt (`…-and-alike`).
 * Trips on: `https://connect.facebook.net/…/fbevents.js`. Near misses: `/matomo.js` on the own host; the consent
 * tool's log; a pixel that the site's own policy stopped.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { cookiePurpose, cookiesOf, tellCookie } from '../reading/cookies.ts'
import { details, few, tellAddress, tellHost } from '../reading/telling.ts'
import { hitsOf, trackersOn } from '../reading/tracking.ts'
import { unsureOf } from '../reading/visit.ts'

export const trackersBeforeConsent = defineCheck({
  id: 'trackers-before-consent',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('met', 'requests'),
    // It says too that no tracking cookie was met.
    measuring: whole('partly', 'cookies'),
    'measuring-and-alike': whole('partly', 'cookies'),
    pattern: 'unknown',
    found: shown('unmet'),
    'found-and-alike': shown('unmet'),
  },
  judge({ session }, { subject, lists }) {
    const hits = trackersOn(session, subject, lists)
    const unsure = unsureOf(session, subject, (request) => hitsOf(request, lists).length > 0)
    if (hits.length === 0) return { reason: 'none', seen: { pages: session.length }, unsure }
    const cookies = cookiesOf(session, subject).filter((cookie) => cookiePurpose(lists, cookie) === 'tracking')
    const named = hits.filter(({ weight }) => weight !== 'pattern')
    const hosts = new Set(named.map(({ host }) => host))
    const alike = hits.filter(({ weight, host }) => weight === 'pattern' && !hosts.has(host))
    const told = named.length > 0 ? named : alike
    const seen = {
      count: new Set(told.map(({ host }) => host)).size,
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      alike: few(alike.map(({ host }) => tellHost(host, lists))),
      list: lists.versions['easyprivacy'] ?? '',
      details: details([
        ...hits.map(({ host, url, rule }) => `${tellHost(host, lists)}: ${tellAddress(url)} ← ${rule}`),
        ...cookies.map((cookie) => tellCookie(cookie, lists)),
      ]),
    }
    if (named.length === 0) return { reason: 'pattern', seen }
    const heavy = cookies.length > 0 || named.some(({ weight }) => weight === 'found')
    if (heavy) return { reason: alike.length > 0 ? 'found-and-alike' : 'found', seen }
    return { reason: alike.length > 0 ? 'measuring-and-alike' : 'measuring', seen }
  },
})
