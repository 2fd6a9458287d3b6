/** Asks for a second look where a measurement saw worse than what is published, at another time of the day. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { enqueueVisits } from '../../db/jobs.ts'
import { laterLooks, type Later } from '../../db/later-looks.ts'
import { nextLook, settle } from '../../scoring/settle.ts'
import { openVisit } from './open-visit-store.ts'

/** Hours between two looks, and how many second looks there are in a day, of the whole installation. */
export type LookPlan = { readonly hours: number; readonly perDay: number }
/** Second looks at one address in a week: one that says something else each time is left to the rounds. */
const OF_ONE = 3

type Watched = { readonly municipality: string; readonly subject: string }

/**
 * Asks for the visits that these subjects need before what is worse can be published; twice asks nothing more. In the
 * transaction that keeps what was seen: who is killed has asked for nothing, or has kept it. Where the norms or lists
 * are not those of the last publication, what is worse may be their doing: who publishes knows, and asks then for what
 * waits. Gives how many.
 */
export async function askSecondLooks(
  tx: Tx,
  watched: readonly Watched[],
  { hours, perDay }: LookPlan,
): Promise<number> {
  let asked = 0
  for (const [municipality, of] of Map.groupBy(watched, (each) => each.municipality)) {
    const ids = of.map(({ subject }) => subject)
    const unsure = (await laterLooks(tx, municipality, ids)).filter(
      ({ before, looks, sameRules }) => sameRules && settle(before, looks, hours) !== 'as-seen',
    )
    for (const [subject, later] of Map.groupBy(unsure, (each) => each.subject))
      asked += Number(await ask(tx, { municipality, subject }, later, { hours, perDay }))
  }
  return asked
}

async function ask(
  tx: Tx,
  { municipality, subject }: Watched,
  later: readonly Later[],
  { hours, perDay }: LookPlan,
): Promise<boolean> {
  const [newest] = later.flatMap(({ looks }) => looks).toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  // Who asks for a round takes a look along before its time: that was no second look, and uses none up.
  const inTime = sql`(o.ended_at is null or o.ended_at >= l.due)`
  const { rows } = await sql<{
    kind: 'website' | 'mail-domain'
    address: string
    domain: string
    of: number
    all: number
  }>`
    select v.kind, v.address, v.domain,
      (select count(distinct l.visit)::int from second_look l join visit o on o.id = l.visit
        where o.kind = v.kind and o.address = v.address and l.asked_at > now() - interval '7 days'
          and ${inTime}) as of,
      (select count(distinct l.visit)::int from second_look l join visit o on o.id = l.visit
        where l.asked_at > now() - interval '1 day' and ${inTime}) as all
    from visit v where v.id = ${newest!.visit}`.execute(tx)
  const { kind, address, domain, of, all } = rows[0]!
  if (of >= OF_ONE) return false
  const open = await openVisit(tx, { kind, address, domain })
  // What is too much for a day waits for the next: later is as good.
  const due = new Date(nextLook(newest!.at, hours).getTime() + Math.floor(all / perDay) * 86_400_000)
  if (open.fresh) await enqueueVisits(tx, [{ id: open.id, lane: domain, parked: false, due }])
  await tx
    .insertInto('second_look')
    .values({
      municipality,
      subject,
      visit: open.id,
      saw: newest!.visit,
      criteria: later.map(({ criterion }) => criterion).toSorted(),
      due,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return open.fresh
}
