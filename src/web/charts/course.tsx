/** What was promised as a broken line, what is known as dots with a line between; the table beside it says it too. */
import { scaleLinear } from 'd3-scale'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BASE] = [420, 170, 38, 14, 12, 140] as const
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** `on`: a day, `2026-11-28`; `share`: 0 to 1. */
export type Point = { readonly on: string; readonly share: number }

/** `known`: where it was seen; fewer than two make no line. `label`: a day as it stands under the axis. */
export function CourseChart({
  id,
  title,
  description,
  promised,
  known,
  today,
  label,
}: {
  id: string
  title: string
  description: string
  promised: readonly Point[]
  known: readonly Point[]
  today: string
  label: (day: string) => string
}) {
  const days = [...promised, ...known].map(({ on }) => on).sort()
  const [first, last] = [days[0] ?? today, [...days, today].sort().at(-1)!]
  const x = scaleLinear([time(first), Math.max(time(last), time(first) + 1)], [LEFT, WIDTH - RIGHT])
  const y = scaleLinear([0, 1], [BASE, TOP])
  const path = (points: readonly Point[]) =>
    points
      .map(({ on, share }, at) => `${at === 0 ? 'M' : 'L'}${x(time(on)).toFixed(1)} ${y(share).toFixed(1)}`)
      .join('')
  return (
    <svg
      className="ld-trend ld-course"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {[0, 50, 100].map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'ld-axis' : 'ld-tick'} d={`M${LEFT} ${y(tick / 100)} H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={y(tick / 100) + 4} textAnchor="end">
            {tick}%
          </text>
        </g>
      ))}
      <path className="ld-line ld-line--promised" d={path(promised)} />
      {promised.map(({ on, share }) => (
        <path key={on} className="ld-promised" d={`M${x(time(on)) - 4} ${y(share)} h8 m-4 -4 v8`} />
      ))}
      {known.length < 2 ? null : <path className="ld-line" d={path(known)} />}
      {known.map(({ on, share }) => (
        <circle key={on} className="ld-point" cx={x(time(on))} cy={y(share)} r={known.length > 12 ? 2.5 : 4} />
      ))}
      <text x={LEFT} y={HEIGHT - 8}>
        {label(first)}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end">
        {label(last)}
      </text>
    </svg>
  )
}
