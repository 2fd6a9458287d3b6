/** A law with its article, and that a lawyer still looks at it where that is so. */
import type { Article } from '../model/request.ts'
import type { Lang } from './language.ts'

const CHECK = {
  nl: 'loopt een jurist nog na',
  en: 'to be checked by a lawyer',
} as const

type Props = { article: Article; lang: Lang; bare?: boolean }

/** In brackets behind a sentence, or, `bare`, by itself. */
export function ArticleOf({ article: { law, article, check }, lang, bare = false }: Props) {
  return (
    <span className={bare ? undefined : 'ld-quiet'}>
      {bare ? '' : '('}
      <span lang="nl">{`${law} ${article}`}</span>
      {check ? `; ${CHECK[lang]}` : ''}
      {bare ? '' : ')'}
    </span>
  )
}
