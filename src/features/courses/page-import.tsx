/** Reading the own entries from a file: first a trial that changes nothing, and then what it said. */
import { Button, Buttons, ErrorSummary, FileField, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { counted } from '../../web/language.ts'
import { Details, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { crumbsOf, listPath, type Here } from './here.ts'
import type { Plan, Planned } from './import-plan.ts'
import { ALL_HEADS, NEEDED } from './read-csv.ts'

/** Lines of each kind that are shown. */
const SHOWN = 200

type Props = Omit<Here, 'today'> & {
  readonly trial?: { readonly id: string; readonly plan: Plan }
  readonly problems?: Problems
}

export function ImportPage({ view, door, trial, problems = none }: Props) {
  const list = listPath(door)
  return (
    <DeskPage view={view} title="Lijst inlezen" crumbs={crumbsOf(door)}>
      <div className="ld-opening">
        <Heading level={1}>Lijst inlezen</Heading>
        <ErrorSummary problems={problems} />
        {trial === undefined ? (
          <Text lead>U ziet eerst wat er zou gebeuren. Er verandert nog niets.</Text>
        ) : (
          <Text lead>Dit is een proef: er is nog niets veranderd. {sentence(trial.plan)}</Text>
        )}
      </div>
      {trial === undefined ? (
        <Choose view={view} door={door} problems={problems} />
      ) : (
        <Trial {...{ view, door, trial }} />
      )}
      <Text>
        <Link to={list}>Terug naar de lijst</Link>
      </Text>
    </DeskPage>
  )
}

/** What a file does, in one line. */
export const countsOf = ({ added, changed, ended, same }: Plan): string =>
  `${added.length} nieuw, ${changed.length} gewijzigd, ${same} gelijk gebleven` +
  (ended.length === 0 ? '' : `, ${ended.length} van de site`)
const sentence = (plan: Plan): string => `${countsOf(plan)}, ${plan.refused.length} geweigerd.`

function Choose({ view, door, problems }: Omit<Props, 'trial'> & { problems: Problems }) {
  const list = listPath(door)
  return (
    <Form view={view} action={`${list}/inlezen`} files>
      <FileField
        name="bestand"
        label="Bestand"
        hint="Een werkblad (CSV of ODS) of een bestand van een andere sociale kaart (HSDS, JSON)."
        accept=".csv,.ods,.json,text/csv,application/json"
        problems={problems}
      />
      <Text>
        U leest alleen in wat u zelf bijhoudt. Een regel met hetzelfde id of dezelfde sleutel wijzigt wat er staat. Wat
        niet in het bestand staat, blijft zoals het is: een regel, een kolom, of wat een andere sociale kaart niet kent.
      </Text>
      <Text>
        <Link to={`${list}/lijst.csv`}>Uw lijst als werkblad (CSV)</Link>. Vul die aan en lees hem weer in.
      </Text>
      <Details summary={`Welke kolommen er in een werkblad kunnen staan (${ALL_HEADS.length})`}>
        <Text>
          Elke regel heeft een naam. Een cursus heeft “cursus” in de kolom soort. Hoofdletters en de volgorde maken niet
          uit.
        </Text>
        {Object.entries(NEEDED).map(([what, heads]) => (
          <Text key={what}>{`Een nieuwe ${what} heeft ook nodig: ${heads.join('; ')}.`}</Text>
        ))}
        <Text>{`Alle kolommen: ${ALL_HEADS.join('; ')}`}</Text>
      </Details>
      <Buttons>
        <Button>Proef doen</Button>
      </Buttons>
    </Form>
  )
}

function Trial({ view, door, trial: { id, plan } }: Omit<Props, 'problems'> & { trial: NonNullable<Props['trial']> }) {
  const list = listPath(door)
  const good = plan.added.length + plan.changed.length + plan.ended.length
  return (
    <>
      {plan.ignored.length === 0 ? null : (
        <Text>{`Deze kolommen kennen wij niet. Wij lezen ze niet in: ${plan.ignored.join(', ')}.`}</Text>
      )}
      {plan.refused.length === 0 ? null : (
        <Table
          id="geweigerd"
          caption="Geweigerd: dit wordt niet ingelezen"
          stacked
          columns={[{ head: 'Regel' }, { head: 'Naam' }, { head: 'Waarom' }]}
          rows={plan.refused.slice(0, SHOWN).map(({ line, name, why }, at) => ({
            key: `${line} ${at}`,
            cells: [`${line}`, name, why],
          }))}
        />
      )}
      <Rows id="nieuw" title="Nieuw" rows={plan.added} />
      <Rows id="gewijzigd" title="Gewijzigd" rows={plan.changed} />
      <Rows id="eraf" title="Gaat van de site" rows={plan.ended} />
      {good === 0 ? (
        <Text>
          Er is niets om in te lezen. <Link to={`${list}/inlezen`}>Een ander bestand kiezen</Link>
        </Text>
      ) : (
        <Form view={view} action={`${list}/inlezen`}>
          <Hidden name="proef" value={id} />
          <Text>
            Wat u inleest, staat meteen op de openbare site. Zegt het bestand wanneer iemand het nakeek? Dan staat die
            dag erbij. Anders staat er dat u het vandaag nakeek.
          </Text>
          {plan.ended.length === 0 ? null : (
            <Text>Gaat iets van de site? Dan zegt de bron dat het er niet meer is.</Text>
          )}
          {plan.ended.some(({ kind }) => kind === 'course') ? (
            <Text>Bel wie een plaats had op een cursus die van de site gaat.</Text>
          ) : null}
          <Buttons>
            <Button>{`${counted('nl', good, 'regel', 'regels')} inlezen`}</Button>
            <Link to={`${list}/inlezen`}>Een ander bestand kiezen</Link>
          </Buttons>
        </Form>
      )}
    </>
  )
}

function Rows({
  id,
  title,
  rows,
}: {
  id: string
  title: string
  rows: readonly Pick<Planned, 'line' | 'name' | 'kind'>[]
}) {
  if (rows.length === 0) return null
  return (
    <Section id={id} title={title}>
      <Table
        id={`tabel-${id}`}
        caption={title}
        hideCaption
        stacked
        columns={[{ head: 'Naam' }, { head: 'Soort' }, { head: 'Regel' }]}
        rows={rows.slice(0, SHOWN).map((each) => ({
          key: `${each.line}`,
          cells: [each.name, each.kind === 'place' ? 'plek' : 'cursus', `${each.line}`],
        }))}
      />
      {rows.length > SHOWN ? <Text>En nog {rows.length - SHOWN} andere.</Text> : null}
    </Section>
  )
}
