/** Beheer: who may do what. */
import type { Tx } from '../../../db/as.ts'
import { PERSON_STATES } from '../../../vocabulary/person.ts'
import { ROLE_NAMES } from '../../../vocabulary/roles.ts'
import { Buttons } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { people, type Colleague } from '../colleagues-store.ts'

function PeoplePage({ view, list }: { view: DeskView; list: readonly Colleague[] }) {
  return (
    <DeskPage view={view} title="Beheer">
      <div className="ld-opening">
        <Heading level={1}>Beheer</Heading>
        <Text lead>Wie mag wat doen in {view.municipality.name}?</Text>
      </div>
      <Buttons>
        <a className="nl-button nl-button--primary" href="/balie/beheer/nieuw">
          Iemand uitnodigen
        </a>
        <Link to="/balie/beheer/gemeente">Hoe de gemeente te bereiken is</Link>
        <Link to="/balie/beheer/site">De site van de gemeente</Link>
        <Link to="/balie/normen">Normen, en de wet daarachter</Link>
      </Buttons>
      <Table
        id="mensen"
        caption="Mensen"
        stacked
        columns={[
          { head: 'Naam' },
          { head: 'Functie' },
          { head: 'Rollen' },
          { head: 'Status' },
          { head: 'Extra code' },
        ]}
        rows={list.map((person) => ({
          key: person.id,
          cells: [
            <Link key="n" to={`/balie/beheer/mensen/${person.id}`}>
              {person.name}
            </Link>,
            person.function,
            person.roles.map((role) => ROLE_NAMES[role]).join(', '),
            PERSON_STATES[person.state],
            person.hasSecondFactor ? 'ingesteld' : 'nog niet',
          ],
        }))}
      />
    </DeskPage>
  )
}

export const listRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/beheer',
    may: 'people.manage',
    answer: async ({ tx, municipality, view }) =>
      page(<PeoplePage view={view} list={await people(tx, municipality.id)} />),
  },
]
