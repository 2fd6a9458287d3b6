/** One meeting as a party reads it: what it is about, what was decided, and what the party does itself. */
import { asSentence } from '../../../lib/words.ts'
import { MEETING_KINDS } from '../../../vocabulary/covenant.ts'
import { DeskPage } from '../../../web/desk/page.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Facts, Heading, Link, List, Section, Text } from '../../../web/parts.tsx'
import type { participantFor } from '../comment-store.ts'
import type { Covenant } from '../store.ts'
import { ReportList } from './page-report.tsx'
import type { Report } from './report-store.ts'
import type { Decision, Meeting } from './store.ts'

/** Where the organisation of who is here takes part. */
export type Part = NonNullable<Awaited<ReturnType<typeof participantFor>>>
/** The address of the meetings of a covenant, for a party. */
export const ofCovenant = ({ id }: Pick<Covenant, 'id'>): string => `/balie/onze-afspraken/${id}/bijeenkomsten`
/** The way to what stands below a covenant, for a party. */
export const crumbsOf = (covenant: Pick<Covenant, 'id' | 'title'>) => [
  { name: 'Onze afspraken', to: '/balie/onze-afspraken' },
  { name: covenant.title, to: `/balie/onze-afspraken/${covenant.id}` },
]
/** The way to a meeting. */
export const belowMeetings = (covenant: Pick<Covenant, 'id' | 'title'>) => [
  ...crumbsOf(covenant),
  { name: 'Bijeenkomsten', to: ofCovenant(covenant) },
]
/** How a meeting stands for a party. */
export const stands = ({ heldOn, cancelledFor, notes }: Meeting, today: string): string =>
  cancelledFor !== ''
    ? 'ging niet door'
    : heldOn >= today
      ? 'u bent uitgenodigd'
      : notes === ''
        ? 'geweest, nog geen verslag'
        : 'geweest'

export type Todo = { readonly key: string; readonly title: string; readonly to: string; readonly what: string }
type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly part: Part
  readonly meeting: Meeting
  readonly decisions: readonly Decision[]
  readonly titles: ReadonlyMap<string, string>
  readonly reports: readonly Report[]
  readonly todo: readonly Todo[]
  readonly today: string
}

/** The page of one meeting, for a party. */
export function OwnMeetingPage({ view, covenant, part, meeting, decisions, titles, reports, todo, today }: Props) {
  const name = `${MEETING_KINDS[meeting.kind]}, ${day('nl', meeting.heldOn)}`
  const ours = decisions.filter(({ participant }) => participant === part.id)
  const place = `${ofCovenant(covenant)}/${meeting.id}`
  return (
    <DeskPage view={view} title={name} crumbs={belowMeetings(covenant)}>
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>{name.replace(/^./, (sign) => sign.toUpperCase())}</Heading>
        <Text lead>{stands(meeting, today).replace(/^./, (sign) => sign.toUpperCase())}.</Text>
      </div>
      <Facts
        items={[
          ...(meeting.place === '' ? [] : [{ name: 'Plaats', value: meeting.place }]),
          { name: 'Agenda', value: <span className="ld-preline">{meeting.agenda}</span> },
          ...(meeting.cancelledFor === '' ? [] : [{ name: 'Waarom niet', value: meeting.cancelledFor }]),
          ...(meeting.heldOn > today || meeting.cancelledFor !== ''
            ? []
            : [{ name: 'U was er', value: meeting.present.includes(part.id) ? 'ja' : 'niet genoteerd' }]),
        ]}
      />
      <Section id="zelf" title="Wat u zelf doet">
        {ours.map(({ id, text, agreed }) => (
          <Text key={id}>
            <strong>Besloten over u:</strong> {text} (door {agreed})
          </Text>
        ))}
        {todo.length === 0 ? (
          <Text>Er staat nu niets voor u open.</Text>
        ) : (
          <List
            items={todo.map(({ key, title, to, what }) => ({
              key,
              body: (
                <>
                  <Link to={to}>{title}</Link>: {what}.
                </>
              ),
            }))}
          />
        )}
      </Section>
      <Section id="stukken" title="Stukken">
        {reports.length === 0 ? (
          <Text>Er zijn geen stukken bij deze bijeenkomst.</Text>
        ) : (
          <ReportList place={place} reports={reports} />
        )}
      </Section>
      {meeting.notes === '' ? null : (
        <Section id="verslag" title="Verslag">
          <p className="ld-preline">{meeting.notes}</p>
        </Section>
      )}
      <Section id="besluiten" title="Wat er is besloten">
        {decisions.length === 0 ? (
          <Text>Nog niets.</Text>
        ) : (
          <ul className="ld-list">
            {decisions.map(({ id, pledge, participant, text, agreed }) => (
              <li key={id}>
                {participant !== null ? <strong>Over u. </strong> : null}
                {pledge !== null && titles.has(pledge) ? <strong>{titles.get(pledge)}. </strong> : null}
                <span className="ld-preline">{text}</span>{' '}
                <span className="ld-quiet">{asSentence(`Besloten door ${agreed}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </DeskPage>
  )
}
