/**
 * Barriers that axe-core finds by itself, one check per WCAG success criterion. `met` means no barrier was found
 * automatically, never that the criterion is met: automatic tests see about half of the failures (W3C ACT test cases).
 * Trips on: a picture without alternative (1.1.1), too little contrast (1.4.3), a button without name (4.1.2).
 */
import { clip } from '../../lib/headers.ts'
import type { Check } from '../../model/check.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { CRITERIA, speaksOf } from '../reading/criteria.ts'
import type { Axe, AxeNode, Sighting } from '../../model/evidence.ts'

const REASONS = {
  barriers: shown('unmet'),
  'none-found': whole('met', 'barriers'),
  'none-found-partly': whole('met', 'barriers'),
  undecided: 'unknown',
  'nothing-to-test': whole('not-applicable', 'barriers'),
} as const

type AxeReason = keyof typeof REASONS

/** The checks `axe-1.1.1` and so on. */
export const axeChecks: readonly Check<'axe', AxeReason>[] = CRITERIA.map((criterion) => {
  return defineCheck({
    id: `axe-${criterion}`,
    needs: { axe: ['before-consent'] },
    reasons: REASONS,
    judge({ axe }) {
      const of: Of = (rules) => rules.filter(({ tags, count }) => count > 0 && speaksOf(tags, criterion))
      const total = (kind: 'violations' | 'passed' | 'incomplete') =>
        axe.flatMap(({ value }) => of<Counted>(value[kind])).reduce((sum, { count }) => sum + count, 0)
      const pagesWith = axe.filter(({ value }) => of(value.violations).length > 0)
      const seen = {
        pages: new Set(axe.map(({ page }) => page)).size,
        pagesWith: new Set(pagesWith.map(({ page }) => page)).size,
        elements: total('violations'),
        passed: total('passed'),
        undecided: total('incomplete'),
        ...confirmed(axe, of),
        rules: [...new Set(pagesWith.flatMap(({ value }) => of(value.violations).map(({ rule }) => rule)))].join(', '),
        framesMissed: axe.reduce((sum, { value }) => sum + value.framesMissed, 0),
        details: pagesWith.length > 0 ? lines(pagesWith, of, 'violations') : lines(axe, of, 'incomplete'),
      }
      if (seen.elements > 0) return { reason: 'barriers', seen }
      // What is decided of the few says nothing about the many of which it is not.
      if (seen.undecided > seen.passed) return { reason: 'undecided', seen }
      if (seen.passed === 0) return { reason: 'nothing-to-test', seen }
      return { reason: seen.undecided + seen.framesMissed > 0 ? 'none-found-partly' : 'none-found', seen }
    },
  })
})

type Counted = { readonly tags: readonly string[]; readonly count: number }

/** The rules that speak of one criterion and saw something. */
type Of = <Rule extends Counted>(rules: readonly Rule[]) => Rule[]

/** Of how many barriers the second engine says the same; nothing when it was not asked, or there are none. */
function confirmed(sightings: readonly Sighting<Axe>[], of: Of): { readonly confirmed?: number } {
  const counts = sightings.flatMap(({ value }) =>
    of<Axe['violations'][number]>(value.violations).flatMap(({ confirmed: count }) => count ?? []),
  )
  return counts.length === 0 ? {} : { confirmed: counts.reduce((sum, count) => sum + count, 0) }
}

type Told = Counted & { readonly rule: string; readonly nodes?: readonly AxeNode[] }

/** First one element of each rule on each page, then the second of each: so that twenty lines show most kinds. */
function lines(sightings: readonly Sighting<Axe>[], of: Of, kind: 'violations' | 'incomplete'): string[] {
  const mark = kind === 'incomplete' ? '? ' : ''
  const perRule = sightings.flatMap(({ page, value }) =>
    of<Told>(value[kind]).map(({ rule, count, nodes = [] }) =>
      nodes.length === 0
        ? [`${mark}${rule} · ${page} · ${count}×`]
        : nodes.slice(0, 20).map((node, index) => {
            const { target, html, frame } = node
            // The probe writes the way into a frame as `iframe >> img`; the page's own address may differ after a
            // redirect.
            const where = target.includes(' >> ') && frame !== page ? `${page} (frame ${frame})` : page
            return [`${mark}${rule}`, where, ...(index === 0 ? [`${count}×`] : []), target, html].join(' · ')
          }),
    ),
  )
  const rounds = Array.from({ length: 20 }, (_, round) => perRule.flatMap((each) => each[round] ?? []))
  return rounds
    .flat()
    .slice(0, 20)
    .map((line) => clip(line))
}
