/** Exercises at the desk: what is planned, what runs and was played, and the measures that are still to be done. */
import { EXERCISE_STATES, MEASURE_STATES } from '../../vocabulary/exercise.ts'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { counted } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Measure } from './measure-store.ts'
import { TITLE, whenOf } from './parts.tsx'
import { PLACE } from './place.ts'
import type { Exercise } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly today: string
  readonly exercises: readonly Exercise[]
  readonly measures: readonly Measure[]
  readonly mayPlan: boolean
}

const lateWords = (measures: readonly Measure[], today: string): string => {
  const late = measures.filter(({ state, dueOn }) => state === 'open' && dueOn < today).length
  if (measures.length === 0) return 'Er staat geen maatregel open.'
  const open = `${counted('nl', measures.length, 'maatregel staat', 'maatregelen staan')} open`
  return late === 0 ? `${open}, geen is te laat.` : `${open}, waarvan ${late} te laat.`
}

const comingWords = (count: number): string =>
  count === 0 ? 'Er komt geen oefening aan.' : `${counted('nl', count, 'oefening komt', 'oefeningen komen')} eraan.`

export function ExercisesPage({ view, today, exercises, measures, mayPlan }: Props) {
  const name = new Map(exercises.map(({ id, content, name: of }) => [id, `${content.title.nl} (${of})`]))
  const coming = exercises.filter(({ state }) => state === 'planned' || state === 'running').toReversed()
  const past = exercises.filter(({ state }) => state === 'ended' || state === 'cancelled')
  return (
    <DeskPage view={view} title={TITLE} wide>
      <div className="ld-opening">
        <Heading level={1}>{TITLE}</Heading>
        <Text lead>
          {exercises.length === 0
            ? 'Er is nog geen oefening gepland.'
            : `${comingWords(coming.length)} ${lateWords(measures, today)}`}
        </Text>
        <Text>
          Iedereen mag de oefeningen zelf doen: zij staan op <Link to="/samen/oefeningen">de openbare site</Link>.
        </Text>
      </div>
      {mayPlan ? (
        <p>
          <a className="nl-button nl-button--primary" href={`${PLACE}/nieuw`}>
            Oefening plannen
          </a>
        </p>
      ) : null}
      <ListOf id="komt" title="Wat eraan komt" none="Er komt geen oefening aan." exercises={coming} />
      <Section id="maatregelen" title="Maatregelen die openstaan" wide>
        {measures.length === 0 ? (
          <Text>Er staat geen maatregel open.</Text>
        ) : (
          <Table
            id="tabel-maatregelen"
            caption="Wat het eerst af moet zijn, staat bovenaan"
            hideCaption
            stacked
            columns={[{ head: 'Maatregel' }, { head: 'Uit' }, { head: 'Wie' }, { head: 'Voor' }, { head: 'Stand' }]}
            rows={measures.map(({ id, text, exercise, ownerName, dueOn, state }) => ({
              key: id,
              cells: [
                <Link key="m" to={`${PLACE}/maatregelen/${id}`}>
                  {text}
                </Link>,
                name.get(exercise) ?? 'een oefening',
                ownerName ?? 'iemand van de gemeente',
                <Day key="d" on={dueOn} />,
                state === 'open' && dueOn < today ? 'te laat' : MEASURE_STATES[state],
              ],
            }))}
          />
        )}
      </Section>
      <ListOf id="gespeeld" title="Wat is gespeeld" none="Er is nog geen oefening gespeeld." exercises={past} />
    </DeskPage>
  )
}

type ListProps = {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly exercises: readonly Exercise[]
}
const ListOf = ({ id, title, none, exercises }: ListProps) => (
  <Section id={id} title={title} wide>
    {exercises.length === 0 ? (
      <Text>{none}</Text>
    ) : (
      <Table
        id={`tabel-${id}`}
        caption={title}
        hideCaption
        stacked
        columns={[{ head: 'Oefening' }, { head: 'Wie oefent' }, { head: 'Wanneer' }, { head: 'Stand' }]}
        rows={exercises.map((exercise) => ({
          key: exercise.id,
          cells: [
            <Link key="o" to={`${PLACE}/${exercise.id}`}>
              {exercise.content.title.nl}
            </Link>,
            exercise.name ?? '',
            whenOf(exercise),
            EXERCISE_STATES[exercise.state],
          ],
        }))}
      />
    )}
  </Section>
)
