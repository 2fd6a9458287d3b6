/** The legal terms that may run in a case, as data: what starts one, how long it is, and on what ground. Pure. */
import { addDays, formatISO, parseISO } from 'date-fns'
import { addTerm, type Term } from '../../../lib/working-days.ts'
import type { CaseKind } from '../../../vocabulary/case.ts'

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
  /** `before`: due the day before that day; counted back, so it never moves (Algemene termijnenwet art. 1 lid 2). */
  readonly term: Term | 'before'
  /** What it comes to when it is extended, counted from the same day; the law allows that once. */
  readonly extended?: Term
  /** Nothing may happen before it is over: it is waited out, and never late. */
  readonly wait?: true
  /** What may still have to be waited for when the last day is over. */
  readonly waitAlso?: string
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
    term: { weeks: 8, regime: 'eu' },
    extended: { weeks: 14, regime: 'eu' },
  },
  {
    id: 'zienswijzen',
    name: 'Zienswijzen',
    length: '6 weken; de dag van terinzagelegging telt mee',
    when: 'als de uniforme openbare voorbereidingsprocedure geldt',
    source: 'Awb artikel 3:16 lid 1 en 2',
    kinds: ['regulation', 'proposal'],
    from: 'waarop het ontwerp ter inzage is gelegd',
    term: { weeks: 6, withFirstDay: true, regime: 'atw' },
    wait: true,
  },
  {
    id: 'bekendmaking',
    name: 'Bekendmaking',
    length: 'vóór de inwerkingtreding',
    when: 'bij een regeling die burgers bindt',
    source: 'Bekendmakingswet (het artikel loopt een jurist nog na)',
    kinds: ['regulation'],
    from: 'waarop de regeling in werking treedt',
    term: 'before',
    afterDecision: true,
  },
  {
    id: 'opschorting',
    name: 'Opschortende termijn bij gunning',
    length: 'minstens 20 kalenderdagen, vanaf de dag na verzending',
    when: 'bij een Europese aanbesteding',
    source: 'Aanbestedingswet 2012 artikel 2.127 en 2.131',
    kinds: ['product'],
    from: 'waarop de gunningsbeslissing is verzonden',
    term: { days: 20, regime: 'atw' },
    wait: true,
    waitAlso: 'Vroeg iemand binnen deze tijd een kort geding aan? Wacht dan tot de rechter heeft beslist.',
  },
  {
    id: 'interoperabiliteit',
    name: 'Interoperabiliteitsbeoordeling gemaakt',
    length: 'vóór het besluit over de eis',
    when: 'bij bindende eisen aan digitale diensten over de grens',
    source: 'Verordening interoperabel Europa artikel 3 lid 1',
    kinds: ['regulation', 'proposal', 'product'],
    from: 'waarop over de eis wordt besloten',
    term: 'before',
  },
]
/** Those that can be late. */
export const DEADLINES: readonly string[] = LEGAL_TERMS.filter(({ wait }) => !wait).map(({ id }) => id)
/** The term with this id; undefined for one that is no longer known. */
export const legalTerm = (id: string): LegalTerm | undefined => LEGAL_TERMS.find((term) => term.id === id)

/** The last day of a term that is counted from `from`, by the regime of the term. */
export const dueOf = (term: LegalTerm['term'], from: string): string =>
  term === 'before' ? formatISO(addDays(parseISO(from), -1), { representation: 'date' }) : addTerm(from, term)

const MOVES = 'Een laatste dag in het weekend of op een feestdag schuift op'
/** How the last day of a term is worked out, in words. */
export const countedBy = (term: LegalTerm['term']): string =>
  term === 'before' || 'hours' in term || 'workingDays' in term || term.regime === 'none'
    ? 'De laatste dag schuift niet op.'
    : term.regime === 'eu'
      ? `${MOVES} (Verordening 1182/71).`
      : `${MOVES} (Algemene termijnenwet).`

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
