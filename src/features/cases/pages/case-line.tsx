/** The line of steps. */
import { STATE_NAMES } from '../../../model/case.ts'
import { day } from '../../../web/language.ts'
import { SHORT_WAY, WAY } from '../rules/words.ts'
import type { Case } from '../store/rows.ts'
import { name } from './part.ts'

/** The line of steps: what was done, by whom and when; where it is; what comes. */
export function Line({ file }: { file: Case }) {
  const { row, steps } = file
  const full =
    steps.some(({ to }) => to === 'no-effect') && row.fullTest === null && SHORT_WAY.includes(row.state)
      ? SHORT_WAY
      : WAY
  const here = full.indexOf(row.state)
  const way =
    here < 0
      ? [...WAY.slice(0, Math.max(0, ...steps.map(({ from }) => WAY.indexOf(from ?? 'draft') + 1))), row.state]
      : full
  return (
    <ol className="ld-line" aria-label="Stappen van de zaak">
      {way.map((state) => {
        const left = steps.findLast(({ from }) => from === state)
        const now = state === row.state
        const done = !now && (here < 0 || way.indexOf(state) < way.indexOf(row.state))
        return (
          <li
            key={state}
            className={now ? 'ld-line__now' : done ? 'ld-line__done' : undefined}
            aria-current={now ? 'step' : undefined}
          >
            <span className="ld-line__name">{STATE_NAMES[state]}</span>
            <span className="ld-quiet">
              {now
                ? 'hier staat de zaak'
                : done
                  ? left
                    ? `${name(file, left.by)}, ${day('nl', left.at)}`
                    : 'overgeslagen'
                  : 'volgt'}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
