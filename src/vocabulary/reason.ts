/** Reasons and facts of a finding that no check gives and several places know. */

/** Why something is unknown of which two measurements said otherwise; `one` and `other` are their moments. */
export const CONTRADICTS = 'contradicts'

/** What became of barriers since the publication before: said beside what was seen, and no difference by itself. */
export const SINCE = 'barriersSince'
