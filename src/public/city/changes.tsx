/** What changed in the city since the publication before, and by what. */
import type { Change, LawChange, WeightChange } from '../../model/publication.ts'
import { day } from '../../web/language.ts'
import { VerdictBadge, verdictWord } from '../../web/badges.tsx'
import { Details, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { causeTold } from '../causes.ts'
import { toldAs, labelOf, titleOf } from '../texts.ts'
import type { Book } from '../store.ts'
import { says } from './messages.ts'

const rank = { met: 2, partly: 1, unmet: 0, unknown: -1, 'not-applicable': -1 } as const
const compared = (change: Change): number =>
  rank[change.from] < 0 || rank[change.to] < 0 ? 0 : rank[change.to] - rank[change.from]

export function Changes({ view, book }: { view: View; book: Book }) {
  const t = says(view.lang)
  const { summary } = book
  const before = view.publications.find((each) => view.publication && each.no < view.publication.no)
  const bySubject = summary.changes.filter(({ cause }) => cause === 'subject' || cause === 'provider')
  const groups = [
    { title: t.better, changes: bySubject.filter((change) => compared(change) > 0) },
    { title: t.worse, changes: bySubject.filter((change) => compared(change) < 0) },
    { title: t.byNorm, changes: summary.changes.filter((change) => change.cause === 'norm') },
  ].filter((group) => group.changes.length > 0)
  return (
    <Section id="veranderd" title={t.changes} wide>
      {!before ? (
        <Text>{t.firstTime}</Text>
      ) : (
        <>
          {summary.better + summary.worse + summary.byNorm + (summary.byMeasurement ?? 0) > 0 ? (
            <Text lead>{t.changedBySubject(summary.better, summary.worse, day(view.lang, before.at))}</Text>
          ) : summary.unseen || summary.unsure ? null : (
            <Text>{t.noChanges}</Text>
          )}
          {summary.byNorm === 0 ? null : <Text>{t.changedByNorm(summary.byNorm)}</Text>}
          {summary.byMeasurement ? <Text>{t.changedByMeasurement(summary.byMeasurement)}</Text> : null}
          {summary.unseen ? <Text>{t.changedUnseen(summary.unseen)}</Text> : null}
          {summary.unsure ? <Text>{t.changedUnsure(summary.unsure)}</Text> : null}
          {summary.laws?.length ? <Laws view={view} book={book} laws={summary.laws} /> : null}
          {summary.weights?.length ? <Weights view={view} book={book} weights={summary.weights} /> : null}
          <div className="ld-columns">
            {groups.map((group) => (
              <div key={group.title}>
                <Heading level={3}>{group.title}</Heading>
                <ChangeList view={view} book={book} changes={group.changes.slice(0, 5)} />
              </div>
            ))}
          </div>
          {groups.some((group) => group.changes.length > 5) ? (
            <Details summary={t.listed(summary.changes.length)}>
              <ChangeTable view={view} book={book} changes={summary.changes} />
            </Details>
          ) : null}
        </>
      )}
    </Section>
  )
}

/** What counts otherwise than before: a score may move by it without any finding. */
function Weights({ view, book, weights }: { view: View; book: Book; weights: readonly WeightChange[] }) {
  const { m } = view
  const t = says(view.lang)
  return (
    <>
      <Text>{t.weightsChanged(weights.length)}</Text>
      <Details summary={t.weights}>
        <ul className="ld-changes">
          {weights.map(({ norm, criterion, from, to }) => (
            <li key={criterion}>
              {book.criteria.has(criterion) ? (
                <Link to={href(view, `/normen/${norm}`)}>{titleOf(view, book, criterion)}</Link>
              ) : (
                <span>{criterion}</span>
              )}
              <span className="ld-small">
                {norm}: {m.standing.weightFromTo(from, to)}
              </span>
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}

/** Which law came under a norm, or left it. */
function Laws({ view, book, laws }: { view: View; book: Book; laws: readonly LawChange[] }) {
  const { m, lang } = view
  return (
    <>
      <Text>{m.standing.lawsChanged(laws.length)}</Text>
      <Details summary={m.standing.laws}>
        <ul className="ld-changes">
          {laws.map(({ norm, from, to, since, laws: named }) => {
            const known = book.norms.get(norm)
            return (
              <li key={norm}>
                <Link to={href(view, `/normen/${norm}`)}>{known ? labelOf(view, known) : norm}</Link>
                <span lang={lang === 'nl' ? undefined : 'nl'}>{named.join('; ')}</span>
                <span className="ld-small">
                  {norm}: {from === null || from === to ? m.status[to] : `${m.status[from]} → ${m.status[to]}`}
                  {since === null ? '' : ` · ${m.standing.since} ${day(lang, since)}`}
                </span>
              </li>
            )
          })}
        </ul>
      </Details>
    </>
  )
}

function ChangeList({ view, book, changes }: { view: View; book: Book; changes: readonly Change[] }) {
  const t = says(view.lang)
  return (
    <ul className="ld-changes">
      {changes.map((change) => {
        const told = toldAs(book, change.criterion)
        return (
          <li key={`${change.organisation} ${change.criterion} ${change.to}`}>
            <Link to={href(view, `/organisaties/${change.organisation}`)}>{change.name}</Link>
            <span>{titleOf(view, book, change.criterion)}</span>
            <span className="ld-small">
              {t.fromTo(verdictWord(view, change.from, told), verdictWord(view, change.to, told))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function ChangeTable({ view, book, changes }: { view: View; book: Book; changes: readonly Change[] }) {
  const { m } = view
  const t = says(view.lang)
  return (
    <Table
      id="alle-veranderingen"
      caption={t.listed(changes.length)}
      hideCaption
      columns={[
        { head: m.column.organisation },
        { head: m.column.criterion },
        { head: m.column.from },
        { head: m.column.to },
        { head: m.column.cause },
      ]}
      rows={changes.map((change, index) => ({
        key: `${index}`,
        cells: [
          <Link key="a" to={href(view, `/organisaties/${change.organisation}`)}>
            {change.name}
          </Link>,
          titleOf(view, book, change.criterion),
          <VerdictBadge key="b" view={view} verdict={change.from} told={toldAs(book, change.criterion)} />,
          <VerdictBadge key="c" view={view} verdict={change.to} told={toldAs(book, change.criterion)} />,
          causeTold(view, book.summary.laws, change),
        ],
      }))}
    />
  )
}
