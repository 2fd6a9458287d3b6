/** Where an organisation stands: its weak points with what each brings, and what it ticked off. */
import type { Tx } from '../../../db/as.ts'
import type { Finding } from '../../../model/finding.ts'
import type { Questionnaire, Variant } from '../../../model/questionnaire.ts'
import { withQuestions } from '../../../scoring/declared.ts'
import { firstStepOf, textOf } from '../../../scoring/visible.ts'
import { byRise, weakPoints, whatIf, type WeakPoint, type WhatIf } from '../../../scoring/what-if.ts'
import type { Asked } from '../../../web/desk/route.ts'
import { findingsOf } from '../weighed.ts'
import { filledOf } from '../store.ts'
import { stepsDone, type StepDone } from '../stand-store.ts'
import type { BaselineTools, Own } from './door.ts'

export const STAND = '/balie/onze-stand'

export type Point = WeakPoint & {
  readonly title: string
  /** Undefined: nobody wrote one. */
  readonly step: string | undefined
  readonly brings: readonly WhatIf[]
  readonly done: StepDone | undefined
}
export type Stand = {
  readonly points: readonly Point[]
  /** Ticked off, and no weak point any more or never seen as one. */
  readonly past: readonly (StepDone & { readonly title: string })[]
  /** The newest finding of a criterion: what it says, and when. */
  readonly newest: ReadonlyMap<string, Pick<Finding, 'verdict' | 'at' | 'source'>>
  readonly answered: boolean
}

/** As it is today. */
export async function standOf(
  { tx, municipality, today }: Pick<Asked<Tx>, 'tx' | 'municipality' | 'today'>,
  { catalogue, questionnaires, questionnaire }: BaselineTools,
  { organisation, baselines }: Own,
): Promise<Stand> {
  const filled = await filledOf(tx, municipality.id, baselines.find(({ form }) => form !== null)?.form ?? null)
  const { declared, measured, noted } = await findingsOf(tx, municipality.id, organisation, filled, today)
  const all = [...declared, ...measured, ...noted]
  const lens = { catalogue: withQuestions(catalogue, questionnaires), lens: 'all' as const, today }
  const said = sayings(filled?.questionnaire ?? questionnaire, filled?.variant)
  const done = await stepsDone(tx, municipality.id, organisation.id)
  const found = weakPoints(all, lens).map((point): Point => ({
    ...point,
    title: said(point.id)?.title ?? point.criterion.title.nl,
    step: said(point.id)?.step ?? (point.criterion.firstStep || undefined),
    brings: whatIf(all, point.criteria, lens),
    done: done.find(({ criterion }) => criterion === point.id),
  }))
  const points = byRise(found)
  const titles = new Map(catalogue.norms.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title.nl])))
  const newest = new Map<string, Pick<Finding, 'verdict' | 'at' | 'source'>>()
  for (const { criterion, verdict, at, source } of all)
    if (at > (newest.get(criterion)?.at ?? '')) newest.set(criterion, { verdict, at, source })
  return {
    points,
    past: done
      .filter(({ criterion }) => !points.some(({ id }) => id === criterion))
      .map((each) => ({ ...each, title: said(each.criterion)?.title ?? titles.get(each.criterion) ?? each.criterion })),
    newest,
    answered: filled !== undefined,
  }
}

/** Of a criterion that is a question: the question and its first step, in the words of who filled it in. */
const sayings =
  ({ questions }: Questionnaire, variant: Variant | undefined) =>
  (criterion: string) => {
    const question = questions.find(({ id }) => id === criterion.slice(criterion.indexOf('.') + 1))
    return question && { title: textOf(question, variant), step: firstStepOf(question, variant) }
  }

/**
 * Whether what was ticked off shows from outside: a look after it that says so. An answer of one's own proves nothing,
 * and ticking off changes no finding.
 */
export function seenSince(
  { criterion, at }: Pick<StepDone, 'criterion' | 'at'>,
  newest: Stand['newest'],
): 'seen' | 'not-seen' | 'not-looked' {
  const found = newest.get(criterion)
  if (!found || found.source === 'form' || found.verdict === 'unknown' || new Date(found.at) < at) return 'not-looked'
  return found.verdict === 'met' ? 'seen' : 'not-seen'
}
