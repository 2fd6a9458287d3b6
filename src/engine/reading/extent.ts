/** How much was seen, held against what an answer claims: a claim stands only on what was seen whole (ADR 0021). */
import type { AnyCheck, Answer, Lacking } from '../../model/check.ts'
import type { Lacks, Observed, Part, Unseen } from '../../model/evidence.ts'
import type { Seen, VerdictWord } from '../../model/finding.ts'

/**
 * Why a page that was planned and not seen may hold what was found nowhere else: an error of the server passes, and a
 * page that came empty or kept sending on is there. A link to nothing (`gone`), to a file or to another site is no page
 * of this one.
 */
export const DOUBT: ReadonlySet<Unseen> = new Set([
  'dns-failed',
  'unreachable',
  'timeout',
  'tls-failed',
  'redirect-loop',
  'http-error',
  'blocked',
  'rate-limited',
  'empty',
  'too-large',
  'too-heavy',
  'crashed',
  'probe-failed',
])

type Measured = { readonly lacks?: Lacks } | null

/** What is lacking of one piece of evidence, and of what was read by itself within it. */
export function lackingOf(value: unknown, page: string | null): Lacking[] {
  const own = Object.entries((value as Measured)?.lacks ?? {})
  const within = Object.values(value ?? {}).flatMap((one: Observed<Measured> | null) =>
    one?.seen === true ? Object.entries(one.value?.lacks ?? {}) : [],
  )
  return [...own, ...within].flatMap(([part, why]) => why.map((lack) => ({ page, part: part as Part, lack })))
}

/**
 * The verdict of an answer: what its reason stands for, or `unknown` with the reason `half-seen.<lack>` when it rests
 * on a part that was not seen whole. Throws when the check did not declare the reason.
 */
export function upheld(
  check: Pick<AnyCheck, 'id' | 'reasons'>,
  answer: Answer<string>,
  lacking: readonly Lacking[],
): { verdict: VerdictWord; reason: string; seen: Seen } {
  const claim = check.reasons[answer.reason]
  if (claim === undefined) throw new Error(`check ${check.id} gave the undeclared reason ${answer.reason}`)
  const { reason, seen = {} } = answer
  if (claim === 'unknown') return { verdict: 'unknown', reason, seen }
  const doubts =
    claim.rests.length === 0
      ? []
      : [...lacking, ...(answer.unsure ?? [])].filter(({ part }) => part === null || claim.rests.includes(part))
  const first = doubts[0]
  if (!first) return { verdict: claim.verdict, reason, seen }
  const details = [...new Set(doubts.map(({ page, part, lack }) => `${part ?? 'page'}: ${lack} · ${page ?? ''}`))]
  return {
    verdict: 'unknown',
    reason: `half-seen.${first.lack}`,
    seen: { page: first.page, details: details.slice(0, 20) },
  }
}
