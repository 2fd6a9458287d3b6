/** What came out of a campaign: a sentence, the two groups, who was reached, and how it was worked out. */
import type { CampaignArm, CampaignReached, CampaignResult } from '../../model/campaign.ts'
import { List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { inDutch, type View } from '../../web/view.ts'
import { BeforeAfter, type Shares } from './chart.tsx'
import { saysOutcome } from './messages-outcome.ts'

type Props = {
  readonly view: View
  readonly result: CampaignResult
  readonly toldOn: string
  readonly toldBy: string
}
export function OutcomePart({ view, result, toldOn, toldBy }: Props) {
  const { lang } = view
  const t = saysOutcome(lang)
  const { verdict, difference, interval, bounds, p, broken, first, waiting } = result
  const missing = (first.missing ?? 0) + (waiting.missing ?? 0) > 0
  const shares = { first: sharesOf(first), waiting: sharesOf(waiting) }
  return (
    <Section id="uitkomst" title={t.title} wide>
      <Text>
        <strong>{verdict === 'hidden' && difference !== null ? t.changesHidden : t.verdict[verdict]}</strong>{' '}
        {verdict === 'none' ? t.noProof : null}
        {broken.length === 0 ? null : (
          <>
            {t.broken} <span lang={inDutch(view)}>{broken.join(', ')}</span>.
          </>
        )}
      </Text>
      {difference === null ? null : (
        <Text>
          {t.difference(difference)} {interval === null ? null : t.interval(interval)} {p === null ? null : t.chance(p)}
        </Text>
      )}
      {missing && bounds !== null ? <Text>{t.bounds(bounds)}</Text> : null}
      {shares.first && shares.waiting ? (
        <BeforeAfter view={view} first={shares.first} waiting={shares.waiting} />
      ) : null}
      <ArmsTable view={view} first={first} waiting={waiting} />
      <p className="ld-small">
        {t.told(toldOn)} <span lang={inDutch(view)}>{toldBy}</span>.
      </p>
    </Section>
  )
}
const sharesOf = ({ known, before, after }: CampaignArm): Shares | undefined =>
  known === null || known === 0 || before === null || after === null
    ? undefined
    : { before: before / known, after: after / known }

function ArmsTable({ view, first, waiting }: Pick<CampaignResult, 'first' | 'waiting'> & { readonly view: View }) {
  const t = saysOutcome(view.lang)
  const of = (count: number | null, known: number | null) =>
    count === null || known === null ? t.hidden : t.of(count, known)
  return (
    <Table
      id="groepen"
      caption={t.caption}
      stacked
      columns={[
        { head: t.column.group },
        { head: t.column.meant, numeric: true },
        { head: t.column.lots, numeric: true },
        { head: t.column.known, numeric: true },
        { head: t.column.missing, numeric: true },
        { head: t.column.before, numeric: true },
        { head: t.column.after, numeric: true },
      ]}
      rows={[
        { key: 'eerst', name: t.first, arm: first },
        { key: 'wacht', name: t.waiting, arm: waiting },
      ].map(({ key, name, arm: { meant, clusters, known, missing, before, after } }) => ({
        key,
        cells: [
          name,
          `${meant}`,
          `${clusters}`,
          known === null ? t.hidden : `${known}`,
          missing === null ? t.hidden : `${missing}`,
          of(before, known),
          of(after, known),
        ],
      }))}
    />
  )
}

/** How many were reached, of those whose turn it was and of those that wait: once, with the outcome. */
export function ReachPart({ view, reach }: { view: View; reach: CampaignReached | undefined }) {
  const t = saysOutcome(view.lang)
  return (
    <Section id="bereik" title={t.reach}>
      {reach === undefined ? (
        <Text>{t.reachLater}</Text>
      ) : (
        <>
          <Text>{reach.first === null ? t.reachedFew(reach.meant) : t.reached(reach.first, reach.meant)}</Text>
          <Text>{reach.waiting === null ? t.leakedFew : t.leaked(reach.waiting)}</Text>
        </>
      )}
      <Text>{t.everyone}</Text>
    </Section>
  )
}

/** How it was worked out, in sentences. */
export function DefinedPart({ view, result }: Pick<Props, 'view' | 'result'>) {
  const t = saysOutcome(view.lang)
  return (
    <Section id="rekenen" title={t.define}>
      <List items={t.definitions(result).map((body) => ({ key: body, body }))} />
    </Section>
  )
}
