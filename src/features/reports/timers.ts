/** What happens to reports by itself. */
import type { Timer } from '../../db/timer.ts'
import { escalate, forgetReporters } from './timers-store.ts'

export const reportTimers: readonly Timer[] = [
  { id: 'reports', what: 'meldingen die niemand oppakte', run: escalate },
  { id: 'reporters', what: 'melders vergeten', run: (tx, { municipality }) => forgetReporters(tx, municipality.id) },
]
