/** Keeps the meetings of a covenant, what was decided there, and its evaluations. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import type { EvaluationOutcome, MeetingKind } from '../../../vocabulary/covenant.ts'

/** What the form of a meeting holds. `present`: ids of participants. */
export type MeetingInput = {
  readonly heldOn: string
  readonly place: string
  readonly agenda: string
  readonly notes: string
  readonly present: readonly string[]
  /** Whether everybody reads that it was held and what it decided. */
  readonly public: boolean
}

const MEETING = [
  'id',
  'covenant',
  'kind',
  'held_on as heldOn',
  'place',
  'agenda',
  'notes',
  'present',
  'invited_at as invitedAt',
  'cancelled_for as cancelledFor',
  'public',
] as const

/** All meetings of a covenant, the newest first. */
export const meetingsOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_meeting')
    .select(MEETING)
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
export type Meeting = Awaited<ReturnType<typeof meetingsOf>>[number]

/** One meeting of this covenant; undefined: there is none here. `to-change`: nobody else changes it meanwhile. */
export function meetingById(
  tx: Tx,
  municipality: string,
  { covenant, meeting }: { readonly covenant: string; readonly meeting: string },
  why: 'to-read' | 'to-change' = 'to-read',
): Promise<Meeting | undefined> {
  const found = tx
    .selectFrom('covenant_meeting')
    .select(MEETING)
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('id', '=', meeting)
  return (why === 'to-change' ? found.forUpdate() : found).executeTakeFirst()
}

/** Plans a meeting; gives its id. */
export async function planMeeting(
  tx: Tx,
  municipality: string,
  planned: Pick<MeetingInput, 'heldOn' | 'place' | 'agenda'> & {
    readonly covenant: string
    readonly kind: MeetingKind
    readonly by: string
  },
): Promise<string> {
  const id = uuid()
  const { heldOn, ...rest } = planned
  await tx
    .insertInto('covenant_meeting')
    .values({ municipality, id, held_on: heldOn, ...rest })
    .execute()
  return id
}

/** Keeps a meeting as it was typed. */
export async function changeMeeting(tx: Tx, municipality: string, id: string, input: MeetingInput): Promise<void> {
  const { heldOn, present, ...rest } = input
  await tx
    .updateTable('covenant_meeting')
    .set({ held_on: heldOn, present: [...present], ...rest })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

/** Says that everybody was told of it, or that it does not go on, with why. */
export async function markMeeting(
  tx: Tx,
  municipality: string,
  id: string,
  told: 'invited' | { readonly cancelledFor: string },
): Promise<void> {
  await tx
    .updateTable('covenant_meeting')
    .set(told === 'invited' ? { invited_at: sql`now()` } : { cancelled_for: told.cancelledFor })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

export type NewDecision = {
  readonly covenant: string
  readonly meeting: string
  /** The agreement that it is about, as the text names it. */
  readonly pledge: string | null
  readonly participant: string | null
  readonly text: string
  readonly agreed: string
  readonly by: string
}
/** Keeps what was decided at a meeting, for good. */
export async function addDecision(tx: Tx, municipality: string, decision: NewDecision): Promise<void> {
  await tx
    .insertInto('covenant_decision')
    .values({ municipality, id: uuid(), ...decision })
    .execute()
}

/** What was decided, the oldest first; of one meeting or of all. */
export const decisionsOf = (tx: Tx, municipality: string, covenant: string, meeting?: string) =>
  tx
    .selectFrom('covenant_decision as d')
    .innerJoin('covenant_meeting as m', (join) =>
      join.onRef('m.municipality', '=', 'd.municipality').onRef('m.id', '=', 'd.meeting'),
    )
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'd.municipality').onRef('p.id', '=', 'd.by'))
    .select(['d.id', 'd.meeting', 'd.pledge', 'd.participant', 'd.text', 'd.agreed', 'd.at', 'm.held_on as heldOn'])
    .select(['p.name as by', 'p.function as byFunction'])
    .where('d.municipality', '=', municipality)
    .where('d.covenant', '=', covenant)
    .$if(meeting !== undefined, (query) => query.where('d.meeting', '=', meeting!))
    .orderBy('d.at')
    .execute()
export type Decision = Awaited<ReturnType<typeof decisionsOf>>[number]

export type NewEvaluation = {
  readonly covenant: string
  readonly worked: string
  readonly lacked: string
  readonly outcome: EvaluationOutcome
  readonly reason: string
  /** The last day: on which it ends, or until which it goes on. */
  readonly on: string
  readonly by: string
}
/** Keeps an evaluation, for good. */
export async function addEvaluation(tx: Tx, municipality: string, evaluation: NewEvaluation): Promise<void> {
  await tx
    .insertInto('covenant_evaluation')
    .values({ municipality, id: uuid(), ...evaluation })
    .execute()
}

/** The evaluations of a covenant, the newest first. */
export const evaluationsOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_evaluation as e')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'e.municipality').onRef('p.id', '=', 'e.by'))
    .select(['e.id', 'e.worked', 'e.lacked', 'e.outcome', 'e.reason', 'e.on', 'e.at'])
    .select(['p.name as by', 'p.function as byFunction'])
    .where('e.municipality', '=', municipality)
    .where('e.covenant', '=', covenant)
    .orderBy('e.at', 'desc')
    .execute()
export type Evaluation = Awaited<ReturnType<typeof evaluationsOf>>[number]

/** Ends a covenant on this day, with why; false when it holds no longer. */
export async function endCovenant(
  tx: Tx,
  municipality: string,
  covenant: string,
  { on, why }: { readonly on: string; readonly why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('covenant')
    .set({ state: 'ended', ends_on: on, why })
    .where('municipality', '=', municipality)
    .where('id', '=', covenant)
    .where('state', '=', 'in-force')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What is promised in the text that holds or can be signed; nothing before one was fixed. */
export async function pledgesOf(tx: Tx, municipality: string, covenant: string) {
  const row = await tx
    .selectFrom('covenant_version')
    .select('text')
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where('state', '=', 'final')
    .executeTakeFirst()
  return row?.text.pledges ?? []
}

/** Who is told of a meeting or of the end: those who take part now, where an address is known. */
export const contactsOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_participant as p')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .select(['p.id', 'p.kind', 'p.contact_name as name', 'p.contact_email as email', 'o.name as organisation'])
    .where('p.municipality', '=', municipality)
    .where('p.covenant', '=', covenant)
    .where('p.state', 'in', ['joined', 'paused', 'suspended'])
    .orderBy(sql`p.kind <> 'municipality'`)
    .orderBy('o.name')
    .execute()
export type Contact = Awaited<ReturnType<typeof contactsOf>>[number]
