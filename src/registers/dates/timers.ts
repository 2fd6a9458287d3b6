/** What happens to registers by itself: who keeps one is told of a date that comes near. */
import type { Timer } from '../../db/timer.ts'
import type { Register } from '../../model/register.ts'
import { askForProof } from '../removal/store.ts'
import { remindOfDates } from './remind.ts'

/** Of these registers. */
export const registerTimers = (registers: readonly Register[]): readonly Timer[] => [
  {
    id: 'dates',
    what: 'data in zicht',
    run: (tx, round) => remindOfDates(tx, { registers, ...round }),
  },
  {
    id: 'removal',
    what: 'gevraagd om bewijs van verwijdering',
    run: (tx, { municipality, today }) => askForProof(tx, municipality.id, registers, today),
  },
]
