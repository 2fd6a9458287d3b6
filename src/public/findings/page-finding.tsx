/** Bevinding: what was seen, on what norm it stands, how to repair it, and what it cannot prove. */
import { barriersIn } from '../../web/barriers/told.ts'
import type { Seen } from '../../model/finding.ts'
import type { Criterion } from '../../model/norm.ts'
import { toldOf, VerdictBadge } from '../../web/badges.tsx'
import { day, moment } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Address } from '../../web/address.tsx'
import { CatalogueText, Details, Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { sinceTold } from './since.ts'
import { sentence } from './sentences.ts'
import type { Book } from '../store.ts'
import type { readHistory } from './store.ts'
import { certaintyOf, checkOf, gap, labelOf, repairOf, subjectPath, titleOf, toldAs, versionFacts } from '../texts.ts'
import { Barriers, Exactly, StatusHere } from './parts.tsx'
import { causeTold } from '../causes.ts'
import { Standing } from '../norms/status.tsx'
import type { PublishedOrganisation, PublishedSubject } from '../organisations/store.ts'
import { says } from './messages.ts'

type History = Awaited<ReturnType<typeof readHistory>>

export function FindingPage({
  view,
  book,
  organisation,
  subject,
  finding,
  history,
  origin,
}: {
  view: View
  book: Book
  organisation: PublishedOrganisation
  subject: PublishedSubject
  finding: History[number]
  history: History
  /** Where this site stands, for who gets the message and not the page. */
  origin: string
}) {
  const { m } = view
  const t = says(view.lang)
  const criterion = book.criteria.get(finding.criterion)
  const norm = book.norms.get(finding.norm)
  const here = subjectPath(organisation.slug, subject.kind, subject.address)
  const title = titleOf(view, book, finding.criterion)
  const seen = sentence(view.lang, criterion, finding.reason, finding.seen)
  const told = toldOf(criterion)
  const certainty = certaintyOf(view, finding, checkOf(book, finding.criterion))
  const at = subject.measured_at?.toISOString() ?? view.publication?.at.toISOString() ?? ''
  return (
    <Page
      scored
      view={view}
      title={`${title} – ${subject.address}`}
      crumbs={[
        { name: m.nav.organisations, to: href(view, '/organisaties') },
        { name: organisation.name, to: href(view, `/organisaties/${organisation.slug}`) },
        { name: subject.address, to: href(view, here) },
        { name: title, to: href(view, `${here}/${finding.criterion}`) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          {organisation.name} · <Address>{subject.address}</Address>
        </p>
        <Heading level={1}>{title}</Heading>
        <p className="ld-verdict">
          <VerdictBadge view={view} verdict={finding.verdict} told={told} />
        </p>
      </div>
      <div className="ld-split">
        <div>
          <Section id="gezien" title={t.finding.seen}>
            <Text lead>{seen}</Text>
            {told === 'advice' ? <Text>{t.adviceText}</Text> : null}
            {certainty === undefined ? null : <Text>{certainty}</Text>}
            {finding.verdict === 'met' ? <Text>{t.finding.noRepair}</Text> : null}
            {finding.verdict === 'unknown' ? <Text>{t.finding.lookAgain}</Text> : null}
          </Section>
          <Barriers view={view} seen={finding.seen} verdict={finding.verdict} />
          {criterion && gap(finding.verdict) > 0 ? (
            <Section id="herstel" title={t.finding.firstStep}>
              <CatalogueText view={view} text={criterion.firstStep} english={criterion.firstStepEnglish} />
              <Heading level={3}>{t.finding.copy}</Heading>
              <Text>{t.finding.copyTo}</Text>
              <p className="ld-copy" id="zin" data-copy={t.finding.copyButton} data-copied={t.finding.copied}>
                {t.finding.message(
                  view.municipality.name,
                  subject.address,
                  at,
                  title,
                  seen,
                  repairHere(view, criterion, finding.seen).replaceAll('`', ''),
                  origin + href(view, `${here}/${finding.criterion}`),
                )}
              </p>
            </Section>
          ) : null}
          {criterion ? (
            <Section id="waarom" title={t.finding.why}>
              <CatalogueText view={view} text={criterion.why} english={criterion.whyEnglish} />
            </Section>
          ) : null}
          {norm ? (
            <Section id="norm" title={t.finding.norm}>
              <p className="ld-quote">{view.lang === 'nl' ? norm.statement : norm.statementEnglish}</p>
              <Text>
                <Link to={href(view, `/normen/${norm.id}`)}>
                  {t.finding.about(`${norm.id} ${labelOf(view, norm)}`)}
                </Link>
              </Text>
              <StatusHere view={view} norm={norm} organisation={organisation} verdict={finding.verdict} />
              <Standing view={view} norm={norm} />
            </Section>
          ) : null}
          {criterion ? (
            <Section id="grens" title={t.finding.limits}>
              <CatalogueText view={view} text={criterion.limits} english={criterion.limitsEnglish} />
            </Section>
          ) : null}
        </div>
        <div className="ld-side">
          <Exactly view={view} seen={finding.seen} />
          <Section id="gegevens" title={t.finding.details}>
            <Facts
              items={[
                {
                  name: t.finding.measuredAt,
                  value: subject.measured_at ? moment(view.lang, subject.measured_at) : m.score.notYet,
                },
                ...(norm ? [{ name: t.finding.norm, value: norm.id }] : []),
                { name: t.finding.strength, value: t.strength[finding.strength] },
                {
                  name: t.finding.check,
                  value: <code className="nl-code">{checkOf(book, finding.criterion) ?? '–'}</code>,
                },
                { name: t.finding.weight, value: criterion ? t.finding.weightText(criterion.weight) : '–' },
                { name: m.column.catalogue, value: view.publication?.catalogueVersion ?? '–' },
                {
                  name: t.finding.evidence,
                  value: subject.evidence ? (
                    <a className="nl-link" href={`/bewijs/${subject.evidence}`} download>
                      {t.subject.evidenceLink}
                    </a>
                  ) : (
                    t.subject.noEvidence
                  ),
                },
              ]}
            />
            <Details summary={t.finding.versionsOpen}>
              <Facts items={versionFacts(view, book.versions)} />
            </Details>
          </Section>
        </div>
      </div>
      <HistorySection view={view} book={book} history={history} />
    </Page>
  )
}

/** Of the rules that failed here, else of the criterion: what a web builder does first. */
function repairHere(view: View, criterion: Criterion, seen: Seen): string {
  const rules = barriersIn(view.lang, seen).slice(0, 5)
  return rules.length > 0 ? rules.map(({ repair }) => repair).join(' ') : repairOf(view, criterion)
}

function HistorySection({ view, book, history }: { view: View; book: Book; history: History }) {
  const { m } = view
  const t = says(view.lang)
  const dates = new Map(view.publications.map((each) => [each.no, each.at]))
  return (
    <Section id="geschiedenis" title={t.finding.history} wide>
      <Table
        id="geschiedenis-tabel"
        caption={t.finding.historyCaption}
        hideCaption
        stacked
        columns={[
          { head: m.column.publication },
          { head: m.column.verdict },
          { head: m.column.reason },
          { head: m.column.cause },
        ]}
        rows={history.map((row) => ({
          key: `${row.from_no}`,
          cells: [
            t.finding.since(row.from_no, day(view.lang, dates.get(row.from_no) ?? new Date(0))),
            <VerdictBadge key="v" view={view} verdict={row.verdict} told={toldAs(book, row.criterion)} />,
            [
              sentence(view.lang, book.criteria.get(row.criterion), row.reason, row.seen),
              sinceTold(view.lang, row.seen),
            ]
              .filter(Boolean)
              .join(' '),
            causeTold(view, row.laws, row),
          ],
        }))}
      />
    </Section>
  )
}
