/** How to meet a norm: where its page stands, and in which order its points are told. Pure. */
import type { Criterion } from '../../model/norm.ts'

/** All of them. */
export const HOW_TO = '/leren/zo-doet-u-het'
/** Of one norm. */
export const howToPath = (norm: string): string => `/normen/${norm}/zo-doet-u-het`

/** What counts most first, and of what counts the same what is least work; advice comes last. */
export function inOrder(criteria: readonly Criterion[]): readonly Criterion[] {
  const work = { small: 0, medium: 1, large: 2 }
  const of = ({ effort }: Criterion) => (effort === undefined ? 1 : work[effort.size])
  return criteria.toSorted((one, other) => other.weight - one.weight || of(one) - of(other))
}
