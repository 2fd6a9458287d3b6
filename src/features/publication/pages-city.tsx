/** De stad: how the digital city stands, theme by theme, and what changed since last time. */
import type { Change, ThemeSpread } from '../../model/publication.ts'
import { Progress as ProgressBar } from '../../web/charts/bars.tsx'
import { DotStrip, Histogram } from '../../web/charts/strip.tsx'
import { day, number, points } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { VerdictBadge, verdictWord } from '../../web/badges.tsx'
import { Details, Heading, Link, List, Notice, Section, Table, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { checkOf, themeWord, titleOf } from './texts.ts'
import type { Book, Progress } from './store.ts'
import { word } from '../../web/messages.ts'

export function CityPage({ view, book, progress }: { view: View; book: Book; progress: Progress | undefined }) {
  const { m } = view
  const { summary } = book
  const publication = view.publication
  const missed = summary.notSeen.reduce((sum, each) => sum + each.count, 0)
  const measured = summary.themes.filter((spread) => spread.normsTouched > 0)
  const others = book.catalogue.themes.filter((theme) => !measured.some((spread) => spread.theme === theme.id))
  return (
    <Page view={view} title={m.nav.city}>
      <div className="ld-opening">
        <Heading level={1}>{m.city.title}</Heading>
        <Text lead>{m.city.lead(summary.organisations, summary.websites, summary.mailDomains)}</Text>
        <Text>
          {publication ? m.city.published(publication.at, publication.byName, publication.byFunction) : null}{' '}
          {summary.from && summary.to ? m.city.measured(summary.from, summary.to) : null}
        </Text>
        {missed === 0 ? (
          <Text>{m.city.allSeen(summary.seen)}</Text>
        ) : (
          <>
            <Text>{m.city.notSeen(missed)}</Text>
            <Details summary={m.city.whyNot}>
              <List
                items={summary.notSeen.map((each) => ({
                  key: each.why,
                  body: `${m.city.times(each.count)}: ${word(m.unseen, each.why)}`,
                }))}
              />
            </Details>
          </>
        )}
      </div>
      <RunningNotice view={view} progress={progress} />
      <Section id="themas" title={m.city.themesTitle(measured.length)} wide>
        <Text>{m.city.themesIntro}</Text>
        {measured.map((spread) => (
          <ThemeStory key={spread.theme} view={view} book={book} spread={spread} />
        ))}
        {others.length === 0 ? null : (
          <Text>
            {m.city.notMeasured(others.map((theme) => (view.lang === 'nl' ? theme.name : theme.english)).join('; '))}
          </Text>
        )}
      </Section>
      <Changes view={view} book={book} />
    </Page>
  )
}

/** A measurement that is going on, with how far it is. */
export function RunningNotice({ view, progress }: { view: View; progress: Progress | undefined }) {
  if (!progress) return null
  const { m } = view
  return (
    <Notice title={m.running}>
      <Text>{m.runningText(progress.done, progress.total, progress.failed)}</Text>
      <ProgressBar label={m.runningLabel} share={(progress.done + progress.failed) / progress.total} />
    </Notice>
  )
}

function ThemeStory({ view, book, spread }: { view: View; book: Book; spread: ThemeSpread }) {
  const { m } = view
  const theme = book.catalogue.themes.find((each) => each.id === spread.theme)
  const name = theme ? (view.lang === 'nl' ? theme.name : theme.english) : spread.theme
  const mark = (score: number) => m.score.of(score)
  const description = spread.median === null ? m.city.noScores : m.city.half(spread.scored, spread.median)
  const drawDots = spread.dots.length > 0
  return (
    <article className="ld-theme">
      <div className="ld-theme__text">
        <Heading level={3}>{name}</Heading>
        {theme ? <p className="ld-quiet">{view.lang === 'nl' ? theme.core : theme.coreEnglish}</p> : null}
        <p className="ld-theme__main">{description}</p>
        {(spread.reweighed ?? null) === null ||
        spread.median === null ||
        m.score.of(spread.reweighed!) === m.score.of(spread.median) ? null : (
          <p className="ld-small">{m.city.reweighed(spread.reweighed!)}</p>
        )}
        <Text>
          <Link to={href(view, '/organisaties', { thema: spread.theme, sorteer: 'hoog' })}>
            {m.city.compare(themeWord(view, spread.theme))}
          </Link>
        </Text>
      </div>
      {spread.scored === 0 ? (
        <div className="ld-theme__picture ld-empty-strip">{m.score.notYet}</div>
      ) : (
        <div className="ld-theme__picture">
          {drawDots ? (
            <DotStrip
              id={`stip-${spread.theme}`}
              title={m.city.stripLabel(name)}
              description={description}
              median={spread.median}
              mark={mark}
              dots={spread.dots.map((dot) => ({
                key: dot.slug,
                name: dot.name,
                score: dot.score,
                to: href(view, `/organisaties/${dot.slug}`),
              }))}
            />
          ) : (
            <Histogram
              id={`staaf-${spread.theme}`}
              title={m.city.stripLabel(name)}
              description={description}
              counts={spread.histogram}
              median={spread.median}
            />
          )}
          <div className="ld-scale" aria-hidden="true">
            <span>0</span>
            <span>50</span>
            <span>100</span>
          </div>
          <p className="ld-small">
            {drawDots ? null : `${m.city.histogramLegend} `}
            {spread.coverage === null ? null : `${m.city.coverage(spread.coverage)} `}
            {m.city.touched(spread.normsTouched, spread.norms)}{' '}
            {spread.withheld === 0 ? null : m.city.withheld(spread.withheld)}
          </p>
          <Details summary={m.table}>
            {drawDots ? (
              <Table
                id={`tabel-${spread.theme}`}
                caption={m.city.tableCaption(name)}
                hideCaption
                columns={[{ head: m.column.organisation }, { head: m.column.score, numeric: true }]}
                rows={spread.dots
                  .toSorted((a, b) => b.score - a.score)
                  .map((dot) => ({
                    key: dot.slug,
                    cells: [
                      <Link key="a" to={href(view, `/organisaties/${dot.slug}`)}>
                        {dot.name}
                      </Link>,
                      points(view.lang, dot.score),
                    ],
                  }))}
              />
            ) : (
              <Table
                id={`tabel-${spread.theme}`}
                caption={m.city.tableCaption(name)}
                hideCaption
                columns={[{ head: m.column.score }, { head: m.column.organisations, numeric: true }]}
                rows={spread.histogram.map((count, index) => ({
                  key: `${index}`,
                  cells: [m.city.range(index * 5, index * 5 + 5), number(view.lang, count)],
                }))}
              />
            )}
          </Details>
        </div>
      )}
    </article>
  )
}

const rank = { met: 2, partly: 1, unmet: 0, unknown: -1, 'not-applicable': -1 } as const
const compared = (change: Change): number =>
  rank[change.from] < 0 || rank[change.to] < 0 ? 0 : rank[change.to] - rank[change.from]

function Changes({ view, book }: { view: View; book: Book }) {
  const { m } = view
  const { summary } = book
  const before = view.publications.find((each) => view.publication && each.no < view.publication.no)
  const bySubject = summary.changes.filter((change) => change.cause === 'subject')
  const groups = [
    { title: m.city.better, changes: bySubject.filter((change) => compared(change) > 0) },
    { title: m.city.worse, changes: bySubject.filter((change) => compared(change) < 0) },
    { title: m.city.byNorm, changes: summary.changes.filter((change) => change.cause === 'norm') },
  ].filter((group) => group.changes.length > 0)
  return (
    <Section id="veranderd" title={m.city.changes} wide>
      {!before ? (
        <Text>{m.city.firstTime}</Text>
      ) : (
        <>
          {summary.better + summary.worse === 0 && summary.byNorm === 0 ? (
            <Text>{m.city.noChanges}</Text>
          ) : (
            <Text lead>{m.city.changedBySubject(summary.better, summary.worse, day(view.lang, before.at))}</Text>
          )}
          {summary.byNorm === 0 ? null : <Text>{m.city.changedByNorm(summary.byNorm)}</Text>}
          <div className="ld-columns">
            {groups.map((group) => (
              <div key={group.title}>
                <Heading level={3}>{group.title}</Heading>
                <ChangeList view={view} book={book} changes={group.changes.slice(0, 5)} />
              </div>
            ))}
          </div>
          {groups.some((group) => group.changes.length > 5) ? (
            <Details summary={m.city.listed(summary.changes.length)}>
              <ChangeTable view={view} book={book} changes={summary.changes} />
            </Details>
          ) : null}
        </>
      )}
    </Section>
  )
}

function ChangeList({ view, book, changes }: { view: View; book: Book; changes: readonly Change[] }) {
  return (
    <ul className="ld-changes">
      {changes.map((change) => {
        const check = checkOf(book, change.criterion)
        return (
          <li key={`${change.organisation} ${change.criterion} ${change.to}`}>
            <Link to={href(view, `/organisaties/${change.organisation}`)}>{change.name}</Link>
            <span>{titleOf(view, book, change.criterion)}</span>
            <span className="ld-small">
              {view.m.city.fromTo(verdictWord(view, change.from, check), verdictWord(view, change.to, check))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function ChangeTable({ view, book, changes }: { view: View; book: Book; changes: readonly Change[] }) {
  const { m } = view
  return (
    <Table
      id="alle-veranderingen"
      caption={m.city.listed(changes.length)}
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
          <VerdictBadge key="b" view={view} verdict={change.from} check={checkOf(book, change.criterion)} />,
          <VerdictBadge key="c" view={view} verdict={change.to} check={checkOf(book, change.criterion)} />,
          m.cause[change.cause],
        ],
      }))}
    />
  )
}

/** Before the first publication. */
export function EmptyCityPage({ view, progress }: { view: View; progress: Progress | undefined }) {
  const { m } = view
  return (
    <Page view={view} title={m.nav.city}>
      <EmptyState view={view} />
      <RunningNotice view={view} progress={progress} />
      <Text>
        <Link to={href(view, '/methode')}>{m.none.more}</Link>
      </Text>
    </Page>
  )
}

export function EmptyState({ view }: { view: View }) {
  const { m } = view
  return (
    <div className="ld-opening">
      <svg className="ld-drawing" viewBox="0 0 320 96" aria-hidden="true" focusable="false">
        <path className="ld-axis" d="M8 84 H312" />
        {[24, 60, 92, 120, 148, 176, 204, 240, 284].map((x, index) => (
          <circle key={x} className="ld-dot ld-dot--empty" cx={x} cy={74 - (index % 3) * 16} r="6" />
        ))}
      </svg>
      <Heading level={1}>{m.none.title}</Heading>
      <Text lead>{m.none.text}</Text>
    </div>
  )
}
