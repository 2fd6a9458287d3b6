/** Requests of residents of the demo city, in every state; and how the half years before went. */
import type { Db } from '../db/connect.ts'
import { dueOn } from '../features/requests/clock.ts'
import { figuresOf, type Answered, type Look, type SaidHelp } from '../features/requests/figures.ts'
import { hashOf, idOfSent } from '../features/requests/rules.ts'
import { halfYearBefore } from '../features/requests/timers.ts'
import { daysOn, monthsOn } from '../lib/months.ts'
import type { RequestKind } from '../model/request.ts'
import type { RequestOutcome } from '../vocabulary/request.ts'
import { todayIn } from '../web/language.ts'
import { ANSWERED } from './requests-answered.ts'
import { OPEN } from './requests-open.ts'
import type { DemoRequest } from './requests-told.ts'
import { hasRequests, keepHalfYear, keepTold, type ToldRequest } from './requests-store.ts'
import { idsBy, publicEntryCalled } from './store.ts'
import { WEAKNESSES } from './weaknesses.ts'

type Demo = {
  readonly db: Db
  readonly municipality: string
  readonly kinds: readonly RequestKind[]
  /** Of the installation, so that the codes open. */
  readonly key: Buffer
}

/** Adds them once, after the registers were filled. */
export async function fillRequests({ db, municipality, kinds, key }: Demo): Promise<void> {
  if (await hasRequests(db, municipality)) return
  const today = todayIn()
  const people = await idsBy(db, municipality, 'person', 'email')
  const by = (name: string): string => people.get(`${name}@gemeente-sluiswijk.test`)!
  const made = new Map<string, string>()
  const told: ToldRequest[] = []
  for (const each of [...OPEN, ...ANSWERED, ...WEAKNESSES]) {
    const kind = kinds.find(({ id }) => id === each.kind)
    if (!kind) continue
    const id = idOfSent(key, ['demo', each.name])
    made.set(each.name, id)
    const requester = idOfSent(key, ['demo', 'who', each.same ?? each.name])
    const named = await namedBy(db, municipality, each)
    told.push(toldOf(each, { kind, id, requester, secret: hashOf(key, requester), today, by, named, made }))
  }
  await keepTold(db, municipality, told)
  for (const back of [1, 0]) await fillHalfYear(db, municipality, kinds, monthsOn(today, -6 * back), back)
}

/** What an explanation names, by the titles of public entries. */
async function namedBy(db: Db, municipality: string, { steps }: DemoRequest): Promise<ReadonlyMap<string, string>> {
  const titles = steps.flatMap(({ names = {} }) => Object.values(names))
  const found = await Promise.all(
    titles.map(async (title) => [title, await publicEntryCalled(db, municipality, title)] as const),
  )
  return new Map(found.flatMap(([title, path]) => (path === undefined ? [] : [[title, `${path} ${title}`]])))
}

type Around = {
  readonly kind: RequestKind
  readonly id: string
  readonly requester: string
  readonly secret: string
  readonly today: string
  readonly by: (name: string) => string
  readonly named: ReadonlyMap<string, string>
  readonly made: ReadonlyMap<string, string>
}

/** One of them as rows, with its dates counted back from today. */
function toldOf(each: DemoRequest, around: Around): ToldRequest {
  const { kind, id, requester, secret, today, by, named, made } = around
  const received = daysOn(today, -each.ago)
  const extended = each.steps.find(({ step }) => step === 'extended')
  const stop = each.steps.findLast(({ step }) => step === 'asked' || step === 'stopped')
  const answer = each.steps.findLast(({ step }) => step === 'answered' || step === 'withdrawn' || step === 'merged')
  const again = each.steps.findLast(({ step }) => step === 'again')
  const closed = answer !== undefined && (again === undefined || again.ago > answer.ago)
  const closedOn = answer && closed ? daysOn(today, -answer.ago) : null
  const notice = each.steps.find(({ step }) => step === 'notice')
  const identity = each.steps.find(({ step }) => step === 'identity')
  const helped = each.steps.findLast(({ step }) => step === 'helped')
  const first = dueOn(kind, received)
  const due =
    again && !closed ? dueOn(kind, daysOn(today, -again.ago)) : dueOn(kind, received, { extended: !!extended })
  const answered = each.steps.find(({ step }) => step === 'answered')
  const outcome = closed ? ((answer.word ?? answer.step) as RequestOutcome) : null
  return {
    requester: { ...each.who, id: requester, secret, typed_by: each.typedBy === undefined ? null : by(each.typedBy) },
    again_on: daysOn(today, -Math.min(each.ago, 1)),
    request: {
      id,
      requester,
      kind: kind.id,
      controller: kind.controllers[0]!.id,
      role: kind.role,
      received_on: received,
      first_due: first,
      due_on: due,
      kept_months: kind.keptMonths,
      identity: identity ? 'called-back' : kind.identity ? 'open' : 'not-needed',
      identity_by: identity ? by(identity.by!) : null,
      identity_on: identity ? daysOn(today, -identity.ago) : null,
      extended_on: extended ? daysOn(today, -extended.ago) : null,
      stopped_since: stop && !closed && each.waits ? daysOn(today, -stop.ago) : null,
      stopped_until: stop && !closed && each.waits ? daysOn(today, 14 - stop.ago) : null,
      stopped_by: stop && !closed && each.waits ? (stop.word ?? '') : '',
      notice_on: notice ? daysOn(today, -notice.ago) : null,
      state: closed ? 'closed' : each.waits ? 'waiting' : each.handler === undefined ? 'new' : 'handled',
      outcome,
      ground: outcome === 'refused' ? (each.ground ?? '') : '',
      answered_by: answer?.by === undefined ? null : by(answer.by),
      helped: closed && helped ? (helped.word as 'yes' | 'partly' | 'no') : null,
      helped_said: each.steps.flatMap(({ step, word, ago }) =>
        step === 'helped' ? [`${daysOn(today, -ago).slice(0, 7)} ${word}`] : [],
      ),
      again: again ? 1 : 0,
      // What the first answer was stays, whatever a second look makes of it.
      ...(again &&
        answered && {
          answered_on: daysOn(today, -answered.ago),
          answered_due: dueOn(kind, received, { extended: !!extended }),
          answered_stopped: 0,
          before_again: answered.word as 'granted' | 'partly' | 'refused' | 'passed-on',
        }),
      merged_into: each.into === undefined ? null : made.get(each.into)!,
      handler: each.handler === undefined ? null : by(each.handler),
      created_at: at(received),
      closed_at: closedOn === null ? null : at(closedOn),
      wipe_on: closedOn === null ? null : monthsOn(closedOn, kind.keptMonths),
    },
    task: closed || each.waits ? undefined : kind.title.nl.toLowerCase(),
    ...weaknessOf(each, today, by),
    steps: [{ step: 'received' as const, ago: each.ago, texts: each.texts }, ...each.steps].map((step) => ({
      step: step.step,
      word: 'word' in step ? (step.word ?? '') : '',
      until: step.step === 'extended' ? due : 'until' in step && step.until ? daysOn(today, step.until) : null,
      by: 'by' in step && step.by !== undefined ? by(step.by) : null,
      at: at(daysOn(today, -step.ago)),
      texts: [
        ...Object.entries(step.texts ?? {}),
        ...(step === answer && outcome === 'refused' ? [['grond', each.ground ?? '']] : []),
        ...('names' in step
          ? Object.entries(step.names ?? {}).map(([field, title]) => [field, named.get(title) ?? title])
          : []),
      ].map(([field = '', text = '']) => ({ field, text })),
    })),
  }
}

/** How far a reported weakness is, and what everybody may know of it. */
function weaknessOf({ weakness, note, handler }: DemoRequest, today: string, by: (name: string) => string) {
  if (weakness === undefined) return {}
  const { state, severity = null, fixBy, judged, fixed, retested, supplier = '', told, answered } = weakness
  const ago = (days: number | undefined): string | null => (days === undefined ? null : daysOn(today, -days))
  return {
    weakness: {
      state,
      severity,
      supplier,
      told_on: ago(told),
      judged_on: ago(judged),
      fix_by: fixBy === undefined ? null : daysOn(today, fixBy),
      answered_on: ago(answered),
      fixed_on: ago(fixed),
      retested_on: ago(retested),
    },
    ...(note && {
      note: {
        title: note.title,
        text: note.text,
        thanked: note.thanked,
        fixed_on: ago(fixed)!,
        written_by: by(handler!),
        told_by: by(note.toldBy),
        told_on: ago(fixed! - 5)!,
      },
    }),
  }
}

/** In the middle of a working day. */
const at = (date: string): Date => new Date(`${date}T10:30:00Z`)

/** What came in and was answered in a half year of a city of this size, so many half years back. */
async function fillHalfYear(
  db: Db,
  municipality: string,
  kinds: readonly RequestKind[],
  day: string,
  back: number,
): Promise<void> {
  const { period } = halfYearBefore(day)
  const received: Record<string, number> = {}
  const answered: Answered[] = []
  const looks: Look[] = []
  const open: Record<string, number> = {}
  const helped: SaidHelp[] = []
  const outcomes = ['granted', 'granted', 'granted', 'partly', 'granted', 'refused', 'granted', 'passed-on'] as const
  kinds.forEach(({ id }, place) => {
    const usual = [34, 12, 9, 3, 1, 6, 4, 7, 41, 8, 27, 22, 11][place % 13]!
    // Each half year people know the way a little better; how much differs from kind to kind.
    const count = Math.max(1, Math.round(usual * (1 - back * (0.08 + (place % 4) * 0.04))))
    received[id] = count + (place % 3)
    for (let each = 0; each < count; each++)
      answered.push({
        kind: id,
        days: 5 + ((each * 7 + place * 3) % 24) + (each % 9 === 8 ? 30 : 0),
        inTerm: each % 9 !== 8,
        outcome: outcomes[(each + place) % outcomes.length]!,
      })
    for (let each = 0; each < count; each += 4) looks.push({ kind: id, changed: each % 12 === 0 })
    for (let each = 0; each < count; each += 2)
      helped.push({ kind: id, word: each % 16 === 0 ? 'no' : each % 6 === 0 ? 'partly' : 'yes' })
    open[id] = count % 17
  })
  await keepHalfYear(
    db,
    municipality,
    period,
    figuresOf(
      kinds.map(({ id }) => id),
      received,
      answered,
      { looks, helped, open },
    ),
  )
}
