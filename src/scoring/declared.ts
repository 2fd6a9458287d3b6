/**
 * Answers as findings: declared, or documented when a document stands beside them, and weighed by the same `weigh` as
 * what was measured. Pure.
 */
import type { Finding, VerdictWord } from '../model/finding.ts'
import type { Catalogue, Criterion } from '../model/norm.ts'
import type { Answers, Question, Questionnaire, Variant } from '../model/questionnaire.ts'
import type { SubjectKind } from '../model/subject.ts'
import { chosen, visibleQuestions } from './visible.ts'

const criterionId = (norm: string, question: string): string => `${norm}.${question}`

/**
 * The catalogue with one criterion more per question and norm, so that `weigh` knows what an answer weighs. Its version
 * stays: the norms are the same.
 */
export function withQuestions(catalogue: Catalogue, questionnaires: readonly Questionnaire[]): Catalogue {
  const asked = Map.groupBy(
    questionnaires.flatMap((each) =>
      each.questions.flatMap((question) => question.norms.map((norm) => ({ norm, question, each }))),
    ),
    ({ norm }) => norm,
  )
  const criterion = (norm: string, question: Question, { about }: Questionnaire): Criterion => ({
    id: criterionId(norm, question.id),
    norm,
    title: { nl: question.text, en: question.text },
    weight: question.weight,
    subjects: about.filter((subject): subject is SubjectKind & typeof subject => subject !== 'proposal'),
    onlyPublicBodies: false,
    means: { by: 'question', question: question.text },
    why: question.explanation ?? '',
    firstStep: question.firstStep ?? '',
    repair: '',
    limits: 'Een eigen antwoord bewijst niet dat het zo is.',
    reasons: {},
  })
  return {
    ...catalogue,
    norms: catalogue.norms.map((norm) => ({
      ...norm,
      criteria: [
        ...norm.criteria,
        ...(asked.get(norm.id) ?? []).map(({ question, each }) => criterion(norm.id, question, each)),
      ],
    })),
  }
}

const score = (questionnaire: Questionnaire, value: number): VerdictWord =>
  value >= questionnaire.thresholds.met ? 'met' : value >= questionnaire.thresholds.partly ? 'partly' : 'unmet'

/**
 * One finding per norm that an answered question names. `documented`: questions with a document that is still valid.
 * `at`: ISO 8601.
 */
export function declaredFindings(
  questionnaire: Questionnaire,
  answers: Answers,
  at: string,
  options: {
    readonly variant?: Variant | undefined
    readonly earlier?: Answers
    readonly documented?: ReadonlySet<string>
  } = {},
): Finding[] {
  return visibleQuestions(questionnaire, answers, options.variant, options.earlier).flatMap((question) => {
    const option = chosen(question, answers)
    if (!option) return []
    const verdict = option.means ?? (option.score === null ? undefined : score(questionnaire, option.score))
    if (!verdict) return []
    return question.norms.map((norm): Finding => ({
      norm,
      criterion: criterionId(norm, question.id),
      verdict,
      reason: `answer.${option.id}`,
      seen: { question: question.id, answer: option.id },
      at,
      strength: options.documented?.has(question.id) ? 'documented' : 'declared',
    }))
  })
}

const RANK: readonly VerdictWord[] = ['unmet', 'partly', 'met']

/**
 * Per norm the lowest of its findings: one question that is not met is not made up for by another. Unknown and
 * not-applicable only when there is nothing else.
 */
export function lowestByNorm(findings: readonly Finding[]): Map<string, Finding> {
  const lowest = new Map<string, Finding>()
  const rank = ({ verdict }: Finding) =>
    RANK.includes(verdict) ? RANK.indexOf(verdict) : verdict === 'unknown' ? 3 : 4
  for (const finding of findings) {
    const before = lowest.get(finding.norm)
    if (!before || rank(finding) < rank(before)) lowest.set(finding.norm, finding)
  }
  return lowest
}

export type Contradiction = { readonly norm: string; readonly declared: Finding; readonly measured: Finding }

/**
 * Where an answer says met and a measurement of the same norm says unmet, or the other way around. What is unknown
 * contradicts nothing. `advice`: criteria without weight.
 */
export function contradictions(
  declared: readonly Finding[],
  measured: readonly Finding[],
  advice: ReadonlySet<string> = new Set(),
): Contradiction[] {
  const said = lowestByNorm(declared)
  // What weighs nothing is advice: it contradicts nobody.
  const seen = lowestByNorm(measured.filter(({ criterion }) => !advice.has(criterion)))
  return [...said].flatMap(([norm, finding]) => {
    const other = seen.get(norm)
    const against =
      other &&
      ((finding.verdict === 'met' && other.verdict === 'unmet') ||
        (finding.verdict === 'unmet' && other.verdict === 'met'))
    return against ? [{ norm, declared: finding, measured: other }] : []
  })
}

/** The criteria that are told but never counted. */
export const adviceOf = (catalogue: Catalogue): Set<string> =>
  new Set(catalogue.norms.flatMap(({ criteria }) => criteria.filter(({ weight }) => weight === 0).map(({ id }) => id)))
