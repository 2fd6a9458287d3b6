/** What the groups of organisations that are digitally alike are called. */

export const CLUSTERS = ['A', 'B', 'C', 'D'] as const

/** What each cluster is called, behind the word “groep”. */
export const CLUSTER_NAMES: Readonly<Record<string, string>> = {
  A: 'A (kleine organisatie)',
  B: 'B (leunt op computers)',
  C: 'C (veel mensen of gevoelige gegevens)',
  D: 'D (onmisbaar voor de stad)',
}
