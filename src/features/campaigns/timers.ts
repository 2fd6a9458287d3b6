/** What happens to campaigns by itself: reminding of the draw, of the last measurement, and of an outcome not told. */
import type { Timer } from '../../db/timer.ts'
import { remindOfCampaigns } from './timers-store.ts'

export const campaignTimers: readonly Timer[] = [
  {
    id: 'campaign-days',
    what: 'dagen van campagnes',
    run: (tx, { municipality, today }) => remindOfCampaigns(tx, municipality.id, today),
  },
]
