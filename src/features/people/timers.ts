/** What happens for people by itself: what is past its time is forgotten, and who asked for it gets one mail a day. */
import type { Timer } from '../../db/timer.ts'
import { digest } from './digest-store.ts'
import { forget } from './forget-store.ts'

export const peopleTimers: readonly Timer[] = [
  { id: 'forgotten', what: 'vergeten', run: (tx, { municipality }) => forget(tx, municipality.id) },
  { id: 'digests', what: 'dagberichten', mails: true, run: digest },
]
