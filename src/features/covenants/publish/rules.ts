/** What of a covenant everybody may read: the text without people, and never what points at one party. Pure. */
import type { CovenantText, PledgeTerms } from '../../../model/covenant.ts'
import type { CommentCount, CovenantDocument, PublicOpinion, PublicPledge } from '../../../model/public-covenant.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { mayTellTogether } from '../progress/rules.ts'

/** What stands where a name was that may not be read. */
const LEFT_OUT = '[naam weggelaten]'

/** The same with these names left out of every text in it. A name of one or two signs is in too many words. */
export function withoutNames<T>(held: T, names: readonly string[]): T {
  const known = names.filter((name) => name.length > 2).toSorted((one, other) => other.length - one.length)
  if (known.length === 0) return held
  const bare = (value: unknown): unknown => {
    if (typeof value === 'string') return known.reduce((text, name) => text.replaceAll(name, LEFT_OUT), value)
    if (Array.isArray(value)) return value.map(bare)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bare(each)]))
  }
  return bare(held) as T
}

/** Whether one of these names stands anywhere in it. */
export const holdsName = (held: unknown, names: readonly string[]): boolean =>
  JSON.stringify(held) !== JSON.stringify(withoutNames(held, names))

/** Who is behind a figure on a day, by who may be read: without a name anywhere, or named, but not at this pledge. */
export type BehindOn = (day: string) => { readonly unnamed: readonly string[]; readonly together: readonly string[] }

/** After so many days the work of all is in what one who came or went makes the difference. */
const MIXED_DAYS = 90

/**
 * The figures that may be told, the oldest first, with the day from which. One is held back while fewer than ten
 * parties without a name came or went since the one before it: what differs would be theirs. Of who is named at the
 * covenant and told together here it waits until nobody came or went for ninety days. `changes`: days when one did.
 */
export function tellable<T extends { readonly on: string }>(
  figures: readonly T[],
  behindOn: BehindOn,
  { changes, today }: { readonly changes: readonly string[]; readonly today: string },
): readonly (T & { readonly told: string })[] {
  const told: (T & { readonly told: string })[] = []
  let before: ReturnType<typeof setsOn> | undefined
  for (const [index, figure] of figures.entries()) {
    const next = figures[index + 1]?.on
    const until = next === undefined ? today : daysAfter(next, -1)
    const same = before === undefined || mayTellTogether(apart(setsOn(behindOn, figure.on).together, before.together))
    const day = same ? figure.on : restedFrom(figure.on, changes)
    if (day > until && day !== figure.on) continue
    const now = setsOn(behindOn, day)
    if (!mayTellTogether(now.unnamed.size + now.together.size)) continue
    if (before !== undefined && !mayTellTogether(apart(now.unnamed, before.unnamed))) continue
    told.push({ ...figure, told: day })
    before = now
  }
  return told
}

const setsOn = (behindOn: BehindOn, day: string) => {
  const { unnamed, together } = behindOn(day)
  return { unnamed: new Set(unnamed), together: new Set(together) }
}

/** The first day from this one on before which nobody came or went for so long. */
function restedFrom(on: string, changes: readonly string[]): string {
  let day = on
  for (const change of changes.toSorted())
    if (change <= day && daysAfter(change, MIXED_DAYS) > day) day = daysAfter(change, MIXED_DAYS)
  return day
}

/** How many are in one of the two and not in the other. */
const apart = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((each) => !other.has(each)).length + [...other].filter((each) => !one.has(each)).length

/** A pledge without the people behind it. `baseline`: whether that may be told. */
export function publicPledge(terms: PledgeTerms, baseline: boolean): PublicPledge {
  const { count, among, unknown, on, strength } = terms.baseline
  return {
    id: terms.id,
    title: terms.title,
    norms: terms.norms,
    method: terms.method,
    unitWords: terms.unitWords,
    direction: terms.direction,
    decision: terms.decision,
    baseline: baseline ? { count, among, unknown, on, strength } : null,
    steps: terms.steps.map((step) => ({ on: step.on, value: step.value })),
    target: terms.target,
    due: terms.due,
    tolerance: terms.tolerance,
    proof: terms.proof,
    least: terms.least,
    verifier: terms.verifier.function,
    owner: terms.owner.function,
    onMiss: terms.onMiss,
    level: terms.level,
    first: terms.first ? { target: terms.first.target, due: terms.first.due } : null,
    amendments: (terms.amendments ?? []).map(({ on: day, why, agreed, before = [] }) => ({
      on: day,
      why,
      agreed,
      // A begin that may not be read is not told as what it was either.
      before: before.filter(({ term }) => baseline || term !== 'baseline'),
    })),
  }
}

export type Released = {
  readonly title: string
  readonly text: CovenantText
  /** Names that may not be read: of who takes part without consent, or has not had its term. */
  readonly unnamed: readonly string[]
  readonly opinions: readonly PublicOpinion[]
  readonly comments: readonly CommentCount[]
}

/** What becomes public of a version: no person, no name that may not be read, no figure. */
export const publicDocument = ({ title, text, unnamed, opinions, comments }: Released): CovenantDocument =>
  withoutNames(
    {
      title,
      articles: text.articles,
      pledges: text.pledges.map((terms) => publicPledge(terms, false)),
      exercises: text.exercises,
      opinions,
      comments,
    },
    unnamed,
  )

/** Comments of parties, counted by the article and version they are about, in the order of the text. */
export function commentCounts(
  comments: readonly { readonly version: number; readonly article: string; readonly state: string }[],
  titles: ReadonlyMap<string, string>,
): readonly CommentCount[] {
  const counts = new Map<
    string,
    { version: number; article: string; adopted: number; declined: number; answered: number }
  >()
  for (const { version, article, state } of comments) {
    if (state !== 'adopted' && state !== 'declined' && state !== 'answered') continue
    const key = `${version}/${article}`
    const each = counts.get(key) ?? { version, article, adopted: 0, declined: 0, answered: 0 }
    each[state] += 1
    counts.set(key, each)
  }
  const order = [...titles.keys()]
  return [...counts.values()]
    .map((each) => ({ ...each, title: titles.get(each.article) ?? each.article }))
    .toSorted((one, other) => one.version - other.version || order.indexOf(one.article) - order.indexOf(other.article))
}

/** What was told to a party, and what came of it. */
export type Told = {
  readonly until: string
  readonly objectedAt: Date | null
  readonly goesOn: boolean | null
}
/** `free`: it may be public. `out`: it stays out, after an objection. */
export type Hearing = 'untold' | 'waiting' | 'objected' | 'free' | 'out'

/** How far a party is heard about something, on a day. */
export function hearingOf(told: Told | undefined, today: string): Hearing {
  if (told === undefined) return 'untold'
  if (told.objectedAt !== null && told.goesOn === null) return 'objected'
  if (told.goesOn === false) return 'out'
  return told.until < today ? 'free' : 'waiting'
}
