/** One exercise: planned, running by the clock, or played with what it taught. */
import { EXERCISE_STATES } from '../../vocabulary/exercise.ts'
import { ErrorSummary, none } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { day } from '../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { RoleCards } from '../../web/exercise/sheets.tsx'
import { PrepareParts } from './part-prepare.tsx'
import { EvidencePart } from './part-evidence.tsx'
import { MeasuresPart } from './part-measures.tsx'
import { RecordPart } from './part-record.tsx'
import { RunParts } from './part-run.tsx'
import { crumbs, whenOf, type ExerciseProps } from './parts.tsx'
import { PLACE } from './place.ts'

export function ExercisePage(props: ExerciseProps) {
  const { view, exercise, players, leads, leader, problems = none } = props
  const { content, state, id } = exercise
  const title = content.title.nl
  return (
    <DeskPage view={view} title={problems === none ? title : `Fout: ${title}`} crumbs={crumbs} wide oneForm>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>{leadOf(exercise)}</Text>
        <Facts
          items={[
            { name: 'Wie oefent', value: exercise.name ?? '' },
            { name: 'Wanneer', value: whenOf(exercise) },
            { name: 'Waar', value: exercise.place },
            { name: 'Leiding', value: leader?.name ?? 'iemand van de gemeente' },
            { name: 'Kijkt mee', value: exercise.observer === '' ? 'niemand' : exercise.observer },
            { name: 'Stand', value: EXERCISE_STATES[state] },
          ]}
        />
        {leads && state !== 'cancelled' ? (
          <Text>
            <Link to={`${PLACE}/${id}/papier`}>Alles op papier</Link>: rollen, berichten en een leeg verslag.
          </Text>
        ) : null}
      </div>
      {state === 'running' && leads ? <RunParts {...props} /> : null}
      {state === 'ended' ? (
        <>
          <RecordPart {...props} />
          <MeasuresPart {...props} />
          <EvidencePart {...props} />
        </>
      ) : null}
      {state === 'planned' && leads ? <PrepareParts {...props} /> : null}
      {state === 'planned' || (state === 'running' && !leads) ? (
        <>
          <Section id="doelen" title="Wat u oefent">
            <List items={content.aims.map((each) => ({ key: each.nl, body: each.nl }))} />
          </Section>
          <Section id="rollen" title="Rollen" wide>
            <RoleCards lang="nl" scenario={content} names={players} />
          </Section>
        </>
      ) : null}
    </DeskPage>
  )
}

function leadOf({ state, content, endedOn, cancelledFor }: ExerciseProps['exercise']): string {
  if (state === 'cancelled') return `Deze oefening gaat niet door. ${cancelledFor}`
  if (state === 'ended') return `Gespeeld op ${day('nl', endedOn!)}.`
  return content.lead.nl
}
