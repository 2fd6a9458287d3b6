/** What happens to the duties of contracts by itself. */
import type { Timer } from '../../db/timer.ts'
import { askChecks, askOwners, tellFindings } from './timers-store.ts'

export const tenderTimers: readonly Timer[] = [
  { id: 'duties', what: 'plichten van contracten om na te gaan', run: askChecks },
  { id: 'duty-findings', what: 'bevindingen naast beloften van leveranciers', run: tellFindings },
  { id: 'duty-owners', what: 'contracten die niemand meer volgt', run: askOwners },
]
