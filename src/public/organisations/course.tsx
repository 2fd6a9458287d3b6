/** The course of an organisation: its scores through the publications, and which findings changed. */
import type { ThemeId } from '../../model/norm.ts'
import type { Cause } from '../../model/publication.ts'
import type { ThemeScore } from '../../model/score.ts'
import { VerdictBadge } from '../../web/badges.tsx'
import { Trend, type Moment } from '../../web/charts/trend.tsx'
import { day, points, shortDay } from '../../web/language.ts'
import { Address } from '../../web/address.tsx'
import { Details, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { causeTold } from '../causes.ts'
import { lawsOfTheme } from '../../scoring/law-changes.ts'
import type { Book } from '../store.ts'
import type { readChanges, readMarks } from '../findings/store.ts'
import type { ListedSubject, PublishedOrganisation, readTrend } from './store.ts'
import { toldAs, subjectPath, themeName, titleOf } from '../texts.ts'
import { says } from './messages.ts'

export const MOST_CHANGES = 50

/** Whether the weights alone changed the score of a theme. */
function reweighed(themes: readonly ThemeScore[], id: ThemeId): boolean {
  const theme = themes.find((each) => each.theme === id)
  return theme?.reweighed !== undefined && theme.reweighed !== theme.score
}

/** Which weights moved the score of a theme in a publication, in words; empty when none did. */
function weightsTold(
  view: View,
  book: Book,
  trend: Awaited<ReturnType<typeof readTrend>>,
  no: number,
  id: ThemeId,
): string {
  const row = trend.find((each) => each.publication === no)
  if (!row || !reweighed(row.themes, id)) return ''
  return (row.weights ?? [])
    .filter(({ theme }) => theme === id)
    .map(({ norm, criterion, from, to }) => {
      const name = book.criteria.has(criterion) ? `${titleOf(view, book, criterion)} (${norm})` : criterion
      return `${name}, ${view.m.standing.weightFromTo(from, to)}`
    })
    .join('; ')
}

export function Course({
  view,
  book,
  trend,
  marks,
}: {
  view: View
  book: Book
  trend: Awaited<ReturnType<typeof readTrend>>
  marks: Awaited<ReturnType<typeof readMarks>>
}) {
  const { m } = view
  const t = says(view.lang)
  const dates = new Map(view.publications.map((each) => [each.no, each.at]))
  const themes = book.summary.themes.filter((spread) => spread.normsTouched > 0).map((spread) => spread.theme)
  if (trend.length < 2)
    return (
      <Section id="verloop" title={t.organisation.trend}>
        <Text>{t.organisation.trendOne}</Text>
      </Section>
    )
  return (
    <Section id="verloop" title={t.organisation.trend} wide>
      <Text>{t.organisation.trendIntro}</Text>
      <div className="ld-grid">
        {themes.map((id) => {
          const name = themeName(view, book, id)
          const moments: Moment[] = trend.map((row) => ({
            no: row.publication,
            label: shortDay(view.lang, dates.get(row.publication) ?? new Date(0)),
            score: row.themes.find((theme) => theme.theme === id)?.score ?? null,
            bySubject: marks.some(
              ({ theme, from_no: no, cause }) =>
                theme === id && no === row.publication && (cause === 'subject' || cause === 'provider'),
            ),
            byNorm:
              marks.some((mark) => mark.theme === id && mark.from_no === row.publication && mark.cause === 'norm') ||
              reweighed(row.themes, id),
          }))
          const told = (moment: Moment) => (moment.score === null ? m.score.tooLittle : points(view.lang, moment.score))
          const marked = (no: number, cause: Cause) =>
            marks.some((mark) => mark.theme === id && mark.from_no === no && mark.cause === cause)
          const law = (no: number) => lawsOfTheme(trend.find((row) => row.publication === no)?.laws, id)
          const why = (moment: Moment) =>
            [
              moment.bySubject ? t.organisation.bySubject : '',
              moment.byNorm ? t.organisation.byNorm : '',
              marked(moment.no, 'measurement') ? t.organisation.byMeasurement : '',
              marked(moment.no, 'unseen') || marked(moment.no, 'unsure') ? t.organisation.unseen : '',
              moment.byNorm && law(moment.no) !== '' ? m.standing.byLaw(law(moment.no)) : '',
              weightsTold(view, book, trend, moment.no, id),
            ]
              .filter(Boolean)
              .join(', ')
          const last = moments.at(-1)!
          const newest = weightsTold(view, book, trend, trend.at(-1)!.publication, id)
          return (
            <figure key={id} className="ld-figure">
              <figcaption>
                <Heading level={3}>{name}</Heading>
              </figcaption>
              <Trend
                id={`verloop-${id}`}
                title={t.organisation.trendLabel(name)}
                description={moments.map((moment) => `${moment.label}: ${told(moment)}`).join('; ')}
                moments={moments}
              />
              {last.byNorm && law(last.no) !== '' ? (
                <p className="ld-small">{m.standing.scoreByLaw(law(last.no))}</p>
              ) : null}
              {newest === '' ? null : <p className="ld-small">{t.organisation.byWeight(newest)}</p>}
              <Details summary={m.table}>
                <Table
                  id={`verloop-tabel-${id}`}
                  caption={t.organisation.trendCaption(name)}
                  hideCaption
                  columns={[{ head: m.column.date }, { head: m.column.score, numeric: true }, { head: m.column.marks }]}
                  rows={moments.map((moment) => ({
                    key: `${moment.no}`,
                    cells: [moment.label, told(moment), why(moment)],
                  }))}
                />
              </Details>
            </figure>
          )
        })}
      </div>
    </Section>
  )
}

export function History({
  view,
  book,
  organisation,
  subjects,
  changes,
}: {
  view: View
  book: Book
  organisation: PublishedOrganisation
  subjects: readonly ListedSubject[]
  changes: Awaited<ReturnType<typeof readChanges>>
}) {
  const { m } = view
  const t = says(view.lang)
  const dates = new Map(view.publications.map((each) => [each.no, each.at]))
  return (
    <Section id="geschiedenis" title={t.organisation.history} wide>
      {changes.length === 0 ? (
        <Text>{t.organisation.noHistory}</Text>
      ) : (
        <Table
          id="geschiedenis-tabel"
          caption={t.organisation.historyCaption}
          hideCaption
          stacked
          columns={[
            { head: m.column.criterion },
            { head: m.column.date },
            { head: m.column.from },
            { head: m.column.to },
            { head: m.column.cause },
          ]}
          rows={changes.map((change) => {
            const subject = subjects.find((each) => each.id === change.subject)
            const told = toldAs(book, change.criterion)
            const to = subject
              ? href(view, `${subjectPath(organisation.slug, subject.kind, subject.address)}/${change.criterion}`)
              : ''
            return {
              key: `${change.subject} ${change.criterion} ${change.from_no}`,
              cells: [
                <span key="a">
                  <Link to={to}>{titleOf(view, book, change.criterion)}</Link>
                  <span className="ld-small ld-block">{subject ? <Address>{subject.address}</Address> : null}</span>
                </span>,
                day(view.lang, dates.get(change.from_no) ?? new Date(0)),
                <VerdictBadge key="b" view={view} verdict={change.was} told={told} />,
                <VerdictBadge key="c" view={view} verdict={change.verdict} told={told} />,
                causeTold(view, change.laws, change),
              ],
            }
          })}
        />
      )}
      {changes.length === MOST_CHANGES ? <p className="ld-small">{t.organisation.historyMore(MOST_CHANGES)}</p> : null}
    </Section>
  )
}
