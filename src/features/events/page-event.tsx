/** One event at the desk: how it stands, who has a place, and what its organiser or the municipality can do. */
import { allows } from '../../vocabulary/roles.ts'
import { EVENT_WORDS } from '../../vocabulary/event.ts'
import { HELP_WORDS } from '../../vocabulary/help.ts'
import { Button, Buttons, ErrorSummary, Form, none } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { counted, day, euros, languageName } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { crumbsOf, eventPath, isShut, mayKeep, proposes, STOPPED, type EventProps } from './here.ts'
import { After, CallOff, Decide, TakeOff } from './part-acts.tsx'
import { People } from './part-people.tsx'
import { Waiting } from './part-waiting.tsx'
import type { Event } from './store.ts'

export function EventPage(props: EventProps) {
  const { view, door, today, event, problems = none } = props
  const keeps = mayKeep(door, view.who)
  const over = event.ends_on < today
  const placed = event.placed_at !== null
  return (
    <DeskPage view={view} title={event.title} crumbs={crumbsOf(door)} oneForm={keeps} wide>
      <div className="ld-opening">
        <p className="ld-kicker">{EVENT_WORDS.kind[event.kind]}</p>
        <Heading level={1}>{event.title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{standing(event, today)}</Text>
        {event.why === '' || event.state === 'placed' ? null : <Text>Waarom: {event.why}</Text>}
        {event.taken_off === '' ? null : <Text>Op het adres staat alleen nog: {event.taken_off}</Text>}
        {isShut(door, event) ? <Text>{STOPPED}</Text> : null}
        {event.placer === null ? null : (
          <Text>
            {event.placer} zette het in de agenda op {day('nl', event.placed_at!)}.
          </Text>
        )}
      </div>
      {keeps && event.state === 'proposed' && !proposes(door) ? <Decide {...props} /> : null}
      <Waiting {...props} keeps={keeps} />
      {event.kind === 'hack' && !proposes(door) && allows(view.who.roles, 'hack.keep') ? (
        <Section id="hack" title="Regels en toestemming">
          <Text>Zoeken mag pas als elke leverancier antwoordde. Leg hier vast wie tekende, en wat is gevonden.</Text>
          <Buttons>
            <a className="nl-button nl-button--secondary" href={`${eventPath(door, event.id)}/hack`}>
              Systemen, toestemming en meldingen
            </a>
          </Buttons>
        </Section>
      ) : null}
      {keeps && over && event.state === 'placed' ? <After {...props} /> : null}
      {placed && event.sign_up === 'here' && !(over && event.taken === 0) ? <People {...props} /> : null}
      <Section id="gegevens" title={placed ? 'Zo staat het op de site' : 'Zo komt het op de site'}>
        <Facts items={factsOf(event)} />
        {keeps && !over && !isShut(door, event) ? (
          <Buttons>
            <a className="nl-button nl-button--secondary" href={`${eventPath(door, event.id)}/wijzigen`}>
              Evenement wijzigen
            </a>
          </Buttons>
        ) : null}
        {placed && event.taken_off === '' ? (
          <Text>
            <Link to={`/samen/bijeenkomsten/${event.no}`}>De openbare pagina</Link>
          </Text>
        ) : null}
      </Section>
      {keeps && event.state === 'declined' && proposes(door) ? (
        <Form view={view} action={`${eventPath(door, event.id)}/opnieuw`}>
          <Buttons>
            <Button kind="secondary">Opnieuw voorstellen</Button>
          </Buttons>
        </Form>
      ) : null}
      {keeps && !over && (event.state === 'placed' || (event.state === 'cancelled' && placed)) ? (
        isShut(door, event) ? null : (
          <CallOff {...props} />
        )
      ) : null}
      {keeps && placed && !proposes(door) && event.taken_off === '' ? <TakeOff {...props} /> : null}
    </DeskPage>
  )
}

/** In a sentence how it stands today. */
function standing(event: Event, today: string): string {
  const { state, starts_on: on, ends_on: until, taken, places, waiting, sign_up: way, came } = event
  if (state === 'proposed') return `${event.keeper ?? 'De gemeente'} stelde dit voor. Het staat nog niet in de agenda.`
  if (state === 'declined') return 'Dit staat niet in de agenda.'
  if (state === 'cancelled')
    return event.taken_off === '' ? 'Dit gaat niet door.' : 'Dit gaat niet door. De gemeente haalde het van de site.'
  if (until < today)
    return came === null ? 'Dit is voorbij. Schrijf op wat u leerde.' : `Dit is voorbij. ${came} mensen kwamen.`
  const when = `Het is op ${day('nl', on)}, om ${event.starts.replace(':', '.')} uur.`
  return way === 'here'
    ? `${when} ${takenOf(taken, places)}` +
        (waiting === 0 ? '.' : `, en ${counted('nl', waiting, 'mens wacht', 'mensen wachten')} op een plaats.`)
    : when
}

const takenOf = (taken: number, places: number): string =>
  `${taken} van de ${places} ${places === 1 ? 'plaats' : 'plaatsen'} ${taken === 1 ? 'is' : 'zijn'} bezet`

const factsOf = (event: Event) => [
  { name: 'Wat gebeurt er', value: event.about },
  { name: 'Waarover', value: EVENT_WORDS.subject[event.subject] },
  {
    name: 'Wanneer',
    value:
      `${day('nl', event.starts_on)}, ${event.starts.replace(':', '.')} uur, tot ` +
      `${event.ends_on === event.starts_on ? '' : `${day('nl', event.ends_on)}, `}${event.ends.replace(':', '.')} uur`,
  },
  {
    name: 'Waar',
    value: [event.place, event.street, [event.postcode, event.city].filter(Boolean).join(' '), event.online]
      .filter(Boolean)
      .join(', '),
  },
  { name: 'Zonder drempel', value: HELP_WORDS.stepFree[event.step_free] },
  { name: 'Taal', value: languageName('nl', event.language) },
  { name: 'Opgeven', value: HELP_WORDS.signUp[event.sign_up] },
  { name: 'Kosten', value: event.cost === 0 ? 'gratis' : euros('nl', event.cost / 100) },
  { name: 'Wie organiseert', value: event.organiser },
  { name: 'Wie houdt dit bij', value: event.keeper ?? 'de gemeente' },
  { name: 'Telefoon', value: event.phone || 'niet ingevuld' },
]
