/** The success criteria of WCAG that a program can find failures of, and how rules say which they are about. */

/**
 * Success criteria of WCAG 2.1 A and AA for which axe-core 4.14.1 has a rule that can fail: no experimental, deprecated
 * or best-practice rule, and none that only ever asks for a human look (1.2.2, 1.4.2, 2.4.1 and 3.3.2 have nothing
 * else). 2.5.8 is WCAG 2.2. The test of the axe checks holds the list against axe-core's own metadata.
 */
export const CRITERIA: readonly string[] = [
  '1.1.1',
  '1.3.1',
  '1.3.5',
  '1.4.1',
  '1.4.3',
  '1.4.4',
  '1.4.12',
  '2.1.1',
  '2.2.1',
  '2.2.2',
  '2.4.2',
  '2.4.4',
  '2.5.3',
  '2.5.8',
  '3.1.1',
  '3.1.2',
  '4.1.2',
]

/** Rules with one of these tags say nothing about the criterion, or not for sure. */
const NOT_DEFINITE = ['experimental', 'deprecated', 'best-practice', 'review-item', 'wcag2a-obsolete']

/** Whether a rule of axe-core with these tags can say that the criterion ('1.1.1') is not met. */
export function speaksOf(tags: readonly string[], criterion: string): boolean {
  return tags.includes(`wcag${criterion.replaceAll('.', '')}`) && !tags.some((tag) => NOT_DEFINITE.includes(tag))
}
