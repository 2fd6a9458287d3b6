/** What happened in an exercise, line after line, by role and never by name. */
import { EVENT_WORDS } from '../../vocabulary/exercise.ts'
import { Area, Button, Buttons, Form, none } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { moment } from '../../web/language.ts'
import { List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { ExerciseProps } from './parts.tsx'
import { PLACE } from './place.ts'
import type { Event } from './store.ts'

type Of = Pick<ExerciseProps, 'exercise' | 'events'>

function wordsOf({ kind, message, text }: Event, { content }: Of['exercise']): string {
  if (message !== null) {
    const why = kind !== 'skipped' ? '' : text === '' ? ' (zonder reden)' : ` (reden: ${text})`
    return `${EVENT_WORDS[kind]}${why}: ${content.messages[message]?.text.nl ?? ''}`
  }
  return text === '' ? EVENT_WORDS[kind] : `${EVENT_WORDS[kind]}: ${text}`
}

/** Ordered by the minute of the clock: what was typed over from paper stands where it happened. */
export function RecordTable({ exercise, events }: Of) {
  const roles = new Map(exercise.content.roles.map(({ id, name }) => [id, name.nl]))
  if (events.length === 0) return <Text>Er staat nog niets in het verslag.</Text>
  return (
    <Table
      id="tabel-verslag"
      caption="Verslag"
      hideCaption
      stacked
      columns={[{ head: 'Minuut' }, { head: 'Rol' }, { head: 'Wat' }]}
      rows={events
        .filter(({ kind }) => kind !== 'remark')
        .toSorted((one, other) => one.minute - other.minute)
        .map((event) => ({
          key: event.id,
          cells: [String(event.minute), roles.get(event.role ?? '') ?? 'spelleider', wordsOf(event, exercise)],
        }))}
    />
  )
}

export function RecordPart(props: ExerciseProps) {
  const { view, exercise, events, leads, problems = none, typed } = props
  const remarks = events.filter(({ kind }) => kind === 'remark')
  return (
    <Section id="verslag" title="Hoe het ging">
      <Text>{exercise.result}</Text>
      <RecordTable {...props} />
      <List
        items={remarks.map(({ id, at, kind, text }) => ({
          key: id,
          body: `${EVENT_WORDS[kind]}, ${moment('nl', at)}: ${text}`,
        }))}
      />
      {leads ? (
        <Form view={view} action={`${PLACE}/${exercise.id}/opmerking`}>
          <Area
            name="opmerking"
            label="Wilt u nog iets opmerken?"
            hint="Het verslag is gesloten. Dit komt eronder, met de tijd van nu."
            value={said(typed, 'opmerking')}
            rows={2}
            maxLength={1_000}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Opmerking toevoegen</Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}
