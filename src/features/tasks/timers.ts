/** What happens to tasks by itself: who has one is reminded of it. */
import type { Timer } from '../../db/timer.ts'
import { remind } from './reminders-store.ts'

export const taskTimers: readonly Timer[] = [{ id: 'reminded', what: 'herinnerd', run: remind }]
