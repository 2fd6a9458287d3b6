/** What is done with a request by who has it: establish who asks, ask, stop, extend, and note that we are late. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { tooLong } from '../../lib/too-long.ts'
import {
  CONTROLLERS,
  IDENTITY_STEPS,
  LONGEST_WORDS,
  READ_FOR,
  type Controller,
  type ReadFor,
} from '../../vocabulary/request.ts'
import { forbidden, go, missing, notYet, page, type Route } from '../../web/desk/route.ts'
import { readForm, ticked, word } from '../../web/desk/schema.ts'
import { addStep, change, giveTo } from './acts-store.ts'
import { act, hereOf, PLACE, resume, type Acting } from './acting.ts'
import { dueOn, takesNotice, timedOf } from './clock.ts'
import {
  isKnown,
  isLate,
  mayHandle,
  mayNotExtend,
  mayNotNote,
  mayNotTake,
  stopProblems,
  type TypedStop,
} from './desk-rules.ts'
import { kindOf, tell, toldBy, type Held, type RequestDeps } from './here.ts'
import { shown, wrong } from './routes-read.tsx'
import { handlers } from './people-store.ts'
import { requestById } from './store.ts'

/** Takes a request that is free, or over from a colleague; who answered before does not look again. */
const take = (deps: RequestDeps): Route<Tx> => ({
  method: 'POST',
  path: `${PLACE}/oppakken`,
  may: 'request.handle',
  answer: async (asked) => {
    const { tx, municipality, params, who, sent } = asked
    const request = await requestById(tx, municipality.id, params['residentRequest']!, 'to-change')
    if (!request) return missing
    if (!mayHandle(who.roles, request)) return forbidden('Dit soort verzoek behandelt een andere rol.')
    if (request.handler === who.id) return go(hereOf(request.id), 'U behandelt dit verzoek al.')
    const not = mayNotTake(request, who.id)
    if (not !== undefined) return forbidden(not)
    // What is over is read again for a reason alone, which stays in the trail and is told to who asked.
    const { waarom } = readForm({ waarom: said }, sent).typed
    const why = Object.keys(READ_FOR).find((each) => each === waarom) as ReadFor | undefined
    if (request.closedAt !== null && why === undefined)
      return wrong(asked, deps, request, 'oppakken', { waarom: 'Kies waarom u dit afgesloten verzoek leest.' })
    const reason = request.closedAt === null ? undefined : why
    const title = kindOf(deps, request.kind)?.title.nl ?? request.kind
    await giveTo(tx, municipality.id, request, who.id, title, reason)
    const step = request.handler === null ? ('taken' as const) : ('handed' as const)
    await addStep(tx, municipality.id, request.id, { step, word: reason ?? '', by: who.id })
    const detail = reason && { why: reason }
    await record(tx, municipality.id, {
      act: `request.${step}`,
      object: `request/${request.id}`,
      ...(detail && { detail }),
    })
    return go(hereOf(request.id), 'U behandelt dit verzoek. Alleen u leest nu wat erin staat.')
  },
})

/** A choice or a text, held against what there is where it is used. */
const said = word(z.string())

const handOver: Acting = async (asked, { request, kind }, deps) => {
  const { tx, municipality, who, sent } = asked
  const no = (aan: string) => wrong(asked, deps, request, 'overdragen', { aan })
  const to = readForm({ aan: said }, sent).typed.aan
  const colleagues = await handlers(tx, municipality.id, request.role, who.id)
  if (colleagues.length === 0) return notYet('Er is geen collega met deze rol.')
  const colleague = colleagues.find(({ id }) => id === to)
  if (!colleague) return no('Kies aan wie u het verzoek overdraagt.')
  if (request.again > 0 && request.answeredBy === colleague.id)
    return no('Deze collega gaf het eerdere antwoord. Kies iemand anders.')
  // While it is still one's own: the step is of who hands it on.
  await addStep(tx, municipality.id, request.id, { step: 'handed', by: who.id })
  await record(tx, municipality.id, { act: 'request.handed', object: `request/${request.id}` })
  await giveTo(tx, municipality.id, request, colleague.id, kind.title.nl)
  return go('/balie/verzoeken', `${colleague.name} behandelt het verzoek nu. U leest het niet meer.`)
}

const identify: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, requester } = held
  const { hoe: how, machtiging } = readForm({ hoe: said, machtiging: ticked }, sent).typed
  const mandate = machtiging.includes('ja')
  const known = Object.keys(IDENTITY_STEPS).find((each) => each === how) as keyof typeof IDENTITY_STEPS | undefined
  if (known === undefined && !mandate) {
    if (isKnown(request, requester)) return notYet('Wie dit vraagt, is al vastgesteld.')
    const at = request.identity === 'open' ? 'hoe' : 'machtiging'
    return wrong(asked, deps, request, 'wie', { [at]: 'Kies hoe u vaststelde wie het vraagt.' })
  }
  await change(tx, municipality.id, request.id, {
    ...(known !== undefined && { identity: known, identity_by: who.id, identity_on: today }),
    ...(mandate && { mandate_on: today }),
  })
  const no = await addStep(tx, municipality.id, request.id, { step: 'identity', word: known ?? 'mandate', by: who.id })
  const detail = { how: known ?? 'mandate' }
  await record(tx, municipality.id, { act: 'request.identified', object: `request/${request.id}`, detail })
  const waited = request.stoppedBy === 'wie-bent-u' && known !== undefined
  if (waited) await resume(asked, held)
  const done = waited ? 'Genoteerd. De termijn loopt weer.' : 'Genoteerd.'
  return go(hereOf(request.id), toldBy(done, await tell(asked, deps, held, no)))
}

/** Asks something, or agrees on something: the term stands still from today, on a ground, until a day. */
const stop: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, kind } = held
  const form = readForm({ artikel: said, tot: said, tekst: said, vraag: ticked }, sent).typed
  const typed = { why: form.artikel, until: form.tot, text: form.tekst, waits: form.vraag }
  const problems = stopProblems(kind, request, typed, today)
  if (Object.keys(problems).length > 0)
    return page(await shown(asked, deps, request, { stop: { typed, problems } }), 422)
  const asks = form.vraag.includes('ja')
  const agrees = kind.stops.some(({ id, agreed }) => id === typed.why && agreed) && !form.vraag.includes('brief')
  if (agrees) return propose(asked, held, deps, typed)
  await change(tx, municipality.id, request.id, {
    stopped_since: today,
    stopped_until: typed.until,
    stopped_by: typed.why,
    ...(asks && { state: 'waiting' }),
  })
  const step = asks ? ('asked' as const) : ('stopped' as const)
  const texts = [{ field: '', text: typed.text }]
  const no = await addStep(tx, municipality.id, request.id, {
    step,
    word: typed.why,
    until: typed.until,
    by: who.id,
    texts,
  })
  await record(tx, municipality.id, { act: `request.${step}`, object: `request/${request.id}` })
  return go(hereOf(request.id), toldBy('De termijn staat stil.', await tell(asked, deps, held, no, asks)))
}

/** Nothing stands still yet: who asked agrees first, with a button on the page of the request. */
async function propose(asked: Parameters<Acting>[0], held: Held, deps: RequestDeps, { why, until, text }: TypedStop) {
  const { tx, municipality, who } = asked
  const { request } = held
  const texts = [{ field: '', text }]
  const no = await addStep(tx, municipality.id, request.id, { step: 'proposed', word: why, until, by: who.id, texts })
  await record(tx, municipality.id, { act: 'request.proposed', object: `request/${request.id}` })
  const done = 'Voorgesteld. De termijn loopt door, tot de inwoner instemt.'
  return go(hereOf(request.id), toldBy(done, await tell(asked, deps, held, no, true)))
}

const goOn: Acting = async (asked, held, deps) => {
  const { tx, municipality, who } = asked
  const { request } = held
  if (request.stoppedSince === null) return notYet('De termijn loopt al.')
  const no = await addStep(tx, municipality.id, request.id, { step: 'resumed', by: who.id })
  await resume(asked, held)
  await record(tx, municipality.id, { act: 'request.resumed', object: `request/${request.id}` })
  return go(hereOf(request.id), toldBy('De termijn loopt weer.', await tell(asked, deps, held, no)))
}

/** Once, with a reason that who asked reads, before the term is over. */
const extend: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, kind } = held
  const not = mayNotExtend(kind, request, today)
  if (not !== undefined) return notYet(not)
  const why = readForm({ reden: said }, sent).typed.reden
  const wrong = why === '' ? 'Schrijf waarom u meer tijd nodig heeft. De inwoner leest het.' : ''
  const problem = wrong || (why.length > LONGEST_WORDS ? tooLong(why.length, LONGEST_WORDS) : '')
  if (problem !== '')
    return page(await shown(asked, deps, request, { extend: { why, problems: { reden: problem } } }), 422)
  const due = dueOn(timedOf(kind, request), request.receivedOn, { extended: true, stopped: request.stoppedDays })
  await change(tx, municipality.id, request.id, { extended_on: today, due_on: due })
  const texts = [{ field: '', text: why }]
  const no = await addStep(tx, municipality.id, request.id, { step: 'extended', until: due, by: who.id, texts })
  await giveTo(tx, municipality.id, { ...request, dueOn: due }, who.id, kind.title.nl)
  await record(tx, municipality.id, { act: 'request.extended', object: `request/${request.id}` })
  return go(hereOf(request.id), toldBy('De termijn is verlengd.', await tell(asked, deps, held, no)))
}

/** That a resident wrote that we are late: from that day run the way to the court, and the penalty where it holds. */
const notice: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, kind } = held
  const { op: on } = readForm({ op: said }, sent).typed
  if (!takesNotice(kind)) return notYet('Bij dit soort verzoek hoort geen ingebrekestelling.')
  const not = mayNotNote(request, on, today)
  if (not !== undefined && !(isLate(request, today) && request.noticeOn === null)) return notYet(not)
  if (not !== undefined) return wrong(asked, deps, request, 'ingebreke', { op: not })
  await change(tx, municipality.id, request.id, { notice_on: on })
  await addStep(tx, municipality.id, request.id, { step: 'notice', until: on, by: who.id })
  await record(tx, municipality.id, { act: 'request.notice', object: `request/${request.id}`, detail: { on } })
  return go(hereOf(request.id), 'Genoteerd. Bij Termijn staat wat er volgt.')
}

const decides: Acting = async (asked, { request, kind }, deps) => {
  const { tx, municipality, sent } = asked
  const by = readForm({ besluiter: said }, sent).typed.besluiter
  if (!kind.controllers.some(({ id }) => id === by))
    return wrong(asked, deps, request, 'orgaan', { besluiter: 'Kies wie hierover besluit.' })
  await change(tx, municipality.id, request.id, { controller: by as Controller })
  const detail = { controller: by }
  await record(tx, municipality.id, { act: 'request.controller', object: `request/${request.id}`, detail })
  return go(hereOf(request.id), `Hierover besluit ${CONTROLLERS[by as Controller].nl}.`)
}

export const actRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  take(deps),
  act('overdragen', deps, handOver),
  act('wie', deps, identify),
  act('stilzetten', deps, stop),
  act('hervatten', deps, goOn),
  act('verlengen', deps, extend),
  act('ingebreke', deps, notice, 'either'),
  act('orgaan', deps, decides),
]
