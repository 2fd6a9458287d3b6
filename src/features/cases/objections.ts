/** What still stands against a proposal, and what a decision goes past when it goes on. Pure. */
import type { CaseKind, Stance } from '../../vocabulary/case.ts'
import { ROLE_NAMES } from '../../vocabulary/roles.ts'
import { day } from '../../web/language.ts'
import { legalState, legalTerm } from './rules/legal-terms.ts'
import { STANCES } from './rules/words.ts'
import type { Case, Reaction, RequestRow } from './store/rows.ts'

/** Whose opinion it is: of a role, or of an adviser by name. */
const whose = ({ role, person }: RequestRow): string => (role === 'adviser' ? `adviser/${person}` : role)

/**
 * The requests that count: of everyone the newest since the case was last taken up anew, and not one that another took
 * the place of. What was said in an earlier round stands until the same adviser was asked again.
 */
export function requestsNow({ requests, steps }: Pick<Case, 'requests' | 'steps'>): RequestRow[] {
  const begun = steps.findLast(({ from }) => from === 'retest')?.at
  const all = requests.filter(
    ({ id, at }) => !requests.some(({ replaces }) => replaces === id) && (begun === undefined || at >= begun),
  )
  return all.filter((one) => !all.some((other) => whose(other) === whose(one) && other.round > one.round))
}

/** Who said in an earlier round not to do it, or only so: they are asked again, for nobody is passed over. */
export const toAskAgain = (file: Pick<Case, 'row' | 'requests' | 'steps'>): RequestRow[] =>
  requestsNow(file).filter(
    ({ round, opinions }) =>
      round < file.row.round && ['conditions', 'revise', 'against'].includes(opinions.at(-1)?.stance ?? ''),
  )

/** The conditions of the newest opinions. */
export const conditionsOf = (file: Pick<Case, 'requests' | 'steps'>) =>
  requestsNow(file).flatMap(
    ({ role, opinions }) =>
      opinions.at(-1)?.conditions.map((condition) => ({ ...condition, role, giver: opinions.at(-1)!.by })) ?? [],
  )

/** Whether what the author does with a condition leaves it as strong as it was asked. */
export const keeps = (reaction: Pick<Reaction, 'kind' | 'verdict'>): boolean =>
  reaction.kind === 'adopt' || (reaction.kind === 'adapt' && reaction.verdict?.verdict === 'enough')

/** A condition that is to be carried out. */
export type Agreed = ReturnType<typeof conditionsOf>[number]
/** Conditions that the author adopts, as they were or adapted, and that are no measure yet. */
export const toMeasure = (file: Pick<Case, 'requests' | 'steps' | 'measures'>): Agreed[] =>
  conditionsOf(file).filter(
    ({ id, owner, dueOn, reactions }) =>
      owner !== null &&
      dueOn !== null &&
      ['adopt', 'adapt'].includes(reactions.at(-1)?.kind ?? 'refuse') &&
      !file.measures.some(({ condition }) => condition === id),
  )
/** What is done for a condition: as it was asked, or as the author adapted it. */
export const measureOf = ({ text, reactions }: Agreed): string => {
  const last = reactions.at(-1)
  return last?.kind === 'adapt' ? last.text : text
}

const saysNo = (stance: Stance): stance is 'against' | 'revise' => stance === 'against' || stance === 'revise'
export type Refusal = {
  readonly about: string
  readonly version: number
  readonly stance: 'against' | 'revise'
  /** Whose it is, after “het advies van”. */
  readonly whose: string
  readonly text: string
}
/** Opinions, and the advice of this round, not to do it or not this way. */
export function refusalsOf(file: Pick<Case, 'requests' | 'advices' | 'steps'>): Refusal[] {
  const begun = file.steps.findLast(({ to }) => to === 'in-test')?.at
  const advice = file.advices.at(-1)
  return [
    ...requestsNow(file).flatMap(({ id, role, opinions }) => {
      const last = opinions.at(-1)
      return last && saysNo(last.stance)
        ? [
            {
              about: `advies-${id}`,
              version: last.no,
              stance: last.stance,
              whose: `de ${ROLE_NAMES[role]}`,
              text: last.text,
            },
          ]
        : []
    }),
    ...(advice && saysNo(advice.stance) && (begun === undefined || advice.at >= begun)
      ? [
          {
            about: 'advies',
            version: advice.no,
            stance: advice.stance,
            whose: 'Digitale Zaken',
            text: advice.text,
          },
        ]
      : []),
  ]
}

export type Objection = {
  readonly about: string
  readonly text: string
  readonly kind: 'condition' | 'flag' | 'revise' | 'against' | 'term'
  /** What the author said to it. */
  readonly answer: string | undefined
}
/**
 * What stands against the proposal on this day: conditions that are not kept, red flags, every opinion or advice to
 * revise or not to do it, and legal terms that run or are late. What is published after the decision is no obstacle.
 */
export function objectionsOf(file: Case, today: string): Objection[] {
  return [
    ...conditionsOf(file).flatMap(({ id, text, role, reactions }): Objection[] => {
      const last = reactions.at(-1)
      if (last && keeps(last)) return []
      const done = !last ? 'zonder reactie' : last.kind === 'refuse' ? 'niet overgenomen' : 'aangepast'
      return [
        {
          about: id,
          kind: 'condition',
          text: `Voorwaarde van de ${ROLE_NAMES[role]}, ${done}: ${text}`,
          answer: last?.text,
        },
      ]
    }),
    ...(file.test?.result.flags.map(({ question, text }): Objection => ({
      about: question,
      kind: 'flag',
      text: `Rode vlag: ${text}`,
      answer: file.flagAnswers.get(question)?.text,
    })) ?? []),
    ...refusalsOf(file).map(({ about, version, stance, whose }): Objection => ({
      about,
      kind: stance,
      text: `Advies van ${whose}: ${STANCES[stance].toLowerCase()}`,
      answer: file.answers.get(`${about}/${version}`)?.text,
    })),
    ...file.legalTerms.flatMap((term): Objection[] => {
      const [rule, state] = [legalTerm(term.term), legalState(term, today)]
      if (term.endedOn !== null || (rule?.afterDecision && state === 'running')) return []
      const until = day('nl', term.dueOn)
      return [
        {
          about: `termijn-${term.id}`,
          kind: 'term',
          text:
            `Wettelijke termijn: ${rule?.name ?? term.term}, ` +
            (state === 'running' ? `loopt tot en met ${until}` : `liep tot en met ${until} en is niet afgerond`),
          answer: undefined,
        },
      ]
    }),
  ]
}

/** Outcomes after which nothing goes on as proposed, per kind of case: a product that is “adapted” stays in use. */
const STOPS: Readonly<Record<CaseKind, readonly string[]>> = {
  regulation: ['afraden', 'aanpassen'],
  proposal: ['afraden', 'aanpassen'],
  product: ['stoppen'],
}
/** Whether the last decision lets the proposal go on, and so its conditions be carried out. */
export const goesOn = ({ row, decisions }: Pick<Case, 'row' | 'decisions'>): boolean =>
  decisions.length > 0 && !STOPS[row.kind].includes(decisions.at(-1)!.outcome)

/** Outcomes that do as a condition, a flag or “first revise” asks; not doing it does so too. */
const CHANGES: readonly string[] = ['aanpassen', 'vervangen', 'afraden', 'stoppen']
/** Outcomes that do as “do not” asks. */
const ENDS: readonly string[] = ['afraden', 'stoppen', 'vervangen']

/** Whether this outcome goes past such an objection, and so needs its reason. */
export function goesPast(outcome: string, kind: CaseKind, objection: Objection['kind']): boolean {
  if (objection === 'term') return !STOPS[kind].includes(outcome)
  return !(objection === 'against' ? ENDS : CHANGES).includes(outcome)
}

/** What a deviation is about, in words, after “wijkt af van”. `hidden`: opinions that are not public. */
export function aboutWords(file: Case, hidden: ReadonlySet<string> = new Set()): (about: string) => string {
  const known = new Map(
    file.requests.flatMap(({ id, role, opinions }): [string, string][] => [
      [
        `advies-${id}`,
        hidden.has(`opinion-${id}`) ? 'een advies dat niet openbaar is' : `het advies van de ${ROLE_NAMES[role]}`,
      ],
      ...opinions.flatMap(({ conditions }) =>
        conditions.map(({ id: condition, text }): [string, string] => [
          condition,
          hidden.has(`opinion-${id}`) ? 'een voorwaarde die niet openbaar is' : text,
        ]),
      ),
    ]),
  )
  const terms = new Map(
    file.legalTerms.map(({ id, term, dueOn }) => [
      `termijn-${id}`,
      `de wettelijke termijn “${legalTerm(term)?.name ?? term}”, tot en met ${day('nl', dueOn)}`,
    ]),
  )
  return (about) =>
    known.get(about) ??
    terms.get(about) ??
    (about === 'advies' ? 'het advies van Digitale Zaken' : `de rode vlag bij vraag ${about}`)
}
