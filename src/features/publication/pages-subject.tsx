/** Website or mail domain: what exactly was seen, worst first, and who hears of a visit. */
import { VerdictBadge } from '../../web/badges.tsx'
import { Parties, type Route } from '../../web/charts/parties.tsx'
import { country } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { word } from '../../web/messages.ts'
import { Address, Details, Heading, Link, Section, Table, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { sentence } from './sentences.ts'
import type { Book } from './store.ts'
import type { readFindings } from './store-findings.ts'
import type { readOrganisation, readSubject } from './store-organisations.ts'
import { checkOf, subjectPath, themeName, titleOf, worstFirst } from './texts.ts'

export type Organisation = NonNullable<Awaited<ReturnType<typeof readOrganisation>>>
export type Subject = NonNullable<Awaited<ReturnType<typeof readSubject>>>
type Findings = Awaited<ReturnType<typeof readFindings>>

const MOST_ROUTES = 25

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
  const here = subjectPath(organisation.slug, subject.kind, subject.address)
  const at = subject.measured_at?.toISOString()
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length
  const looked = new Set(subject.pages.filter((page) => page.seen).map((page) => page.url)).size
  return (
    <Page
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
            {subject.kind === 'website' ? m.subject.websiteOf : m.subject.mailOf}{' '}
            <Link to={href(view, `/organisaties/${organisation.slug}`)}>{organisation.name}</Link>
          </p>
          <Heading level={1}>
            <Address>{subject.address}</Address>
          </Heading>
          <Text lead>
            {!at
              ? m.subject.notMeasured
              : !subject.seen
                ? m.subject.notSeen(word(m.unseen, subject.why ?? 'probe-failed'))
                : subject.kind === 'website'
                  ? m.subject.websiteLead(at, looked)
                  : m.subject.mailLead(at)}
          </Text>
          {findings.length > 0 ? (
            <Text>{m.subject.tally(count('met'), count('partly'), count('unmet'), count('unknown'))}</Text>
          ) : null}
        </div>
        {subject.screenshot && at ? (
          <figure className="ld-screenshot">
            <img
              src={`/beeld/${subject.screenshot}`}
              alt={m.subject.screenshotAlt(subject.address, at)}
              loading="lazy"
              width="640"
              height="400"
            />
            <figcaption className="ld-small">{m.subject.screenshot}</figcaption>
          </figure>
        ) : null}
      </div>
      <FindingsByTheme view={view} book={book} here={here} findings={findings} />
      {subject.kind === 'website' ? <PartiesSection view={view} subject={subject} /> : null}
      {subject.pages.length > 0 ? <Visit view={view} subject={subject} /> : null}
      <Section id="bewijs" title={m.subject.evidence}>
        {subject.evidence ? (
          <>
            <Text>{m.subject.evidenceText}</Text>
            <Text>
              <a className="nl-link" href={`/bewijs/${subject.evidence}`} download>
                {m.subject.evidenceLink}
              </a>
            </Text>
          </>
        ) : (
          <Text>{m.subject.noEvidence}</Text>
        )}
      </Section>
    </Page>
  )
}

function FindingsByTheme({ view, book, here, findings }: { view: View; book: Book; here: string; findings: Findings }) {
  const { m } = view
  const themes = book.catalogue.themes.filter((theme) => findings.some((finding) => finding.theme === theme.id))
  const one = (finding: Findings[number]) => (
    <li key={finding.criterion} className="ld-finding">
      <VerdictBadge view={view} verdict={finding.verdict} check={checkOf(book, finding.criterion)} />
      <div>
        <p className="ld-finding__title">
          <Link to={href(view, `${here}/${finding.criterion}`)}>{titleOf(view, book, finding.criterion)}</Link>
        </p>
        <p className="ld-finding__seen">
          {sentence(view.lang, book.criteria.get(finding.criterion), finding.reason, finding.seen)}
        </p>
      </div>
    </li>
  )
  return (
    <Section id="bevindingen" title={m.subject.findings} wide>
      {findings.length === 0 ? <Text>{m.subject.noFindings}</Text> : <Text>{m.subject.worstFirst}</Text>}
      {themes.map((theme) => {
        const own = findings.filter((finding) => finding.theme === theme.id).toSorted(worstFirst(book))
        const asks = own.filter(({ verdict }) => verdict !== 'met' && verdict !== 'not-applicable')
        const met = own.filter(({ verdict }) => verdict === 'met')
        const rest = own.filter(({ verdict }) => verdict === 'not-applicable')
        return (
          <div key={theme.id} className="ld-group">
            <Heading level={3}>{themeName(view, book, theme.id)}</Heading>
            {asks.length > 0 ? <ul className="ld-findings">{asks.map(one)}</ul> : null}
            {met.length > 0 ? (
              <Details summary={m.subject.met(met.length)}>
                <ul className="ld-findings">{met.map(one)}</ul>
              </Details>
            ) : null}
            {rest.length > 0 ? (
              <Details summary={m.subject.rest(rest.length)}>
                <ul className="ld-findings">{rest.map(one)}</ul>
              </Details>
            ) : null}
          </div>
        )
      })}
    </Section>
  )
}

function PartiesSection({ view, subject }: { view: View; subject: Subject }) {
  const { m } = view
  const { parties } = subject
  if (parties.length === 0) {
    return (
      <Section id="partijen" title={m.subject.parties}>
        <Text>{subject.seen ? m.subject.partiesNone : m.subject.partiesUnseen}</Text>
      </Section>
    )
  }
  const companies = new Set(parties.map((party) => party.parent ?? party.company).filter((each) => each !== null)).size
  const outside = parties.filter((party) => party.eea === false).length
  const routes: Route[] = parties.map((party) => ({
    host: party.host,
    company: party.parent ?? party.company ?? m.subject.unknownOwner,
    country: party.country ? country(view.lang, party.country) : m.subject.unknownCountry,
    outside: party.eea === false,
    tracker: party.tracker,
  }))
  const lead = m.subject.partiesLead(parties.length, companies, outside)
  return (
    <Section id="partijen" title={m.subject.parties} wide>
      <Text>{lead}</Text>
      {/* The drawing is wider than a phone: a keyboard must be able to scroll it too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="ld-scroll" role="region" aria-label={m.subject.partiesMap} tabIndex={0}>
        <Parties
          id="kaart"
          title={m.subject.partiesMap}
          description={lead}
          routes={routes.slice(0, MOST_ROUTES)}
          heads={[m.column.host, m.column.company, m.column.country]}
        />
      </div>
      {routes.length > MOST_ROUTES ? (
        <p className="ld-small">{m.subject.partiesMore(routes.length - MOST_ROUTES)}</p>
      ) : null}
      <Details summary={m.table}>
        <Table
          id="partijen-tabel"
          caption={m.subject.partiesCaption}
          hideCaption
          columns={[
            { head: m.column.host },
            { head: m.column.purpose },
            { head: m.column.company },
            { head: m.column.country },
            { head: m.column.requests, numeric: true },
          ]}
          rows={parties.map((party) => ({
            key: party.host,
            cells: [
              <Address key="a">{party.host}</Address>,
              [
                party.service,
                party.category ? word(m.category, party.category) : null,
                party.tracker ? m.subject.tracker : null,
              ]
                .filter(Boolean)
                .join(', '),
              [party.company ?? m.subject.unknownOwner, party.parent !== party.company ? party.parent : null]
                .filter(Boolean)
                .join(' – '),
              (party.country ? country(view.lang, party.country) : m.subject.unknownCountry) +
                (party.eea === false ? ` (${m.subject.outsideEea})` : ''),
              `${party.requests}`,
            ],
          }))}
        />
      </Details>
    </Section>
  )
}

function Visit({ view, subject }: { view: View; subject: Subject }) {
  const { m } = view
  return (
    <Section id="bezoek" title={m.subject.visit} wide>
      <Table
        id="bezoek-tabel"
        caption={m.subject.visitCaption}
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
            word(m.role, page.role),
            word(m.phase, page.phase),
            word(m.profile, page.profile),
            page.seen ? m.subject.pageSeen : m.subject.pageNotSeen(word(m.unseen, page.why ?? 'probe-failed')),
          ],
        }))}
      />
    </Section>
  )
}
