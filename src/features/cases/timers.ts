/** What happens to cases by itself: a late opinion and a test that ends become a task. */
import type { Timer } from '../../db/timer.ts'
import { escalate } from './store/opinions-late.ts'
import { announceRetests } from './store/retests-due.ts'

export const caseTimers: readonly Timer[] = [
  {
    id: 'escalated',
    what: 'adviezen te laat',
    run: (tx, { municipality, today }) => escalate(tx, municipality.id, today),
  },
  {
    id: 'retests',
    what: 'keer opnieuw toetsen',
    run: (tx, { municipality, today }) => announceRetests(tx, municipality.id, today),
  },
]
