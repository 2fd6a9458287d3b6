/** What happens to warnings by itself. */
import type { Timer } from '../../db/timer.ts'
import { askFeedsAgain } from './feed-store.ts'
import { remindOfEnds } from './timers-store.ts'

export const warningTimers: readonly Timer[] = [
  { id: 'warning-ends', what: 'waarschuwingen die aflopen', run: remindOfEnds },
  {
    id: 'warning-feeds',
    what: 'bronnen van waarschuwingen opgevraagd',
    run: (tx, { municipality }) => askFeedsAgain(tx, municipality.id),
  },
]
