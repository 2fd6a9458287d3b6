/** Reads a case with all that belongs to it. */
import type { Tx } from '../../../db/as.ts'
import { answersOf, currentAnswers, documentedOn, evidenceOf, formById } from '../../../db/forms.ts'
import { reworkOf } from '../../../db/rework.ts'
import { contradictions, declaredFindings } from '../../../scoring/declared.ts'
import { resultOf } from '../../../scoring/result.ts'
import { routeOf } from '../../../scoring/route.ts'
import { goesOn, refusalsOf, requestsNow, toMeasure } from '../objections.ts'
import type { CaseFacts } from '../rules/facts.ts'
import { decisionsOf } from './decisions.ts'
import { measuresOf } from './measures.ts'
import { requestsOf } from './opinions.ts'
import { notedAbout } from '../../../db/noted-findings.ts'
import { advicesOf, flagAnswersOf, legalTermsOf, measuredOf, retestsOf, stepsOf } from './parts.ts'
import type { Case } from './rows.ts'
import { answerKey, authorAnswersOf, changesOf, eventsOf, questionsOf } from './story.ts'
import { authorsOf, writersOf } from './writers.ts'

const COLUMNS = [
  'id',
  'no',
  'kind',
  'title',
  'summary',
  'author',
  'handler',
  'decision_maker as decisionMaker',
  'regulation',
  'product',
  'state',
  'state_since as stateSince',
  'before_hold as beforeHold',
  'round',
  'urgent',
  'complex',
  'pre_check as preCheck',
  'full_test as fullTest',
  'route',
  'intended_on as intendedOn',
  'due_on as dueOn',
  'retest_on as retestOn',
  'created_at as createdAt',
] as const

/**
 * Everything of one case; undefined when it is not there for this person. `today` decides which documents are still
 * valid; `advice`: criteria that are only advised, which contradict nothing.
 */
export async function loadCase(
  tx: Tx,
  municipality: string,
  id: string,
  today: string,
  advice: ReadonlySet<string> = new Set(),
): Promise<Case | undefined> {
  const row = await tx
    .selectFrom('case_file')
    .select(COLUMNS)
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const steps = await stepsOf(tx, municipality, id)
  const preCheck = row.preCheck === null ? undefined : await formById(tx, municipality, row.preCheck)
  const preCheckAnswers = row.preCheck === null ? {} : answersOf(await currentAnswers(tx, municipality, row.preCheck))
  const full = row.fullTest === null ? undefined : await formById(tx, municipality, row.fullTest)
  const answers = row.fullTest === null ? {} : answersOf(await currentAnswers(tx, municipality, row.fullTest))
  const test = full && {
    questionnaire: full.questionnaire,
    answers,
    result: resultOf(full.questionnaire, answers, undefined, preCheckAnswers),
  }
  const documented =
    row.fullTest === null ? new Set<string>() : documentedOn(await evidenceOf(tx, municipality, row.fullTest), today)
  const declared = test
    ? declaredFindings(test.questionnaire, answers, row.createdAt.toISOString(), {
        earlier: preCheckAnswers,
        documented,
      })
    : []
  const measured = row.product === null ? [] : await measuredOf(tx, municipality, row.product, today)
  // A flag is answered anew in each round.
  const tested = steps.findLast(({ to }) => to === 'in-test')?.at
  const flags = await flagAnswersOf(tx, municipality, id)
  const whole = {
    row,
    steps,
    proposal: preCheck
      ? routeOf(preCheck.questionnaire, preCheckAnswers)
      : ({ route: 'incomplete', open: [] } as const),
    preCheck: preCheck?.questionnaire,
    preCheckAnswers,
    test,
    requests: await requestsOf(tx, municipality, id),
    advices: await advicesOf(tx, municipality, id),
    flagAnswers: new Map(
      flags
        .filter(({ at }) => tested === undefined || at >= tested)
        .map(({ question, ...answer }) => [question, answer]),
    ),
    answers: await authorAnswersOf(tx, municipality, id),
    events: await eventsOf(tx, municipality, id),
    questions: await questionsOf(tx, municipality, id),
    reworks: await reworkOf(tx, municipality, row.id, row.author),
    changes: await changesOf(tx, municipality, row),
    decisions: await decisionsOf(tx, municipality, id),
    measures: await measuresOf(tx, municipality, id),
    legalTerms: await legalTermsOf(tx, municipality, id),
    retests: await retestsOf(tx, municipality, id),
    declared,
    measured,
    noted: await notedAbout(tx, municipality, aboutOf(row)),
    contradictions: contradictions(declared, measured, advice),
  }
  // People who left are named too.
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'state'])
    .where('municipality', '=', municipality)
    .where('id', 'in', peopleIn(whole))
    .execute()
  const active = new Set(people.filter(({ state }) => state === 'active').map((each) => each.id))
  return {
    ...whole,
    names: new Map(people.map((each) => [each.id, each.name])),
    facts: factsOf(whole, active, {
      authors: await authorsOf(tx, municipality, row),
      wrote: await writersOf(tx, municipality, row),
      today,
    }),
  }
}

type Whole = Omit<Case, 'facts' | 'names'>

/** Everyone who is named in a case. */
function peopleIn(file: Whole): string[] {
  const { row } = file
  const signed = [
    ...file.steps,
    ...file.advices,
    ...file.flagAnswers.values(),
    ...file.answers.values(),
    ...file.events,
    ...file.questions,
    ...file.reworks,
    ...file.changes,
    ...file.decisions,
    ...file.legalTerms,
    ...file.requests.flatMap(({ opinions }) => opinions),
    ...file.questions.flatMap(({ answer }) => answer ?? []),
    ...file.measures.flatMap(({ proofs }) => proofs),
  ]
  const conditions = file.requests.flatMap(({ opinions }) => opinions.flatMap((opinion) => opinion.conditions))
  const named = [
    row.author,
    row.handler,
    row.decisionMaker,
    ...signed.map(({ by }) => by),
    ...file.requests.map(({ person }) => person),
    ...file.questions.map(({ whom }) => whom),
    ...file.legalTerms.map(({ endedBy }) => endedBy),
    ...file.measures.map(({ owner }) => owner),
    ...conditions.map(({ owner }) => owner),
    ...conditions.flatMap(({ reactions }) => reactions.flatMap(({ by, verdict }) => [by, verdict?.by ?? null])),
  ]
  return [...new Set(named.filter((each) => each !== null))]
}

/** Whether the last way to the decision left the full test out, and nobody has gone through it since. */
function owesTest({ steps, decisions }: Whole): boolean {
  const way = steps.findLast(({ to }) => to === 'decision' || to === 'completeness')
  return decisions.length > 0 && way?.to === 'decision' && (way.from === 'pre-check' || way.from === 'in-test')
}

/** What the rules need. Whoever left is nobody's handler or decision maker any more: another takes over. */
function factsOf(
  file: Whole,
  active: ReadonlySet<string>,
  { authors, wrote, today }: Pick<CaseFacts, 'authors' | 'wrote'> & { readonly today: string },
): CaseFacts {
  const { row, test } = file
  const present = (person: string | null) => (person !== null && active.has(person) ? person : null)
  const now = requestsNow(file)
  return {
    state: row.state,
    author: row.author,
    authors,
    wrote,
    opined: new Set(file.requests.flatMap(({ opinions }) => opinions.map(({ by }) => by))),
    advised: new Set(file.advices.map(({ by }) => by)),
    authorIsHere: active.has(row.author),
    handler: present(row.handler),
    decisionMaker: present(row.decisionMaker),
    beforeHold: row.beforeHold,
    summary: row.summary,
    intendedOn: row.intendedOn,
    proposal: file.proposal.route,
    preCheckOpen: file.preCheck ? resultOf(file.preCheck, file.preCheckAnswers, undefined, {}).open.length : 0,
    openQuestions: test?.result.open.length ?? 0,
    coverage: test?.result.coverage ?? 0,
    flags: test?.result.flags.map(({ question }) => question) ?? [],
    flagsAnswered: new Set(file.flagAnswers.keys()),
    requests: now
      .filter(({ round }) => round === row.round)
      .map(({ id: request, role, person, dueOn, opinions }) => ({
        id: request,
        role,
        person,
        answered: opinions.length > 0,
        late: opinions.length === 0 && dueOn < today,
      })),
    conditions: now
      .flatMap(({ opinions }) => opinions.at(-1)?.conditions ?? [])
      .map((condition) => ({ id: condition.id, reaction: condition.reactions.at(-1)?.kind ?? null })),
    answersOwed: refusalsOf(file).filter(({ about, version }) => !file.answers.has(answerKey(about, version))).length,
    reworkOpen: [...new Set(file.reworks.filter(({ done }) => !done).map(({ question }) => question))].toSorted(),
    openMeasures: file.measures.filter(({ state }) => state === 'open' || state === 'proven').length,
    conditionsWaiting: goesOn(file) ? toMeasure(file).length : 0,
    owesTest: owesTest(file),
  }
}

/** What the case is about, as findings name it. */
export const aboutOf = ({ product, regulation }: { product: string | null; regulation: string | null }) => [
  ...(product === null ? [] : [{ kind: 'product' as const, id: product }]),
  ...(regulation === null ? [] : [{ kind: 'regulation' as const, id: regulation }]),
]
