/**
 * Rules of streets: who may walk one, the id of an inspection, what two inspectors agree on, what becomes of it in
 * verdicts and counts. Pure.
 */
import { createHash, createHmac } from 'node:crypto'
import type { VerdictWord } from '../../model/finding.ts'
import type { Catalogue, Criterion } from '../../model/norm.ts'
import type { Answers, Question, Questionnaire } from '../../model/questionnaire.ts'
import type { Held, Settled, ToldCriterion, ToldRound } from '../../model/street.ts'
import { chosen } from '../../scoring/visible.ts'

/** Working days that an owner has to react before anything becomes public. */
export const TERM_TO_REACT = 10
/** Below so many premises a count tells of one shop how it is: then nothing becomes public. */
export const FEWEST = 3
/** Characters of a remark, a reason, a reaction. */
export const LONGEST_WORDS = 2_000
/** Photos of one premises by one inspector. */
export const MOST_PHOTOS = 6

/**
 * The id of an inspection, made by the page of the server: the same for the same inspector, premises and turn, however
 * often and on whatever device the page is opened. `no`: the first time 1, a correction after it one more.
 */
export function inspectionId(key: Buffer, round: string, premises: string, inspector: string, no: number): string {
  const hex = createHmac('sha256', key)
    .update(JSON.stringify(['inspection', round, premises, inspector, no]))
    .digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}

/**
 * The secret of the link to an owner, made anew with the key of the installation; the database holds its hash. `owner`:
 * the how-manieth who was told, for a link is of one owner.
 */
export const ownerSecret = (key: Buffer, round: string, premises: string, owner = 1): string =>
  createHmac('sha256', key)
    .update(`premises/${round}/${premises}${owner === 1 ? '' : `/${owner}`}`)
    .digest('base64url')

export type Content = { readonly answers: Answers; readonly remark: string; readonly photos: readonly string[] }

/** The hash of what an inspection says: in any order of its questions and photos the same. */
export function hashOf({ answers, remark, photos }: Content): string {
  const sorted = Object.keys(answers)
    .toSorted()
    .map((id) => [id, answers[id]!.value, answers[id]!.reason])
  return createHash('sha256')
    .update(JSON.stringify([sorted, remark, photos.toSorted()]))
    .digest('hex')
}

export type Walker = { readonly id: string; readonly organisation: string | null; readonly email: string }
export type Shop = { readonly name: string; readonly organisation: string | null; readonly email: string }

const domainOf = (email: string): string => email.split('@')[1]?.toLowerCase() ?? ''

/**
 * Where somebody works in the street: their organisation is one of it, or their address of mail is of one. `domains`:
 * mail domains that are known of organisations. Undefined: nowhere, as far as we can see.
 */
export function worksIn(
  { organisation, email }: Walker,
  shops: readonly Shop[],
  domains: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  return shops.find(
    (shop) =>
      (shop.organisation !== null && shop.organisation === organisation) ||
      (shop.email !== '' && shop.email.toLowerCase() === email.toLowerCase()) ||
      // Not by the domain of the shop's address: many have one at the same large provider.
      (domains.get(shop.organisation ?? '') ?? []).includes(domainOf(email)),
  )?.name
}

/** What somebody chose at a question; undefined: it was not asked of them, or they left it. */
const chosenIn = (question: Question, answers: Answers): string | undefined => chosen(question, answers)?.id

export type Compared = {
  readonly question: Question
  readonly one: string | undefined
  readonly other: string | undefined
  /** Both said the same; what both left open is no agreement. */
  readonly agreed: boolean
}

/** Question by question what the two said. */
export const compared = ({ questions }: Questionnaire, one: Answers, other: Answers): Compared[] =>
  questions
    .filter(({ kind }) => kind === 'scale')
    .map((question) => {
      const [left, right] = [chosenIn(question, one), chosenIn(question, other)]
      return { question, one: left, other: right, agreed: left !== undefined && left === right }
    })

export type Decided = Readonly<Record<string, { readonly answer: string; readonly reason: string }>>

/**
 * What holds, or at which questions a choice or its reason lacks: where two differ a person chooses and says why. What
 * both saw alike is not asked.
 */
export function settle(
  all: readonly Compared[],
  decided: Decided,
): { readonly settled: Settled } | { readonly problems: Readonly<Record<string, string>> } {
  const problems: Record<string, string> = {}
  const settled: Record<string, Held> = {}
  for (const { question, one, agreed } of all) {
    if (agreed) {
      settled[question.id] = { answer: one!, how: 'agreed', reason: '' }
      continue
    }
    const { answer = '', reason = '' } = decided[question.id] ?? {}
    if (!question.options.some(({ id }) => id === answer))
      problems[`keuze-${question.id}`] = 'De schouwers verschillen hier. Kies wat geldt.'
    if (reason === '') problems[`reden-${question.id}`] = 'Schrijf waarom u dit kiest.'
    else if (reason.length > LONGEST_WORDS) problems[`reden-${question.id}`] = 'Maak de reden korter.'
    settled[question.id] = { answer, how: 'decided', reason }
  }
  return Object.keys(problems).length > 0 ? { problems } : { settled }
}

/** Of each criterion what holds, by its id. */
export function verdictsOf(questionnaire: Questionnaire, settled: Settled): Readonly<Record<string, VerdictWord>> {
  const { met, partly } = questionnaire.thresholds
  return Object.fromEntries(
    questionnaire.questions.flatMap((question) => {
      const option = question.options.find(({ id }) => id === settled[question.id]?.answer)
      if (!option || question.establishes === undefined) return []
      const { means, score } = option
      const verdict: VerdictWord =
        means ?? (score === null ? 'unknown' : score >= met ? 'met' : score >= partly ? 'partly' : 'unmet')
      return [[question.establishes, verdict] as const]
    }),
  )
}

/** Whether all that applies is met, and something does: what a badge may stand on. What was not seen is not met. */
export function meetsAll(verdicts: Readonly<Record<string, VerdictWord>>): boolean {
  const applies = Object.values(verdicts).filter((verdict) => verdict !== 'not-applicable')
  return applies.length > 0 && applies.every((verdict) => verdict === 'met')
}

/** Every criterion by its id. */
export const criteriaOf = ({ norms }: Pick<Catalogue, 'norms'>): ReadonlyMap<string, Criterion> =>
  new Map(norms.flatMap(({ criteria }) => criteria.map((each) => [each.id, each] as const)))

/** Per criterion how often each verdict was found. */
export function countsOf(
  catalogue: Pick<Catalogue, 'norms'>,
  questionnaire: Questionnaire,
  all: readonly Readonly<Record<string, VerdictWord>>[],
): ToldCriterion[] {
  const criteria = criteriaOf(catalogue)
  return questionnaire.questions.flatMap(({ establishes }) => {
    const criterion = establishes === undefined ? undefined : criteria.get(establishes)
    if (!criterion) return []
    const count = (verdict: VerdictWord) => all.filter((each) => each[criterion.id] === verdict).length
    const counts = {
      met: count('met'),
      partly: count('partly'),
      unmet: count('unmet'),
      unknown: count('unknown'),
      'not-applicable': count('not-applicable'),
    }
    const { limits, limitsEnglish } = criterion
    return [
      { criterion: criterion.id, title: criterion.title, limits: { nl: limits, en: limitsEnglish ?? '' }, counts },
    ]
  })
}

/** A point as people type it, `52.1601, 4.4970`: longitude and latitude; undefined when it is none. */
export function positionIn(typed: string): readonly [lon: number, lat: number] | undefined {
  const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d{1,10})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,10})?)\s*$/.exec(typed) ?? []
  if (lat === undefined || lon === undefined) return undefined
  return Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180 ? [Number(lon), Number(lat)] : undefined
}

/** Premises of one round: all of them stand on one page, so that it works without a connection. */
export const MOST_PREMISES = 60

type Ready = {
  readonly outcome: { readonly no: number } | undefined
  /** `outcome`: the number of the one that the owner was told of. */
  readonly letter:
    | { readonly outcome: number; readonly reactUntil: string; readonly reactedAt: Date | null }
    | undefined
}
/** The owner was told of an outcome that was repaired since: a new letter and a new term are due. */
export const isRepaired = ({ outcome, letter }: Ready): boolean =>
  outcome !== undefined && letter !== undefined && letter.outcome !== outcome.no
/** The how-manieth owner a letter goes to now: the first, or the next after one whose link ended. */
export const nextOwner = (letter: { readonly owner: number; readonly ended: string | null } | undefined): number =>
  letter === undefined ? 1 : letter.ended === null ? letter.owner : letter.owner + 1
const shops = (count: number): string => (count === 1 ? '1 pand' : `${count} panden`)
/** Why a round cannot become public yet, in Dutch; nothing when it can. What was not settled is told as such. */
export function hindrances(walks: readonly Ready[], today: string): string[] {
  const settled = walks.filter(({ outcome }) => outcome)
  const untold = settled.filter(({ letter }) => !letter).length
  const repaired = settled.filter(isRepaired).length
  const waiting = settled.filter(
    (each) => each.letter && !isRepaired(each) && !each.letter.reactedAt && each.letter.reactUntil >= today,
  ).length
  return [
    ...(settled.length < FEWEST
      ? [`Er is van minder dan ${FEWEST} panden een uitkomst. Dan vertelt een aantal wie het is.`]
      : []),
    ...(untold > 0 ? [`Van ${shops(untold)} heeft de eigenaar de uitkomst nog niet gekregen.`] : []),
    ...(repaired > 0 ? [`Van ${shops(repaired)} is de uitkomst hersteld. De eigenaar kreeg die nog niet.`] : []),
    ...(waiting > 0 ? [`Van ${shops(waiting)} kan de eigenaar nog reageren.`] : []),
  ]
}

/** Of how many premises the owner wants a name that is not shown: too few would be left without one. */
export function namesWithheld(
  walks: readonly { readonly outcome: object | undefined; readonly letter: { consent: boolean | null } | undefined }[],
): number {
  const settled = walks.filter(({ outcome }) => outcome)
  const named = settled.filter(({ letter }) => letter?.consent).length
  const others = settled.length - named
  return others > 0 && others < FEWEST ? named : 0
}

/** Which premises were proposed with another outcome than the one that stands now. */
export const changedSince = <W extends Pick<Ready, 'outcome'> & { readonly premises: { readonly id: string } }>(
  told: Partial<ToldRound>,
  walks: readonly W[],
): W[] => walks.filter(({ premises, outcome }) => outcome && told.premises?.[premises.id]?.outcome !== outcome.no)

/** A moment as a device says it, in this century and not after tomorrow. */
export function isMoment(text: string): boolean {
  const at = Date.parse(text)
  return /^20\d{2}-\d{2}-\d{2}T/.test(text) && text.length <= 40 && at < Date.now() + 86_400_000
}
