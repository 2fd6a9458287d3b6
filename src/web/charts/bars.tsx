/** Bars that go along with a number: a score in a row, the division of verdicts, the progress of a measurement. */
import type { VerdictWord } from '../../model/finding.ts'
import { points } from '../language.ts'
import type { View } from '../view.ts'

/** A score as a number and a small bar, or in words why there is none. */
export function ScoreBar({ view, score, coverage }: { view: View; score: number | null; coverage: number | null }) {
  if (score === null)
    return <span className="ld-noscore">{coverage === null ? view.m.score.notApplicable : view.m.score.tooLittle}</span>
  return (
    <span className="ld-score">
      <span className="ld-score__number">{points(view.lang, score)}</span>
      <svg
        className="ld-score__bar"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className="ld-track" width="100" height="8" />
        <rect className="ld-fill" width={Math.round(score * 100)} height="8" />
      </svg>
    </span>
  )
}

const order: readonly VerdictWord[] = ['met', 'partly', 'unmet', 'unknown']

/** How verdicts divide over addresses, from met to unknown; the table beside names the numbers. */
export function Division({
  id,
  title,
  description,
  counts,
}: {
  id: string
  title: string
  description: string
  counts: Readonly<Partial<Record<VerdictWord, number>>>
}) {
  const all = order.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0)
  if (all === 0) return null
  const upTo = (index: number) => order.slice(0, index).reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0)
  return (
    <svg
      className="ld-division"
      viewBox="0 0 600 20"
      preserveAspectRatio="none"
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {order.map((verdict, index) => {
        const width = ((counts[verdict] ?? 0) / all) * 600
        return width === 0 ? null : (
          <rect
            key={verdict}
            className={`ld-part ld-part--${verdict}`}
            x={(upTo(index) / all) * 600}
            width={Math.max(1, width - 2)}
            height="20"
          />
        )
      })}
    </svg>
  )
}

export function Progress({ label, share }: { label: string; share: number }) {
  return (
    <svg
      className="ld-progress"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: ${Math.floor(share * 100)}%`}
    >
      <rect className="ld-track" width="100" height="4" />
      <rect className="ld-fill" width={Math.min(100, Math.round(share * 100))} height="4" />
    </svg>
  )
}
