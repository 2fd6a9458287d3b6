/** Which part of the regulations and products has been tested. */
import { Progress } from '../../web/charts/bars.tsx'
import { day, percent } from '../../web/language.ts'
import { Details, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { readShares, Regulation } from './store.ts'
import { says } from './messages.ts'

/** Dutch content on an English page. */
export const dutch = (view: View): 'nl' | undefined => (view.lang === 'nl' ? undefined : 'nl')

export function Share({
  view,
  regulations,
  shares,
}: {
  view: View
  regulations: readonly Regulation[]
  shares: Awaited<ReturnType<typeof readShares>>
}) {
  const t = says(view.lang)
  const tested = regulations.filter(({ toets }) => toets !== null).length
  return (
    <Section id="regelingen" title={t.share} wide>
      {regulations.length === 0 ? (
        <Text>{t.noRegulations}</Text>
      ) : (
        <>
          <Text lead>{t.shareOf(tested, regulations.length)}</Text>
          <Progress label={t.share} share={tested / regulations.length} />
          {shares.length < 2 ? null : (
            <Table
              id="verloop"
              caption={t.shareCaption}
              stacked
              columns={[
                { head: t.column.month },
                { head: t.column.tested },
                { head: t.column.total },
                { head: t.column.share },
              ]}
              rows={shares.map((each) => ({
                key: each.month,
                cells: [
                  day(view.lang, each.month).replace(/^\d+ /, ''),
                  each.tested,
                  each.total,
                  each.total === 0 ? '–' : percent(view.lang, each.tested / each.total),
                ],
              }))}
            />
          )}
          <Details summary={t.allRegulations(regulations.length)}>
            <Table
              id="alle-regelingen"
              caption={t.regulationsCaption}
              hideCaption
              stacked
              columns={[{ head: t.column.regulation }, { head: t.column.tested }, { head: t.column.due }]}
              rows={regulations.map((each) => ({
                key: each.work,
                cells: [
                  each.url !== null && /^https?:\/\//.test(each.url) ? (
                    <a key="a" className="nl-link" href={each.url} lang={dutch(view)}>
                      {each.title}
                    </a>
                  ) : (
                    <span key="a" lang={dutch(view)}>
                      {each.title}
                    </span>
                  ),
                  each.toets === null || each.testedOn === null ? (
                    t.notTested
                  ) : (
                    <a key="b" className="nl-link" href={href(view, `/toetsen/${each.toets}`)}>
                      {t.testedOn(each.testedOn)}
                    </a>
                  ),
                  each.dueOn === null ? '–' : day(view.lang, each.dueOn),
                ],
              }))}
            />
          </Details>
        </>
      )}
    </Section>
  )
}
