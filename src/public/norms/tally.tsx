/** How many meet a criterion: a picture, and the same as a table. */
import type { VerdictWord } from '../../model/finding.ts'
import type { Criterion } from '../../model/norm.ts'
import { toldOf, VerdictBadge, verdictWord } from '../../web/badges.tsx'
import { Division } from '../../web/charts/bars.tsx'
import { number } from '../../web/language.ts'
import { Heading } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { View } from '../../web/view.ts'
import { says } from './messages.ts'

export type Counts = Readonly<Record<string, number>>

const verdicts: readonly VerdictWord[] = ['met', 'partly', 'unmet', 'unknown', 'not-applicable']

export function Tally({ view, criterion, counts }: { view: View; criterion: Criterion; counts: Counts }) {
  const t = says(view.lang)
  const title = criterion.title[view.lang]
  const id = `telling-${criterion.id.replaceAll(/[^A-Za-z0-9]/g, '-')}`
  const told = toldOf(criterion)
  const described = verdicts
    .filter((verdict) => (counts[verdict] ?? 0) > 0)
    .map((verdict) => `${verdictWord(view, verdict, told)}: ${number(view.lang, counts[verdict] ?? 0)}`)
  return (
    <div className={told === 'advice' ? 'ld-tally ld-tally--advice' : 'ld-tally'}>
      <Heading level={3}>{title}</Heading>
      <Division id={id} title={`${t.norm.distribution}: ${title}`} description={described.join(', ')} counts={counts} />
      <Table
        id={`${id}-tabel`}
        caption={`${t.norm.tally}: ${title}`}
        hideCaption
        columns={[{ head: view.m.column.verdict }, { head: t.norm.count, numeric: true }]}
        rows={verdicts.map((verdict) => ({
          key: verdict,
          cells: [
            <span key="a" className={`ld-count ld-count--${verdict}`}>
              <VerdictBadge view={view} verdict={verdict} told={told} />
            </span>,
            number(view.lang, counts[verdict] ?? 0),
          ],
        }))}
      />
    </div>
  )
}
