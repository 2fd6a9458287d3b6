/** How a figure of a pledge is told: counts or a percentage, a course and a verdict as a word with a shape. */
import { number, share as shareIn } from '../../../web/language.ts'
import type { Measured } from '../../../model/covenant.ts'
import { shareOf } from '../../../scoring/course.ts'
import { COURSES, PLEDGE_OUTCOMES, type Course, type PledgeOutcome } from '../../../vocabulary/covenant.ts'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 2.2, strokeLinecap: 'round' } as const
const CHECK = <path d="M3.5 8.5 L6.7 11.7 L12.5 5" {...line} />
const CROSS = <path d="M4 4 L12 12 M12 4 L4 12" {...line} />
const DASH = <path d="M3.5 8 H12.5" {...line} />
const ASK = (
  <>
    <path d="M5.4 5.6 A2.7 2.7 0 1 1 8.9 8.2 Q8 8.6 8 10" {...line} />
    <circle cx="8" cy="13" r="1.2" fill="currentColor" />
  </>
)
const BEHIND = <path d="M8 3 V10.5 M4 7.5 L8 12 L12 7.5" {...line} />
const LATE = (
  <>
    <circle cx="8" cy="8" r="5.6" {...line} strokeWidth="1.8" />
    <path d="M8 4.8 V8.2 L10.2 9.6" {...line} strokeWidth="1.8" />
  </>
)

const SHAPES: Readonly<Record<Course, readonly [tone: string, shape: React.ReactNode]>> = {
  'on-course': ['met', CHECK],
  'at-risk': ['partly', BEHIND],
  'not-measured': ['unknown', ASK],
  'not-begun': ['not-applicable', DASH],
}
const SAID: Readonly<Record<PledgeOutcome, readonly [tone: string, shape: React.ReactNode]>> = {
  met: ['met', CHECK],
  'met-late': ['partly', LATE],
  'not-met': ['unmet', CROSS],
  lapsed: ['not-applicable', DASH],
}

const Badge = ({ tone, shape, word }: { tone: string; shape: React.ReactNode; word: string }) => (
  <span className={`ld-badge ld-badge--${tone}`}>
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {shape}
    </svg>
    {word}
  </span>
)

export function CourseBadge({ course }: { course: Course }) {
  const [tone, shape] = SHAPES[course]
  return <Badge tone={tone} shape={shape} word={COURSES[course]} />
}

export function OutcomeBadge({ outcome, daysLate }: { outcome: PledgeOutcome; daysLate: number | null }) {
  const [tone, shape] = SAID[outcome]
  const late = daysLate === null ? '' : ` (${daysLate} ${daysLate === 1 ? 'dag' : 'dagen'})`
  return <Badge tone={tone} shape={shape} word={`${PLEDGE_OUTCOMES[outcome]}${late}`} />
}

/** `47 van de 60 (78%)`; of fewer than ten the counts alone; of nothing that is known: that. */
export function figureWords(now: Measured | undefined): string {
  if (now === undefined) return 'nog niet gemeten'
  // What was seen before may have expired.
  if (now.among === 0) return 'nu niet gemeten'
  const share = shareOf(now)
  const counts = `${number('nl', now.count)} van de ${number('nl', now.among)}`
  return share === undefined ? counts : `${counts} (${shareIn('nl', share)})`
}

/** As `figureWords`, with of how many nothing is known. */
export const wholeWords = (now: Measured | undefined): string => `${figureWords(now)}${unknownWords(now)}`
/** `, van 5 niets bekend`; nothing where all is known. */
export const unknownWords = (now: Measured | undefined): string =>
  now === undefined || now.unknown === 0 ? '' : `, van ${number('nl', now.unknown)} niets bekend`

/** A share that is told to people: `80%`. */
export const shareWords = (share: number | undefined): string => (share === undefined ? 'niets' : shareIn('nl', share))
