/** One course at the desk: its meetings, who has a place, who waits as a number, and what its provider can do. */
import { slotTyped } from '../../lib/typed-times.ts'
import { HELP_WORDS } from '../../vocabulary/help.ts'
import { Button, Buttons, ErrorSummary, Field, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { counted, day, euros, languageName } from '../../web/language.ts'
import { Details, Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Session } from './course-store.ts'
import { coursePath, crumbsOf, mayKeep, type Here } from './here.ts'
import { CheckedText } from './page-place.tsx'
import type { Participant } from './signups-store.ts'
import type { Course } from './store.ts'

export type CourseProps = Here & {
  readonly course: Course
  readonly sessions: readonly Session[]
  readonly people: readonly Participant[]
  /** Whether this person gives the course: then names are known here. */
  readonly gives: boolean
  readonly problems?: Problems
  readonly typed?: { readonly les?: string; readonly waarom?: string; readonly nummer?: string }
}

/** How a meeting is named in an address. */
export const meetOf = ({ on, from }: Pick<Session, 'on' | 'from'>): string => `${on}T${from}`
const told = ({ on, from, to }: Session): string => `${day('nl', on)}, ${slotTyped({ from, to })} uur`

export function CoursePage(props: CourseProps) {
  const { view, door, today, course, sessions, people, gives, problems = none } = props
  const keeps = mayKeep(door, view.who)
  const here = coursePath(door, course.id)
  const [off, over] = [course.state === 'ended', course.ends_on < today]
  return (
    <DeskPage view={view} title={course.title} crumbs={crumbsOf(door)} oneForm={keeps} wide>
      <div className="ld-opening">
        <Heading level={1}>{course.title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{off ? 'Deze cursus gaat niet door.' : over ? 'Deze cursus is voorbij.' : standing(course)}</Text>
        {off || over ? null : <CheckedText on={course.checked_on} today={today} />}
      </div>
      {keeps ? (
        <Buttons>
          {off || over ? null : (
            <Form view={view} action={`${here}/nagekeken`}>
              <Button kind={gives && people.some(({ phonedAt }) => phonedAt === null) ? 'secondary' : 'primary'}>
                Nagekeken: alles klopt nog
              </Button>
            </Form>
          )}
          <a className="nl-button nl-button--secondary" href={`${here}/wijzigen`}>
            Cursus wijzigen
          </a>
        </Buttons>
      ) : null}
      {course.sign_up === 'here' ? <People {...props} /> : null}
      <Section id="lessen" title="Lessen">
        <Table
          id="tabel-lessen"
          caption="Alle lessen"
          hideCaption
          stacked
          columns={[{ head: 'Wanneer' }, { head: 'Gaat door' }]}
          rows={sessions.map((each) => ({
            key: meetOf(each),
            cells: [told(each), each.cancelled ? `nee${each.why === '' ? '' : `: ${each.why}`}` : 'ja'],
          }))}
        />
        {keeps && !off && !over ? <Cancel {...props} /> : null}
      </Section>
      <Section id="gegevens" title="Zo staat het op de site">
        <Facts items={factsOf(course)} />
        <List items={[{ key: 'p', body: <Link to={`/leren/hulp/cursus/${course.no}`}>De openbare pagina</Link> }]} />
      </Section>
      {keeps && !over ? (
        <Details summary={off ? 'Toch laten doorgaan' : 'Cursus niet laten doorgaan'}>
          <Form view={view} action={`${here}/stand`}>
            <Text>
              {off
                ? 'De cursus staat dan weer op de openbare site.'
                : 'Op de site staat dan dat de cursus niet doorgaat. Bel zelf wie een plaats had. ' +
                  'De namen zijn na twee weken gewist.'}
            </Text>
            <Buttons>
              <Button kind="secondary" name="stand" value={off ? 'active' : 'ended'}>
                {off ? 'Toch laten doorgaan' : 'Cursus niet laten doorgaan'}
              </Button>
            </Buttons>
          </Form>
        </Details>
      ) : null}
    </DeskPage>
  )
}

const standing = ({ places, taken, waiting, sign_up: way, starts_on: from }: Course): string =>
  way === 'here'
    ? `Begint op ${day('nl', from)}. ${taken} van de ${places} plaatsen ${taken === 1 ? 'is' : 'zijn'} bezet` +
      (waiting === 0 ? '.' : `, en ${counted('nl', waiting, 'mens wacht', 'mensen wachten')} op een plaats.`)
    : `Begint op ${day('nl', from)}.`

/** Names and numbers of who has a place, for whoever gives the course; who waits has no name here. */
function People({ view, door, course, people, gives, problems = none, typed = {} }: CourseProps) {
  const here = coursePath(door, course.id)
  if (!gives)
    return (
      <Section id="deelnemers" title="Deelnemers">
        <Text>Wie zich inschreef, ziet alleen wie de cursus geeft: {course.keeper ?? 'de gemeente'}.</Text>
      </Section>
    )
  const toPhone = people.filter(({ phonedAt }) => phonedAt === null).length
  return (
    <Section id="deelnemers" title="Deelnemers">
      <Text>
        {people.length === 0
          ? 'Nog niemand heeft een plaats.'
          : toPhone === 0
            ? 'U heeft iedereen met een plaats gebeld.'
            : `Bel nog ${counted('nl', toPhone, 'deelnemer', 'deelnemers')}. Er is geen e-mailadres.`}{' '}
        Wie wacht, staat hier nog niet bij naam.
      </Text>
      {people.length === 0 ? null : (
        <>
          <Table
            id="tabel-deelnemers"
            caption="Wie een plaats heeft"
            hideCaption
            stacked
            columns={[{ head: 'Naam' }, { head: 'Telefoon' }, { head: 'Plaats sinds' }, { head: 'Gebeld' }]}
            rows={people.map((each) => ({
              key: each.id,
              cells: [
                `${each.name}${each.helped ? ' (een ander schreef in)' : ''}`,
                <a key="t" className="nl-link" href={`tel:${each.phone.replaceAll(/[^0-9+]/g, '')}`}>
                  {each.phone}
                </a>,
                each.placedAt === null ? '' : day('nl', each.placedAt),
                each.phonedAt === null ? <strong key="g">nog niet</strong> : day('nl', each.phonedAt),
              ],
            }))}
          />
          <Text>
            <Link to={`${here}/bellijst`}>Bellijst om te printen</Link>
          </Text>
          {toPhone === 0 ? null : (
            <Form view={view} action={`${here}/gebeld`}>
              <Buttons>
                <Button>Ik heb iedereen gebeld</Button>
              </Buttons>
            </Form>
          )}
        </>
      )}
      <Details summary="Iemand uitschrijven" open={problems['nummer'] !== undefined}>
        <Form view={view} action={`${here}/uitschrijven`}>
          <Field
            name="nummer"
            label="Telefoonnummer van wie niet meer komt"
            hint="Ook van iemand op de wachtlijst. Wacht er iemand, dan krijgt wie het langst wacht de plaats."
            value={typed.nummer ?? ''}
            maxLength={40}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Uitschrijven</Button>
          </Buttons>
        </Form>
      </Details>
    </Section>
  )
}

/** One form for all meetings: which, and why. */
function Cancel({ view, door, today, course, sessions, problems = none, typed = {} }: CourseProps) {
  const coming = sessions.filter(({ on }) => on >= today)
  if (coming.length === 0) return null
  const here = coursePath(door, course.id)
  return (
    <Details summary="Een les valt uit, of gaat toch door" open={problems['les'] !== undefined}>
      <Form view={view} action={`${here}/les`}>
        <Select
          name="les"
          label="Welke les?"
          value={typed.les ?? ''}
          empty="kies een les"
          options={coming.map((each) => ({
            value: meetOf(each),
            label: `${told(each)}${each.cancelled ? ' (valt uit)' : ''}`,
          }))}
          problems={problems}
        />
        <Field
          name="waarom"
          label="Waarom?"
          hint="Iedereen kan dit lezen. Noem geen personen."
          value={typed.waarom ?? ''}
          maxLength={200}
          problems={problems}
          optional
        />
        <Text>Bel daarna wie een plaats heeft. In hun agenda staat het vanzelf.</Text>
        <Buttons>
          <Button kind="secondary" name="gaat" value="niet">
            Deze les valt uit
          </Button>
          <Button kind="subtle" name="gaat" value="door">
            Deze les gaat toch door
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}

const factsOf = (course: Course) => [
  { name: 'Waarover', value: HELP_WORDS.subject[course.subject] },
  { name: 'Wie geeft de cursus', value: course.provider },
  { name: 'Wie houdt dit bij', value: course.keeper ?? 'de gemeente' },
  { name: 'Wanneer', value: `van ${day('nl', course.starts_on)} tot en met ${day('nl', course.ends_on)}` },
  { name: 'Niveau', value: HELP_WORDS.level[course.level] },
  { name: 'Taal', value: languageName('nl', course.language) },
  { name: 'Inschrijven', value: HELP_WORDS.signUp[course.sign_up] },
  { name: 'Eigen apparaat', value: HELP_WORDS.device[course.device] },
  { name: 'Telefoon', value: course.phone || 'niet ingevuld' },
  { name: 'Kosten', value: course.cost === 0 ? 'gratis' : euros('nl', course.cost / 100) },
]
