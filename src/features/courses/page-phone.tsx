/** The list with which a provider phones everybody who has a place: on paper, thrown away after the course. */
import { slotTyped } from '../../lib/typed-times.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { day } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Session } from './course-store.ts'
import { coursePath, crumbsOf, type Here } from './here.ts'
import type { Participant } from './signups-store.ts'
import type { Course } from './store.ts'

type Props = Omit<Here, 'today'> & {
  readonly course: Course
  readonly people: readonly Participant[]
  readonly first: Session | undefined
}

export function PhonePage({ view, door, course, people, first }: Props) {
  const title = `Bellijst van ${course.title}`
  return (
    <DeskPage
      view={view}
      title={title}
      crumbs={[...crumbsOf(door), { name: course.title, to: coursePath(door, course.id) }]}
    >
      <Heading level={1}>{title}</Heading>
      <Text lead>
        {first === undefined
          ? 'Er komt geen les meer.'
          : `Zeg dat de cursus begint op ${day('nl', first.on)}, ${slotTyped(first)} uur. Vraag of iemand komt.`}
      </Text>
      <Text>Gooi dit papier weg na de laatste les. Deel het met niemand.</Text>
      {people.length === 0 ? (
        <Text>Nog niemand heeft een plaats.</Text>
      ) : (
        <Table
          id="bellijst"
          caption="Wie u belt"
          hideCaption
          stacked
          columns={[{ head: 'Naam' }, { head: 'Telefoon' }, { head: 'Komt' }]}
          rows={people.map((each) => ({ key: each.id, cells: [each.name, each.phone, 'ja / nee'] }))}
        />
      )}
      <p className="ld-noprint">
        <Link to={coursePath(door, course.id)}>Terug naar de cursus</Link>
      </p>
    </DeskPage>
  )
}
