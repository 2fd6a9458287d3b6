/** IT-toetsen: what the city tested and decided, how much of its rules is tested, and one test in full. */
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { SearchFrame } from '../search-frame.tsx'
import { TOETSEN, type listToetsen, type readDraws, type readShares, type Regulation } from './store.ts'
import { dutch, Share } from './share.tsx'
import { says } from './messages.ts'

/** What else there is about decisions: where the data of each are read, and the register of algorithms. */
export type Beside = { readonly flows: string | undefined; readonly algorithms: string | undefined }

type Overview = {
  readonly beside: Beside
  readonly view: View
  readonly q: string
  readonly page: number
  readonly found: Awaited<ReturnType<typeof listToetsen>>
  readonly regulations: readonly Regulation[]
  readonly shares: Awaited<ReturnType<typeof readShares>>
  readonly draws: Awaited<ReturnType<typeof readDraws>>
}

export function ToetsenPage({ view, q, page, found, regulations, shares, draws, beside }: Overview) {
  const { m } = view
  const t = says(view.lang)
  const pages = Math.max(1, Math.ceil(found.total / TOETSEN))
  return (
    <Page view={view} title={m.nav.decisions} crumbs={[{ name: m.nav.decisions, to: href(view, '/toetsen') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>
          <Link to={href(view, '/zo-werkt-de-it-toets')}>{t.how}</Link>
        </Text>
      </div>
      <SearchFrame view={view} to="/toetsen" label={t.search} words={t.search} q={q} />
      <Section id="uitkomsten" title={t.found(found.total)} wide>
        {found.rows.length === 0 ? (
          <Text>{q === '' ? t.none : t.noneFound}</Text>
        ) : (
          <Table
            id="toetsen"
            caption={t.caption}
            hideCaption
            stacked
            columns={[
              { head: t.column.title },
              { head: t.column.outcome },
              { head: t.column.advice },
              { head: t.column.deviations },
              { head: t.column.date },
            ]}
            rows={found.rows.map((row) => ({
              key: `${row.no}`,
              cells: [
                <span key="a">
                  <a className="nl-link" href={href(view, `/toetsen/${row.no}`)} lang={dutch(view)}>
                    {row.title}
                  </a>
                  <span className="ld-small ld-block">
                    {row.number}, {t.kinds[row.kind]}
                  </span>
                </span>,
                <span key="b" lang={dutch(view)}>
                  {row.outcome}
                </span>,
                row.advice === null ? (
                  t.noAdvice
                ) : (
                  <span key="c" lang={dutch(view)}>
                    {row.advice}
                  </span>
                ),
                row.deviations === 0 ? t.noneOf : row.deviations,
                day(view.lang, row.decidedOn),
              ],
            }))}
          />
        )}
        {pages === 1 ? null : (
          <nav className="ld-pagination" aria-label={t.pagination}>
            {page > 1 ? (
              <a className="nl-link" rel="prev" href={href(view, '/toetsen', { q, pagina: page - 1 })}>
                {m.list.previous}
              </a>
            ) : null}
            {page < pages ? (
              <a className="nl-link" rel="next" href={href(view, '/toetsen', { q, pagina: page + 1 })}>
                {m.list.next}
              </a>
            ) : null}
          </nav>
        )}
      </Section>
      <Share view={view} regulations={regulations} shares={shares} />
      <Section id="steekproef" title={t.draws}>
        <Text>{t.drawsText}</Text>
        <Details summary={t.recount}>
          <Text>{t.recountText}</Text>
        </Details>
        {draws.length === 0 ? (
          <Text>{t.noDraws}</Text>
        ) : (
          <List
            items={draws.map((draw) => ({
              key: `${draw.no}`,
              body: (
                <>
                  {t.draw(draw.no, draw.at, draw.drawn.length, draw.among.length)}{' '}
                  <code className="nl-code ld-break">{draw.seed}</code>
                  <Details summary={t.drawNumbers}>
                    <p>
                      {t.among}: {draw.among.join(', ')}
                    </p>
                    <p>
                      {t.drawn}: {draw.drawn.join(', ')}
                    </p>
                  </Details>
                </>
              ),
            }))}
          />
        )}
      </Section>
      <Also view={view} {...beside} />
    </Page>
  )
}

function Also({ view, flows, algorithms }: Beside & { readonly view: View }) {
  const t = says(view.lang)
  const doors = [
    ...(flows === undefined ? [] : [{ to: flows, name: t.flows }]),
    ...(algorithms === undefined ? [] : [{ to: `/registers/${algorithms}`, name: t.algorithms }]),
  ]
  if (doors.length === 0) return null
  return (
    <Section id="meer" title={t.more}>
      <List items={doors.map(({ to, name }) => ({ key: to, body: <Link to={href(view, to)}>{name}</Link> }))} />
    </Section>
  )
}
