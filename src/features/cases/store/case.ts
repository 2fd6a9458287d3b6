/** Reads a case with all that belongs to it. */
import type { Tx } from '../../../db/as.ts'
import { answersOf, currentAnswers, documentedOn, evidenceOf, formById } from '../../../db/forms.ts'
import { publishedFindings } from '../../../db/published-findings.ts'
import type { Finding } from '../../../model/finding.ts'
import { contradictions, declaredFindings } from '../../../scoring/declared.ts'
import { resultOf } from '../../../scoring/result.ts'
import { routeOf } from '../../../scoring/route.ts'
import { decisionsOf } from './decisions.ts'
import { measuresOf } from './measures.ts'
import { requestsOf } from './opinions.ts'
import type { Case } from './rows.ts'

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
 * valid.
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
  const steps = await tx
    .selectFrom('case_step')
    .select(['no', 'from_state as from', 'to_state as to', 'by', 'function', 'at', 'reason', 'rule'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('no')
    .execute()
  const preCheck = row.preCheck === null ? undefined : await formById(tx, municipality, row.preCheck)
  const preCheckAnswers = row.preCheck === null ? {} : answersOf(await currentAnswers(tx, municipality, row.preCheck))
  const proposal = preCheck
    ? routeOf(preCheck.questionnaire, preCheckAnswers)
    : ({ route: 'incomplete', open: [] } as const)
  const full = row.fullTest === null ? undefined : await formById(tx, municipality, row.fullTest)
  const answers = row.fullTest === null ? {} : answersOf(await currentAnswers(tx, municipality, row.fullTest))
  const test = full && {
    questionnaire: full.questionnaire,
    answers,
    result: resultOf(full.questionnaire, answers, undefined, preCheckAnswers),
  }
  const requests = await requestsOf(tx, municipality, id)
  const advices = await tx
    .selectFrom('advice')
    .select(['no', 'stance', 'text', 'by', 'function', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('no')
    .execute()
  const flagRows = await tx
    .selectFrom('flag_answer')
    .distinctOn('question')
    .select(['question', 'text', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('question')
    .orderBy('no', 'desc')
    .execute()
  const decisions = await decisionsOf(tx, municipality, id)
  const measures = await measuresOf(tx, municipality, id)
  const legalTerms = await tx
    .selectFrom('legal_term')
    .select([
      'id',
      'term',
      'starts_on as startsOn',
      'due_on as dueOn',
      'extended',
      'ended_on as endedOn',
      'ended_by as endedBy',
      'note',
      'by',
    ])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const retests = await tx
    .selectFrom('retest')
    .select(['id', 'kind', 'text', 'due_on as dueOn', 'started_at as startedAt'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('due_on')
    .execute()
  const measured = row.product === null ? [] : await measuredOf(tx, municipality, row.product)
  const documented =
    row.fullTest === null ? new Set<string>() : documentedOn(await evidenceOf(tx, municipality, row.fullTest), today)
  const declared = test
    ? declaredFindings(test.questionnaire, answers, row.createdAt.toISOString(), {
        earlier: preCheckAnswers,
        documented,
      })
    : []
  const ids = [
    row.author,
    row.handler,
    row.decisionMaker,
    ...[...steps, ...advices, ...flagRows, ...decisions, ...legalTerms].map(({ by }) => by),
    ...legalTerms.map(({ endedBy }) => endedBy),
    ...measures.flatMap((each) => [each.owner, ...each.proofs.map(({ by }) => by)]),
    ...requests.flatMap((each) => [
      each.person,
      ...each.opinions.flatMap((opinion) => [
        opinion.by,
        ...opinion.conditions.flatMap(({ reactions }) => reactions.map(({ by }) => by)),
      ]),
    ]),
  ].filter((each) => each !== null)
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'state'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const names = new Map(people.map((each) => [each.id, each.name]))
  // Whoever left is nobody's handler or decision maker any more: another takes over.
  const present = (person: string | null) =>
    people.some((each) => each.id === person && each.state === 'active') ? person : null
  // A flag is answered anew in each round.
  const tested = steps.findLast(({ to }) => to === 'in-test')?.at
  const flags = flagRows.filter(({ at }) => tested === undefined || at >= tested)
  const now = requests.filter(({ round }) => round === row.round)
  return {
    row,
    steps,
    proposal,
    preCheckAnswers,
    test,
    requests,
    advices,
    decisions,
    measures,
    legalTerms,
    retests,
    names,
    declared,
    measured,
    flagAnswers: new Map(flags.map(({ question, ...answer }) => [question, answer])),
    contradictions: contradictions(declared, measured, advice),
    facts: {
      state: row.state,
      author: row.author,
      handler: present(row.handler),
      decisionMaker: present(row.decisionMaker),
      beforeHold: row.beforeHold,
      summary: row.summary,
      intendedOn: row.intendedOn,
      proposal: proposal.route,
      openQuestions: test?.result.open.length ?? 0,
      coverage: test?.result.coverage ?? 0,
      flags: test?.result.flags.map(({ question }) => question) ?? [],
      flagsAnswered: new Set(flags.map(({ question }) => question)),
      requests: now.map(({ id: request, role, person, opinions }) => ({
        id: request,
        role,
        person,
        answered: opinions.length > 0,
      })),
      conditions: now
        .flatMap(({ opinions }) => opinions.at(-1)?.conditions ?? [])
        .map((condition) => ({ id: condition.id, reaction: condition.reactions.at(-1)?.kind ?? null })),
      openMeasures: measures.filter(({ state }) => state === 'open' || state === 'proven').length,
    },
  }
}

/** What was published of the measurements of a product's websites. */
async function measuredOf(tx: Tx, municipality: string, product: string): Promise<(Finding & { address: string })[]> {
  const row = await tx
    .selectFrom('product')
    .select('websites')
    .where('municipality', '=', municipality)
    .where('id', '=', product)
    .executeTakeFirst()
  return publishedFindings(tx, municipality, { websites: row?.websites ?? [] })
}
