/** How the pages of agreements tell whether a point of the law is there: a word and a shape, never colour alone. */
import { pointName } from '../../registers/points.ts'
import type { Agreement, Held, Presence } from './points.ts'
import { lackingIn } from './points.ts'

const TOLD: Readonly<Record<Presence, readonly [shape: string, word: string]>> = {
  present: ['✓', 'staat erin'],
  partly: ['◐', 'staat er voor een deel in'],
  absent: ['✕', 'ontbreekt'],
  unknown: ['?', 'niet ingevuld'],
}

export function Told({ presence }: { presence: Presence }) {
  const [shape, word] = TOLD[presence]
  return (
    <span className="ld-oneline">
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  )
}

/** What an agreement misses, by how it misses it. */
export function Lacking({ agreement }: { agreement: Agreement }) {
  const lacking = lackingIn(agreement)
  if (lacking.length === 0) return 'Elk punt staat erin.'
  return [...Map.groupBy(lacking, ({ presence }) => presence)].map(([presence, points]) => (
    <span className="ld-block" key={presence}>
      <Told presence={presence} />: {points.map(({ point }: Held) => pointName(point)).join(', ')}
    </span>
  ))
}
