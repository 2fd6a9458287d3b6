/** What happens to pledges by itself: their figures are reckoned anew when something under them changed. */
import type { Timer } from '../../../db/timer.ts'
import { recompute } from './kept-store.ts'
import type { House } from './rules.ts'

/** All of them; `house`: its norms say how long what is seen counts. */
export const pledgeTimers = (house: House): readonly Timer[] => [
  {
    id: 'pledges',
    what: 'afspraken opnieuw berekend',
    run: (tx, { municipality, today }) => recompute(tx, municipality.id, house, today),
  },
]
