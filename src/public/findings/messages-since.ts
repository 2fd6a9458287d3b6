/** What became of barriers since the publication before, in both languages. */
import type { Seen } from '../../model/finding.ts'
import type { Difference } from '../../model/publication.ts'
import { number, type Lang } from '../../web/language.ts'

const nl = {
  since: (same: string, gone: string, fresh: string) =>
    `Belemmeringen op pagina’s die wij beide keren zagen: ${same} gebleven, ${gone} weg, ${fresh} nieuw.`,
}

const en: typeof nl = {
  since: (same: string, gone: string, fresh: string) =>
    `Barriers on pages that we saw both times: ${same} stayed, ${gone} gone, ${fresh} new.`,
}

/** One sentence; empty where it is not known, or where there was no barrier either time. */
export function sinceTold(lang: Lang, seen: Seen): string {
  const { same = 0, gone = 0, fresh = 0 } = (seen['barriersSince'] ?? {}) as Partial<Difference>
  if (same + gone + fresh === 0) return ''
  const { since } = lang === 'en' ? en : nl
  return since(number(lang, same), number(lang, gone), number(lang, fresh))
}
