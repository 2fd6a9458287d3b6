/** Website or mail domain: what exactly was seen, worst first, and who hears of a visit. */
import { Page } from '../../web/layout.tsx'
import { word } from '../../web/messages.ts'
import { Address } from '../../web/address.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import type { readOrganisation, readSubject } from '../organisations/store.ts'
import { subjectPath } from '../texts.ts'
import { type Findings, FindingsByTheme } from './subject-findings.tsx'
import { PartiesSection } from './subject-parties.tsx'
import { says } from './messages.ts'
import { seenSays } from './messages-seen.ts'
import { yardstickSays } from './messages-yardsticks.ts'

export type Organisation = NonNullable<Awaited<ReturnType<typeof readOrganisation>>>
export type Subject = NonNullable<Awaited<ReturnType<typeof readSubject>>>

export function SubjectPage({
  view,
  book,
  organisation,
  subject,
  findings,
}: {
  view: View
  book: Book
  organisation: Organisation
  subject: Subject
  findings: Findings
}) {
  const { m } = view
  const t = says(view.lang)
  const here = subjectPath(organisation.slug, subject.kind, subject.address)
  const at = subject.measured_at?.toISOString()
  // Advice does not count, here as little as in a score.
  const count = (verdict: string) =>
    findings.filter((finding) => finding.verdict === verdict && book.criteria.get(finding.criterion)?.weight !== 0)
      .length
  const looked = lookedAt(subject)
  return (
    <Page
      scored
      view={view}
      title={subject.address}
      crumbs={[
        { name: m.nav.organisations, to: href(view, '/organisaties') },
        { name: organisation.name, to: href(view, `/organisaties/${organisation.slug}`) },
        { name: subject.address, to: href(view, here) },
      ]}
    >
      <div className="ld-beside">
        <div className="ld-opening">
          <p className="ld-kicker">
            {subject.kind === 'website' ? t.subject.websiteOf : t.subject.mailOf}{' '}
            <Link to={href(view, `/organisaties/${organisation.slug}`)}>{organisation.name}</Link>
          </p>
          <Heading level={1}>
            <Address>{subject.address}</Address>
          </Heading>
          <Text lead>
            {!at
              ? t.subject.notMeasured
              : !subject.seen
                ? t.subject.notSeen(word(m.unseen, subject.why ?? 'probe-failed'))
                : subject.kind === 'website'
                  ? t.subject.websiteLead(at, looked)
                  : t.subject.mailLead(at)}
          </Text>
          {findings.length > 0 ? (
            <Text>{t.subject.tally(count('met'), count('partly'), count('unmet'), count('unknown'))}</Text>
          ) : null}
        </div>
        {subject.screenshot && at ? (
          <figure className="ld-screenshot">
            <img
              src={`/beeld/${subject.screenshot}`}
              alt={t.subject.screenshotAlt(subject.address, at)}
              loading="lazy"
              width="640"
              height="400"
            />
            <figcaption className="ld-small">{t.subject.screenshot}</figcaption>
          </figure>
        ) : null}
      </div>
      <FindingsByTheme view={view} book={book} here={here} findings={findings} />
      {subject.kind === 'website' ? <PartiesSection view={view} subject={subject} /> : null}
      {subject.pages.length > 0 ? <Visit view={view} subject={subject} /> : null}
      <Section id="bewijs" title={t.subject.evidence}>
        {subject.evidence ? (
          <>
            <Text>{t.subject.evidenceText}</Text>
            <Text>
              <a className="nl-link" href={`/bewijs/${subject.evidence}.zip`} download>
                {t.subject.bundleLink}
              </a>
            </Text>
            <Text>
              <a className="nl-link" href={`/bewijs/${subject.evidence}`} download>
                {t.subject.evidenceLink}
              </a>
            </Text>
            <Text>
              <Link to={href(view, `${here}/meetlat`)}>{yardstickSays(view.lang).link}</Link>
            </Text>
          </>
        ) : (
          <Text>{t.subject.noEvidence}</Text>
        )}
      </Section>
    </Page>
  )
}

/** Of how many pages these were chosen, and how sure it is that nothing was missed; nothing where all were seen. */
export function Sureness({ view, subject }: { view: View; subject: Subject }) {
  const t = says(view.lang)
  const chosen = subject.pages[0]?.chosen
  const looked = lookedAt(subject)
  if (!chosen || chosen.from <= looked) return null
  return (
    <Text>
      {t.subject.chosen(looked, chosen.from, chosen.whole)} {t.subject.sure(Math.ceil(chosen.missable * 100))}
    </Text>
  )
}

/** How many pages were seen, however often each. */
const lookedAt = ({ pages }: Subject): number => new Set(pages.filter(({ seen }) => seen).map(({ url }) => url)).size

function Visit({ view, subject }: { view: View; subject: Subject }) {
  const { m } = view
  const t = says(view.lang)
  const seen = seenSays(view.lang)
  return (
    <Section id="bezoek" title={t.subject.visit} wide>
      <Sureness view={view} subject={subject} />
      <Table
        id="bezoek-tabel"
        caption={t.subject.visitCaption}
        hideCaption
        stacked
        columns={[
          { head: m.column.page },
          { head: m.column.kind },
          { head: m.column.phase },
          { head: m.column.profile },
          { head: m.column.seen },
        ]}
        rows={subject.pages.map((page, index) => ({
          key: `${index}`,
          cells: [
            page.title ? (
              <span key="a">
                {page.title}
                <span className="ld-small ld-block">
                  <Address>{page.url}</Address>
                </span>
              </span>
            ) : (
              <Address key="a">{page.url}</Address>
            ),
            word(seen.role, page.role),
            word(seen.phase, page.phase),
            word(seen.profile, page.profile),
            page.seen ? t.subject.pageSeen : t.subject.pageNotSeen(word(m.unseen, page.why ?? 'probe-failed')),
          ],
        }))}
      />
    </Section>
  )
}
