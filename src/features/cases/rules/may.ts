/** Who may do what in a case now: the steps of a person, and what else is theirs. Pure. */
import type { CaseState } from '../../../vocabulary/case.ts'
import type { Person } from '../../../model/person.ts'
import { allows } from '../../../vocabulary/roles.ts'
import type { CaseFacts, Request } from './facts.ts'
import type { Step } from './step.ts'
import { STEPS } from './steps.ts'

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
      return whyNotDecide(facts, person) === undefined
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

/**
 * Why this person may not decide in a case, or undefined: who brought it, wrote in it, handles it or spoke in it judged
 * it before, and does not judge it again. Nor does the FG (AVG art. 38 lid 6).
 */
export function whyNotDecide(
  facts: Pick<CaseFacts, 'authors' | 'wrote' | 'opined' | 'advised' | 'handler' | 'decisionMaker'>,
  person: Pick<Person, 'id' | 'roles'>,
): string | undefined {
  if (!allows(person.roles, 'case.decide') || person.roles.includes('fg')) return 'Besluiten hoort niet bij uw rol.'
  if (facts.authors.has(person.id)) return 'U diende deze zaak zelf in. Een ander besluit.'
  if (facts.wrote.has(person.id)) return 'U schreef mee aan de antwoorden. Een ander besluit.'
  if (person.id === facts.handler || facts.advised.has(person.id)) return 'U behandelde deze zaak. Een ander besluit.'
  if (facts.opined.has(person.id)) return 'U gaf advies in deze zaak. Een ander besluit.'
  return facts.decisionMaker === null || facts.decisionMaker === person.id
    ? undefined
    : 'Een andere beslisser behandelt deze zaak. Werkt die persoon hier niet meer, dan kunt u besluiten.'
}

/** Why this person may not take over a case, or undefined. */
export function whyNotHandle(
  facts: Pick<CaseFacts, 'author' | 'authors' | 'wrote' | 'opined' | 'decisionMaker' | 'state'>,
  person: Pick<Person, 'id' | 'roles'>,
): string | undefined {
  if (!allows(person.roles, 'case.handle')) return 'Behandelen hoort niet bij uw rol.'
  if (person.id === facts.author || facts.authors.has(person.id))
    return 'U diende deze zaak zelf in. Een ander behandelt haar.'
  if (facts.wrote.has(person.id)) return 'U schreef mee aan de antwoorden. Een ander behandelt de zaak.'
  if (facts.opined.has(person.id)) return 'U gaf advies in deze zaak. Een ander behandelt haar.'
  if (facts.decisionMaker === person.id) return 'U besluit over deze zaak. Een ander behandelt haar.'
  if (person.roles.includes('fg')) return 'De FG adviseert en behandelt geen zaken (AVG art. 38 lid 6).'
  if (facts.state === 'withdrawn') return 'Deze zaak is ingetrokken.'
  return undefined
}

/**
 * Whether a request for an opinion is this person's to answer: in the own name, or by role when no one was named. Never
 * of who brought the case, handles it or decides in it.
 */
export const mayOpine = (
  request: Pick<Request, 'role' | 'person'>,
  person: Pick<Person, 'id' | 'roles'>,
  facts: Pick<CaseFacts, 'author' | 'authors' | 'handler' | 'decisionMaker'>,
): boolean =>
  ![facts.author, facts.handler, facts.decisionMaker, ...facts.authors].includes(person.id) &&
  allows(person.roles, 'case.opine') &&
  (request.person === null ? person.roles.includes(request.role) : request.person === person.id)

/** Why this person may not correct the decision of a case, or undefined. */
export function whyNotCorrect(
  facts: Parameters<typeof whyNotDecide>[0] & Pick<CaseFacts, 'state'>,
  person: Pick<Person, 'id' | 'roles'>,
): string | undefined {
  return (
    whyNotDecide(facts, person) ??
    (['decided', 'published', 'follow-up'].includes(facts.state)
      ? undefined
      : 'Een besluit wordt hersteld na het besluit en voordat er opnieuw wordt getoetst.')
  )
}

/**
 * Why this person may not give a case another author, or undefined. An author hands over; of one who left the handler
 * finds another; a decision maker always may, so that no case stands still for somebody who is ill.
 */
export function whyNotReplaceAuthor(
  facts: Parameters<typeof whyNotHandle>[0] & Pick<CaseFacts, 'authorIsHere' | 'handler'>,
  person: Pick<Person, 'id' | 'roles'>,
): string | undefined {
  if (['withdrawn', 'archived'].includes(facts.state)) return 'Deze zaak is gesloten.'
  if (person.id === facts.author || allows(person.roles, 'case.decide')) return undefined
  const handles = person.id === facts.handler || (facts.handler === null && whyNotHandle(facts, person) === undefined)
  if (!handles) return 'De indiener, de behandelaar of een beslisser wijst een andere indiener aan.'
  return facts.authorIsHere
    ? 'De indiener werkt hier nog en draagt de zaak zelf over. Kan dat niet? Vraag het aan een beslisser.'
    : undefined
}

/** Why this person cannot become the author of a case. */
export function whyNotAuthor(
  facts: Pick<CaseFacts, 'author' | 'handler' | 'decisionMaker' | 'opined' | 'advised'>,
  person: Pick<Person, 'id' | 'roles'>,
): string | undefined {
  if (person.id === facts.author) return 'Dit is al de indiener.'
  if (!allows(person.roles, 'case.create') || person.roles.includes('fg'))
    return 'Zaken indienen hoort niet bij die rol.'
  if (person.id === facts.handler || person.id === facts.decisionMaker)
    return 'Wie de zaak behandelt of erover besluit, dient haar niet in.'
  return facts.opined.has(person.id) || facts.advised.has(person.id)
    ? 'Wie in deze zaak adviseerde, dient haar niet in.'
    : undefined
}

/** Who keeps the opinions of a case coming: the handler, and above the handler whoever decides. */
export const keepsOpinions = (
  facts: Pick<CaseFacts, 'author' | 'handler' | 'decisionMaker'>,
  person: Pick<Person, 'id' | 'roles'>,
): boolean =>
  person.id !== facts.author &&
  (person.id === facts.handler ||
    (allows(person.roles, 'case.decide') && (facts.decisionMaker === null || facts.decisionMaker === person.id)))

/**
 * Whether somebody can give an opinion in the place of who was asked. The FG and the Security Officer are stood in for
 * by who has that same role; others by anyone who gives opinions. Never by who wrote, handles or decides the case, and
 * never by the one person of `everyone` who can answer the request as it stands: theirs is the opinion that is missing.
 */
export function mayStandIn(
  request: Pick<Request, 'role' | 'person'>,
  person: Pick<Person, 'id' | 'roles'>,
  everyone: readonly Pick<Person, 'id' | 'roles'>[],
  facts: Pick<CaseFacts, 'author' | 'authors' | 'handler' | 'decisionMaker'>,
): boolean {
  const asked = everyone.filter((each) => mayOpine(request, each, facts))
  if (asked.length === 1 && asked[0]!.id === person.id) return false
  if ([facts.author, facts.handler, facts.decisionMaker, ...facts.authors].includes(person.id)) return false
  return request.role === 'fg' || request.role === 'security-officer'
    ? person.roles.includes(request.role)
    : allows(person.roles, 'case.opine') && !person.roles.includes('fg')
}
