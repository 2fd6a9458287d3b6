/** A law with its article, and that a lawyer still looks at it where that is so. */
import type { Article } from '../model/request.ts'
import type { Lang } from './language.ts'

const CHECK = {
  nl: 'loopt een jurist nog na',
  en: 'to be checked by a lawyer',
} as const

type Props = { article: Article; lang: Lang; bare?: boolean; short?: boolean }

/** What the star of `short` means, once on a page. */
export const STARRED = {
  nl: 'Bij een wet met een sterretje (*) loopt een jurist nog na of het klopt.',
  en: 'A law with an asterisk (*) is still to be checked by a lawyer.',
} as const

/** In brackets behind a sentence, or, `bare`, by itself; `short`: with a star that the page explains. */
export function ArticleOf({ article: { law, article, check }, lang, bare = false, short = false }: Props) {
  return (
    <span className={bare ? undefined : 'ld-quiet'}>
      {bare ? '' : '('}
      <span lang="nl">{`${law} ${article}`}</span>
      {check ? (short ? '*' : `; ${CHECK[lang]}`) : ''}
      {bare ? '' : ')'}
    </span>
  )
}
