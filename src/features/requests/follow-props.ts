/** What the page of a request is made from, and the addresses and fields below it. */
import { daysOn } from '../../lib/months.ts'
import type { RequestKind } from '../../model/request.ts'
import { AGAIN_WITHIN_DAYS } from '../../vocabulary/request.ts'
import type { Problems } from '../../web/desk/form.tsx'
import type { View } from '../../web/view.ts'
import type { Followed, FollowedRequest } from './door-store.ts'

export type FollowedProps = {
  readonly view: View
  readonly followed: Followed
  readonly kinds: readonly RequestKind[]
  /** The whole secret address, and the code that opens the same; undefined on later visits. */
  readonly link: string
  readonly code: string | undefined
  /** YYYY-MM-DD. */
  readonly today: string
  readonly problems?: Problems
  /** What was typed and not kept, by the name of the field. */
  readonly typed?: Readonly<Record<string, string>>
}

/** An address below the secret page, in the language of the reader. */
export const below = (view: View, what: string): string => `${view.lang === 'en' ? '/en' : ''}${view.path}/${what}`
/** Fields of several requests on one page have names that differ by its number. */
export const fieldOf = (field: string, number: string): string => `${field}-${number}`

const ANSWERED: readonly (string | null)[] = ['granted', 'partly', 'refused', 'passed-on']
/** Whether there is an answer that one can say something of. */
export const isAnswered = ({ state, outcome }: FollowedRequest): boolean =>
  state === 'closed' && ANSWERED.includes(outcome)
/** The last day on which one can ask to look again. */
export const againUntil = (closedOn: string): string => daysOn(closedOn, AGAIN_WITHIN_DAYS)
