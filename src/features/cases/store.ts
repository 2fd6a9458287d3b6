/** Reads a case with all that belongs to it, and writes what people do in it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { answersOf, createForm, currentAnswers, documentedOn, evidenceOf, formById } from '../../db/forms.ts'
import { publishedFindings } from '../../db/published-findings.ts'
import type { CaseKind, CaseState, ReactionKind, Stance } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { Answers, Questionnaire } from '../../model/questionnaire.ts'
import type { Role } from '../../model/roles.ts'
import { contradictions, declaredFindings, type Contradiction } from '../../scoring/declared.ts'
import { resultOf, type Result } from '../../scoring/result.ts'
import { routeOf, type Proposal } from '../../scoring/route.ts'
import { DEADLINES } from './legal-terms.ts'
import type { CaseFacts } from './rules.ts'

export type Opinion = {
  readonly id: string
  readonly request: string
  readonly no: number
  readonly stance: Stance
  readonly text: string
  readonly by: string
  readonly function: string
  readonly at: Date
  readonly conditions: readonly Condition[]
}
export type Condition = {
  readonly id: string
  readonly opinion: string
  readonly no: number
  readonly text: string
  readonly reactions: readonly Reaction[]
}
export type Reaction = {
  readonly kind: ReactionKind
  readonly text: string
  readonly by: string
  readonly at: Date
  readonly no: number
}
export type RequestRow = {
  readonly id: string
  readonly round: number
  readonly role: Role
  readonly person: string | null
  readonly dueOn: string
  readonly at: Date
  readonly escalatedAt: Date | null
  readonly opinions: readonly Opinion[]
}
export type MeasureRow = {
  readonly id: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string
  readonly state: 'open' | 'proven' | 'done' | 'dropped'
  readonly proofs: readonly {
    readonly no: number
    readonly text: string
    readonly url: string | null
    readonly verdict: 'accepted' | 'insufficient' | null
    readonly by: string
    readonly at: Date
  }[]
}
export type LegalTermRow = {
  readonly id: string
  readonly term: string
  readonly startsOn: string
  readonly dueOn: string
  readonly extended: string | null
  readonly endedOn: string | null
  readonly endedBy: string | null
  readonly note: string
  readonly by: string
}
export type DecisionRow = {
  readonly id: string
  readonly no: number
  readonly outcome: string
  readonly text: string
  readonly by: string
  readonly name: string
  readonly function: string
  readonly mandate: string
  readonly decidedOn: string
  readonly at: Date
  readonly deviations: readonly { readonly about: string; readonly text: string }[]
}

export type CaseRow = {
  readonly id: string
  readonly no: number
  readonly kind: CaseKind
  readonly title: string
  readonly summary: string
  readonly author: string
  readonly handler: string | null
  readonly decisionMaker: string | null
  readonly regulation: string | null
  readonly product: string | null
  readonly state: CaseState
  readonly stateSince: Date
  readonly beforeHold: CaseState | null
  readonly round: number
  readonly urgent: boolean
  readonly complex: boolean
  readonly preCheck: string | null
  readonly fullTest: string | null
  readonly route: string | null
  readonly intendedOn: string | null
  readonly dueOn: string | null
  readonly retestOn: string | null
  readonly createdAt: Date
}
export type Case = {
  readonly row: CaseRow
  readonly facts: CaseFacts
  readonly steps: readonly {
    readonly no: number
    readonly from: CaseState | null
    readonly to: CaseState
    readonly by: string
    readonly function: string
    readonly at: Date
    readonly reason: string
    readonly rule: string | null
  }[]
  readonly proposal: Proposal
  readonly preCheckAnswers: Answers
  readonly test:
    | { readonly questionnaire: Questionnaire; readonly answers: Answers; readonly result: Result }
    | undefined
  readonly requests: readonly RequestRow[]
  readonly advices: readonly {
    readonly no: number
    readonly stance: Stance
    readonly text: string
    readonly by: string
    readonly function: string
    readonly at: Date
  }[]
  readonly flagAnswers: ReadonlyMap<string, { readonly text: string; readonly by: string; readonly at: Date }>
  readonly decisions: readonly DecisionRow[]
  readonly measures: readonly MeasureRow[]
  readonly legalTerms: readonly LegalTermRow[]
  readonly retests: readonly {
    readonly id: string
    readonly kind: string
    readonly text: string
    readonly dueOn: string
    readonly startedAt: Date | null
  }[]
  readonly names: ReadonlyMap<string, string>
  /** What the answers declare. */
  readonly declared: readonly Finding[]
  readonly measured: readonly (Finding & { readonly address: string })[]
  readonly contradictions: readonly Contradiction[]
}

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

async function requestsOf(tx: Tx, municipality: string, id: string): Promise<RequestRow[]> {
  const [requests, opinions, conditions, reactions] = [
    await tx
      .selectFrom('opinion_request')
      .select(['id', 'round', 'role', 'person', 'due_on as dueOn', 'at', 'escalated_at as escalatedAt'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('round')
      .orderBy('at')
      .orderBy('id')
      .execute(),
    await tx
      .selectFrom('opinion')
      .select(['id', 'request', 'no', 'stance', 'text', 'by', 'function', 'at'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('no')
      .execute(),
    await tx
      .selectFrom('opinion_condition')
      .select(['id', 'opinion', 'no', 'text'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('no')
      .execute(),
    await tx
      .selectFrom('reaction')
      .select(['condition', 'no', 'kind', 'text', 'by', 'at'])
      .where('municipality', '=', municipality)
      .where('case_file', '=', id)
      .orderBy('no')
      .execute(),
  ]
  return requests.map((request) => ({
    ...request,
    opinions: opinions
      .filter((opinion) => opinion.request === request.id)
      .map((opinion) => ({
        ...opinion,
        conditions: conditions
          .filter((condition) => condition.opinion === opinion.id)
          .map((condition) => ({
            ...condition,
            reactions: reactions.filter((reaction) => reaction.condition === condition.id),
          })),
      })),
  }))
}

async function decisionsOf(tx: Tx, municipality: string, id: string): Promise<DecisionRow[]> {
  const rows = await tx
    .selectFrom('decision')
    .select(['id', 'no', 'outcome', 'text', 'by', 'name', 'function', 'mandate', 'decided_on as decidedOn', 'at'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('no')
    .execute()
  if (rows.length === 0) return []
  const deviations = await tx
    .selectFrom('deviation')
    .select(['decision', 'about', 'text'])
    .where('municipality', '=', municipality)
    .where(
      'decision',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('about')
    .execute()
  return rows.map((row) => ({ ...row, deviations: deviations.filter(({ decision }) => decision === row.id) }))
}

async function measuresOf(tx: Tx, municipality: string, id: string): Promise<MeasureRow[]> {
  const rows = await tx
    .selectFrom('measure')
    .select(['id', 'text', 'owner', 'due_on as dueOn', 'state'])
    .where('municipality', '=', municipality)
    .where('case_file', '=', id)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const proofs = await tx
    .selectFrom('measure_proof')
    .select(['measure', 'no', 'text', 'url', 'verdict', 'by', 'at'])
    .where('municipality', '=', municipality)
    .where(
      'measure',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('no')
    .execute()
  return rows.map((row) => ({ ...row, proofs: proofs.filter(({ measure }) => measure === row.id) }))
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

export type NewCase = {
  readonly kind: CaseKind
  readonly title: string
  readonly summary: string
  readonly intendedOn: string | null
  readonly regulation: string | null
  readonly product: string | null
}

/** Begins a case with its pre-check; gives its id. Numbers follow each other per municipality. */
export async function createCase(
  tx: Tx,
  municipality: string,
  by: string,
  input: NewCase,
  preCheck: Questionnaire,
): Promise<string> {
  const { last: no } = await tx
    .insertInto('case_number')
    .values({ municipality, last: 1 })
    .onConflict((conflict) => conflict.column('municipality').doUpdateSet({ last: sql`case_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  const form = await createForm(tx, municipality, preCheck, { by })
  const id = uuid()
  await tx
    .insertInto('case_file')
    .values({
      municipality,
      id,
      no,
      kind: input.kind,
      title: input.title,
      summary: input.summary,
      intended_on: input.intendedOn,
      regulation: input.regulation,
      product: input.product,
      author: by,
      pre_check: form,
    })
    .execute()
  await record(tx, municipality, { act: 'case.created', object: `case/${id}`, detail: { no, kind: input.kind } })
  return id
}

export type CaseList = {
  readonly state?: CaseState | undefined
  readonly kind?: CaseKind | undefined
  readonly mine?: string | undefined
  readonly late?: string | undefined
  readonly q?: string | undefined
  readonly page: number
}
export const PAGE = 50

/** A page of cases, what is due first; `late`: before this date. */
export async function listCases(tx: Tx, municipality: string, { state, kind, mine, late, q = '', page }: CaseList) {
  const number = /^(?:IT-\d{4}-)?0*(\d{1,9})$/i.exec(q)?.[1]
  const rows = await tx
    .selectFrom('case_file')
    .select([
      'id',
      'no',
      'kind',
      'title',
      'state',
      'state_since as stateSince',
      'due_on as dueOn',
      'urgent',
      'author',
      'handler',
      'created_at as createdAt',
      (select) =>
        select
          .selectFrom('legal_term')
          .select((each) => each.fn.min('legal_term.due_on').as('on'))
          .whereRef('legal_term.municipality', '=', 'case_file.municipality')
          .whereRef('legal_term.case_file', '=', 'case_file.id')
          .where('legal_term.ended_on', 'is', null)
          .where('legal_term.term', 'in', DEADLINES)
          .as('legalDueOn'),
    ])
    .where('municipality', '=', municipality)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(mine !== undefined, (query) =>
      query.where((where) =>
        where.or([where('author', '=', mine!), where('handler', '=', mine!), where('decision_maker', '=', mine!)]),
      ),
    )
    .$if(late !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('due_on', '<', late!),
          where('id', 'in', (select) =>
            select
              .selectFrom('legal_term')
              .select('legal_term.case_file')
              .where('legal_term.municipality', '=', municipality)
              .where('legal_term.ended_on', 'is', null)
              .where('legal_term.term', 'in', DEADLINES)
              .where('legal_term.due_on', '<', late!),
          ),
        ]),
      ),
    )
    .$if(q !== '' && number === undefined, (query) =>
      query.where('title', 'ilike', `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`),
    )
    .$if(number !== undefined, (query) => query.where('no', '=', Number(number)))
    .orderBy('no', 'desc')
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE)
    .execute()
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE }
}

export type Named = {
  readonly id: string
  readonly name: string
  readonly function: string
  readonly roles: readonly Role[]
  readonly email: string
  readonly digest: boolean
}
/** People who can be asked, by role. */
export const peopleWith = (tx: Tx, municipality: string, roles: readonly Role[]): Promise<Named[]> =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function', 'roles', 'email', 'digest'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where(sql<boolean>`roles && ${sql.val([...roles])}::text[]`)
    .orderBy('name')
    .execute()
