/** One place with help at the desk: how it stands on the site, and what its keeper can do. */
import type { ReactNode } from 'react'
import { slotTyped } from '../../lib/typed-times.ts'
import type { Times } from '../../lib/weekly-times.ts'
import { freshness, HELP_WORDS } from '../../vocabulary/help.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { day, euros, languageName } from '../../web/language.ts'
import { Details, Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { coursePath, crumbsOf, listPath, mayKeep, placePath, type Here } from './here.ts'
import type { coursesAt, Place } from './store.ts'

const DAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']

/** When it is open each week, a line a day. */
export function WeekOf({ times }: { times: Times }) {
  const days = DAYS.map((name, at) => ({ name, slots: times.hours.filter(({ day: of }) => of === at + 1) }))
  const open = days.filter(({ slots }) => slots.length > 0)
  return open.length === 0 ? (
    'geen vaste tijden'
  ) : (
    <List
      plain
      items={open.map(({ name, slots }) => ({ key: name, body: `${name} ${slots.map(slotTyped).join(', ')} uur` }))}
    />
  )
}

/** What is said of how long ago somebody looked. */
export function CheckedText({ on, today }: { on: string; today: string }) {
  const how = freshness(on, today)
  if (how === 'fresh') return <Text>Voor het laatst nagekeken op {day('nl', on)}.</Text>
  return (
    <Text>
      <strong>Voor het laatst nagekeken op {day('nl', on)}.</strong>{' '}
      {how === 'unchecked'
        ? 'Op de site staat nu: niet nagekeken.'
        : 'Op de site staat het niet meer als open. Kijk het na.'}
    </Text>
  )
}

type Props = Here & { readonly place: Place; readonly courses: Awaited<ReturnType<typeof coursesAt>> }

export function PlacePage({ view, door, today, place, courses }: Props) {
  const keeps = mayKeep(door, view.who)
  const here = placePath(door, place.id)
  const ended = place.state === 'ended'
  return (
    <DeskPage view={view} title={place.name} crumbs={crumbsOf(door)}>
      <div className="ld-opening">
        <Heading level={1}>{place.name}</Heading>
        {ended ? (
          <Text lead>Deze plek staat niet meer op de site.</Text>
        ) : (
          <CheckedText on={place.checked_on} today={today} />
        )}
      </div>
      {keeps ? (
        <Buttons>
          {ended ? null : (
            <Form view={view} action={`${here}/nagekeken`}>
              <Button>Nagekeken: alles klopt nog</Button>
            </Form>
          )}
          <a className="nl-button nl-button--secondary" href={`${here}/wijzigen`}>
            Plek wijzigen
          </a>
        </Buttons>
      ) : null}
      <Section id="gegevens" title="Zo staat het op de site">
        <Facts items={factsOf(place)} />
        <List
          items={[
            { key: 'p', body: <Link to={`/leren/hulp/plek/${place.no}`}>De openbare pagina</Link> },
            { key: 'k', body: <Link to={`/leren/hulp/plek/${place.no}/kaartje`}>Kaartje om te printen</Link> },
          ]}
        />
      </Section>
      <Section id="cursussen" title="Cursussen op deze plek">
        {courses.length === 0 ? (
          <Text>Hier is nu geen cursus.</Text>
        ) : (
          <List
            items={courses.map((each) => ({
              key: each.id,
              body: (
                <>
                  <Link to={coursePath(door, each.id)}>{each.title}</Link>, van {day('nl', each.startsOn)} tot en met{' '}
                  {day('nl', each.endsOn)}
                </>
              ),
            }))}
          />
        )}
        {keeps && !ended ? (
          <Text>
            <Link to={`${listPath(door)}/cursus/nieuw?plek=${place.id}`}>Cursus op deze plek toevoegen</Link>
          </Text>
        ) : null}
      </Section>
      {keeps ? (
        <Details summary={ended ? 'Weer op de site zetten' : 'Van de site halen'}>
          <Form view={view} action={`${here}/stand`}>
            <Text>
              {ended
                ? 'De plek staat dan weer op de openbare site, zoals hij hierboven staat.'
                : 'De plek verdwijnt van de openbare site. U kunt dat weer terugdraaien.'}
            </Text>
            <Buttons>
              <Button kind="secondary" name="stand" value={ended ? 'active' : 'ended'}>
                {ended ? 'Weer op de site zetten' : 'Van de site halen'}
              </Button>
            </Buttons>
          </Form>
        </Details>
      ) : null}
    </DeskPage>
  )
}

function factsOf(place: Place): { name: string; value: ReactNode }[] {
  const off = place.times.off.map(({ from, to, why }) => ({
    key: from,
    body: `${from === to ? day('nl', from) : `${day('nl', from)} tot en met ${day('nl', to)}`}${why && `: ${why}`}`,
  }))
  return [
    { name: 'Soort', value: HELP_WORDS.kind[place.kind] },
    { name: 'Wie doet dit', value: place.provider },
    { name: 'Wie houdt dit bij', value: place.keeper ?? 'de gemeente' },
    { name: 'Adres', value: `${place.street}, ${place.postcode} ${place.city}` },
    { name: 'Wijk', value: place.district === '' ? 'volgens de postcode' : place.district },
    { name: 'Route', value: place.route || 'niet ingevuld' },
    { name: 'Drempelvrij', value: HELP_WORDS.stepFree[place.step_free] },
    { name: 'Open', value: <WeekOf times={place.times} /> },
    { name: 'Dicht', value: off.length === 0 ? 'geen dagen ingevuld' : <List plain items={off} /> },
    { name: 'Hulp bij', value: place.subjects.map((each) => HELP_WORDS.subject[each]).join(', ') },
    { name: 'Talen', value: place.languages.map((each) => languageName('nl', each)).join(', ') },
    { name: 'Telefoon', value: place.phone || 'niet ingevuld' },
    { name: 'Kosten', value: place.cost === 0 ? 'gratis' : euros('nl', place.cost / 100) },
    ...(place.alert === '' ? [] : [{ name: 'Deze week anders', value: place.alert }]),
  ]
}
