/** A test of which the end comes near becomes a task. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { openTask } from '../../../db/tasks.ts'

/** A test that ends within eight weeks: a task for its handler. */
export async function announceRetests(tx: Tx, municipality: string, today: string): Promise<number> {
  const due = await tx
    .selectFrom('case_file')
    .select(['id', 'title', 'handler', 'urgent', 'retest_on as on'])
    .where('municipality', '=', municipality)
    .where('state', 'in', ['decided', 'published', 'follow-up'])
    .where(sql<boolean>`retest_on <= ${today}::date + 56`)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('retest')
            .select('retest.id')
            .whereRef('retest.municipality', '=', 'case_file.municipality')
            .whereRef('retest.case_file', '=', 'case_file.id')
            .where('kind', '=', 'date')
            .whereRef('retest.due_on', '=', 'case_file.retest_on'),
        ),
      ),
    )
    .limit(500)
    .execute()
  for (const { id, title, handler, urgent, on } of due) {
    await tx
      .insertInto('retest')
      .values({
        municipality,
        id: uuid(),
        case_file: id,
        kind: 'date',
        text: urgent
          ? 'Spoed: de volledige toets volgt binnen acht weken.'
          : 'De datum om opnieuw te toetsen komt eraan.',
        due_on: on!,
        by: null,
      })
      .execute()
    await openTask(tx, municipality, {
      kind: 'retest-due',
      object: `case/${id}`,
      whom: handler === null ? { role: 'policy-officer' } : { person: handler },
      text: `Toets opnieuw: ${title}`,
      path: `/balie/zaken/${id}`,
      dueOn: on,
    })
  }
  return due.length
}
