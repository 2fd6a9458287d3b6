/** What happens to findings by itself: who looks after them hears what is about to stop counting. */
import { forgetWitnesses } from '../../db/noted-findings.ts'
import type { Timer } from '../../db/timer.ts'
import { FORGET_WITNESSES_AFTER } from '../../vocabulary/retention.ts'
import { tellEnding } from './timers-store.ts'

export const findingTimers: readonly Timer[] = [
  { id: 'ending', what: 'keer verteld wat bijna niet meer telt', run: tellEnding },
  {
    id: 'witnesses',
    what: 'getuigen vergeten',
    run: (tx, { municipality: { id } }) => forgetWitnesses(tx, id, FORGET_WITNESSES_AFTER),
  },
]
