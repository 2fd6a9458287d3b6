/** An answer as a letter at the desk, and the day on which it was sent or handed over: from then one can object. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf } from '../../db/contact.ts'
import { dutchTime } from '../../lib/dutch-time.ts'
import { none, type Problems } from '../../web/desk/form.tsx'
import { go, missing, notRight, notYet, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, word } from '../../web/desk/schema.ts'
import { act, hereOf, type Acting } from './acting.ts'
import { addStep } from './acts-store.ts'
import { mayNotSend } from './desk-rules.ts'
import { answerOf } from './follow-props.ts'
import { kindOf, type RequestDeps } from './here.ts'
import { DeskLetterPage } from './page-letter.tsx'
import { requesterOf, stepsOf, textsOf, type DeskRequest } from './store.ts'

/** The last answer as a letter, or the one of this number, for who handles it; undefined: there is none. */
export async function letterOf(
  { tx, municipality, view, today }: Asked<Tx>,
  deps: RequestDeps,
  request: DeskRequest,
  no: string,
) {
  const kind = kindOf(deps, request.kind)
  const requester = await requesterOf(tx, municipality.id, request.requester)
  const texts = await textsOf(tx, municipality.id, request.id)
  const steps = (await stepsOf(tx, municipality.id, request.id)).map((step) => ({
    ...step,
    texts: texts.filter((each) => each.no === step.no),
  }))
  const answer = answerOf({ steps }, no)
  if (!kind || !requester || (!answer && request.owedOn === null)) return undefined
  const { id, number, receivedOn } = request
  const { lang, name, post } = requester
  const to = post === '' ? name : `${name}\n${post}`.trim()
  const contact = await contactOf(tx, municipality.id)
  const city = municipality.name
  const closedOn = request.closedAt === null ? null : dutchTime(request.closedAt).date
  const decided = { lang, request: { ...request, closedOn }, hasEmail: requester.email !== '', today, city, contact }
  const penalty = request.owedOn === null ? undefined : decided
  const shown = { view, id, lang, kind, number, receivedOn, answer, penalty, today, contact, to, city }
  return {
    answer,
    page: (problems: Problems = none) => (
      <DeskLetterPage {...shown} byPost={answer?.mailed === false} problems={problems} />
    ),
  }
}

/** That the letter went to who asked and has no e-mail: told once, and changed once. */
const send: Acting = async (asked, { request }, deps) => {
  const { tx, municipality, who, sent, today } = asked
  const { antwoord, op: on } = readForm({ antwoord: word(z.string()), op: word(z.string()) }, sent).typed
  const found = await letterOf(asked, deps, request, antwoord)
  if (!found) return missing
  const { answer } = found
  if (!answer) return missing
  if (answer.mailed) return notYet('De inwoner kreeg een e-mail: de dag daarvan telt.')
  if (answer.sends > 1) return notYet('De dag van deze brief is al een keer veranderd.')
  const not = mayNotSend(answer.on, on, today)
  if (not !== undefined) return notRight(found.page({ op: not }))
  await addStep(tx, municipality.id, request.id, { step: 'sent', word: String(answer.no), until: on, by: who.id })
  await record(tx, municipality.id, { act: 'request.sent', object: `request/${request.id}`, detail: { on } })
  return go(`${hereOf(request.id)}/brief?antwoord=${answer.no}`, 'Genoteerd. Print de brief nu, met de juiste dag.')
}

export const letterRoutes = (deps: RequestDeps): readonly Route<Tx>[] => [act('brief', deps, send, 'either')]
