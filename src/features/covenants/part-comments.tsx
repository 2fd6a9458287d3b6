/** What was said of an article: each comment with what became of it, and the field to say something. */
import { COMMENT_STATES } from '../../vocabulary/covenant.ts'
import { Area, type Problems } from '../../web/desk/form.tsx'
import { moment } from '../../web/language.ts'
import type { ReactNode } from 'react'
import type { Comment, Voice } from './comment-store.ts'

/** Characters of a comment, and of an answer. */
export const MOST_COMMENT = 4_000

/** `Noor de Wit, accountmanager (Café de Sluis)`; who was forgotten keeps the function. */
export const inWords = ({ name, function: work, organisation }: Voice): string => {
  const who = [name, work].filter(Boolean).join(', ') || 'iemand die hier niet meer werkt'
  return organisation === '' ? who : `${who} (${organisation})`
}

/** What became of it, in words: `overgenomen in versie 2`. */
export const outcomeOf = ({ state, doneIn }: Pick<Comment, 'state' | 'doneIn'>): string =>
  doneIn === null ? COMMENT_STATES[state] : `${COMMENT_STATES[state]} in versie ${doneIn}`

/** `below`: what can be done with a comment. `level`: names the version that each speaks of. */
export function Comments({
  comments,
  below,
  withVersion = false,
}: {
  comments: readonly Comment[]
  below?: (comment: Comment) => ReactNode
  withVersion?: boolean
}) {
  return comments.map((each) => (
    <article key={each.id} className="ld-comment" id={`reactie-${each.id}`}>
      <p className="ld-quiet">
        {inWords(each.by)}, {moment('nl', each.at)}
        {withVersion ? `, bij versie ${each.version}` : ''}
      </p>
      <p>{each.text}</p>
      <p>
        <strong>{`Stand: ${outcomeOf(each)}.`}</strong>
      </p>
      {each.answeredAt === null ? null : (
        <>
          <p className="ld-quiet">
            Antwoord van {inWords(each.answeredBy)}, {moment('nl', each.answeredAt)}
          </p>
          <p>{each.answer}</p>
        </>
      )}
      {below?.(each)}
    </article>
  ))
}

/** The field of a comment, with who will read it. */
export function CommentField({ value, problems }: { value: string; problems: Problems }) {
  return (
    <Area
      name="reactie"
      label="Uw reactie op dit artikel"
      hint="Iedereen die is uitgenodigd, leest dit, met uw naam en functie. Na versturen kunt u het niet wijzigen."
      value={value}
      rows={5}
      maxLength={MOST_COMMENT}
      problems={problems}
    />
  )
}
