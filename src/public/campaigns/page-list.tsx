/** Campaigns that were fixed: what each wants to reach, how it stands, and what came out of it. */
import { spoken } from '../../lib/spoken-number.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, inDutch, type View } from '../../web/view.ts'
import { saysOutcome } from './messages-outcome.ts'
import { says } from './messages.ts'
import { standingOf, tellBy } from './standing.ts'
import { SIZE, type listPublic, type Listed } from './store.ts'

export const PLACE = '/samen/campagnes'

/** In a sentence how it stands today, with its outcome when that is known. */
export function standingIn(view: View, one: Listed, today: string): string {
  const standing = standingOf(one, today)
  const said = says(view.lang).standing[standing]({ ...one, by: tellBy(one.after) })
  return one.result === null ? said : `${said.replace(/\.$/, '')}: ${saysOutcome(view.lang).short[one.result.verdict]}.`
}

type Props = {
  readonly view: View
  readonly page: number
  readonly today: string
  readonly found: Awaited<ReturnType<typeof listPublic>>
}
export function CampaignsPage({ view, page, today, found: { total, rows } }: Props) {
  const { lang, m } = view
  const t = says(lang)
  const pages = Math.max(1, Math.ceil(total / SIZE))
  const to = (at: number) => href(view, PLACE, { pagina: at === 1 ? undefined : at })
  const dutch = inDutch(view)
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
        <Text>{t.how}</Text>
      </div>
      <Section id="lijst" title={total === 0 ? t.none : t.found(total)} wide>
        {rows.length === 0 ? null : (
          <Table
            id="campagnes"
            caption={t.caption}
            hideCaption
            stacked
            columns={[{ head: t.column.title }, { head: t.column.aim }, { head: t.column.standing }]}
            rows={rows.map((row) => ({
              key: row.number,
              cells: [
                <span key="t" lang={dutch}>
                  <Link to={href(view, `${PLACE}/${spoken(row.number)}`)}>{row.title}</Link>
                </span>,
                <span key="a" lang={dutch}>
                  {row.aim}
                </span>,
                standingIn(view, row, today),
              ],
            }))}
          />
        )}
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
