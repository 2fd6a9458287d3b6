/** Who may do what in a case now: the steps of a person, and what else is theirs. Pure. */
import type { CaseState } from '../../../model/case.ts'
import type { Person } from '../../../model/person.ts'
import { allows } from '../../../model/roles.ts'
import type { CaseFacts, Request } from './facts.ts'
import { type Step, STEPS } from './steps.ts'

/** Whether this person is the one who takes such a step here, and may. */
function isTaker({ who, may }: Step, facts: CaseFacts, person: Pick<Person, 'id' | 'roles'>): boolean {
  if (!allows(person.roles, may)) return false
  const [author, handler] = [person.id === facts.author, person.id === facts.handler]
  switch (who) {
    case 'author':
      return author
    // Never the own case, and never the FG (AVG art. 38 lid 6).
    case 'handler':
      return handler && !author && !person.roles.includes('fg')
    case 'author-or-handler':
      return author || handler
    case 'decision-maker':
      return (
        !author && !person.roles.includes('fg') && (facts.decisionMaker === null || facts.decisionMaker === person.id)
      )
  }
}

export type Possible = {
  readonly step: Step
  readonly to: CaseState
  readonly blocked: string | undefined
  readonly reason: 'no' | 'optional' | 'required'
}

/**
 * The steps this person takes from here; with `blocked` why it cannot be yet. The first that is not blocked is the main
 * one.
 */
export function stepsFor(facts: CaseFacts, person: Pick<Person, 'id' | 'roles'>): Possible[] {
  return STEPS.filter((step) => step.from.includes(facts.state) && isTaker(step, facts, person)).map((step) => ({
    step,
    to: step.to === 'resume' ? (facts.beforeHold ?? 'draft') : step.to,
    blocked: step.guard?.(facts),
    reason: typeof step.reason === 'function' ? (step.reason(facts) ? 'required' : 'optional') : step.reason,
  }))
}

/** Why this person may not take over a case, or undefined. */
export function whyNotHandle(
  facts: Pick<CaseFacts, 'author' | 'handler' | 'state'>,
  person: Pick<Person, 'id' | 'roles'>,
): string | undefined {
  if (!allows(person.roles, 'case.handle')) return 'Behandelen hoort niet bij uw rol.'
  if (person.id === facts.author) return 'U diende deze zaak zelf in. Een ander behandelt haar.'
  if (person.roles.includes('fg')) return 'De FG adviseert en behandelt geen zaken (AVG art. 38 lid 6).'
  if (facts.state === 'withdrawn') return 'Deze zaak is ingetrokken.'
  return undefined
}

/** Whether a request for an opinion is this person's to answer: in the own name, or by role when no one was named. */
export const mayOpine = (
  request: Pick<Request, 'role' | 'person'>,
  person: Pick<Person, 'id' | 'roles'>,
  author: string,
): boolean =>
  person.id !== author &&
  allows(person.roles, 'case.opine') &&
  (request.person === null ? person.roles.includes(request.role) : request.person === person.id)
