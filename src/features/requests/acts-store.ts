/** What is done with a request at the desk: each act changes the row that is held, and adds a step to its course. */
import { sql, type Updateable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { closeTasks, openTask } from '../../db/tasks.ts'
import type { Tables } from '../../db/tables.ts'
import { spoken, newSpokenNumber } from '../../lib/spoken-number.ts'
import type { ReadFor, RequestStepKind } from '../../vocabulary/request.ts'
import type { NewRequester } from './door-store.ts'
import type { DeskRequest } from './store.ts'

export type NewStep = {
  readonly step: RequestStepKind
  readonly word?: string
  /** YYYY-MM-DD. */
  readonly until?: string | null
  readonly by: string
  readonly texts?: readonly { readonly field: string; readonly text: string }[]
}

/** Adds what happened, with what was written; gives its number. */
export async function addStep(tx: Tx, municipality: string, request: string, step: NewStep): Promise<number> {
  const { step: kind, word = '', until = null, by, texts = [] } = step
  const { no } = await tx
    .insertInto('request_step')
    .values({ municipality, request, no: 1, step: kind, word, until, by })
    .returning('no')
    .executeTakeFirstOrThrow()
  if (texts.length > 0)
    await tx
      .insertInto('request_text')
      .values(texts.map(({ field, text }) => ({ municipality, request, no, field, text })))
      .execute()
  return no
}

/** Changes what is held. */
export async function change(tx: Tx, municipality: string, id: string, set: Updateable<Tables['request']>) {
  await tx.updateTable('request').set(set).where('municipality', '=', municipality).where('id', '=', id).execute()
}

const objectOf = (id: string): string => `request/${id}`

/** Gives it to somebody, with the task that goes along; a closed one for a reason, and without a task. */
export async function giveTo(
  tx: Tx,
  municipality: string,
  request: DeskRequest,
  person: string,
  title: string,
  reason?: ReadFor,
) {
  await change(tx, municipality, request.id, {
    handler: person,
    ...(reason && { read_for: reason }),
    ...(request.state === 'new' && { state: 'handled' as const }),
  })
  // That it is late stays with who watches over that, whoever handles it.
  await closeTasks(tx, municipality, objectOf(request.id), { but: 'request-past' })
  if (request.closedAt !== null) return
  await openTask(tx, municipality, {
    kind: 'request',
    object: objectOf(request.id),
    whom: { person },
    text: `Beantwoord verzoek ${spoken(request.number)}: ${title.toLowerCase()}`,
    path: `/balie/verzoeken/${request.id}`,
    dueOn: request.dueOn,
  })
}

/** Ends it: what waits for it is done, and the day on which its words go is set. `wipeOn`: YYYY-MM-DD. */
export async function close(
  tx: Tx,
  municipality: string,
  { id }: DeskRequest,
  set: Updateable<Tables['request']> & { readonly wipe_on: string },
) {
  await tx
    .updateTable('request')
    .set({
      state: 'closed',
      closed_at: sql<Date>`now()`,
      stopped_since: null,
      stopped_until: null,
      stopped_by: '',
      ...set,
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  await closeTasks(tx, municipality, objectOf(id), 'all')
}

/** Sets a part apart as a request of its own, of who asks and received on the same day. Gives its id. */
export async function splitOff(
  tx: Tx,
  municipality: string,
  from: DeskRequest,
  part: Pick<DeskRequest, 'kind' | 'role' | 'controller' | 'keptMonths' | 'identity'> & {
    readonly due: string
    readonly by: string
    readonly text: string
  },
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('request')
    .values({
      municipality,
      id,
      requester: from.requester,
      number: newSpokenNumber(),
      kind: part.kind,
      controller: part.controller,
      role: part.role,
      about: '',
      received_on: from.receivedOn,
      first_due: part.due,
      due_on: part.due,
      kept_months: part.keptMonths,
      identity: part.identity === 'open' || part.identity === 'not-needed' ? part.identity : 'open',
      state: 'handled',
      split_from: from.id,
      handler: part.by,
    })
    .execute()
  await addStep(tx, municipality, id, { step: 'split', by: part.by, texts: [{ field: 'wat', text: part.text }] })
  return id
}

/** Keeps what was typed in for somebody at the counter. */
export async function typeRequest(tx: Tx, asked: NewRequester): Promise<void> {
  await sql`select wall.type_request(${JSON.stringify(asked)}::jsonb)`.execute(tx)
}

/** Mails who asked, whose address is not shown to whoever sends it; once by its mark. False: no address. */
export async function mailRequester(
  tx: Tx,
  municipality: string,
  requester: string,
  { mark, subject, body }: { readonly mark: string; readonly subject: string; readonly body: string },
): Promise<boolean> {
  const { rows } = await sql<{ sent: boolean }>`
    select wall.mail_requester(${municipality}, ${requester}, ${mark}, ${subject}, ${body}) as sent`.execute(tx)
  return rows[0]!.sent
}

/** How many codes were given to who asks, after the first; undefined: no such request. */
export const codesGiven = (tx: Tx, municipality: string, id: string) =>
  sql<{ no: number | null }>`select wall.code_no(${id}) as no where ${municipality} = current_municipality()::text`
    .execute(tx)
    .then(({ rows }) => rows[0]?.no ?? undefined)

/** `wrong`: not the name that stands there. `enough`: tried three times today. `again`: another was first. */
export type Renewed = 'done' | 'wrong' | 'enough' | 'again' | 'missing'

/** Gives another code, so that the one before opens nothing any more. `name`: as somebody says it at the counter. */
export async function renewCode(
  tx: Tx,
  id: string,
  { nth, secret, name }: { readonly nth: number; readonly secret: string; readonly name: string },
): Promise<Renewed> {
  const { rows } = await sql<{ done: Renewed }>`
    select wall.renew_code(${id}, ${nth}, ${secret}, ${name}) as done`.execute(tx)
  return rows[0]!.done
}

/** What somebody typed in, or gave another code for, today; undefined for anybody else, or later. */
export const typedToday = (tx: Tx, municipality: string, id: string) =>
  sql<{ lang: 'nl' | 'en'; requester: string; no: number }>`
    select * from wall.typed_today(${municipality}, ${id})`
    .execute(tx)
    .then(({ rows }) => rows[0])
