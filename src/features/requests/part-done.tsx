/** What was just done with a request, above everything else: a reader hears it first. */
import { againOpen, doneOf, unhelped, type FollowedProps } from './follow-props.ts'
import { doneSays } from './messages-done.ts'
import { follows } from './messages-follow.ts'

/** `done`: of the address that one comes from; nothing is said of what was not done just now. */
export function Done({ view, followed, done = '', now, today }: FollowedProps) {
  const [t, says] = [follows(view.lang), doneSays(view.lang)]
  const found = doneOf(followed, done, now)
  const again = found && againOpen(found.request, today)
  const told =
    done === 'wissen' && !followed.known
      ? says.forgotten
      : found === undefined
        ? ''
        : [
            says.done[found.step],
            found.step === 'withdrawn' && found.request.wipeOn !== null ? says.wiped(found.request.wipeOn) : '',
            found.step === 'helped' && unhelped(found.request) && again !== undefined ? says.askAgain(again) : '',
            ANSWERED_BY.includes(found.step) && found.request.stoppedSince === null && today <= found.request.due
              ? t.due(found.request.due)
              : '',
          ]
            .filter(Boolean)
            .join(' ')
  return told === '' ? null : (
    <div className="utrecht-alert utrecht-alert--info ld-told ld-noprint" role="status">
      <p>{told}</p>
    </div>
  )
}
/** After these the day of the answer is told. */
const ANSWERED_BY: readonly string[] = ['added', 'file', 'again', 'declined']
