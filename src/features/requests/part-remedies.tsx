/** What can be done after each answer, in order, with its own last day; also while somebody looks again. */
import type { RequestKind } from '../../model/request.ts'
import type { CityContact } from '../../model/letter.ts'
import { addTerm } from '../../lib/working-days.ts'
import { CONTROLLERS, type Controller } from '../../vocabulary/request.ts'
import { ArticleOf } from '../../web/article.tsx'
import type { Lang } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'
import type { FollowedRequest } from './door-store.ts'
import { answersOf, below, type GivenAnswer } from './follow-props.ts'
import { toldEnding } from './endings.ts'
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
export function Remedies({ view, request, kind, today }: Props) {
  const t = follows(view.lang)
  const answers = answersOf(request)
  const named = answers.length > 1 || request.state !== 'closed'
  return answers.map((answer, at) => (
    <div key={answer.no}>
      {named ? (
        <>
          <Heading level={3}>{t.aboutAnswer(answer.on)}</Heading>
          <Text>{toldEnding(view.lang, kind, answer.outcome, answer.ground)}</Text>
        </>
      ) : null}
      <AfterAnswer
        {...{ kind, today, answer }}
        lang={view.lang}
        city={view.municipality.name}
        contact={view.contact}
        level={named ? 4 : 3}
      />
      <Text>
        <Link to={`${below(view, 'brief')}/${request.number}${at === 0 ? '' : `?antwoord=${answer.no}`}`}>
          {t.letterLink}
        </Link>
      </Text>
    </div>
  ))
}

type AfterProps = {
  readonly lang: Lang
  readonly kind: RequestKind
  readonly today: string
  readonly answer: GivenAnswer
  readonly city: string
  readonly contact: Pick<CityContact, 'phone' | 'counter'> | undefined
  readonly level: 3 | 4
}

type Where = Pick<AfterProps, 'lang' | 'city' | 'contact'> & {
  readonly answer: Pick<GivenAnswer, 'knownOn' | 'controller'>
}
/** Until when one can object to a decision, to whom, and where. */
export const objectClause = (where: Where & Pick<AfterProps, 'today'>): string =>
  `${objectWhen(where.lang, where.answer, where.today)} ${objectWhere(where)}`.trim()

/** Until when one can object: counted from the day after it was made known, and no day where nobody knows that one. */
function objectWhen(lang: Lang, { knownOn }: Pick<GivenAnswer, 'knownOn'>, today: string): string {
  const t = follows(lang)
  if (knownOn === null) return t.remedySent
  const until = objectUntil(knownOn)
  return today > until ? t.remedyPast(until) : t.remedyUntil(until)
}

/** To whom one objects, and where (Awb 3:45): the body that decided, as far as the municipality wrote down where. */
function objectWhere({ lang, answer, city, contact }: Where): string {
  const t = follows(lang)
  const { name = '', address = '' } = contact?.counter ?? {}
  const place = [name, address].filter((part) => part !== '').join(', ')
  return [
    answer.controller === '' ? '' : t.objectTo(CONTROLLERS[answer.controller as Controller][lang], city),
    place === '' ? '' : t.objectWhere(place),
    contact === undefined || contact.phone === '' ? '' : t.objectCall(contact.phone),
  ]
    .filter((part) => part !== '')
    .join(' ')
}
/** Who decided, on what ground, and what can be done about it. */
export function AfterAnswer(props: AfterProps) {
  const { lang, kind, answer, level } = props
  const t = follows(lang)
  const ground = kind.refusals.find(({ id }) => id === answer.ground)
  return (
    <>
      {answer.to === '' ? null : <Text>{t.passedTo(answer.to)}</Text>}
      {answer.position === '' ? null : (
        <Text>{t.decidedBy(CONTROLLERS[answer.controller as Controller][lang], answer.position)}</Text>
      )}
      {ground === undefined ? null : (
        <>
          <Heading level={level}>{t.ground}</Heading>
          <Text>
            {ground.said[lang]} <ArticleOf article={ground.article} lang={lang} />
          </Text>
        </>
      )}
      <Heading level={level}>{t.remedies}</Heading>
      <ol className="ld-list">
        {kind.remedies.map(({ kind: what, said, article }) => (
          <li key={what}>
            {said[lang]}
            {what === 'objection' ? ` ${objectClause(props)}` : ''} <ArticleOf article={article} lang={lang} />
          </li>
        ))}
      </ol>
    </>
  )
}
