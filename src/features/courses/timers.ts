/** What happens by itself to places with help, to courses and to who signed up. */
import type { Timer } from '../../db/timer.ts'
import { askToCheck, forgetSignUps, remindToPhone } from './timers-store.ts'

export const courseTimers: readonly Timer[] = [
  { id: 'course-remind', what: 'cursussen die bijna beginnen', run: remindToPhone },
  { id: 'help-check', what: 'plekken en cursussen om na te kijken', run: askToCheck },
  {
    id: 'course-forget',
    what: 'inschrijvingen gewist',
    run: (tx, { municipality }) => forgetSignUps(tx, municipality.id),
  },
]
