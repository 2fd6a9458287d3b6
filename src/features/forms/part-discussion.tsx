/** What others said of an answer, and room to say something. */
import { moment } from '../../web/language.ts'
import { Area, Button, Buttons, Form, none } from '../../web/desk/form.tsx'
import { Section } from '../../web/parts.tsx'
import type { QuestionProps } from './question-props.ts'

export function Discussion({
  view,
  comments,
  names,
  base,
  comment,
  problems = none,
  typed = {},
}: QuestionProps & { base: string }) {
  if (comments.length === 0 && !comment) return null
  return (
    <Section id="opmerkingen" title="Opmerkingen">
      {comments.map((each) => (
        <article key={each.id} className="ld-comment">
          <p className="ld-quiet">
            {names.get(each.by) ?? 'iemand die hier niet meer werkt'}, {moment('nl', each.at)}
          </p>
          <p>{each.text}</p>
        </article>
      ))}
      {comment ? (
        <Form view={view} action={`${base}/opmerking`}>
          <Area
            name="opmerking"
            label="Uw opmerking"
            rows={3}
            value={typed['opmerking'] ?? ''}
            maxLength={4_000}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Plaats opmerking</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}
