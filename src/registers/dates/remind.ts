/** Tells whoever keeps a register that a date comes near: by a task each time, and the last time by mail too. */
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import type { Register } from '../../model/register.ts'
import { sentFor } from '../../web/letter.ts'
import { isShut } from '../access.ts'
import { aboutDate, comingIn, dateAddress, dateOf } from './rules.ts'
import { keepersOf, openReminder, remindersDue, settleDates, type Reminder } from './store.ts'

/** More people than this do not keep one register. */
const MOST = 50

type On = {
  readonly municipality: { readonly id: string; readonly name: string }
  readonly registers: readonly Register[]
  /** YYYY-MM-DD. */
  readonly today: string
  /** Scheme and host of the desk, for the link in the mail. */
  readonly origin: string
}

/** Opens the tasks that are due today and closes those about dates that nothing has any more. Gives how many opened. */
export async function remindOfDates(tx: Tx, { municipality, registers, today, origin }: On): Promise<number> {
  await settleDates(tx, municipality.id)
  const due = await remindersDue(tx, municipality.id, registers, today)
  for (const reminder of due) {
    const register = registers.find(({ id }) => id === reminder.register)!
    // Tasks and mail are read by more people than a register that is for a few.
    const named = isShut(register) ? { ...reminder, first: [] } : reminder
    const text = comingIn(register, dateOf(register, reminder.field)!, named)
    const path = dateAddress(reminder)
    await openReminder(tx, municipality.id, { ...reminder, text, path, role: register.keeper })
    if (reminder.last) await mail(tx, municipality, { reminder, register, text, url: origin + path })
  }
  return due.length
}

type Last = {
  readonly reminder: Reminder
  readonly register: Register
  readonly text: string
  readonly url: string
}

async function mail(tx: Tx, municipality: On['municipality'], { reminder, register, text, url }: Last): Promise<void> {
  const keepers = await keepersOf(tx, municipality.id, register, MOST)
  const contact = await contactOf(tx, municipality.id)
  for (const { id, name, email, digest } of keepers)
    await queueMessage(tx, municipality.id, {
      recipient: email,
      person: id,
      kind: 'reminder',
      digest,
      key: `date/${aboutDate(reminder)}/${id}`,
      subject: `Herinnering: ${text}`.slice(0, 200),
      body: [
        `Beste ${name},`,
        `${text}.`,
        `Dit is de laatste herinnering die in het register “${register.title}” staat. U krijgt deze mail omdat u ` +
          `dat register bijhoudt.`,
        `Hier ziet u wat het is, en kunt u verder:\n${url}`,
        sentFor(municipality.name, contact),
      ].join('\n\n'),
    })
}
