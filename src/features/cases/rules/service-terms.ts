/** The service terms of a case: what each step was given and took. Pure. */
import { addTerm } from '../../../lib/working-days.ts'
import { STATE_NAMES, type CaseState } from '../../../vocabulary/case.ts'
import { STEPS } from './steps.ts'
import { TERM_NAMES } from './words.ts'

export type StepAt = {
  readonly from: CaseState | null
  readonly to: CaseState
  readonly on: string
  readonly by: string
}
export type TermOf = {
  readonly name: string
  readonly dueOn: string
  /** When the step was left; null while it runs. */
  readonly doneOn: string | null
  readonly state: 'met' | 'late' | 'running'
  /** Who left it, or nobody yet. */
  readonly by: string | null
}

/**
 * The service term of every step that had one. `steps` oldest first, with ISO dates; `dueOn` is what the current step
 * was really given, `asked` the terms that a handler gave for opinions, which may be longer than the usual one.
 */
export function serviceTerms(
  steps: readonly StepAt[],
  today: string,
  dueOn: string | null,
  asked: readonly { readonly on: string; readonly dueOn: string }[] = [],
): TermOf[] {
  return steps.flatMap((step, index) => {
    const term = STEPS.find(({ from, to }) => from.includes(step.from ?? 'draft') && to === step.to)?.term
    if (!term) return []
    const [next, last] = [steps[index + 1], index === steps.length - 1]
    const given = asked
      .filter(({ on }) => step.to === 'opinions' && on >= step.on && on <= (next?.on ?? today))
      .map((each) => each.dueOn)
    const due = last && dueOn !== null ? dueOn : (given.toSorted().at(-1) ?? addTerm(step.on, term))
    return [
      {
        name: TERM_NAMES[step.to] ?? STATE_NAMES[step.to],
        dueOn: due,
        doneOn: next?.on ?? null,
        by: next?.by ?? null,
        state: (next?.on ?? today) > due ? 'late' : next ? 'met' : 'running',
      } satisfies TermOf,
    ]
  })
}
