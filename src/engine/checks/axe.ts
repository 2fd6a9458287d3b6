/**
 * Barriers that axe-core finds by itself, one check per WCAG success criterion. `met` means no barrier was found
 * automatically, never that the criterion is met: automatic tests see about half of the failures (W3C ACT test cases).
 * Trips on: a picture without alternative (1.1.1), too little contrast (1.4.3), a button without name (4.1.2).
 */
import { clip } from '../../lib/headers.ts'
import type { Check } from '../../model/check.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Axe, Sighting } from '../../model/evidence.ts'

/**
 * Success criteria of WCAG 2.1 A and AA for which axe-core 4.14.1 has a rule that can fail: no experimental, deprecated
 * or best-practice rule, and none that only ever asks for a human look (1.2.2, 1.4.2, 2.4.1 and 3.3.2 have nothing
 * else). 2.5.8 is WCAG 2.2. The test beside this file holds the list against axe-core's own metadata.
 */
const CRITERIA = [
  '1.1.1',
  '1.3.1',
  '1.3.5',
  '1.4.1',
  '1.4.3',
  '1.4.4',
  '1.4.12',
  '2.1.1',
  '2.2.1',
  '2.2.2',
  '2.4.2',
  '2.4.4',
  '2.5.3',
  '2.5.8',
  '3.1.1',
  '3.1.2',
  '4.1.2',
]

/** Rules with one of these tags say nothing about the criterion, or not for sure. */
const NOT_DEFINITE = ['experimental', 'deprecated', 'best-practice', 'review-item', 'wcag2a-obsolete']

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
  const tag = `wcag${criterion.replaceAll('.', '')}`
  return defineCheck({
    id: `axe-${criterion}`,
    needs: { axe: ['before-consent'] },
    reasons: REASONS,
    judge({ axe }) {
      const of: Of = (rules) =>
        rules.filter(
          ({ tags, count }) => count > 0 && tags.includes(tag) && !tags.some((each) => NOT_DEFINITE.includes(each)),
        )
      const total = (kind: 'violations' | 'passed' | 'incomplete') =>
        axe.flatMap(({ value }) => of<Counted>(value[kind])).reduce((sum, { count }) => sum + count, 0)
      const pagesWith = axe.filter(({ value }) => of(value.violations).length > 0)
      const seen = {
        pages: new Set(axe.map(({ page }) => page)).size,
        pagesWith: new Set(pagesWith.map(({ page }) => page)).size,
        elements: total('violations'),
        passed: total('passed'),
        undecided: total('incomplete'),
        rules: [...new Set(pagesWith.flatMap(({ value }) => of(value.violations).map(({ rule }) => rule)))].join(', '),
        framesMissed: axe.reduce((sum, { value }) => sum + value.framesMissed, 0),
        details: pagesWith.length > 0 ? barriers(pagesWith, of) : undecidedRules(axe, of),
      }
      if (seen.elements > 0) return { reason: 'barriers', seen }
      if (seen.passed > 0)
        return { reason: seen.undecided + seen.framesMissed > 0 ? 'none-found-partly' : 'none-found', seen }
      return { reason: seen.undecided > 0 ? 'undecided' : 'nothing-to-test', seen }
    },
  })
})

type Counted = { readonly tags: readonly string[]; readonly count: number }

/** The rules that speak of one criterion and saw something. */
type Of = <Rule extends Counted>(rules: readonly Rule[]) => Rule[]

/** First one element of each rule on each page, then the second of each: so that twenty lines show most kinds. */
function barriers(sightings: readonly Sighting<Axe>[], of: Of): string[] {
  const perRule = sightings.flatMap(({ page, value }) =>
    of(value.violations).map(({ rule, count, nodes }) =>
      nodes.length === 0
        ? [`${rule} · ${page} · ${count}×`]
        : nodes.slice(0, 20).map((node, index) => {
            const { target, html, frame } = node
            // The probe writes the way into a frame as `iframe >> img`; the page's own address may differ after a
            // redirect.
            const where = target.includes(' >> ') && frame !== page ? `${page} (frame ${frame})` : page
            return [rule, where, ...(index === 0 ? [`${count}×`] : []), target, html].join(' · ')
          }),
    ),
  )
  const rounds = Array.from({ length: 20 }, (_, round) => perRule.flatMap((lines) => lines[round] ?? []))
  return rounds
    .flat()
    .slice(0, 20)
    .map((line) => clip(line))
}

function undecidedRules(sightings: readonly Sighting<Axe>[], of: Of): string[] {
  const lines = sightings.flatMap(({ page, value }) =>
    of<Axe['incomplete'][number]>(value.incomplete).map(({ rule, count }) => clip(`? ${rule} · ${page} · ${count}×`)),
  )
  return lines.slice(0, 20)
}
