/** When a duty of a contract is looked at, and what is said of it. Pure; nothing here says that it is kept or not. */
import { monthsOn } from '../../../lib/months.ts'
import type { BidAnswer } from '../../../model/tender.ts'
import type { DutyStep } from '../../../vocabulary/tender.ts'

/** Nobody looks later than after a year, however long a proof counts. */
const YEAR = 12
/** Days before the day on which somebody should look. */
export const AHEAD = 21

/** The first day to look (YYYY-MM-DD): within a year, and not after the proof that was given has ended. */
export function firstCheck(today: string, months: number, proofUntil: string): string {
  const regular = monthsOn(today, Math.min(months, YEAR))
  if (proofUntil === '' || proofUntil > regular) return regular
  return proofUntil < today ? today : proofUntil
}

/** The next day to look, after something was seen on this day: sooner when it is not as it should be. */
export const nextCheck = (step: DutyStep, seenOn: string, months: number): string | null => {
  if (step === 'ended') return null
  return monthsOn(seenOn, step === 'breach' || step === 'unsure' ? 2 : Math.min(months, YEAR))
}

export type DutyFacts = {
  readonly id: string
  readonly title: string
  readonly contract: string
  readonly owner: string
  readonly nextOn: string | null
}

/** What stands on the list of the owner. */
export const dutyTask = ({ title, contract, id, nextOn }: DutyFacts, kind: 'duty-check' | 'duty-finding') => ({
  text:
    kind === 'duty-check'
      ? `Ga na of de leverancier dit nakomt: ${title}`
      : `Bekijk een bevinding die niet past bij wat de leverancier beloofde: ${title}`,
  path: `/balie/contractplichten/${contract}/${id}`,
  dueOn: nextOn,
})

/** What of the answers becomes a duty: what was promised, wholly or in part. */
export const promisesIn = (answers: readonly BidAnswer[]): readonly BidAnswer[] =>
  answers.filter(({ level }) => level === 'met' || level === 'partly')

/** Which steps can be written down at a duty in this state. An exit is rehearsed where that was promised. */
export const stepsFor = (state: 'running' | 'breached' | 'ended', exit: boolean): readonly DutyStep[] => {
  if (state === 'ended') return []
  const common: DutyStep[] = state === 'breached' ? ['repaired', 'breach', 'unsure'] : ['kept', 'breach', 'unsure']
  return [...common, ...(exit ? (['rehearsed'] as const) : []), 'ended']
}

export type DutyShown = 'unseen' | 'unsure' | 'rehearsed' | 'kept' | 'breached' | 'ended'
/** How a duty stands, by its state and what was seen last: what nobody saw is not kept. A rehearsal says no verdict. */
export const shownOf = (state: 'running' | 'breached' | 'ended', last: DutyStep | null): DutyShown => {
  if (state !== 'running') return state
  if (last === 'kept' || last === 'repaired') return 'kept'
  return last === 'unsure' || last === 'rehearsed' ? last : 'unseen'
}
