/**
 * The mail to who follows: what happened since last time and can be read at this moment, whole. What waits to be sent
 * when something of it goes is made anew (migration 048).
 */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import type { Round } from '../../../db/timer.ts'
import type { EventDetail, EventKind } from '../../../model/public-covenant.ts'
import { eventSentence } from '../../../web/covenant-story.ts'
import { day, todayIn, type Lang } from '../../../web/language.ts'
import { under } from './door-parts.tsx'
import { askToStay, news } from './letters.ts'
import { says } from './messages.ts'
import { secretOf } from './secrets.ts'

/** Letters in one round, and events in one letter. */
const MOST = 500
const LINES = 60

type Follower = {
  readonly id: string
  readonly covenant: string | null
  readonly pledge: string | null
  readonly email: string
  readonly lang: Lang
  readonly since: Date
  readonly title: string | null
}

/**
 * Writes to who is due: at once, or a week after the day of the last letter, which is the end of its key. What does not
 * fit in a letter is counted in it, with the page where it stands. Gives how many letters.
 */
export async function followNews(tx: Tx, { municipality, today, origin }: Round, key: Buffer): Promise<number> {
  const { rows } = await sql<Follower>`
    select f.id, f.covenant, f.pledge, f.email, f.lang, f.sent_until as since, coalesce(l.title, p.title) as title
    from covenant_follow f
      left join published.covenant p on p.municipality = f.municipality and p.covenant = f.covenant and p.to_at is null
      left join published.pledge l on l.municipality = f.municipality and l.no = p.no and l.pledge = f.pledge
    where f.municipality = ${municipality.id} and f.confirmed_at is not null
      and (f.at_once or case when f.last_key is null then f.sent_until < now() - interval '7 days' + interval '1 hour'
        else right(f.last_key, 10)::date <= ${today}::date - 7 end)
      and exists (select from published.covenant_event e join published.covenant c on c.municipality = e.municipality
          and c.no = e.no and c.to_at is null where e.municipality = f.municipality and e.at > f.sent_until
          and (f.covenant is null or c.covenant = f.covenant) and (f.pledge is null or e.pledge = f.pledge))
    order by f.sent_until limit ${MOST} for update of f skip locked`.execute(tx)
  const city = { city: municipality.name, contact: await contactOf(tx, municipality.id) }
  let count = 0
  for (const row of rows) {
    const happened = await eventsFor(tx, municipality.id, row)
    if (happened.length === 0) continue
    const link = `${origin}${under(row.lang)}/volgen/${secretOf(key, 'follow', row.id)}`
    const { newest: until, total } = happened[0]!
    const parts = [...Map.groupBy(happened, ({ no }) => no).values()].map((events) => ({
      title: events[0]!.title,
      at: `${origin}${under(row.lang)}/convenanten/${events[0]!.no}`,
      lines: events.map((event) => lineOf(row.lang, event)),
    }))
    const kept = `follow-news/${row.id}/${until.toISOString()}/${today}`
    await queueMessage(tx, municipality.id, {
      recipient: row.email,
      kind: 'follow-news',
      key: kept,
      object: `follow/${row.id}`,
      unsubscribe: link,
      ...news({ lang: row.lang, title: row.title ?? says(row.lang).followAll, link, ...city }, parts, total - LINES),
    })
    await tx
      .updateTable('covenant_follow')
      .set({ sent_before: row.since, sent_until: until, last_key: kept })
      .where('municipality', '=', municipality.id)
      .where('id', '=', row.id)
      .execute()
    count += 1
  }
  return count
}

type Happened = {
  readonly no: number
  readonly title: string
  readonly at: Date
  readonly on: string
  readonly kind: EventKind
  readonly detail: EventDetail
  readonly party: string | null
  readonly pledge: string | null
  readonly asked: string | null
  readonly answer: string | null
  readonly by: string | null
  /** Of everything since then: how much there is, and when the last of it came. */
  readonly total: number
  readonly newest: Date
}

/** What can be read now of what happened since then. */
async function eventsFor(
  tx: Tx,
  municipality: string,
  { covenant, pledge, since }: Follower,
): Promise<readonly Happened[]> {
  const { rows } = await sql<Happened>`
    select e.no, c.title, e.at, e."on", e.kind, e.detail, p.name as party, l.title as pledge, r.text as asked, r.answer,
      r.by_function as by, (count(*) over ())::int as total, max(e.at) over () as newest
    from published.covenant_event e
      join published.covenant c on c.municipality = e.municipality and c.no = e.no and c.to_at is null
      left join published.covenant_party p on p.municipality = e.municipality and p.no = e.no and p.party = e.party
      left join published.pledge l on l.municipality = e.municipality and l.no = e.no and l.pledge = e.pledge
      left join published.covenant_remark r on r.municipality = e.municipality and r.id::text = e.detail ->> 'remark'
    where e.municipality = ${municipality} and e.at > ${since} and (e.kind <> 'remark' or r.id is not null)
      and (${covenant}::uuid is null or c.covenant = ${covenant}) and (${pledge}::text is null or e.pledge = ${pledge})
    order by c.no, e."on", e.at, e.id limit ${LINES}`.execute(tx)
  return rows
}

function lineOf(lang: Lang, { on, asked, answer, by, ...told }: Happened): string {
  const said = asked === null ? '' : ` “${asked}” ${by}: “${answer}”`
  return `${day(lang, on)}: ${eventSentence(lang, told)}${said}`
}

/** Asks once a year whether it may go on, a month before it ends. Gives how many letters. */
export async function askFollowers(tx: Tx, { municipality, origin }: Round, key: Buffer): Promise<number> {
  const { rows } = await sql<{ id: string; email: string; lang: Lang; ends: Date; title: string | null }>`
    update covenant_follow f set asked_at = now() from covenant_follow g
      left join published.covenant p on p.municipality = g.municipality and p.covenant = g.covenant and p.to_at is null
    where f.municipality = ${municipality.id} and g.municipality = f.municipality and g.id = f.id
      and f.confirmed_at is not null and f.asked_at is null and f.ends_at < now() + interval '30 days'
    returning f.id, f.email, f.lang, f.ends_at as ends, p.title`.execute(tx)
  const city = { city: municipality.name, contact: await contactOf(tx, municipality.id) }
  for (const { id, email, lang, ends, title } of rows) {
    const link = `${origin}${under(lang)}/volgen/${secretOf(key, 'follow', id)}`
    await queueMessage(tx, municipality.id, {
      recipient: email,
      kind: 'follow',
      key: `follow/${id}/stay/${todayIn(ends)}`,
      object: `follow/${id}`,
      unsubscribe: link,
      ...askToStay({ lang, title: title ?? says(lang).followAll, link, ...city }, todayIn(ends)),
    })
  }
  return rows.length
}

/** The address of a reader goes some time after the answer; what was published stays. Gives how many. */
export async function forgetReaders(tx: Tx, municipality: string, after: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('covenant_remark')
    .set({ email: '' })
    .where('municipality', '=', municipality)
    .where('state', '<>', 'open')
    .where('email', '<>', '')
    .where('answered_at', '<', sql<Date>`now() - ${after}::interval`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
