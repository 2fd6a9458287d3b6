/** What the parts of a case are called, and its way as a reader sees it. Pure. */
import type { CaseState } from '../../../model/case.ts'

export { KIND_NAMES, REACTIONS, STANCES } from '../../../model/case.ts'

/** The way as a reader sees it, in order. */
export const WAY: readonly CaseState[] = [
  'draft',
  'pre-check',
  'in-test',
  'completeness',
  'opinions',
  'advice',
  'reaction',
  'decision',
  'decided',
  'published',
  'follow-up',
]

/** The way of what was signed as without effect. */
export const SHORT_WAY: readonly CaseState[] = ['draft', 'pre-check', 'no-effect', 'published']

/** Who is next, in words, for the line of steps. */
export const NEXT: Readonly<Record<CaseState, string>> = {
  draft: 'de indiener',
  'pre-check': 'de behandelaar',
  'no-effect': 'de medewerker publicatie',
  'in-test': 'de indiener',
  completeness: 'de behandelaar',
  opinions: 'de adviseurs',
  advice: 'de behandelaar',
  reaction: 'de indiener',
  decision: 'de beslisser',
  decided: 'de medewerker publicatie en een tweede persoon',
  published: 'de behandelaar',
  'follow-up': 'wie een maatregel heeft',
  retest: 'de behandelaar',
  archived: 'niemand',
  withdrawn: 'niemand',
  'on-hold': 'de behandelaar',
}

/** Where a case stands, as a sentence of its own. */
export const STATE_SENTENCES: Readonly<Record<CaseState, string>> = {
  draft: 'Dit is nog een concept.',
  'pre-check': 'De voortoets wordt nagekeken.',
  'no-effect': 'Er is verklaard dat dit geen digitaal effect heeft.',
  'in-test': 'Het voorstel wordt getoetst.',
  completeness: 'De behandelaar kijkt of de toets compleet is.',
  opinions: 'De adviseurs geven advies.',
  advice: 'Digitale Zaken schrijft het advies.',
  reaction: 'De indiener reageert op de adviezen.',
  decision: 'De zaak ligt bij de beslisser.',
  decided: 'Er is besloten. Het besluit is nog niet openbaar.',
  published: 'Het besluit is openbaar.',
  'follow-up': 'De maatregelen worden uitgevoerd.',
  retest: 'Deze zaak wordt opnieuw getoetst.',
  archived: 'Deze zaak is gesloten.',
  withdrawn: 'Deze zaak is ingetrokken.',
  'on-hold': 'Deze zaak is aangehouden.',
}

/** What must be done in a state before its term is over, where the state itself does not say so. */
export const TERM_NAMES: Readonly<Partial<Record<CaseState, string>>> = {
  'pre-check': 'voortoets nakijken',
  'no-effect': 'publicatie',
  completeness: 'nakijken op volledigheid',
  opinions: 'adviezen geven',
  decision: 'besluiten',
  decided: 'publicatie',
}
