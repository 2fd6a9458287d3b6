/** Vandaag: what needs me, late ones first. */
import type { Tx } from '../../db/as.ts'
import { day } from '../../web/language.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { MOST_TASKS, tasksOf, type OpenTask } from './store.ts'

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
                  {task.dueOn < today ? 'had klaar moeten zijn op ' : 'uiterlijk '}
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

function TodayPage({ view, tasks, today }: { view: DeskView; tasks: readonly OpenTask[]; today: string }) {
  const shown = tasks.slice(0, MOST_TASKS)
  const late = shown.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  const now = shown.filter(({ dueOn }) => dueOn === today)
  const later = shown.filter(({ dueOn }) => dueOn === null || dueOn > today)
  const lead =
    shown.length === 0
      ? 'Er wacht niets op u.'
      : `Er ${shown.length === 1 ? 'wacht' : 'wachten'} ${said(shown.length, 'taak', 'taken')} op ` +
        `u${late.length > 0 ? `; ${said(late.length, 'is te laat', 'zijn te laat')}` : ''}.`
  return (
    <DeskPage view={view} title="Vandaag">
      <div className="ld-opening">
        <p className="ld-kicker">{day('nl', today)}</p>
        <Heading level={1}>Vandaag</Heading>
        <Text lead>{lead}</Text>
      </div>
      <Tasks id="te-laat" title="Te laat" tasks={late} today={today} />
      <Tasks id="vandaag" title="Vandaag" tasks={now} today={today} />
      <Tasks id="straks" title="Straks" tasks={later} today={today} />
      {tasks.length > MOST_TASKS ? <Text>Er zijn er meer. Deze lijst toont de eerste {MOST_TASKS}.</Text> : null}
    </DeskPage>
  )
}

export const taskRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/',
    may: 'desk.use',
    answer: async ({ tx, who, municipality, today, view }) =>
      page(<TodayPage view={view} today={today} tasks={await tasksOf(tx, municipality.id, who)} />),
  },
]
