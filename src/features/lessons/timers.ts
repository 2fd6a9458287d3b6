/** What happens to lessons by itself: counts, codes and certificates go when their time is over. */
import type { Timer } from '../../db/timer.ts'
import { forgetLessons } from './timers-store.ts'

export const lessonTimers: readonly Timer[] = [
  {
    id: 'lessons-forget',
    what: 'tellingen, lescodes en bewijzen vergeten',
    run: (tx, { municipality, today }) => forgetLessons(tx, municipality.id, today),
  },
]
