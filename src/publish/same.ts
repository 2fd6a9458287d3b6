/** Whether a finding says what it said before. */
import type { VerdictWord } from '../model/finding.ts'
import { SINCE } from '../vocabulary/reason.ts'

type Written = { verdict: VerdictWord; reason: string; seen: unknown; norm: string; strength: string }

/** By value, with sorted keys: jsonb keeps keys in its own order. */
export function same(a: Written | undefined, b: Written): boolean {
  return (
    a !== undefined &&
    a.verdict === b.verdict &&
    a.reason === b.reason &&
    a.norm === b.norm &&
    a.strength === b.strength &&
    stable(a.seen) === stable(b.seen)
  )
}

function stable(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    key === SINCE
      ? undefined
      : part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  )
}
