/**
 * Whether refusing is as easy as agreeing, where a site asks for consent (AVG art. 4 lid 11 and art. 7; EDPB report of
 * the cookie banner taskforce, January 2023): on the same layer, in as many steps, and as easy to see. Of a refusal
 * that worked: the question was gone, and was not asked again; or of a question in which nothing refuses.
 *   even          one press, and nothing about the button is in its way                               met
 *   stands-out    only agreeing has a surface of its own beside what has an edge                      unknown
 *   shaming       one press, on words that make whoever refuses look foolish                          partly
 *   less-visible  one press, on something a third as large, much paler or not drawn as a button       partly
 *   more-steps    agreeing takes one press, refusing more                                             unmet
 *   none          nothing in it refuses, closes or leads on, and the yes lets in followers            unmet
 * Trips on: "Accepteren" beside "Instellingen", behind which one refuses; "Akkoord" alone, and an advertiser after it.
 * Near misses: two buttons of one size in two colours; a refusal as a link beside agreeing as a link; a notice that
 * asks nothing; a cross, a button that we do not know or that may unfold more, a yes that adds nothing, or a page of
 * which we do not know what followed on it before.
 */
import type { ConsentAsked, ConsentControl } from '../../model/evidence.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { byChoice, deadEnd, onlyAgrees, unsureBefore, yesAdds } from '../reading/consent-only-yes.ts'
import { NOT_ANSWERED, notAnswered } from '../reading/consent-seen.ts'
import { shames } from '../reading/consent-words.ts'
import { few } from '../reading/telling.ts'

/** From here on letters are hard to read (WCAG 2.2, 1.4.3), and a button is easy to miss beside the other. */
const READABLE = 4.5
const SMALL = { area: 1 / 3, letters: 0.75 } as const
/** A surface that is seen as one (WCAG 2.2, 1.4.11), and one that an eye does not tell from what is around it. */
const SURFACE = { plain: 3, hardly: 1.5 } as const

export const rejectAsEasy = defineCheck({
  id: 'reject-as-easy',
  needs: { session: ['before-consent'], consent: ['after-reject', 'after-accept'] },
  reasons: {
    ...NOT_ANSWERED,
    'not-walked': 'unknown',
    'no-accept': 'unknown',
    'asked-again': 'unknown',
    unclear: 'unknown',
    'stands-out': 'unknown',
    even: shown('met'),
    shaming: shown('partly'),
    'less-visible': shown('partly'),
    'more-steps': shown('unmet'),
    none: whole('unmet', 'content', 'requests', 'cookies', 'storage'),
  },
  judge({ session, consent }, { subject, lists }) {
    const walks = byChoice(consent)
    if (walks.refused.length === 0) return { reason: 'not-walked' }
    const end = deadEnd(walks.refused)
    const added = end && onlyAgrees(end) ? yesAdds(walks.agreed, session, subject, lists) : []
    if (end && added.length > 0) {
      const accept = few(end.controls.flatMap(({ kind, text }) => (kind === 'accept' ? [text] : [])))
      const seen = { accept, added: few(added), details: end.controls.map(tell) }
      return { reason: 'none', seen, unsure: unsureBefore(session, subject, lists) }
    }
    const refused = notAnswered(walks.refused, session, lists)
    if (typeof refused === 'string') return { reason: refused }
    const [walk] = refused.map(({ value }) => value)
    const first = walk!.asked[0]!
    const accept = first.controls.find(({ kind }) => kind === 'accept')
    const { steps } = walk!
    const seen = {
      steps: steps.length,
      accept: accept?.text ?? '',
      reject: few(steps.map(({ text }) => text)),
      details: first.controls.map(tell),
    }
    if (!accept) return { reason: 'no-accept', seen }
    // A choice that is not kept was perhaps not heard.
    if (walk!.again === true) return { reason: 'asked-again', seen }
    if (steps.length > 1) {
      // Beside a button that we do not understand, nobody says that there is no shorter way.
      const unclear = first.controls.filter(({ kind }) => kind === 'other')
      return unclear.length > 0
        ? { reason: 'unclear', seen: { ...seen, other: few(unclear.map(({ text }) => text)) } }
        : { reason: 'more-steps', seen }
    }
    const reject = pressed(first, steps[0]!.text)
    if (!reject) return { reason: 'even', seen }
    if (isLess(reject, accept)) return { reason: 'less-visible', seen }
    if (shames(reject.text)) return { reason: 'shaming', seen }
    return { reason: standsOut(accept, reject) ? 'stands-out' : 'even', seen }
  },
})

const pressed = ({ controls }: ConsentAsked, text: string): ConsentControl | undefined =>
  controls.find((control) => control.kind === 'reject' && control.text === text) ??
  controls.find((control) => control.text === text)

/** Whether an eye finds the one harder than the other. */
function isLess(reject: ConsentControl, accept: ConsentControl): boolean {
  const area = ({ width, height }: ConsentControl) => width * height
  const pale = reject.contrast !== null && reject.contrast < READABLE
  const paler = pale && accept.contrast !== null && accept.contrast >= READABLE
  const smaller = area(reject) < area(accept) * SMALL.area || reject.letters < accept.letters * SMALL.letters
  return paler || smaller || (accept.drawn && !reject.drawn)
}

/** Whether only the one has a surface that one sees; in evidence of before nobody looked. */
const standsOut = (accept: ConsentControl, reject: ConsentControl): boolean =>
  (accept.surface ?? 0) >= SURFACE.plain && (reject.surface ?? SURFACE.hardly) < SURFACE.hardly

/** A control as one line. */
function tell({ kind, text, width, height, contrast, drawn, surface }: ConsentControl): string {
  const more = [
    ...(contrast === null ? [] : [`${contrast}:1`]),
    ...(surface === undefined || surface === null ? [] : [`surface ${surface}:1`]),
    ...(drawn ? ['button'] : []),
  ]
  return `${kind}: ${text} (${[`${width} × ${height}`, ...more].join(', ')})`
}
