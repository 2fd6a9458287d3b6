/** The way of a case in three pieces: what was done, what is now, what comes. */
import { STATE_NAMES, type CaseState } from '../../../vocabulary/case.ts'
import { day, shortDay } from '../../../web/language.ts'
import { SHORT_WAY, WAY } from '../rules/words.ts'
import type { Case } from '../store/rows.ts'

/** Where the case is and the states after it. Beside the way (on hold, withdrawn) nothing certain comes. */
function nextOf({ row, steps }: Case): readonly CaseState[] {
  const short = steps.some(({ to }) => to === 'no-effect') && row.fullTest === null
  const way = short && SHORT_WAY.includes(row.state) ? SHORT_WAY : WAY
  const here = way.indexOf(row.state)
  return here < 0 ? [] : way.slice(here + 1)
}

/** The states that were left, each once, with the day it was left last. */
function doneOf({ row, steps }: Case) {
  const left = steps.flatMap(({ from, at }) => (from === null || from === row.state ? [] : [{ from, at }]))
  return [...new Map(left.map((step) => [step.from, step])).values()]
}

export function Line({ file }: { readonly file: Case }) {
  const { row, steps } = file
  const [done, next] = [doneOf(file), nextOf(file)]
  return (
    <ol className="ld-way" aria-label="Stappen van de zaak">
      {done.length === 0 ? null : (
        <li className="ld-way__done">
          <span className="ld-way__head">Gedaan</span>
          <ul>
            {done.map(({ from, at }) => (
              <li key={from}>
                {STATE_NAMES[from]} <span className="ld-quiet">({shortDay('nl', at)})</span>
              </li>
            ))}
          </ul>
        </li>
      )}
      <li className="ld-way__now" aria-current="step">
        <span className="ld-way__head">Nu</span>
        <strong>{STATE_NAMES[row.state]}</strong>
        <span className="ld-quiet">sinds {day('nl', steps.at(-1)?.at ?? row.createdAt)}</span>
      </li>
      {next.length === 0 ? null : (
        <li className="ld-way__next">
          <span className="ld-way__head">Straks</span>
          <ul>
            {next.map((state) => (
              <li key={state}>{STATE_NAMES[state]}</li>
            ))}
          </ul>
        </li>
      )}
    </ol>
  )
}
