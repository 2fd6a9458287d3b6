/**
 * The one main action of somebody in a case: from what the rule proposes and what is still missing. All else stands
 * under “andere stappen”. Pure.
 */
import type { Person } from '../../../model/person.ts'
import { allows, ROLE_NAMES } from '../../../vocabulary/roles.ts'
import type { CaseFacts } from './facts.ts'
import { mayOpine, type Possible, stepsFor } from './may.ts'

/** Where it is done: in one of the two questionnaires, or on a page of the case itself. */
export type Main =
  | { readonly label: string; readonly at: 'pre-check' | 'full-test' }
  | { readonly label: string; readonly at: 'case'; readonly path: string }
export type Next = {
  readonly main: Main | undefined
  /** What may be done too. */
  readonly others: readonly Possible[]
  /** What cannot be done yet, with why. */
  readonly blocked: readonly Possible[]
}

const PAGES = { opinions: 'adviezen', advice: 'adviseren', decision: 'besluit', rework: 'terugvragen' } as const
/** Where a step is taken, below its case. */
export const stepPath = ({ step }: Possible): string => (step.page === undefined ? `stap/${step.id}` : PAGES[step.page])

const left = (open: number, one: string, more: string): string => (open === 1 ? one : `${open} ${more}`)

/** What is missing before the step that is next: the main action then is to give it. */
function missing(facts: CaseFacts, person: Pick<Person, 'id' | 'roles'>): Main | undefined {
  const mine = facts.requests.find((request) => !request.answered && mayOpine(request, person, facts))
  if (facts.state === 'opinions' && mine) return { label: 'Geef uw advies', at: 'case', path: `advies/${mine.id}` }
  const late = facts.requests.find((request) => request.late)
  if (facts.state === 'opinions' && late && person.id === facts.handler)
    return {
      label: `Vraag naar het advies van de ${ROLE_NAMES[late.role]}`,
      at: 'case',
      path: `advies/${late.id}/opvragen`,
    }
  const [author, handler] = [person.id === facts.author, person.id === facts.handler]
  if (facts.state === 'draft' && author) {
    if (facts.preCheckOpen > 0)
      return {
        label: `Vul de voortoets in (nog ${left(facts.preCheckOpen, 'één vraag', 'vragen')})`,
        at: 'pre-check',
      }
    if (facts.reworkOpen.length > 0) return { label: 'Beantwoord wat terugkwam', at: 'pre-check' }
    if (facts.summary === '' || facts.intendedOn === null)
      return { label: 'Vul het concept aan', at: 'case', path: 'wijzigen' }
  }
  if (facts.state === 'in-test' && author) {
    if (facts.openQuestions > 0)
      return { label: `Vul de toets in (nog ${left(facts.openQuestions, 'één vraag', 'vragen')})`, at: 'full-test' }
    if (facts.reworkOpen.length > 0) return { label: 'Beantwoord wat terugkwam', at: 'full-test' }
  }
  if (facts.state === 'advice' && handler && facts.flags.some((flag) => !facts.flagsAnswered.has(flag)))
    return { label: 'Geef antwoord op de rode vlaggen', at: 'case', path: 'vlaggen' }
  if (facts.state === 'reaction' && author) {
    const open = facts.conditions.filter(({ reaction }) => reaction === null).length + facts.answersOwed
    if (open > 0) return { label: `Reageer op de adviezen (nog ${open})`, at: 'case', path: 'reactie' }
  }
  return undefined
}

/** The step that the rule of the pre-check proposes; doubt is settled by testing, unless somebody says why not. */
const PROPOSED = {
  'full-test': 'volledige-toets',
  doubt: 'volledige-toets',
  'no-effect': 'geen-effect',
  incomplete: 'terug-naar-indiener',
} as const

function mainStep(facts: CaseFacts, possible: readonly Possible[]): Possible | undefined {
  if (facts.state === 'pre-check') return possible.find(({ step }) => step.id === PROPOSED[facts.proposal])
  if (facts.state === 'completeness' && facts.openQuestions > 0)
    return possible.find(({ step }) => step.id === 'aanvullen')
  if (facts.state === 'decision')
    return possible.find(({ step }) => step.id === 'besluiten' || step.id === 'alsnog-reageren')
  return possible.find(({ step }) => step.aside === undefined)
}

/** What this person does next here, what else may be done, and what waits for something. */
export function nextFor(facts: CaseFacts, person: Pick<Person, 'id' | 'roles'>): Next {
  const all = stepsFor(facts, person)
  const possible = all.filter(({ blocked }) => blocked === undefined)
  const blocked = all.filter((each) => each.blocked !== undefined)
  const first = missing(facts, person)
  const step = first ? undefined : mainStep(facts, possible)
  const publish = ['decided', 'no-effect'].includes(facts.state) && allows(person.roles, 'case.publish')
  const main: Main | undefined =
    first ??
    (step
      ? { label: step.step.label, at: 'case', path: stepPath(step) }
      : publish
        ? { label: 'Naar de publicatie', at: 'case', path: 'publiceren' }
        : undefined)
  return { main, others: possible.filter((each) => each !== step), blocked }
}
