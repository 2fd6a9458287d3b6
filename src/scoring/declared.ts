/**
 * Answers as findings: declared, or documented when a document stands beside them, and weighed by the same `weigh` as
 * what was measured. Pure.
 */
import type { Finding, VerdictWord } from '../model/finding.ts'
import type { Catalogue, Criterion } from '../model/norm.ts'
import type { Answers, Question, Questionnaire, Refuters, Variant } from '../model/questionnaire.ts'
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

/** A finding of an answer, with what could contradict it. */
export type Declared = Finding & { readonly refutedBy: Refuters }

const NONE: Refuters = { met: [], unmet: [] }

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
): Declared[] {
  return visibleQuestions(questionnaire, answers, options.variant, options.earlier).flatMap((question) => {
    const option = chosen(question, answers)
    if (!option) return []
    const verdict = option.means ?? (option.score === null ? undefined : score(questionnaire, option.score))
    if (!verdict) return []
    return question.norms.map((norm): Declared => ({
      norm,
      criterion: criterionId(norm, question.id),
      verdict,
      reason: `answer.${option.id}`,
      seen: { question: question.id, answer: option.id },
      at,
      strength: options.documented?.has(question.id) ? 'documented' : 'declared',
      source: 'form',
      refutedBy: question.refutedBy ?? NONE,
    }))
  })
}

export type Contradiction = { readonly norm: string; readonly declared: Finding; readonly measured: Finding }

/**
 * Where an answer and a measurement say the opposite of the very same thing: an answer that counts as met while a
 * criterion that would show it is unmet, or one that counts as unmet while all that would show it is met. Which
 * criteria speak of the same thing stands with the question (`refutedBy`): a norm alone is too wide for that. What is
 * unknown contradicts nothing. `advice`: criteria without weight, which contradict nobody.
 */
export function contradictions(
  declared: readonly Declared[],
  measured: readonly Finding[],
  advice: ReadonlySet<string> = new Set(),
): Contradiction[] {
  const seen = Map.groupBy(
    measured.filter(({ criterion }) => !advice.has(criterion)),
    ({ criterion }) => criterion,
  )
  const of = (criteria: readonly string[]) => criteria.flatMap((criterion) => seen.get(criterion) ?? [])
  const asked = new Set<unknown>()
  return declared.flatMap((finding) => {
    // A question of several norms says one thing.
    if (asked.has(finding.seen['question'])) return []
    asked.add(finding.seen['question'])
    const { met, unmet } = finding.refutedBy
    const shown = of(unmet)
    const against =
      finding.verdict === 'met'
        ? of(met).find(({ verdict }) => verdict === 'unmet')
        : finding.verdict === 'unmet' &&
            unmet.every((criterion) => seen.has(criterion)) &&
            shown.every(({ verdict }) => verdict === 'met')
          ? shown[0]
          : undefined
    return against ? [{ norm: against.norm, declared: finding, measured: against }] : []
  })
}

/** The criteria that are told but never counted. */
export const adviceOf = (catalogue: Catalogue): Set<string> =>
  new Set(catalogue.norms.flatMap(({ criteria }) => criteria.filter(({ weight }) => weight === 0).map(({ id }) => id)))
