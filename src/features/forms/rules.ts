/** Who may read and who may answer a form, and what makes an answer complete. Pure. */
import { proposeCluster } from '../../scoring/cluster.ts'
import { optionsOf } from '../../scoring/visible.ts'
import type { CaseState } from '../../vocabulary/case.ts'
import type { Person } from '../../model/person.ts'
import type { Answers, Question, Questionnaire, Value, Variant } from '../../model/questionnaire.ts'
import { allows } from '../../vocabulary/roles.ts'
import { tooLong } from '../../lib/too-long.ts'

/** What a form belongs to: a case, or an organisation that fills it in about itself. */
export type Owner =
  | {
      readonly kind: 'case'
      readonly id: string
      readonly title: string
      readonly state: CaseState
      readonly author: string
      readonly handler: string | null
      /** It was handed in before. */
      readonly cameBack: boolean
      readonly part: 'pre-check' | 'full-test'
    }
  | { readonly kind: 'organisation'; readonly id: string; readonly name: string }

/** A case takes answers in this state; the database says so too (whose_turn_it_is). */
const OPEN: Readonly<Record<'pre-check' | 'full-test', CaseState>> = { 'pre-check': 'draft', 'full-test': 'in-test' }
/** While somebody looks at what was handed in, nobody changes it. */
const LOOKED_AT: readonly CaseState[] = ['pre-check', 'completeness']

/** Undefined when this person may answer now; else why not, in a Dutch sentence. */
export function whyNotAnswer(
  who: Pick<Person, 'id' | 'roles' | 'organisation'>,
  owner: Owner,
  closed: boolean,
): string | undefined {
  if (closed) return 'Deze vragenlijst is afgesloten. De antwoorden blijven te lezen.'
  if (owner.kind === 'organisation')
    return who.organisation === owner.id
      ? undefined
      : 'Deze antwoorden zijn van de organisatie zelf. U ziet alleen wat zij deelt.'
  if (OPEN[owner.part] !== owner.state)
    return LOOKED_AT.includes(owner.state)
      ? 'De behandelaar bekijkt deze antwoorden nu. Moet er iets anders, dan stuurt de behandelaar de vraag terug ' +
          'naar de indiener.'
      : 'In deze stap van de zaak veranderen de antwoorden niet meer.'
  if (!allows(who.roles, 'form.answer'))
    return 'U kunt de antwoorden lezen en er een opmerking bij maken. Invullen hoort niet bij uw rol.'
  if (who.id === owner.handler)
    return 'U behandelt deze zaak en beoordeelt de antwoorden. U kunt ze lezen en er een opmerking bij maken.'
  if (owner.cameBack && who.id !== owner.author)
    return 'Deze vragen kwamen terug bij de indiener. Alleen de indiener past de antwoorden aan.'
  return undefined
}

export type Given = { readonly value: Value | null; readonly reason: string }

/** Characters of a reason, and of an answer in words. */
const MOST = 20_000
/** What is not right about an answer, by field. An empty answer clears the question. */
export function answerProblems(
  question: Question,
  { value, reason }: Given,
  variant: Variant | undefined,
): Readonly<Record<string, string>> {
  if (reason.length > MOST) return { reden: tooLong(reason.length, MOST) }
  if (value === null || value.length === 0) return {}
  if (question.kind === 'text')
    return typeof value === 'string' && value.length <= MOST ? {} : { antwoord: tooLong(String(value).length, MOST) }
  const options = [...optionsOf(question, variant), ...question.options]
  const chosen = [value].flat().map((id) => options.find((option) => option.id === id))
  if (chosen.includes(undefined) || (question.kind !== 'choices' && typeof value !== 'string'))
    return { antwoord: 'Kies een antwoord uit de lijst.' }
  if (chosen.some((option) => option!.reasonRequired) && reason === '')
    return { reden: 'Leg uit waarom deze vraag hier niet past.' }
  return {}
}

/**
 * Whether the questions about the organisation itself are answered, from which its group follows; true for a
 * questionnaire without groups.
 */
export const profileDone = ({
  questionnaire,
  answers,
}: {
  readonly questionnaire: Questionnaire
  readonly answers: Answers
}): boolean => questionnaire.clusters === undefined || proposeCluster(questionnaire, answers) !== undefined
