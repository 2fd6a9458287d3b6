/** Asks for a re-test because something changed. */
import { v7 as uuid } from 'uuid'
import { record } from '../../../db/audit.ts'
import { addWorkingDays } from '../../../lib/working-days.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing } from './ask.ts'
import type { Case } from './rows.ts'

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
    text: `Toets opnieuw: ${caseNumber(row)} ${row.title}`,
    path: pathOf(row),
    dueOn,
  })
}
