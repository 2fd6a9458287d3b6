/** What a verifier may say and when, what follows a miss, and when a name may be told. Pure. */
import { day } from '../../../lib/day.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import type { Calculated } from '../../../model/covenant.ts'
import type { PledgeOutcome } from '../../../vocabulary/covenant.ts'
import { NOBODY } from './rules.ts'

/** Days in which a party that is told to have missed something can object, before others read of it. */
export const TO_OBJECT = 14
/** Days in which an improvement plan is asked: eight weeks. */
export const TO_PLAN = 56

export type Word = {
  readonly no: number
  readonly kind: 'objection' | 'upheld' | 'rejected' | 'plan' | 'plan-accepted' | 'plan-returned'
  readonly text: string
  readonly byName: string
  readonly organisation: string | null
  readonly at: Date
}

export type Verdict = {
  readonly id: string
  readonly pledge: string
  readonly whole: boolean
  readonly organisation: string | null
  readonly outcome: PledgeOutcome
  readonly metOn: string | null
  readonly daysLate: number | null
  readonly proof: string
  /** The day on which it was last looked at. */
  readonly seenOn: string
  readonly calculated: Calculated
  readonly due: string
  readonly objectUntil: string | null
  readonly planDue: string | null
  readonly reason: string
  readonly replaces: string | null
  readonly byName: string
  readonly byFunction: string
  readonly at: Date
  readonly words: readonly Word[]
}

/** What stands of these: each last one of a chain of corrections. */
export const standing = (all: readonly Verdict[]): readonly Verdict[] => {
  const replaced = new Set(all.map(({ replaces }) => replaces))
  return all.filter(({ id }) => !replaced.has(id))
}

/** Of all together in the address of a verdict; otherwise the party. */
export const ALL = 'allen'
/** Whom a verdict is about, as its address names it. */
export const overOf = ({ whole, organisation }: Pick<Verdict, 'whole' | 'organisation'>): string =>
  whole ? ALL : (organisation ?? NOBODY)

/** By whom it was signed: name and function, as far as they are known. */
export const signedBy = ({ byName, byFunction }: Pick<Verdict, 'byName' | 'byFunction'>): string =>
  [byName, byFunction].filter(Boolean).join(', ')

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export type Said = { readonly outcome: PledgeOutcome; readonly metOn: string; readonly seenOn: string }

/** What is not right about a verdict that somebody wants to give today, by the field; nothing where it may be given. */
export function verdictProblems(
  { outcome, metOn, seenOn }: Said,
  {
    due,
    today,
    begins,
  }: {
    readonly due: string
    readonly today: string
    /** The first day that it can be of. */
    readonly begins: string
  },
): { readonly [field: string]: string } {
  if (seenOn > today) return { gezien: 'Deze dag is nog niet geweest.' }
  const early = `Dit ligt voor het begin van de afspraak, ${day('nl', begins)}.`
  if (seenOn < begins) return { gezien: early }
  const met = outcome === 'met' || outcome === 'met-late'
  if (met && metOn === '') return { gehaald: 'Vul de dag in waarop het gehaald was.' }
  if (met && metOn > today) return { gehaald: 'Deze dag is nog niet geweest.' }
  if (met && metOn < begins) return { gehaald: early }
  if (!met && metOn !== '') return { gehaald: 'Een dag hoort alleen bij gehaald of later gehaald. Maak dit leeg.' }
  if (outcome === 'not-met' && due >= today)
    return { oordeel: 'De einddatum is nog niet voorbij. Dat het niet is gehaald, kan nu nog niemand zeggen.' }
  if (outcome === 'met' && metOn > due) return { oordeel: 'Deze dag ligt na de einddatum. Kies dan: later gehaald.' }
  if (outcome === 'met-late' && metOn <= due) return { gehaald: 'Deze dag ligt niet na de einddatum.' }
  return {}
}

/** What goes with a verdict: how late, until when one can object, when a plan is due. */
export const followsFrom = ({ outcome, metOn }: Said, of: { due: string; today: string; party: boolean }) => ({
  metOn: metOn === '' ? null : metOn,
  daysLate: outcome === 'met-late' ? daysBetween(of.due, metOn) : null,
  objectUntil: outcome === 'not-met' && of.party ? daysAfter(of.today, TO_OBJECT) : null,
  planDue: outcome === 'not-met' ? daysAfter(of.today, TO_PLAN) : null,
})

export type Miss = {
  readonly objection: 'none' | 'open' | 'upheld' | 'rejected'
  /** Until when one can still object; undefined: no longer, or it was done. */
  readonly mayObject: boolean
  readonly plan: 'asked' | 'late' | 'handed-in' | 'returned' | 'accepted'
  /** Whether others may read who it is about: it heard first, and what it said was answered. */
  readonly heard: boolean
}

/** What says where a miss stands. */
type Judged = Pick<Verdict, 'outcome' | 'objectUntil' | 'planDue'> & { readonly words: readonly Pick<Word, 'kind'>[] }

/** Where a miss stands; undefined of what is none. */
export function missOf(verdict: Judged, today: string) {
  if (verdict.outcome !== 'not-met') return undefined
  const last = (kinds: readonly Word['kind'][]) => verdict.words.findLast(({ kind }) => kinds.includes(kind))?.kind
  const said = last(['objection', 'upheld', 'rejected'])
  const objection = said === undefined ? 'none' : said === 'objection' ? 'open' : (said as 'upheld' | 'rejected')
  const inTerm = verdict.objectUntil !== null && verdict.objectUntil >= today
  const plan = last(['plan', 'plan-accepted', 'plan-returned'])
  const late = verdict.planDue !== null && verdict.planDue < today
  return {
    objection,
    mayObject: objection === 'none' && inTerm,
    plan:
      plan === 'plan-accepted'
        ? 'accepted'
        : plan === 'plan'
          ? 'handed-in'
          : plan === 'plan-returned'
            ? 'returned'
            : late
              ? 'late'
              : 'asked',
    heard: objection === 'rejected' || (objection === 'none' && !inTerm),
  } satisfies Miss
}

/** Whether a plan is asked for it now. What is looked at anew asks nothing yet. */
export function asksPlan(verdict: Judged, today: string): boolean {
  const miss = missOf(verdict, today)
  return (
    miss !== undefined &&
    miss.objection !== 'upheld' &&
    (miss.plan === 'asked' || miss.plan === 'late' || miss.plan === 'returned')
  )
}

/** Whether the municipality itself makes the plan: of all together, and of its own part. */
export const ofMunicipality = ({ whole, organisation }: Pick<Verdict, 'whole' | 'organisation'>): boolean =>
  whole || organisation === null

/** What was said last to a verdict, as a task names it. */
export const wordOf = ({ id, words }: Pick<Verdict, 'id' | 'words'>): string =>
  `pledge_verdict/${id}/${words.at(-1)?.no ?? 0}`
