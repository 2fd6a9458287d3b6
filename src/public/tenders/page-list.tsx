/** All tenders with a digital annex. */
import { dutchTime } from '../../lib/dutch-time.ts'
import { moment } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import type { AnnexVersion } from './store.ts'

/** Whether one can still bid, by the day: pages are kept for a day, and who wants to bid reads until which hour. */
export const isOpen = ({ stopped, closesAt }: Pick<AnnexVersion, 'stopped' | 'closesAt'>, today: string): boolean =>
  !stopped && dutchTime(closesAt).date >= today
/** How far a tender is on a day (YYYY-MM-DD), in a word. */
export function stateOf(view: Pick<View, 'lang'>, each: AnnexVersion, today: string): string {
  const t = says(view.lang)
  return each.stopped ? t.stopped : isOpen(each, today) ? t.open : t.closed
}

export function TendersPage({ view, all, today }: { view: View; all: readonly AnnexVersion[]; today: string }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.title} crumbs={[{ name: t.title, to: href(view, '/aanbestedingen') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
      </div>
      {all.length === 0 ? (
        <Text>{t.none}</Text>
      ) : (
        <Table
          id="aanbestedingen"
          caption={t.caption}
          hideCaption
          stacked
          columns={[
            { head: t.column.title },
            { head: t.column.state },
            { head: t.column.closes },
            { head: t.column.version },
          ]}
          rows={all.map((each) => ({
            key: String(each.no),
            cells: [
              <span key="t" lang={view.lang === 'en' ? 'nl' : undefined}>
                <Link to={href(view, `/aanbestedingen/${each.no}`)}>{`${each.annex.number} ${each.title}`}</Link>
              </span>,
              stateOf(view, each, today),
              moment(view.lang, each.closesAt),
              String(each.version),
            ],
          }))}
        />
      )}
    </Page>
  )
}
