/** What can be done after each answer, in order, with its own last day; also while somebody looks again. */
import type { RequestKind } from '../../model/request.ts'
import { addTerm } from '../../lib/working-days.ts'
import { ArticleOf } from '../../web/article.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'
import type { FollowedRequest } from './door-store.ts'
import { answersOf, type GivenAnswer } from './follow-props.ts'
import { follows } from './messages-follow.ts'

/** Awb 6:7: six weeks, from the day after it was made known. */
const objectUntil = (on: string): string => addTerm(on, { weeks: 6, regime: 'atw' })

type Props = {
  readonly view: View
  readonly request: FollowedRequest
  readonly kind: RequestKind
  /** YYYY-MM-DD. */
  readonly today: string
}

/** A second look is no objection: what can be done after the first answer stays to be read, with its own day. */
export function Remedies(props: Props) {
  const answers = answersOf(props.request)
  return answers.map((answer) => (
    <OfAnswer
      key={answer.no}
      {...props}
      answer={answer}
      named={answers.length > 1 || props.request.state !== 'closed'}
    />
  ))
}

type OfAnswerProps = Props & { readonly answer: GivenAnswer; readonly named: boolean }
function OfAnswer({ view, kind, today, answer, named }: OfAnswerProps) {
  const t = follows(view.lang)
  const { lang } = view
  const ground = kind.refusals.find(({ id }) => id === answer.ground)
  const until = objectUntil(answer.on)
  return (
    <>
      {named ? (
        <>
          <Heading level={3}>{t.aboutAnswer(answer.on)}</Heading>
          <Text>{t.outcome[answer.outcome]}</Text>
        </>
      ) : null}
      {ground === undefined ? null : (
        <>
          <Heading level={named ? 4 : 3}>{t.ground}</Heading>
          <Text>
            {ground.said[lang]} <ArticleOf article={ground.article} lang={lang} />
          </Text>
        </>
      )}
      <Heading level={named ? 4 : 3}>{t.remedies}</Heading>
      <ol className="ld-list">
        {kind.remedies.map(({ kind: what, said, article }) => (
          <li key={what}>
            {said[lang]}
            {what === 'objection' ? ` ${today > until ? t.remedyPast(until) : t.remedyUntil(until)}` : ''}{' '}
            <ArticleOf article={article} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  )
}
