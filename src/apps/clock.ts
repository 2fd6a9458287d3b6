/**
 * What happens by itself, for every municipality: mail, reminders, escalation, re-tests, retention. It reminds and
 * tidies; it decides nothing.
 */
import { asClock } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { dropMonths, keepMonths } from '../db/months.ts'
import { municipalities } from '../db/municipality.ts'
import type { Postman } from '../model/mail.ts'
import { todayIn } from '../web/language.ts'
import { mailHead } from './clock/audit-head.ts'
import { deliver } from './clock/deliver.ts'
import { digest } from './clock/digest.ts'
import { escalate } from './clock/escalate.ts'
import { forget } from './clock/forget.ts'
import { remind } from './clock/remind.ts'
import { announceRetests } from './clock/retests.ts'
import { auditMailOf } from './mail.ts'

export type Done = {
  readonly sent: number
  readonly waiting: number
  readonly refused: number
  readonly reminded: number
  readonly escalated: number
  readonly retests: number
  readonly forgotten: number
}

/**
 * One round. Two at once do nothing twice: rows are locked, keys are unique. Without a postman mail waits in the
 * outbox. `auditTo`: where the head of the trail is mailed.
 */
export async function tick(
  db: Db,
  postman: Postman | undefined,
  asked: string,
  today: string = todayIn(),
  auditTo: string | undefined = auditMailOf(),
): Promise<Done> {
  const total = { sent: 0, waiting: 0, refused: 0, reminded: 0, escalated: 0, retests: 0, forgotten: 0 }
  const all = await municipalities(db)
  if (all[0]) await asClock(db, all[0].id, keepMonths)
  for (const municipality of all) {
    const { id, site } = municipality
    // Mail names the site of its own municipality; of the only one that is the site that asks.
    const origin = all.length === 1 ? asked : (site ?? asked)
    const done = await asClock(db, id, async (tx) => ({
      escalated: await escalate(tx, id, today),
      retests: await announceRetests(tx, id, today),
      reminded: await remind(tx, municipality, today, origin),
      forgotten: await forget(tx, id),
    }))
    for (const [name, count] of Object.entries(done)) total[name as keyof typeof done] += count
    if (postman) {
      if (auditTo !== undefined) await asClock(db, id, (tx) => mailHead(tx, municipality, auditTo, today))
      await digest(db, municipality, today, origin)
      const mail = await deliver(db, id, postman)
      for (const [name, count] of Object.entries(mail)) total[name as keyof typeof mail] += count
    }
  }
  return total
}

/** Takes away whole months of measurements that are past their time, of all municipalities. Gives how many. */
export async function sweepMonths(db: Db): Promise<number> {
  const [first] = await municipalities(db)
  return first ? asClock(db, first.id, dropMonths) : 0
}
