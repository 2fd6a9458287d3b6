/** A hack event at the desk: what was agreed, what is in scope by whose consent, what was found and how far that is. */
import { spoken } from '../../../lib/spoken-number.ts'
import { CONSENT_STATES, FOLLOW_UP_DAYS } from '../../../vocabulary/hack.ts'
import { WEAKNESS_STATES } from '../../../vocabulary/weakness.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import { counted, day } from '../../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { hackCrumbs, hackPath, type HackHere } from './here.ts'
import type { Agreed, Found, Target } from './store.ts'

type Props = HackHere & {
  readonly agreed: Agreed
  readonly targets: readonly Target[]
  readonly found: readonly Found[]
  readonly today: string
}

export function HackPage(props: Props) {
  const { view, event, targets } = props
  const waits = targets.filter(({ state }) => state === 'asked').length
  const given = targets.filter(({ state }) => state === 'given').length
  const title = `Hackevenement: ${event.title}`
  return (
    <DeskPage view={view} title={title} crumbs={hackCrumbs(event).slice(0, 2)} wide>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>
          {targets.length === 0
            ? 'Er staat nog geen systeem op de lijst. Zonder toestemming mag niemand zoeken.'
            : waits > 0
              ? `${counted('nl', waits, 'leverancier zei', 'leveranciers zeiden')} nog geen ja. ` +
                'Tot dan staat er geen enkel systeem op de site.'
              : given === 0
                ? 'Niemand gaf toestemming. Er mag niet worden gezocht.'
                : 'Iedereen die mee wil doen, gaf toestemming. De lijst staat op de site.'}
        </Text>
        <Text>
          <Link to="/samen/bijeenkomsten/hackregels">De regels voor deelnemers</Link>
        </Text>
      </div>
      <Agreements {...props} />
      <Targets {...props} />
      <Findings {...props} />
    </DeskPage>
  )
}

const button = (to: string, name: string) => (
  <p className="ld-buttons">
    <a className="nl-button nl-button--secondary" href={to}>
      {name}
    </a>
  </p>
)

function Agreements({ event, agreed }: Props) {
  return (
    <Section id="afspraken" title="Afspraken">
      <Facts
        items={[
          { name: 'Wie mag laten uitzetten', value: agreed.stopName || 'niet ingevuld' },
          { name: 'Stoptelefoon', value: agreed.stopPhone || 'niet ingevuld' },
          { name: 'Ook verboden', value: agreed.forbidden || 'niets meer dan in de regels staat' },
        ]}
      />
      {button(hackPath(event, 'afspraken'), 'Afspraken wijzigen')}
    </Section>
  )
}

function Targets({ event, targets }: Props) {
  return (
    <Section id="systemen" title="Systemen en toestemming" wide>
      {targets.length === 0 ? (
        <Text>Voeg elk systeem toe waarin deelnemers mogen zoeken. Van elk tekent de leverancier.</Text>
      ) : (
        <Table
          id="tabel-systemen"
          caption="Systemen"
          hideCaption
          stacked
          columns={[{ head: 'Systeem' }, { head: 'Leverancier' }, { head: 'Wanneer' }, { head: 'Toestemming' }]}
          rows={targets.map((each) => ({
            key: each.id,
            cells: [
              <span key="s">
                <Link to={hackPath(event, `systeem/${each.id}`)}>{each.name}</Link>
                <span className="ld-quiet ld-block ld-break">{each.address}</span>
              </span>,
              each.supplier,
              `${day('nl', each.opens_on)}, ${each.opens.replace(':', '.')} tot ${each.closes.replace(':', '.')} uur`,
              each.signed_on === null || each.state !== 'given'
                ? CONSENT_STATES[each.state]
                : `${CONSENT_STATES.given} door ${each.signed_name}, ${day('nl', each.signed_on)}`,
            ],
          }))}
        />
      )}
      {button(hackPath(event, 'systeem'), 'Systeem toevoegen')}
    </Section>
  )
}

function Findings({ event, found, today }: Props) {
  const mended = found.filter(({ mendedOn }) => mendedOn !== null).length
  return (
    <Section id="bevindingen" title="Wat is gevonden" wide>
      <Text>
        {found.length === 0
          ? 'Er is nog geen melding van dit evenement. '
          : `${counted('nl', found.length, 'melding', 'meldingen')}, waarvan ${mended} hersteld. `}
        Wie iets vindt, meldt het bij de zwakke plekken op de site en kiest daar het evenement. Deed iemand dat niet?
        Noteer dan hier het nummer. Hoe ver het is, volgt de melding.
      </Text>
      {event.ends_on < today ? (
        <Text>U krijgt een taak na {FOLLOW_UP_DAYS.join(', ')} dagen, als een melding dan verder had moeten zijn.</Text>
      ) : null}
      {found.length === 0 ? null : (
        <Table
          id="tabel-bevindingen"
          caption="Meldingen"
          hideCaption
          stacked
          columns={[
            { head: 'Melding' },
            { head: 'Gemeld' },
            { head: 'Stand' },
            { head: 'Hersteld' },
            { head: 'Nagekeken' },
          ]}
          rows={found.map((each) => ({
            key: each.id,
            cells: [
              <Link key="l" to={hackPath(event, `bevinding/${each.id}`)}>
                {spoken(each.number)}
              </Link>,
              day('nl', each.foundOn),
              WEAKNESS_STATES[each.state].nl,
              each.mendedOn !== null
                ? day('nl', each.mendedOn)
                : each.fixBy === null
                  ? 'nog niet'
                  : `uiterlijk ${day('nl', each.fixBy)}`,
              each.retestedOn === null ? 'nog niet' : day('nl', each.retestedOn),
            ],
          }))}
        />
      )}
      {button(hackPath(event, 'bevinding'), 'Melding noteren')}
    </Section>
  )
}
