/** What happens to badges by itself: reminders before the end, a task when the ground changes, and forgetting. */
import { daysAfter } from '../../lib/iso-date.ts'
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessage } from '../../db/messages.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { BADGE_GROUNDS, BADGE_REMINDERS } from '../../vocabulary/badge.ts'
import { FORGET_BADGE_CONSENT_AFTER } from '../../vocabulary/retention.ts'
import { day } from '../../web/language.ts'
import { ending } from './letters.ts'

const ROLE = { role: 'account-manager' } as const
type Days = (typeof BADGE_REMINDERS)[number]
const kindOf = (days: Days) => `badge-ends-${days}` as const

/** Badges that end between two days and were not told of so before; not those after which the next was given. */
const endingBetween = (
  tx: Tx,
  municipality: string,
  days: (typeof BADGE_REMINDERS)[number],
  from: string,
  until: string,
) =>
  tx
    .selectFrom('badge as b')
    .select(['b.id', 'b.number', 'b.kind', 'b.holder', 'b.valid_until as validUntil', 'b.email'])
    .where('b.municipality', '=', municipality)
    .where('b.ended', 'is', null)
    .where('b.valid_until', '>=', from)
    .where('b.valid_until', '<=', until)
    .where(
      sql<boolean>`not exists (select from badge n where n.municipality = b.municipality and n.kind = b.kind
        and n.organisation is not distinct from b.organisation and n.premises is not distinct from b.premises
        and n.covenant is not distinct from b.covenant and n.ended is null and n.valid_until > b.valid_until)`,
    )
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = b.municipality and t.kind = ${kindOf(days)}
        and t.object = 'badge/' || b.id)`,
    )
    .orderBy('b.valid_until')
    .limit(500)
    .execute()

/** Tells account manager and holder that a badge ends: at each moment once. Gives how much was told or closed. */
export async function remind(tx: Tx, { municipality, today, origin }: Round): Promise<number> {
  const { id, name: city } = municipality
  const contact = await contactOf(tx, id)
  let count = 0
  for (const days of BADGE_REMINDERS) {
    // Who hears that it ends in two weeks need not hear as well that it ends in two months.
    const nearer = Math.max(-1, ...BADGE_REMINDERS.filter((each) => each < days))
    const rows = await endingBetween(tx, id, days, daysAfter(today, nearer + 1), daysAfter(today, days))
    for (const { email, ...badge } of rows) {
      await openTask(tx, id, {
        kind: kindOf(days),
        object: `badge/${badge.id}`,
        whom: ROLE,
        text: `De badge van ${badge.holder} loopt af op ${day('nl', badge.validUntil)}`,
        path: `/balie/badges/${badge.id}`,
        dueOn: badge.validUntil,
      })
      if (email === '') continue
      await queueMessage(tx, id, {
        recipient: email,
        kind: 'badge',
        key: `badge/${badge.id}/ends/${days}`,
        object: `badge/${badge.id}`,
        ...ending(badge, { city, contact, origin }),
      })
    }
    const past = sql<boolean>`exists (select from badge b where b.municipality = task.municipality
      and task.object = 'badge/' || b.id and (b.ended is not null or b.valid_until < ${today}::date))`
    count += rows.length + (await closeTasksThat(tx, id, kindOf(days), past, 'itself'))
  }
  return count
}

/** A badge whose ground changed is a task, until it is withdrawn or the ground is back. Gives how many. */
export async function tellGrounds(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('badge')
    .select(['id', 'holder', 'ground'])
    .where('municipality', '=', municipality)
    .where('ground', '<>', 'holds')
    .where('ended', 'is', null)
    .where('valid_until', '>=', today)
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = badge.municipality and t.kind = 'badge-ground'
        and t.object = 'badge/' || badge.id and t.done_at is null)`,
    )
    .limit(500)
    .execute()
  for (const { id, holder, ground } of rows)
    await openTask(tx, municipality, {
      kind: 'badge-ground',
      object: `badge/${id}`,
      whom: ROLE,
      text: `Kijk naar de badge van ${holder}: ${BADGE_GROUNDS[ground]}`,
      path: `/balie/badges/${id}`,
      dueOn: null,
    })
  const over = sql<boolean>`exists (select from badge b where b.municipality = task.municipality
    and task.object = 'badge/' || b.id
    and (b.ground = 'holds' or b.ended is not null or b.valid_until < ${today}::date))`
  return rows.length + (await closeTasksThat(tx, municipality, 'badge-ground', over, 'itself'))
}

/** Takes away who agreed to a badge and where reminders went, so long after it ended. Gives how many. */
export async function forgetConsent(tx: Tx, municipality: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('badge')
    .set({ email: '', consent_by: '(gewist)' })
    .where('municipality', '=', municipality)
    .where(sql<boolean>`coalesce(ended_on, valid_until) < today_here() - ${FORGET_BADGE_CONSENT_AFTER}::interval`)
    .where((where) => where.or([where('email', '<>', ''), where('consent_by', '<>', '(gewist)')]))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
