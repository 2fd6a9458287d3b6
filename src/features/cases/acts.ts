/**
 * What people do in a case: each act in one transaction with its step, its tasks, its mail and its line in the audit
 * trail.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { record } from '../../db/audit.ts'
import type { Tx } from '../../db/as.ts'
import { createForm } from '../../db/forms.ts'
import { queueMessage } from '../../db/messages.ts'
import { closeTasks, openTask, type NewTask } from '../../db/tasks.ts'
import { addTerm, addWorkingDays, type Term } from '../../lib/working-days.ts'
import type { CaseState, ReactionKind, Stance } from '../../model/case.ts'
import type { Person } from '../../model/person.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { ROLE_NAMES, type Role } from '../../model/roles.ts'
import { todayIn } from '../../web/language.ts'
import { dueOf, type LegalTerm } from './legal-terms.ts'
import { STEPS, type Possible } from './rules.ts'
import type { Case, CaseRow, LegalTermRow, MeasureRow, RequestRow } from './store.ts'

/** Who does it, where, and when. */
export type Doing = {
  readonly tx: Tx
  readonly municipality: string
  readonly who: Person
  readonly today: string
  readonly origin: string
  /** When it happened, if not now: for a story that is told afterwards. */
  readonly at?: Date
}

/** `IT-2026-0014`, by the calendar of the municipality. */
export const caseNumber = ({ no, createdAt }: Pick<CaseRow, 'no' | 'createdAt'>): string =>
  `IT-${todayIn(createdAt).slice(0, 4)}-${String(no).padStart(4, '0')}`
const objectOf = ({ id }: Pick<CaseRow, 'id'>) => `case/${id}`
export const pathOf = ({ id }: Pick<CaseRow, 'id'>) => `/balie/zaken/${id}`

/** Opens a task and mails the person whose it is; a role is mailed to all who have it. */
async function ask({ tx, municipality, origin }: Doing, task: NewTask): Promise<void> {
  await openTask(tx, municipality, task)
  const { whom } = task
  const people = await tx
    .selectFrom('person')
    .select(['id', 'email', 'name', 'digest'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where((where) => ('person' in whom ? where('id', '=', whom.person) : sql<boolean>`${whom.role} = any(roles)`))
    .limit(50)
    .execute()
  for (const person of people) {
    await queueMessage(tx, municipality, {
      recipient: person.email,
      person: person.id,
      kind: `task.${task.kind}`,
      key: `${task.kind}/${task.object}/${person.id}/${task.dueOn ?? ''}/${Date.now()}`,
      digest: person.digest,
      subject: task.text,
      body: `Beste ${person.name},\n\n${task.text}.${task.dueOn === null ? '' : `\nGraag uiterlijk ${task.dueOn.split('-').reverse().join('-')}.`}\n\n${origin}${task.path}\n`,
    })
  }
}

/** Tasks that belong to the step a case is in; others, such as a re-test or a second look, stay until they are done. */
const OF_A_STEP: readonly string[] = [
  'handle',
  'fill-in',
  'completeness',
  'opinions-in',
  'advise',
  'react',
  'decide',
  'publish',
  'approve-release',
  'follow-up',
  'retest',
  'test-after-all',
]

/** Who is asked what when a case comes into a state. */
export function nextTask(row: CaseRow, to: CaseState, dueOn: string | null): NewTask | undefined {
  const about = `${caseNumber(row)} ${row.title}`
  const task = (kind: string, whom: NewTask['whom'], text: string): NewTask => ({
    kind,
    object: objectOf(row),
    whom,
    text,
    path: pathOf(row),
    dueOn,
  })
  const handler: NewTask['whom'] = row.handler === null ? { role: 'policy-officer' } : { person: row.handler }
  switch (to) {
    case 'pre-check':
      return task('handle', handler, `Bekijk de voortoets van ${about}`)
    case 'in-test':
      return task('fill-in', { person: row.author }, `Vul de toets in van ${about}`)
    case 'completeness':
      return task('completeness', handler, `Kijk na of ${about} volledig is`)
    case 'advice':
      return task('advise', handler, `Schrijf het advies over ${about}`)
    case 'reaction':
      return task('react', { person: row.author }, `Reageer op het advies over ${about}`)
    case 'decision':
      return task(
        'decide',
        row.decisionMaker === null ? { role: 'decision-maker' } : { person: row.decisionMaker },
        `Neem een besluit over ${about}`,
      )
    case 'decided':
    case 'no-effect':
      return task('publish', { role: 'publisher' }, `Bereid de publicatie voor van ${about}`)
    case 'published':
      return task('follow-up', handler, `Begin de opvolging van ${about}`)
    case 'retest':
      return task('retest', handler, `Herijk ${about}`)
    default:
      return undefined
  }
}

/** Takes a step that was found possible. Closes what was asked and asks the next. */
export async function takeStep(
  doing: Doing,
  file: Case,
  { step, to }: Pick<Possible, 'step' | 'to'>,
  reason: string,
  fullTest?: Questionnaire,
): Promise<void> {
  const { tx, municipality, who, today } = doing
  const { row } = file
  const at = (column: 'municipality' | 'id', value: string) => [column, '=', value] as const
  if (to === 'in-test' && row.fullTest === null && fullTest) {
    const form = await createForm(tx, municipality, fullTest, { by: who.id, earlier: row.preCheck })
    await tx
      .updateTable('case_file')
      .set({ full_test: form, route: file.proposal.route })
      .where(...at('municipality', municipality))
      .where(...at('id', row.id))
      .execute()
  }
  const again = step.id === 'nieuwe-ronde' || step.id === 'opnieuw-toetsen'
  // Who goes on after a hold gets the time of that step anew; opinions keep the day they were asked for.
  const term = step.term ?? (step.id === 'hervatten' ? STEPS.find((each) => each.to === to)?.term : undefined)
  const asked = file.requests
    .filter(({ round }) => round === row.round)
    .map((request) => request.dueOn)
    .toSorted()
    .at(-1)
  const dueOn =
    step.id === 'hervatten' && to === 'opinions' && asked !== undefined
      ? asked
      : term === undefined
        ? null
        : addTerm(today, term)
  await tx
    .insertInto('case_step')
    .values({
      municipality,
      case_file: row.id,
      no: file.steps.length + 1,
      from_state: row.state,
      to_state: to,
      by: who.id,
      function: who.function,
      ...(doing.at === undefined ? {} : { at: doing.at }),
      reason,
      rule: 'rule' in file.proposal && row.state === 'pre-check' ? file.proposal.rule : null,
    })
    .execute()
  await tx
    .updateTable('case_file')
    .set({
      due_on: dueOn,
      ...(to === 'on-hold' ? { before_hold: row.state } : {}),
      ...(again ? { round: row.round + 1 } : {}),
      ...(step.id === 'spoed' ? { urgent: true, decision_maker: who.id } : {}),
      ...(step.id === 'opnieuw-toetsen' ? { urgent: false } : {}),
    })
    .where(...at('municipality', municipality))
    .where(...at('id', row.id))
    .execute()
  await closeTasks(
    tx,
    municipality,
    objectOf(row),
    to === 'withdrawn' || to === 'archived'
      ? 'all'
      : [
          ...OF_A_STEP,
          ...(row.state === 'opinions' && to !== 'on-hold'
            ? file.requests.flatMap(({ id }) => [`opinion.${id}`, `late.${id}`])
            : []),
        ],
  )
  const task = nextTask(row, to, dueOn)
  if (task) await ask(doing, task)
  await record(tx, municipality, {
    act: `case.${to}`,
    object: objectOf(row),
    detail: { from: row.state, step: step.id },
  })
  // Nothing is due any more in a case that is closed.
  if (to === 'withdrawn' || to === 'archived')
    for (const term of file.legalTerms.filter(({ endedOn }) => endedOn === null))
      await endLegalTerm(doing, file, term, today, `De zaak is gesloten: ${step.label.toLowerCase()}.`)
}

/** Takes a case on as its handler, or over from one who no longer works here; false when somebody else was first. */
export async function handle(doing: Doing, { row, legalTerms }: Case): Promise<boolean> {
  const { tx, municipality, who } = doing
  // From whoever had it when this was read: of two at once only one is the handler.
  const { numUpdatedRows } = await tx
    .updateTable('case_file')
    .set({ handler: who.id })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .where(sql<boolean>`handler is not distinct from ${row.handler}::uuid`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  if (row.handler !== null)
    await tx
      .updateTable('task')
      .set({ person: who.id })
      .where('municipality', '=', municipality)
      .where('object', '=', objectOf(row))
      .where('person', '=', row.handler)
      .where('done_at', 'is', null)
      .execute()
  await tx
    .updateTable('task')
    .set({ person: who.id, role: null })
    .where('municipality', '=', municipality)
    .where('object', '=', objectOf(row))
    .where('done_at', 'is', null)
    .where('role', '=', 'policy-officer')
    .execute()
  // What the author kept until now is the handler's to keep.
  if (legalTerms.length > 0)
    await tx
      .updateTable('task')
      .set({ person: who.id })
      .where('municipality', '=', municipality)
      .where('kind', '=', 'legal-term')
      .where(
        'object',
        'in',
        legalTerms.map(({ id }) => `legal-term/${id}`),
      )
      .where('done_at', 'is', null)
      .execute()
  await record(tx, municipality, { act: 'case.handled', object: objectOf(row) })
  return true
}

export type Whom = { readonly role: Role; readonly person: string | null }
/** Asks opinions of all of them at the same time, each with the same term. */
export async function askOpinions(doing: Doing, { row }: Case, whom: readonly Whom[], dueOn: string): Promise<void> {
  const { tx, municipality, who } = doing
  for (const { role, person } of whom) {
    const id = uuid()
    const added = await tx
      .insertInto('opinion_request')
      .values({ municipality, id, case_file: row.id, round: row.round, role, person, by: who.id, due_on: dueOn })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added)
      await ask(doing, {
        kind: `opinion.${id}`,
        object: objectOf(row),
        whom: person === null ? { role } : { person },
        text: `Geef advies als ${ROLE_NAMES[role]} over ${caseNumber(row)} ${row.title}`,
        path: `${pathOf(row)}/advies/${id}`,
        dueOn,
      })
  }
  await record(tx, municipality, {
    act: 'case.opinions-asked',
    object: objectOf(row),
    detail: { whom: whom.map(({ role }) => role) },
  })
}

/** Gives an opinion, or a newer version of one: what was said before stays. */
export async function giveOpinion(
  doing: Doing,
  { row }: Case,
  request: RequestRow,
  opinion: { readonly stance: Stance; readonly text: string; readonly conditions: readonly string[] },
): Promise<void> {
  const { tx, municipality, who } = doing
  const id = uuid()
  await tx
    .insertInto('opinion')
    .values({
      municipality,
      id,
      case_file: row.id,
      request: request.id,
      no: request.opinions.length + 1,
      stance: opinion.stance,
      text: opinion.text,
      by: who.id,
      function: who.function,
    })
    .execute()
  for (const [index, text] of opinion.conditions.entries())
    await tx
      .insertInto('opinion_condition')
      .values({ municipality, id: uuid(), case_file: row.id, opinion: id, no: index + 1, text })
      .execute()
  await closeTasks(tx, municipality, objectOf(row), [`opinion.${request.id}`, `late.${request.id}`])
  await record(tx, municipality, {
    act: 'case.opinion',
    object: objectOf(row),
    detail: { request: request.id, stance: opinion.stance, version: request.opinions.length + 1 },
  })
  if (row.state === 'decision' && opinion.conditions.length > 0)
    await ask(doing, {
      kind: 'react',
      object: objectOf(row),
      whom: { person: row.author },
      text: `Reageer op een nieuwe voorwaarde bij ${caseNumber(row)} ${row.title}`,
      path: pathOf(row),
      dueOn: null,
    })
  if (row.handler !== null && row.state === 'opinions') {
    await openTask(tx, municipality, {
      kind: 'opinions-in',
      object: objectOf(row),
      whom: { person: row.handler },
      text: `Bekijk de adviezen over ${caseNumber(row)} ${row.title}`,
      path: pathOf(row),
      dueOn: null,
    })
  }
}

export async function answerFlag(
  { tx, municipality, who }: Doing,
  { row }: Case,
  question: string,
  text: string,
): Promise<void> {
  const { no } = await tx
    .selectFrom('flag_answer')
    .select(sql<number>`coalesce(max(no), 0)::int`.as('no'))
    .where('municipality', '=', municipality)
    .where('case_file', '=', row.id)
    .where('question', '=', question)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('flag_answer')
    .values({ municipality, case_file: row.id, question, no: no + 1, text, by: who.id })
    .execute()
  await record(tx, municipality, { act: 'case.flag-answered', object: objectOf(row), detail: { question } })
}

export async function advise(
  { tx, municipality, who }: Doing,
  { row, advices }: Case,
  stance: Exclude<Stance, 'none-needed'>,
  text: string,
): Promise<void> {
  await tx
    .insertInto('advice')
    .values({
      municipality,
      case_file: row.id,
      no: advices.length + 1,
      stance,
      text,
      by: who.id,
      function: who.function,
    })
    .execute()
}

export async function react(
  { tx, municipality, who }: Doing,
  { row }: Case,
  condition: string,
  no: number,
  kind: ReactionKind,
  text: string,
): Promise<void> {
  await tx
    .insertInto('reaction')
    .values({ municipality, case_file: row.id, condition, no, kind, text, by: who.id })
    .execute()
  await record(tx, municipality, { act: 'case.reaction', object: objectOf(row), detail: { condition, kind } })
}

export type NewDecision = {
  readonly outcome: string
  readonly text: string
  readonly mandate: string
  readonly decidedOn: string
  readonly deviations: readonly { readonly about: string; readonly text: string }[]
}
/**
 * Decides, by name, function, mandate and date. An urgent one is tested in full within eight weeks; the clock asks for
 * that. `months`: how long a test holds.
 */
export async function decide(
  { tx, municipality, who }: Doing,
  { row, decisions }: Case,
  decision: NewDecision,
  months: number,
): Promise<void> {
  const id = uuid()
  await tx
    .insertInto('decision')
    .values({
      municipality,
      id,
      case_file: row.id,
      no: decisions.length + 1,
      outcome: decision.outcome,
      text: decision.text,
      by: who.id,
      name: who.name,
      function: who.function,
      mandate: decision.mandate,
      decided_on: decision.decidedOn,
    })
    .execute()
  for (const deviation of decision.deviations)
    await tx
      .insertInto('deviation')
      .values({ municipality, decision: id, ...deviation })
      .execute()
  await tx
    .updateTable('case_file')
    .set({ decision_maker: who.id, retest_on: addTerm(decision.decidedOn, row.urgent ? { weeks: 8 } : { months }) })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
}

export async function addMeasure(
  doing: Doing,
  { row }: Case,
  measure: { readonly text: string; readonly owner: string; readonly dueOn: string },
): Promise<void> {
  const { tx, municipality, who } = doing
  const id = uuid()
  await tx
    .insertInto('measure')
    .values({
      municipality,
      id,
      case_file: row.id,
      text: measure.text,
      owner: measure.owner,
      due_on: measure.dueOn,
      by: who.id,
    })
    .execute()
  await record(tx, municipality, { act: 'case.measure', object: objectOf(row), detail: { measure: id } })
  await ask(doing, {
    kind: `measure.${id}`,
    object: `measure/${id}`,
    whom: { person: measure.owner },
    text: `Voer uit: ${measure.text.slice(0, 120)}`,
    path: `${pathOf(row)}/maatregelen/${id}`,
    dueOn: measure.dueOn,
  })
}

/** The owner shows that it was done; somebody else looks at it. */
export async function prove(
  doing: Doing,
  { row }: Case,
  measure: MeasureRow,
  text: string,
  url: string | null,
): Promise<void> {
  const { tx, municipality, who } = doing
  await tx
    .insertInto('measure_proof')
    .values({ municipality, measure: measure.id, no: measure.proofs.length + 1, text, url, by: who.id })
    .execute()
  await tx
    .updateTable('measure')
    .set({ state: 'proven' })
    .where('municipality', '=', municipality)
    .where('id', '=', measure.id)
    .execute()
  await closeTasks(tx, municipality, `measure/${measure.id}`, 'all')
  await record(tx, municipality, { act: 'measure.proven', object: objectOf(row), detail: { measure: measure.id } })
  // Another looks than who did it.
  const other: NewTask['whom'] = [row.handler, row.decisionMaker].flatMap((person) =>
    person !== null && person !== who.id ? [{ person }] : [],
  )[0] ?? { role: 'policy-officer' }
  await ask(doing, {
    kind: `verify.${measure.id}`,
    object: `measure/${measure.id}`,
    whom: other,
    text: `Controleer het bewijs bij een maatregel van ${caseNumber(row)}`,
    path: `${pathOf(row)}/maatregelen/${measure.id}`,
    dueOn: null,
  })
}
export async function verify(
  doing: Doing,
  { row }: Case,
  measure: MeasureRow,
  verdict: 'accepted' | 'insufficient',
  text: string,
): Promise<void> {
  const { tx, municipality, who } = doing
  await tx
    .insertInto('measure_proof')
    .values({ municipality, measure: measure.id, no: measure.proofs.length + 1, text, verdict, by: who.id })
    .execute()
  await tx
    .updateTable('measure')
    .set({ state: verdict === 'accepted' ? 'done' : 'open' })
    .where('municipality', '=', municipality)
    .where('id', '=', measure.id)
    .execute()
  await closeTasks(tx, municipality, `measure/${measure.id}`, 'all')
  await record(tx, municipality, {
    act: 'measure.verified',
    object: objectOf(row),
    detail: { measure: measure.id, verdict },
  })
  if (verdict === 'insufficient')
    await ask(doing, {
      kind: `measure.${measure.id}`,
      object: `measure/${measure.id}`,
      whom: { person: measure.owner },
      text: `Vul het bewijs aan: ${measure.text.slice(0, 120)}`,
      path: `${pathOf(row)}/maatregelen/${measure.id}`,
      dueOn: measure.dueOn,
    })
}

/** What a running term asks of whoever keeps it: a deadline to be kept, or a wait, which is due on no day. */
const termTask = ({ row }: Case, id: string, { name, wait }: LegalTerm, dueOn: string): NewTask => ({
  kind: 'legal-term',
  object: `legal-term/${id}`,
  whom: { person: row.handler ?? row.author },
  path: `${pathOf(row)}/termijnen/${id}`,
  dueOn: wait ? null : dueOn,
  text:
    `${wait ? `Wacht tot en met ${dueOn.split('-').reverse().join('-')}` : 'Houd de wettelijke termijn aan'}: ` +
    `${name}, ${caseNumber(row)} ${row.title}`,
})
/** Starts the clock of a legal term; whoever handles the case keeps it. */
export async function startLegalTerm(doing: Doing, file: Case, term: LegalTerm, from: string): Promise<void> {
  const { tx, municipality, who } = doing
  const [id, dueOn] = [uuid(), dueOf(term.term, from)]
  await tx
    .insertInto('legal_term')
    .values({ municipality, id, case_file: file.row.id, term: term.id, starts_on: from, due_on: dueOn, by: who.id })
    .execute()
  await record(tx, municipality, {
    act: 'case.legal-term',
    object: objectOf(file.row),
    detail: { term: term.id, from, dueOn },
  })
  await ask(doing, termTask(file, id, term, dueOn))
}
/** Makes a running term as long as the law allows, once. False when it ended or was extended meanwhile. */
export async function extendLegalTerm(
  doing: Doing,
  file: Case,
  { id, startsOn, dueOn }: LegalTermRow,
  term: LegalTerm & { readonly extended: Term },
  reason: string,
): Promise<boolean> {
  const { tx, municipality } = doing
  const later = dueOf(term.extended, startsOn)
  const { numUpdatedRows } = await tx
    .updateTable('legal_term')
    .set({ due_on: later, extended: reason })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .where('extended', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await closeTasks(tx, municipality, `legal-term/${id}`, 'all')
  await record(tx, municipality, {
    act: 'case.legal-term-extended',
    object: objectOf(file.row),
    detail: { term: term.id, from: dueOn, to: later },
  })
  await ask(doing, termTask(file, id, term, later))
  return true
}
/**
 * Stops the clock: what the term was for has happened, or it turned out not to hold. False when somebody else did so
 * meanwhile.
 */
export async function endLegalTerm(
  { tx, municipality, who }: Doing,
  { row }: Case,
  { id, term }: LegalTermRow,
  endedOn: string,
  note: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('legal_term')
    .set({ ended_on: endedOn, ended_by: who.id, note })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await closeTasks(tx, municipality, `legal-term/${id}`, 'all')
  await record(tx, municipality, { act: 'case.legal-term-ended', object: objectOf(row), detail: { term, endedOn } })
  return true
}

export type RetestKind = 'version' | 'purpose' | 'supplier' | 'incident' | 'date'
/** Something changed: the case is to be tested again. The test itself is started by its handler. */
export async function askRetest(doing: Doing, { row }: Case, kind: RetestKind, text: string): Promise<void> {
  const { tx, municipality, who, today } = doing
  const dueOn = addWorkingDays(today, kind === 'incident' ? 5 : 20)
  await tx
    .insertInto('retest')
    .values({ municipality, id: uuid(), case_file: row.id, kind, text, due_on: dueOn, by: who.id })
    .execute()
  await record(tx, municipality, { act: 'case.retest-asked', object: objectOf(row), detail: { kind } })
  await ask(doing, {
    kind: `retest-asked.${kind}`,
    object: objectOf(row),
    whom: row.handler === null ? { role: 'policy-officer' } : { person: row.handler },
    text: `Herijk ${caseNumber(row)} ${row.title}`,
    path: pathOf(row),
    dueOn,
  })
}

/**
 * Opens a task per norm on which an answer and a measurement contradict each other; a person looks, nothing changes by
 * itself.
 */
export async function tellContradictions({ tx, municipality }: Doing, { row, contradictions }: Case): Promise<void> {
  if (contradictions.length === 0 || row.handler === null) return
  await openTask(tx, municipality, {
    kind: 'contradiction',
    object: objectOf(row),
    whom: { person: row.handler },
    dueOn: null,
    path: `${pathOf(row)}#tegenspraak`,
    text:
      `Antwoord en meting spreken elkaar tegen in ${caseNumber(row)} ` +
      `(${contradictions.map(({ norm }) => norm).join(', ')})`,
  })
}
