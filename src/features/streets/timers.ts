/** What happens to streets by itself. */
import type { Timer } from '../../db/timer.ts'
import { askWalkers, endOwnerLinks, forgetOwners, removePhotos } from './timers-store.ts'

export const streetTimers: readonly Timer[] = [
  {
    id: 'street-photos',
    what: 'foto’s van een schouw verwijderd',
    run: (tx, { municipality }) => removePhotos(tx, municipality.id),
  },
  {
    id: 'street-walkers',
    what: 'rondes waar een schouwer vertrok',
    run: (tx, { municipality }) => askWalkers(tx, municipality.id),
  },
  { id: 'street-links', what: 'links van eigenaren van wie de zaak weg is', run: (tx) => endOwnerLinks(tx) },
  {
    id: 'street-owners',
    what: 'eigenaren bij een schouw vergeten',
    run: (tx, { municipality }) => forgetOwners(tx, municipality.id),
  },
]
