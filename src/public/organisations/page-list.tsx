/** Organisaties: search, filters and a table that works as text. */
import { ScoreBar } from '../../web/charts/bars.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type Query, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import type { Directory, findOrganisations } from './store.ts'
import { Outdated } from '../outdated.tsx'
import { themeWord } from '../texts.ts'
import { type Asked, SearchForm } from './search.tsx'
import { says } from './messages.ts'

export const PAGE_SIZE = 50

type Found = Awaited<ReturnType<typeof findOrganisations>>

export function OrganisationsPage({
  view,
  book,
  directory,
  asked,
  found,
  sort,
  outdated,
}: {
  view: View
  book: Book
  directory: Directory
  asked: Asked
  found: Found
  sort: 'name' | 'high' | 'low'
  /** Of how many addresses something was measured too long ago. */
  outdated: { readonly old: number; readonly all: number }
}) {
  const { m } = view
  const t = says(view.lang)
  const themes = book.summary.themes.filter((spread) => spread.normsTouched > 0).map((spread) => spread.theme)
  const pages = Math.max(1, Math.ceil(found.total / PAGE_SIZE))
  const query: Query = {
    q: asked.q,
    soort: asked.soort,
    straat: asked.straat,
    thema: asked.thema,
    sorteer: asked.sorteer,
  }
  return (
    <Page
      scored
      view={view}
      title={m.nav.organisations}
      crumbs={[{ name: m.nav.organisations, to: href(view, '/organisaties') }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.organisations.title}</Heading>
        <Text lead>{t.organisations.lead}</Text>
        <Text>
          <Link to={href(view, '/straten')}>{t.organisations.streets}</Link>
        </Text>
      </div>
      <Outdated view={view} {...outdated} />
      <SearchForm view={view} book={book} directory={directory} asked={asked} themes={themes} />
      {(asked.sorteer === 'hoog' || asked.sorteer === 'laag') && asked.thema === '' ? (
        <Text>{t.organisations.pickTheme}</Text>
      ) : null}
      <Heading level={2}>{t.organisations.foundOf(found.total, asked.pagina, pages)}</Heading>
      {found.rows.length === 0 ? (
        <div className="ld-empty">
          <Text lead>{t.organisations.empty}</Text>
          <Text>{t.organisations.emptyHint}</Text>
          <Text>
            <Link to={href(view, '/organisaties')}>{t.organisations.clear}</Link>
          </Text>
        </div>
      ) : (
        <Table
          id="organisaties"
          caption={t.organisations.caption}
          stacked
          widths="scores"
          columns={[
            { head: m.column.organisation, ...(sort === 'name' ? { sort: 'ascending' as const } : {}) },
            { head: m.column.kind },
            ...themes.map((id) => ({
              head: themeWord(view, id),
              ...(id === asked.thema && sort !== 'name'
                ? { sort: sort === 'high' ? ('descending' as const) : ('ascending' as const) }
                : {}),
            })),
          ]}
          rows={found.rows.map((row) => ({
            key: row.slug,
            cells: [
              <Link key="naam" to={href(view, `/organisaties/${row.slug}`)}>
                {row.name}
              </Link>,
              <span key="soort">
                {row.kind}
                {row.street ? <span className="ld-small ld-block">{row.street}</span> : null}
              </span>,
              ...themes.map((id) => {
                const theme = row.themes.find((each) => each.theme === id)
                return <ScoreBar key={id} view={view} score={theme?.score ?? null} coverage={theme?.coverage ?? null} />
              }),
            ],
          }))}
        />
      )}
      <Pagination view={view} page={asked.pagina} pages={pages} query={query} />
    </Page>
  )
}

function Pagination({ view, page, pages, query }: { view: View; page: number; pages: number; query: Query }) {
  if (pages <= 1) return null
  const { m } = view
  const t = says(view.lang)
  const to = (value: number) => href(view, '/organisaties', { ...query, pagina: value === 1 ? undefined : value })
  const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter(
    (value) => value >= 1 && value <= pages,
  )
  return (
    <nav className="ld-pagination" aria-label={t.organisations.pagination}>
      {page > 1 ? (
        <a className="nl-link" rel="prev" href={to(page - 1)}>
          {m.list.previous}
        </a>
      ) : null}
      <ol>
        {near.map((value, index) => (
          <li
            key={value}
            className={index > 0 && value - (near[index - 1] ?? 0) > 1 ? 'ld-pagination__gap' : undefined}
          >
            <a
              className="nl-link"
              href={to(value)}
              aria-label={t.organisations.page(value)}
              aria-current={value === page ? 'page' : undefined}
            >
              {value}
            </a>
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a className="nl-link" rel="next" href={to(page + 1)}>
          {m.list.next}
        </a>
      ) : null}
    </nav>
  )
}
