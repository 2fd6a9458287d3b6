/**
 * How the municipality does with requests, as everybody may read it: no count of one to four, and none that follows
 * from the others. Pure.
 */
import { FEWEST, HELPED, type Helped, type RequestOutcome } from '../../vocabulary/request.ts'
import type { RequestFigure } from '../../model/request.ts'

/** A request that was answered in the period: days that it took, without those of waiting for who asked. */
export type Answered = {
  readonly kind: string
  readonly days: number
  readonly inTerm: boolean
  readonly outcome: RequestOutcome
}
/** A second look that ended in the period, and whether its answer was another than the one before. */
export type Look = { readonly kind: string; readonly changed: boolean }
/** What somebody said in the period of whether an answer helped. */
export type SaidHelp = { readonly kind: string; readonly word: Helped }
/** Counted beside the answers: second looks, whether answers helped, and what still waited at the end, by kind. */
export type Beside = {
  readonly looks: readonly Look[]
  readonly helped: readonly SaidHelp[]
  readonly open: Readonly<Record<string, number>>
}

/** Within how many days an answer came, as everybody reads it: each without the one before. */
const DAYS = { 'days-2': 2, 'days-5': 5, 'days-10': 10, 'days-more': Infinity } as const
const daysOf = (days: number) => (Object.keys(DAYS) as (keyof typeof DAYS)[]).find((each) => days <= DAYS[each])

/** Counts that are told, by kind; those that add up to `answered` stand together. */
const SPLITS = [
  ['in-term', 'late'],
  ['granted', 'partly', 'refused', 'passed-on'],
  ['days-2', 'days-5', 'days-10', 'days-more'],
] as const
/** The same for second looks. */
const LOOKS = ['changed', 'same'] as const
/** And for what was said of answers. */
const SAID = ['helped-yes', 'helped-partly', 'helped-no'] as const
const COUNTS = ['received', 'open', 'answered', ...SPLITS.flat(), 'again', ...LOOKS, 'helped-said', ...SAID] as const
type Count = (typeof COUNTS)[number]

/** The value at a share of the sorted days, of which as many are at most that (nearest rank). */
function rank(days: readonly number[], share: number): number {
  const sorted = days.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

/** Of which kinds there are counts, and of all together under the empty name. */
type Cells = Map<string, { value: number; hidden: boolean }>
const cell = (kind: string, count: Count): string => `${kind}/${count}`

/**
 * The figures of one period: `received` by kind, and what was answered in it. Withdrawn and merged requests are no
 * answers. A count from one to four is hidden, and beside it the smallest part of each sum that it is in, over and over
 * until no hidden one can be taken from the rest. None at all is told. Days are told where five or more counted.
 */
export function figuresOf(
  kinds: readonly string[],
  received: Readonly<Record<string, number>>,
  all: readonly Answered[],
  { looks, helped, open }: Beside,
): readonly RequestFigure[] {
  const answers = all.filter(({ outcome }) => outcome !== 'withdrawn' && outcome !== 'merged')
  const cells: Cells = new Map()
  const count = (kind: string, which: Count, value: number) =>
    cells.set(cell(kind, which), { value, hidden: value > 0 && value < FEWEST })
  for (const kind of ['', ...kinds]) {
    const own = answers.filter((each) => kind === '' || each.kind === kind)
    const of = (holds: (one: Answered) => boolean) => own.filter(holds).length
    const counted = (by: Readonly<Record<string, number>>): number =>
      kind === '' ? kinds.reduce((sum, each) => sum + (by[each] ?? 0), 0) : (by[kind] ?? 0)
    count(kind, 'received', counted(received))
    count(kind, 'open', counted(open))
    count(kind, 'answered', own.length)
    count(
      kind,
      'in-term',
      of(({ inTerm }) => inTerm),
    )
    count(
      kind,
      'late',
      of(({ inTerm }) => !inTerm),
    )
    for (const outcome of SPLITS[1])
      count(
        kind,
        outcome,
        of((each) => each.outcome === outcome),
      )
    for (const days of SPLITS[2])
      count(
        kind,
        days,
        of((each) => daysOf(each.days) === days),
      )
    const seen = looks.filter((each) => kind === '' || each.kind === kind)
    const changed = seen.filter((each) => each.changed).length
    count(kind, 'again', seen.length)
    count(kind, 'changed', changed)
    count(kind, 'same', seen.length - changed)
    const said = helped.filter((each) => kind === '' || each.kind === kind)
    count(kind, 'helped-said', said.length)
    for (const word of HELPED) count(kind, `helped-${word}`, said.filter((each) => each.word === word).length)
  }
  hideWhatFollows(cells, sumsOf(kinds))
  const counts = [...cells].map(([at, { value, hidden }]) => {
    const [kind, measure] = at.split('/') as [string, Count]
    return { kind, measure, value: hidden ? null : value }
  })
  const days = ['', ...kinds].flatMap((kind) => {
    const own = answers.filter((each) => kind === '' || each.kind === kind).map((each) => each.days)
    const shown = own.length >= FEWEST && !cells.get(cell(kind, 'answered'))!.hidden
    return (
      [
        ['median', 0.5],
        ['ninetieth', 0.9],
      ] as const
    ).map(([measure, share]) => ({
      kind,
      measure,
      value: shown ? rank(own, share) : null,
    }))
  })
  return [...counts, ...days]
}

/** Every sum that a reader can make: a whole first, then its parts. */
export function sumsOf(kinds: readonly string[]): readonly (readonly string[])[] {
  const down = COUNTS.map((count) => ['', ...kinds].map((kind) => cell(kind, count)))
  const across = ['', ...kinds].flatMap((kind) => [
    ...SPLITS.map((split) => [cell(kind, 'answered'), ...split.map((count) => cell(kind, count))]),
    [cell(kind, 'again'), ...LOOKS.map((count) => cell(kind, count))],
    [cell(kind, 'helped-said'), ...SAID.map((count) => cell(kind, count))],
  ])
  return [...down, ...across]
}

/** Hides beside each hidden cell that can be worked out one more of a sum that it is in, the smallest first. */
function hideWhatFollows(cells: Cells, sums: readonly (readonly string[])[]): void {
  const isHidden = (at: string): boolean => cells.get(at)!.hidden
  // A nought hides nothing: it goes last.
  const weight = (at: string): number => cells.get(at)!.value || Infinity
  const hideOne = (sum: readonly string[]): boolean => {
    const next = sum.filter((at) => !isHidden(at)).toSorted((a, b) => weight(a) - weight(b) || a.localeCompare(b))[0]
    if (next !== undefined) cells.get(next)!.hidden = true
    return next !== undefined
  }
  for (let changed = true; changed;) {
    changed = false
    for (const sum of sums) {
      const hidden = sum.filter(isHidden)
      // Parts of one sum that are fewer than five together tell of fewer than five.
      const parts = hidden.filter((at) => at !== sum[0])
      const few = parts.reduce((total, at) => total + cells.get(at)!.value, 0) < FEWEST
      if (hidden.length === 1 || (hidden.length > 1 && !isHidden(sum[0]!) && few)) changed = hideOne(sum) || changed
    }
    if (changed) continue
    const known = workedOut([...cells.keys()].filter(isHidden), sums)
    changed = sums.some((sum) => known.some((at) => sum.includes(at)) && hideOne(sum))
  }
}

/**
 * The hidden cells that follow from the sums and the shown ones, however many sums it takes: those whose equation
 * stands alone after elimination (Gauss-Jordan).
 */
export function workedOut(hidden: readonly string[], sums: readonly (readonly string[])[]): readonly string[] {
  const place = new Map(hidden.map((at, index) => [at, index]))
  const rows = sums.map((sum) => {
    const row = hidden.map(() => 0)
    sum.forEach((at, index) => {
      const column = place.get(at)
      if (column !== undefined) row[column] = index === 0 ? 1 : -1
    })
    return row
  })
  let top = 0
  for (let column = 0; column < hidden.length && top < rows.length; column++) {
    const pivot = rows.findIndex((row, index) => index >= top && Math.abs(row[column]!) > 1e-9)
    if (pivot === -1) continue
    ;[rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!]
    const by = rows[top]![column]!
    rows[top] = rows[top]!.map((value) => value / by)
    rows.forEach((row, index) => {
      const times = row[column]!
      if (index !== top && times !== 0) rows[index] = row.map((value, at) => value - times * rows[top]![at]!)
    })
    top++
  }
  return rows.flatMap((row) => {
    const left = row.flatMap((value, at) => (Math.abs(value) > 1e-9 ? [hidden[at]!] : []))
    return left.length === 1 ? left : []
  })
}
