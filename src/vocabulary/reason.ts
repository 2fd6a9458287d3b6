/** Reasons of a finding that no check gives and several places know. */

/** Why something is unknown of which two measurements said otherwise; `one` and `other` are their moments. */
export const CONTRADICTS = 'contradicts'
