/** Organisatie: the steps that help most, the themes, the addresses, the course through the publications. */
import type { Finding } from '../../model/finding.ts'
import type { ThemeId } from '../../model/norm.ts'
import type { ThemeScore } from '../../model/score.ts'
import { VerdictBadge } from '../../web/badges.tsx'
import { ScoreBar } from '../../web/charts/bars.tsx'
import { Trend, type Moment } from '../../web/charts/trend.tsx'
import { day, percent, points, shortDay } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { word } from '../../web/messages.ts'
import { Address, Details, Heading, Link, Section, Table, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from './store.ts'
import type { readChanges, readMarks } from './store-findings.ts'
import type { readOrganisation, readSubjects, readTrend } from './store-organisations.ts'
import { checkOf, gap, subjectPath, themeName, titleOf } from './texts.ts'

export const MOST_CHANGES = 50

type Organisation = NonNullable<Awaited<ReturnType<typeof readOrganisation>>>
type Subject = Awaited<ReturnType<typeof readSubjects>>[number]
type Judged = Pick<Finding, 'criterion' | 'verdict'> & { readonly subject: string }

export type Step = {
  readonly criterion: string
  readonly help: number
  readonly subjects: readonly string[]
  readonly worst: 'partly' | 'unmet'
}

/** The criteria of which repair helps most: weight × gap, added over the addresses where it was seen. */
export function steps(book: Book, findings: readonly Judged[], most: number): readonly Step[] {
  const found = new Map<string, Step>()
  for (const { criterion, verdict, subject } of findings) {
    const help = gap(verdict) * (book.criteria.get(criterion)?.weight ?? 0)
    if (help === 0) continue
    const before = found.get(criterion)
    found.set(criterion, {
      criterion,
      help: help + (before?.help ?? 0),
      subjects: [...(before?.subjects ?? []), subject],
      worst: verdict === 'unmet' || before?.worst === 'unmet' ? 'unmet' : 'partly',
    })
  }
  return [...found.values()]
    .toSorted((a, b) => b.help - a.help || a.criterion.localeCompare(b.criterion))
    .slice(0, most)
}

export function OrganisationPage({
  view,
  book,
  organisation,
  subjects,
  findings,
  trend,
  marks,
  changes,
}: {
  view: View
  book: Book
  organisation: Organisation
  subjects: readonly Subject[]
  findings: readonly Judged[]
  trend: Awaited<ReturnType<typeof readTrend>>
  marks: Awaited<ReturnType<typeof readMarks>>
  changes: Awaited<ReturnType<typeof readChanges>>
}) {
  const { m } = view
  const newest = subjects
    .map((subject) => subject.measured_at)
    .filter((at) => at !== null)
    .toSorted((a, b) => b.getTime() - a.getTime())[0]
  const websites = subjects.filter((subject) => subject.kind === 'website').length
  const about = [
    organisation.kind,
    organisation.size ? m.size[organisation.size] : null,
    organisation.street,
    organisation.public_body ? m.publicBody : null,
  ]
    .filter(Boolean)
    .join(' · ')
  const feed = {
    path: `/organisaties/${organisation.slug}.atom`,
    title: m.feed.followOrganisation(organisation.name),
  }
  return (
    <Page
      view={view}
      title={organisation.name}
      feed={feed}
      crumbs={[
        { name: m.nav.organisations, to: href(view, '/organisaties') },
        { name: organisation.name, to: href(view, `/organisaties/${organisation.slug}`) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{about}</p>
        <Heading level={1}>{organisation.name}</Heading>
        <Text lead>
          {m.organisation.lead(websites, subjects.length - websites, newest ? newest.toISOString() : null)}
        </Text>
      </div>
      <Steps view={view} book={book} organisation={organisation} subjects={subjects} findings={findings} />
      <Themes view={view} book={book} organisation={organisation} />
      <Section id="adressen" title={m.organisation.addresses} wide>
        <Table
          id="adressen-tabel"
          caption={m.organisation.addressesCaption}
          hideCaption
          stacked
          columns={[
            { head: m.column.address },
            { head: m.column.kind },
            { head: m.column.measuredAt },
            { head: m.column.seen },
          ]}
          rows={subjects.map((subject) => ({
            key: subject.id,
            cells: [
              <Link key="a" to={href(view, subjectPath(organisation.slug, subject.kind, subject.address))}>
                <Address>{subject.address}</Address>
              </Link>,
              m.kindOf[subject.kind],
              subject.measured_at ? day(view.lang, subject.measured_at) : m.organisation.notMeasured,
              subject.seen
                ? m.organisation.seenYes
                : m.organisation.seenNo(subject.why ? word(m.unseen, subject.why) : m.organisation.notMeasured),
            ],
          }))}
        />
      </Section>
      <Course view={view} book={book} trend={trend} marks={marks} />
      <History view={view} book={book} organisation={organisation} subjects={subjects} changes={changes} />
      <Section id="volgen" title={m.feed.follow}>
        <Text>
          <Link to={href({ ...view, publication: undefined }, feed.path)}>{feed.title}</Link>
        </Text>
      </Section>
    </Page>
  )
}

function Steps({
  view,
  book,
  organisation,
  subjects,
  findings,
}: {
  view: View
  book: Book
  organisation: Organisation
  subjects: readonly Subject[]
  findings: readonly Judged[]
}) {
  const { m } = view
  const best = steps(book, findings, 3)
  const known = findings.some((finding) => finding.verdict !== 'unknown' && finding.verdict !== 'not-applicable')
  return (
    <Section id="stappen" title={m.organisation.steps(best.length === 0 ? 3 : best.length)}>
      {best.length === 0 ? <Text>{known ? m.organisation.noSteps : m.organisation.noStepsUnknown}</Text> : null}
      {best.length > 0 && view.lang === 'en' ? <p className="ld-small">{m.dutchOnly}</p> : null}
      <ol className="ld-steps">
        {best.map((step) => {
          const where = subjects.filter((subject) => step.subjects.includes(subject.id))
          const first = where[0]
          return (
            <li key={step.criterion}>
              <p className="ld-steps__do" lang={view.lang === 'nl' ? undefined : 'nl'}>
                {book.criteria.get(step.criterion)?.firstStep}
              </p>
              <p className="ld-steps__why">
                <VerdictBadge view={view} verdict={step.worst} check={checkOf(book, step.criterion)} />{' '}
                {titleOf(view, book, step.criterion)}
              </p>
              {first ? (
                <p className="ld-small">
                  {m.organisation.stepWhere} {where.map((subject) => subject.address).join(', ')}.{' '}
                  <a
                    className="nl-link"
                    href={href(view, `${subjectPath(organisation.slug, first.kind, first.address)}/${step.criterion}`)}
                  >
                    {m.organisation.stepRead}
                    <span className="ld-hidden">: {titleOf(view, book, step.criterion)}</span>
                  </a>
                </p>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function Themes({ view, book, organisation }: { view: View; book: Book; organisation: Organisation }) {
  const { m } = view
  return (
    <Section id="themas" title={m.organisation.themes} wide>
      <Table
        id="themas-tabel"
        caption={m.organisation.themesCaption(organisation.name)}
        hideCaption
        stacked
        columns={[
          { head: m.column.theme },
          { head: m.column.score },
          { head: m.column.coverage },
          { head: m.column.touched },
        ]}
        rows={organisation.themes
          .filter((theme) => theme.normsTouched > 0)
          .map((theme) => ({
            key: theme.theme,
            cells: [
              themeName(view, book, theme.theme),
              <ScoreBar key="s" view={view} score={theme.score} coverage={theme.coverage} />,
              theme.coverage === null ? m.score.notApplicable : percent(view.lang, theme.coverage),
              m.organisation.touched(theme.normsTouched, theme.norms),
            ],
          }))}
      />
      <p className="ld-small">{m.organisation.coverageMeans}</p>
    </Section>
  )
}

/** Whether the weights alone changed the score of a theme. */
function reweighed(themes: readonly ThemeScore[], id: ThemeId): boolean {
  const theme = themes.find((each) => each.theme === id)
  return theme?.reweighed !== undefined && theme.reweighed !== theme.score
}

function Course({
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
  const dates = new Map(view.publications.map((each) => [each.no, each.at]))
  const themes = book.summary.themes.filter((spread) => spread.normsTouched > 0).map((spread) => spread.theme)
  if (trend.length < 2)
    return (
      <Section id="verloop" title={m.organisation.trend}>
        <Text>{m.organisation.trendOne}</Text>
      </Section>
    )
  return (
    <Section id="verloop" title={m.organisation.trend} wide>
      <Text>{m.organisation.trendIntro}</Text>
      <div className="ld-grid">
        {themes.map((id) => {
          const name = themeName(view, book, id)
          const moments: Moment[] = trend.map((row) => ({
            no: row.publication,
            label: shortDay(view.lang, dates.get(row.publication) ?? new Date(0)),
            score: row.themes.find((theme) => theme.theme === id)?.score ?? null,
            bySubject: marks.some(
              (mark) => mark.theme === id && mark.from_no === row.publication && mark.cause === 'subject',
            ),
            byNorm:
              marks.some((mark) => mark.theme === id && mark.from_no === row.publication && mark.cause === 'norm') ||
              reweighed(row.themes, id),
          }))
          const told = (moment: Moment) => (moment.score === null ? m.score.tooLittle : points(view.lang, moment.score))
          const why = (moment: Moment) =>
            [moment.bySubject ? m.organisation.bySubject : '', moment.byNorm ? m.organisation.byNorm : '']
              .filter(Boolean)
              .join(', ')
          return (
            <figure key={id} className="ld-figure">
              <figcaption>
                <Heading level={3}>{name}</Heading>
              </figcaption>
              <Trend
                id={`verloop-${id}`}
                title={m.organisation.trendLabel(name)}
                description={moments.map((moment) => `${moment.label}: ${told(moment)}`).join('; ')}
                moments={moments}
              />
              <Details summary={m.table}>
                <Table
                  id={`verloop-tabel-${id}`}
                  caption={m.organisation.trendCaption(name)}
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

function History({
  view,
  book,
  organisation,
  subjects,
  changes,
}: {
  view: View
  book: Book
  organisation: Organisation
  subjects: readonly Subject[]
  changes: Awaited<ReturnType<typeof readChanges>>
}) {
  const { m } = view
  const dates = new Map(view.publications.map((each) => [each.no, each.at]))
  return (
    <Section id="geschiedenis" title={m.organisation.history} wide>
      {changes.length === 0 ? (
        <Text>{m.organisation.noHistory}</Text>
      ) : (
        <Table
          id="geschiedenis-tabel"
          caption={m.organisation.historyCaption}
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
            const check = checkOf(book, change.criterion)
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
                <VerdictBadge key="b" view={view} verdict={change.was} check={check} />,
                <VerdictBadge key="c" view={view} verdict={change.verdict} check={check} />,
                m.cause[change.cause],
              ],
            }
          })}
        />
      )}
      {changes.length === MOST_CHANGES ? <p className="ld-small">{m.organisation.historyMore(MOST_CHANGES)}</p> : null}
    </Section>
  )
}
