/** How the pages of agreements tell whether a point of the law is there: a word and a shape, never colour alone. */
import { pointName } from '../../registers/points.ts'
import { lackingIn, WORST, type Agreement, type Presence } from './points.ts'

const TOLD: Readonly<Record<Presence, readonly [shape: string, word: string]>> = {
  present: ['✓', 'staat erin'],
  partly: ['◐', 'staat er voor een deel in'],
  absent: ['✕', 'ontbreekt'],
  unknown: ['?', 'niet ingevuld'],
}

export function Told({ presence }: { presence: Presence }) {
  const [shape, word] = TOLD[presence]
  return (
    <>
      <span aria-hidden="true">{shape}</span> {word}
    </>
  )
}

/** What an agreement misses, by how it misses it. */
export function Lacking({ agreement }: { agreement: Agreement }) {
  const lacking = lackingIn(agreement)
  if (lacking.length === 0) return 'Elk punt staat erin.'
  const by = Map.groupBy(lacking, ({ presence }) => presence)
  return (
    <div>
      {WORST.filter((presence) => by.has(presence)).map((presence) => (
        <div key={presence}>
          <Told presence={presence} />:{' '}
          {by
            .get(presence)!
            .map(({ point }) => pointName(point))
            .join(', ')}
        </div>
      ))}
    </div>
  )
}
