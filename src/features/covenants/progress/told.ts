/**
 * What everybody may read of a pledge: where it began, how it stands, what was said of it, and who may be named. Of
 * fewer than ten without a name nothing is told of all together. Pure: a snapshot can be made of it.
 */
import type { Measured, PledgeTerms } from '../../../model/covenant.ts'
import type { Strength } from '../../../model/finding.ts'
import { courseOn, expected, reachesTarget, shareOf } from '../../../scoring/course.ts'
import type { Course, PledgeOutcome } from '../../../vocabulary/covenant.ts'
import type { Kept } from './reckon.ts'
import { mayTellTogether, NOBODY, termsFor } from './rules.ts'
import { missOf, standing, type Verdict } from './verdict-rules.ts'

export type Figure = Measured & {
  /** Absent: there are too few for a percentage. */
  readonly share?: number
}
export type ToldVerdict = {
  readonly outcome: PledgeOutcome
  readonly metOn: string | null
  readonly daysLate: number | null
  readonly due: string
  readonly seenOn: string
  readonly function: string
  readonly at: string
}
export type ToldPledge = {
  readonly id: string
  readonly title: string
  readonly unitWords: string
  readonly decision: string
  readonly baseline: Figure & { readonly on: string; readonly strength: Strength }
  readonly steps: PledgeTerms['steps']
  readonly target: number
  readonly due: string
  readonly direction: PledgeTerms['direction']
  readonly first: PledgeTerms['first']
  readonly amendments: NonNullable<PledgeTerms['amendments']>
  readonly verifier: string
  /** False: too few take part to tell a figure of them. */
  readonly shown: boolean
  readonly parties: number
  readonly value: Figure | undefined
  readonly strength: Strength | null
  readonly seen: string | null
  readonly until: string | null
  readonly expected: number | undefined
  readonly course: Course
  readonly reached: boolean | undefined
  /** Where something was known, the oldest first. */
  readonly series: readonly (Figure & { readonly on: string })[]
  /** Fewer than two findings make no line. */
  readonly line: boolean
  readonly verdict: ToldVerdict | undefined
  readonly named: readonly (Figure & {
    readonly organisation: string
    readonly name: string
    readonly course: Course
    readonly verdict: ToldVerdict | undefined
  })[]
}

export type Participant = {
  readonly party: string
  readonly name: string | null
  readonly named: boolean | null
  readonly extendedUntil?: string | null
}
export type ToTell = {
  readonly pledge: PledgeTerms
  /** All figures of the pledge that were kept. */
  readonly kept: readonly Kept[]
  readonly verdicts: readonly Verdict[]
  readonly participants: readonly Participant[]
  readonly today: string
}

const figure = ({ count, among, unknown }: Measured): Figure => {
  const share = shareOf({ count, among })
  return { count, among, unknown, ...(share === undefined ? {} : { share }) }
}
const told = (verdict: Verdict | undefined): ToldVerdict | undefined =>
  verdict && {
    outcome: verdict.outcome,
    metOn: verdict.metOn,
    daysLate: verdict.daysLate,
    due: verdict.due,
    seenOn: verdict.seenOn,
    function: verdict.byFunction || 'toetser',
    at: verdict.at.toISOString(),
  }

/** Whether a party may be named at a pledge: it agreed, and the pledge is told per party. */
export const mayBeNamed = ({ level }: Pick<PledgeTerms, 'level'>, { named }: Pick<Participant, 'named'>): boolean =>
  level === 'named' && named === true

/**
 * Whether a figure of all together tells nothing of one of them. `kept`: all of the pledge. Of an earlier figure it is
 * not kept who was in it, so that everybody with a name is taken away. As `wall.may_tell_together` says.
 */
export function mayBeTold(
  pledge: Pick<PledgeTerms, 'level'>,
  figure: Pick<Kept, 'parties' | 'to'>,
  kept: readonly Kept[],
  participants: readonly Pick<Participant, 'party' | 'named'>[],
): boolean {
  const agreed = new Map(participants.map(({ party, named }) => [party, named]))
  const parties = kept.filter(({ whole, to }) => !whole && to === null)
  const isNamed = ({ organisation }: Kept) =>
    mayBeNamed(pledge, { named: organisation === NOBODY || (agreed.get(organisation) ?? null) })
  const named = parties.filter(isNamed)
  if (figure.to === null) return mayTellTogether(figure.parties - named.filter(isBehind).length)
  if (parties.length > 0 && named.length === parties.length) return true
  const unnamed = figure.parties - named.length
  return unnamed > 0 && mayTellTogether(unnamed)
}

/** Whether a party is behind the figure of now: it is counted, and has something to count. */
const isBehind = ({ standing: is, among, unknown }: Kept): boolean =>
  (is === 'joined' || is === 'suspended') && among + unknown > 0

/** The figures of all together through time, where something was known: each day on which that changed. */
export function seriesOf(kept: readonly Kept[]): readonly (Figure & { readonly on: string })[] {
  const points: (Figure & { on: string })[] = []
  for (const row of kept.filter(({ whole, among }) => whole && among > 0)) {
    const now = figure(row)
    const before = points.at(-1)
    if (before && before.count === now.count && before.among === now.among && before.unknown === now.unknown) continue
    points.push({ ...now, on: row.from })
  }
  return points
}

/** All that everybody may read of one pledge today. */
export function toldOf({ pledge, kept, verdicts, participants, today }: ToTell): ToldPledge {
  const now = kept.find(({ whole, to }) => whole && to === null)
  const there = kept.filter(({ whole, to, standing: is }) => !whole && to === null && is !== 'left')
  const shown = now !== undefined && mayBeTold(pledge, now, kept, participants)
  const series = shown ? seriesOf(kept.filter((row) => row.whole && mayBeTold(pledge, row, kept, participants))) : []
  const given = standing(verdicts.filter((verdict) => verdict.pledge === pledge.id))
  // A figure that came after the end changes nothing of what was said, and a miss of few is a miss of one.
  const said = shown ? given.find((verdict) => verdict.whole) : undefined
  // So few that a miss is one of each of them: they hear first.
  const whole = said !== undefined && (missOf(said, today)?.heard ?? true) ? said : undefined
  const { id, title, unitWords, decision, baseline, steps, target, due, direction, first, amendments = [] } = pledge
  return {
    id,
    title,
    unitWords,
    decision,
    steps,
    target,
    due,
    direction,
    first,
    amendments,
    shown,
    baseline: { ...figure(baseline), on: baseline.on, strength: baseline.strength },
    verifier: pledge.verifier.function,
    parties: now?.parties ?? 0,
    value: shown ? figure(now) : undefined,
    strength: shown ? now.strength : null,
    seen: shown ? now.seen : null,
    until: shown ? now.until : null,
    expected: expected(pledge, today),
    course: shown ? courseOn(pledge, now, today) : 'not-measured',
    reached: shown ? reachesTarget(pledge, now) : undefined,
    series,
    line: series.length >= 2,
    verdict: told(whole),
    named: participants.flatMap((participant) => {
      const row = there.find(({ organisation }) => organisation === participant.party)
      if (row === undefined || participant.name === null || !mayBeNamed(pledge, participant)) return []
      const verdict = given.find((each) => !each.whole && each.organisation === participant.party)
      const miss = verdict && missOf(verdict, today)
      return [
        {
          ...figure(row),
          organisation: participant.party,
          name: participant.name,
          course: courseOn(termsFor(pledge, participant.extendedUntil), row, today),
          // A party hears first, and what it said against it is answered before others read it.
          verdict: miss === undefined || miss.heard ? told(verdict) : undefined,
        },
      ]
    }),
  }
}
