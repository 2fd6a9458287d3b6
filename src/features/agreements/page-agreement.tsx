/** One agreement with a processor: each point of the law with its letter, what stands of it, and the file itself. */
import type { Register } from '../../model/register.ts'
import { placeOf } from '../../registers/here.ts'
import { pointName } from '../../registers/points.ts'
import type { Names } from '../../registers/values.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { PLACE } from './page-overview.tsx'
import { Told } from './parts.tsx'
import { lackingIn, type Agreement, type Held } from './points.ts'

type Props = {
  readonly view: DeskView
  readonly register: Register
  readonly agreement: Agreement
  readonly names: Names
  readonly mayEdit: boolean
}

const saidAt = ({ fields, lines }: Held): string =>
  fields.length === 0
    ? 'Dit register vraagt er niet naar.'
    : fields.every(({ kind }) => kind === 'choice')
      ? fields.map(({ label }) => label).join(' ')
      : lines.join('\n') || fields.map(({ label }) => label).join(' ')

export function AgreementPage({ view, register, agreement, names, mayEdit }: Props) {
  const { entry, points, model, processor, signedOn, endsOn } = agreement
  const lacking = lackingIn(agreement).length
  const files = register.fields
    .filter(({ kind }) => kind === 'file')
    .flatMap(({ id }) => (entry.values[id] ?? []) as readonly string[])
    .filter((id) => names.has(id))
  return (
    <DeskPage
      view={view}
      title={`${entry.title}: punten van de wet`}
      crumbs={[
        { name: 'Registers', to: '/balie/registers' },
        { name: 'Verwerkersovereenkomsten naast de wet', to: PLACE },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">Verwerkersovereenkomst {entry.no}</p>
        <Heading level={1}>{entry.title}</Heading>
        <Text lead>
          {lacking === 0
            ? 'Elk punt van de wet staat erin (AVG art. 28 lid 3).'
            : `Van de ${points.length} punten van de wet (AVG art. 28 lid 3) ${lacking === 1 ? 'staat' : 'staan'} er ` +
              `${lacking} niet of niet helemaal in.`}
        </Text>
      </div>
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${placeOf(register, entry)}/wijzigen`}>
            Pas aan
          </a>
        </Buttons>
      ) : null}
      <Facts
        items={[
          { name: 'Verwerker', value: processor || 'Niet ingevuld' },
          { name: 'Model', value: model || 'Niet ingevuld' },
          { name: 'Getekend op', value: signedOn === undefined ? 'Niet ingevuld' : day('nl', signedOn) },
          { name: 'Geldt tot en met', value: endsOn === undefined ? 'Zonder einddatum' : day('nl', endsOn) },
          {
            name: 'De overeenkomst zelf',
            value:
              files.length === 0
                ? 'Er is geen bestand bij.'
                : files.map((id) => (
                    <div key={id}>
                      <Link to={`/balie/bestanden/${id}`}>{names.get(id)}</Link>
                    </div>
                  )),
          },
        ]}
      />
      <Section id="punten" title="Elk punt van de wet">
        <Table
          id="punten-tabel"
          caption="De punten van AVG art. 28 lid 3"
          hideCaption
          stacked
          columns={[{ head: 'Punt' }, { head: 'In de overeenkomst' }, { head: 'Wat er staat of gevraagd wordt' }]}
          rows={points.map((held) => ({
            key: held.point.id,
            cells: [
              pointName(held.point),
              <span key="t">
                <Told presence={held.presence} />
              </span>,
              saidAt(held),
            ],
          }))}
        />
      </Section>
      <Text>
        <Link to={placeOf(register, entry)}>Bekijk alles over deze overeenkomst</Link>
      </Text>
    </DeskPage>
  )
}
