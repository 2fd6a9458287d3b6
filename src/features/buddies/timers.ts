/** What happens to help in need by itself. */
import type { Timer } from '../../db/timer.ts'
import { askToEnd, askToRenew, countBuddies, wipeBuddies } from './timers-store.ts'

export const buddyTimers: readonly Timer[] = [
  { id: 'buddies-renew', what: 'afspraken voor hulp in nood die aflopen', run: askToRenew },
  { id: 'buddies-silent', what: 'gevraagd om een stil incident af te sluiten', run: askToEnd },
  { id: 'buddies-counted', what: 'tellingen van hulp in nood', run: countBuddies },
  {
    id: 'buddies-wiped',
    what: 'incidenten en aanbod gewist',
    run: (tx, { municipality }) => wipeBuddies(tx, municipality.id),
  },
]
