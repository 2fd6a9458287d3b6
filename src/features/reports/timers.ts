/** What happens to reports by itself. */
import type { Timer } from '../../db/timer.ts'
import { escalate, forgetReporters, passOn } from './timers-store.ts'

export const reportTimers: readonly Timer[] = [
  { id: 'reports', what: 'meldingen die niemand oppakte', run: escalate },
  { id: 'reports-named', what: 'meldingen die wie erover gaat niet oppakte', run: passOn },
  { id: 'reporters', what: 'melders vergeten', run: (tx, { municipality }) => forgetReporters(tx, municipality.id) },
]
