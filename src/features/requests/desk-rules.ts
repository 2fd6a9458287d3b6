/** What can be done with a request at the desk, and why not yet: pure, told in Dutch. */
import type { RequestKind } from '../../model/request.ts'
import { ANSWERS, HELD_MONTHS, LONGEST_LINE, LONGEST_WORDS, type RequestAnswer } from '../../vocabulary/request.ts'
import { allows, type Role } from '../../vocabulary/roles.ts'
import { tooLong } from '../../lib/too-long.ts'
import { dutchTime } from '../../lib/dutch-time.ts'
import { isDate } from '../../lib/iso-date.ts'
import { daysOn, monthsOn } from '../../lib/months.ts'
import { day } from '../../web/language.ts'
import { isCounted, lateness, owedFor, type Lateness } from './clock.ts'
import type { DeskRequest, Requester, Step } from './store.ts'

type Problems = Record<string, string>

/** Whether somebody with these roles may take it: the role of its kind, and a permission. */
export const mayHandle = (roles: readonly Role[], { role }: Pick<DeskRequest, 'role'>): boolean =>
  allows(roles, 'request.handle') && roles.includes(role)

/** Why somebody may not take a request that asks to be looked at again; undefined: go ahead. */
export const mayNotTake = ({ again, answeredBy, closedAt }: DeskRequest, me: string): string | undefined =>
  again > 0 && closedAt === null && answeredBy === me
    ? 'U gaf het eerdere antwoord. Een collega kijkt opnieuw.'
    : undefined

/** Whether it was established who asks, and that somebody may ask it for another. */
export const isKnown = ({ identity, mandateOn }: DeskRequest, requester: Requester | undefined): boolean =>
  identity !== 'open' && (requester?.whom !== 'mandate' || mandateOn !== null)

export type TypedStop = {
  readonly why: string
  readonly until: string
  readonly text: string
  /** `ja`: a question waits for an answer. `brief`: who asked agreed in writing already. */
  readonly waits: readonly string[]
}
/** Why a question cannot be asked, or the term cannot stand still, by field. */
export function stopProblems(kind: RequestKind, request: DeskRequest, typed: TypedStop, today: string): Problems {
  const problems: Problems = {}
  const stop = kind.stops.find(({ id }) => id === typed.why)
  if (!stop) problems['artikel'] = 'Kies waarom de termijn stilstaat.'
  if (stop?.agreed === true && typed.waits.includes('ja'))
    problems['vraag'] = 'De inwoner stemt in of niet. Een vraag aan hem hoort bij een andere reden.'
  if (stop?.agreed === false && typed.waits.includes('brief'))
    problems['vraag'] = 'Een brief van instemming hoort bij “zolang als u dat met ons afspreekt”.'
  if (!isDate(typed.until) || typed.until <= today) problems['tot'] = 'Kies een dag na vandaag.'
  if (typed.text === '') problems['tekst'] = 'Schrijf wat u vraagt of afspreekt. De inwoner leest het.'
  if (typed.text.length > LONGEST_WORDS) problems['tekst'] = tooLong(typed.text.length, LONGEST_WORDS)
  if (stop?.agreed === true && request.dueOn < today)
    problems['artikel'] = 'De termijn is al voorbij. Stilstand kunt u dan niet meer afspreken.'
  if (request.stoppedSince !== null) problems[''] = 'De termijn staat al stil.'
  return problems
}

/** Whether the first answer is, or was, too late: then a letter that says so starts something. */
export const isLate = (request: Omit<Lateness, 'closedOn'>, today: string): boolean => {
  const { due, at } = lateness({ ...request, closedOn: null }, today)
  return due < at
}

/** Why a letter that we are late, of this day, is no notice of default; undefined: it is. */
export function mayNotNote(request: DeskRequest, on: string, today: string): string | undefined {
  if (request.closedAt !== null && request.answeredOn === null) return 'Dit verzoek eindigde zonder antwoord.'
  if (!isDate(on) || on > today || on < request.receivedOn) return 'Vul de dag in waarop de brief binnenkwam.'
  const { due, at } = lateness({ ...request, closedOn: null }, today)
  if (on <= due) return 'Deze brief kwam voordat de termijn om was. Dan is hij geen ingebrekestelling.'
  return on > at ? 'Deze brief kwam na het eerste antwoord. Dan is hij geen ingebrekestelling.' : undefined
}

/** Why the term cannot be extended; undefined: it can. The law allows it once, told before the first end. */
export function mayNotExtend(kind: RequestKind, request: DeskRequest, today: string): string | undefined {
  if (kind.extended === undefined) return 'Voor dit soort verzoek bestaat geen verlenging.'
  if (request.extendedOn !== null) return 'De termijn is al een keer verlengd. Dat kan niet nog eens.'
  if (request.again > 0) return 'Dit verzoek wordt opnieuw bekeken. Die termijn wordt niet verlengd.'
  if (request.stoppedSince !== null) return 'De termijn staat stil. Laat haar eerst weer lopen.'
  if (today > request.dueOn) return 'De termijn is voorbij. Verlengen kan alleen daarvoor.'
  return undefined
}

/** Whether the first answer was made known, if there is one: of a letter somebody says when it went. */
const isSent = (steps: readonly Step[]): boolean => {
  const first = steps.find(({ step }) => step === 'answered')
  if (first === undefined || first.until !== null) return true
  return steps.some(({ step, word }) => step === 'sent' && word === String(first.no))
}

/** Why it cannot be decided yet, or any more, whether a penalty is owed; undefined: it can. */
export function mayNotDecide(
  kind: RequestKind,
  request: DeskRequest,
  steps: readonly Step[],
  today: string,
): string | undefined {
  const one = { ...request, closedOn: request.closedAt === null ? null : dutchTime(request.closedAt).date }
  const owed = kind.penalty.runs ? owedFor(one, today) : undefined
  if (owed === undefined) return 'Bij dit verzoek loopt geen dwangsom.'
  if (request.owedOn !== null) return 'Over deze dwangsom is al besloten.'
  if (!isCounted(one, owed)) return 'De dwangsom loopt nog. Beantwoord eerst het verzoek.'
  if (!isSent(steps)) return 'Leg eerst bij de brief vast wanneer het antwoord ging. Tot die dag telt de dwangsom.'
  return owed.days === 0 ? 'Het antwoord kwam op tijd na de ingebrekestelling: er is geen dwangsom.' : undefined
}

/** Why a letter with the answer of one day was not sent on another; undefined: it can have been. */
export const mayNotSend = (answeredOn: string, on: string, today: string): string | undefined =>
  isDate(on) && on >= answeredOn && on <= today
    ? undefined
    : 'Kies de dag waarop u de brief verstuurde of meegaf: niet voor het antwoord, en niet na vandaag.'

/** From when until when the words of a request can be held: after the day of their wiping, for a year at most. */
export function holdable({ wipeOn }: Pick<DeskRequest, 'wipeOn'>, today: string) {
  const last = wipeOn !== null && wipeOn > today ? wipeOn : today
  return { from: daysOn(last, 1), until: monthsOn(last, HELD_MONTHS) }
}
/** Why the words of a request cannot wait until this day; undefined: they can. */
export function mayNotHold(request: Pick<DeskRequest, 'wipeOn'>, on: string, today: string): string | undefined {
  const { from, until } = holdable(request, today)
  return isDate(on) && on >= from && on <= until
    ? undefined
    : `Kies een dag van ${day('nl', from)} tot en met ${day('nl', until)}.`
}

/** Why no committee can be named any more; undefined: it can. Told before the first end, while the term runs. */
export function mayNotName(kind: RequestKind, request: DeskRequest, today: string): string | undefined {
  if (kind.committee === undefined) return 'Dit soort verzoek behandelt geen commissie.'
  if (request.committeeOn !== null) return 'Dat een commissie dit behandelt, staat er al.'
  if (request.again > 0) return 'Dit verzoek wordt opnieuw bekeken. Die termijn verandert niet.'
  if (request.stoppedSince !== null) return 'De termijn staat stil. Laat haar eerst weer lopen.'
  return today > (request.extendedOn === null ? request.dueOn : request.firstDue)
    ? 'De eerste termijn is voorbij. Dit kan alleen daarvoor.'
    : undefined
}

export type TypedAnswer = {
  readonly outcome: string
  readonly ground: string
  readonly text: string
  /** On whose behalf the answer is, and in what function somebody decides that (Awb 10:10). */
  readonly controller: string
  readonly position: string
  /** Of what is passed on: to whom, and how to reach them. */
  readonly to: string
  /** Of an explanation: the algorithm, the flow of data, and the rule that gave the outcome. */
  readonly algorithm: string
  readonly flow: string
  readonly rule: string
}
/** Whether a form sent one of the answers. */
export const isAnswer = (word: string): word is RequestAnswer => (ANSWERS as readonly string[]).includes(word)
/** Whether an answer explains a decision: then it names what it rests on. */
export const explains = (kind: RequestKind): boolean => kind.fields.some((field) => field.kind === 'algorithm')

/** Why an answer cannot be given yet, by field. */
export function answerProblems(
  kind: RequestKind,
  request: DeskRequest,
  requester: Requester,
  typed: TypedAnswer,
): Problems {
  const problems: Problems = {}
  const { outcome, ground, text } = typed
  if (!isAnswer(outcome)) problems['uitkomst'] = 'Kies hoe het verzoek afloopt.'
  if (text === '') problems['antwoord'] = 'Schrijf het antwoord. De inwoner leest het.'
  if (text.length > 2 * LONGEST_WORDS) problems['antwoord'] = tooLong(text.length, 2 * LONGEST_WORDS)
  if (outcome === 'refused' && !kind.refusals.some(({ id }) => id === ground))
    problems['grond'] = 'Kies op welke grond u afwijst. De inwoner leest die, met het artikel.'
  // Against a decision one can object; then each part that is not done has its reason (Awb 3:46).
  if (outcome === 'partly' && kind.remedies.some((each) => each.kind === 'objection') && ground === '')
    problems['grond'] = 'Kies op welke grond u een deel niet doet. De inwoner leest die, met het artikel.'
  if (outcome === 'partly' && ground !== '' && !kind.refusals.some(({ id }) => id === ground))
    problems['grond'] = 'Kies een grond uit de lijst.'
  if (!kind.controllers.some(({ id }) => id === typed.controller))
    problems['orgaan'] = 'Kies namens wie u besluit. De inwoner leest het.'
  if (typed.position === '') problems['functie'] = 'Vul uw functie in. De inwoner leest haar, en niet uw naam.'
  if (typed.position.length > LONGEST_LINE) problems['functie'] = tooLong(typed.position.length, LONGEST_LINE)
  if (outcome === 'passed-on' && typed.to === '')
    problems['naar'] = 'Vul in naar wie u het doorstuurt, en hoe de inwoner die bereikt.'
  if (typed.to.length > LONGEST_LINE) problems['naar'] = tooLong(typed.to.length, LONGEST_LINE)
  const given = outcome === 'granted' || outcome === 'partly'
  if (given && request.identity === 'open') problems['uitkomst'] = 'Stel eerst vast wie het vraagt, hierboven.'
  if (given && requester.whom === 'mandate' && kind.identity && request.mandateOn === null)
    problems['uitkomst'] = 'Bekijk eerst de machtiging, hierboven.'
  if (given && explains(kind) && ground === '') {
    if (typed.algorithm === '') problems['algoritme'] = 'Kies het algoritme dat meedeed.'
    if (typed.flow === '') problems['stroom'] = 'Kies de gegevensstroom waaruit de gegevens kwamen.'
    if (typed.rule === '') problems['regel'] = 'Schrijf de regel die de uitkomst gaf, in gewone taal.'
    if (typed.rule.length > LONGEST_WORDS) problems['regel'] = tooLong(typed.rule.length, LONGEST_WORDS)
  }
  return Object.fromEntries(AS_ASKED.flatMap((field) => (problems[field] ? [[field, problems[field]]] : [])))
}
/** The fields of an answer as they stand on the form: what is not right is told in that order. */
const AS_ASKED = ['uitkomst', 'grond', 'naar', 'algoritme', 'stroom', 'regel', 'antwoord', 'orgaan', 'functie']
