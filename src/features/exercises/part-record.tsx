/** What happened in an exercise, line after line, by role and never by name. */
import { EVENT_WORDS } from '../../vocabulary/exercise.ts'
import { Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { ExerciseProps } from './parts.tsx'
import type { Event } from './store.ts'

type Of = Pick<ExerciseProps, 'exercise' | 'events'>

function wordsOf({ kind, message, text }: Event, { content }: Of['exercise']): string {
  if (message !== null) return `${EVENT_WORDS[kind]}: ${content.messages[message]?.text.nl ?? ''}`
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
        .toSorted((one, other) => one.minute - other.minute)
        .map((event) => ({
          key: event.id,
          cells: [String(event.minute), roles.get(event.role ?? '') ?? 'spelleider', wordsOf(event, exercise)],
        }))}
    />
  )
}

export const RecordPart = (props: Of) => (
  <Section id="verslag" title="Hoe het ging">
    <Text>{props.exercise.result}</Text>
    <RecordTable {...props} />
  </Section>
)
