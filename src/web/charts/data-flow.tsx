/**
 * Data that go from some to others: who gives on the left, who receives on the right, a numbered arrow for each flow.
 * It is narrow enough for a phone; every word in it stands in full, and again in the table beside it.
 */

export type Flow = {
  /** Of the flow, as in the table. */
  readonly no: number
  readonly from: string
  readonly to: string
  readonly personal: boolean
}

const WIDTH = 340
const BOX = 128
const LEFT = 2
const RIGHT = WIDTH - BOX - 2
/** Characters that fit on a line of a box. */
const LINE = 16
/** Of one word, drawn closer together: better than broken. */
const WORD = 19
const LINE_HEIGHT = 17
const PAD = 10
/** Between two arrows of one box, and between two boxes. */
const APART = 30
const GAP = 14
const TOP = 30

type Box = { readonly name: string; readonly lines: readonly string[]; readonly y: number; readonly height: number }

/** A word in parts that fit, about as long as each other, each with a hyphen where it goes on. */
function partsOf(word: string): readonly string[] {
  const letters = [...word]
  if (letters.length <= WORD) return [word]
  const size = Math.ceil(letters.length / Math.ceil(letters.length / (LINE - 1)))
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, at) => {
    const part = letters.slice(at * size, (at + 1) * size).join('')
    return (at + 1) * size < letters.length ? `${part}-` : part
  })
}

/** A text in lines that fit. */
export function wrapped(text: string, most = LINE): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap(partsOf)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** Boxes below each other, each as high as its words and its arrows ask, as near as can be to where it would like. */
function stacked(wishes: readonly { readonly name: string; readonly arrows: number; readonly y: number }[]) {
  const boxes = new Map<string, Box>()
  let floor = TOP
  for (const { name, arrows, y } of wishes) {
    const lines = wrapped(name)
    const height = Math.max(lines.length * LINE_HEIGHT + PAD, arrows * APART)
    const top = Math.max(floor, y - height / 2)
    boxes.set(name, { name, lines, y: top, height })
    floor = top + height + GAP
  }
  return boxes
}

/** Where the arrows of a box begin or end, in their order. */
const spread = ({ y, height }: Box, at: number, of: number): number => y + (height * (at + 0.5)) / of

const arrow = (y1: number, y2: number): string => {
  const [from, to] = [LEFT + BOX, RIGHT - 7]
  const middle = (from + to) / 2
  return `M${from} ${y1.toFixed(1)} C${middle} ${y1.toFixed(1)} ${middle} ${y2.toFixed(1)} ${to} ${y2.toFixed(1)}`
}

export function DataFlow({
  id,
  title,
  description,
  flows,
  heads,
}: {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly flows: readonly Flow[]
  readonly heads: readonly [from: string, to: string]
}) {
  const byFrom = Map.groupBy(flows, ({ from }) => from)
  const givers = stacked([...byFrom].map(([name, some]) => ({ name, arrows: some.length, y: 0 })))
  const starts = new Map(
    [...byFrom].flatMap(([name, some]) =>
      some.map((flow, at) => [flow, spread(givers.get(name)!, at, some.length)] as const),
    ),
  )
  const byTo = [...Map.groupBy(flows, ({ to }) => to)]
    .map(([name, some]) => ({
      name,
      some: some.toSorted((a, b) => starts.get(a)! - starts.get(b)!),
      arrows: some.length,
      y: some.reduce((sum, flow) => sum + starts.get(flow)!, 0) / some.length,
    }))
    .toSorted((a, b) => a.y - b.y)
  const receivers = stacked(byTo)
  const ends = new Map(
    byTo.flatMap(({ name, some }) =>
      some.map((flow, at) => [flow, spread(receivers.get(name)!, at, some.length)] as const),
    ),
  )
  const height = Math.max(...[...givers.values(), ...receivers.values()].map((box) => box.y + box.height)) + 4
  return (
    <svg className="ld-data-flow" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {heads.map((head, at) => (
        <text key={head} className="ld-data-flow__head" x={at === 0 ? LEFT : RIGHT} y="16">
          {head}
        </text>
      ))}
      {flows.map((flow) => {
        const [y1, y2] = [starts.get(flow)!, ends.get(flow)!]
        return (
          <g key={flow.no} className={flow.personal ? 'ld-data-flow__personal' : undefined}>
            <path className="ld-data-flow__line" d={arrow(y1, y2)} />
            <path
              className="ld-data-flow__point"
              d={`M${RIGHT - 9} ${y2 - 5} L${RIGHT} ${y2} L${RIGHT - 9} ${y2 + 5} Z`}
            />
            <circle cx={LEFT + BOX + 17} cy={y1} r="10" />
            <text className="ld-data-flow__no" x={LEFT + BOX + 17} y={y1 + 4.5}>
              {flow.no}
            </text>
          </g>
        )
      })}
      {[...givers.values()].map((box) => (
        <Words key={`van ${box.name}`} box={box} x={LEFT} />
      ))}
      {[...receivers.values()].map((box) => (
        <Words key={`naar ${box.name}`} box={box} x={RIGHT} />
      ))}
    </svg>
  )
}

function Words({ box: { lines, y, height }, x }: { box: Box; x: number }) {
  const first = y + height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4.5
  return (
    <>
      <rect x={x} y={y} width={BOX} height={height} rx="3" />
      {lines.map((words, at) => (
        <text
          key={`${at} ${words}`}
          x={x + 7}
          y={first + at * LINE_HEIGHT}
          {...(words.length > LINE ? { textLength: BOX - 14, lengthAdjust: 'spacingAndGlyphs' } : {})}
        >
          {words}
        </text>
      ))}
    </>
  )
}
