/** Bringing regulations in from a file, and what came of it. */
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  FileField,
  Form,
  none,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { number } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Refused } from './csv.ts'
import type { Fetch } from './fetches-store.ts'
import type { Plan } from './rules.ts'
import { crumbs } from './crumbs.ts'
import { FetchTold } from './page-fetched.tsx'

/** Refused lines that are shown. */
const MOST = 500

export function ImportPage({
  view,
  fetches,
  problems = none,
  typed,
  done,
  refused = [],
  ignored = [],
}: {
  view: DeskView
  fetches: readonly Fetch[]
  problems?: Problems
  typed?: string
  done?: Plan
  refused?: readonly Refused[]
  ignored?: readonly string[]
}) {
  return (
    <DeskPage oneForm view={view} title="Lees een lijst in" crumbs={crumbs}>
      <Heading level={1}>Lees een lijst van regelingen in</Heading>
      <ErrorSummary problems={problems} />
      {done === undefined ? null : (
        <Text lead>
          {done.added.length} nieuw, {done.changed.length} gewijzigd, {done.unchanged} gelijk gebleven, {refused.length}{' '}
          geweigerd.
        </Text>
      )}
      {ignored.length === 0 ? null : <Text>Niet gebruikte kolommen: {ignored.join(', ')}.</Text>}
      {refused.length === 0 ? null : (
        <Table
          id="geweigerd"
          caption={
            refused.length > MOST
              ? `Geweigerde regels: de eerste ${number('nl', MOST)} van ${number('nl', refused.length)}. ` +
                'Verbeter deze, en lees het bestand nog een keer in voor de rest'
              : 'Geweigerde regels'
          }
          stacked
          columns={[{ head: 'Regel' }, { head: 'Waarom' }]}
          rows={refused.slice(0, MOST).map(({ line, why }) => ({ key: `${line}`, cells: [`${line}`, why] }))}
        />
      )}
      <Section id="voorziening" title="Uit de landelijke voorziening (CVDR)">
        <Text>
          Alle regelingen die de gemeente daar bekendmaakte. Wat u zelf toevoegde, zoals de afdeling, blijft staan.
        </Text>
        {fetches.map((fetch) => (
          <FetchTold key={fetch.id} fetch={fetch} />
        ))}
        {fetches.some(({ endedAt }) => endedAt === null) ? (
          <Text>
            <Link to="/balie/regelingen/inlezen">Kijk hoe ver het is</Link>
          </Text>
        ) : (
          <Form view={view} action="/balie/regelingen/ophalen">
            <Field
              name="maker"
              label="Naam van de gemeente in de voorziening"
              value={typed ?? view.municipality.name.replace(/ \(.*\)$/, '')}
              problems={problems}
              maxLength={200}
            />
            {problems['zeker'] === undefined ? null : (
              <Choice
                name="zeker"
                label="Is dit uw gemeente?"
                several
                value={[]}
                problems={problems}
                options={[{ value: 'ja', label: `Ja, in de voorziening heten wij “${typed}”` }]}
              />
            )}
            <Buttons>
              <Button>Lijst ophalen</Button>
            </Buttons>
          </Form>
        )}
      </Section>
      <Section id="bestand" title="Uit een bestand">
        <Text>
          Een CSV-bestand met de kolommen titel, soort, afdeling, inwerkingtreding, uitwerkingtreding, cvdr-nummer en
          webadres. Alleen de titel is nodig. Een regel met een fout wordt overgeslagen en gemeld.
        </Text>
        <Form view={view} action="/balie/regelingen/inlezen" files>
          <FileField name="bestand" label="Bestand" accept=".csv,text/csv" problems={problems} />
          <Buttons>
            <Button kind="secondary">Bestand inlezen</Button>
          </Buttons>
        </Form>
      </Section>
    </DeskPage>
  )
}
