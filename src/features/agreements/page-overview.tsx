/** All agreements with processors beside the points of the law, and the processings that seem to have none. */
import type { Register } from '../../model/register.ts'
import { placeOf } from '../../registers/here.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, number } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { Lacking } from './parts.tsx'
import { lackingIn, type Agreement } from './points.ts'
import type { Uncovered } from './store.ts'

/** Rows of each list that the page shows. */
export const SHOWN = 200
export const PLACE = '/balie/verwerkersovereenkomsten'

type Props = {
  readonly view: DeskView
  readonly register: Register
  readonly processings: Register | undefined
  readonly agreements: readonly Agreement[]
  readonly open: readonly Uncovered[]
  readonly today: string
  readonly mayEdit: boolean
}

const overdue = ({ endsOn }: Agreement, today: string): boolean => endsOn !== undefined && endsOn < today

export function OverviewPage({ view, register, processings, agreements, open, today, mayEdit }: Props) {
  const lacking = agreements.filter((each) => lackingIn(each).length > 0)
  const whole = agreements.filter((each) => lackingIn(each).length === 0)
  return (
    <DeskPage
      view={view}
      title="Verwerkersovereenkomsten naast de wet"
      crumbs={[
        { name: 'Registers', to: '/balie/registers' },
        { name: register.title, to: placeOf(register) },
      ]}
      wide
    >
      <div className="ld-opening">
        <Heading level={1}>Verwerkersovereenkomsten naast de wet</Heading>
        <Text lead>
          {agreements.length === 0
            ? 'Er staat nog geen overeenkomst in het register.'
            : lacking.length === 0
              ? 'In elke overeenkomst staat elk punt van de wet (AVG art. 28 lid 3).'
              : `In ${number('nl', lacking.length)} van de ${number('nl', agreements.length)} overeenkomsten ` +
                `staat niet ` +
                `elk punt van de wet (AVG art. 28 lid 3).`}
        </Text>
      </div>
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${placeOf(register)}/nieuw`}>
            Voeg een {register.one} toe
          </a>
        </Buttons>
      ) : null}
      <Section id="zonder" title="Verwerkingen zonder overeenkomst" wide>
        {open.length === 0 || !processings ? (
          <Text>Bij elke verwerking met een product van een leverancier staat een overeenkomst die geldt.</Text>
        ) : (
          <>
            <Text>
              Deze verwerkingen gebruiken een product van een leverancier. Een overeenkomst die geldt, is er niet aan
              gekoppeld. Werkt de leverancier met de gegevens? Dan is een overeenkomst nodig.
            </Text>
            <Table
              id="zonder-tabel"
              caption="Verwerkingen met een leverancier en zonder verwerkersovereenkomst"
              hideCaption
              stacked
              columns={[{ head: 'Verwerking' }, { head: 'Leverancier' }, { head: 'Door welk product' }]}
              rows={open.slice(0, SHOWN).map((one) => ({
                key: `${one.id} ${one.supplier}`,
                cells: [
                  <Link key="p" to={placeOf(processings, one)}>{`${one.no} ${one.title}`}</Link>,
                  one.supplierTitle,
                  one.products.join(', '),
                ],
              }))}
            />
          </>
        )}
        {open.length > SHOWN ? <Text>Dit zijn de eerste {SHOWN}.</Text> : null}
      </Section>
      <Section id="overeenkomsten" title="Per overeenkomst" wide>
        {agreements.length === 0 ? (
          <Text>Er staat nog niets in.</Text>
        ) : (
          <Table
            id="overeenkomsten-tabel"
            caption="Overeenkomsten en de punten van de wet"
            hideCaption
            stacked
            columns={[{ head: 'Overeenkomst' }, { head: 'Model' }, { head: 'Geldt' }, { head: 'Punten van de wet' }]}
            rows={[...lacking, ...whole].slice(0, SHOWN).map((one) => ({
              key: one.entry.id,
              cells: [
                <Link key="o" to={`${PLACE}/${one.entry.id}`}>{`${one.entry.no} ${one.entry.title}`}</Link>,
                one.model || 'Niet ingevuld',
                one.endsOn === undefined
                  ? 'Zonder einddatum'
                  : `${overdue(one, today) ? 'Verlopen op' : 'Tot en met'} ${day('nl', one.endsOn)}`,
                <Lacking key="l" agreement={one} />,
              ],
            }))}
          />
        )}
        {agreements.length > SHOWN ? <Text>Dit zijn de eerste {SHOWN}.</Text> : null}
      </Section>
    </DeskPage>
  )
}
