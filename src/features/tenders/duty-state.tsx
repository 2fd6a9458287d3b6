/** How a duty stands, as a mark with a word: no tick for what nobody looked at. */
import type { Duty } from './duty-store.ts'
import { shownOf, type DutyShown } from './rules/duty.ts'

const SHOWN: Readonly<Record<DutyShown, readonly [shape: string, word: string]>> = {
  unseen: ['○', 'nog niet nagegaan'],
  unsure: ['?', 'niet vast te stellen'],
  rehearsed: ['○', 'overstap geoefend'],
  kept: ['✓', 'nagekomen'],
  breached: ['✕', 'niet nagekomen'],
  ended: ['–', 'beëindigd'],
}

/** The mark and the word of a duty. */
export const State = ({ duty }: { duty: Duty }) => {
  const [shape, word] = SHOWN[shownOf(duty.state, duty.last)]
  return (
    <>
      <span aria-hidden="true">{shape}</span> {word}
    </>
  )
}
