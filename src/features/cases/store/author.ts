/** Gives a case another author: what was asked of the one before is asked of the new one. */
import { record } from '../../../db/audit.ts'
import { handTasks } from '../../../db/tasks.ts'
import { caseNumber, objectOf, pathOf } from '../address.ts'
import { ask, type Doing } from './ask.ts'
import { tell } from './events.ts'
import type { Named } from './people.ts'
import type { Case } from './rows.ts'

/** False when somebody else did so meanwhile. */
export async function replaceAuthor(doing: Doing, file: Case, person: Named, reason: string): Promise<boolean> {
  const { tx, municipality, who } = doing
  const { row } = file
  const { numUpdatedRows } = await tx
    .updateTable('case_file')
    .set({ author: person.id })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .where('author', '=', row.author)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  // Legal terms that the author kept go along.
  const objects = [objectOf(row), ...file.legalTerms.map(({ id }) => `legal-term/${id}`)]
  await handTasks(tx, municipality, {
    objects,
    kinds: ['fill-in', 'react', 'legal-term', 'case-question'],
    from: { person: row.author },
    to: person.id,
  })
  await tell(doing, file, 'author-replaced', `${person.name} is de nieuwe indiener. ${reason}`)
  await record(tx, municipality, {
    act: 'case.author-replaced',
    object: objectOf(row),
    detail: { from: row.author, to: person.id },
  })
  if (person.id !== who.id)
    await ask(doing, {
      kind: 'take-over',
      object: objectOf(row),
      whom: { person: person.id },
      text: `U bent nu de indiener van ${caseNumber(row)} ${row.title}`,
      path: pathOf(row),
      dueOn: null,
    })
  return true
}
