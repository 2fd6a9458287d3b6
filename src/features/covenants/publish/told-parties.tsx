/** Parties and what they heard, at the desk: who still has its term, who objected, and the answer. */
import { allows } from '../../../vocabulary/roles.ts'
import { Area, Button, Buttons, Choice, Form, type Problems } from '../../../web/desk/form.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { hearingOf, type Hearing } from './rules.ts'
import type { ToldRow } from './told-store.ts'

const HOW: Readonly<Record<Hearing, string>> = {
  untold: 'nog niet gehoord',
  waiting: 'heeft nog de tijd om te reageren',
  objected: 'heeft bezwaar en wacht op antwoord',
  free: 'de naam mag er staan',
  out: 'blijft na het bezwaar zonder naam',
}

export function ToldParties({
  view,
  told,
  at,
  today,
  problems,
}: {
  view: DeskView
  told: readonly ToldRow[]
  at: string
  today: string
  problems: Problems
}) {
  // One at a time: the one that waits longest is answered first.
  const open = told.filter((row) => row.endedAt === null && hearingOf(row, today) === 'objected').slice(-1)
  return (
    <Section id="partijen" title="Partijen die bij naam genoemd willen worden">
      {told.length === 0 ? (
        <Text>
          Nog niemand is gehoord. Wie goedvond om genoemd te worden, krijgt na het vrijgeven een e-mail met wat er komt
          te staan.
        </Text>
      ) : null}
      {open.map((row) => (
        <div key={row.id} className="ld-talk">
          <Heading level={3}>{row.name} heeft bezwaar</Heading>
          <p className="ld-said">{row.objection}</p>
          {allows(view.who.roles, 'covenant.write') ? (
            <Answer {...{ view, row, problems }} to={`${at}/${row.id}/antwoord`} />
          ) : null}
        </div>
      ))}
      {told.length === 0 ? null : (
        <Table
          id="gehoord"
          caption="Wie hoorde wat er komt te staan"
          hideCaption
          stacked
          columns={[{ head: 'Partij' }, { head: 'Gehoord op' }, { head: 'Termijn' }, { head: 'Nu' }]}
          rows={told.map((row) => ({
            key: row.id,
            cells: [
              row.name,
              day('nl', row.toldAt),
              day('nl', row.until),
              row.endedAt === null
                ? HOW[hearingOf(row, today)]
                : `wil sinds ${day('nl', row.endedAt)} niet genoemd worden`,
            ],
          }))}
        />
      )}
    </Section>
  )
}

type AnswerProps = {
  readonly view: DeskView
  readonly row: ToldRow
  readonly to: string
  readonly problems: Problems
}
function Answer({ view, row, to, problems }: AnswerProps) {
  return (
    <Form view={view} action={to}>
      <Area
        name="antwoord"
        label={`Uw antwoord aan ${row.name}`}
        hint="Dit gaat per e-mail uit, met uw functie en zonder uw naam."
        rows={4}
        maxLength={4_000}
        problems={problems}
      />
      <Choice
        name="verder"
        label="En dan?"
        options={[
          { value: 'wel', label: 'De naam komt er na de termijn te staan' },
          { value: 'niet', label: 'De naam komt er niet' },
        ]}
        problems={problems}
      />
      <Buttons>
        <Button>Beantwoord het bezwaar</Button>
      </Buttons>
    </Form>
  )
}
