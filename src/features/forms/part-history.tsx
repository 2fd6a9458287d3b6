/** What was answered before, newest first, and what each changed. */
import type { Part } from '../../lib/word-difference.ts'
import { wordsOf } from '../../scoring/visible.ts'
import { moment } from '../../web/language.ts'
import { Button, Form } from '../../web/desk/form.tsx'
import { Section } from '../../web/parts.tsx'
import { variantOf } from './pages-list.tsx'
import type { QuestionProps } from './question-props.ts'
import { answerProblems, type Given } from './rules.ts'
import { askedThen } from './store.ts'

export function History({
  view,
  open,
  history,
  differences,
  question,
  names,
  base,
  locked,
}: QuestionProps & { base: string }) {
  if (history.length < 2) return null
  // What no longer exists is to be read, and cannot be put back.
  const fits = (each: Given) => Object.keys(answerProblems(question, each, variantOf(open))).length === 0
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
                <strong>{wordsOf(askedThen(open, question, each.version), each.value)}</strong>
              </p>
              <Reason reason={each.reason} parts={before && differences[index]} large={before !== undefined} />
              {askedThen(open, question, each.version).text === question.text ? null : (
                <p className="ld-quiet">De vraag was toen: {askedThen(open, question, each.version).text}</p>
              )}
              {index > 0 && locked === undefined && fits(each) ? (
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

/** `parts`: what changed. Where two texts differ too much for that, the newer one stands there as it is. */
function Reason({ reason, parts, large }: { reason: string; parts: readonly Part[] | undefined; large: boolean }) {
  if (parts === undefined)
    return (
      <>
        <p>{reason}</p>
        {large ? <p className="ld-quiet">Deze tekst is te lang of te veel veranderd om te vergelijken.</p> : null}
      </>
    )
  return (
    <p>
      {parts.map(({ value, added, removed }, at) =>
        added ? <ins key={at}>{value}</ins> : removed ? <del key={at}>{value}</del> : <span key={at}>{value}</span>,
      )}
    </p>
  )
}
