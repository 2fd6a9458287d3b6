/** What happens by itself with algorithms: a look at the national register each week. */
import type { Timer } from '../../db/timer.ts'
import { lookAgain } from './timers-store.ts'

/** `reached`: whether there is a line to the national register for a municipality, by its short name. */
export const algorithmTimers = (reached: (slug: string) => boolean): readonly Timer[] => [
  {
    id: 'national',
    what: 'algoritmes opnieuw nagekeken in het Algoritmeregister',
    run: async (tx, { municipality }) => (reached(municipality.slug) ? lookAgain(tx, municipality.id) : 0),
  },
]
