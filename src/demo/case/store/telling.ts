/** One case of the demo while it is told: who is who, what time it is in the story, and the step that it stands at. */
import type { DemoCase } from '../../../../test/city/desk/read.ts'
import { asPerson, type Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { Db } from '../../../db/connect.ts'
import { closeTasks } from '../../../db/tasks.ts'
import type { Files, Print } from '../../../features/cases/release/store.ts'
import { STEPS } from '../../../features/cases/rules/steps.ts'
import { addTerm } from '../../../lib/working-days.ts'
import type { CaseState } from '../../../vocabulary/case.ts'
import type { Questionnaire } from '../../../model/questionnaire.ts'
import { DAY, isoDay, moment, type When } from '../moments.ts'

/** Every row of a case is signed by who did it, at the time it was done. */
export class Telling {
  readonly db: Db
  readonly municipality: string
  readonly people: ReadonlyMap<string, { readonly id: string; readonly functie: string; readonly naam: string }>
  readonly today: number
  readonly questionnaires: readonly Questionnaire[]
  readonly demo: DemoCase
  readonly means: { readonly print: Print; readonly files: Files }
  clock: Date
  id = ''
  no = 0
  state: CaseState = 'draft'
  rule: string | null = null
  readonly conditions = new Map<string, string>()
  /** Who asked a condition. */
  readonly givers = new Map<string, string>()
  readonly answers: { readonly about: string; readonly text: string }[] = []
  constructor(
    db: Db,
    municipality: string,
    people: Telling['people'],
    today: number,
    questionnaires: readonly Questionnaire[],
    demo: DemoCase,
    means: Telling['means'],
  ) {
    this.means = means
    this.db = db
    this.municipality = municipality
    this.people = people
    this.today = today
    this.questionnaires = questionnaires
    this.demo = demo
    this.clock = moment(demo.begonnen, today)
  }
  person(email: string) {
    return this.people.get(email)!
  }
  as<T>(email: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return asPerson(
      this.db,
      { municipality: this.municipality, person: this.person(email).id, organisation: null },
      'write',
      work,
    )
  }
  /** Later than what came before, and not in the future. */
  at(when?: When): Date {
    const asked = when === undefined ? this.clock.getTime() + DAY : moment(when, this.today).getTime()
    this.clock = new Date(Math.min(Date.now() - 60_000, Math.max(this.clock.getTime() + 3_600_000, asked)))
    return this.clock
  }
  async step(email: string, to: CaseState, when?: When, reason = ''): Promise<void> {
    const [from, at] = [this.state, this.at(when)]
    await this.as(email, async (tx) => {
      await tx
        .insertInto('case_step')
        .values({
          municipality: this.municipality,
          case_file: this.id,
          no: ++this.no,
          from_state: from,
          to_state: to,
          by: this.person(email).id,
          function: this.person(email).functie,
          at,
          reason,
          rule: from === 'pre-check' ? this.rule : null,
        })
        .execute()
      await closeTasks(tx, this.municipality, `case/${this.id}`, 'all')
      await record(tx, this.municipality, { act: `case.${to}`, object: `case/${this.id}`, detail: { from } })
    })
    this.state = to
    const term = STEPS.find((step) => step.from.includes(from) && step.to === to)?.term
    // The database keeps the moment of a step as now: the demo's is earlier.
    await this.db
      .updateTable('case_file')
      .set({ state_since: at, due_on: term === undefined ? null : addTerm(isoDay(at), term) })
      .where('municipality', '=', this.municipality)
      .where('id', '=', this.id)
      .execute()
  }
  update(set: Readonly<Record<string, unknown>>) {
    return this.db
      .updateTable('case_file')
      .set(set)
      .where('municipality', '=', this.municipality)
      .where('id', '=', this.id)
      .execute()
  }
}
