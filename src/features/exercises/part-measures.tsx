/** What was learnt, and the measures that follow from it: what, who, and before which day. */
import { MEASURE_STATES } from '../../vocabulary/exercise.ts'
import { Day } from '../../web/desk/day.tsx'
import { Area, Button, Buttons, Field, Form, none, Select } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { personOption, type ExerciseProps } from './parts.tsx'
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
          rows={measures.map(({ id, lesson, text, ownerName, dueOn, state }) => ({
            key: id,
            cells: [
              lesson,
              <Link key="m" to={`${PLACE}/maatregelen/${id}`}>
                {text}
              </Link>,
              ownerName ?? 'iemand van de gemeente',
              <Day key="d" on={dueOn} />,
              state === 'open' && dueOn < today ? 'te laat' : MEASURE_STATES[state],
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

const MeasureForm = ({ view, exercise, owners, problems = none, typed }: ExerciseProps) => (
  <Form view={view} action={`${PLACE}/${exercise.id}/maatregel`}>
    <Area name="les" label="Wat leerde u?" value={said(typed, 'les')} rows={2} maxLength={500} problems={problems} />
    <Area
      name="maatregel"
      label="Wat gaat er gebeuren?"
      value={said(typed, 'maatregel')}
      rows={2}
      maxLength={500}
      problems={problems}
    />
    <Select
      name="wie"
      label="Wie doet het?"
      empty="Kies iemand"
      options={owners.map(personOption)}
      value={said(typed, 'wie')}
      problems={problems}
    />
    <Field name="voor_dag" label="Voor welke dag?" type="date" value={said(typed, 'voor_dag')} problems={problems} />
    <Buttons>
      <Button>Maatregel afspreken</Button>
    </Buttons>
  </Form>
)
