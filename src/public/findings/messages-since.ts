/** What became of barriers since the publication before, in both languages. */
import type { Seen } from '../../model/finding.ts'
import type { Difference } from '../../model/publication.ts'
import { number, type Lang } from '../../web/language.ts'

const told: Readonly<Record<Lang, (same: string, gone: string, fresh: string) => string>> = {
  nl: (same, gone, fresh) =>
    `Belemmeringen op pagina’s die wij beide keren zagen: ${same} gebleven, ${gone} weg, ${fresh} nieuw.`,
  en: (same, gone, fresh) => `Barriers on pages that we saw both times: ${same} stayed, ${gone} gone, ${fresh} new.`,
}

/** One sentence; empty where it is not known, or where there was no barrier either time. */
export function sinceTold(lang: Lang, seen: Seen): string {
  const { same = 0, gone = 0, fresh = 0 } = (seen['barriersSince'] ?? {}) as Partial<Difference>
  return same + gone + fresh === 0 ? '' : told[lang](number(lang, same), number(lang, gone), number(lang, fresh))
}
