/**
 * The own answers as something to print: what to do first, every answer with its explanation, and what was asked
 * before.
 */
import type { AskedBefore } from '../../../db/form-versions.ts'
import type { CurrentAnswer, EvidenceItem } from '../../../db/forms.ts'
import type { Block, DocumentField, DocumentSection, Paper } from '../../../model/document.ts'
import type { Question } from '../../../model/questionnaire.ts'
import { firstStepOf, textOf, visibleQuestions, wordsOf } from '../../../scoring/visible.ts'
import { day } from '../../../web/language.ts'
import { CLUSTER_NAMES } from '../../../vocabulary/group.ts'
import { firstSteps } from '../rules.ts'
import type { Baseline, Filled } from '../store.ts'

export type OwnAnswers = {
  readonly now: Baseline
  readonly filled: Filled
  readonly current: ReadonlyMap<string, CurrentAnswer>
  readonly evidence: readonly EvidenceItem[]
  readonly shared: ReadonlySet<string>
  /** Answers to questions that are no longer asked. */
  readonly before: readonly AskedBefore[]
}

/** The own answers as a document to take along. */
export function answersPaper(city: string, organisation: string, own: OwnAnswers): Paper {
  const { now, filled } = own
  const { questionnaire, answers, variant } = filled
  const asked = visibleQuestions(questionnaire, answers, variant)
  const steps = firstSteps(questionnaire, answers, variant, Infinity)
  const field = (question: Question): DocumentField => ({
    id: question.id,
    title: textOf(question, variant),
    blocks: blocksOf(question, own),
    omitted: null,
  })
  const parts = questionnaire.sections.flatMap(({ id, title }): DocumentSection[] => {
    const fields = asked.filter(({ section }) => section === id).map(field)
    return fields.length === 0 ? [] : [{ id, title, fields }]
  })
  const first: DocumentSection = {
    id: 'eerst',
    title: 'Wat u als eerste kunt doen',
    fields: steps.map(({ question }) => ({
      id: `eerst-${question.id}`,
      title: firstStepOf(question, variant)!,
      blocks: [{ kind: 'text', text: `Bij de vraag: ${textOf(question, variant)}` }],
      omitted: null,
    })),
  }
  const earlier: DocumentSection = {
    id: 'eerder',
    title: 'Antwoorden op vragen die niet meer worden gesteld',
    fields: own.before.map(({ question, value, reason, at }) => ({
      id: `eerder-${question.id}`,
      title: textOf(question, variant),
      blocks: [
        { kind: 'text', text: `${wordsOf(question, value)}, ingevuld op ${day('nl', at)}` },
        ...(reason === '' ? [] : [{ kind: 'text' as const, text: `Toelichting: ${reason}` }]),
      ],
      omitted: null,
    })),
  }
  return {
    name: `Zelfcheck ${now.year} ${organisation}`,
    above: `${city}, zelfcheck digitale stad ${now.year}`,
    title: `De zelfcheck van ${organisation}`,
    below:
      (now.doneAt === null ? 'Nog niet afgerond' : `Afgerond op ${day('nl', now.doneAt)}`) +
      (now.cluster === null ? '' : `, groep ${CLUSTER_NAMES[now.cluster]}`),
    sections: [...(steps.length > 0 ? [first] : []), ...parts, ...(own.before.length > 0 ? [earlier] : [])],
  }
}

function blocksOf(question: Question, { current, evidence, shared }: OwnAnswers): Block[] {
  const answer = current.get(question.id)
  const items = evidence.filter((item) => item.question === question.id)
  return [
    { kind: 'text', text: wordsOf(question, answer?.value ?? null) },
    ...(answer?.reason ? [{ kind: 'text' as const, text: `Toelichting: ${answer.reason}` }] : []),
    ...(shared.has(question.id) ? [{ kind: 'text' as const, text: 'U deelt dit antwoord met de gemeente.' }] : []),
    ...(items.length > 0
      ? [{ kind: 'list' as const, items: items.map(({ title, url }) => `Bewijs: ${title}${url ? ` (${url})` : ''}`) }]
      : []),
  ]
}
