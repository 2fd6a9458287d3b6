/** What reading a file into a register would do, row by row, and the button that does it. */
import type { ReactNode } from 'react'
import type { Register } from '../model/register.ts'
import { Button, Buttons, Choice, Form, Hidden, type Problems } from '../web/desk/form.tsx'
import type { DeskView } from '../web/desk/route.ts'
import { number } from '../web/language.ts'
import { Facts, Link, List, Section, Text } from '../web/parts.tsx'
import { Table } from '../web/table.tsx'
import { importPlace } from './here.ts'
import type { Changed, Plan, Refused } from './import-plan.ts'
import { NUMBER } from '../vocabulary/register.ts'

/** Rows of a table that are shown, and characters of a cell. */
const [MOST, ROOM] = [200, 300]

/** What was read and what it would do. */
export type Trial = {
  readonly id: string
  /** What the file was called. */
  readonly name: string
  readonly plan: Plan
  /** Rows of it that were read in before; these are the others. */
  readonly done: number
  /** Columns of the register that the file does not have. */
  readonly absent: readonly string[]
  readonly ignored: readonly string[]
  /** Titles of new rows that stand in the register already. */
  readonly twins: readonly { readonly row: number; readonly title: string; readonly no: number }[]
}

/** `1 rij`, `1.234 rijen`. */
const rows = (count: number): string => (count === 1 ? '1 rij' : `${number('nl', count)} rijen`)
const cut = (text: string): string => (text.length > ROOM ? `${text.slice(0, ROOM - 1)}…` : text)
const shown = (text: string): ReactNode => (text === '' ? <i>leeg</i> : cut(text))

/** The trial run of a file: counts first, then what is refused, what changes, what is new. */
export function TrialRun({
  view,
  register,
  problems,
  trial,
}: {
  view: DeskView
  register: Register
  problems: Problems
  trial: Trial
}) {
  const { added, changed, unchanged, refused, meanwhile, emptied } = trial.plan
  const bad = new Set(refused.map(({ row }) => row)).size
  const good = added.length + changed.length
  return (
    <>
      <Section id="proef" title={`Wat “${trial.name}” zou doen`}>
        <Facts
          items={[
            { name: 'Nieuw', value: number('nl', added.length) },
            { name: 'Gewijzigd', value: number('nl', changed.length) },
            { name: 'Gelijk gebleven', value: number('nl', unchanged) },
            { name: 'Geweigerd', value: number('nl', bad) },
            ...(meanwhile.length === 0 ? [] : [{ name: 'Intussen gewijzigd', value: number('nl', meanwhile.length) }]),
          ]}
        />
        <Remarks trial={trial} emptied={emptied} />
        {good === 0 && meanwhile.length === 0 ? (
          <Text>
            {trial.done > 0
              ? 'Verbeter deze rijen in het bestand en lees ze opnieuw in.'
              : 'Er is niets om in te lezen.'}
          </Text>
        ) : (
          <Form view={view} action={`${importPlace(register)}/uitvoeren`}>
            <Hidden name="proef" value={trial.id} />
            {bad === 0 || good === 0 ? null : (
              <Choice
                name="goede"
                label="Wat doet u met de geweigerde rijen?"
                several
                value={[]}
                problems={problems}
                options={[
                  {
                    value: 'ja',
                    label: `Lees alleen ${rows(good)} in. ` + `Wij bewaren ${rows(bad)} met een fout een dag voor u.`,
                  },
                ]}
              />
            )}
            <Buttons>
              <Button>{good === 0 ? 'Kijk opnieuw naar deze rijen' : `${rows(good)} inlezen`}</Button>
            </Buttons>
          </Form>
        )}
        <Text>
          <Link to={importPlace(register)}>Kies een ander bestand</Link>
        </Text>
      </Section>
      {bad === 0 ? null : <RefusedRows register={register} id={trial.id} refused={refused} bad={bad} />}
      {meanwhile.length === 0 ? null : (
        <Section id="intussen" title="Intussen gewijzigd" wide>
          <Text>
            Een collega wijzigde dit na uw proef. Wij lezen deze rijen nu niet in. Daarna staan zij hier weer, met wat
            er nu staat.
          </Text>
          <ChangedRows id="intussen-rijen" caption="Rijen die niet worden ingelezen" changed={meanwhile} />
        </Section>
      )}
      {changed.length === 0 ? null : (
        <Section id="gewijzigd" title="Gewijzigd" wide>
          <ChangedRows id="gewijzigde-rijen" caption="Wat er verandert" changed={changed} />
        </Section>
      )}
      {added.length === 0 ? null : (
        <Section id="nieuw" title="Nieuw">
          <Table
            id="nieuwe-rijen"
            caption={captionOf('Nieuwe rijen', added.length)}
            columns={[{ head: 'Rij' }, { head: 'Naam' }]}
            rows={added.slice(0, MOST).map(({ row, title }) => ({ key: `${row}`, cells: [`${row}`, cut(title)] }))}
          />
        </Section>
      )}
    </>
  )
}

const captionOf = (what: string, count: number): string =>
  count > MOST ? `${what}: de eerste ${MOST} van ${number('nl', count)}` : what

function Remarks({ trial, emptied }: { trial: Trial; emptied: number }) {
  const { absent, ignored, twins } = trial
  const fields = absent.filter((name) => name !== NUMBER).map((name) => name.replace(/\?$/, ''))
  const remarks = [
    ...(absent.includes(NUMBER) ? ['Er is geen kolom “nummer”. Daarom is elke rij nieuw.'] : []),
    ...(emptied === 0
      ? []
      : [
          emptied === 1
            ? 'Eén veld wordt leeg, omdat de cel leeg is.'
            : `${number('nl', emptied)} velden worden leeg, omdat de cel leeg is.`,
        ]),
    ...(fields.length > 0 ? [`Niet in het bestand, en dus onveranderd: ${fields.join(', ')}.`] : []),
    ...(ignored.length === 0
      ? []
      : [`Deze kolommen kennen wij niet. Wij lezen ze niet in: ${ignored.slice(0, 30).map(cut).join(', ')}.`]),
    ...(twins.length === 0
      ? []
      : [
          `${rows(twins.length)} zonder nummer ${twins.length === 1 ? 'heet' : 'heten'} zoals iets dat al in het ` +
            `register staat: ${twins
              .slice(0, 5)
              .map(({ row, title, no }) => `rij ${row} zoals ${no} ${cut(title)}`)
              .join('; ')}. Is het hetzelfde? Zet dan het nummer in het bestand.`,
        ]),
  ]
  return remarks.length === 0 ? null : (
    <div className="ld-remarks">
      <List items={remarks.map((body) => ({ key: body, body }))} />
    </div>
  )
}

function RefusedRows({
  register,
  id,
  refused,
  bad,
}: {
  register: Register
  id: string
  refused: readonly Refused[]
  bad: number
}) {
  return (
    <Section id="geweigerd" title="Geweigerd" wide>
      <Text>
        {bad === 1 ? 'Deze rij lezen wij niet in. ' : 'Deze rijen lezen wij niet in. '}
        <Link to={`${importPlace(register)}/geweigerd.csv?proef=${id}`}>
          Download {bad === 1 ? 'de geweigerde rij' : 'de geweigerde rijen'} (CSV)
        </Link>
        , verbeter ze en lees dat bestand in.
      </Text>
      <Table
        id="geweigerde-rijen"
        caption={captionOf('Wat er niet klopt', refused.length)}
        stacked
        columns={[
          { head: 'Rij' },
          { head: 'Naam' },
          { head: 'Kolom' },
          { head: 'Wat er staat' },
          { head: 'Wat er moet staan' },
        ]}
        rows={refused.slice(0, MOST).map(({ row, name, column, was, why }) => ({
          key: `${row} ${column}`,
          cells: [<RowNo key="r" no={row} />, shown(name), column, shown(was), why],
        }))}
      />
    </Section>
  )
}

/** Where a row is a block of its own, its number alone says nothing. */
const RowNo = ({ no }: { no: number }) => (
  <>
    <span className="ld-stacked__word">Rij </span>
    {no}
  </>
)

function ChangedRows({ id, caption, changed }: { id: string; caption: string; changed: readonly Changed[] }) {
  const lines = changed.slice(0, MOST).flatMap(({ row, entry, differences }) =>
    differences.map(({ label, before, after }) => ({
      key: `${row} ${label}`,
      // Told at each line: on a phone it is a block of its own.
      cells: [<RowNo key="r" no={row} />, `${entry.no} ${cut(entry.title)}`, label, shown(before), shown(after)],
    })),
  )
  return (
    <Table
      id={id}
      caption={captionOf(caption, changed.length)}
      stacked
      columns={[{ head: 'Rij' }, { head: 'Wat' }, { head: 'Kolom' }, { head: 'Nu' }, { head: 'Wordt' }]}
      rows={lines}
    />
  )
}
