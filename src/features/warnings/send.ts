/** Sending a warning: a task and a mail to everyone it is for, as the label allows; and telling who can help. */
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { openTask } from '../../db/tasks.ts'
import { UUID } from '../../lib/uuid.ts'
import type { Tlp } from '../../vocabulary/tlp.ts'
import { taskLine, toReceiver } from './letters.ts'
import { hearersOf } from './receivers-store.ts'
import type { Version, Warning } from './store.ts'

/** Where it stands at the desk. */
export const placeOf = (id: string): string => `/balie/waarschuwingen/${UUID.test(id) ? id : ''}`

type Place = {
  readonly tx: Tx
  readonly municipality: { readonly id: string; readonly name: string }
  readonly origin: string
}

/** Whether nobody hears of it but who sends it. */
export const hearsNobody = async (tx: Tx, municipality: string, id: string, by: string): Promise<boolean> =>
  (await hearersOf(tx, municipality, id)).every((each) => each.id === by)

/** How many people are asked, and to how many of them mail goes now: not twice about the same version. */
export type Told = { readonly asked: number; readonly mailed: number }

/** The same in a sentence. */
export function toldWords({ asked, mailed }: Told): string {
  if (asked === 0) return 'Er ging bericht naar niemand.'
  if (mailed === 0) return 'Er ging geen nieuw bericht: dat ging al eerder.'
  return `Er ging bericht naar ${mailed === 1 ? 'één mens' : `${mailed} mensen`}.`
}

/**
 * Asks everyone it is for to read and answer it, and mails them: the named persons, and who works for an organisation
 * it is addressed to. For the municipality itself whoever handles security answers, but for RED only who is named.
 * `by`, who sends it, is not one of them. `only`: of these organisations and persons, who came after it was sent; those
 * before heard of it already.
 */
export async function tellReceivers(
  { tx, municipality, origin }: Place,
  warning: Warning & { readonly label: Tlp },
  words: Version,
  by: string,
  only?: readonly string[],
): Promise<Told> {
  const { id, label, version } = warning
  const isMeant = (each: { readonly id: string; readonly organisation: string | null }) =>
    only === undefined || only.includes(each.id) || (each.organisation !== null && only.includes(each.organisation))
  const all = (await hearersOf(tx, municipality.id, id)).filter((each) => each.id !== by && isMeant(each))
  const text = taskLine(label, 'Lees en antwoord', words.title)
  const task = { kind: 'warning' as const, object: `warning/${id}`, text, path: placeOf(id), dueOn: words.actBy }
  const letter = toReceiver(label, words, {
    city: municipality.name,
    contact: await contactOf(tx, municipality.id),
    url: origin + placeOf(id),
  })
  let mailed = 0
  for (const { id: person, email, digest } of all) {
    await openTask(tx, municipality.id, { ...task, whom: { person } })
    const goes = await queueMessage(tx, municipality.id, {
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
    if (goes) mailed++
  }
  if (label !== 'RED' && only === undefined)
    await openTask(tx, municipality.id, { ...task, whom: { role: 'security-officer' } })
  return { asked: all.length, mailed }
}
