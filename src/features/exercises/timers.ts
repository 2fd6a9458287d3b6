/** What happens to exercises by itself. */
import type { Timer } from '../../db/timer.ts'
import { askToCheck, countExercises, forgetPlayers } from './timers-store.ts'

export const exerciseTimers: readonly Timer[] = [
  { id: 'exercises-checked', what: 'gevraagd om bewijs na een oefening na te kijken', run: askToCheck },
  { id: 'exercises-counted', what: 'tellingen van oefeningen', run: countExercises },
  { id: 'exercises-forgotten', what: 'namen van wie in een oefening speelde gewist', run: forgetPlayers },
]
