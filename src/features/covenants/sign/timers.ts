/** What happens to signatures by itself: the receipt that all parties get, and what is forgotten. */
import type { Timer } from '../../../db/timer.ts'
import { forgetContacts, sendReceipts } from './receipts-store.ts'

export const signingTimers: readonly Timer[] = [
  { id: 'receipts', what: 'ontvangstbewijzen van convenanten', run: sendReceipts },
  { id: 'contacts', what: 'contactpersonen van convenanten vergeten', run: forgetContacts },
]
