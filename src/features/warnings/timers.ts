/** What happens to warnings by itself. */
import type { Timer } from '../../db/timer.ts'
import { remindOfEnds } from './timers-store.ts'

export const warningTimers: readonly Timer[] = [
  { id: 'warning-ends', what: 'waarschuwingen die aflopen', run: remindOfEnds },
]
