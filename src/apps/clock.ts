/**
 * What happens by itself, for every municipality: each timer that a feature gives, and the mail that waits. It reminds
 * and tidies; it decides nothing.
 */
import { asClock } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { sweepJobs } from '../db/jobs.ts'
import { dropMonths, keepMonths } from '../db/months.ts'
import { municipalities } from '../db/municipality.ts'
import type { Timer } from '../db/timer.ts'
import type { Postman } from '../model/mail.ts'
import { todayIn } from '../web/language.ts'
import { deliver, type Alone } from './clock/deliver.ts'
import { at } from '../lib/host-name.ts'
import type { Listed } from './hosts.ts'

export type Clock = {
  readonly timers: readonly Timer[]
  /** Without one mail waits in the outbox. */
  readonly postman: Postman | undefined
  /** Sends in a process of its own what went wrong here each time; without it, it is sent here. */
  readonly alone?: Alone | undefined
  /** Scheme and host of the site that asks. */
  readonly origin: string
  /** YYYY-MM-DD. */
  readonly today?: string
}

/** How much was done, by the ids of the timers, and how the mail fared. */
export type Done = Readonly<Record<string, number>> & Awaited<ReturnType<typeof deliver>>

/**
 * One round. Two at once do nothing twice. A timer that fails keeps no other from its work, nor the mail from leaving:
 * what it said is thrown at the end.
 */
export async function tick(db: Db, { timers, postman, alone, origin: asked, today = todayIn() }: Clock): Promise<Done> {
  const mail = { sent: 0, waiting: 0, refused: 0 }
  const done: Record<string, number> = Object.fromEntries(timers.map(({ id }) => [id, 0]))
  const failed: unknown[] = []
  const all = await municipalities(db)
  /** What fails keeps nothing else from its work. */
  const attempt = async (work: () => Promise<unknown>) => work().catch((error: unknown) => void failed.push(error))
  if (all[0]) await attempt(() => asClock(db, all[0]!.id, keepMonths))
  for (const municipality of all) {
    const origin = originOf(municipality, asked, all.length === 1)
    for (const { id, mails, run } of timers) {
      if (mails && !postman) continue
      await attempt(async () => {
        done[id]! += await asClock(db, municipality.id, (tx) => run(tx, { municipality, today, origin }))
      })
    }
    if (!postman) continue
    await attempt(async () => {
      for (const [name, count] of Object.entries(await deliver(db, municipality.id, postman, alone)))
        mail[name as keyof typeof mail] += count
    })
  }
  if (failed.length === 1) throw failed[0]
  if (failed.length > 1) throw new AggregateError(failed, `${failed.length} timers failed`)
  return { ...done, ...mail }
}

/**
 * Mail names the site of its own municipality; of the only one, without hosts of its own, that is the site that asks.
 * One whose names were just changed has not started its site yet: its first name is where it will be.
 */
function originOf({ site, hosts: [first] }: Listed, asked: string, only: boolean): string {
  if (first === undefined && only) return asked
  return site ?? (first === undefined ? asked : at(asked, first))
}

/** Takes away jobs that ended long ago, of all municipalities. Gives how many. */
export async function sweepEnded(db: Db): Promise<number> {
  const [first] = await municipalities(db)
  return first ? asClock(db, first.id, sweepJobs) : 0
}

/** Takes away whole months of measurements that are past their time, of all municipalities. Gives how many. */
export async function sweepMonths(db: Db): Promise<number> {
  const [first] = await municipalities(db)
  return first ? asClock(db, first.id, dropMonths) : 0
}
