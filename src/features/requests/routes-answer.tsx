/** How a request ends at the desk: with an answer, together with another, or in part as a request of its own. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { spoken } from '../../lib/spoken-number.ts'
import { LONGEST_WORDS, type Controller } from '../../vocabulary/request.ts'
import { go, notYet, page, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, text as words, ticked, word } from '../../web/desk/schema.ts'
import { addStep, change, close, splitOff, type NewStep } from './acts-store.ts'
import { act, hereOf, type Acting } from './acting.ts'
import { dueOn } from './clock.ts'
import { answerProblems, explains, isAnswer, type TypedAnswer } from './desk-rules.ts'
import { kindOf, tell, toldBy, wipeOn, type Held, type RequestDeps } from './here.ts'
import type { Option } from './request-props.ts'
import { namesFor, shown, wrong } from './routes-read.tsx'
import { alike, doublesOf } from './beside-store.ts'
import { requesterOf } from './store.ts'
import { endingProblem } from './weakness-rules.ts'
import { weaknessOf } from './weakness-store.ts'

/** A choice or a text, held against what there is where it is used. */
const said = word(z.string())
const ANSWER = {
  uitkomst: said,
  grond: said,
  antwoord: said,
  orgaan: said,
  functie: said,
  naar: said,
  algoritme: said,
  stroom: said,
  regel: said,
}

/** The chosen one as it is kept: its path, a space, and what it is called; empty when it is none of these. */
function called(options: readonly Option[] = [], chosen: string): string {
  const one = options.find(({ value }) => value === chosen)
  return one === undefined ? '' : `${one.value} ${one.label}`
}

/** Who decided on whose behalf, and to whom it went: kept with the answer, as it was that day. */
const decided = ({ controller, position, to, outcome }: TypedAnswer) => [
  ['orgaan', controller] as const,
  ['functie', position] as const,
  ['naar', outcome === 'passed-on' ? to : ''] as const,
]

const answer: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, requester, kind } = held
  const form = readForm(ANSWER, sent).typed
  const names = await namesFor(asked, deps, request)
  const typed: TypedAnswer = {
    outcome: form.uitkomst,
    ground: form.grond,
    text: form.antwoord,
    controller: form.orgaan,
    position: form.functie,
    to: form.naar,
    // What is not in the public register cannot be named.
    algorithm: called(names?.algorithms, form.algoritme),
    flow: called(names?.flows, form.stroom),
    rule: form.regel,
  }
  const problems = answerProblems(kind, request, requester, typed)
  const state = kind.course && ((await weaknessOf(tx, municipality.id, request.id))?.state ?? 'received')
  const early = state && endingProblem(typed.outcome, state)
  if (early !== undefined) problems['uitkomst'] = early
  if (!isAnswer(typed.outcome) || Object.keys(problems).length > 0)
    return page(await shown(asked, deps, request, { answer: { typed, problems } }), 422)
  const { outcome, text } = typed
  const named = explains(kind)
    ? ([
        ['algoritme', typed.algorithm],
        ['stroom', typed.flow],
        ['regel', typed.rule],
      ] as const)
    : []
  const ground = outcome === 'refused' || outcome === 'partly' ? typed.ground : ''
  const texts = [['', text] as const, ['grond', ground] as const, ...decided(typed), ...named].flatMap(
    ([field, said]) => (said === '' ? [] : [{ field, text: said }]),
  )
  // The day on which it is made known: of a letter that is told when it goes.
  const until = requester.email === '' ? null : today
  const answered = { step: 'answered', word: outcome, until, by: who.id, texts } as const
  const no = await addStep(tx, municipality.id, request.id, answered)
  await record(tx, municipality.id, { act: 'request.answered', object: `request/${request.id}`, detail: { outcome } })
  const mailed = await tell(asked, deps, held, no)
  await close(tx, municipality.id, request, {
    outcome,
    ground,
    controller: typed.controller as Controller,
    answered_by: who.id,
    wipe_on: wipeOn(request, today),
  })
  await answerDoubles(asked, deps, held, { step: 'answered', word: outcome, by: who.id, texts })
  return go(hereOf(request.id), toldBy('Het verzoek is beantwoord.', mailed))
}

/** Who asked what was put together with it gets the whole answer too, with a day and a term of its own. */
async function answerDoubles(asked: Asked<Tx>, deps: RequestDeps, { request }: Held, answered: NewStep) {
  const { tx, municipality, today } = asked
  const heard = new Set([request.requester])
  for (const double of await doublesOf(tx, municipality.id, request.id)) {
    const requester = await requesterOf(tx, municipality.id, double.requester)
    if (!requester) continue
    const until = requester.email === '' ? null : today
    const no = await addStep(tx, municipality.id, double.id, { ...answered, until })
    const detail = { outcome: answered.word ?? '' }
    await record(tx, municipality.id, { act: 'request.answered', object: `request/${double.id}`, detail })
    await change(tx, municipality.id, double.id, { wipe_on: wipeOn(double, today) })
    if (!heard.has(requester.id)) await tell(asked, deps, { request: double, requester }, no)
    heard.add(requester.id)
  }
}

/**
 * Two about the same: this one follows the answer of the other. About a person only when the same person asks both, by
 * one code or as established at both, for nobody reads an answer about somebody else.
 */
const merge: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { request, kind } = held
  if (request.noticeOn !== null)
    return notYet('Iemand schreef dat dit te laat is. Beantwoord het zelf: de dwangsom telt tot dat antwoord.')
  const { met, zelfde } = readForm({ met: said, zelfde: ticked }, sent).typed
  const others = await alike(tx, municipality.id, who.id, { ...request, about: kind.about })
  if (others.length === 0) return notYet('Er is geen open verzoek bij u waarmee u dit kunt samenvoegen.')
  const other = others.find(({ id }) => id === met)
  if (!other) return wrong(asked, deps, request, 'samenvoegen', { met: 'Kies met welk verzoek u dit samenvoegt.' })
  if (kind.about === 'person' && other.requester !== request.requester && !zelfde.includes('ja'))
    return wrong(asked, deps, request, 'samenvoegen', {
      zelfde: 'Dit gaat over iemands eigen gegevens. Zeg dat u vaststelde dat het dezelfde persoon is.',
    })
  const no = await addStep(tx, municipality.id, request.id, { step: 'merged', by: who.id })
  await record(tx, municipality.id, {
    act: 'request.merged',
    object: `request/${request.id}`,
    detail: { into: other.id },
  })
  const mailed = await tell(asked, deps, held, no)
  await close(tx, municipality.id, request, {
    outcome: 'merged',
    merged_into: other.id,
    wipe_on: wipeOn(request, today),
  })
  return go(hereOf(other.id), toldBy(`Samengevoegd met ${spoken(other.number)}.`, mailed))
}

/** One letter in which two things are asked: the second gets a kind and a clock of its own, from the same day. */
const split: Acting = async (asked, held, deps) => {
  const { tx, municipality, who, sent } = asked
  const { request } = held
  const form = readForm({ deeltekst: words(LONGEST_WORDS), soort: said }, sent).typed
  const [text, part] = [form.deeltekst, kindOf(deps, form.soort)]
  const problems = {
    ...(part ? {} : { soort: 'Kies welk soort verzoek het andere deel is.' }),
    ...(text === '' ? { deeltekst: 'Schrijf wat er in dat deel wordt gevraagd.' } : {}),
  }
  if (!part || text === '') return wrong(asked, deps, request, 'apart', problems)
  if (part.role !== request.role)
    return wrong(asked, deps, request, 'apart', {
      soort: 'Dat soort verzoek behandelt een andere rol. Draag het verzoek dan over.',
    })
  const id = await splitOff(tx, municipality.id, request, {
    kind: part.id,
    role: part.role,
    controller: part.controllers[0]!.id,
    keptMonths: part.keptMonths,
    identity: part.identity ? 'open' : 'not-needed',
    due: dueOn(part, request.receivedOn),
    by: who.id,
    text,
  })
  const no = await addStep(tx, municipality.id, request.id, { step: 'split', by: who.id })
  await record(tx, municipality.id, { act: 'request.split', object: `request/${request.id}`, detail: { part: id } })
  return go(hereOf(id), toldBy('Het andere deel is nu een eigen verzoek.', await tell(asked, deps, held, no)))
}

export const answerRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [
  act('antwoord', deps, answer),
  act('samenvoegen', deps, merge),
  act('apart', deps, split),
]
