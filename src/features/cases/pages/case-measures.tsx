/** The measures of a case, and what asks for a re-test. */
import { day } from '../../../web/language.ts'
import { Button, Form, Hidden } from '../../../web/desk/form.tsx'
import { Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { pathOf } from '../address.ts'
import { measureOf, toMeasure } from '../objections.ts'
import { name, type Props } from './part.ts'

export function Measures({ file, who, view, today }: Props) {
  const { row, measures, retests } = file
  const at = pathOf(row)
  const states = {
    open: 'open',
    proven: 'bewijs wacht op controle',
    done: 'klaar en gecontroleerd',
    dropped: 'vervallen',
  }
  const may = who.id === row.handler || who.id === row.decisionMaker
  const after = ['decided', 'published', 'follow-up', 'retest'].includes(row.state)
  const waiting = toMeasure(file)
  if (measures.length === 0 && retests.length === 0 && !after) return null
  return (
    <Section id="maatregelen" title="Maatregelen en vervolg">
      {measures.length === 0 ? (
        <Text>Er zijn geen maatregelen.</Text>
      ) : (
        <ul className="ld-tasks">
          {measures.map((measure) => (
            <li key={measure.id}>
              <Link to={`${at}/maatregelen/${measure.id}`}>{measure.text}</Link>
              <span className="ld-quiet">
                {name(file, measure.owner)} · {measure.state === 'open' && measure.dueOn < today ? 'te laat, ' : ''}
                {day('nl', measure.dueOn)} · {states[measure.state]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {after && may && waiting.length > 0 ? (
        <>
          <Heading level={3}>Overgenomen voorwaarden</Heading>
          <ul className="ld-tasks">
            {waiting.map((condition) => (
              <li key={condition.id}>
                <span>
                  {measureOf(condition)}{' '}
                  <span className="ld-quiet">
                    {name(file, condition.owner)}, uiterlijk {day('nl', condition.dueOn!)}
                  </span>
                </span>
                <Form view={view} action={`${at}/maatregelen/uit-voorwaarde`}>
                  <Hidden name="voorwaarde" value={condition.id} />
                  <Button kind="secondary">Maak hiervan een maatregel</Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {after && may ? (
        <Text>
          <Link to={`${at}/maatregelen`}>Voeg een maatregel toe</Link>
        </Text>
      ) : null}
      {retests.length === 0 ? null : (
        <>
          <Heading level={3}>Opnieuw toetsen</Heading>
          <ul className="ld-list">
            {retests.map((retest) => (
              <li key={retest.id}>
                {retest.text} <span className="ld-quiet">uiterlijk {day('nl', retest.dueOn)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {after ? (
        <Text>
          <Link to={`${at}/herijking`}>Er is iets veranderd: vraag om opnieuw te toetsen</Link>
        </Text>
      ) : null}
    </Section>
  )
}
