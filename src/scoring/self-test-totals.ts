/** What a self-test says of all checks together. */
import type { SelfTest, SelfTestRow } from '../model/publication.ts'

export type Outcome = Omit<SelfTestRow, 'check'>

/** Shares over all checks: of the shortcomings that are there, and of the sound places. */
export function totals({ rows }: SelfTest): Outcome & { readonly recall: number; readonly falseAlarmRate: number } {
  const sum = (key: keyof Outcome) => rows.reduce((total, row) => total + row[key], 0)
  const [hits, misses, falseAlarms, rightlyQuiet] = [
    sum('hits'),
    sum('misses'),
    sum('falseAlarms'),
    sum('rightlyQuiet'),
  ]
  return {
    hits,
    misses,
    falseAlarms,
    rightlyQuiet,
    unknown: sum('unknown'),
    recall: hits / Math.max(1, hits + misses),
    falseAlarmRate: falseAlarms / Math.max(1, falseAlarms + rightlyQuiet),
  }
}
