/** What was learnt, and the measures that follow from it: what, who, and before which day. */
import { MEASURE_STATES } from '../../vocabulary/exercise.ts'
import { Day } from '../../web/desk/day.tsx'
import { Area, Button, Buttons, Form, none, Select } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { doerOf, type ExerciseProps } from './parts.tsx'
import { WhoFields } from './who-fields.tsx'
import { findingsLeft } from './rules.ts'
import { PLACE } from './place.ts'

export function MeasuresPart(props: ExerciseProps) {
  const { exercise, measures, owners, today } = props
  return (
    <Section id="maatregelen" title="Wat wij leerden" wide>
      {measures.length === 0 ? (
        <Text>Er is nog geen maatregel afgesproken.</Text>
      ) : (
        <Table
          id="tabel-maatregelen"
          caption="Maatregelen uit deze oefening"
          hideCaption
          stacked
          columns={[{ head: 'Les' }, { head: 'Maatregel' }, { head: 'Wie' }, { head: 'Voor' }, { head: 'Stand' }]}
          rows={measures.map((each) => ({
            key: each.id,
            cells: [
              each.lesson,
              <Link key="m" to={`${PLACE}/maatregelen/${each.id}`}>
                {each.text}
              </Link>,
              doerOf(each),
              <Day key="d" on={each.dueOn} />,
              each.state === 'open' && each.dueOn < today ? 'te laat' : MEASURE_STATES[each.state],
            ],
          }))}
        />
      )}
      {owners.length === 0 ? null : (
        <>
          <Text>Vragen voor het nagesprek:</Text>
          <List items={exercise.content.questions.map((each) => ({ key: each.nl, body: each.nl }))} />
          <MeasureForm {...props} />
        </>
      )}
    </Section>
  )
}

const MeasureForm = ({ view, exercise, events, measures, owners, problems = none, typed }: ExerciseProps) => (
  <Form view={view} action={`${PLACE}/${exercise.id}/maatregel`}>
    <Select
      name="bevinding"
      label="Bij welke bevinding?"
      hint="Elke bevinding heeft een maatregel nodig. Doet u er niets mee? Laat haar dan vervallen, met de reden."
      empty="Een les die niet in het verslag staat"
      options={findingsLeft(events, measures).map(({ id, text }) => ({ value: id, label: text.slice(0, 120) }))}
      value={said(typed, 'bevinding')}
      problems={problems}
    />
    <Area
      name="les"
      label="Wat leerde u?"
      hint="Koos u een bevinding? Dan mag dit leeg blijven: de bevinding is wat u leerde."
      optional
      value={said(typed, 'les')}
      rows={2}
      maxLength={500}
      problems={problems}
    />
    <Area
      name="maatregel"
      label="Wat gaat er gebeuren?"
      value={said(typed, 'maatregel')}
      rows={2}
      maxLength={500}
      problems={problems}
    />
    <WhoFields {...{ owners, problems, typed }} />
    <Buttons>
      <Button>Maatregel afspreken</Button>
    </Buttons>
  </Form>
)
