/**
 * Whether a question for consent leaves the choice to whoever is asked (AVG art. 4 lid 11 and art. 7 lid 4; HvJ EU
 * C-673/17, Planet49): nothing is ticked beforehand, going on is not taken as a yes, and the page is not kept from
 * whoever does not agree (EDPB Guidelines 05/2020, 39 to 41). Looked at is every layer that we walked through; who asks
 * nothing is not held to it. That a refusal may cost money is not settled (EDPB Opinion 08/2024 is of large platforms).
 *   onwards  "door verder te gaan gaat u akkoord"                                            unmet
 *   ticked   a box that one can untick and that says it follows was ticked beforehand        unmet
 *   wall     it lies over the page, only agrees, and the yes lets in followers               partly
 *   pay      it lies over the page, and beside the yes stands what asks money                unknown
 *   counting only one of statistics was ticked, which may need no consent                    unknown
 *   box      something was ticked of which the words do not say what it is for               unknown
 * Trips on: "Marketing" ticked behind "Instellingen"; "Akkoord" alone over the whole page. Near misses: "Noodzakelijk"
 * or "Onthoud mijn keuze" ticked; "Geen tracking" or "Voorkeuren" ticked (unknown); "door op Akkoord te klikken"; a
 * notice at the foot, also in a layer over the page that lets presses through; a yes that adds nothing.
 */
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { byChoice, deadEnd, onlyAgrees, unsureBefore, yesAdds } from '../reading/consent-only-yes.ts'
import { NOT_ANSWERED, notAnswered } from '../reading/consent-seen.ts'
import { onwardsIn } from '../reading/consent-onwards.ts'
import { asksMoney, boxKind } from '../reading/consent-words.ts'
import { few } from '../reading/telling.ts'

/** Share of the window from which nothing of the page is left to use; evidence of before does not say what is. */
const ALL = 0.8

export const consentFreelyGiven = defineCheck({
  id: 'consent-freely-given',
  needs: { session: ['before-consent'], consent: ['after-reject', 'after-accept'] },
  reasons: {
    ...NOT_ANSWERED,
    'not-walked': 'unknown',
    counting: 'unknown',
    box: 'unknown',
    pay: 'unknown',
    free: shown('met'),
    wall: whole('partly', 'content', 'requests', 'cookies', 'storage'),
    ticked: shown('unmet'),
    onwards: shown('unmet'),
  },
  judge({ session, consent }, { subject, lists }) {
    const { refused, agreed } = byChoice(consent)
    if (refused.length === 0) return { reason: 'not-walked' }
    const layers = refused.flatMap(({ value }) => value.asked)
    const onwards = layers.flatMap(({ text }) => onwardsIn(text) ?? [])
    const ticked = layers
      .flatMap(({ boxes }) => boxes.filter((box) => box.ticked && !box.fixed))
      .map(({ label }) => ({ label, kind: boxKind(label) }))
      .filter(({ kind }) => kind !== 'needed')
    const seen = { boxes: few(ticked.map(({ label }) => label.slice(0, 40))), details: onwards }
    if (onwards.length > 0) return { reason: 'onwards', seen }
    if (ticked.some(({ kind }) => kind === 'following')) return { reason: 'ticked', seen }
    if (ticked.some(({ kind }) => kind === 'unclear')) return { reason: 'box', seen }
    if (ticked.length > 0) return { reason: 'counting', seen }
    const asked = deadEnd(refused)
    if (asked && (asked.blocks ?? 0) >= ALL) {
      const [accept, money] = [
        few(asked.controls.flatMap(({ kind, text }) => (kind === 'accept' ? [text] : []))),
        few(asked.controls.flatMap(({ kind, text }) => (kind === 'other' && asksMoney(text) ? [text] : []))),
      ]
      if (accept !== '' && money !== '') return { reason: 'pay', seen: { ...seen, accept, money } }
      const added = yesAdds(agreed, session, subject, lists)
      if (onlyAgrees(asked) && added.length > 0) {
        const unsure = unsureBefore(session, subject, lists)
        return { reason: 'wall', seen: { ...seen, accept, added: few(added) }, unsure }
      }
    }
    const answered = notAnswered(refused, session, lists)
    return { reason: typeof answered === 'string' ? answered : 'free', seen }
  },
})
