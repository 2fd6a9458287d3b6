/** How many barriers stayed, went and came since the publication before. */
import type { Seen } from '../../model/finding.ts'
import type { Difference } from '../../model/publication.ts'
import { SINCE } from '../../vocabulary/reason.ts'
import { number, type Lang } from '../../web/language.ts'
import { sinceSays } from './messages-since.ts'

/** One sentence; empty where it is not known, or where there was no barrier either time. */
export function sinceTold(lang: Lang, seen: Seen): string {
  const { same = 0, gone = 0, fresh = 0 } = (seen[SINCE] ?? {}) as Partial<Difference>
  if (same + gone + fresh === 0) return ''
  return sinceSays(lang).since(number(lang, same), number(lang, gone), number(lang, fresh))
}
