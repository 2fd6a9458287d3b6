/** An exercise that runs, for who leads it: the message that is due, those to come, the record, and the end. */
import { Area, Button, Buttons, Choice, Field, Form, Hidden, none, Select } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { MessageFacts, toWhom } from '../../web/exercise/sheets.tsx'
import { counted } from '../../web/language.ts'
import { Details, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { type ExerciseProps } from './parts.tsx'
import { PLACE } from './place.ts'
import { RecordTable } from './part-record.tsx'
import { comingIn, isPaused, minutesPlayed, type Coming } from './rules.ts'

const minutes = (count: number): string => counted('nl', count, 'minuut', 'minuten')

/** The message that comes now or first, with all that its leader needs. */
function NowPart(props: ExerciseProps & { readonly next: Coming; readonly played: number }) {
  const { view, exercise, next, played, problems = none, typed } = props
  const { after } = next.message
  return (
    <div className="ld-now">
      <Text>
        {after <= played
          ? `Dit bericht is aan de beurt, sinds minuut ${after}.`
          : `Dit bericht komt over ${minutes(after - played)}, in minuut ${after}. Eerder mag ook.`}
      </Text>
      <MessageFacts lang="nl" scenario={exercise.content} message={next.message} />
      <Form view={view} action={`${PLACE}/${exercise.id}/bericht`}>
        <Hidden name="bericht" value={String(next.index)} />
        <Area
          name="waarom"
          label="Slaat u dit bericht over? Schrijf waarom."
          hint="Zonder reden telt een overgeslagen bericht niet als gespeeld."
          optional
          value={said(typed, 'waarom')}
          rows={2}
          maxLength={500}
          problems={problems}
        />
        <Buttons>
          <Button>Dit bericht is gegeven</Button>
          <Button kind="secondary" to={`${PLACE}/${exercise.id}/overslaan`}>
            Overslaan
          </Button>
        </Buttons>
      </Form>
    </div>
  )
}

function LaterPart({ exercise, later }: { exercise: ExerciseProps['exercise']; later: readonly Coming[] }) {
  if (later.length === 0) return null
  return (
    <Details summary={`Wat daarna komt (${later.length})`}>
      <Table
        id="tabel-daarna"
        caption="Berichten die nog komen"
        hideCaption
        stacked
        columns={[{ head: 'Minuut' }, { head: 'Voor' }, { head: 'Bericht' }]}
        rows={later.map(({ index, message }) => ({
          key: String(index),
          cells: [String(message.after), toWhom(message, exercise.content, 'nl'), message.text.nl],
        }))}
      />
    </Details>
  )
}

export function RunParts(props: ExerciseProps) {
  const { view, exercise, events, now, problems = none, typed } = props
  const { id, content } = exercise
  const played = minutesPlayed(events, now)
  const paused = isPaused(events)
  const [next, ...later] = comingIn(content, events)
  return (
    <>
      <Section id="klok" title={`Minuut ${played} van ${content.minutes}`}>
        <Text>{paused ? 'De klok staat stil.' : 'De klok loopt. Deze pagina ververst niet vanzelf.'}</Text>
        <p>
          <a className="nl-link" href={`${PLACE}/${id}#klok`}>
            Ververs de klok
          </a>
        </p>
        {next === undefined ? (
          <Text>Alle berichten zijn geweest. Houd het nagesprek, en sluit de oefening af.</Text>
        ) : (
          <NowPart {...props} next={next} played={played} />
        )}
        <LaterPart exercise={exercise} later={later} />
        <Form view={view} action={`${PLACE}/${id}/${paused ? 'verder' : 'pauze'}`}>
          <Buttons>
            <Button kind="secondary">{paused ? 'Verder' : 'Pauze'}</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="verslag" title="Verslag">
        <Form view={view} action={`${PLACE}/${id}/verslag`}>
          <Area
            name="regel"
            label="Wat gebeurde er, of wat is besloten?"
            value={said(typed, 'regel')}
            rows={2}
            maxLength={1_000}
            problems={problems}
          />
          <Choice
            name="soort"
            label="Wat schrijft u op?"
            options={[
              { value: 'action', label: 'Iemand deed of besloot dit' },
              { value: 'seen', label: 'Dit viel mij op: een bevinding, waar een maatregel bij hoort' },
            ]}
            value={[said(typed, 'soort', 'action')]}
            problems={problems}
          />
          <Select
            name="rol"
            label="Welke rol?"
            empty="Niemand in het bijzonder"
            options={content.roles.map((role) => ({ value: role.id, label: role.name.nl }))}
            value={said(typed, 'rol')}
            problems={problems}
          />
          <Field
            name="minuut"
            label="In welke minuut?"
            hint="Leeg is: nu. Vul dit in als u later overtypt wat op papier staat."
            optional
            inputMode="numeric"
            maxLength={4}
            value={said(typed, 'minuut')}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">In het verslag zetten</Button>
          </Buttons>
        </Form>
        <RecordTable {...props} />
      </Section>
      <Section id="afsluiten" title="Afsluiten">
        <Text>Bespreek eerst samen: {content.questions.map((each) => each.nl).join(' ')}</Text>
        <Form view={view} action={`${PLACE}/${id}/afsluiten`}>
          <Area
            name="verslag"
            label="Hoe ging het?"
            value={said(typed, 'verslag')}
            rows={3}
            maxLength={2_000}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Oefening afsluiten</Button>
          </Buttons>
        </Form>
      </Section>
    </>
  )
}
