/** What happens to tasks by itself: who has one is reminded of it. */
import { passOnTasks } from '../../db/tasks.ts'
import type { Timer } from '../../db/timer.ts'
import { remind } from './reminders-store.ts'

export const taskTimers: readonly Timer[] = [{ id: 'reminded', what: 'herinnerd', run: remind }]

/** After everybody who asks for another in the place of who left: what waits for nobody goes to a role. */
export const passingOn: Timer = {
  id: 'passed-on',
  what: 'taken van wie vertrok aan een rol gegeven',
  run: (tx, { municipality }) => passOnTasks(tx, municipality.id),
}
