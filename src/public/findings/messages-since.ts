/** What became of barriers since the publication before, in both languages. */
import type { Lang } from '../../web/language.ts'

const nl = {
  since: (same: string, gone: string, fresh: string) =>
    `Belemmeringen op pagina’s die wij beide keren zagen: ${same} gebleven, ${gone} weg, ${fresh} nieuw.`,
}

const en: typeof nl = {
  since: (same: string, gone: string, fresh: string) =>
    `Barriers on pages that we saw both times: ${same} stayed, ${gone} gone, ${fresh} new.`,
}

/** The sentence in a language. */
export const sinceSays = (lang: Lang): typeof nl => (lang === 'en' ? en : nl)
