/** Gathers what a yearly report tells, and keeps the report as it was made: its bytes by their hash, for good. */
import { record } from '../../../db/audit.ts'
import type { Tx } from '../../../db/as.ts'
import type { EvidenceStore } from '../../../db/evidence.ts'
import type { Paper } from '../../../model/document.ts'
import { paperOf } from '../../../web/document.tsx'
import { todayIn } from '../../../web/language.ts'
import { odtOf } from '../../../web/odt.ts'
import { figuresOf, verdictsOf } from '../progress/store.ts'
import { participations, type Participation } from '../progress/terms-store.ts'
import { followed } from '../progress/terms-store.ts'
import { toldOf, type ToldPledge } from '../progress/told.ts'
import { missOf, standing, type Verdict } from '../progress/verdict-rules.ts'
import { FORMS, type Print } from '../sign/fix-store.ts'
import type { Covenant } from '../store.ts'
import type { Changed, Plans, ReportFacts } from './report-facts.ts'
import { reportPaper } from './report.ts'
import { decisionsOf, type Meeting } from './store.ts'

/** What making a report asks of the house. */
export type ReportDeps = { readonly print: Print; readonly files: Pick<EvidenceStore, 'put' | 'file'> }
type Doing = {
  readonly tx: Tx
  readonly municipality: { readonly id: string; readonly name: string }
  readonly who: { readonly id: string; readonly name: string; readonly function: string }
  /** YYYY-MM-DD. */
  readonly today: string
}
export type ReportInput = Pick<ReportFacts, 'period' | 'foreword' | 'questions'>

const COLUMNS = ['r.no', 'r.meeting', 'r.from_day as from', 'r.to_day as to', 'r.pdf', 'r.odt', 'r.at'] as const
const reports = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_report as r')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'r.municipality').onRef('p.id', '=', 'r.by'))
    .leftJoin('covenant_report_offer as o', (join) =>
      join
        .onRef('o.municipality', '=', 'r.municipality')
        .onRef('o.covenant', '=', 'r.covenant')
        .onRef('o.no', '=', 'r.no'),
    )
    .select([...COLUMNS, 'p.name as by', 'o.at as offeredAt'])
    .where('r.municipality', '=', municipality)
    .where('r.covenant', '=', covenant)

/** The reports of a covenant, the newest first, as far as one may read them; of one meeting or of all. */
export const reportsOf = (tx: Tx, municipality: string, covenant: string, meeting?: string) =>
  reports(tx, municipality, covenant)
    .$if(meeting !== undefined, (query) => query.where('r.meeting', '=', meeting!))
    .orderBy('r.no', 'desc')
    .execute()
export type Report = Awaited<ReturnType<typeof reportsOf>>[number]

/** One report of this meeting, with its content; undefined: there is none that one may read. */
export const reportByNo = (tx: Tx, municipality: string, at: { covenant: string; meeting: string; no: number }) =>
  reports(tx, municipality, at.covenant)
    .select('r.document')
    .where('r.meeting', '=', at.meeting)
    .where('r.no', '=', at.no)
    .executeTakeFirst()

/** Who came, paused and went in a period; without a name where none was agreed to. */
export const changedIn = (
  all: readonly Pick<Participation, 'kind' | 'name' | 'named' | 'way'>[],
  { from, to }: ReportFacts['period'],
): readonly Changed[] =>
  all
    .filter(({ kind }) => kind === 'party')
    .flatMap(({ name, named, way }) =>
      way.map((step, at) => ({
        on: step.from,
        is: step.is === 'joined' && at > 0 ? ('again' as const) : step.is,
        name: named === true ? name : null,
      })),
    )
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** Where the improvement plans at a pledge stand, of those of whom others may read. */
export function plansOf(told: Pick<ToldPledge, 'shown'>, verdicts: readonly Verdict[], today: string): Plans {
  const misses = standing(verdicts).flatMap((verdict) => {
    const miss = missOf(verdict, today)
    return miss !== undefined && told.shown && miss.heard ? [miss.plan] : []
  })
  const of = (...plans: readonly string[]) => misses.filter((plan) => plans.includes(plan)).length
  return { asked: misses.length, handedIn: of('handed-in', 'accepted'), accepted: of('accepted') }
}

async function factsOf(
  { tx, municipality, who, today }: Doing,
  covenant: Covenant,
  meeting: Meeting,
  input: ReportInput,
): Promise<ReportFacts> {
  const m = municipality.id
  const [terms] = await followed(tx, m, covenant.id)
  const participants = await participations(tx, m, covenant.id)
  const told: ToldPledge[] = []
  const plans = new Map<string, Plans>()
  for (const pledge of terms?.pledges ?? []) {
    const verdicts = await verdictsOf(tx, m, covenant.id, pledge.id)
    const kept = await figuresOf(tx, m, covenant.id, pledge.id)
    const one = toldOf({ pledge, kept, verdicts, participants, today })
    told.push(one)
    plans.set(pledge.id, plansOf(one, verdicts, today))
  }
  const { from, to } = input.period
  const decided = (await decisionsOf(tx, m, covenant.id)).filter(({ heldOn }) => heldOn >= from && heldOn <= to)
  const named = new Map(participants.flatMap(({ id, name, named: yes }) => (yes && name ? [[id, name] as const] : [])))
  const open = decided.filter(({ participant }) => participant === null || named.has(participant))
  const [before] = await reportsOf(tx, m, covenant.id)
  return {
    ...input,
    city: municipality.name,
    covenant,
    no: (before?.no ?? 0) + 1,
    meeting,
    madeOn: today,
    by: who,
    last: before && { no: before.no, madeOn: todayIn(before.at) },
    told,
    changed: changedIn(participants, input.period),
    decided: open.map(({ heldOn, pledge, participant, text, agreed }) => ({
      heldOn,
      about:
        participant === null ? (told.find(({ id }) => id === pledge)?.title ?? '') : (named.get(participant) ?? ''),
      text,
      agreed,
    })),
    decidedApart: decided.length - open.length,
    plans,
  }
}

/** Makes a report for a meeting and keeps it; gives its number. Who makes two at once waits for the covenant's turn. */
export async function makeReport(
  doing: Doing,
  { covenant, meeting }: { readonly covenant: Covenant; readonly meeting: Meeting },
  input: ReportInput,
  { print, files }: { readonly print: Print; readonly files: Pick<EvidenceStore, 'put'> },
): Promise<number> {
  const { tx, municipality, who } = doing
  const facts = await factsOf(doing, covenant, meeting, input)
  const document: Paper = reportPaper(facts)
  // Printing takes seconds: before the first line in the trail, which everyone of this municipality waits for.
  const pdf = await files.put(FORMS.pdf, await print(paperOf(document), document.above))
  const odt = await files.put(FORMS.odt, odtOf(document))
  await tx
    .insertInto('covenant_report')
    .values({
      municipality: municipality.id,
      covenant: covenant.id,
      no: facts.no,
      meeting: meeting.id,
      document: JSON.stringify(document),
      from_day: input.period.from,
      to_day: input.period.to,
      foreword: input.foreword,
      pdf,
      odt,
      by: who.id,
    })
    .execute()
  await record(tx, municipality.id, {
    act: 'covenant.report-made',
    object: `covenant/${covenant.id}`,
    detail: { no: facts.no, ...input.period, pdf, odt },
  })
  return facts.no
}

/** From now on the parties read this report; false: they could already. */
export async function offerReport(
  { tx, municipality, who }: Pick<Doing, 'tx' | 'municipality' | 'who'>,
  covenant: string,
  no: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('covenant_report_offer')
    .values({ municipality: municipality.id, covenant, no, by: who.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await record(tx, municipality.id, {
    act: 'covenant.report-offered',
    object: `covenant/${covenant}`,
    detail: { no },
  })
  return true
}
