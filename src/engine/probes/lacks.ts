/** Writes down how much of a page was seen, in the words of the evidence. */
import type { Lack, Lacks, Part } from '../../model/evidence.ts'

/** What lacks of each of these parts: what lacks of the page as a whole, and what lacks of the part alone. */
export function lacksOf<P extends Part>(
  page: ReadonlySet<Lack>,
  parts: { readonly [part in P]: readonly Lack[] },
): Lacks {
  const each = Object.entries<readonly Lack[]>(parts).map(
    ([part, own]) => [part, [...new Set([...page, ...own])]] as const,
  )
  return Object.fromEntries(each.filter(([, lacks]) => lacks.length > 0))
}

/** What lacks of two looks together. */
export function bothLacks(one: Lacks, other: Lacks): Lacks {
  const parts = [...new Set([...Object.keys(one), ...Object.keys(other)])] as Part[]
  return Object.fromEntries(parts.map((part) => [part, [...new Set([...(one[part] ?? []), ...(other[part] ?? [])])]]))
}
