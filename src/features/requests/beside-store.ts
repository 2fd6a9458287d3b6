/** Requests beside another: those that it can be put together with, and those that it was. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { RequestKind } from '../../model/request.ts'
import type { DeskRequest } from './store.ts'

/**
 * Open requests of the same kind that this person handles too, to merge with; the oldest first. About a person: of who
 * asks this one, or of somebody of whom it was established who it is, as it was here.
 */
export const alike = (
  tx: Tx,
  municipality: string,
  me: string,
  {
    id,
    kind,
    about,
    requester,
    identity,
  }: Pick<DeskRequest, 'id' | 'kind' | 'requester' | 'identity'> & Pick<RequestKind, 'about'>,
) =>
  tx
    .selectFrom('request')
    .select(['id', 'number', 'received_on as receivedOn', 'requester'])
    .where('municipality', '=', municipality)
    .where('kind', '=', kind)
    .where('handler', '=', me)
    .where('closed_at', 'is', null)
    .where('id', '<>', id)
    .$if(about === 'person', (query) =>
      query.where((where) =>
        isKnown(identity)
          ? where.or([where('requester', '=', requester), where('identity_by', 'is not', null)])
          : where('requester', '=', requester),
      ),
    )
    .orderBy('received_on')
    .limit(50)
    .execute()
const isKnown = (identity: DeskRequest['identity']): boolean => identity !== 'open' && identity !== 'not-needed'

/** The other requests of who asks, those that were merged with this one, and the one that it was merged with. */
export const besideIt = (
  tx: Tx,
  municipality: string,
  { id, requester, mergedInto }: Pick<DeskRequest, 'id' | 'requester' | 'mergedInto'>,
) =>
  tx
    .selectFrom('request')
    .select(['id', 'number', 'kind', 'state', 'merged_into as mergedInto'])
    .where('municipality', '=', municipality)
    .where((where) =>
      where.or([
        where('requester', '=', requester),
        where('merged_into', '=', id),
        ...(mergedInto === null ? [] : [where('id', '=', mergedInto)]),
      ]),
    )
    .where('id', '<>', id)
    .orderBy('created_at')
    .limit(50)
    .execute()
export type Beside = Awaited<ReturnType<typeof besideIt>>[number]

/** What was put together with this one and waits for its answer, also by way of another, of who handles both. */
export const doublesOf = async (tx: Tx, municipality: string, id: string) =>
  (
    await sql<Double>`with recursive along as (select id from request
        where municipality = ${municipality} and id = ${id}
      union select q.id from along a join request q on q.municipality = ${municipality} and q.merged_into = a.id
        and q.outcome = 'merged')
    select q.id, q.requester, q.kept_months as "keptMonths" from along a
      join request q on q.municipality = ${municipality} and q.id = a.id
      where q.id <> ${id} and q.handler = current_person()
    order by q.created_at, q.id`.execute(tx)
  ).rows
type Double = Pick<DeskRequest, 'id' | 'requester' | 'keptMonths'>
