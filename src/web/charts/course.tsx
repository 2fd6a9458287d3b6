/**
 * What was promised as a broken line, what is known as dots with a line between. What each sign means stands below it
 * in words; the table beside it says the same as the picture.
 */
import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BASE] = [420, 170, 38, 14, 12, 140] as const
const time = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** `on`: a day, `2026-11-28`; `share`: 0 to 1. */
export type Point = { readonly on: string; readonly share: number }

/**
 * `known`: where it was seen; fewer than two make no line. `signs`: what they mean. `label`: a day as it stands under
 * the axis.
 */
export function CourseChart({
  id,
  title,
  signs,
  promised,
  known,
  today,
  label,
}: {
  id: string
  title: string
  signs: { readonly promised: string; readonly known: string }
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
    <figure className="ld-figure">
      <svg
        className="ld-trend ld-course"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby={`${id}-t`}
        aria-describedby={`${id}-d`}
      >
        <title id={`${id}-t`}>{title}</title>
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
      <figcaption id={`${id}-d`} className="ld-signs">
        <p>
          <Sign>
            <path className="ld-line ld-line--promised" d="M1 8 H35" />
            <path className="ld-promised" d="M14 8 h8 m-4 -4 v8" />
          </Sign>{' '}
          {signs.promised}
        </p>
        {known.length === 0 ? null : (
          <p>
            <Sign>
              <path className="ld-line" d="M1 8 H35" />
              <circle className="ld-point" cx="18" cy="8" r="4" />
            </Sign>{' '}
            {signs.known}
          </p>
        )}
      </figcaption>
    </figure>
  )
}

/** A sign as it stands in the picture, beside its words. */
function Sign({ children }: { children: ReactNode }) {
  return (
    <svg className="ld-signs__sign" viewBox="0 0 36 16" width="36" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}
