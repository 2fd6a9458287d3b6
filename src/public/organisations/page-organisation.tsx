/** Organisatie: the steps that help most, the themes, the addresses, the course through the publications. */
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { word } from '../../web/messages.ts'
import { Address } from '../../web/address.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import type { readChanges, readMarks } from '../findings/store.ts'
import type { readOrganisation, readSubjects, readTrend } from './store.ts'
import { subjectPath } from '../texts.ts'
import { Steps, type Judged } from './steps.tsx'
import { Themes } from './themes.tsx'
import { Course, History } from './course.tsx'
import { says } from './messages.ts'

export type Organisation = NonNullable<Awaited<ReturnType<typeof readOrganisation>>>
export type Subject = Awaited<ReturnType<typeof readSubjects>>[number]

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
  const t = says(view.lang)
  const newest = subjects
    .map((subject) => subject.measured_at)
    .filter((at) => at !== null)
    .toSorted((a, b) => b.getTime() - a.getTime())[0]
  const websites = subjects.filter((subject) => subject.kind === 'website').length
  const about = [
    organisation.kind,
    organisation.size ? t.size[organisation.size] : null,
    organisation.street,
    organisation.public_body ? t.publicBody : null,
  ]
    .filter(Boolean)
    .join(' · ')
  const feed = {
    path: `/organisaties/${organisation.slug}.atom`,
    title: t.feed.followOrganisation(organisation.name),
  }
  return (
    <Page
      scored
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
          {t.organisation.lead(websites, subjects.length - websites, newest ? newest.toISOString() : null)}
        </Text>
      </div>
      <Steps view={view} book={book} organisation={organisation} subjects={subjects} findings={findings} />
      <Themes view={view} book={book} organisation={organisation} />
      <Section id="adressen" title={t.organisation.addresses} wide>
        <Table
          id="adressen-tabel"
          caption={t.organisation.addressesCaption}
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
              t.kindOf[subject.kind],
              subject.measured_at ? day(view.lang, subject.measured_at) : t.organisation.notMeasured,
              subject.seen
                ? t.organisation.seenYes
                : t.organisation.seenNo(subject.why ? word(m.unseen, subject.why) : t.organisation.notMeasured),
            ],
          }))}
        />
      </Section>
      <Course view={view} book={book} trend={trend} marks={marks} />
      <History view={view} book={book} organisation={organisation} subjects={subjects} changes={changes} />
      <Section id="volgen" title={t.feed.follow}>
        <Text>
          <Link to={href({ ...view, publication: undefined }, feed.path)}>{feed.title}</Link>
        </Text>
      </Section>
    </Page>
  )
}
