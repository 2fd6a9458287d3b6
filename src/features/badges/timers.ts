/** What happens to badges by itself. */
import type { Timer } from '../../db/timer.ts'
import { holdSightings } from './sightings-store.ts'
import { forgetConsent, remind, tellGrounds } from './timers-store.ts'

export const badgeTimers: readonly Timer[] = [
  { id: 'badge-ends', what: 'badges die bijna aflopen', run: remind },
  { id: 'badge-grounds', what: 'badges die mogelijk niet meer kloppen', run: tellGrounds },
  { id: 'badge-sightings', what: 'badges op websites', run: holdSightings },
  {
    id: 'badge-consent',
    what: 'toestemmingen voor badges vergeten',
    run: (tx, { municipality }) => forgetConsent(tx, municipality.id),
  },
]
