/** The list of digital products: what is used, for what, and whether it was tested. */
import type { Tx } from '../../db/as.ts'
import { dateMonthsAfter } from '../../lib/iso-date.ts'
import type { Register } from '../../model/register.ts'
import { allows } from '../../vocabulary/roles.ts'
import { Button, Buttons, Field } from '../../web/desk/form.tsx'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { page, type DeskView, type Route } from '../../web/desk/route.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { listProducts, SIZE, type ListedProduct } from './store.ts'

function ListPage({
  view,
  q,
  at,
  products,
  today,
  mayEdit,
  register,
}: {
  view: DeskView
  q: string
  at: number
  /** One more than a page when there is a next. */
  products: readonly ListedProduct[]
  today: string
  mayEdit: boolean
  /** Of everything that is in use. */
  register: Register | undefined
}) {
  const soon = dateMonthsAfter(today, 6)
  const to = (pagina: number) =>
    `/balie/producten?${new URLSearchParams({ ...(q && { q }), pagina: String(pagina) }).toString()}`
  return (
    <DeskPage view={view} title="Producten" wide>
      <div className="ld-opening">
        <Heading level={1}>Digitale producten</Heading>
        <Text lead>Wat gebruikt de gemeente, waarvoor, en is het getoetst?</Text>
        {register === undefined ? null : (
          <Text>
            Hier staat per versie en inrichting wat een IT-toets beoordeelt. Alles wat de gemeente gebruikt, staat in
            het register <Link to={`/balie/registers/${register.id}`}>{register.title}</Link>.
          </Text>
        )}
      </div>
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href="/balie/producten/nieuw">
            Voeg een product toe
          </a>
        </Buttons>
      ) : null}
      <SearchForm list="/balie/producten" button="Producten zoeken" filtered={q !== ''}>
        <Field name="q" label="Zoek op naam of leverancier" type="search" value={q} />
      </SearchForm>
      {products.length === 0 ? (
        <Text>Er zijn geen producten die hierbij passen.</Text>
      ) : (
        <form method="get" action="/balie/producten/vergelijken">
          <Table
            id="producten"
            caption="Producten op naam"
            stacked
            columns={[
              { head: 'Product' },
              { head: 'Leverancier' },
              { head: 'Inzet' },
              { head: 'Contract tot' },
              { head: 'Getoetst' },
              { head: 'Vergelijk' },
            ]}
            rows={products.slice(0, SIZE).map((product) => ({
              key: product.id,
              cells: [
                <Link key="n" to={`/balie/producten/${product.id}`}>
                  {`${product.name} ${product.version}`.trim()}
                </Link>,
                product.supplier,
                product.deployment,
                product.contractEndsOn === null ? (
                  'onbekend'
                ) : product.contractEndsOn <= soon ? (
                  <strong key="c">
                    <Day on={product.contractEndsOn} />
                  </strong>
                ) : (
                  <Day key="c" on={product.contractEndsOn} />
                ),
                product.testedOn === null ? 'nog niet' : <Day key="t" on={product.testedOn} />,
                product.form === null ? (
                  ''
                ) : (
                  <label key="v">
                    <input type="checkbox" name="p" value={product.id} />{' '}
                    <span className="ld-hidden">vergelijk {product.name}</span>
                  </label>
                ),
              ],
            }))}
          />
          <Buttons>
            <Button kind="secondary">Vergelijk wat is aangevinkt</Button>
          </Buttons>
        </form>
      )}
      <nav aria-label="Pagina’s" className="ld-pager">
        {at > 1 ? <Link to={to(at - 1)}>Vorige pagina</Link> : <span />}
        {products.length > SIZE ? <Link to={to(at + 1)}>Volgende pagina</Link> : null}
      </nav>
    </DeskPage>
  )
}

export const listRoutes = (register: Register | undefined): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/producten',
    may: 'register.read',
    answer: async ({ tx, municipality, query, today, view, who }) => {
      const q = (query.get('q') ?? '').trim().slice(0, 200)
      const at = /^[1-9]\d{0,4}$/.test(query.get('pagina') ?? '') ? Number(query.get('pagina')) : 1
      return page(
        <ListPage
          view={view}
          q={q}
          at={at}
          products={await listProducts(tx, municipality.id, q, at)}
          today={today}
          mayEdit={allows(who.roles, 'register.edit')}
          register={register}
        />,
      )
    },
  },
]
