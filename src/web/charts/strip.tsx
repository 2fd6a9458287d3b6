/** How organisations are spread over a theme: a dot for each, or a histogram when there are too many to tell apart. */
import { max } from 'd3-array'
import { scaleLinear } from 'd3-scale'

const WIDTH = 640
const EDGE = 10

export type Dot = { readonly key: string; readonly name: string; readonly score: number; readonly to: string }

/** Dots in columns; each with the height at which it stands in its column. */
export function stack(
  dots: readonly Dot[],
  radius: number,
): readonly { readonly dot: Dot; readonly column: number; readonly level: number }[] {
  const columns = new Map<number, number>()
  const wide = Math.floor((WIDTH - 2 * EDGE) / (2 * radius + 1))
  return dots
    .toSorted((a, b) => a.score - b.score || a.name.localeCompare(b.name, 'nl'))
    .map((dot) => {
      const column = Math.round(Math.min(1, Math.max(0, dot.score)) * wide)
      const level = columns.get(column) ?? 0
      columns.set(column, level + 1)
      return { dot, column, level }
    })
}

function Median({ at, height }: { at: number; height: number }) {
  return (
    <g className="ld-median">
      <path d={`M${at} 2 V${height}`} strokeWidth="2" />
      <path d={`M${at - 5} ${height + 8} L${at + 5} ${height + 8} L${at} ${height} Z`} />
    </g>
  )
}

function Frame({
  id,
  title,
  description,
  height,
  children,
}: {
  id: string
  title: string
  description: string
  height: number
  children: React.ReactNode
}) {
  return (
    <svg className="ld-strip" viewBox={`0 0 ${WIDTH} ${height + 10}`} role="group" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <path className="ld-axis" d={`M${EDGE} ${height} H${WIDTH - EDGE}`} />
      {[0.25, 0.5, 0.75].map((tick) => (
        <path key={tick} className="ld-tick" d={`M${EDGE + tick * (WIDTH - 2 * EDGE)} 0 V${height}`} />
      ))}
      {children}
    </svg>
  )
}

/**
 * A dot per organisation, each a link. The dots leave the tab order (the table beside has the same links), so a
 * keyboard does not have to walk past hundreds of them.
 */
export function DotStrip({
  id,
  title,
  description,
  dots,
  median,
  mark,
}: {
  id: string
  title: string
  description: string
  dots: readonly Dot[]
  median: number | null
  mark: (score: number) => string
}) {
  const busy = dots.length > 150
  const radius = busy ? 4 : dots.length > 60 ? 6 : 8
  const placed = stack(dots, radius)
  const highest = max(placed, (each) => each.level) ?? 0
  const step = Math.min(2 * radius + 1, 140 / (highest + 1))
  const height = Math.max(64, Math.ceil((highest + 1) * step + 14))
  const wide = Math.floor((WIDTH - 2 * EDGE) / (2 * radius + 1))
  const x = scaleLinear([0, 1], [EDGE, WIDTH - EDGE])
  return (
    <Frame id={id} title={title} description={description} height={height}>
      {median === null ? null : <Median at={x(median)} height={height} />}
      {placed.map(({ dot, column, level }) => (
        <a key={dot.key} href={dot.to} tabIndex={-1} aria-label={`${dot.name}: ${mark(dot.score)}`}>
          <circle
            className="ld-dot"
            cx={Math.round(x(column / wide) * 10) / 10}
            cy={Math.round((height - radius - 3 - level * step) * 10) / 10}
            r={radius}
          >
            <title>{`${dot.name}: ${mark(dot.score)}`}</title>
          </circle>
        </a>
      ))}
    </Frame>
  )
}

/** Twenty bars of five points. */
export function Histogram({
  id,
  title,
  description,
  counts,
  median,
}: {
  id: string
  title: string
  description: string
  counts: readonly number[]
  median: number | null
}) {
  const height = 96
  const x = scaleLinear([0, 1], [EDGE, WIDTH - EDGE])
  const y = scaleLinear([0, Math.max(1, max(counts) ?? 1)], [0, height - 8])
  return (
    <Frame id={id} title={title} description={description} height={height}>
      {counts.map((count, index) =>
        count === 0 ? null : (
          <rect
            key={index}
            className="ld-bar"
            x={x(index / counts.length) + 1}
            width={x(1 / counts.length) - x(0) - 2}
            y={height - y(count)}
            height={y(count)}
          >
            <title>{`${index * 5}–${index * 5 + 5}: ${count}`}</title>
          </rect>
        ),
      )}
      {median === null ? null : <Median at={x(median)} height={height} />}
    </Frame>
  )
}
