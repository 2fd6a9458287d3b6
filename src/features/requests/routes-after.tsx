/** What is done with a request that is over: its words wait to be wiped while somebody objects or complains. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import { go, notYet, type Route } from '../../web/desk/route.ts'
import { readForm, word } from '../../web/desk/schema.ts'
import { act, hereOf, type Acting } from './acting.ts'
import { addStep, change } from './acts-store.ts'
import { mayNotHold } from './desk-rules.ts'
import { tell, toldBy, type RequestDeps } from './here.ts'
import { wrong } from './routes-read.tsx'

const hold: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request } = held
  const { tot: until } = readForm({ tot: word(z.string()) }, sent).typed
  const not = mayNotHold(until, today)
  if (not !== undefined) return wrong(asked, deps, request, 'vasthouden', { tot: not })
  await change(tx, municipality.id, request.id, { held_until: until })
  const no = await addStep(tx, municipality.id, request.id, { step: 'held', until, by: who.id })
  await record(tx, municipality.id, { act: 'request.held', object: `request/${request.id}`, detail: { until } })
  await closeTasks(tx, municipality.id, `request/${request.id}`, ['request-hold'])
  return go(hereOf(request.id), toldBy('Het wissen wacht.', await tell(asked, deps, held, no)))
}

const release: Acting = async (asked, held, deps) => {
  const { tx, municipality, who } = asked
  const { request } = held
  if (request.heldUntil === null) return notYet('Het wissen van dit verzoek wacht al niet meer.')
  await change(tx, municipality.id, request.id, { held_until: null })
  const no = await addStep(tx, municipality.id, request.id, { step: 'released', by: who.id })
  await record(tx, municipality.id, { act: 'request.released', object: `request/${request.id}` })
  await closeTasks(tx, municipality.id, `request/${request.id}`, ['request-hold'])
  return go(hereOf(request.id), toldBy('Het wissen wacht niet meer.', await tell(asked, deps, held, no)))
}

export const afterRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  act('vasthouden', deps, hold, 'closed'),
  act('loslaten', deps, release, 'closed'),
]
