/** What the groups of organisations are called, and how a spearpoint stands, in words. */

export const CLUSTERS = ['A', 'B', 'C', 'D'] as const

/** What each cluster is called, behind the word “groep”. */
export const CLUSTER_NAMES: Readonly<Record<string, string>> = {
  A: 'A (kleine organisatie)',
  B: 'B (leunt op computers)',
  C: 'C (veel mensen of gevoelige gegevens)',
  D: 'D (onmisbaar voor de stad)',
}
/** The same behind the word “group”. */
export const CLUSTER_NAMES_ENGLISH: Readonly<Record<string, string>> = {
  A: 'A (small organisation)',
  B: 'B (relies on computers)',
  C: 'C (many people or sensitive data)',
  D: 'D (the city cannot do without it)',
}

export const SPEARPOINT_STATES = {
  chosen: 'gekozen, nog niet openbaar',
  published: 'openbaar',
  'withdrawal-asked': 'openbaar, intrekken gevraagd',
  withdrawn: 'ingetrokken',
} as const
export type SpearpointState = keyof typeof SPEARPOINT_STATES

export const EFFORT_WORDS = { small: 'klein', medium: 'middel', large: 'groot' } as const

/** Below so many organisations a group is told in counts at the desk, and not at all to everybody. */
export const LEAST = 10
/** Counts that everybody reads go by so many, and so many have to join or leave before a figure moves. */
export const BATCH = 5
