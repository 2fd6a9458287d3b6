/** What everybody reads of a covenant, as it stands in the `published` schema: never a person, and no party by name. */
import type {
  CovenantStance,
  Course,
  MeetingKind,
  PledgeLevel,
  PledgeMethod,
  PledgeOutcome,
} from '../vocabulary/covenant.ts'
import type { Amendment, Article, Measured } from './covenant.ts'
import type { Strength } from './finding.ts'

/** What is promised, without the people behind it: `verifier` and `owner` are functions. */
export type PublicPledge = {
  readonly id: string
  readonly title: string
  readonly norms: readonly string[]
  readonly method: PledgeMethod
  readonly unitWords: string
  readonly direction: 'up' | 'down'
  readonly decision: string
  readonly baseline: (Measured & { readonly on: string; readonly strength: Strength }) | null
  readonly steps: readonly { readonly on: string; readonly value: number }[]
  readonly target: number
  readonly due: string
  readonly tolerance: number | null
  readonly proof: string
  readonly least: Strength
  readonly verifier: string
  readonly owner: string
  readonly onMiss: string
  readonly level: PledgeLevel
  readonly first: { readonly target: number; readonly due: string } | null
  readonly amendments: readonly Amendment[]
}

/** What came of the comments that parties gave on an article of a version. */
export type CommentCount = {
  readonly version: number
  readonly article: string
  readonly title: string
  readonly adopted: number
  readonly declined: number
  readonly answered: number
}

export type PublicOpinion = {
  readonly role: 'fg' | 'security-officer'
  readonly stance: CovenantStance
  readonly text: string
  readonly conditions: readonly string[]
  readonly on: string
}

/** One edition: the text as two people made it public. Its pledges are without figures, which follow by themselves. */
export type CovenantDocument = {
  readonly title: string
  readonly articles: readonly Article[]
  readonly pledges: readonly PublicPledge[]
  readonly exercises: readonly Article[]
  readonly opinions: readonly PublicOpinion[]
  readonly comments: readonly CommentCount[]
}

/** The bytes that were signed, by their hash. */
export type CovenantFiles = { readonly pdf: string; readonly odt: string; readonly json: string }

/** How many take part, in which state, and how many of them by name. */
export type PartyCounts = {
  readonly joined: number
  readonly paused: number
  readonly suspended: number
  readonly left: number
  readonly observers: number
  readonly named: number
}

/**
 * How a pledge stands on the last day that may be told. `hidden`: fewer than ten parties that are not named are behind
 * the figures, or that changed since the figures before.
 */
export type PledgeStands = {
  readonly now:
    | (Measured & { readonly on: string; readonly seen: string | null; readonly strength: string | null })
    | null
  /** There is a newer figure that may not be told, or none that may. */
  readonly hidden: boolean
  /** What is expected on that day by the line, as a share. */
  readonly expected: number | null
  /** How many parties were judged, by outcome; where they are not told one by one, and are many. */
  readonly judged?: Readonly<Partial<Record<PledgeOutcome, number>>>
}

/** What the verifier said, by function; with the day on which it was last looked at. */
export type PublicVerdict = {
  readonly outcome: PledgeOutcome
  readonly on: string
  readonly by: string
  readonly why: string
  readonly proof: string
  readonly confirmedOn: string | null
  /** Days after the date that was agreed; of what was met late. */
  readonly late: number | null
}

/** What the verifier said of one party that may be named, once it was heard; `id` is that of the verdict. */
export type PartyVerdict = Pick<PublicVerdict, 'outcome' | 'on' | 'by' | 'late'> & { readonly id: string }

/** A first step for who is behind: what is not met yet, by its norm. */
export type FirstStep = { readonly criterion: string; readonly norm: string; readonly text: string }

/** What happened, on a day. */
export type EventKind =
  | 'published'
  | 'in-force'
  | 'ended'
  | 'joined'
  | 'paused'
  | 'resumed'
  | 'suspended'
  | 'restored'
  | 'extended'
  | 'left'
  | 'measured'
  | 'verdict'
  | 'amended'
  | 'plan'
  | 'meeting'
  | 'remark'
/** What the sentence of an event needs. */
export type EventDetail = {
  readonly edition?: number
  readonly why?: string
  readonly until?: string
  readonly count?: number
  readonly among?: number
  readonly course?: Course
  readonly outcome?: PledgeOutcome
  readonly by?: string
  readonly target?: number
  readonly due?: string
  /** What was decided of an agreement, or of the whole. */
  readonly text?: string
  readonly late?: number
  readonly meeting?: MeetingKind
  readonly plan?: 'handed-in' | 'accepted' | 'late'
  readonly remark?: string
}
