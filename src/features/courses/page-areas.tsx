/** The table of postcodes with their neighbourhoods, which the municipality loads once, and its province. */
import { PROVINCES } from '../../vocabulary/help.ts'
import { Button, Buttons, ErrorSummary, FileField, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { counted } from '../../web/language.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { areasKnown } from './areas-store.ts'
import type { Refused } from './areas.ts'
import { crumbsOf, listPath, type Here } from './here.ts'

type Props = Omit<Here, 'today'> & {
  readonly known: Awaited<ReturnType<typeof areasKnown>>
  readonly refused?: readonly Refused[]
  readonly problems?: Problems
}

export function AreasPage({ view, door, known, refused = [], problems = none }: Props) {
  const districts = [...Map.groupBy(known.rows, ({ district }) => district)]
  return (
    <DeskPage view={view} title="Postcodes en wijken" crumbs={crumbsOf(door)} oneForm>
      <div className="ld-opening">
        <Heading level={1}>Postcodes en wijken</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {known.rows.length === 0
            ? 'Er zijn nog geen postcodes geladen. Zoeken gaat nu alleen op wijk.'
            : `Geladen: ${counted('nl', known.rows.length, 'postcode', 'postcodes')} in ` +
              `${counted('nl', districts.length, 'wijk', 'wijken')}.`}
        </Text>
      </div>
      {refused.length === 0 ? null : (
        <Table
          id="geweigerd"
          caption="Deze regels zijn niet gelezen. Er is niets gewijzigd"
          stacked
          columns={[{ head: 'Regel' }, { head: 'Waarom' }]}
          rows={refused.slice(0, 100).map(({ line, why }) => ({ key: `${line}`, cells: [`${line}`, why] }))}
        />
      )}
      <Section id="laden" title="Tabel laden">
        <Text>
          Een CSV-bestand met de kolommen pc4, x, y en wijk, en als u het heeft inwoners. De punten x en y zijn meters
          van het Rijksdriehoeksnet. Neem ook de postcodes van de buren mee. Het CBS geeft deze tabel.
        </Text>
        <Form view={view} action={`${listPath(door)}/postcodes`} files>
          <FileField name="bestand" label="Bestand" accept=".csv,text/csv,.ods" problems={problems} />
          <Text>De nieuwe tabel komt in de plaats van wat er nu is.</Text>
          <Buttons>
            <Button>Tabel laden</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="provincie" title="Provincie">
        <Form view={view} action={`${listPath(door)}/provincie`}>
          <Select
            name="provincie"
            label="In welke provincie ligt de gemeente?"
            hint="Andere sociale kaarten vragen dat bij elk adres."
            value={known.province}
            empty="kies een provincie"
            options={PROVINCES.map((each) => ({ value: each, label: each }))}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Provincie opslaan</Button>
          </Buttons>
        </Form>
      </Section>
      <Section id="wijken" title="Wat er nu is">
        {districts.length === 0 ? (
          <Text>Nog niets.</Text>
        ) : (
          <Table
            id="tabel-wijken"
            caption="Wijken met hun postcodes"
            hideCaption
            stacked
            columns={[{ head: 'Wijk' }, { head: 'Postcodes' }, { head: 'Inwoners' }]}
            rows={districts.map(([district, rows]) => ({
              key: district,
              cells: [
                district,
                rows.map(({ pc4 }) => pc4).join(', '),
                rows.some(({ inhabitants }) => inhabitants === null)
                  ? 'niet ingevuld'
                  : `${rows.reduce((sum, { inhabitants }) => sum + inhabitants!, 0)}`,
              ],
            }))}
          />
        )}
      </Section>
    </DeskPage>
  )
}
