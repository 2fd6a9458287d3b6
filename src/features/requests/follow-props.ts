/** What the page of a request is made from, and the addresses and fields below it. */
import { dutchTime } from '../../lib/dutch-time.ts'
import { daysOn } from '../../lib/months.ts'
import type { RequestKind } from '../../model/request.ts'
import type { CityContact } from '../../model/letter.ts'
import { AGAIN_WITHIN_DAYS, ANSWERS, type Controller, type Owed, type RequestAnswer } from '../../vocabulary/request.ts'
import type { Problems } from '../../web/desk/form.tsx'
import type { Lang } from '../../web/language.ts'
import type { View } from '../../web/view.ts'
import type { Lateness } from './clock.ts'
import type { Followed, FollowedRequest, FollowedStep } from './door-store.ts'
import type { doneSays } from './messages-done.ts'

export type FollowedProps = {
  readonly view: View
  readonly followed: Followed
  readonly kinds: readonly RequestKind[]
  /** The whole secret address, and the code that opens the same; undefined on later visits. */
  readonly link: string
  readonly code: string | undefined
  /** YYYY-MM-DD. */
  readonly today: string
  /** In milliseconds. */
  readonly now: number
  /** What was just done, as the address says. */
  readonly done?: string | undefined
  readonly problems?: Problems
  /** What was typed and not kept, by the name of the field. */
  readonly typed?: Readonly<Record<string, string>>
}

/** An address below the secret page, in the language of the reader. */
export const below = (view: View, what: string): string => `${view.lang === 'en' ? '/en' : ''}${view.path}/${what}`
/** Fields of several requests on one page have names that differ by its number. */
export const fieldOf = (field: string, number: string): string => `${field}-${number}`

/** What was meant by yes or no; undefined: neither was chosen. */
export const chosen = <Yes extends string, No extends string>(word: string, yes: Yes, no: No): Yes | No | undefined =>
  word === 'ja' ? yes : word === 'nee' ? no : undefined

/** Fields that stand with an answer and are told beside its words. */
export const BESIDE_ANSWER: readonly string[] = ['grond', 'orgaan', 'functie', 'naar']
export type GivenAnswer = {
  readonly no: number
  /** YYYY-MM-DD. */
  readonly on: string
  /** The day on which it was made known: of the mail that there is news, or of the letter; null: nobody said yet. */
  readonly knownOn: string | null
  /** Whether there was mail that day; what goes by letter is told when it went. */
  readonly mailed: boolean
  /** How often that day was told of a letter: it is changed once. */
  readonly sends: number
  readonly outcome: RequestAnswer
  readonly text: string
  /** The ground of a refusal, by its id, or empty. */
  readonly ground: string
  /** On whose behalf, in what function, and to whom it was passed on; empty in answers of before. */
  readonly controller: string
  readonly position: string
  readonly to: string
  /** What an explanation rests on, by field. */
  readonly rests: readonly { readonly field: string; readonly text: string }[]
}
type Told = Pick<FollowedStep, 'no' | 'step' | 'word' | 'until' | 'texts'> & { readonly at: string | Date }
/** The answers that were given, each with its own day: the last one first. */
export const answersOf = ({ steps }: { readonly steps: readonly Told[] }): readonly GivenAnswer[] =>
  steps.toReversed().flatMap(({ no, step, word, until, at, texts }) => {
    const outcome = ANSWERS.find((each) => each === word)
    if (step !== 'answered' || outcome === undefined) return []
    const sends = steps.filter((each) => each.step === 'sent' && each.word === String(no))
    const said = (field: string): string => texts.find((each) => each.field === field)?.text ?? ''
    return [
      {
        no,
        on: dutchTime(new Date(at)).date,
        knownOn: sends.at(-1)?.until ?? until,
        mailed: until !== null,
        sends: sends.length,
        outcome,
        text: said(''),
        ground: said('grond'),
        controller: said('orgaan'),
        position: said('functie'),
        to: said('naar'),
        rests: texts.filter(({ field }) => field !== '' && !BESIDE_ANSWER.includes(field)),
      },
    ]
  })

/**
 * How a request ended for who asked, and on which day: what was put together ends with the answer that the other got.
 * Undefined: it runs.
 */
export function endOf(request: FollowedRequest) {
  const { state, outcome, ground, closedOn: on, steps } = request
  if (state !== 'closed' || outcome === null) return undefined
  const merged = steps.findLast(({ step }) => step === 'merged')?.no ?? 0
  const answer = outcome === 'merged' ? answersOf(request).find(({ no }) => no > merged) : undefined
  return answer ?? { outcome, ground, on }
}
/** Whether it came in on another day than that of its first step: on paper, and typed in afterwards. */
export const isTypedLater = ({ receivedOn, steps }: FollowedRequest): boolean =>
  steps.some(({ step, at }) => step === 'received' && dutchTime(new Date(at)).date !== receivedOn)
/** Whether there is an answer that one can say something of. */
export const isAnswered = (request: FollowedRequest): boolean =>
  ANSWERS.some((each) => each === endOf(request)?.outcome)

/** The answer of this number, or the last one; undefined: none was given. */
export function answerOf(request: { readonly steps: readonly Told[] }, number: string): GivenAnswer | undefined {
  const answers = answersOf(request)
  return answers.find(({ no }) => String(no) === number) ?? answers[0]
}

/** What the municipality proposed and nothing came of yet: until when the term would stand still. */
export function proposalOf({ steps, state, stoppedSince }: FollowedRequest, today: string): FollowedStep | undefined {
  const last = steps.findLast(({ step }) => AFTER_PROPOSAL.includes(step))
  const open = last?.step === 'proposed' && last.until !== null && last.until > today
  return open && state === 'handled' && stoppedSince === null ? last : undefined
}
const AFTER_PROPOSAL: readonly FollowedStep['step'][] = [
  'proposed',
  'agreed',
  'declined',
  'stopped',
  'asked',
  'answered',
  'withdrawn',
  'again',
]

/** The last day on which one can ask to look again. */
export const againUntil = (closedOn: string): string => daysOn(closedOn, AGAIN_WITHIN_DAYS)

/** Until when one can ask to look again; undefined: not, or not any more. What was put together is looked at as one. */
export const againOpen = (request: FollowedRequest, today: string): string | undefined => {
  if (!isAnswered(request) || request.outcome === 'merged' || request.again >= 5) return undefined
  const until = againUntil(request.closedOn!)
  return today <= until ? until : undefined
}
/** Whoever was not helped, or just a little, is shown what can be done. */
export const unhelped = ({ helped }: FollowedRequest): boolean => helped === 'no' || helped === 'partly'
/** Whether its words would go by now or soon, and wait. */
export const isHeld = ({ wipeOn, heldUntil }: Pick<FollowedRequest, 'wipeOn' | 'heldUntil'>, today: string): boolean =>
  heldUntil !== null && heldUntil >= today && wipeOn !== null && heldUntil >= wipeOn
/** The day on which its words go: as promised, or the day after it was held; null: it is not over. */
export const wipedOn = ({ wipeOn, heldUntil }: Pick<FollowedRequest, 'wipeOn' | 'heldUntil'>): string | null =>
  wipeOn !== null && heldUntil !== null && heldUntil >= wipeOn ? daysOn(heldUntil, 1) : wipeOn

type Said = ReturnType<typeof doneSays>
/** Which steps follow from what is sent to the addresses below the page. */
const DONE: Readonly<Record<string, readonly (keyof Said['done'])[]>> = {
  toevoegen: ['added'],
  foto: ['file'],
  intrekken: ['withdrawn'],
  geholpen: ['helped'],
  opnieuw: ['again'],
  stilstaan: ['agreed', 'declined'],
  'te-laat': ['notice'],
  herstel: ['works', 'fails'],
}
/** An address can be kept and opened later: what was done longer ago than this, in milliseconds, is no news. */
const NEWS = 10 * 60_000

/** What was done last at this address, if that was just now. */
export function doneOf({ requests }: Pick<Followed, 'requests'>, at: string, now: number) {
  const steps = Object.hasOwn(DONE, at) ? DONE[at]! : []
  const found = requests.flatMap((request) =>
    request.steps.flatMap((each) => {
      const step = steps.find((one) => one === each.step)
      return step !== undefined && Date.parse(each.at) > now - NEWS ? [{ request, step, at: each.at }] : []
    }),
  )
  return found.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1)
}

export type PenaltyProps = {
  readonly lang: Lang
  readonly request: Lateness & {
    readonly owed: Owed | ''
    readonly owedOn: string | null
    readonly controller: Controller
  }
  /** Whether there was mail of it: of a letter nobody knows on which day it came. */
  readonly hasEmail: boolean
  /** YYYY-MM-DD. */
  readonly today: string
  readonly city: string
  readonly contact: Pick<CityContact, 'phone' | 'counter'> | undefined
}
/** What was decided of the penalty for being late, for the page and for the letter; undefined: nothing yet. */
export const penaltyDecided = (
  { lang, municipality: { name: city }, contact }: View,
  { mails: hasEmail }: Pick<Followed, 'mails'>,
  request: FollowedRequest,
  today: string,
): PenaltyProps | undefined =>
  request.owedOn === null
    ? undefined
    : { lang, request: { ...request, dueOn: request.due }, hasEmail, today, city, contact }
