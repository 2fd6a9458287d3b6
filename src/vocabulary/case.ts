/** An IT-toets on its way from draft to decision and back to re-test. */

/** A draft … archived is the way; withdrawn and on-hold are beside it. */
export const CASE_STATES = [
  'draft',
  'pre-check',
  'no-effect',
  'in-test',
  'completeness',
  'opinions',
  'advice',
  'reaction',
  'decision',
  'decided',
  'published',
  'follow-up',
  'retest',
  'archived',
  'withdrawn',
  'on-hold',
] as const
export type CaseState = (typeof CASE_STATES)[number]

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
/** What each state is called. */
export const STATE_NAMES: Readonly<Record<CaseState, string>> = {
  draft: 'concept',
  'pre-check': 'voortoets',
  'no-effect': 'geen digitaal effect',
  'in-test': 'wordt getoetst',
  completeness: 'nakijken op volledigheid',
  opinions: 'adviezen',
  advice: 'advies van Digitale Zaken',
  reaction: 'reactie van de indiener',
  decision: 'besluit',
  decided: 'besloten',
  published: 'gepubliceerd',
  'follow-up': 'opvolging',
  retest: 'opnieuw toetsen',
  archived: 'gearchiveerd',
  withdrawn: 'ingetrokken',
  'on-hold': 'aangehouden',
}
export type CaseKind = 'regulation' | 'proposal' | 'product'
export const KIND_NAMES: Readonly<Record<CaseKind, string>> = {
  regulation: 'regeling',
  proposal: 'beleidsvoorstel',
  product: 'digitaal product',
}
export type Stance = 'no-objection' | 'conditions' | 'revise' | 'against' | 'none-needed'
/** Objection is a word of the Awb: an adviser agrees, or does not. */
export const STANCES: Readonly<Record<Stance, string>> = {
  'no-objection': 'Akkoord',
  conditions: 'Akkoord onder voorwaarden',
  revise: 'Eerst aanpassen',
  against: 'Niet doen',
  'none-needed': 'Geen advies nodig',
}
export type ReactionKind = 'adopt' | 'adapt' | 'refuse'
export const REACTIONS: Readonly<Record<ReactionKind, string>> = {
  adopt: 'overnemen',
  adapt: 'aangepast overnemen',
  refuse: 'niet overnemen',
}

/** A case in one of these states tested what it is about: decided by a person, or signed as without effect. */
export const DECIDED: readonly CaseState[] = ['no-effect', 'decided', 'published', 'follow-up', 'retest', 'archived']
