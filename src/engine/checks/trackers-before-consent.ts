/**
 * Requests to other parties that match the list EasyPrivacy, before consent (Telecommunicatiewet art. 11.7a; AVG art.
 * 6).
 * Left out: reviewed exceptions, the site's own hosts (statistics kept at home look alike on the list), and services
 * that serve the visitor (consent, payment, captcha, government).
 *   found      an advertiser, a social network, a party on the list by name, or `measuring` with a tracking cookie  
 * unmet
 *   measuring  parties known for something else or for counting: without a cookie that may be allowed  
 *   partly
 *   pattern    only rules on the look of an address, at parties nobody knows: perhaps the organisation itself  
 *   unknown
 * Trips on: `https://connect.facebook.net/…/fbevents.js`. Near misses: `/matomo.js` on the own host; the consent
 * tool's log.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { OwnerCategory } from '../../model/lists.ts'
import {
  cookiePurpose,
  cookiesOf,
  details,
  few,
  outsideRequests,
  serves,
  tellCookie,
  tellHost,
} from '../reading/visit.ts'

export const trackersBeforeConsent = defineCheck({
  id: 'trackers-before-consent',
  needs: { session: ['before-consent'] },
  reasons: { none: whole('met', 'requests'), measuring: shown('partly'), pattern: 'unknown', found: shown('unmet') },
  judge({ session }, { subject, lists }) {
    const hits = outsideRequests(session, subject).flatMap(({ page, request, host }) => {
      if (serves(lists.owner(host))) return []
      const rule = lists.tracker({ url: request.url, page: page.value.finalUrl, type: request.type })
      if (rule === undefined) return []
      return [{ host, rule, url: request.url, weight: weightOf(lists.owner(host)?.category, rule) }]
    })
    if (hits.length === 0) return { reason: 'none', seen: { pages: session.length } }
    const cookies = cookiesOf(session, subject).filter((cookie) => cookiePurpose(lists, cookie) === 'tracking')
    const heaviest = (['found', 'measuring', 'pattern'] as const).find((each) =>
      hits.some(({ weight }) => weight === each),
    )!
    const told = hits.filter(({ weight }) => weight === heaviest)
    const reason = heaviest === 'measuring' && cookies.length > 0 ? 'found' : heaviest
    const hosts = [...new Set(told.map(({ host }) => host))]
    const seen = {
      count: hosts.length,
      hosts: few(hosts.map((host) => tellHost(host, lists))),
      list: lists.versions['easyprivacy'] ?? '',
      details: details([...told.map(({ url, rule }) => `${url.slice(0, 150)} ← ${rule}`), ...cookies.map(tellCookie)]),
    }
    return { reason, seen }
  },
})

/** How much a hit says: a rule that begins with `||` names a party, any other only the look of an address. */
function weightOf(category: OwnerCategory | undefined, rule: string): 'found' | 'measuring' | 'pattern' {
  if (category === 'advertising' || category === 'social') return 'found'
  if (category !== undefined) return 'measuring'
  return rule.startsWith('||') ? 'found' : 'pattern'
}
