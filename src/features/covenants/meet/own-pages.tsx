/** The meetings of a covenant as a party reads them: when and about what, what was decided, and what it does itself. */
import type { Tx } from '../../../db/as.ts'
import { MEETING_KINDS } from '../../../vocabulary/covenant.ts'
import { Day } from '../../../web/desk/day.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { missing, page, type Asked, type DeskView, type Reply, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { participantFor } from '../comment-store.ts'
import { asked as askedOf, ownPlace } from '../progress/page-ours.tsx'
import { verdictsOf } from '../progress/store.ts'
import { followed } from '../progress/terms-store.ts'
import { standing } from '../progress/verdict-rules.ts'
import { covenantById, type Covenant } from '../store.ts'
import { fileOf, reportOf } from './acts-report.tsx'
import { belowMeetings, crumbsOf, ofCovenant, OwnMeetingPage, stands, type Part, type Todo } from './own-meeting.tsx'
import { ReportPage } from './page-report.tsx'
import { reportsOf, type ReportDeps } from './report-store.ts'
import { decisionsOf, meetingById, meetingsOf, pledgesOf, type Meeting } from './store.ts'

type Own = { readonly covenant: Covenant; readonly part: Part; readonly organisation: string }
/** Only for who takes part, or took part, in this covenant. */
const own =
  (then: (asked: Asked<Tx>, at: Own) => Promise<Reply>): Route<Tx>['answer'] =>
  async (asked) => {
    const { tx, municipality, params, who } = asked
    if (who.organisation === null) return missing
    const covenant = await covenantById(tx, municipality.id, params['covenant']!)
    const part = covenant && (await participantFor(tx, municipality.id, covenant.id, who.organisation))
    return covenant && part ? then(asked, { covenant, part, organisation: who.organisation }) : missing
  }
const ownMeeting = (then: (asked: Asked<Tx>, at: Own & { readonly meeting: Meeting }) => Promise<Reply>) =>
  own(async (asked, at) => {
    const asks = { covenant: at.covenant.id, meeting: asked.params['meeting']! }
    const meeting = await meetingById(asked.tx, asked.municipality.id, asks)
    return meeting ? then(asked, { ...at, meeting }) : missing
  })

function MeetingsPage({
  view,
  covenant,
  meetings,
  today,
}: {
  view: DeskView
  covenant: Covenant
  meetings: readonly Meeting[]
  today: string
}) {
  const next = meetings.findLast(({ heldOn, cancelledFor }) => heldOn >= today && cancelledFor === '')
  return (
    <DeskPage view={view} title="Bijeenkomsten" crumbs={crumbsOf(covenant)}>
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>Bijeenkomsten</Heading>
        <Text lead>
          {next === undefined
            ? 'U bent nu niet uitgenodigd voor een bijeenkomst.'
            : `U bent uitgenodigd voor ${day('nl', next.heldOn)}: ${MEETING_KINDS[next.kind]}.`}
        </Text>
      </div>
      {meetings.length === 0 ? null : (
        <Table
          id="bijeenkomsten"
          caption="De nieuwste eerst"
          stacked
          columns={[{ head: 'Bijeenkomst' }, { head: 'Datum' }, { head: 'Plaats' }, { head: 'Stand' }]}
          rows={meetings.map((meeting) => ({
            key: meeting.id,
            cells: [
              <Link key="b" to={`${ofCovenant(covenant)}/${meeting.id}`}>
                {MEETING_KINDS[meeting.kind]}
              </Link>,
              <Day key="d" on={meeting.heldOn} />,
              meeting.place,
              stands(meeting, today),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

/** What is asked of this party now at each of its agreements. */
async function todoOf(
  { tx, municipality, today }: Asked<Tx>,
  { covenant, organisation }: Own,
): Promise<readonly Todo[]> {
  const [terms] = await followed(tx, municipality.id, covenant.id)
  const said = standing(await verdictsOf(tx, municipality.id, covenant.id))
  return (terms?.pledges ?? []).flatMap((pledge) => {
    const verdict = said.find((each) => each.pledge === pledge.id && !each.whole && each.organisation === organisation)
    const what = askedOf(pledge, verdict, today)
    return what === ''
      ? []
      : [{ key: pledge.id, title: pledge.title, to: ownPlace(covenant, pledge), what: what.replace(/^L/, 'l') }]
  })
}

const PATH = '/onze-afspraken/:covenant/bijeenkomsten'

/** The meetings, and the reports offered there, for the party itself. */
export const ownMeetRoutes = (deps: ReportDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: PATH,
    may: 'covenant.own',
    answer: own(async ({ tx, municipality, view, today }, { covenant }) => {
      const meetings = await meetingsOf(tx, municipality.id, covenant.id)
      return page(<MeetingsPage {...{ view, covenant, meetings, today }} />)
    }),
  },
  {
    method: 'GET',
    path: `${PATH}/:meeting`,
    may: 'covenant.own',
    answer: ownMeeting(async (asked, at) => {
      const { tx, municipality, view, today } = asked
      const { covenant, meeting } = at
      const pledges = await pledgesOf(tx, municipality.id, covenant.id)
      return page(
        <OwnMeetingPage
          {...{ view, covenant, meeting, today }}
          part={at.part}
          decisions={await decisionsOf(tx, municipality.id, covenant.id, meeting.id)}
          titles={new Map(pledges.map(({ id, title }) => [id, title]))}
          reports={await reportsOf(tx, municipality.id, covenant.id, meeting.id)}
          todo={await todoOf(asked, at)}
        />,
      )
    }),
  },
  {
    method: 'GET',
    path: `${PATH}/:meeting/jaarverslag/:version`,
    may: 'covenant.own',
    answer: ownMeeting(async (asked, { covenant, meeting }) => {
      const report = await reportOf(asked, { covenant, meeting })
      if (!report) return missing
      const [newest] = await reportsOf(asked.tx, asked.municipality.id, covenant.id, meeting.id)
      const newer = newest !== undefined && newest.no > report.no ? newest.no : undefined
      const place = `${ofCovenant(covenant)}/${meeting.id}`
      const where = { view: asked.view, meeting, place, crumbs: belowMeetings(covenant) }
      return page(<ReportPage {...where} report={report} newer={newer} mayOffer={false} />)
    }),
  },
  ...(['pdf', 'odt'] as const).map((form): Route<Tx> => ({
    method: 'GET',
    path: `${PATH}/:meeting/jaarverslag/:version/${form}`,
    may: 'covenant.own',
    answer: ownMeeting(async (asked, at) => {
      const report = await reportOf(asked, at)
      return report ? fileOf(report, form, deps) : missing
    }),
  })),
]
