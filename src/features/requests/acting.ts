/** What the acts with a request share: whose it is, and how a term runs again. */
import type { Tx } from '../../db/as.ts'
import type { Asked, Reply, Route } from '../../web/desk/route.ts'
import { change } from './acts-store.ts'
import { dueWhenResumed } from './clock.ts'
import { own, type Held, type RequestDeps } from './here.ts'

export const PLACE = '/verzoeken/:residentRequest'
/** The page of a request. */
export const hereOf = (id: string): string => `/balie/verzoeken/${id}`
export type Acting = (asked: Asked<Tx>, held: Held, deps: RequestDeps) => Promise<Reply>

/** An act of who has the request; `during`: while it is open, unless it says otherwise. */
export const act = (
  path: string,
  deps: RequestDeps,
  answer: Acting,
  during: 'open' | 'closed' | 'either' = 'open',
): Route<Tx> => ({
  method: 'POST',
  path: `${PLACE}/${path}`,
  may: 'request.handle',
  answer: async (asked) => {
    const held = await own(asked, deps, path, during)
    return 'no' in held ? held.no : answer(asked, held, deps)
  },
})

/** The term runs again from today; the days that it stood still come after its end. */
export async function resume({ tx, municipality, today }: Asked<Tx>, { request, kind }: Held): Promise<void> {
  const { due, stopped } = dueWhenResumed(kind, { ...request, due: request.dueOn }, today)
  await change(tx, municipality.id, request.id, {
    stopped_since: null,
    stopped_until: null,
    stopped_by: '',
    stopped_days: stopped,
    due_on: due,
    state: 'handled',
  })
}
