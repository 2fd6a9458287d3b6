/** What is done with the yearly report of a covenant: made for a meeting, read, taken along, offered to the parties. */
import { contactOf } from '../../../db/contact.ts'
import type { Tx } from '../../../db/as.ts'
import { queueMessage } from '../../../db/messages.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { go, missing, overtaken, page, tooLate, type Asked, type Reply, type Route } from '../../../web/desk/route.ts'
import { readForm, type Across } from '../../../web/desk/schema.ts'
import { FORMS, type FileForm } from '../sign/fix-store.ts'
import { covenantById, type Covenant } from '../store.ts'
import { REPORT } from './form.ts'
import { offered } from './letters.ts'
import { crumbsOf, placeOf } from './page-meetings.tsx'
import { MakePage, ReportPage, reportPlace } from './page-report.tsx'
import { makeReport, offerReport, reportByNo, reportsOf, type Report, type ReportDeps } from './report-store.ts'
import { contactsOf, meetingById, type Meeting } from './store.ts'

type At = { readonly covenant: Covenant; readonly meeting: Meeting; readonly place: string }
type ShownReport = NonNullable<Awaited<ReturnType<typeof reportByNo>>>
const PATH = '/convenanten/:covenant/bijeenkomsten/:meeting/jaarverslag'

const onMeeting =
  (why: 'to-read' | 'to-change', then: (asked: Asked<Tx>, at: At) => Promise<Reply>): Route<Tx>['answer'] =>
  async (asked) => {
    const { tx, municipality, params } = asked
    // Two who make a report at once wait for each other: each report has its own number.
    const covenant = await covenantById(tx, municipality.id, params['covenant']!, why)
    const asks = { covenant: params['covenant']!, meeting: params['meeting']! }
    const meeting = covenant && (await meetingById(tx, municipality.id, asks))
    return covenant && meeting
      ? then(asked, { covenant, meeting, place: `${placeOf(covenant)}/bijeenkomsten/${meeting.id}` })
      : missing
  }
const onReport = (
  why: 'to-read' | 'to-change',
  then: (asked: Asked<Tx>, at: At, report: ShownReport) => Promise<Reply>,
) =>
  onMeeting(why, async (asked, at) => {
    const report = await reportOf(asked, at)
    return report ? then(asked, at, report) : missing
  })

/** The report that the address names, at this meeting. */
export const reportOf = (
  { tx, municipality, params }: Pick<Asked<Tx>, 'tx' | 'municipality' | 'params'>,
  { covenant, meeting }: { readonly covenant: { readonly id: string }; readonly meeting: { readonly id: string } },
) => reportByNo(tx, municipality.id, { covenant: covenant.id, meeting: meeting.id, no: Number(params['version']) })

/** The bytes as they were made. */
export async function fileOf(
  { no, pdf, odt }: Pick<Report, 'no' | 'pdf' | 'odt'>,
  form: Exclude<FileForm, 'json'>,
  { files }: Pick<ReportDeps, 'files'>,
): Promise<Reply> {
  const media = FORMS[form]
  const body = await files.file(form === 'pdf' ? pdf : odt, media)
  return body ? { kind: 'file', name: `jaarverslag-${no}.${form}`, media, body } : missing
}

const whereOf = ({ view }: Asked<Tx>, { covenant, meeting, place }: At) => ({
  view,
  meeting,
  place,
  crumbs: [...crumbsOf(covenant), { name: 'Bijeenkomsten', to: `${placeOf(covenant)}/bijeenkomsten` }],
})
const CANCELLED = 'Deze bijeenkomst ging niet door. Maak het verslag bij een andere bijeenkomst.'

const rules = (today: string): readonly Across<typeof REPORT>[] => [
  { field: 'tot', holds: ({ tot }) => tot <= today, says: 'Deze dag is nog niet geweest.' },
  { field: 'tot', holds: ({ van, tot }) => van <= tot, says: 'De laatste dag ligt vóór de eerste.' },
]
/** One line is one question. */
const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The routes of the yearly report at the desk. */
export const reportRoutes = (deps: ReportDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: `${PATH}/nieuw`,
    may: 'covenant.write',
    answer: onMeeting('to-read', async (asked, at) => {
      if (at.meeting.cancelledFor !== '') return tooLate(CANCELLED)
      const [last] = await reportsOf(asked.tx, asked.municipality.id, at.covenant.id)
      const van = last === undefined ? (at.covenant.beginsOn ?? '') : daysAfter(last.to, 1)
      const typed = { van, tot: asked.today, voorwoord: '', vragen: '' }
      return page(<MakePage {...whereOf(asked, at)} typed={typed} />)
    }),
  },
  {
    method: 'POST',
    path: `${PATH}/nieuw`,
    may: 'covenant.write',
    answer: onMeeting('to-change', async (asked, at) => {
      if (at.meeting.cancelledFor !== '') return tooLate(CANCELLED)
      const { typed, held, problems } = readForm(REPORT, asked.sent, rules(asked.today))
      if (!held) return page(<MakePage {...whereOf(asked, at)} typed={typed} problems={problems} />, 422)
      const input = {
        period: { from: held.van, to: held.tot },
        foreword: held.voorwoord,
        questions: linesOf(held.vragen),
      }
      const no = await makeReport(asked, at, input, deps)
      return go(reportPlace(at.place, no), `Jaarverslag ${no} is gemaakt en bewaard.`)
    }),
  },
  {
    method: 'GET',
    path: `${PATH}/:version`,
    may: 'covenant.read',
    answer: onReport('to-read', async (asked, at, report) => {
      const [newest] = await reportsOf(asked.tx, asked.municipality.id, at.covenant.id, at.meeting.id)
      const newer = newest !== undefined && newest.no > report.no ? newest.no : undefined
      const mayOffer = allows(asked.who.roles, 'covenant.write')
      return page(<ReportPage {...whereOf(asked, at)} report={report} newer={newer} mayOffer={mayOffer} />)
    }),
  },
  ...(['pdf', 'odt'] as const).map((form): Route<Tx> => ({
    method: 'GET',
    path: `${PATH}/:version/${form}`,
    may: 'covenant.read',
    answer: onReport('to-read', (_asked, _at, report) => fileOf(report, form, deps)),
  })),
  {
    method: 'POST',
    path: `${PATH}/:version/aanbieden`,
    may: 'covenant.write',
    answer: onReport('to-change', async (asked, at, report) => {
      const { tx, municipality, who, origin } = asked
      const { covenant, meeting } = at
      if (!(await offerReport(asked, covenant.id, report.no))) return overtaken('Dit jaarverslag is al aangeboden.')
      const contact = await contactOf(tx, municipality.id)
      const link = `${origin}/balie/onze-afspraken/${covenant.id}/bijeenkomsten/${meeting.id}/jaarverslag/${report.no}`
      for (const { id, name, email, kind } of await contactsOf(tx, municipality.id, covenant.id))
        if (email !== '' && kind !== 'municipality')
          await queueMessage(tx, municipality.id, {
            recipient: email,
            kind: 'covenant',
            key: `covenant/${covenant.id}/report/${report.no}/${id}`,
            object: `covenant/${covenant.id}`,
            by: who.id,
            ...offered({ title: covenant.title, city: municipality.name, name, sender: who, contact }, report, link),
          })
      return go(reportPlace(at.place, report.no), 'Het jaarverslag is aangeboden. De partijen krijgen een e-mail.')
    }),
  },
]
