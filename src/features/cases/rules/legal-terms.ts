/** The legal terms that may run in a case, as data: what starts one, how long it is, and on what ground. Pure. */
import { addDays, formatISO, parseISO } from 'date-fns'
import { addTerm, type Term } from '../../../lib/working-days.ts'
import type { CaseKind } from '../../../model/case.ts'

export type LegalTerm = {
  readonly id: string
  readonly name: string
  /** How long, in words. */
  readonly length: string
  readonly when: string
  readonly source: string
  readonly kinds: readonly CaseKind[]
  /** The day that the term is counted from, after “de dag”. */
  readonly from: string
  /** `before`: due the day before that day. */
  readonly term: Term | 'before'
  /** What it comes to when it is extended, counted from the same day; the law allows that once. */
  readonly extended?: Term
  /** Nothing may happen before it is over: it is waited out, and never late. */
  readonly wait?: true
  /** It can only be done after the decision: while it runs it stands in no decision's way. */
  readonly afterDecision?: true
}

export const LEGAL_TERMS: readonly LegalTerm[] = [
  {
    id: 'raadpleging',
    name: 'Voorafgaande raadpleging van de Autoriteit Persoonsgegevens',
    length: '8 weken, eenmaal te verlengen tot 14; zij staat stil zolang de toezichthouder op informatie wacht',
    when: 'als na de DPIA een hoog risico overblijft',
    source: 'AVG artikel 36 lid 2',
    kinds: ['regulation', 'proposal', 'product'],
    from: 'waarop de Autoriteit Persoonsgegevens het verzoek ontving',
    term: { weeks: 8 },
    extended: { weeks: 14 },
  },
  // The day on which it is laid open counts (Awb art. 3:16 lid 2): the last day is 41 days later.
  {
    id: 'zienswijzen',
    name: 'Zienswijzen',
    length: '6 weken; de dag van terinzagelegging telt mee',
    when: 'als de uniforme openbare voorbereidingsprocedure geldt',
    source: 'Awb artikel 3:16',
    kinds: ['regulation', 'proposal'],
    from: 'waarop het ontwerp ter inzage is gelegd',
    term: { days: 41 },
    wait: true,
  },
  {
    id: 'bekendmaking',
    name: 'Bekendmaking',
    length: 'vóór de inwerkingtreding',
    when: 'bij een regeling die burgers bindt',
    source: 'Bekendmakingswet',
    kinds: ['regulation'],
    from: 'waarop de regeling in werking treedt',
    term: 'before',
    afterDecision: true,
  },
  {
    id: 'opschorting',
    name: 'Opschortende termijn bij gunning',
    length: 'minstens 20 dagen',
    when: 'bij een Europese aanbesteding',
    source: 'Aanbestedingswet 2012 artikel 2.127',
    kinds: ['product'],
    from: 'waarop de gunningsbeslissing is verzonden',
    term: { days: 20 },
    wait: true,
  },
  {
    id: 'interoperabiliteit',
    name: 'Interoperabiliteitsbeoordeling openbaar',
    length: 'vóór de eis wordt vastgesteld',
    when: 'bij bindende eisen aan digitale diensten over de grens',
    source: 'Verordening Interoperabel Europa artikel 3',
    kinds: ['regulation', 'proposal', 'product'],
    from: 'waarop de eis wordt vastgesteld',
    term: 'before',
  },
]
/** Those that can be late. */
export const DEADLINES: readonly string[] = LEGAL_TERMS.filter(({ wait }) => !wait).map(({ id }) => id)
/** The term with this id; undefined for one that is no longer known. */
export const legalTerm = (id: string): LegalTerm | undefined => LEGAL_TERMS.find((term) => term.id === id)

/**
 * The last day of a term that is counted from `from`. A term that ends on a Saturday, Sunday or holiday ends on the
 * next working day (Algemene termijnenwet art. 1).
 */
export const dueOf = (term: LegalTerm['term'], from: string): string =>
  term === 'before' ? formatISO(addDays(parseISO(from), -1), { representation: 'date' }) : addTerm(from, term)

/** `over`: waited out, and may be ended; `early`: ended while it was to be waited out. */
export type LegalState = 'running' | 'late' | 'over' | 'met' | 'missed' | 'early'
/** How a term stands: the last day itself is in time, and is still to be waited out. */
export function legalState(
  { term, dueOn, endedOn }: { readonly term: string; readonly dueOn: string; readonly endedOn: string | null },
  today: string,
): LegalState {
  const wait = legalTerm(term)?.wait === true
  if (endedOn === null) return today <= dueOn ? 'running' : wait ? 'over' : 'late'
  if (wait) return endedOn > dueOn ? 'met' : 'early'
  return endedOn > dueOn ? 'missed' : 'met'
}
export const LEGAL_STATES: Readonly<Record<LegalState, string>> = {
  running: 'loopt',
  late: 'te laat',
  over: 'voorbij',
  met: 'afgerond',
  missed: 'te laat afgerond',
  early: 'eerder gestopt',
}
