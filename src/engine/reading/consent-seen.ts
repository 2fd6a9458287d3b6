/** What a walk past the question for consent lets a check say at all. */
import { hostOf } from '../../lib/domain.ts'
import type { Consent, Sighting } from '../../model/evidence.ts'
import type { Lists } from '../../model/lists.ts'
import { shown } from './claims.ts'
import { ownerOf, type Page } from './visit.ts'

/**
 * Reasons there is no answer to judge; a check that calls notAnswered spreads them into its own reasons. `not-shown`: a
 * tool that asks for consent was loaded, and we saw no question of it; `perhaps`: something may ask that is not read as
 * a question.
 */
export const NOT_ANSWERED = {
  'no-question': shown('not-applicable'),
  'not-shown': 'unknown',
  perhaps: 'unknown',
  'no-way': 'unknown',
  stayed: 'unknown',
} as const

export type NotAnswered = keyof typeof NOT_ANSWERED

/**
 * The walks on which the question was answered, with a no or a yes, and gone after it; or why there is none. `before`:
 * the pages as they were met first.
 */
export function notAnswered(
  walks: readonly Sighting<Consent>[],
  before: readonly Page[],
  lists: Lists,
): readonly Sighting<Consent>[] | NotAnswered {
  const gone = walks.filter(({ value }) => value.outcome === 'gone')
  if (gone.length > 0) return gone
  const outcomes = walks.map(({ value }) => value.outcome)
  if (outcomes.includes('stayed')) return 'stayed'
  if (outcomes.includes('no-way')) return 'no-way'
  const tool = before.some(({ value }) =>
    value.requests.some(({ url }) => hostOf(url) !== undefined && ownerOf(url, lists)?.category === 'consent'),
  )
  if (tool) return 'not-shown'
  return walks.some(({ value }) => value.perhaps) ? 'perhaps' : 'no-question'
}
