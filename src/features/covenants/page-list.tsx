/** The covenants of the municipality: how each stands, and what comes next. */
import type { Tx } from '../../db/as.ts'
import { COVENANT_STATES } from '../../vocabulary/covenant.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../web/desk/route.ts'
import { counted, number } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { groupOf, nextOf } from './rules.ts'
import { listCovenants, type Listed } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly covenants: readonly Listed[]
  readonly today: string
  readonly mayWrite: boolean
}

/** What stands behind the same door. */
const ROOMS = [
  { to: '/balie/badges', name: 'Badges', may: 'badge.read' },
  { to: '/balie/aanbestedingen', name: 'Aanbestedingen', may: 'tender.read' },
  { to: '/balie/contractplichten', name: 'Plichten van contracten', may: 'tender.read' },
] as const

function ListPage({ view, covenants, today, mayWrite }: Props) {
  const waiting = covenants.reduce((sum, { openComments }) => sum + openComments, 0)
  const lead =
    covenants.length === 0
      ? 'Er is nog geen convenant.'
      : `Er ${covenants.length === 1 ? 'is' : 'zijn'} ` +
        `${counted('nl', covenants.length, 'convenant', 'convenanten')}. ` +
        (waiting === 0
          ? 'Geen reactie wacht op antwoord.'
          : `${counted('nl', waiting, 'reactie wacht', 'reacties wachten')} op antwoord.`)
  return (
    <DeskPage view={view} title="Afspraken" wide>
      <div className="ld-opening">
        <Heading level={1}>Convenanten</Heading>
        <Text lead>{lead}</Text>
        <Text>
          In een convenant beloven organisaties en de gemeente elkaar wat beter wordt. Iedereen kan volgen of het lukt.
        </Text>
        <nav className="ld-rooms" aria-label="Andere afspraken">
          <ul>
            {ROOMS.filter(({ may }) => allows(view.who.roles, may)).map(({ to, name }) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {mayWrite ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href="/balie/afspraken/beginnen">
            Begin een convenant
          </a>
        </Buttons>
      ) : null}
      {covenants.length === 0 ? null : (
        <Table
          id="convenanten"
          caption="Het nieuwste convenant eerst"
          stacked
          columns={[
            { head: 'Convenant' },
            { head: 'Voor wie' },
            { head: 'Stand' },
            { head: 'Doen mee', numeric: true },
            { head: 'Wat nu komt' },
          ]}
          rows={covenants.map((each) => ({
            key: each.id,
            cells: [
              <Link key="t" to={`/balie/convenanten/${each.id}`}>
                {each.title}
              </Link>,
              groupOf(each),
              COVENANT_STATES[each.state],
              number('nl', each.joined),
              nextOf(each, today).act?.text ?? 'Nu niets',
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

export const listRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/afspraken',
    may: 'covenant.read',
    answer: async ({ tx, municipality, today, view, who }) =>
      page(
        <ListPage
          view={view}
          covenants={await listCovenants(tx, municipality.id)}
          today={today}
          mayWrite={allows(who.roles, 'covenant.write')}
        />,
      ),
  },
]
