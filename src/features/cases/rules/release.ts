/** Who may publish a case: one person proposes, a second who is neither that person nor the author approves. Pure. */
import type { CaseState } from '../../../vocabulary/case.ts'
import type { Person } from '../../../model/person.ts'
import { allows } from '../../../vocabulary/roles.ts'
import type { Step } from './step.ts'

export type Release = {
  readonly step: 'proposed' | 'approved' | 'withdrawn'
  readonly by: string
  readonly hash: string
}
export type ReleaseFacts = {
  readonly state: CaseState
  readonly author: string
  /** Every act of publication so far, oldest first. */ readonly releases: readonly Release[]
}
type Who = Pick<Person, 'id' | 'roles'>

/** From here a case goes to `published`; from the others a new version appears and the case stays where it is. */
const TO_PUBLISHED: readonly CaseState[] = ['decided', 'no-effect']
const PUBLISHABLE: readonly CaseState[] = [...TO_PUBLISHED, 'published', 'follow-up']

/** The step of publication. It is not among the steps that a single person can take. */
export const PUBLISH: Step = {
  id: 'publiceren',
  from: TO_PUBLISHED,
  to: 'published',
  who: 'handler',
  may: 'case.publish',
  label: 'Maak openbaar',
  reason: 'no',
}
/** Whether publishing brings the case on, and does not only add a version. */
export const movesCase = (state: CaseState): boolean => TO_PUBLISHED.includes(state)

/** The proposal that waits for a second person. */
export function openProposal({ releases }: Pick<ReleaseFacts, 'releases'>): Release | undefined {
  const last = releases.at(-1)
  return last?.step === 'proposed' ? last : undefined
}

/** Why this person may not propose, or undefined. */
export function whyNotPropose(facts: ReleaseFacts, who: Who): string | undefined {
  if (!allows(who.roles, 'case.publish')) return 'Publiceren hoort niet bij uw rol.'
  if (!PUBLISHABLE.includes(facts.state))
    return 'Deze zaak kan nu niet openbaar worden: er is nog geen besluit of ondertekende verklaring.'
  return openProposal(facts)
    ? 'Er ligt al een voorstel om dit openbaar te maken. Trek dat eerst in als u iets wilt veranderen.'
    : undefined
}

/** Why this person may not approve the document with this hash, or undefined. */
export function whyNotApprove(facts: ReleaseFacts, who: Who, hash: string): string | undefined {
  const proposal = openProposal(facts)
  if (!allows(who.roles, 'case.publish')) return 'Publiceren hoort niet bij uw rol.'
  if (!proposal || !PUBLISHABLE.includes(facts.state)) return 'Er ligt geen voorstel om dit openbaar te maken.'
  if (who.id === proposal.by) return 'U stelde dit zelf voor. Een tweede persoon keurt het goed.'
  if (who.id === facts.author) return 'U diende deze zaak in. Een ander keurt de publicatie goed.'
  return proposal.hash === hash ? undefined : CHANGED
}

export const CHANGED =
  'Het stuk is veranderd nadat het werd voorgesteld. Trek het voorstel in en stel het opnieuw voor.'
