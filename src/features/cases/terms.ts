/** The terms of a case: what each step was given and took, and the legal terms that may run beside it. Pure. */
import { addTerm } from '../../lib/working-days.ts'
import type { CaseKind, CaseState } from '../../model/case.ts'
import { STATE_NAMES, STEPS } from './rules.ts'

export type StepAt = { readonly from: CaseState | null; readonly to: CaseState; readonly on: string; readonly by: string }
export type TermOf = {
  readonly name: string; readonly dueOn: string
  /** When the step was left; null while it runs. */
  readonly doneOn: string | null
  readonly state: 'met' | 'late' | 'running'
  /** Who left it, or nobody yet. */
  readonly by: string | null
}

/** The service term of every step that had one. `steps` oldest first, with ISO dates; `dueOn` is what the current step was really given. */
export function serviceTerms(steps: readonly StepAt[], today: string, dueOn: string | null): TermOf[] {
  return steps.flatMap((step, index) => {
    const term = STEPS.find(({ from, to }) => from.includes(step.from ?? 'draft') && to === step.to)?.term
    if (!term) return []
    const [next, last] = [steps[index + 1], index === steps.length - 1]
    const due = last && dueOn !== null ? dueOn : addTerm(step.on, term)
    return [{ name: STATE_NAMES[step.to], dueOn: due, doneOn: next?.on ?? null, by: next?.by ?? null, state: (next?.on ?? today) > due ? 'late' : next ? 'met' : 'running' } satisfies TermOf]
  })
}

export type LegalTerm = { readonly name: string; readonly term: string; readonly when: string; readonly source: string; readonly kinds: readonly CaseKind[] }

/** Legal terms that may hold for what is tested. They run outside Leidraad: this tells that they are there, and on what ground. */
export const LEGAL_TERMS: readonly LegalTerm[] = [
  { name: 'Voorafgaande raadpleging van de Autoriteit Persoonsgegevens', term: '8 weken, met 6 weken te verlengen', when: 'als na de DPIA een hoog risico overblijft', source: 'AVG artikel 36', kinds: ['regulation', 'proposal', 'product'] },
  { name: 'Zienswijzen', term: '6 weken', when: 'als de uniforme openbare voorbereidingsprocedure geldt', source: 'Awb artikel 3:16', kinds: ['regulation', 'proposal'] },
  { name: 'Bekendmaking', term: 'vóór de inwerkingtreding', when: 'bij elke regeling', source: 'Bekendmakingswet', kinds: ['regulation'] },
  { name: 'Beslissen op een aanvraag', term: 'hoogstens 8 weken als er geen andere termijn geldt', when: 'als mensen iets aanvragen', source: 'Awb artikel 4:13', kinds: ['regulation', 'proposal', 'product'] },
  { name: 'Opschortende termijn bij gunning', term: '20 dagen', when: 'bij een Europese aanbesteding', source: 'Aanbestedingswet artikel 2.127', kinds: ['product'] },
  { name: 'Interoperabiliteitsbeoordeling', term: 'openbaar vóór de eis wordt vastgesteld', when: 'bij bindende eisen aan diensten over de grens', source: 'Verordening Interoperabel Europa artikel 3', kinds: ['regulation', 'proposal', 'product'] },
]
