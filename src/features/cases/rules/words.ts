/** What the parts of a case are called, and its way as a reader sees it. Pure. */
import type { CaseState } from '../../../vocabulary/case.ts'

export { KIND_NAMES, REACTIONS, STANCES, WAY } from '../../../vocabulary/case.ts'

/** The way of what was signed as without effect. */
export const SHORT_WAY: readonly CaseState[] = ['draft', 'pre-check', 'no-effect', 'published']

/** Whose turn it is, as a sentence of its own; empty where it is nobody's. */
export const TURNS: Readonly<Record<CaseState, string>> = {
  draft: 'De indiener is aan zet.',
  'pre-check': 'De behandelaar is aan zet.',
  'no-effect': 'De medewerker publicatie is aan zet.',
  'in-test': 'De indiener is aan zet.',
  completeness: 'De behandelaar is aan zet.',
  opinions: 'De adviseurs zijn aan zet.',
  advice: 'De behandelaar is aan zet.',
  reaction: 'De indiener is aan zet.',
  decision: 'De beslisser is aan zet.',
  decided: 'De medewerker publicatie en een tweede persoon zijn aan zet.',
  published: 'De behandelaar is aan zet.',
  'follow-up': 'Wie een maatregel heeft, is aan zet.',
  retest: 'De behandelaar is aan zet.',
  archived: '',
  withdrawn: '',
  'on-hold': 'De behandelaar is aan zet.',
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
