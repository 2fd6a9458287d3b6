/**
 * What still follows somebody who refused: requests to parties on the list EasyPrivacy, cookies and storage that are
 * known to follow, on the page that is opened next (Telecommunicatiewet art. 11.7a; AVG art. 7 lid 3). What stood there
 * before the choice and stayed is told apart. Nothing is said where no question was seen, where we did not get past
 * it, or where a tool for consent was asked for and its question did not show.
 *   found     an advertiser or a social network was asked                                          unmet
 *   kept      something new was kept that follows                                                  unmet
 *   remains   only what stood there before the choice                                              partly
 *   measuring parties the list has by name, without anything that follows                          partly
 * Trips on: `_ga` set after "Weigeren". Near misses: the cookie with the choice; the tool's own log; a pixel that the
 * site's policy stopped; a page that asks nothing.
 */
import type { Consent, Sighting } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { notRefused } from '../reading/consent-seen.ts'
import { cookiePurpose, cookiesOf, tellCookie, tellNames } from '../reading/cookies.ts'
import { details, few, tellAddress, tellHost } from '../reading/telling.ts'
import { hitsOf, storedOn, tellStored, trackersOn } from '../reading/tracking.ts'
import { unsureOf, type Page } from '../reading/visit.ts'

export const quietAfterReject = defineCheck({
  id: 'quiet-after-reject',
  needs: { session: ['before-consent'], consent: ['after-reject'] },
  reasons: {
    'no-question': shown('not-applicable'),
    'not-shown': 'unknown',
    'no-way': 'unknown',
    stayed: 'unknown',
    none: whole('met', 'requests', 'cookies', 'storage'),
    measuring: whole('partly', 'cookies', 'storage'),
    remains: whole('partly', 'requests', 'cookies', 'storage'),
    kept: shown('unmet'),
    found: shown('unmet'),
  },
  judge({ session, consent }, { subject, lists }) {
    const refused = notRefused(consent, session, lists)
    if (typeof refused === 'string') return { reason: refused }
    const pages = refused.flatMap(nextOf)
    const cookies = cookiesOf(pages, subject).filter((cookie) => cookiePurpose(lists, cookie) === 'tracking')
    const stored = storedOn(pages, subject, lists).filter(({ purpose }) => purpose === 'tracking')
    const stood = refused.map(({ value }) => value.stood)
    const old = {
      cookies: cookies.filter(({ cookie }) => cookie.by === 'script' && stood.some(hasCookie(cookie.name))),
      stored: stored.filter((item) => stood.some(({ storage }) => storage.some(isSame(item)))),
    }
    const hits = trackersOn(pages, subject, lists).filter(({ weight }) => weight !== 'pattern')
    const kept = [...cookies.map(({ cookie }) => cookie), ...stored]
    const seen = {
      count: new Set(hits.map(({ host }) => host)).size,
      hosts: few(hits.map(({ host }) => tellHost(host, lists))),
      names: tellNames(kept, lists),
      pressed: few(refused.flatMap(({ value }) => value.steps.map(({ text }) => text))),
      again: refused.some(({ value }) => value.again === true),
      details: details([
        ...hits.map(({ host, url, rule }) => `${tellHost(host, lists)}: ${tellAddress(url)} ← ${rule}`),
        ...cookies.map((cookie) => tellCookie(cookie, lists)),
        ...stored.map(tellStored),
      ]),
    }
    const fresh = kept.length - old.cookies.length - old.stored.length
    if (hits.some(({ weight }) => weight === 'found')) return { reason: 'found', seen }
    if (fresh > 0) return { reason: 'kept', seen }
    if (hits.length > 0) return { reason: 'measuring', seen }
    if (kept.length > 0) return { reason: 'remains', seen }
    return { reason: 'none', seen, unsure: unsureOf(pages, subject, (one) => hitsOf(one, lists).length > 0) }
  },
})

/** The page that was opened next, as a page of its own. */
const nextOf = ({ value, ...where }: Sighting<Consent>): Page[] =>
  value.next === null ? [] : [{ ...where, page: value.next.url, value: value.next }]

type Stood = Consent['stood']
const hasCookie =
  (name: string) =>
  ({ cookies }: Stood): boolean =>
    cookies.some((each) => each.name === name)
const isSame =
  (item: { readonly origin: string; readonly kind: string; readonly key: string }) =>
  ({ origin, kind, key }: Stood['storage'][number]): boolean =>
    origin === item.origin && kind === item.kind && key === item.key
