/**
 * What everybody may read of groups of organisations: of ten or more, in steps that one who joins or leaves does not
 * move, and never so that what is left out can be computed from what is shown. Pure.
 */
import type { LandscapeTheme } from '../model/group.ts'
import type { ThemeId } from '../model/norm.ts'
import type { ThemeScore } from '../model/score.ts'
import { BATCH, LEAST } from '../vocabulary/group.ts'

/**
 * Of groups that together are a whole: which are left out. Fewer than ten are; and where those left out are together
 * fewer than ten, the smallest of the others too, or the whole less the rest would tell them. `hidden`: who is left
 * out already.
 */
export function leftOut(counts: ReadonlyMap<string, number>, hidden: ReadonlySet<string> = new Set()): Set<string> {
  const isOut = (name: string, count: number) => count > 0 && (count < LEAST || hidden.has(name))
  const out = new Set([...counts].flatMap(([name, count]) => (isOut(name, count) ? [name] : [])))
  const sum = () => [...out].reduce((total, name) => total + counts.get(name)!, 0)
  const others = [...counts]
    .filter(([name, count]) => count > 0 && !out.has(name))
    .toSorted(([one, small], [other, large]) => small - large || one.localeCompare(other))
  while (out.size > 0 && sum() < LEAST && others.length > 0) out.add(others.shift()![0])
  return out
}

/**
 * Whose scores stand in a publication: those of the one before, of ten or more, as long as fewer than five joined or
 * left since: so
 * two publications beside each other tell of nobody in which group they are. Who is no longer there is left off.
 */
export function membersShown(
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
  isThere: (organisation: string) => boolean,
): Set<string> {
  const kept = new Set([...before].filter(isThere))
  const moved = [...kept].filter((each) => !now.has(each)).length + [...now].filter((each) => !kept.has(each)).length
  return kept.size >= LEAST && moved < BATCH ? kept : new Set(now)
}

/** Downwards to a multiple of five. */
const byFives = (count: number): number => count - (count % BATCH)

export type Shown = { readonly name: string; readonly organisations: number | null; readonly themes: LandscapeTheme[] }

/** The groups of one kind, which together are a whole, with the scores of their members. */
export function landscapeOf(groups: ReadonlyMap<string, readonly (readonly ThemeScore[])[]>): Shown[] {
  const out = leftOut(new Map([...groups].map(([name, members]) => [name, members.length])))
  const shown = [...groups].filter(([name, members]) => members.length > 0 && !out.has(name))
  const scores = new Map<ThemeId, Map<string, number[]>>()
  for (const [name, members] of groups)
    for (const { theme, score } of members.flat()) {
      if (score === null) continue
      const of = scores.get(theme) ?? new Map<string, number[]>()
      of.set(name, [...(of.get(name) ?? []), score])
      scores.set(theme, of)
    }
  const themes = new Map<string, LandscapeTheme[]>()
  for (const [theme, of] of scores) {
    // Not everybody has a score on a theme: there too the whole less the rest would tell who is left out.
    const untold = leftOut(new Map([...of].map(([name, all]) => [name, all.length])), out)
    for (const [name, all] of of)
      if (!untold.has(name))
        themes.set(name, [...(themes.get(name) ?? []), { theme, median: middle(all), scored: byFives(all.length) }])
  }
  const isShown = new Set(shown.map(([name]) => name))
  return [...groups].map(([name, members]) => ({
    name,
    organisations: isShown.has(name) ? byFives(members.length) : null,
    themes: isShown.has(name) ? (themes.get(name) ?? []) : [],
  }))
}

/** The middle one, of an even number the mean of two, in steps of a twentieth. */
function middle(scores: readonly number[]): number {
  const sorted = scores.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const exact = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
  return Math.round(exact * 20) / 20
}
