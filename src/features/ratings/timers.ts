/** What happens to ratings by itself: words go in time, and somebody hears that there is something to read. */
import type { Timer } from '../../db/timer.ts'
import { daysOn } from '../../lib/months.ts'
import { WORDS_KEPT_DAYS } from '../../vocabulary/rating.ts'
import { forgetWords, tellRatings } from './store.ts'

export const ratingTimers: readonly Timer[] = [
  {
    id: 'ratings',
    what: 'diensten waarvan de oordelen zijn geteld',
    run: (tx, { municipality }) => tellRatings(tx, municipality.id, null),
  },
  {
    id: 'rating-words',
    what: 'woorden bij oordelen gewist',
    run: (tx, { municipality, today }) => forgetWords(tx, municipality.id, daysOn(today, -WORDS_KEPT_DAYS)),
  },
]
