/** All regulations, searched and filtered. */
import { percent } from '../../web/language.ts'
import { Progress } from '../../web/charts/bars.tsx'
import { Day } from '../../web/desk/day.tsx'
import { Buttons, Field, Select } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { SearchForm } from '../../web/desk/search-form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { listRegulations, shareTested, type Asked } from './store.ts'

export function ListPage({
  view,
  asked,
  found,
  share,
  mayEdit,
}: {
  view: DeskView
  asked: Asked
  found: Awaited<ReturnType<typeof listRegulations>>
  share: Awaited<ReturnType<typeof shareTested>>
  mayEdit: boolean
}) {
  const to = (pagina: number) =>
    `/balie/regelingen?${new URLSearchParams({
      ...(asked.q ? { q: asked.q } : {}),
      ...(asked.which ? { welke: asked.which } : {}),
      pagina: String(pagina),
    }).toString()}`
  return (
    <DeskPage view={view} title="Regelingen" wide>
      <div className="ld-opening">
        <Heading level={1}>Regelingen</Heading>
        <Text lead>
          {share.total === 0
            ? 'De lijst is nog leeg.'
            : `${share.tested} van de ${share.total} geldende regelingen zijn getoetst: ` +
              `${percent('nl', share.tested / share.total)}. Van ${share.open} staat de toets openbaar.`}
        </Text>
        {share.total === 0 ? null : <Progress label="Getoetst" share={share.tested / share.total} />}
      </div>
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href="/balie/regelingen/inlezen">
            Lees een lijst in
          </a>
        </Buttons>
      ) : null}
      <SearchForm list="/balie/regelingen" button="Regelingen zoeken" filtered={asked.q !== '' || asked.which !== ''}>
        <Field name="q" label="Zoek op titel" type="search" value={asked.q} />
        <Select
          name="welke"
          label="Welke"
          value={asked.which}
          empty="Alle die gelden"
          options={[
            { value: 'niet-getoetst', label: 'Niet getoetst' },
            { value: 'getoetst', label: 'Getoetst' },
            { value: 'vervallen', label: 'Vervallen' },
          ]}
        />
      </SearchForm>
      {found.rows.length === 0 ? (
        <Text>Er zijn geen regelingen die hierbij passen.</Text>
      ) : (
        <Table
          id="regelingen"
          caption="Regelingen op titel"
          stacked
          columns={[
            { head: 'Regeling' },
            { head: 'Afdeling' },
            { head: 'Geldt sinds' },
            { head: 'Getoetst' },
            { head: 'Opnieuw' },
          ]}
          rows={found.rows.map((row) => ({
            key: row.id,
            cells: [
              <span key="t">
                <Link to={`/balie/regelingen/${row.id}`}>{row.title}</Link>
                <br />
                <span className="ld-quiet">{row.kind}</span>
              </span>,
              row.department,
              row.inForceOn === null ? 'onbekend' : <Day key="s" on={row.inForceOn} />,
              row.tested ? (
                <span key="z">
                  <Link to={`/balie/zaken/${row.tested.id}`}>
                    <Day on={row.tested.on} />
                  </Link>
                  {row.tested.by === null ? '' : `, ${row.tested.by}`}
                </span>
              ) : (
                'nog niet'
              ),
              row.tested?.again ? <Day key="w" on={row.tested.again} /> : '–',
            ],
          }))}
        />
      )}
      <nav aria-label="Pagina’s" className="ld-pager">
        {asked.page > 1 ? <Link to={to(asked.page - 1)}>Vorige pagina</Link> : <span />}
        {found.more ? <Link to={to(asked.page + 1)}>Volgende pagina</Link> : null}
      </nav>
    </DeskPage>
  )
}
