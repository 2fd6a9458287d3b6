/** What happened in a covenant as dated events that everybody may read, each with an id that never changes. Pure. */
import { daysAfter } from '../../../lib/iso-date.ts'
import type { CovenantText } from '../../../model/covenant.ts'
import type { EventDetail, EventKind } from '../../../model/public-covenant.ts'
import type { MeetingKind } from '../../../vocabulary/covenant.ts'
import type { Figures, Said } from './figures.ts'

export type Event = {
  readonly id: string
  readonly on: string
  readonly kind: EventKind
  readonly pledge: string | null
  readonly party: string | null
  readonly detail: EventDetail
}

type Happened = {
  readonly state: string
  readonly beginsOn: string | null
  readonly endsOn: string | null
  readonly editions: readonly { readonly edition: number; readonly on: string }[]
  /** Steps of those that are named, in their order. */
  readonly steps: readonly {
    readonly participant: string
    readonly no: number
    readonly step: string
    readonly on: string
    readonly until: string | null
  }[]
  readonly pledges: CovenantText['pledges']
  readonly figures: ReadonlyMap<string, Figures>
  readonly remarks: readonly { readonly id: string; readonly on: string; readonly pledge: string | null }[]
  /** Meetings that somebody chose to make public, with what may be read of what they decided. */
  readonly meetings: readonly {
    readonly id: string
    readonly on: string
    readonly kind: MeetingKind
    readonly decisions: readonly { readonly id: string; readonly pledge: string | null; readonly text: string }[]
  }[]
  /** The participant that an organisation takes part as, of those that may be named. */
  readonly participantOf: (organisation: string) => string | undefined
  readonly today: string
}

/** Steps that everybody reads: that they were taken, and never why. Being invited or named is no news. */
const STEPS = ['joined', 'paused', 'resumed', 'suspended', 'restored', 'extended', 'left'] as const
const isStep = (step: string): step is (typeof STEPS)[number] => (STEPS as readonly string[]).includes(step)

/** Until when a plan is asked, beside the verdict that asks it. */
const planOf = (said: Said | undefined): EventDetail => (said?.planDue ? { until: said.planDue } : {})

/** All of it. */
export function eventsOf(of: Happened): readonly Event[] {
  const events: Event[] = []
  const add = (id: string, on: string, kind: EventKind, more: Partial<Event> = {}) =>
    events.push({ id, on, kind, pledge: null, party: null, detail: {}, ...more })
  for (const { edition, on } of of.editions) add(`published/${edition}`, on, 'published', { detail: { edition } })
  if (of.beginsOn !== null && of.beginsOn <= of.today && (of.state === 'in-force' || of.state === 'ended'))
    add('in-force', of.beginsOn, 'in-force')
  if (of.endsOn !== null && of.endsOn <= of.today && of.state === 'ended') add('ended', of.endsOn, 'ended')
  const joined = new Set<string>()
  for (const { participant, no, step, on, until } of of.steps) {
    // Who signs the next version was there already.
    if (!isStep(step) || (step === 'joined' && joined.has(participant))) continue
    if (step === 'joined') joined.add(participant)
    const detail = until === null ? {} : { until }
    add(`step/${participant}/${no}`, on, step, { party: participant, detail })
  }
  for (const { id, amendments = [], target, due } of of.pledges) {
    for (const [index, { on, why, before }] of amendments.entries()) {
      // Of a change that left the target alone nothing is said of the target.
      const aimed = before === undefined || before.some(({ term }) => term === 'target') ? { target, due } : {}
      add(`amended/${id}/${index}`, on, 'amended', { pledge: id, detail: { why, ...aimed } })
    }
    const { values = [], verdict = null, said = [] } = of.figures.get(id) ?? {}
    for (const [index, { on, count, among }] of values.entries())
      // That one more is counted is no news: that one more meets it, or no longer does, is. Of nobody there is none.
      if (index > 0 && among > 0 && count !== values[index - 1]!.count)
        add(`measured/${id}/${on}`, on, 'measured', { pledge: id, detail: { count, among } })
    if (verdict !== null) {
      const { outcome, by, why } = verdict
      const plan = planOf(said.find((each) => each.id === verdict.id))
      add(`verdict/${verdict.id}`, verdict.on, 'verdict', { pledge: id, detail: { outcome, by, why, ...plan } })
    }
    for (const each of said) {
      const party = each.party === null ? null : of.participantOf(each.party)
      if (party === undefined) continue
      const { outcome, by, late } = each
      const detail = { outcome, by, ...(late === null ? {} : { late }), ...planOf(each) }
      if (party !== null) add(`verdict/${each.id}`, each.on, 'verdict', { pledge: id, party, detail })
      for (const { no, on, plan } of each.plans)
        add(`plan/${each.id}/${no}`, on, 'plan', { pledge: id, party, detail: { plan } })
      // Who was asked for a plan and gave none in time: that is read too, whatever came later.
      const { planDue } = each
      if (planDue !== null && planDue < of.today && !each.plans.some(({ on }) => on <= planDue))
        add(`plan/${each.id}/late`, daysAfter(planDue, 1), 'plan', { pledge: id, party, detail: { plan: 'late' } })
    }
  }
  for (const { id, on, kind, decisions } of of.meetings) {
    const text = decisions.flatMap((each) => (each.pledge === null ? each.text : [])).join(' ')
    add(`meeting/${id}`, on, 'meeting', { detail: { meeting: kind, ...(text === '' ? {} : { text }) } })
    for (const { id: decision, pledge, text: words } of decisions)
      if (pledge !== null && of.pledges.some((each) => each.id === pledge))
        add(`decision/${decision}`, on, 'meeting', { pledge, detail: { meeting: kind, text: words } })
  }
  for (const { id, on, pledge } of of.remarks) add(`remark/${id}`, on, 'remark', { pledge, detail: { remark: id } })
  return events
}
