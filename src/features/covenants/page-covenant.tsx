/** One covenant: where it stands and the one next act, then its versions and who takes part. */
import type { Tx } from '../../db/as.ts'
import { COVENANT_STATES, PARTICIPANT_KINDS, PARTICIPANT_STATES, VERSION_STATES } from '../../vocabulary/covenant.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { groupOf, nextOf } from './rules.ts'
import { covenantById, participantsOf, versionsOf, type Covenant, type Participant } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly versions: Awaited<ReturnType<typeof versionsOf>>
  readonly participants: readonly Participant[]
  readonly today: string
  readonly mayWrite: boolean
}

function CovenantPage({ view, covenant, versions, participants, today, mayWrite }: Props) {
  const place = `/balie/convenanten/${covenant.id}`
  const { stands, act } = nextOf(covenant, today)
  return (
    <DeskPage view={view} title={covenant.title} crumbs={[{ name: 'Afspraken', to: '/balie/afspraken' }]}>
      <div className="ld-opening">
        <p className="ld-kicker">
          Convenant {covenant.no}, voor {groupOf(covenant)}
        </p>
        <Heading level={1}>{covenant.title}</Heading>
        <Text lead>{stands}</Text>
      </div>
      {act === undefined || !mayWrite ? null : (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${place}${act.to}`}>
            {act.text}
          </a>
        </Buttons>
      )}
      <Facts
        items={[
          { name: 'Stand', value: COVENANT_STATES[covenant.state] },
          { name: 'Looptijd', value: termOf(covenant) },
          { name: 'Wie erop let', value: covenant.ownerName ?? 'niemand' },
        ]}
      />
      <Section id="versies" title="Versies">
        <Table
          id="versies-lijst"
          caption="De nieuwste versie eerst"
          stacked
          columns={[{ head: 'Versie' }, { head: 'Stand' }, { head: 'Voorgelegd' }, { head: 'Reageren tot en met' }]}
          rows={versions.map(({ no, state, shownAt, until }) => ({
            key: `${no}`,
            cells: [
              <Link key="n" to={`${place}/versies/${no}`}>
                Versie {no}
              </Link>,
              VERSION_STATES[state],
              shownAt === null ? 'nog niet' : <Day key="v" on={shownAt} />,
              until === null ? '' : <Day key="t" on={until} />,
            ],
          }))}
        />
      </Section>
      <Section id="deelnemers" title="Wie meedoet">
        <Table
          id="deelnemers-lijst"
          caption="De gemeente eerst, dan op naam"
          stacked
          columns={[{ head: 'Naam' }, { head: 'Als' }, { head: 'Stand' }, { head: 'Contact' }]}
          rows={participants.map((each) => ({
            key: each.id,
            cells: [
              each.name ?? `Gemeente ${view.municipality.name}`,
              PARTICIPANT_KINDS[each.kind],
              PARTICIPANT_STATES[each.state],
              [each.contactName, each.contactFunction].filter(Boolean).join(', ') || 'nog niemand',
            ],
          }))}
        />
      </Section>
      <Text>
        <Link to={`${place}/bijeenkomsten`}>Bijeenkomsten van de stuurgroep en van iedereen</Link>.{' '}
        <Link to={`${place}/evaluatie`}>Evaluatie</Link>. <Link to="/balie/afspraken">Alle convenanten</Link>.
      </Text>
    </DeskPage>
  )
}

const termOf = ({ beginsOn, endsOn }: Covenant): string =>
  beginsOn === null || endsOn === null ? 'nog niet bekend' : `${day('nl', beginsOn)} tot en met ${day('nl', endsOn)}`

export const covenantRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant',
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, today, view, who }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      if (!covenant) return missing
      return page(
        <CovenantPage
          view={view}
          covenant={covenant}
          versions={await versionsOf(tx, municipality.id, covenant.id)}
          participants={await participantsOf(tx, municipality.id, covenant.id)}
          today={today}
          mayWrite={allows(who.roles, 'covenant.write')}
        />,
      )
    },
  },
]
