/** The list of places with help and courses: what is there, what was not looked at, and the way to what can be done. */
import { allows } from '../../vocabulary/roles.ts'
import { freshness, HELP_WORDS, type Freshness } from '../../vocabulary/help.ts'
import { Day } from '../../web/desk/day.tsx'
import { Field } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { counted } from '../../web/language.ts'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { coursePath, listPath, mayKeep, nameOf, placePath, type Here } from './here.ts'
import { SIZE, type listCourses, type listPlaces } from './store.ts'

type Props = Here & {
  readonly places: Awaited<ReturnType<typeof listPlaces>>
  readonly courses: Awaited<ReturnType<typeof listCourses>>
  readonly unchecked: number
  readonly q: string
  readonly page: number
}

const FRESH: Readonly<Record<Freshness, string>> = {
  fresh: '',
  unchecked: ' (niet nagekeken)',
  closed: ' (niet nagekeken, staat niet meer als open op de site)',
}

export function HelpListPage({ view, door, today, places, courses, unchecked, q, page }: Props) {
  const list = listPath(door)
  const keeps = mayKeep(door, view.who)
  const to = (at: number) => {
    const query = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(at > 1 ? { pagina: `${at}` } : {}) })
    return query.size === 0 ? list : `${list}?${query.toString()}`
  }
  return (
    <DeskPage view={view} title={nameOf(door)} wide>
      <div className="ld-opening">
        <Heading level={1}>{nameOf(door)}</Heading>
        <Text lead>
          {unchecked === 0
            ? 'Alles wat op de site staat, is de laatste drie maanden nagekeken.'
            : `${counted('nl', unchecked, 'plek of cursus is', 'plekken en cursussen zijn')} lang niet nagekeken.`}
        </Text>
        <Text>Wat hier staat, staat meteen op de openbare site. Kijk het elke drie maanden na.</Text>
      </div>
      {keeps ? (
        <p className="ld-buttons">
          <a className="nl-button nl-button--primary" href={`${list}/cursus/nieuw`}>
            Cursus toevoegen
          </a>{' '}
          <a className="nl-button nl-button--secondary" href={`${list}/plek/nieuw`}>
            Plek toevoegen
          </a>
        </p>
      ) : null}
      {allows(view.who.roles, 'group-code.read') ? (
        <Text>
          <Link to="/balie/lescodes">Lescodes</Link>: tellen hoeveel medewerkers een les volgden.
        </Text>
      ) : null}
      <SearchForm list={list} button="Zoeken" filtered={q !== ''}>
        <Field name="q" label="Naam van de plek of cursus" value={q} type="search" maxLength={100} />
      </SearchForm>
      <Section id="cursussen" title="Cursussen" wide>
        {courses.length === 0 ? (
          <Text>{q === '' ? 'Er staat nog geen cursus op de lijst.' : 'Geen cursus past bij wat u zoekt.'}</Text>
        ) : (
          <Table
            id="tabel-cursussen"
            caption="Cursussen die nog komen, staan bovenaan"
            hideCaption
            stacked
            columns={[{ head: 'Cursus' }, { head: 'Eerste dag' }, { head: 'Plaatsen' }, { head: 'Nagekeken' }]}
            rows={courses.slice(0, SIZE).map((each) => ({
              key: each.id,
              cells: [
                <span key="t">
                  <Link to={coursePath(door, each.id)}>{each.title}</Link>
                  <span className="ld-quiet ld-block">
                    {each.provider}
                    {each.state === 'ended' ? ', gaat niet door' : each.endsOn < today ? ', voorbij' : ''}
                  </span>
                </span>,
                <Day key="d" on={each.startsOn} />,
                placesOf(each),
                <Checked key="c" {...{ today }} on={each.checkedOn} over={each.endsOn < today} />,
              ],
            }))}
          />
        )}
      </Section>
      <Section id="plekken" title="Plekken met hulp" wide>
        {places.length === 0 ? (
          <Text>{q === '' ? 'Er staat nog geen plek op de lijst.' : 'Geen plek past bij wat u zoekt.'}</Text>
        ) : (
          <Table
            id="tabel-plekken"
            caption="Plekken, op naam"
            hideCaption
            stacked
            columns={[{ head: 'Plek' }, { head: 'Postcode' }, { head: 'Deze week anders' }, { head: 'Nagekeken' }]}
            rows={places.slice(0, SIZE).map((each) => ({
              key: each.id,
              cells: [
                <span key="n">
                  <Link to={placePath(door, each.id)}>{each.name}</Link>
                  <span className="ld-quiet ld-block">
                    {each.provider}
                    {each.state === 'ended' ? ', niet meer op de site' : ''}
                  </span>
                </span>,
                each.postcode,
                each.alert === '' ? 'nee' : each.alert,
                <Checked key="c" {...{ today }} on={each.checkedOn} over={each.state === 'ended'} />,
              ],
            }))}
          />
        )}
        <Text>
          {page > 1 ? <Link to={to(page - 1)}>Vorige pagina</Link> : null}{' '}
          {places.length > SIZE || courses.length > SIZE ? <Link to={to(page + 1)}>Volgende pagina</Link> : null}
        </Text>
      </Section>
      {keeps ? (
        <Section id="meer" title="Ook hier">
          <List
            items={[
              { key: 'in', body: <Link to={`${list}/inlezen`}>Lijst uit een bestand inlezen (CSV of HSDS)</Link> },
              ...(door.base === '/hulp'
                ? [{ key: 'pc', body: <Link to={`${list}/postcodes`}>Tabel met postcodes en wijken</Link> }]
                : []),
              {
                key: 'out',
                body: <Link to="/leren/hulp">De openbare pagina, met kaartjes en lijsten om te printen</Link>,
              },
            ]}
          />
        </Section>
      ) : null}
    </DeskPage>
  )
}

/** Of a course with its list elsewhere nobody here knows how many are taken. */
function placesOf({ signUp, taken, places, waiting }: Props['courses'][number]): string {
  if (signUp !== 'here') return `${places}, inschrijven ${HELP_WORDS.signUp[signUp]}`
  return `${taken} van ${places} bezet${waiting === 0 ? '' : `, ${waiting} wachten`}`
}

function Checked({ today, on, over }: { today: string; on: string; over: boolean }) {
  return (
    <span>
      <Day on={on} />
      {over ? '' : FRESH[freshness(on, today)]}
    </span>
  )
}
