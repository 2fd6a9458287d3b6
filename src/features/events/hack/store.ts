/** What is kept of a hack event beside the event: what is in scope by whose consent, and what was found. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { HACK_RULES_VERSION, type ConsentState } from '../../../vocabulary/hack.ts'

/** Whoever writes down what a letter says, or that it was signed, does so after the other. */
const hold = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('event')
    .select('id')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .forUpdate()
    .execute()

/** What was agreed for the whole event. */
export async function agreedOf(tx: Tx, municipality: string, event: string) {
  const row = await tx
    .selectFrom('hack_event')
    .select(['stop_name as stopName', 'stop_phone as stopPhone', 'forbidden'])
    .where('municipality', '=', municipality)
    .where('event', '=', event)
    .executeTakeFirst()
  return row ?? { stopName: '', stopPhone: '', forbidden: '' }
}
export type Agreed = Awaited<ReturnType<typeof agreedOf>>

/** Keeps it. Whoever signed for another stop phone or another list is asked anew, by the database. */
export async function agree(tx: Tx, municipality: string, event: string, said: Agreed): Promise<void> {
  await hold(tx, municipality, event)
  const set = { stop_name: said.stopName, stop_phone: said.stopPhone, forbidden: said.forbidden }
  await tx
    .insertInto('hack_event')
    .values({ municipality, event, ...set })
    .onConflict((conflict) => conflict.columns(['municipality', 'event']).doUpdateSet(set))
    .execute()
}

const targets = (tx: Tx, municipality: string, event: string) =>
  tx
    .selectFrom('hack_target')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('event', '=', event)
    .orderBy('name')
    .orderBy('id')
/** A consent as it counts: who signed for other rules than those of now is asked anew. */
const counting = <T extends { readonly state: ConsentState; readonly rules: number }>(row: T): T =>
  row.state === 'given' && row.rules !== HACK_RULES_VERSION ? { ...row, state: 'asked' } : row
/** The systems of an event. */
export const targetsOf = async (tx: Tx, municipality: string, event: string) =>
  (await targets(tx, municipality, event).execute()).map(counting)
export type Target = Awaited<ReturnType<typeof targetsOf>>[number]
/** One of them; undefined when it is not of this event. */
export async function targetById(tx: Tx, municipality: string, event: string, id: string): Promise<Target | undefined> {
  const row = await targets(tx, municipality, event).where('id', '=', id).executeTakeFirst()
  return row && counting(row)
}

/** One of them with what its letter says, held: nobody changes either before this is written down. */
export async function letterHeld(tx: Tx, municipality: string, event: string, id: string) {
  await hold(tx, municipality, event)
  const row = await targets(tx, municipality, event).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  return { of: counting(row), agreed: await agreedOf(tx, municipality, event) }
}

export type TargetIn = Pick<
  Target,
  | 'name'
  | 'address'
  | 'supplier'
  | 'contact'
  | 'contact_email'
  | 'opens_on'
  | 'opens'
  | 'closes_on'
  | 'closes'
  | 'limits'
>
/** Adds a system, of which consent is then asked. Gives its id. */
export async function addTarget(tx: Tx, municipality: string, event: string, row: TargetIn): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('hack_target')
    .values({ municipality, id, event, ...row })
    .execute()
  return id
}
/** Changes a system. What of it was signed for is asked anew, by the database. */
export async function changeTarget(tx: Tx, municipality: string, id: string, row: TargetIn): Promise<void> {
  await tx.updateTable('hack_target').set(row).where('municipality', '=', municipality).where('id', '=', id).execute()
}

export type Consent = {
  readonly state: Exclude<ConsentState, 'asked'>
  readonly name: string
  readonly role: string
  /** YYYY-MM-DD. */
  readonly on: string
  /** SHA-256 of what was signed; empty: nothing was. */
  readonly hash: string
}
/** Writes down what a supplier said. The database refuses what may not follow. */
export async function consent(tx: Tx, municipality: string, id: string, said: Consent): Promise<void> {
  const signed = {
    signed_name: said.name,
    signed_role: said.role,
    signed_on: said.on,
    signed_hash: said.hash,
    rules: HACK_RULES_VERSION,
  }
  await tx
    .updateTable('hack_target')
    .set({ state: 'asked' })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'given')
    .where('rules', '<>', HACK_RULES_VERSION)
    .execute()
  await tx
    .updateTable('hack_target')
    .set({ state: said.state, ...(said.state === 'given' && signed) })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

const found = (tx: Tx, municipality: string, event: string) =>
  tx
    .selectFrom('hack_finding')
    .select([
      'id',
      'number',
      'request',
      'state',
      'thanked',
      'found_on as foundOn',
      'fix_by as fixBy',
      'mended_on as mendedOn',
      'retested_on as retestedOn',
    ])
    .where('municipality', '=', municipality)
    .where('event', '=', event)
    .orderBy('found_on')
    .orderBy('id')
/** What was found at an event, by the number of its report and as far as that is. */
export const findingsOf = (tx: Tx, municipality: string, event: string) => found(tx, municipality, event).execute()
export type Found = Awaited<ReturnType<typeof findingsOf>>[number]
/** One of them; undefined when it is not of this event. */
export const findingById = (tx: Tx, municipality: string, event: string, id: string) =>
  found(tx, municipality, event).where('id', '=', id).executeTakeFirst()

/** `none`: no report of a weakness has this number. `before`, `after`: it came in then. `twice`: it is tied already. */
export type Tied = 'tied' | 'none' | 'before' | 'after' | 'twice'
/** Ties a report to an event, by its number. */
export async function tieFinding(tx: Tx, event: string, number: string): Promise<Tied> {
  const { rows } = await sql<{ done: Tied }>`select wall.tie_finding(${event}, ${number}) as done`.execute(tx)
  return rows[0]!.done
}
/** Takes a report off its event: it stays a report. */
export const untieFinding = (tx: Tx, municipality: string, id: string) =>
  tx.deleteFrom('hack_finding').where('municipality', '=', municipality).where('id', '=', id).execute()
