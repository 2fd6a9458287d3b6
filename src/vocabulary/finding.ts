/** Words of findings that people hand over: where one comes from, how firm it is, what it says. */

/** Where a finding that was not measured comes from, by its word in a file, with how firm it is. */
export const NOTED_SOURCES = {
  inspectie: { source: 'inspection', strength: 'witnessed', told: 'een bezoek ter plaatse' },
  zaak: { source: 'case', strength: 'documented', told: 'een IT-toets' },
  elders: { source: 'import', strength: 'declared', told: 'onderzoek van anderen' },
} as const

/** How firm a finding of others is, by its word in a file. */
export const STRENGTH_WORDS = {
  gezegd: 'declared',
  gemeten: 'measured',
  document: 'documented',
  gezien: 'witnessed',
} as const

/** What a finding says, by its word in a file. */
export const VERDICT_WORDS = {
  voldoet: 'met',
  'voldoet deels': 'partly',
  'voldoet niet': 'unmet',
  onbekend: 'unknown',
  'niet van toepassing': 'not-applicable',
} as const

/** What a finding can be about, by its Dutch word. */
export const SUBJECT_WORDS = {
  organisatie: 'organisation',
  website: 'website',
  'e-maildomein': 'mail-domain',
  product: 'product',
  regeling: 'regulation',
  verwerking: 'processing',
  algoritme: 'algorithm',
  sensor: 'sensor',
  dataset: 'data-set',
  project: 'project',
} as const

/** How firm a finding is, as people read it. */
export const STRENGTHS = {
  declared: 'verklaard',
  measured: 'gemeten',
  documented: 'aangetoond met een stuk',
  witnessed: 'gezien door een medewerker',
} as const
