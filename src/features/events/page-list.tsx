/** The list of events: what waits to be placed, what comes, and what was, with the lessons that are missing. */
import { EVENT_STATES, EVENT_WORDS } from '../../vocabulary/event.ts'
import { HELP_WORDS } from '../../vocabulary/help.ts'
import { Day } from '../../web/desk/day.tsx'
import { Field } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { counted } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { eventPath, listPath, mayKeep, nameOf, proposes, type Here } from './here.ts'
import { SIZE, type Listed } from './store.ts'

type Props = Here & { readonly events: readonly Listed[]; readonly q: string; readonly page: number }

export function EventListPage({ view, door, today, events, q, page }: Props) {
  const list = listPath(door)
  const rows = events.slice(0, SIZE)
  const waiting = rows.filter(({ state }) => state === 'proposed')
  const groups = [
    { id: 'voorstellen', title: 'Voorgesteld', rows: waiting },
    { id: 'komt', title: 'Komt nog', rows: rows.filter((each) => each.state !== 'proposed' && each.endsOn >= today) },
    { id: 'voorbij', title: 'Voorbij', rows: rows.filter((each) => each.state !== 'proposed' && each.endsOn < today) },
  ]
  const to = (at: number) => {
    const query = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(at > 1 ? { pagina: `${at}` } : {}) })
    return query.size === 0 ? list : `${list}?${query.toString()}`
  }
  return (
    <DeskPage view={view} title={nameOf(door)} wide>
      <div className="ld-opening">
        <Heading level={1}>{nameOf(door)}</Heading>
        <Text lead>
          {waiting.length === 0
            ? 'Er wacht geen voorstel.'
            : proposes(door)
              ? `De gemeente leest nog ${counted('nl', waiting.length, 'voorstel', 'voorstellen')} van u.`
              : `${counted('nl', waiting.length, 'voorstel wacht', 'voorstellen wachten')} op een medewerker.`}
        </Text>
        <Text>Wat geplaatst is, staat op de openbare agenda.</Text>
      </div>
      {mayKeep(door, view.who) ? (
        <p className="ld-buttons">
          <a className="nl-button nl-button--primary" href={`${list}/nieuw`}>
            {proposes(door) ? 'Evenement voorstellen' : 'Evenement toevoegen'}
          </a>{' '}
          <Link to="/samen/bijeenkomsten">De openbare agenda</Link>
        </p>
      ) : null}
      <SearchForm list={list} button="Zoeken" filtered={q !== ''}>
        <Field name="q" label="Naam van het evenement" value={q} type="search" maxLength={100} />
      </SearchForm>
      {rows.length === 0 ? (
        <Text>{q === '' ? 'Er is nog geen evenement.' : 'Geen evenement past bij wat u zoekt.'}</Text>
      ) : (
        groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <Section key={group.id} id={group.id} title={group.title} wide>
              <Table
                id={`tabel-${group.id}`}
                caption={group.title}
                hideCaption
                stacked
                columns={[{ head: 'Evenement' }, { head: 'Wanneer' }, { head: 'Plaatsen' }, { head: 'Staat' }]}
                rows={group.rows.map((each) => ({
                  key: each.id,
                  cells: [
                    <span key="t">
                      <Link to={eventPath(door, each.id)}>{each.title}</Link>
                      <span className="ld-quiet ld-block">
                        {EVENT_WORDS.kind[each.kind]}, {each.organiser}
                      </span>
                    </span>,
                    <span key="d">
                      <Day on={each.startsOn} /> {each.starts.replace(':', '.')}
                    </span>,
                    placesOf(each),
                    standsOf(each, today),
                  ],
                }))}
              />
            </Section>
          ))
      )}
      <Text>
        {page > 1 ? <Link to={to(page - 1)}>Vorige pagina</Link> : null}{' '}
        {events.length > SIZE ? <Link to={to(page + 1)}>Volgende pagina</Link> : null}
      </Text>
    </DeskPage>
  )
}

function placesOf({ signUp, taken, places, waiting, came }: Listed): string {
  if (came !== null) return `${came} kwamen`
  if (signUp !== 'here') return `${places}, opgeven ${HELP_WORDS.signUp[signUp]}`
  return `${taken} van ${places} bezet${waiting === 0 ? '' : `, ${waiting} wachten`}`
}

const standsOf = ({ state, endsOn, lessons }: Listed, today: string): string =>
  state === 'placed' && endsOn < today
    ? lessons === ''
      ? 'voorbij, nog geen lessen'
      : 'voorbij, lessen staan erbij'
    : EVENT_STATES[state]
