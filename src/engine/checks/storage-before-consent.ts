/**
 * What is kept in the browser otherwise than as a cookie before consent: local and session storage, IndexedDB, caches,
 * in the page and in frames of others (Telecommunicatiewet art. 11.7a speaks of any information on the device).
 * Counted are keys known to be for analytics or marketing, and long values under a name such as `device-id` at another
 * party that follows people. Such a name and value that nobody knows is a doubt. Everything else is not held against a
 * site. Cookies have checks of their own.
 * Trips on: `yt-remote-device-id` in the frame of a video service. Near misses: `theme`, `cart`, a player's `volume`.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { tellNames, type Purpose } from '../reading/cookies.ts'
import { details, few } from '../reading/telling.ts'
import { storedOn, tellStored } from '../reading/tracking.ts'

export const storageBeforeConsent = defineCheck({
  id: 'storage-before-consent',
  needs: { session: ['before-consent'] },
  reasons: {
    none: whole('met', 'storage'),
    'site-statistics': 'unknown',
    unlisted: 'unknown',
    found: shown('unmet'),
    'found-and-unlisted': shown('unmet'),
  },
  judge({ session }, { subject, lists }) {
    const items = storedOn(session, subject, lists)
    // A long value may be anything; a doubt it is where it was seen that it could stand for one visitor.
    const of = (purpose: Purpose) => items.filter((item) => item.purpose === purpose)
    const [tracking, statistics] = [of('tracking'), of('site-statistics')]
    const unlisted = of('unlisted').filter(({ valueKind }) => valueKind === 'identifier')
    const told = [tracking, unlisted, statistics].find((each) => each.length > 0)
    if (!told) return { reason: 'none', seen: { count: items.length, pages: session.length } }
    const seen = {
      count: new Set(told.map(({ kind, key, origin }) => `${kind} ${key} ${origin}`)).size,
      names: tellNames(told, lists),
      hosts: few(told.map(({ host }) => host)),
      unlisted: tellNames(unlisted, lists),
      details: details([...tracking, ...statistics, ...unlisted].map(tellStored)),
    }
    if (tracking.length > 0) return { reason: unlisted.length > 0 ? 'found-and-unlisted' : 'found', seen }
    return { reason: unlisted.length > 0 ? 'unlisted' : 'site-statistics', seen }
  },
})
