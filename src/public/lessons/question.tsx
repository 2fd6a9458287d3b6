/**
 * A question of a lesson: a form that asks the page itself, and the same with what is to be said of the answer. The
 * answer stands in the address and nowhere else (ADR 0082).
 */
import type { Question } from '../../model/lesson.ts'
import { href, type View } from '../../web/view.ts'
import type { Marked } from './answers.ts'
import { says } from './messages.ts'

type Props = {
  readonly view: View
  readonly question: Question
  readonly path: string
  readonly marked: Marked | undefined
}

export function QuestionForm({ view, question, path, marked }: Props) {
  const [t, { lang }] = [says(view.lang), view]
  const order = question.kind === 'order'
  const empty = marked?.how === 'empty'
  return (
    <form method="get" action={`${href(view, path)}#uitleg`} className="ld-question">
      <fieldset className="ld-choice" aria-describedby={empty ? 'soort uitleg' : 'soort'}>
        <legend className="ld-question__ask">{question.ask[lang]}</legend>
        <p className="ld-hint" id="soort">
          {t.kind[question.kind]}
        </p>
        {empty ? (
          <p className="ld-problem" id="uitleg" tabIndex={-1}>
            {order ? t.empty.order : t.empty.pick}
          </p>
        ) : null}
        {question.options.map((option) =>
          order ? (
            <div className="ld-order" key={option.id}>
              <label htmlFor={`plaats-${option.id}`}>{option.text[lang]}</label>
              <select
                className="utrecht-select utrecht-select--html-select"
                id={`plaats-${option.id}`}
                name={`plaats-${option.id}`}
                defaultValue={marked?.options.find((each) => each.option.id === option.id)?.place ?? ''}
              >
                <option value="">{t.noPlace}</option>
                {question.options.map((_, at) => (
                  <option key={at + 1} value={at + 1}>
                    {t.place(at + 1)}
                  </option>
                ))}
              </select>
            </div>
          ) : (
            <div className="ld-option" key={option.id}>
              <input
                type={question.kind === 'several' ? 'checkbox' : 'radio'}
                id={`antwoord-${option.id}`}
                name="antwoord"
                value={option.id}
              />
              <label htmlFor={`antwoord-${option.id}`}>{option.text[lang]}</label>
            </div>
          ),
        )}
      </fieldset>
      <p className="ld-question__look">
        <button type="submit" className="nl-button nl-button--primary" name="kijk" value="1">
          {t.look}
        </button>
      </p>
    </form>
  )
}

/** What is said of an answer: in words and shapes, beside each option why, and always a way on. */
export function Answered({ view, question, path, marked }: Props & { readonly marked: Marked }) {
  const [t, { lang }] = [says(view.lang), view]
  if (marked.how === 'empty') return null
  return (
    <section className="ld-question" aria-labelledby="uitleg">
      <p className="ld-question__ask">{question.ask[lang]}</p>
      <div className={`ld-answered ld-answered--${marked.how}`}>
        <h2 id="uitleg" tabIndex={-1} className="nl-heading nl-heading--level-3">
          <span aria-hidden="true">{marked.how === 'right' ? '✓ ' : '↻ '}</span>
          {t.verdict[marked.how]}
        </h2>
        <p>{t.verdictNext[marked.how]}</p>
      </div>
      <ul className="ld-answers">
        {marked.options.map((each) => (
          <li key={each.option.id} className={each.chosen ? 'ld-answers__own' : undefined}>
            <p className="ld-answers__text">{each.option.text[lang]}</p>
            <p className="ld-answers__said">{saidOf(view, question, each, marked.how)}</p>
            <p>{each.option.why[lang]}</p>
          </li>
        ))}
      </ul>
      <p>
        <a className="nl-link" href={href(view, path)}>
          {t.again}
        </a>
      </p>
    </section>
  )
}

/** A few words beside an option: what was done with it, and whether that is right. */
function saidOf(
  { lang }: View,
  { kind }: Question,
  { option, chosen, place, good }: Marked['options'][number],
  how: Marked['how'],
): string {
  const t = says(lang)
  if (kind === 'order')
    return good ? `✓ ${t.placed(place)}, ${t.good}` : `↻ ${t.placed(place)}, ${t.belongs(option.place ?? 0)}`
  if (chosen) return `${option.right ? '✓' : '↻'} ${t.chosen}: ${option.right ? t.good : t.notGood}`
  if (kind === 'several') return good ? `✓ ${t.rightlyLeft}` : `↻ ${t.goodMissed}`
  return option.right ? `✓ ${how === 'right' ? t.goodToo : t.goodMissed}` : t.notGood
}
