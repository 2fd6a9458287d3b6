/** Who acts in a case; and how somebody is asked something: a task and a mail. */
import { day } from '../../../web/language.ts'
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import { type NewTask, openTask } from '../../../db/tasks.ts'
import { asPhrase, sentFor } from '../../../web/letter.ts'
import type { Person } from '../../../model/person.ts'

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

/** How a letter about a case ends: who sent it, and how to reach them. */
export async function endOfLetter(tx: Tx, municipality: string): Promise<string> {
  const { name } = await tx
    .selectFrom('municipality')
    .select('name')
    .where('id', '=', municipality)
    .executeTakeFirstOrThrow()
  return sentFor(name, await contactOf(tx, municipality))
}

/** Opens a task and mails the person whose it is; a role is mailed to all who have it. */
export async function ask({ tx, municipality, origin }: Doing, task: NewTask): Promise<void> {
  await openTask(tx, municipality, task)
  const { whom } = task
  const people = await tx
    .selectFrom('person')
    .select(['id', 'email', 'name', 'digest'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where((where) => ('person' in whom ? where('id', '=', whom.person) : sql<boolean>`${whom.role} = any(roles)`))
    .execute()
  const end = await endOfLetter(tx, municipality)
  for (const person of people) {
    await queueMessage(tx, municipality, {
      recipient: person.email,
      person: person.id,
      kind: `task.${task.kind}`,
      key: `${task.kind}/${task.object}/${person.id}/${task.dueOn ?? ''}/${Date.now()}`,
      digest: person.digest,
      subject: task.text,
      body:
        `Beste ${person.name},\n\nDit staat nu op uw lijst: ${asPhrase(task.text)}.` +
        (task.dueOn === null ? '' : `\nGraag uiterlijk ${day('nl', task.dueOn)}.`) +
        `\n\nHier kunt u verder:\n${origin}${task.path}\n\n${end}`,
    })
  }
}
