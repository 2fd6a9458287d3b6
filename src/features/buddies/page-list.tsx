/** Help in need at the desk: asking it, the incidents that one has a part in, and what is offered. */
import type { CityContact } from '../../model/letter.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { SKILLS } from '../../vocabulary/buddy.ts'
import { Day } from '../../web/desk/day.tsx'
import { Button, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { counted, moment } from '../../web/language.ts'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Incident, Waiting } from './incident-store.ts'
import type { Offer } from './offer-store.ts'
import { hoursOf, PhoneNow, PLACE, reachOf, standing, TITLE } from './parts.tsx'

type Props = {
  readonly view: DeskView
  readonly today: string
  readonly contact: CityContact
  readonly incidents: readonly Incident[]
  /** Undefined: who is here takes none. */
  readonly waiting: readonly Waiting[] | undefined
  /** What may be called; undefined: who is here calls nobody. */
  readonly offers: readonly Offer[] | undefined
  /** The own ones, and fixed buddies; undefined: of no organisation. */
  readonly own: readonly Offer[] | undefined
  readonly fixed: readonly { readonly id: string; readonly organisation: string }[]
  readonly code?: string
  readonly problems?: Problems
}

const STANDS = {
  stands: 'staat',
  over: 'afspraken zijn verlopen',
  unsigned: 'nog niet getekend',
  stopped: 'gestopt',
} as const

const ONLY_PHONE = '. Alleen bellen: een oproep leest daar nu niemand'

/** What waits for somebody who may take it: that it is there. */
function WaitingPart({ view, waiting }: { view: DeskView; waiting: readonly Waiting[] }) {
  return (
    <Section id="wacht" title="Wacht op iemand die het oppakt">
      {waiting.length === 0 ? (
        <Text>Er wacht niemand.</Text>
      ) : (
        <>
          <Text>Waarover het gaat, leest u als u het oppakt. Dat staat daarna in het logboek.</Text>
          {waiting.map(({ id, number, at, takers }) => (
            <Form key={id} view={view} action={`${PLACE}/${id}/oppakken`}>
              <Text>
                Incident {spoken(number)}, gevraagd op {moment('nl', at)}.{' '}
                {takers === 0
                  ? 'Nog niemand pakte dit op.'
                  : `${counted('nl', takers, 'collega', 'collega’s')} is ermee bezig.`}
              </Text>
              <Button kind={takers === 0 ? 'primary' : 'secondary'}>Oppakken</Button>
            </Form>
          ))}
        </>
      )}
    </Section>
  )
}

function OwnPart({ view, today, own, fixed, code = '', problems = none }: Props & { readonly own: readonly Offer[] }) {
  return (
    <>
      <Section id="ons" title="Wat wij aanbieden">
        {own.length === 0 ? (
          <Text>Uw organisatie biedt nog geen hulp aan.</Text>
        ) : (
          <List
            items={own.map((each) => ({
              key: each.id,
              body: (
                <>
                  <Link to={`${PLACE}/aanbod/${each.id}`}>{each.skills.map((skill) => SKILLS[skill]).join(', ')}</Link>
                  <span className="ld-quiet"> ({STANDS[standing(each, today)]})</span>
                </>
              ),
            }))}
          />
        )}
        <Link to={`${PLACE}/aanbod/nieuw`}>Hulp aanbieden</Link>
      </Section>
      <Section id="vast" title="Onze vaste maatjes">
        {fixed.length === 0 ? (
          <Text>U heeft nog geen vast maatje. Vraag een organisatie die hulp aanbiedt om haar code.</Text>
        ) : (
          <List
            items={fixed.map(({ id, organisation }) => ({
              key: id,
              body: <Link to={`${PLACE}/aanbod/${id}`}>{organisation}</Link>,
            }))}
          />
        )}
        <Form view={view} action={`${PLACE}/maatje`}>
          <Field name="code" label="Code van een maatje" value={code} maxLength={40} problems={problems} />
          <Button kind="secondary">Maatje toevoegen</Button>
        </Form>
      </Section>
    </>
  )
}

export function BuddiesPage(props: Props) {
  const { view, incidents, waiting, offers, own, contact, problems = none } = props
  // Who may take what waits has that to do first.
  const waits = waiting?.some(({ takers }) => takers === 0)
  const runs = incidents.filter(({ state }) => state === 'open').length
  return (
    <DeskPage view={view} title={problems === none ? TITLE : `Fout: ${TITLE}`} wide>
      <div className="ld-opening">
        <Heading level={1}>{TITLE}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {runs === 0
            ? 'U heeft nu geen deel in een incident.'
            : `U heeft deel in ${counted('nl', runs, 'incident dat loopt', 'incidenten die lopen')}.`}
        </Text>
        <Text>Organisaties helpen elkaar bij een storing of een hack. De afspraken zijn vooraf gemaakt.</Text>
      </div>
      <p>
        <a className={`nl-button nl-button--${waits ? 'secondary' : 'primary'}`} href={`${PLACE}/vragen`}>
          Hulp vragen
        </a>
      </p>
      <Section id="bellen" title="Nu bellen">
        <PhoneNow contact={contact} />
      </Section>
      {waiting === undefined ? null : <WaitingPart view={view} waiting={waiting} />}
      <Section id="incidenten" title="Incidenten waarin u deel heeft">
        {incidents.length === 0 ? (
          <Text>Er is geen incident dat u mag lezen.</Text>
        ) : (
          <Table
            id="tabel-incidenten"
            caption="Wat loopt, staat bovenaan"
            hideCaption
            stacked
            columns={[{ head: 'Incident' }, { head: 'Gevraagd' }, { head: 'Stand' }]}
            rows={incidents.map(({ id, number, at, state, endedAt }) => ({
              key: id,
              cells: [
                <Link key="i" to={`${PLACE}/${id}`}>
                  Incident {spoken(number)}
                </Link>,
                moment('nl', at),
                state === 'open' ? (
                  'loopt'
                ) : (
                  <span key="s">
                    voorbij sinds <Day on={endedAt!} />
                  </span>
                ),
              ],
            }))}
          />
        )}
      </Section>
      {own === undefined ? null : <OwnPart {...props} own={own} />}
      {offers === undefined ? null : (
        <Section id="aanbod" title="Wie wij kunnen oproepen" wide>
          {offers.length === 0 ? (
            <Text>Nog geen organisatie biedt hulp aan.</Text>
          ) : (
            <Table
              id="tabel-aanbod"
              caption="Aanbod dat staat, op naam"
              hideCaption
              stacked
              columns={[{ head: 'Organisatie' }, { head: 'Kan helpen met' }, { head: 'Te bellen' }, { head: 'Bereik' }]}
              rows={offers.map((each) => ({
                key: each.id,
                cells: [
                  <Link key="o" to={`${PLACE}/aanbod/${each.id}`}>
                    {each.name}
                  </Link>,
                  each.skills.map((skill) => SKILLS[skill]).join('; '),
                  `${each.phone}, ${hoursOf(each)}${each.heard ? '' : ONLY_PHONE}`,
                  reachOf(each),
                ],
              }))}
            />
          )}
        </Section>
      )}
    </DeskPage>
  )
}
