/** Takes a step of a case: closes what was asked, asks the next, and writes who did it. */
import { record } from '../../../db/audit.ts'
import { createForm } from '../../../db/forms.ts'
import { closeTasks, type NewTask, openTask } from '../../../db/tasks.ts'
import { addTerm } from '../../../lib/working-days.ts'
import type { CaseState } from '../../../vocabulary/case.ts'
import type { TaskKind } from '../../../vocabulary/task.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import type { Possible } from '../rules/may.ts'
import { STEPS } from '../rules/steps.ts'
import { ask, type Doing } from './ask.ts'
import { endLegalTerm } from './legal-terms.ts'
import type { Case, CaseRow } from './rows.ts'

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
  'take-over',
]

/** Who is asked what when a case comes into a state. */
export function nextTask(row: CaseRow, to: CaseState, dueOn: string | null): NewTask | undefined {
  const about = `${caseNumber(row)} ${row.title}`
  const task = (kind: TaskKind, whom: NewTask['whom'], text: string): NewTask => ({
    kind,
    object: objectOf(row),
    whom,
    text,
    path: pathOf(row),
    dueOn,
  })
  const handler: NewTask['whom'] = row.handler === null ? { role: 'policy-officer' } : { person: row.handler }
  switch (to) {
    case 'draft':
      return task('fill-in', { person: row.author }, `Vul de voortoets aan van ${about}`)
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
      return task('retest', handler, `Toets opnieuw: ${about}`)
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
