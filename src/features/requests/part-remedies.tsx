/** What can be done after an answer, in order, each with its article; and the ground of a refusal. */
import type { RequestKind } from '../../model/request.ts'
import { addTerm } from '../../lib/working-days.ts'
import { ArticleOf } from '../../web/article.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'
import type { FollowedRequest } from './door-store.ts'
import { follows } from './messages-follow.ts'

/** Awb 6:7: six weeks, from the day after it was made known. */
const objectUntil = (on: string): string => addTerm(on, { weeks: 6, regime: 'atw' })

type Props = { readonly view: View; readonly request: FollowedRequest; readonly kind: RequestKind }

export function Remedies({ view, request, kind }: Props) {
  const t = follows(view.lang)
  const { lang } = view
  if (request.outcome === 'withdrawn' || request.outcome === 'merged') return null
  const ground = kind.refusals.find(({ id }) => id === request.ground)
  return (
    <>
      {ground === undefined ? null : (
        <>
          <Heading level={3}>{t.ground}</Heading>
          <Text>
            {ground.said[lang]} <ArticleOf article={ground.article} lang={lang} />
          </Text>
        </>
      )}
      <Heading level={3}>{t.remedies}</Heading>
      <ol className="ld-list">
        {kind.remedies.map(({ kind: what, said, article }) => (
          <li key={what}>
            {said[lang]}
            {what === 'objection' ? ` ${t.remedyUntil(objectUntil(request.closedOn!))}` : ''}{' '}
            <ArticleOf article={article} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  )
}
