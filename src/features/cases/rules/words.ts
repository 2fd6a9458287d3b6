/** What the parts of a case are called, and its way as a reader sees it. Pure. */
import type { CaseKind, CaseState, ReactionKind, Stance } from '../../../model/case.ts'

export const KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  regulation: 'regeling',
  proposal: 'beleidsvoorstel',
  product: 'digitaal product',
}
export const STANCES: Readonly<Record<Stance, string>> = {
  'no-objection': 'Geen bezwaar',
  conditions: 'Geen bezwaar onder voorwaarden',
  revise: 'Eerst aanpassen',
  against: 'Niet doen',
  'none-needed': 'Geen advies nodig',
}
export const REACTIONS: Readonly<Record<ReactionKind, string>> = {
  adopt: 'overnemen',
  adapt: 'aangepast overnemen',
  refuse: 'niet overnemen',
}

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
  'no-effect': 'de publicist',
  'in-test': 'de indiener',
  completeness: 'de behandelaar',
  opinions: 'de adviseurs',
  advice: 'de behandelaar',
  reaction: 'de indiener',
  decision: 'de beslisser',
  decided: 'de publicist en een tweede persoon',
  published: 'de behandelaar',
  'follow-up': 'wie een maatregel heeft',
  retest: 'de behandelaar',
  archived: 'niemand',
  withdrawn: 'niemand',
  'on-hold': 'de behandelaar',
}
