/** Who is in the city: every organisation with its last measurement and its place in the nulmeting. */
import type { Tx } from '../../db/as.ts'
import { BASELINE_STATES } from '../../vocabulary/baseline.ts'
import { Field } from '../../web/desk/form.tsx'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { page, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { listOrganisations, SIZE } from './list-store.ts'

export const organisationRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/organisaties',
    may: 'organisation.read',
    answer: async ({ tx, municipality, query, view }) => {
      const [q, at] = [
        (query.get('q') ?? '').trim().slice(0, 200),
        /^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1,
      ]
      const rows = await listOrganisations(tx, municipality.id, q, at)
      const to = (pagina: number) =>
        `/balie/organisaties?${new URLSearchParams({ ...(q ? { q } : {}), pagina: String(pagina) }).toString()}`
      return page(
        <DeskPage view={view} title="Organisaties" wide>
          <div className="ld-opening">
            <Heading level={1}>Organisaties</Heading>
            <Text lead>Wie is er in de stad, wat is gemeten, en wie doet mee?</Text>
            <Text>
              <Link to="/balie/groepen">Wat missen groepen en straten?</Link>{' '}
              <Link to="/balie/nulmetingen">Hoe ver is de zelfcheck?</Link>{' '}
              <Link to="/balie/bevindingen">Wat zagen mensen zelf?</Link> <Link to="/balie/straten">Winkelstraten</Link>{' '}
              <Link to="/balie/leveranciers">Leveranciers en wat afloopt</Link>{' '}
              <Link to="/balie/metingen">Wat wordt nagemeten?</Link>
            </Text>
          </div>
          <SearchForm list="/balie/organisaties" button="Organisaties zoeken" filtered={q !== ''}>
            <Field name="q" label="Zoek op naam, soort of straat" type="search" value={q} />
          </SearchForm>
          {rows.length === 0 ? (
            <Text>Er zijn geen organisaties die hierbij passen.</Text>
          ) : (
            <Table
              id="organisaties"
              caption="Organisaties op naam"
              stacked
              columns={[
                { head: 'Organisatie' },
                { head: 'Soort' },
                { head: 'Straat' },
                { head: 'Gemeten' },
                { head: 'Zelfcheck' },
                { head: 'Groep' },
              ]}
              rows={rows.slice(0, SIZE).map((row) => ({
                key: row.id,
                cells: [
                  <Link key="n" to={`/balie/organisaties/${row.id}`}>
                    {row.name}
                  </Link>,
                  row.kind,
                  row.street ?? '',
                  row.measuredAt ? <Day key="g" on={row.measuredAt} /> : 'nog niet gemeten',
                  row.baseline ? BASELINE_STATES[row.baseline.state] : 'niet uitgenodigd',
                  row.baseline?.cluster ?? '',
                ],
              }))}
            />
          )}
          <nav aria-label="Pagina’s" className="ld-pager">
            {at > 1 ? <Link to={to(at - 1)}>Vorige pagina</Link> : <span />}
            {rows.length > SIZE ? <Link to={to(at + 1)}>Volgende pagina</Link> : null}
          </nav>
        </DeskPage>,
      )
    },
  },
]
