/**
 * Whether a visitor on a phone is followed by more than one on a computer: the landing page is met once as a phone,
 * before any choice, and only what differs is told (Telecommunicatiewet art. 11.7a; AVG art. 6).
 *   followers  an advertiser or a social network, where a computer met none            unmet
 *   measuring  a party that the list names, where a computer met none                  partly
 *   more       other parties that nobody has on the list                               met, and told
 * Trips on: an advertiser's script behind `matchMedia('(max-width: 600px)')`. Near misses: advertisers that take turns,
 * so that another one is met each time; a picture for small screens from a content network.
 */
import { registrableDomain } from '../../lib/domain.ts'
import { defineCheck, whole } from '../reading/claims.ts'
import { details, few, tellAddress, tellHost } from '../reading/telling.ts'
import { hitsOf, trackersOn } from '../reading/tracking.ts'
import { outsideRequests, unsureOf } from '../reading/visit.ts'

export const phoneParties = defineCheck({
  id: 'phone-parties',
  needs: { session: ['before-consent'] },
  profiles: ['desktop', 'phone'],
  reasons: {
    'not-looked': 'unknown',
    same: whole('met', 'requests'),
    more: whole('met', 'requests'),
    // That a computer met none rests on all of it, too.
    measuring: whole('partly', 'requests'),
    followers: whole('unmet', 'requests'),
  },
  judge({ session }, { subject, lists }) {
    const [phone, computer] = [true, false].map((on) => session.filter(({ profile }) => (profile === 'phone') === on))
    if (!phone?.length || !computer?.length) return { reason: 'not-looked' }
    const [there, here] = [phone, computer].map((pages) =>
      trackersOn(pages, subject, lists).filter(({ weight }) => weight !== 'pattern'),
    )
    const heavy = there!.filter(({ weight }) => weight === 'found')
    const more =
      heavy.length > 0 && !here!.some(({ weight }) => weight === 'found') ? heavy : here!.length ? [] : there!
    const known = new Set(outsideRequests(computer, subject).map(({ host }) => registrableDomain(host)))
    const others = outsideRequests(phone, subject).filter(({ host }) => !known.has(registrableDomain(host)))
    const told = more.length > 0 ? more : others
    const seen = {
      count: new Set(told.map(({ host }) => registrableDomain(host))).size,
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      details: details([
        ...more.map(({ host, url, rule }) => `${tellHost(host, lists)}: ${tellAddress(url)} ← ${rule}`),
        ...others.map(({ host }) => tellHost(host, lists)),
      ]),
    }
    const unsure = unsureOf(session, subject, (one) => hitsOf(one, lists).length > 0)
    if (more.length > 0) return { reason: more === heavy ? 'followers' : 'measuring', seen, unsure }
    return { reason: others.length > 0 ? 'more' : 'same', seen, unsure }
  },
})
