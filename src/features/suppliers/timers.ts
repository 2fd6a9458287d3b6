/** What happens by itself with what ends: its owner hears of it in time. */
import type { Timer } from '../../db/timer.ts'
import { tellExpiries } from './timers-store.ts'

export const supplierTimers: readonly Timer[] = [
  { id: 'expiries', what: 'keer verteld wat bij een adres afloopt', run: tellExpiries },
]
