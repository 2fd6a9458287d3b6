/** The badges that are valid today, of holders that are named. */
import type { BadgeKind } from '../../vocabulary/badge.ts'
import { BadgeMark } from '../../web/badge/mark.tsx'
import { badgeWords } from '../../web/badge/words.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { SearchFrame, Select } from '../search-frame.tsx'
import { says } from './messages.ts'
import { SIZE, type validBadges } from './store.ts'

type Props = {
  readonly view: View
  readonly q: string
  readonly kind: BadgeKind | undefined
  readonly page: number
  readonly found: Awaited<ReturnType<typeof validBadges>>
}

export function BadgesPage({ view, q, kind, page, found }: Props) {
  const [t, { m, lang }] = [says(view.lang), view]
  const pages = Math.max(1, Math.ceil(found.total / SIZE))
  const to = (pagina: number) => href(view, '/badges', { q, soort: kind, pagina: pagina === 1 ? undefined : pagina })
  return (
    <Page
      view={view}
      title={t.title}
      crumbs={[
        { name: view.m.nav.agreements, to: href(view, '/convenanten') },
        { name: t.title, to: href(view, '/badges') },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.how}</Text>
      </div>
      <SearchFrame view={view} to="/badges" label={t.search} words={t.search} q={q}>
        <Select
          name="soort"
          label={t.kindLabel}
          value={kind ?? ''}
          options={[
            { value: '', name: t.allKinds },
            { value: 'signed', name: badgeWords(lang).kind.signed },
            { value: 'seen', name: badgeWords(lang).kind.seen },
          ]}
        />
      </SearchFrame>
      <Section id="geldig" title={found.total === 0 ? t.none : t.found(found.total)} wide>
        {found.total === 0 ? (
          q === '' && kind === undefined ? null : (
            <Text>{t.noneFound}</Text>
          )
        ) : (
          <Table
            id="badges"
            caption={t.caption}
            hideCaption
            stacked
            columns={[
              { head: t.column.holder },
              { head: t.column.kind },
              { head: t.column.about },
              { head: t.column.until },
            ]}
            rows={found.rows.map((row) => ({
              key: row.number,
              cells: [
                <span key="h">
                  <Link to={href(view, `/badges/${spoken(row.number)}`)}>{row.holder}</Link>
                  {row.place === '' ? null : <span className="ld-quiet ld-block">{row.place}</span>}
                </span>,
                <BadgeMark key="k" kind={row.kind} words={badgeWords(lang).kind[row.kind]} />,
                <span key="a" lang={lang === 'en' && row.told.covenant ? 'nl' : undefined}>
                  {badgeWords(lang).about(row)}
                </span>,
                day(lang, row.validUntil),
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
    </Page>
  )
}
