/** De stad: how the digital city stands, theme by theme, and what changed since last time. */
import { Progress as ProgressBar } from '../../web/charts/bars.tsx'
import { Page } from '../../web/layout.tsx'
import { Details, Heading, Link, List, Notice, Section, Text } from '../../web/parts.tsx'
import { href, inDutch, type View } from '../../web/view.ts'
import type { Book, Progress } from '../store.ts'
import { word } from '../../web/messages.ts'
import { standing } from '../covenants/page-list.tsx'
import type { Listed } from '../covenants/store.ts'
import { Outdated } from '../outdated.tsx'
import { ThemeStory } from './themes.tsx'
import { Changes } from './changes.tsx'
import { says } from './messages.ts'

export function CityPage({
  view,
  book,
  progress,
  outdated,
  covenants,
  today,
}: {
  view: View
  book: Book
  progress: Progress | undefined
  /** Of how many addresses something was measured too long ago. */
  outdated: { readonly old: number; readonly all: number }
  covenants: readonly Listed[]
  today: string
}) {
  const { m } = view
  const t = says(view.lang)
  const { summary } = book
  const publication = view.publication
  const missed = summary.notSeen.reduce((sum, each) => sum + each.count, 0)
  const measured = summary.themes.filter((spread) => spread.normsTouched > 0)
  const others = book.catalogue.themes.filter((theme) => !measured.some((spread) => spread.theme === theme.id))
  return (
    <Page scored view={view} title={m.nav.city}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead(summary.organisations, summary.websites, summary.mailDomains)}</Text>
        <Text>
          {publication ? (
            <>
              {t.published(publication.at, publication.byName)}{' '}
              <span lang={inDutch(view)}>{publication.byFunction}</span>.
            </>
          ) : null}{' '}
          {summary.from && summary.to ? t.measured(summary.from, summary.to) : null}
        </Text>
        {missed === 0 ? (
          <Text>{t.allSeen(summary.seen)}</Text>
        ) : (
          <>
            <Text>{t.notSeen(missed)}</Text>
            <Details summary={t.whyNot}>
              <List
                items={summary.notSeen.map((each) => ({
                  key: each.why,
                  body: `${t.times(each.count)}: ${word(m.unseen, each.why)}`,
                }))}
              />
            </Details>
          </>
        )}
      </div>
      <Doors view={view} />
      <RunningNotice view={view} progress={progress} />
      <Outdated view={view} {...outdated} />
      <Section id="themas" title={t.themesTitle(measured.length)} wide>
        <Text>{t.themesIntro}</Text>
        {measured.map((spread) => (
          <ThemeStory key={spread.theme} view={view} book={book} spread={spread} />
        ))}
        <Text>
          <Link to={href(view, '/landschap')}>{t.landscape}</Link>
        </Text>
        {others.length === 0 ? null : (
          <Text>
            {t.notMeasured(others.map((theme) => (view.lang === 'nl' ? theme.name : theme.english)).join('; '))}
          </Text>
        )}
      </Section>
      <Promised view={view} covenants={covenants} today={today} />
      <Changes view={view} book={book} />
    </Page>
  )
}

/** What a resident can do here: ask, learn, report, and see how somebody is doing. */
function Doors({ view }: { view: View }) {
  const t = says(view.lang)
  const doors = [
    ['/rechten', t.door.rights],
    ['/leren', t.door.learn],
    ['/fout-melden', t.door.report],
    ['/organisaties', t.door.organisations],
  ] as const
  return (
    <Section id="wat-kunt-u-hier" title={t.doors}>
      <List
        plain
        items={doors.map(([path, said]) => ({ key: path, body: <Link to={href(view, path)}>{said}</Link> }))}
      />
    </Section>
  )
}

/** What was promised, and how many are on course; nothing before the first covenant is public. */
function Promised({ view, covenants, today }: { view: View; covenants: readonly Listed[]; today: string }) {
  if (covenants.length === 0) return null
  const t = says(view.lang)
  const pledges = covenants.flatMap((each) => each.pledges)
  return (
    <Section id="afspraken" title={t.promised}>
      <Text>
        {t.covenants(covenants.length)} {standing(view, pledges, today)}
      </Text>
      <Text>
        <Link to={href({ ...view, publication: undefined }, '/convenanten')}>{t.toPromised}</Link>
      </Text>
    </Section>
  )
}

/** A measurement that is going on, with how far it is. */
export function RunningNotice({ view, progress }: { view: View; progress: Progress | undefined }) {
  if (!progress) return null
  const t = says(view.lang)
  return (
    <Notice title={t.running}>
      <Text>{t.runningText(progress.done, progress.total, progress.failed)}</Text>
      <ProgressBar label={t.runningLabel} share={(progress.done + progress.failed) / progress.total} />
    </Notice>
  )
}

/** Before the first publication. */
export function EmptyCityPage({ view, progress }: { view: View; progress: Progress | undefined }) {
  const { m } = view
  return (
    <Page scored view={view} title={m.nav.city}>
      <EmptyState view={view} />
      <Doors view={view} />
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
