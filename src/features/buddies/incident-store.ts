/** Incidents, their call-ups and their log, as who is here may read them: the walls say who that is. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { newSpokenNumber } from '../../lib/spoken-number.ts'
import type { Letter } from '../../model/letter.ts'
import type { CallAnswer, LogKind, Skill } from '../../vocabulary/buddy.ts'

const incidents = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('incident')
    .select(['id', 'number', 'organisation', 'what', 'place', 'since', 'needs', 'contact', 'phone', 'state', 'done'])
    .select(['lessons', 'by', 'at', 'ended_at as endedAt', 'wipe_on as wipeOn'])
    .where('municipality', '=', municipality)
export type Incident = Awaited<ReturnType<ReturnType<typeof incidents>['executeTakeFirstOrThrow']>>

/** Those in which who is here has a part, what runs first. */
export const ownIncidents = (tx: Tx, municipality: string): Promise<Incident[]> =>
  incidents(tx, municipality).orderBy('state', 'desc').orderBy('at', 'desc').limit(100).execute()
/** One of those. */
export const incidentById = (tx: Tx, municipality: string, id: string): Promise<Incident | undefined> =>
  incidents(tx, municipality).where('id', '=', id).executeTakeFirst()

export type Waiting = { readonly id: string; readonly number: string; readonly at: Date; readonly takers: number }
/** Those that run and that who is here may take, without a word of them. */
export async function waitingIncidents(tx: Tx): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`select id, number, at, takers from wall.waiting_incidents()`.execute(tx)
  return rows
}

export type Asked = {
  readonly what: string
  readonly place: string
  readonly since: Date
  readonly needs: readonly Skill[]
  readonly contact: string
  readonly phone: string
}
type By = { readonly person: string; readonly organisation: string | null }
/** Asks for help: the incident, and the first line of its log. */
export async function askHelp(tx: Tx, municipality: string, { person, organisation }: By, asked: Asked) {
  const id = uuid()
  await tx
    .insertInto('incident')
    .values({
      municipality,
      id,
      number: newSpokenNumber(),
      organisation,
      ...asked,
      needs: [...asked.needs],
      by: person,
    })
    .execute()
  await log(tx, municipality, id, person, { kind: 'asked' })
  return id
}

export type NewLine = {
  readonly kind: LogKind
  readonly call?: string
  readonly answer?: CallAnswer
  readonly text?: string
}
/** Writes a line in the log, which stays as it is. */
export const log = (
  tx: Tx,
  municipality: string,
  incident: string,
  by: string,
  { kind, call = undefined, answer = undefined, text = '' }: NewLine,
) =>
  tx
    .insertInto('incident_log')
    .values({
      municipality,
      incident,
      id: uuid(),
      kind,
      text,
      by,
      ...(call !== undefined && { call }),
      ...(answer && { answer }),
    })
    .execute()

/** Takes an incident: from then on who is here reads it; false when it is no longer open. */
export async function takeIncident(tx: Tx, municipality: string, incident: string, person: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select wall.incident_is_open(${municipality}, ${incident}) as open`.execute(tx)
  if (!rows[0]!.open) return false
  await tx
    .insertInto('incident_caller')
    .values({ municipality, incident, person, by: person })
    .onConflict((same) => same.doNothing())
    .execute()
  await log(tx, municipality, incident, person, { kind: 'taken' })
  return true
}

type Calling = { readonly offer: string; readonly person: string; readonly text: string }
/** Calls a buddy, once; undefined when that was done before. */
export async function callBuddy(
  tx: Tx,
  municipality: string,
  incident: string,
  by: string,
  { offer, person, text }: Calling,
): Promise<string | undefined> {
  const there = await callsOf(tx, municipality, incident)
  if (there.some((each) => each.offer === offer)) return undefined
  const id = uuid()
  await tx.insertInto('incident_call').values({ municipality, id, incident, offer, person, text, by }).execute()
  await log(tx, municipality, incident, by, { kind: 'called', call: id, text })
  return id
}

/** Who was called, the first one first. */
export const callsOf = (tx: Tx, municipality: string, incident: string) =>
  tx
    .selectFrom('incident_call')
    .select(['id', 'offer', 'person', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('incident', '=', incident)
    .orderBy('at')
    .orderBy('id')
    .execute()
export type Call = Awaited<ReturnType<typeof callsOf>>[number]

/** The log, the oldest line first. */
export const logOf = (tx: Tx, municipality: string, incident: string) =>
  tx
    .selectFrom('incident_log')
    .select(['id', 'kind', 'call', 'answer', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('incident', '=', incident)
    .orderBy('at')
    .orderBy('id')
    .limit(1_000)
    .execute()
export type Line = Awaited<ReturnType<typeof logOf>>[number]

export type Named = { readonly name: string; readonly function: string; readonly organisation: string }
/** Who takes part in an incident, by id; for who reads it. */
export async function namesIn(tx: Tx, municipality: string, incident: string): Promise<ReadonlyMap<string, Named>> {
  const { rows } = await sql<Named & { person: string }>`
    select person, name, function, organisation from wall.incident_people(${municipality}, ${incident})`.execute(tx)
  return new Map(rows.map(({ person, ...named }) => [person, named]))
}

/** Whether who is here leads it: asked for it, or took it. */
export async function leads(tx: Tx, municipality: string, incident: string): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`
    select wall.leads_incident(${municipality}, ${incident}) as leads`.execute(tx)
  return rows[0]!.leads
}

/** Whether anybody of the municipality was told that help is asked. */
export async function wasTold(tx: Tx, municipality: string, incident: string): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`
    select wall.incident_was_told(${municipality}, ${incident}) as told`.execute(tx)
  return rows[0]!.told
}

/** In which group (A to D) an organisation is; undefined when that is not known to who is here. */
export const groupOf = async (tx: Tx, municipality: string, organisation: string) =>
  (
    await tx
      .selectFrom('group_member')
      .select('name')
      .where('municipality', '=', municipality)
      .where('organisation', '=', organisation)
      .where('kind', '=', 'cluster')
      .executeTakeFirst()
  )?.name

/** Ends it with what was done and learnt: after that nothing of it changes. */
export async function endIncident(
  tx: Tx,
  municipality: string,
  incident: string,
  by: string,
  said: { readonly done: string; readonly lessons: string },
): Promise<void> {
  await log(tx, municipality, incident, by, { kind: 'ended' })
  await tx
    .updateTable('incident')
    .set({ state: 'ended', ...said })
    .where('municipality', '=', municipality)
    .where('id', '=', incident)
    .execute()
}

export type Telling = {
  readonly whom: 'takers' | 'asker' | 'called'
  readonly call?: string
  /** The same is told once. */
  readonly mark: string
  readonly task: string
} & Letter
/** Tells that something happened, and never what. Gives how many hear it. */
export async function tell(
  tx: Tx,
  incident: string,
  { whom, call = undefined, mark, task, subject, body }: Telling,
): Promise<number> {
  const { rows } = await sql<{ told: number }>`select wall.tell_of_incident(${incident}, ${whom}, ${call ?? null},
    ${mark}, ${task}, ${subject}, ${body}) as told`.execute(tx)
  return rows[0]!.told
}
