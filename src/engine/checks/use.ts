/**
 * What came out when a page was used otherwise than by mouse on a large screen, one check per trial. A trial that
 * cannot be sure by itself says `partly` (it is probably so) or asks a person to look (`unknown`), never `unmet`.
 * Trips on: lines that run out of a window of 320 px, text that is cut off when it gets more room, a field that lets no
 * keyboard go, a group of choices without a question. Near misses: a wide table, a menu that folds, a window that wants
 * an answer first, a carousel that stands still for who asked for less motion.
 */
import type { Check } from '../../model/check.ts'
import type { UseKind } from '../../model/evidence.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'

/** What is claimed when something is found. */
const CLAIMS = { firm: shown('unmet'), probably: shown('partly'), look: 'unknown' } as const

/** Per trial the success criterion of WCAG 2.1 that it is about (none: advice), and how sure it can be. */
const TRIALS: readonly (readonly [kind: UseKind, criterion: string | null, sure: keyof typeof CLAIMS])[] = [
  ['reflow', '1.4.10', 'firm'],
  ['spacing', '1.4.12', 'firm'],
  ['zoom', '1.4.4', 'firm'],
  ['orientation', '1.3.4', 'probably'],
  ['keyboard', '2.1.2', 'probably'],
  ['focus', '2.4.7', 'look'],
  ['order', '2.4.3', 'look'],
  ['colours', null, 'probably'],
  ['motion', '2.2.2', 'probably'],
  ['headings', '1.3.1', 'probably'],
  ['groups', '1.3.1', 'probably'],
  ['fields', '1.3.5', 'probably'],
  ['captions', '1.2.2', 'look'],
  ['sound', '1.4.2', 'look'],
]

/** The checks `use-reflow` and so on. */
export const useChecks: readonly Check<'use', 'found' | 'none-found' | 'nothing-to-try' | 'not-tried'>[] = TRIALS.map(
  ([kind, criterion, sure]) =>
    defineCheck({
      id: `use-${kind}`,
      needs: { use: ['before-consent'] },
      reasons: {
        found: CLAIMS[sure],
        'none-found': whole('met', 'barriers'),
        'nothing-to-try': whole('not-applicable', 'barriers'),
        'not-tried': 'unknown',
      },
      judge({ use }) {
        const tried = use.flatMap(({ page, value }) => {
          const each = value.tried[kind]
          return each ? [{ page, each }] : []
        })
        const sum = (of: 'looked' | 'count') => tried.reduce((all, { each }) => all + each[of], 0)
        const seen = {
          pages: use.length,
          elements: sum('count'),
          looked: sum('looked'),
          // One way to fail it that was not found leaves the other ways: no criterion is met by a trial.
          ...(criterion && sum('count') > 0 && { criterion }),
          details: tried
            .flatMap(({ page, each }) => each.spots.map(({ html, said, target }) => [page, said, target, html]))
            .slice(0, 20)
            .map((parts) => clip(parts.filter(Boolean).join(' · '))),
        }
        if (seen.elements > 0) return { reason: 'found', seen }
        // What was found nowhere may stand where it could not be tried.
        if (tried.length < use.length) return { reason: 'not-tried', seen }
        return { reason: seen.looked === 0 ? 'nothing-to-try' : 'none-found', seen }
      },
    }),
)
