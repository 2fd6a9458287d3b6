/** The warnings that are for everyone: those that run, or those that are over. */
import { spoken } from '../../lib/spoken-number.ts'
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { TlpBanner } from '../../web/warning/label.tsx'
import { says } from './messages.ts'
import { SIZE, type listPublic } from './store.ts'

type Props = {
  readonly view: View
  readonly past: boolean
  readonly page: number
  readonly found: Awaited<ReturnType<typeof listPublic>>
}

export const PLACE = '/samen/waarschuwingen'

export function WarningsPage({ view, past, page, found: { total, rows } }: Props) {
  const { lang, m } = view
  const t = says(lang)
  const pages = Math.max(1, Math.ceil(total / SIZE))
  const to = (at: number, over = past) =>
    href(view, PLACE, { toon: over ? 'voorbij' : undefined, pagina: at === 1 ? undefined : at })
  const dutch = lang === 'en' ? 'nl' : undefined
  const heading = past ? (total === 0 ? t.nonePast : t.past) : total === 0 ? t.none : t.found(total)
  return (
    <Page
      view={view}
      title={t.title}
      crumbs={[
        { name: t.together, to: href(view, '/samen') },
        { name: t.title, to: href(view, PLACE) },
      ]}
      feed={{ path: `${PLACE}/nieuws.atom`, title: t.follow }}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <TlpBanner label="CLEAR" lang={lang} />
        <Text>
          {t.how} {t.others}
        </Text>
      </div>
      <Section id="lijst" title={heading} wide>
        {rows.length === 0 ? null : (
          <Table
            id="waarschuwingen"
            caption={t.caption}
            hideCaption
            stacked
            columns={[{ head: t.column.title }, { head: t.column.act }, { head: t.column.until }]}
            rows={rows.map((row) => ({
              key: row.number,
              cells: [
                <span key="t" lang={dutch}>
                  <Link to={href(view, `${PLACE}/${spoken(row.number)}`)}>{row.title}</Link>
                </span>,
                <span key="a" lang={dutch}>
                  {row.act}
                </span>,
                row.actBy === null ? t.noDay : day(lang, row.actBy),
              ],
            }))}
          />
        )}
        <Text>
          <Link to={to(1, !past)}>{past ? t.toRunning : t.toPast}</Link>
        </Text>
        {pages === 1 ? null : (
          <nav className="ld-pagination" aria-label={t.pagination}>
            {page > 1 ? (
              <a className="nl-link" rel="prev" href={to(page - 1)}>
                {m.list.previous}
              </a>
            ) : null}
            {page < pages ? (
              <a className="nl-link" rel="next" href={to(page + 1)}>
                {m.list.next}
              </a>
            ) : null}
          </nav>
        )}
      </Section>
      <Text>
        <Link to={href(view, `${PLACE}/nieuws.atom`)}>{t.follow}</Link>
      </Text>
    </Page>
  )
}
