/**
 * The identity of a barrier: a rule and the traits of an element that stay when other things change (ADR 0108). What
 * sets two elements apart in none of these is counted.
 */
import { createHash } from 'node:crypto'
import type { Evidence, Marks } from '../../model/evidence.ts'

export type Traits = {
  readonly role: string
  readonly name: string
  /** The part of the page it stands in. */
  readonly landmark: string
  /** Tags around it that say something, outermost first, without their place in a row. */
  readonly path: string
  /** What the element says of itself: its name in a form, where it leads, its file. */
  readonly own: string
  readonly text: string
}

/** Twelve hexadecimal digits: of a million barriers two share one by chance in one of five hundred cases. */
export function markOf(rule: string, { role, name, landmark, path, own, text }: Traits): string {
  const told = [rule, role, name, landmark, path, own, text].map((part) => part.normalize('NFC'))
  return createHash('sha256').update(told.join('\n')).digest('hex').slice(0, 12)
}

/** How often each mark stands in a list. */
export const counted = (marks: readonly string[]): Marks =>
  marks.reduce<Record<string, number>>((all, mark) => ({ ...all, [mark]: (all[mark] ?? 0) + 1 }), {})

/** Of the barriers of one rule: how many are the same, how many are new, and how many are gone. */
export type Difference = { readonly same: number; readonly fresh: number; readonly gone: number }

const NONE: Difference = { same: 0, fresh: 0, gone: 0 }

/** What became of marks that were counted before. */
export function between(before: Marks, after: Marks): Difference {
  const all = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...all].reduce(({ same, fresh, gone }, mark) => {
    const [then, now] = [before[mark] ?? 0, after[mark] ?? 0]
    return {
      same: same + Math.min(then, now),
      fresh: fresh + Math.max(0, now - then),
      gone: gone + Math.max(0, then - now),
    }
  }, NONE)
}

/** The marks per rule on a page of which they were kept. */
type OnPage = ReadonlyMap<string, Marks>

function marksOn(evidence: Evidence): ReadonlyMap<string, OnPage> {
  const pages = new Map<string, Map<string, Marks>>()
  for (const { page, probe, phase, result } of evidence.pages) {
    if (!result.seen || phase !== 'before-consent') continue
    const per =
      probe === 'axe'
        ? result.value.violations.flatMap(({ rule, marks }) => (marks ? [[rule, marks] as const] : []))
        : probe === 'use'
          ? Object.entries(result.value.tried).map(([kind, { marks }]) => [`use-${kind}`, marks] as const)
          : undefined
    // A page without barriers is one of which all marks are known, unless they were not kept in that time.
    const kept = probe === 'use' || (probe === 'axe' && result.value.violations.every(({ marks }) => marks))
    if (per && kept) pages.set(page, new Map([...(pages.get(page) ?? []), ...per]))
  }
  return pages
}

/**
 * Per rule what became of the barriers between two measurements, over the pages that both saw; a rule of axe by its
 * name, a trial as `use-<kind>`. Evidence of before marks were kept says nothing.
 */
export function barriersBetween(before: Evidence, after: Evidence): ReadonlyMap<string, Difference> {
  const [then, now] = [marksOn(before), marksOn(after)]
  const told = new Map<string, Difference>()
  for (const [page, here] of now) {
    const there = then.get(page)
    if (!there) continue
    for (const rule of new Set([...there.keys(), ...here.keys()])) {
      const each = between(there.get(rule) ?? {}, here.get(rule) ?? {})
      const sum = told.get(rule) ?? NONE
      told.set(rule, { same: sum.same + each.same, fresh: sum.fresh + each.fresh, gone: sum.gone + each.gone })
    }
  }
  return told
}
