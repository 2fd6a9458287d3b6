/**
 * Whether refusing is as easy as agreeing, where a site asks for consent (AVG art. 4 lid 11 and art. 7; EDPB report of
 * the cookie banner taskforce, January 2023): on the same layer, in as many steps, and as easy to see. Only of a
 * refusal that worked: the question was gone, and was not asked again.
 *   even          one press, and nothing about the button is in its way                               met
 *   less-visible  one press, on something a third as large, much paler or not drawn as a button       partly
 *   more-steps    agreeing takes one press, refusing more                                             unmet
 * Trips on: "Accepteren" beside "Instellingen", behind which one refuses. Near misses: two buttons of one size in two
 * colours; a refusal as a link beside agreeing as a link; a notice that asks nothing.
 */
import type { ConsentAsked, ConsentControl } from '../../model/evidence.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { NOT_ANSWERED, notAnswered } from '../reading/consent-seen.ts'
import { few } from '../reading/telling.ts'

/** From here on letters are hard to read (WCAG 2.2, 1.4.3), and a button is easy to miss beside the other. */
const READABLE = 4.5
const SMALL = { area: 1 / 3, letters: 0.75 } as const

export const rejectAsEasy = defineCheck({
  id: 'reject-as-easy',
  needs: { session: ['before-consent'], consent: ['after-reject'] },
  reasons: {
    ...NOT_ANSWERED,
    'no-accept': 'unknown',
    'asked-again': 'unknown',
    unclear: 'unknown',
    even: shown('met'),
    'less-visible': shown('partly'),
    'more-steps': shown('unmet'),
  },
  judge({ session, consent }, { lists }) {
    const refused = notAnswered(consent, session, lists)
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
    return { reason: reject && isLess(reject, accept) ? 'less-visible' : 'even', seen }
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

/** A control as one line. */
function tell({ kind, text, width, height, contrast, drawn }: ConsentControl): string {
  const more = [...(contrast === null ? [] : [`${contrast}:1`]), ...(drawn ? ['button'] : [])]
  return `${kind}: ${text} (${[`${width} × ${height}`, ...more].join(', ')})`
}
