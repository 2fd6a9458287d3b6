/** Vandaag: what needs me, late ones first. */
import { comingChanges, DAYS_BEFORE } from '../../catalogue/coming.ts'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import type { Catalogue } from '../../model/norm.ts'
import { allows } from '../../vocabulary/roles.ts'
import { day } from '../../web/language.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { FirstSteps, stepsLeft } from './first-steps.tsx'
import { beside, filesMade, rolesWithoutAnyone, tasksOf, type OpenTask, type Waiting } from './store.ts'

const said = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

function Tasks({ id, title, tasks, today }: { id: string; title: string; tasks: readonly OpenTask[]; today: string }) {
  if (tasks.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul className="ld-tasks">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={task.path}>{task.text}</Link>
            <span className="ld-quiet">
              {task.dueOn === null ? (
                'geen termijn'
              ) : (
                <>
                  {task.dueOn < today ? 'de afgesproken datum was ' : 'uiterlijk '}
                  <time dateTime={task.dueOn}>{day('nl', task.dueOn)}</time>
                </>
              )}
              {task.own ? '' : ' · voor wie deze rol heeft'}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** For who keeps the norms: that a law under them changes, before it does. */
function LawChanges({ coming }: { coming: ReturnType<typeof comingChanges> }) {
  const soon = coming.filter(({ passed }) => !passed)
  const passed = coming.length - soon.length
  const [first] = soon
  if (coming.length === 0) return null
  return (
    <Section id="wet" title="De wet verandert">
      {passed === 0 ? null : (
        <Text>Van {said(passed, 'verandering', 'veranderingen')} is de dag voorbij, en nog niemand keek ernaar.</Text>
      )}
      {first === undefined ? null : (
        <Text>
          Binnen {DAYS_BEFORE} dagen {soon.length === 1 ? 'is' : 'zijn'} er{' '}
          {said(soon.length, 'verandering', 'veranderingen')} in de wet onder de normen. Het eerst op{' '}
          {day('nl', first.on)}: {first.title}.
        </Text>
      )}
      <Text>
        <Link to="/balie/normen">Bekijk wat er verandert</Link>
      </Text>
    </Section>
  )
}

type Props = {
  view: DeskView
  waiting: Waiting
  steps: ReturnType<typeof stepsLeft>
  coming: ReturnType<typeof comingChanges>
  today: string
  /** Reads what readers report, and does not answer it: there is no door for that in the menu. */
  reads: boolean
  /** Files that were made and stand ready. */
  files: number
}

function TodayPage({ view, waiting: { tasks, count, late }, steps, coming, today, reads, files }: Props) {
  const lead =
    count === 0
      ? steps.length === 0
        ? 'Er wacht niets op u.'
        : 'Er wachten geen taken op u.'
      : `Er ${count === 1 ? 'wacht' : 'wachten'} ${said(count, 'taak', 'taken')} op u` +
        `${late > 0 ? `; ${said(late, 'is te laat', 'zijn te laat')}` : ''}.`
  return (
    <DeskPage view={view} title="Vandaag">
      <div className="ld-opening">
        <p className="ld-kicker">{day('nl', today)}</p>
        <Heading level={1}>Vandaag</Heading>
        <Text lead>{lead}</Text>
      </div>
      <FirstSteps steps={steps} />
      <Tasks id="te-laat" title="Te laat" tasks={tasks.filter(({ dueOn }) => (dueOn ?? today) < today)} today={today} />
      <Tasks id="vandaag" title="Vandaag" tasks={tasks.filter(({ dueOn }) => dueOn === today)} today={today} />
      <Tasks id="straks" title="Straks" tasks={tasks.filter(({ dueOn }) => (dueOn ?? '9999') > today)} today={today} />
      {count > tasks.length ? (
        <Text>
          Deze lijst toont de eerste {tasks.length} van {count} taken. Wat het eerst klaar moet zijn, staat bovenaan.
        </Text>
      ) : null}
      {files === 0 ? null : (
        <Text>
          <Link to="/balie/mijn-bestanden">
            {files === 1 ? 'Er staat een bestand' : `Er staan ${files} bestanden`} voor u klaar
          </Link>
        </Text>
      )}
      <LawChanges coming={coming} />
      {reads ? (
        <Text>
          <Link to="/balie/meldingen">Meldingen van lezers</Link>
        </Text>
      ) : null}
    </DeskPage>
  )
}

/** What another room says that waits for a partner, read there from what is so. */
export type PartyWaiting = (
  tx: Tx,
  municipality: string,
  organisation: string,
  today: string,
) => Promise<readonly Pick<OpenTask, 'id' | 'text' | 'path' | 'dueOn'>[]>

type Deps = { readonly catalogue: Catalogue; readonly partyWaiting: PartyWaiting }

export const taskRoutes = ({ catalogue, partyWaiting }: Deps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/',
    may: 'desk.use',
    answer: async ({ tx, who, municipality, today, view }) =>
      page(
        <TodayPage
          view={view}
          today={today}
          files={await filesMade(tx, municipality.id, who)}
          reads={allows(who.roles, 'report.read') && !allows(who.roles, 'report.answer')}
          coming={allows(who.roles, 'law.watch') ? comingChanges(catalogue, today) : []}
          waiting={beside(
            await tasksOf(tx, municipality.id, who, today),
            who.organisation === null || !allows(who.roles, 'covenant.own')
              ? []
              : await partyWaiting(tx, municipality.id, who.organisation, today),
            today,
          )}
          steps={
            allows(who.roles, 'people.manage')
              ? stepsLeft(view, await contactOf(tx, municipality.id), await rolesWithoutAnyone(tx, municipality.id))
              : []
          }
        />,
      ),
  },
]
