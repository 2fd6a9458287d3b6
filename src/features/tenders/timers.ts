/** What happens to the duties of contracts by itself. */
import type { Timer } from '../../db/timer.ts'
import { askChecks, askOwners, tellFindings, type House } from './timers-store.ts'

/** `house`: the norms by which websites are measured, and the registers in which contracts stand. */
export const tenderTimers = (house: House): readonly Timer[] => [
  { id: 'duties', what: 'plichten van contracten om na te gaan', run: askChecks },
  {
    id: 'duty-findings',
    what: 'bevindingen naast beloften van leveranciers',
    run: (tx, round) => tellFindings(tx, round, house),
  },
  { id: 'duty-owners', what: 'contracten die niemand meer volgt', run: askOwners },
]
