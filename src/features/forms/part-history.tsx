/** What was answered before, newest first, and what each changed. */
import { diffWords } from 'diff'
import { moment } from '../../web/language.ts'
import { Button, Form } from '../../web/desk/form.tsx'
import { Section } from '../../web/parts.tsx'
import type { QuestionProps } from './question-props.ts'
import { wordsOf } from './words.ts'

export function History({ view, history, question, names, base, locked }: QuestionProps & { base: string }) {
  if (history.length < 2) return null
  return (
    <Section id="geschiedenis" title="Eerdere antwoorden">
      <ol className="ld-list ld-list--plain" reversed>
        {history.map((each, index) => {
          const before = history[index + 1]
          return (
            <li key={each.no} className="ld-comment">
              <p className="ld-quiet">
                {names.get(each.by) ?? 'iemand die hier niet meer werkt'}, {moment('nl', each.at)}
                {each.restores === null ? '' : ` · zet antwoord ${each.restores} terug`}
              </p>
              <p>
                <strong>{wordsOf(question, each.value)}</strong>
              </p>
              {before === undefined ? (
                <p>{each.reason}</p>
              ) : (
                <p>
                  {diffWords(before.reason, each.reason).map((part, at) =>
                    part.added ? (
                      <ins key={at}>{part.value}</ins>
                    ) : part.removed ? (
                      <del key={at}>{part.value}</del>
                    ) : (
                      <span key={at}>{part.value}</span>
                    ),
                  )}
                </p>
              )}
              {index > 0 && locked === undefined ? (
                <Form view={view} action={`${base}/terug`}>
                  <Button kind="plain" name="nummer" value={String(each.no)}>
                    Zet dit antwoord terug
                  </Button>
                </Form>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
