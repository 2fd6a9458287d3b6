/** A theme through the publications: a line with gaps where there was no figure, and marks for what changed. */
import { scaleLinear } from 'd3-scale'

const WIDTH = 320
const HEIGHT = 128
const LEFT = 30
const RIGHT = 12
const TOP = 10
const BASE = 92

export type Moment = {
  readonly no: number
  readonly label: string
  readonly score: number | null
  readonly bySubject: boolean
  readonly byNorm: boolean
}

/** Pieces of the line between gaps, as SVG paths. */
export function pieces(
  moments: readonly Moment[],
  x: (index: number) => number,
  y: (score: number) => number,
): readonly string[] {
  const paths: string[] = []
  let path = ''
  for (const [index, moment] of moments.entries()) {
    if (moment.score === null) {
      if (path !== '') paths.push(path)
      path = ''
    } else path += `${path === '' ? 'M' : 'L'}${x(index).toFixed(1)} ${y(moment.score).toFixed(1)}`
  }
  if (path !== '') paths.push(path)
  return paths
}

export function Trend({
  id,
  title,
  description,
  moments,
}: {
  id: string
  title: string
  description: string
  moments: readonly Moment[]
}) {
  const x = scaleLinear([0, Math.max(1, moments.length - 1)], [LEFT + 8, WIDTH - RIGHT - 8])
  const y = scaleLinear([0, 1], [BASE, TOP])
  const ends = [moments[0], moments.at(-1)]
  return (
    <svg className="ld-trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {[0, 50, 100].map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'ld-axis' : 'ld-tick'} d={`M${LEFT} ${y(tick / 100)} H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={y(tick / 100) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {pieces(moments, x, y).map((path) => (
        <path key={path} className="ld-line" d={path} />
      ))}
      {moments.map((moment, index) => (
        <g key={moment.no}>
          {moment.score === null ? null : (
            <circle className="ld-point" cx={x(index)} cy={y(moment.score)} r={moments.length > 12 ? 2.5 : 4} />
          )}
          {moment.bySubject ? <circle className="ld-mark ld-mark--subject" cx={x(index)} cy={BASE + 10} r="4" /> : null}
          {moment.byNorm ? (
            <path className="ld-mark ld-mark--norm" d={`M${x(index)} ${BASE + 15} l5 5 l-5 5 l-5 -5 Z`} />
          ) : null}
        </g>
      ))}
      <text x={LEFT} y={HEIGHT - 2}>
        {ends[0]?.label}
      </text>
      {moments.length > 1 ? (
        <text x={WIDTH - RIGHT} y={HEIGHT - 2} textAnchor="end">
          {ends[1]?.label}
        </text>
      ) : null}
    </svg>
  )
}
