/** What is done around an answer: its words wait while somebody objects or complains, and a penalty is decided of. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import { OWED, type Owed } from '../../vocabulary/request.ts'
import { go, notYet, type Route } from '../../web/desk/route.ts'
import { readForm, word } from '../../web/desk/schema.ts'
import { act, hereOf, type Acting } from './acting.ts'
import { addStep, change, giveTo } from './acts-store.ts'
import { dueOn, timedOf } from './clock.ts'
import { mayNotDecide, mayNotHold, mayNotName } from './desk-rules.ts'
import { tell, toldBy, type RequestDeps } from './here.ts'
import { wrong } from './routes-read.tsx'
import { stepsOf } from './store.ts'

const hold: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request } = held
  const { tot: until } = readForm({ tot: word(z.string()) }, sent).typed
  const not = mayNotHold(request, until, today)
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

/** Whether the penalty for being late is owed, and on what ground not: a decision of its own (Awb 4:18). */
const decideOwed: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, kind } = held
  const not = mayNotDecide(kind, request, await stepsOf(tx, municipality.id, request.id), today)
  if (not !== undefined) return notYet(not)
  const said = readForm({ dwangsom: word(z.string()) }, sent).typed.dwangsom
  const owed = Object.keys(OWED).find((each) => each === said) as Owed | undefined
  if (owed === undefined)
    return wrong(asked, deps, request, 'dwangsom', { dwangsom: 'Kies of de dwangsom verschuldigd is.' })
  await change(tx, municipality.id, request.id, { owed, owed_on: today })
  const no = await addStep(tx, municipality.id, request.id, { step: 'owed', word: owed, by: who.id })
  await record(tx, municipality.id, { act: 'request.owed', object: `request/${request.id}`, detail: { owed } })
  await closeTasks(tx, municipality.id, `request/${request.id}`, ['request-owed'])
  return go(hereOf(request.id), toldBy('Het besluit staat vast.', await tell(asked, deps, held, no)))
}

/** A committee handles it: it gets its own, longer term, told before the first one ends. */
const committee: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, today } = asked
  const { request, kind } = held
  const not = mayNotName(kind, request, today)
  if (not !== undefined) return notYet(not)
  const { extendedOn, stoppedDays: stopped } = request
  const due = dueOn(timedOf(kind, { committeeOn: today }), request.receivedOn, {
    extended: extendedOn !== null,
    stopped,
  })
  await change(tx, municipality.id, request.id, { committee_on: today, due_on: due })
  const no = await addStep(tx, municipality.id, request.id, { step: 'committee', until: due, by: who.id })
  await giveTo(tx, municipality.id, { ...request, dueOn: due }, who.id, kind.title.nl)
  await record(tx, municipality.id, { act: 'request.committee', object: `request/${request.id}` })
  return go(hereOf(request.id), toldBy('De termijn is die met een commissie.', await tell(asked, deps, held, no)))
}

export const afterRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  act('vasthouden', deps, hold, 'closed'),
  act('loslaten', deps, release, 'closed'),
  act('dwangsom', deps, decideOwed, 'either'),
  act('commissie', deps, committee),
]
