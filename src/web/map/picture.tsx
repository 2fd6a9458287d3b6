/** The drawing of a map: background, then pictures of a service if there are any, then the marks. No script. */
import type { ReactNode } from 'react'
import type { Background, Position, Shape } from '../../model/map.ts'
import type { Lang } from '../language.ts'
import { drawnAt, edgesOf, HEIGHT, WIDTH } from './frame.ts'
import type { Carried } from './carried.ts'
import { calledMark, countOf, GROWN, signOf, type Mark, type Spot } from './marks.ts'
import type { Frame } from './projection.ts'
import { tilesOf, type Tiles } from './tiles.ts'

/** Names in the drawing: more would cover each other. */
const MOST_NAMES = 24

const round = (at: number): number => Math.round(at * 10) / 10

/** A line as a path; points that fall on the one before are left out. */
function pathOf(frame: Frame, line: readonly Position[], area: boolean): string {
  let last = ''
  const steps = line.flatMap((position) => {
    const { x, y } = drawnAt(frame, position)
    const step = `${round(x)} ${round(y)}`
    if (step === last) return []
    last = step
    return [step]
  })
  return steps.length < 2 ? '' : `M${steps.join('L')}${area ? 'Z' : ''}`
}

/** Whether any of it is near what is shown. */
function isNear(frame: Frame, { lines }: Shape): boolean {
  const [west, south, east, north] = edgesOf(frame)
  const all = lines.flat()
  const lons = all.map(([lon]) => lon)
  const lats = all.map(([, lat]) => lat)
  const [least, most] = [
    (values: number[]) => values.reduce((a, b) => Math.min(a, b)),
    (values: number[]) => values.reduce((a, b) => Math.max(a, b)),
  ]
  return least(lons) <= east && most(lons) >= west && least(lats) <= north && most(lats) >= south
}

/** Where the name of an area stands: the middle of its outline; of a line, its middle point. */
function nameAt(frame: Frame, { lines, area }: Shape) {
  const line = lines[0]!
  if (!area) return drawnAt(frame, line[Math.floor(line.length / 2)]!)
  const points = line.map((position) => drawnAt(frame, position))
  const middle = (pick: 'x' | 'y') =>
    (Math.min(...points.map((p) => p[pick])) + Math.max(...points.map((p) => p[pick]))) / 2
  return { x: middle('x'), y: middle('y') }
}

/** Which names are written first where two would cover each other. */
const FIRST: readonly Shape['kind'][] = ['district', 'water', 'green']
/** Of a name: the width of a letter and the height of a line, in units of the drawing. */
const [LETTER, LINE] = [7, 15]
type At = { readonly x: number; readonly y: number }
/** The marks of one width of the drawing; of two the style shows one. `grown`: how much larger signs and names are. */
type Layer<S extends Spot> = {
  readonly className: string | undefined
  readonly marks: readonly Mark<S>[]
  readonly grown: number
}

/** The names that stand clear of the marks and of each other, where all is drawn so much larger. */
function namesOf(frame: Frame, shapes: readonly Shape[], marks: readonly At[], grown: number) {
  const [letter, line] = [LETTER * grown, LINE * grown]
  const rank = ({ kind }: Shape) => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length)
  const kept: { shape: Shape; x: number; y: number; half: number }[] = []
  for (const shape of shapes.filter(({ name }) => name !== '').toSorted((a, b) => rank(a) - rank(b))) {
    const { x, y } = nameAt(frame, shape)
    const half = (shape.name.length * letter) / 2
    const inside = x - half > 0 && x + half < WIDTH && y > line && y < HEIGHT - line
    const clear =
      kept.every((each) => Math.abs(each.x - x) > each.half + half || Math.abs(each.y - y) > line) &&
      marks.every((mark) => Math.abs(mark.x - x) > half + line || Math.abs(mark.y - y) > line + 11 * grown)
    if (inside && clear && kept.length < MOST_NAMES) kept.push({ shape, x, y, half })
  }
  return kept
}

type GroundProps = { frame: Frame; background: Background; layers: readonly Layer<Spot>[]; names: boolean }
function Ground({ frame, background, layers, names }: GroundProps) {
  const shapes = background.shapes.filter((shape) => isNear(frame, shape))
  return (
    <g aria-hidden="true" className="ld-map__shapes">
      {shapes.map((shape, index) => (
        <path
          // oxlint-disable-next-line react/no-array-index-key -- shapes of one file have no other name
          key={index}
          className={`ld-map__${shape.kind}${shape.area ? '' : ' ld-map__line'}`}
          d={shape.lines.map((line) => pathOf(frame, line, shape.area)).join('')}
          fillRule="evenodd"
        />
      ))}
      {(names ? layers : []).map(({ className, marks, grown }) => (
        <g key={className ?? 'only'} className={className}>
          {namesOf(frame, shapes, marks, grown).map(({ shape, x, y }, index) => (
            <text
              // oxlint-disable-next-line react/no-array-index-key -- as above
              key={index}
              className={`ld-map__name ld-map__name--${shape.kind}`}
              x={round(x)}
              y={round(y)}
              textAnchor="middle"
            >
              {shape.name}
            </text>
          ))}
        </g>
      ))}
    </g>
  )
}

/** The areas of what stands on the map, below their signs. */
function Areas({ frame, spots }: { frame: Frame; spots: readonly Spot[] }) {
  const areas = spots.flatMap(({ id, area }) => (area ? [{ id, area }] : []))
  if (areas.length === 0) return null
  return (
    <g aria-hidden="true" className="ld-map__areas">
      {areas.map(({ id, area }) => (
        <path key={id} className="ld-map__area" d={pathOf(frame, area, true)} />
      ))}
    </g>
  )
}

/** The sign of one kind of thing, as on the map and in the legend. */
export const Sign = ({ kind }: { kind: number }) => <path {...signOf(kind)} />

/** How many there are at one mark. */
export function Count({ count }: { count: number }) {
  const { r, text } = countOf(count)
  return (
    <>
      <circle className="ld-map__group" r={r} />
      <text className="ld-map__count" y="4.5" textAnchor="middle">
        {text}
      </text>
    </>
  )
}

export function Picture<S extends Spot>({
  lang,
  label,
  frame,
  background,
  tiles,
  marks,
  narrow,
  kinds,
  to,
  byKeyboard = () => true,
  carried,
}: {
  lang: Lang
  label: string
  frame: Frame
  background: Background | undefined
  tiles: Tiles | undefined
  marks: readonly Mark<S>[]
  /** The same where the drawing is narrow; undefined: it always is. */
  narrow: readonly Mark<S>[] | undefined
  /** What each kind is called, by its number. */
  kinds: readonly string[]
  /** Where a mark leads; without it the drawing is one picture and leads nowhere. */
  to?: (mark: Mark<S>) => string
  /** Whether the marks take part in the order of the keyboard; many of them do not. */
  byKeyboard?: (marks: readonly Mark<S>[]) => boolean
  /** What a script needs to make a map of it that moves; undefined: none does. */
  carried?: Carried<S> | undefined
}) {
  const layers: readonly Layer<S>[] =
    narrow === undefined
      ? [{ className: undefined, marks, grown: GROWN }]
      : [
          { className: 'ld-map__wide', marks, grown: 1 },
          { className: 'ld-map__narrow', marks: narrow, grown: GROWN },
        ]
  const marked = (mark: Mark<S>, among: readonly Mark<S>[]) => {
    const [only] = mark.spots
    const sign: ReactNode = mark.spots.length === 1 ? <Sign kind={only!.kind} /> : <Count count={mark.spots.length} />
    const called = calledMark(lang, mark.spots, kinds)
    const at = `translate(${round(mark.x)} ${round(mark.y)})`
    // The shape grows on a narrow screen, by a style; the place stays, by an attribute.
    const body = (
      <g className="ld-map__mark">
        <circle className="ld-map__reach" r="14" />
        {sign}
      </g>
    )
    return (
      <g key={only!.id} transform={at}>
        {to === undefined ? (
          body
        ) : (
          <a
            href={to(mark)}
            aria-label={called}
            tabIndex={byKeyboard(among) ? undefined : -1}
            data-spots={among === marks ? carried?.spots(mark.spots) : undefined}
          >
            <title>{called}</title>
            {body}
          </a>
        )}
      </g>
    )
  }
  return (
    <svg
      className="ld-map"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role={to === undefined ? 'img' : 'group'}
      aria-label={label}
      focusable="false"
      data-map={carried?.map}
    >
      <rect className="ld-map__ground" width={WIDTH} height={HEIGHT} />
      {background ? <Ground {...{ frame, background, layers }} names={tiles === undefined} /> : null}
      {tiles === undefined ? null : (
        <g aria-hidden="true" className="ld-map__tiles">
          {tilesOf(tiles, frame).map(({ href, x, y, size }) => (
            // A hair wider than it is, or a line of the ground shows between two of them.
            <image
              key={href}
              href={href}
              x={round(x)}
              y={round(y)}
              width={round(size) + 0.6}
              height={round(size) + 0.6}
            />
          ))}
        </g>
      )}
      <Areas frame={frame} spots={marks.flatMap(({ spots }) => spots)} />
      {layers.map(({ className, marks: among }) => (
        <g key={className ?? 'only'} className={className}>
          {among.map((mark) => marked(mark, among))}
        </g>
      ))}
      <rect className="ld-map__edge" width={WIDTH} height={HEIGHT} />
    </svg>
  )
}
