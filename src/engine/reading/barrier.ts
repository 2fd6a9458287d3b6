/**
 * The identity of a barrier: a rule and the traits of an element that stay when other things change (ADR 0108). What
 * sets two elements apart in none of these is counted.
 */
import { createHash } from 'node:crypto'
import type { Evidence, Marks, PageRecord } from '../../model/evidence.ts'
import type { Difference } from '../../model/publication.ts'

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

/** The marks per rule on a page. `whole`: a rule of axe that is not among them found nothing there. */
type OnPage = { readonly marks: ReadonlyMap<string, Marks>; readonly whole: boolean }

function marksOn(evidence: Evidence): ReadonlyMap<string, OnPage> {
  const pages = new Map<string, OnPage>()
  for (const record of evidence.pages) {
    const here = record.phase === 'before-consent' ? marksIn(record) : undefined
    if (!here) continue
    const known = pages.get(record.page)
    const marks = new Map([...(known?.marks ?? []), ...here.marks])
    pages.set(record.page, { marks, whole: (known?.whole ?? false) || here.whole })
  }
  return pages
}

/** Undefined where something was not seen whole or not kept: it may hold what seems to be gone. */
function marksIn({ probe, result }: PageRecord): OnPage | undefined {
  if (!result.seen || (probe !== 'axe' && probe !== 'use') || result.value.lacks.barriers) return undefined
  // A trial that was not finished is absent, and then says nothing.
  if (probe === 'use')
    return {
      marks: new Map(Object.entries(result.value.tried).map(([kind, { marks }]) => [`use-${kind}`, marks])),
      whole: false,
    }
  const marks = new Map<string, Marks>()
  for (const { rule, count, marks: own } of result.value.violations) {
    if (!own || sumOf(own) < count) return undefined
    marks.set(rule, own)
  }
  return { marks, whole: true }
}

const sumOf = (marks: Marks): number => Object.values(marks).reduce((sum, count) => sum + count, 0)

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
    for (const rule of new Set([...there.marks.keys(), ...here.marks.keys()])) {
      const [old, young] = [marksOf(there, rule), marksOf(here, rule)]
      if (!old || !young) continue
      const each = between(old, young)
      const sum = told.get(rule) ?? NONE
      told.set(rule, { same: sum.same + each.same, fresh: sum.fresh + each.fresh, gone: sum.gone + each.gone })
    }
  }
  return told
}

const marksOf = ({ marks, whole }: OnPage, rule: string): Marks | undefined =>
  marks.get(rule) ?? (whole && !rule.startsWith('use-') ? {} : undefined)
