/** The legal terms that may run in a case, as data: what starts one, how long it is, and on what ground. Pure. */
import { addDays, formatISO, parseISO } from 'date-fns'
import { addTerm, type Term } from '../../lib/working-days.ts'
import type { CaseKind } from '../../model/case.ts'

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
  /** `before`: due the day before that date. */
  readonly term: Term | 'before'
  /** What the law lets it be extended by, once. */
  readonly extension?: Term
}

export const LEGAL_TERMS: readonly LegalTerm[] = [
  { id: 'raadpleging', name: 'Voorafgaande raadpleging van de Autoriteit Persoonsgegevens', length: '8 weken, eenmaal met 6 weken te verlengen', when: 'als na de DPIA een hoog risico overblijft',
    source: 'AVG artikel 36 lid 2', kinds: ['regulation', 'proposal', 'product'], from: 'waarop de Autoriteit Persoonsgegevens het verzoek ontving', term: { weeks: 8 }, extension: { weeks: 6 } },
  // The day on which it is laid open counts (Awb art. 3:16 lid 2): the last day is 41 days later.
  { id: 'zienswijzen', name: 'Zienswijzen', length: '6 weken; de dag van terinzagelegging telt mee', when: 'als de uniforme openbare voorbereidingsprocedure geldt', source: 'Awb artikel 3:16', kinds: ['regulation', 'proposal'],
    from: 'waarop het ontwerp ter inzage is gelegd', term: { days: 41 } },
  { id: 'bekendmaking', name: 'Bekendmaking', length: 'vóór de inwerkingtreding', when: 'bij een regeling die burgers bindt', source: 'Gemeentewet artikel 139 en Bekendmakingswet', kinds: ['regulation'],
    from: 'waarop de regeling in werking treedt', term: 'before' },
  { id: 'opschorting', name: 'Opschortende termijn bij gunning', length: '20 dagen', when: 'bij een Europese aanbesteding', source: 'Aanbestedingswet 2012 artikel 2.127', kinds: ['product'],
    from: 'waarop de gunningsbeslissing is verzonden', term: { days: 20 } },
  { id: 'interoperabiliteit', name: 'Interoperabiliteitsbeoordeling openbaar', length: 'vóór de eis wordt vastgesteld', when: 'bij bindende eisen aan digitale diensten over de grens', source: 'Verordening Interoperabel Europa artikel 3',
    kinds: ['regulation', 'proposal', 'product'], from: 'waarop de eis wordt vastgesteld', term: 'before' },
]

/** The last day of a term that is counted from `from`. A term that ends on a Saturday, Sunday or holiday ends on the next working day (Algemene termijnenwet art. 1). */
export const dueOf = ({ term }: Pick<LegalTerm, 'term'>, from: string): string =>
  (term === 'before' ? formatISO(addDays(parseISO(from), -1), { representation: 'date' }) : addTerm(from, term))

export type LegalState = 'running' | 'late' | 'met' | 'missed'
/** How a term stands: the last day itself is in time. */
export const legalState = ({ dueOn, endedOn }: { readonly dueOn: string; readonly endedOn: string | null }, today: string): LegalState =>
  (endedOn === null ? today > dueOn ? 'late' : 'running' : endedOn > dueOn ? 'missed' : 'met')
