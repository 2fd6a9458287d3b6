/**
 * Whether a question for consent leaves the choice to whoever is asked (AVG art. 4 lid 11 and art. 7 lid 4; HvJ EU
 * C-673/17, Planet49): nothing is ticked beforehand, and going on is not taken as a yes. Looked at is every layer that
 * we walked through; who asks nothing is not held to it.
 *   onwards  "door verder te gaan gaat u akkoord"                     unmet
 *   ticked   a box that one can untick was ticked beforehand          unmet
 *   counting only one of statistics was, which may need no consent    unknown
 * Trips on: "Marketing" ticked behind "Instellingen". Near misses: "Noodzakelijk" ticked and fixed; "door op Akkoord te
 * klikken"; "u kunt verder gaan zonder cookies".
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { NOT_ANSWERED, notAnswered } from '../reading/consent-seen.ts'
import { isCounting, onwardsIn } from '../reading/consent-words.ts'
import { few } from '../reading/telling.ts'

export const consentFreelyGiven = defineCheck({
  id: 'consent-freely-given',
  needs: { session: ['before-consent'], consent: ['after-reject'] },
  reasons: {
    ...NOT_ANSWERED,
    counting: 'unknown',
    free: shown('met'),
    ticked: shown('unmet'),
    onwards: shown('unmet'),
  },
  judge({ session, consent }, { lists }) {
    const layers = consent.flatMap(({ value }) => value.asked)
    const onwards = layers.flatMap(({ text }) => onwardsIn(text) ?? [])
    const ticked = layers.flatMap(({ boxes }) => boxes.filter((box) => box.ticked && !box.fixed))
    const seen = { boxes: few(ticked.map(({ label }) => label.slice(0, 40))), details: onwards }
    if (onwards.length > 0) return { reason: 'onwards', seen }
    if (ticked.some(({ label }) => !isCounting(label))) return { reason: 'ticked', seen }
    if (ticked.length > 0) return { reason: 'counting', seen }
    const refused = notAnswered(consent, session, lists)
    return { reason: typeof refused === 'string' ? refused : 'free', seen }
  },
})
