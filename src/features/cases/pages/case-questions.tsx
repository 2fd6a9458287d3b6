/** Questions that were asked at an opinion, with their answers. */
import { day } from '../../../web/language.ts'
import type { Case, QuestionRow } from '../store/rows.ts'
import { name } from './part.ts'

export function QuestionList({ file, questions }: { file: Case; questions: readonly QuestionRow[] }) {
  return (
    <ul className="ld-list">
      {questions.map(({ id, text, by, at, whom, answer }) => (
        <li key={id}>
          {text}{' '}
          <span className="ld-quiet">
            vraag van {name(file, by)} aan {name(file, whom)}, {day('nl', at)}
          </span>
          <br />
          {answer ? (
            <>
              {answer.text}{' '}
              <span className="ld-quiet">
                antwoord van {name(file, answer.by)}, {day('nl', answer.at)}
              </span>
            </>
          ) : (
            <span className="ld-quiet">nog geen antwoord</span>
          )}
        </li>
      ))}
    </ul>
  )
}
