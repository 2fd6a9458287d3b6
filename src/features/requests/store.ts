/**
 * Requests as the desk reads them. Who asks and what was written come from tables of which the database shows nothing
 * but to who handles the request.
 */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { squeezedNumber } from '../../lib/spoken-number.ts'

/** Requests on a page of the list. */
export const SIZE = 50

export type Asking = {
  readonly show: 'mine' | 'open' | 'closed'
  readonly kind: string
  /** The begin of a number, or words of a request of one's own. */
  readonly q: string
  readonly page: number
}

/** The day on which something is asked first: most often the answer. Of what stands still that is not yet. */
const FIRST = sql<string>`coalesce(case when request.stopped_since is null then request.next_on end, request.due_on)`

/** The open ones by that day, or the closed ones, the newest first; one more than a page if there is one. */
export const listRequests = (tx: Tx, municipality: string, me: string, { show, kind, q, page }: Asking) =>
  tx
    .selectFrom('request')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'request.municipality').onRef('person.id', '=', 'request.handler'),
    )
    .select([
      'request.id',
      'request.number',
      'request.kind',
      'request.state',
      'request.outcome',
      'request.ground',
      'request.received_on as receivedOn',
      'request.due_on as dueOn',
      'request.next_on as nextOn',
      'request.stopped_since as stoppedSince',
      'request.again',
      'request.closed_at as closedAt',
      'person.name as handler',
    ])
    .where('request.municipality', '=', municipality)
    .where('request.closed_at', show === 'closed' ? 'is not' : 'is', null)
    .$if(show === 'mine', (query) => query.where('request.handler', '=', me))
    .$if(kind !== '', (query) => query.where('request.kind', '=', kind))
    .$if(q !== '', (query) =>
      query.where((where) =>
        where.or([
          where('request.number', 'like', `${squeezedNumber(q).replaceAll(/[^2-9A-Z]/g, '') || '-'}%`),
          where.exists(
            where
              .selectFrom('request_text')
              .select('request_text.no')
              .whereRef('request_text.municipality', '=', 'request.municipality')
              .whereRef('request_text.request', '=', 'request.id')
              .where(sql<boolean>`to_tsvector('dutch', request_text.text) @@ websearch_to_tsquery('dutch', ${q})`),
          ),
        ]),
      ),
    )
    .$if(show !== 'closed', (query) => query.orderBy(FIRST))
    .$if(show === 'closed', (query) => query.orderBy('request.closed_at', 'desc'))
    .orderBy('request.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
export type Listed = Awaited<ReturnType<typeof listRequests>>[number]

/** How many wait, how many of those nobody took, and how many are late. `today`: YYYY-MM-DD. */
export const countRequests = (tx: Tx, municipality: string, me: string, today: string) =>
  tx
    .selectFrom('request')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where handler = ${me}))::int`.as('mine'),
      sql<number>`(count(*) filter (where handler is null))::int`.as('free'),
      sql<number>`(count(*) filter (where stopped_since is null and ${FIRST} < ${today}::date))::int`.as('late'),
    ])
    .where('municipality', '=', municipality)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()

/** One request, without who asks and without what was written. `to-change`: nobody else changes it meanwhile. */
export const requestById = (tx: Tx, municipality: string, id: string, why: 'to-read' | 'to-change') =>
  tx
    .selectFrom('request')
    .select([
      'id',
      'requester',
      'number',
      'kind',
      'controller',
      'role',
      'about',
      'received_on as receivedOn',
      'first_due as firstDue',
      'due_on as dueOn',
      'next_on as nextOn',
      'kept_months as keptMonths',
      'identity',
      'identity_on as identityOn',
      'mandate_on as mandateOn',
      'extended_on as extendedOn',
      'stopped_since as stoppedSince',
      'stopped_until as stoppedUntil',
      'stopped_by as stoppedBy',
      'stopped_days as stoppedDays',
      'notice_on as noticeOn',
      'state',
      'outcome',
      'ground',
      'answered_by as answeredBy',
      'helped',
      'again',
      'answered_on as answeredOn',
      'answered_due as answeredDue',
      'read_for as readFor',
      'merged_into as mergedInto',
      'split_from as splitFrom',
      'handler',
      'named',
      'created_at as at',
      'closed_at as closedAt',
      'wipe_on as wipeOn',
      'held_until as heldUntil',
      'committee_on as committeeOn',
      'owed',
      'owed_on as owedOn',
    ])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .$if(why === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
export type DeskRequest = NonNullable<Awaited<ReturnType<typeof requestById>>>

/** Who asks; undefined for whoever does not handle it. */
export const requesterOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('requester')
    .select([
      'id',
      'name',
      'email',
      'phone',
      'post',
      'lang',
      'channel',
      'whom',
      'helper',
      'on_behalf as onBehalf',
      'code_no as codeNo',
    ])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
export type Requester = NonNullable<Awaited<ReturnType<typeof requesterOf>>>

/** What happened, the oldest first, with who did it. */
export const stepsOf = (tx: Tx, municipality: string, request: string) =>
  tx
    .selectFrom('request_step')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'request_step.municipality').onRef('person.id', '=', 'request_step.by'),
    )
    .select(['no', 'step', 'word', 'until', 'at', 'person.name as by'])
    .where('request_step.municipality', '=', municipality)
    .where('request_step.request', '=', request)
    .orderBy('no')
    .execute()
export type Step = Awaited<ReturnType<typeof stepsOf>>[number]

/** Whether something came after step `seen` that is not of this person: a colleague, or who asked. */
export const isOvertaken = async (
  tx: Tx,
  municipality: string,
  request: string,
  { seen, me }: { readonly seen: number; readonly me: string },
): Promise<boolean> =>
  (await tx
    .selectFrom('request_step')
    .select('no')
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .where('no', '>', seen)
    .where('by', 'is distinct from', me)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** What was written with the steps; nothing for whoever does not handle it. */
export const textsOf = (tx: Tx, municipality: string, request: string) =>
  tx
    .selectFrom('request_text')
    .select(['no', 'field', 'text'])
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .orderBy('no')
    .orderBy('field')
    .execute()
export type Written = Awaited<ReturnType<typeof textsOf>>[number]

/** Its photos, without their bytes. */
export const filesOf = (tx: Tx, municipality: string, request: string) =>
  tx
    .selectFrom('request_file')
    .select(['id', 'no', 'width', 'height'])
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .orderBy('no')
    .execute()
export type RequestFile = Awaited<ReturnType<typeof filesOf>>[number]

/** The bytes of a photo. */
export const fileById = (tx: Tx, municipality: string, request: string, id: string) =>
  tx
    .selectFrom('request_file')
    .select(['bytes', 'no'])
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .where('id', '=', id)
    .executeTakeFirst()
