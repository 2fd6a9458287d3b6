/** All tenders of the municipality, the newest first. */
import { TENDER_STATES } from '../../vocabulary/tender.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { numberOf, placeOfTender } from './draft.ts'
import { PLACE } from './page-form.tsx'
import { SIZE, type Tender } from './store.ts'

type Props = {
  readonly view: DeskView
  readonly tenders: readonly Tender[]
  readonly page: number
  readonly mayWrite: boolean
}

export function TendersPage({ view, tenders, page, mayWrite }: Props) {
  return (
    <DeskPage view={view} title="Aanbestedingen" wide>
      <div className="ld-opening">
        <Heading level={1}>Aanbestedingen</Heading>
        <Text lead>
          Stel de bijlage met digitale eisen samen, geef hem uit en leg de antwoorden naast elkaar. Leidraad neemt geen
          inschrijvingen aan en geeft geen punten.
        </Text>
      </div>
      <Buttons>
        {mayWrite ? (
          <a className="nl-button nl-button--primary" href={`${PLACE}/nieuw`}>
            Begin een bijlage
          </a>
        ) : null}
        <Link to="/balie/contractplichten">Plichten van contracten</Link>
      </Buttons>
      {tenders.length === 0 ? (
        <Text>Er is nog geen aanbesteding.</Text>
      ) : (
        <Table
          id="aanbestedingen"
          caption="Aanbestedingen"
          hideCaption
          stacked
          columns={[{ head: 'Aanbesteding' }, { head: 'Stand' }, { head: 'Versie' }, { head: 'Sluit' }]}
          rows={tenders.slice(0, SIZE).map((each) => ({
            key: each.id,
            cells: [
              <Link key="t" to={placeOfTender(each)}>{`${numberOf(each)} ${each.title}`}</Link>,
              TENDER_STATES[each.state],
              each.issued === 0 ? 'concept' : String(each.issued),
              moment('nl', each.closesAt),
            ],
          }))}
        />
      )}
      {page > 1 || tenders.length > SIZE ? (
        <nav aria-label="Bladeren" className="ld-pagination">
          {page > 1 ? <Link to={`${PLACE}?pagina=${page - 1}`}>Nieuwer</Link> : null}{' '}
          {tenders.length > SIZE ? <Link to={`${PLACE}?pagina=${page + 1}`}>Ouder</Link> : null}
        </nav>
      ) : null}
    </DeskPage>
  )
}
