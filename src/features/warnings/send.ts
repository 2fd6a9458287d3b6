/** Sending a warning: a task and a mail to everyone it is for, as the label allows; and telling who can help. */
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { openTask } from '../../db/tasks.ts'
import { UUID } from '../../lib/uuid.ts'
import type { Tlp } from '../../vocabulary/tlp.ts'
import { taskLine, toReceiver } from './letters.ts'
import { peopleOf, personsOf, receiversOf } from './receivers-store.ts'
import type { Version, Warning } from './store.ts'

/** Where it stands at the desk. */
export const placeOf = (id: string): string => `/balie/waarschuwingen/${UUID.test(id) ? id : ''}`

type Place = {
  readonly tx: Tx
  readonly municipality: { readonly id: string; readonly name: string }
  readonly origin: string
}

/** Whether nobody is named, and nobody works for an organisation that it is addressed to, but who sends it. */
export async function hearsNobody(tx: Tx, municipality: string, id: string, by: string): Promise<boolean> {
  const organisations = (await receiversOf(tx, municipality, id)).map((each) => each.id)
  const all = [...(await personsOf(tx, municipality, id)), ...(await peopleOf(tx, municipality, organisations))]
  return all.every((each) => each.id === by)
}

/**
 * Asks everyone it is for to read and answer it, and mails them: the named persons, and who works for an organisation
 * it is addressed to. For the municipality itself whoever handles security answers, but for RED only who is named.
 * Gives how many people were mailed; `by`, who sends it, is not one of them. `only`: of these organisations and
 * persons, who came after it was sent; those before heard of it already.
 */
export async function tellReceivers(
  { tx, municipality, origin }: Place,
  warning: Warning & { readonly label: Tlp },
  words: Version,
  by: string,
  only?: readonly string[],
): Promise<number> {
  const { id, label, version } = warning
  const isMeant = (each: { readonly id: string }) => only === undefined || only.includes(each.id)
  const named = (await personsOf(tx, municipality.id, id)).filter(isMeant)
  const receivers = (await receiversOf(tx, municipality.id, id)).filter(isMeant)
  const people = await peopleOf(
    tx,
    municipality.id,
    receivers.map((each) => each.id),
  )
  const all = new Map([...named, ...people].filter((each) => each.id !== by).map((each) => [each.id, each]))
  const text = taskLine(label, 'Lees en antwoord', words.title)
  const task = { kind: 'warning' as const, object: `warning/${id}`, text, path: placeOf(id), dueOn: words.actBy }
  const letter = toReceiver(label, words, {
    city: municipality.name,
    contact: await contactOf(tx, municipality.id),
    url: origin + placeOf(id),
  })
  for (const { id: person, email, digest } of all.values()) {
    await openTask(tx, municipality.id, { ...task, whom: { person } })
    await queueMessage(tx, municipality.id, {
      recipient: email,
      person,
      kind: 'warning',
      key: `warning/${id}/${version}/${person}`,
      object: `warning/${id}`,
      // What is urgent does not wait for the letter of tomorrow.
      digest: digest && words.urgency !== 'urgent',
      ...letter,
      by,
    })
  }
  if (label !== 'RED' && only === undefined)
    await openTask(tx, municipality.id, { ...task, whom: { role: 'security-officer' } })
  return all.size
}
