/** The share that meets the aim before and after, of both groups: two lines and their names, as the table tells. */
import { nearPercent } from '../../web/language.ts'
import type { View } from '../../web/view.ts'
import { saysOutcome } from './messages-outcome.ts'

export type Shares = { readonly before: number; readonly after: number }
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BASE] = [360, 190, 34, 118, 14, 160]
const y = (share: number): number => Math.round(BASE - share * (BASE - TOP))
/** So far apart that both names can be read. */
const APART = 14

/** Where the names of the lines stand, the upper one above. */
function labels(first: number, waiting: number): readonly [number, number] {
  const [one, other] = [y(first), y(waiting)]
  if (Math.abs(one - other) >= APART) return [one + 4, other + 4]
  const middle = (one + other) / 2 + 4
  return one <= other ? [middle - APART / 2, middle + APART / 2] : [middle + APART / 2, middle - APART / 2]
}

export function BeforeAfter({ view, first, waiting }: { view: View; first: Shares; waiting: Shares }) {
  const { lang } = view
  const t = saysOutcome(lang)
  const went = ({ before, after }: Shares) => t.went(nearPercent(lang, before), nearPercent(lang, after))
  const [start, end] = [LEFT + 10, WIDTH - RIGHT]
  const [nameFirst, nameWaiting] = labels(first.after, waiting.after)
  return (
    <svg className="ld-trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="grafiek-t grafiek-d">
      <title id="grafiek-t">{t.chart}</title>
      <desc id="grafiek-d">{t.chartText(went(first), went(waiting))}</desc>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'ld-axis' : 'ld-tick'} d={`M${LEFT} ${y(tick)} H${end}`} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {Math.round(tick * 100)}
          </text>
        </g>
      ))}
      <path className="ld-line ld-line--promised" d={`M${start} ${y(waiting.before)} L${end} ${y(waiting.after)}`} />
      <path className="ld-line" d={`M${start} ${y(first.before)} L${end} ${y(first.after)}`} />
      {[
        { x: start, at: first.before },
        { x: end, at: first.after },
      ].map(({ x, at }) => (
        <circle key={x} className="ld-point" cx={x} cy={y(at)} r="4" />
      ))}
      {[
        { x: start, at: waiting.before },
        { x: end, at: waiting.after },
      ].map(({ x, at }) => (
        <rect key={x} className="ld-promised" x={x - 4} y={y(at) - 4} width="8" height="8" />
      ))}
      <text x={end + 10} y={nameFirst}>
        {`${t.first} ${nearPercent(lang, first.after)}`}
      </text>
      <text x={end + 10} y={nameWaiting}>
        {`${t.waiting} ${nearPercent(lang, waiting.after)}`}
      </text>
      <text x={start} y={HEIGHT - 10} textAnchor="middle">
        {t.before}
      </text>
      <text x={end} y={HEIGHT - 10} textAnchor="middle">
        {t.after}
      </text>
    </svg>
  )
}
