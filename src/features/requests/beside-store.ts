/** Requests beside another: those that it can be put together with, and those that it was. */
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

/** The other requests of who asks, and those that were merged with this one. */
export const besideIt = (tx: Tx, municipality: string, { id, requester }: Pick<DeskRequest, 'id' | 'requester'>) =>
  tx
    .selectFrom('request')
    .select(['id', 'number', 'kind', 'state', 'merged_into as mergedInto'])
    .where('municipality', '=', municipality)
    .where((where) => where.or([where('requester', '=', requester), where('merged_into', '=', id)]))
    .where('id', '<>', id)
    .orderBy('created_at')
    .limit(50)
    .execute()
export type Beside = Awaited<ReturnType<typeof besideIt>>[number]
