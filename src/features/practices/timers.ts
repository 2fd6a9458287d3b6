/** What happens to practices by itself: who sent one is forgotten, and what is not on the site goes in time. */
import type { Timer } from '../../db/timer.ts'
import { daysOn } from '../../lib/months.ts'
import { FORGET_SHARERS_AFTER_DAYS, ENDED_PRACTICES_KEPT_DAYS } from '../../vocabulary/retention.ts'
import { dropEnded, forgetSenders } from './store.ts'

export const practiceTimers: readonly Timer[] = [
  {
    id: 'practice-senders',
    what: 'inzenders van goede praktijken vergeten',
    run: (tx, { municipality, today }) => forgetSenders(tx, municipality.id, daysOn(today, -FORGET_SHARERS_AFTER_DAYS)),
  },
  {
    id: 'practices-ended',
    what: 'goede praktijken die niet op de site staan gewist',
    run: (tx, { municipality, today }) => dropEnded(tx, municipality.id, daysOn(today, -ENDED_PRACTICES_KEPT_DAYS)),
  },
]
