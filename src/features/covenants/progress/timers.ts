/** What happens to pledges by itself: their figures are reckoned anew, and what is due is told. */
import type { Timer } from '../../../db/timer.ts'
import { tellEnds } from './end-timer-store.ts'
import { recompute } from './kept-store.ts'
import type { House } from './rules.ts'
import { askSuccessors } from './successors-store.ts'
import { tellPledges } from './timers-store.ts'

/** All of them; `house`: its norms say how long what is seen counts. */
export const pledgeTimers = (house: House): readonly Timer[] => [
  {
    id: 'pledges',
    what: 'afspraken opnieuw berekend',
    run: (tx, { municipality, today }) => recompute(tx, municipality.id, house, today),
  },
  { id: 'pledges-due', what: 'keer verteld wat een afspraak vraagt', run: tellPledges },
  { id: 'covenants-ending', what: 'keer om een evaluatie gevraagd', run: tellEnds },
  { id: 'successors', what: 'convenanten waar iemand vertrok', run: askSuccessors },
]
