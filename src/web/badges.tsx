/** Verdicts and legal statuses: always a word and a shape, never colour alone. */
import type { VerdictWord } from '../model/finding.ts'
import type { Criterion, LegalStatus } from '../model/norm.ts'
import type { View } from './view.ts'

const shapes: Readonly<Record<VerdictWord, React.ReactNode>> = {
  met: (
    <path
      d="M3.5 8.5 L6.7 11.7 L12.5 5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  partly: (
    <>
      <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M8 2.6 A5.4 5.4 0 0 0 8 13.4 Z" fill="currentColor" />
    </>
  ),
  unmet: <path d="M4 4 L12 12 M12 4 L4 12" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
  unknown: (
    <>
      <path
        d="M5.4 5.6 A2.7 2.7 0 1 1 8.9 8.2 Q8 8.6 8 10"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
      />
      <circle cx="8" cy="13" r="1.2" fill="currentColor" />
    </>
  ),
  'not-applicable': <path d="M3.5 8 H12.5" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
}

/**
 * In which words a verdict is told. What a program tests for accessibility speaks of barriers, for it cannot prove
 * conformity; advice that weighs nothing is never told as not met.
 */
export type Told = 'verdict' | 'barrier' | 'advice'

/** In which words a verdict on a criterion is told; one that the catalogue lost speaks plainly. */
export function toldOf(criterion: Criterion | undefined): Told {
  if (criterion?.means.by === 'check' && criterion.means.check.startsWith('axe-')) return 'barrier'
  return criterion?.weight === 0 ? 'advice' : 'verdict'
}

/** Advice that is not followed is an open circle: a cross would say that something is wrong. */
const advised = <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.8" />

/** The verdict in words. */
export const verdictWord = ({ m }: Pick<View, 'm'>, verdict: VerdictWord, told: Told): string => m[told][verdict]

export function VerdictBadge({ view, verdict, told }: { view: Pick<View, 'm'>; verdict: VerdictWord; told: Told }) {
  const advice = told === 'advice' && verdict === 'unmet'
  return (
    <span className={`ld-badge ld-badge--${advice ? 'advice' : verdict}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {advice ? advised : shapes[verdict]}
      </svg>
      {verdictWord(view, verdict, told)}
    </span>
  )
}

// Filled: a law. Half: a law for some, or a standard or policy. Open: an agreement.
const marks: Readonly<Record<LegalStatus, React.ReactNode>> = {
  'law-public': <rect x="3" y="3" width="10" height="10" fill="currentColor" />,
  'law-all': (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="4" y="4" width="8" height="8" fill="currentColor" />
    </>
  ),
  'law-part': (
    <>
      <rect x="3" y="3" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M3 13 L13 3 V13 Z" fill="currentColor" />
    </>
  ),
  framework: (
    <path d="M8 2 L14 8 L8 14 L2 8 Z" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" />
  ),
  agreement: <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
}

/** `label`: said instead of the status, where that means something else for whom it is about. */
export function StatusBadge({ view, status, label }: { view: View; status: LegalStatus; label?: string | undefined }) {
  return (
    <span className={`ld-status ld-status--${status.startsWith('law') ? 'law' : status}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {marks[status]}
      </svg>
      {label ?? view.m.status[status]}
    </span>
  )
}
