/** Whether proof counts long enough: what a bidder is warned of, and may leave as it is. Pure. */
import { dutchTime } from '../../../lib/dutch-time.ts'
import { isDate } from '../../../lib/iso-date.ts'
import { monthsOn } from '../../../lib/months.ts'
import type { Annex } from '../../../model/tender.ts'

/** It has ended, it ends before bidding closes, or it ends while the contract still runs. */
export type ProofWarning = 'ended' | 'before-closing' | 'within-term'

/** What to warn of for proof that counts until a day (YYYY-MM-DD, or empty); undefined: nothing. */
export function proofWarning(
  until: string,
  { closesAt, termMonths }: Pick<Annex, 'closesAt' | 'termMonths'>,
  today: string,
): ProofWarning | undefined {
  if (!isDate(until)) return undefined
  if (until < today) return 'ended'
  const closes = dutchTime(new Date(closesAt)).date
  if (until < closes) return 'before-closing'
  return termMonths !== undefined && until < monthsOn(closes, termMonths) ? 'within-term' : undefined
}
