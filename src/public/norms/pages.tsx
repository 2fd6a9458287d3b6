/** Normen: what is asked, on what ground, and who meets it. */
import type { ReactNode } from 'react'
import type { VerdictWord } from '../../model/finding.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { Criterion, LegalStatus, Norm } from '../../model/norm.ts'
import { StatusBadge } from '../../web/badges.tsx'
import { Page } from '../../web/layout.tsx'
import { lessonPath } from '../../web/lesson/path.ts'
import { word } from '../../web/messages.ts'
import { CatalogueText, Details, Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { Standing } from './status.tsx'
import { Tally, type Counts } from './tally.tsx'
import type { Book } from '../store.ts'
import { labelOf, themeName } from '../texts.ts'
import { howToPath } from './how-to.ts'
import { says } from './messages.ts'
import { saysHow } from './messages-how-to.ts'

export type Tallies = ReadonlyMap<string, Counts>

const statuses: readonly LegalStatus[] = ['law-all', 'law-public', 'law-part', 'framework', 'agreement']

export function NormsPage({ view, book, tallies }: { view: View; book: Book; tallies: Tallies }) {
  const { m } = view
  const t = says(view.lang)
  const { catalogue } = book
  return (
    <Page scored view={view} title={m.nav.norms} crumbs={[{ name: m.nav.norms, to: href(view, '/normen') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.norms.title}</Heading>
        <Text lead>{t.norms.lead(catalogue.norms.length)}</Text>
        <p className="ld-small">{t.norms.catalogue(catalogue.version, catalogue.date)}</p>
      </div>
      <Section id="wet-of-afspraak" title={t.norms.legend}>
        <dl className="ld-legend">
          {statuses.map((status) => (
            <div key={status}>
              <dt>
                <StatusBadge view={view} status={status} />
              </dt>
              <dd>{m.statusMeaning[status]}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <nav aria-label={t.norms.jump} className="ld-jump">
        <ul>
          {catalogue.themes.map((theme) => (
            <li key={theme.id}>
              <a className="nl-link" href={`#${theme.id}`}>
                {themeName(view, book, theme.id)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {catalogue.themes.map((theme) => {
        const norms = catalogue.norms.filter((norm) => norm.theme === theme.id)
        if (norms.length === 0) return null
        const name = themeName(view, book, theme.id)
        return (
          <Section key={theme.id} id={theme.id} title={name} wide>
            <p className="ld-quiet">{view.lang === 'nl' ? theme.core : theme.coreEnglish}</p>
            <Table
              id={`normen-${theme.id}`}
              caption={t.norms.caption(name)}
              hideCaption
              stacked
              widths="norms"
              columns={[
                { head: m.column.norm },
                { head: m.column.status },
                { head: m.column.means },
                { head: m.column.meets },
              ]}
              rows={norms.map((norm) => ({
                key: norm.id,
                cells: [
                  <span key="a">
                    <Link to={href(view, `/normen/${norm.id}`)}>{labelOf(view, norm)}</Link>{' '}
                    <span className="ld-id">{norm.id}</span>
                  </span>,
                  <StatusBadge key="s" view={view} status={norm.status} />,
                  meansOf(view, norm.criteria),
                  shareOf(view, norm, tallies),
                ],
              }))}
            />
          </Section>
        )
      })}
    </Page>
  )
}

function meansOf(view: View, criteria: readonly Criterion[]): string {
  const count = (by: Criterion['means']['by']) => criteria.filter((criterion) => criterion.means.by === by).length
  const { norms } = says(view.lang)
  return [
    [count('check'), norms.measured],
    [count('question'), norms.asked],
    [count('person'), norms.witnessed],
    [count('entry'), norms.entered],
  ]
    .flatMap(([value, tell]) =>
      typeof value === 'number' && value > 0 && typeof tell === 'function' ? [tell(value)] : [],
    )
    .join(', ')
}

function shareOf(view: View, norm: Norm, tallies: Tallies): string {
  const t = says(view.lang)
  // Advice that weighs nothing is not something that one meets or not.
  const own = norm.criteria.filter(({ weight }) => weight > 0).flatMap((criterion) => [tallies.get(criterion.id) ?? {}])
  const sum = (words: readonly VerdictWord[]) =>
    own.flatMap((tally) => words.map((verdict) => tally[verdict] ?? 0)).reduce((a, b) => a + b, 0)
  const known = sum(['met', 'partly', 'unmet'])
  return known === 0 ? t.norms.notMeasured : t.norms.share(sum(['met']), known)
}

type NormProps = {
  readonly view: View
  readonly book: Book
  readonly norm: Norm
  readonly tallies: Tallies
  /** Those that serve it. */
  readonly lessons: readonly Lesson[]
  /** The campaigns that aimed at it. */
  readonly campaigns: ReactNode
}

export function NormPage({ view, book, norm, tallies, lessons, campaigns }: NormProps) {
  const t = says(view.lang)
  const measured = norm.criteria.filter((criterion) => criterion.means.by === 'check' && tallies.has(criterion.id))
  const label = labelOf(view, norm)
  return (
    <Page
      scored
      view={view}
      title={`${norm.id} ${label}`}
      crumbs={[
        { name: view.m.nav.norms, to: href(view, '/normen') },
        { name: label, to: href(view, `/normen/${norm.id}`) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          {norm.id} · {themeName(view, book, norm.theme)}
        </p>
        <Heading level={1}>{label}</Heading>
        <p className="ld-quote">{view.lang === 'nl' ? norm.statement : norm.statementEnglish}</p>
        <p className="ld-verdict">
          <StatusBadge view={view} status={norm.status} />
        </p>
        <Text>
          <Link to={href(view, howToPath(norm.id))}>{saysHow(view.lang).title(label)}</Link>
        </Text>
      </div>
      <Section id="status" title={t.norm.status}>
        <Text>{view.m.statusMeaning[norm.status]}</Text>
        <Standing view={view} norm={norm} />
      </Section>
      <Section id="waarom" title={t.norm.why}>
        <CatalogueText view={view} text={norm.why} english={norm.whyEnglish} />
      </Section>
      {lessons.length === 0 ? null : (
        <Section id="lessen" title={t.norm.lessons}>
          <List
            items={lessons.map((lesson) => ({
              key: lesson.id,
              body: <Link to={href(view, lessonPath(lesson))}>{lesson.title[view.lang]}</Link>,
            }))}
          />
        </Section>
      )}
      <Section id="wie" title={t.norm.who} wide>
        {measured.length === 0 ? <Text>{t.norm.whoNone}</Text> : <Text>{t.norm.whoText}</Text>}
        {measured.map((criterion) => (
          <Tally key={criterion.id} view={view} criterion={criterion} counts={tallies.get(criterion.id) ?? {}} />
        ))}
      </Section>
      {campaigns}
      <Section id="criteria" title={t.norm.criteria}>
        {norm.criteria.map((criterion) => (
          <CriterionPart key={criterion.id} view={view} criterion={criterion} />
        ))}
        <Facts
          items={[
            {
              name: t.norm.subjects,
              value: norm.subjects.map((subject) => word(t.norm.subjectKind, subject)).join(', '),
            },
            { name: t.norm.reviewLabel, value: t.norm.review(norm.reviewMonths) },
          ]}
        />
      </Section>
    </Page>
  )
}

function CriterionPart({ view, criterion }: { view: View; criterion: Criterion }) {
  const t = says(view.lang)
  const { means } = criterion
  const dutch = view.lang === 'nl' ? undefined : 'nl'
  return (
    <article className="ld-criterion">
      <Heading level={3}>{criterion.title[view.lang]}</Heading>
      <p className="ld-small">
        {[
          t.means[means.by],
          t.norm.weight(criterion.weight),
          criterion.onlyPublicBodies ? t.norm.onlyPublic : '',
          criterion.id,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {means.by === 'question' ? (
        <Text>
          {t.norm.question}: <span lang={dutch}>{means.question}</span>
        </Text>
      ) : null}
      {means.by === 'person' ? (
        <Text>
          <span lang={dutch}>
            {t.norm.person(means.who)}: {means.what}
          </span>
        </Text>
      ) : null}
      {criterion.entries ? <Text>{means.by === 'entry' ? t.norm.entryOnly : t.norm.entry}</Text> : null}
      <Details summary={t.norm.repair}>
        <CatalogueText view={view} text={criterion.firstStep} english={criterion.firstStepEnglish} />
        <CatalogueText view={view} text={criterion.repair} english={criterion.repairEnglish} note={false} />
        <Heading level={4}>{t.norm.limits}</Heading>
        <CatalogueText
          view={view}
          text={criterion.limits}
          english={criterion.limitsEnglish}
          note={criterion.repairEnglish !== undefined}
        />
      </Details>
    </article>
  )
}
