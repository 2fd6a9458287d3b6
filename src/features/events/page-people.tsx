/** The list of who has a place at an event, on paper for the door; thrown away after it. */
import { DeskPage } from '../../web/desk/page.tsx'
import { day } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { crumbsOf, eventPath, type Here } from './here.ts'
import type { Joined } from './signups-store.ts'
import type { Event } from './store.ts'

type Props = Omit<Here, 'today'> & { readonly event: Event; readonly people: readonly Joined[] }

export function PeoplePage({ view, door, event, people }: Props) {
  const title = `Deelnemers van ${event.title}`
  const here = eventPath(door, event.id)
  return (
    <DeskPage view={view} title={title} crumbs={[...crumbsOf(door), { name: event.title, to: here }]}>
      <Heading level={1}>{title}</Heading>
      <Text lead>
        {day('nl', event.starts_on)}, {event.starts.replace(':', '.')} uur. Zet een streepje bij wie er is.
      </Text>
      <Text>Gooi dit papier weg na het evenement. Deel het met niemand.</Text>
      {people.length === 0 ? (
        <Text>Nog niemand heeft een plaats.</Text>
      ) : (
        <Table
          id="deelnemers"
          caption="Wie een plaats heeft"
          hideCaption
          stacked
          columns={[{ head: 'Naam' }, { head: 'Telefoon' }, { head: 'Is er' }]}
          rows={people.map((each) => ({ key: each.id, cells: [each.name, each.phone, 'ja / nee'] }))}
        />
      )}
      <p className="ld-noprint">
        <Link to={here}>Terug naar het evenement</Link>
      </p>
    </DeskPage>
  )
}
