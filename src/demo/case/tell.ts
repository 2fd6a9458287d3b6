/** The way of one case of the demo, step by step. */
import type { DemoCase } from '../../../test/city/desk/read.ts'
import { WAY, type CaseState } from '../../vocabulary/case.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { routeOf } from '../../scoring/route.ts'
import { tellAdvice } from './store/advice.ts'
import { beginFullTest, tellAnswers, tellTest } from './store/answers.ts'
import { tellBegin } from './store/begin.ts'
import { tellDecision } from './store/decision.ts'
import { tellMeasures } from './store/measures.ts'
import { tellAside, tellOpenTasks, tellTerms } from './store/open.ts'
import { tellOpinions } from './store/opinions.ts'
import { tellPublication } from './store/publication.ts'
import type { Telling } from './store/telling.ts'

const STATES: Readonly<Record<DemoCase['staat'], CaseState>> = {
  concept: 'draft',
  voortoets: 'pre-check',
  geen_effect: 'no-effect',
  in_toets: 'in-test',
  ter_compleetheid: 'completeness',
  reviews: 'opinions',
  advies: 'advice',
  reactie: 'reaction',
  besluit: 'decision',
  besloten: 'decided',
  gepubliceerd: 'published',
  opvolging: 'follow-up',
  herijking: 'retest',
  archief: 'archived',
  ingetrokken: 'withdrawn',
  aangehouden: 'on-hold',
  spoed: 'decision',
}
const TOLD: readonly CaseState[] = [...WAY, 'retest']

/** Tells it from its beginning: every row is signed by who did it, at the time it was done. */
export async function tellCase(telling: Telling, product: string | null): Promise<void> {
  const { demo } = telling
  const kind = demo.soort
  const questionnaire = (purpose: Questionnaire['purpose']) =>
    telling.questionnaires.find((each) => each.purpose === purpose && each.about.includes(kind))!
  const proposal = routeOf(
    questionnaire('pre-check'),
    Object.fromEntries(
      Object.entries(demo.voortoets ?? {}).map(([id, { antwoord, reden }]) => [id, { value: antwoord, reason: reden }]),
    ),
  )
  telling.rule = 'rule' in proposal ? proposal.rule : null
  const preCheck = await tellBegin(telling, product, questionnaire('pre-check'))
  await tellAnswers(
    telling,
    preCheck,
    Object.entries(demo.voortoets ?? {}).map(([question, { antwoord, reden }]) => ({
      question,
      value: antwoord,
      reason: reden,
      evidence: [],
    })),
  )
  const target =
    demo.zijspoor === undefined || demo.zijspoor.soort === 'spoed' ? STATES[demo.staat] : STATES[demo.zijspoor.vanuit]
  if (target === 'no-effect' || demo.geen_effect) await withoutEffect(telling)
  else await walk(telling, target, questionnaire('full-test'), preCheck)
  await tellAside(telling)
  await tellOpenTasks(telling)
  await tellTerms(telling)
}

async function withoutEffect(telling: Telling): Promise<void> {
  const { demo } = telling
  await telling.step(demo.indiener, 'pre-check')
  const signed = demo.geen_effect!
  await telling.step(signed.ondertekend_door, 'no-effect', signed.wanneer)
  if (demo.publicatie) await tellPublication(telling, demo.publicatie.door, demo.publicatie.tweede)
}

async function walk(telling: Telling, target: CaseState, fullTest: Questionnaire, preCheck: string): Promise<void> {
  const { demo } = telling
  const urgent = demo.zijspoor?.soort === 'spoed'
  const last = target === 'archived' ? TOLD.length - 1 : TOLD.indexOf(target)
  const passes = (state: CaseState) => TOLD.indexOf(state) <= last
  const handler = demo.behandelaar ?? demo.indiener
  if (passes('pre-check')) await telling.step(demo.indiener, 'pre-check')
  const tested = demo.antwoorden !== undefined || demo.intake !== undefined || (passes('in-test') && !urgent)
  const form = tested ? await beginFullTest(telling, fullTest, preCheck) : undefined
  // Answers are written while the case is being filled in, as in life.
  if (passes('in-test') || (urgent && form !== undefined))
    await telling.step(handler, 'in-test', demo.route?.wanneer, demo.route?.reden ?? '')
  if (form !== undefined) await tellTest(telling, form)
  if (urgent) {
    const { zijspoor } = demo
    await telling.step(zijspoor!.door, 'decision', zijspoor!.wanneer, zijspoor!.reden)
    await telling.update({ urgent: true, decision_maker: telling.person(zijspoor!.door).id })
    return
  }
  if (passes('completeness')) await telling.step(demo.indiener, 'completeness')
  if (passes('opinions')) {
    await telling.step(handler, 'opinions')
    await tellOpinions(telling, handler)
  }
  if (passes('advice')) await telling.step(handler, 'advice')
  if (passes('reaction')) await tellAdvice(telling, handler)
  if (passes('decision')) await telling.step(demo.indiener, 'decision')
  if (passes('decided')) await tellDecision(telling)
  await tellMeasures(telling, handler)
  if (passes('published')) await tellPublication(telling, demo.publicatie?.door ?? handler, demo.publicatie?.tweede)
  if (passes('follow-up')) await telling.step(handler, 'follow-up')
  if (passes('retest')) await telling.step(handler, 'retest', undefined, demo.hertoets?.[0]?.toelichting ?? '')
  if (target === 'archived')
    await telling.step(
      demo.archief?.door ?? handler,
      'archived',
      demo.archief?.wanneer,
      demo.archief?.bewaartermijn ?? '',
    )
}
