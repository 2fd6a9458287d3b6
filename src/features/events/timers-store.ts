/** What happens by itself around an event: who joined hears what changes, its keeper is asked, and names are wiped. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { contactOf } from '../../db/contact.ts'
import { keepersOf } from '../../db/keeper.ts'
import { queueMessage } from '../../db/messages.ts'
import { closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { secretOfSignUp } from '../../lib/sign-up.ts'
import { LESSONS_ASKED_AFTER, REMIND_JOINED_BEFORE } from '../../vocabulary/event.ts'
import { FORGET_JOINED_AFTER_DAYS } from '../../vocabulary/retention.ts'
import type { TaskKind } from '../../vocabulary/task.ts'
import { toJoined, type News } from './letters.ts'

const DOORS = { role: 'policy-officer', ours: '/balie/evenementen', theirs: '/balie/onze-evenementen' } as const
/** Rows that one round takes: what is left waits for the next. */
const MOST = 500
/** What `told` of who joined means before it counts the news of the event. */
const [NOTHING_YET, CAME_FREE] = [-2, -1]

/** Who joined an event that is not over, with what has to be told of it. */
const joined = (tx: Tx, municipality: string, today: string) =>
  tx
    .selectFrom('event_signup as s')
    .innerJoin('event as k', (join) =>
      join.onRef('k.municipality', '=', 's.municipality').onRef('k.id', '=', 's.event'),
    )
    .select(['s.id', 's.event', 's.email', 's.language', 's.state', 's.told', 'k.news', 'k.title', 'k.state as stands'])
    .select(['k.why', 'k.starts_on as on', 'k.starts as from', 'k.organisation'])
    .select(sql<string>`concat_ws(', ', nullif(k.place, ''), nullif(k.street, ''), nullif(k.city, ''))`.as('where'))
    .where('s.municipality', '=', municipality)
    .where('k.ends_on', '>=', today)
    .orderBy('s.asked_at')
    .orderBy('s.id')
    .limit(MOST)
type Joined = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number]

const tell = (tx: Tx, municipality: string, ids: readonly string[], set: Readonly<Record<string, unknown>>) =>
  tx.updateTable('event_signup').set(set).where('municipality', '=', municipality).where('id', 'in', ids).execute()

async function mail(tx: Tx, { municipality, origin }: Round, key: Buffer, one: Joined, news: News): Promise<void> {
  const contact = await contactOf(tx, municipality.id)
  const { id, language: lang, title, why, on, from, where } = one
  const link = `${origin}${lang === 'en' ? '/en' : ''}/samen/opgegeven/${secretOfSignUp(key, id)}`
  const letter = toJoined(news, {
    lang,
    contact,
    link,
    title,
    why,
    on,
    from,
    where,
    city: municipality.name,
    off: one.stands === 'cancelled',
    placed: one.state === 'placed',
  })
  await queueMessage(tx, municipality.id, {
    recipient: one.email,
    ...letter,
    kind: 'event',
    key: `event/${id}/${news}/${news === 'soon' ? on : `${one.told}-${one.news}`}`,
    object: `signup/${id}`,
  })
}

/** Who gave an address gets mail; who gave a number is phoned by who organises. Gives how many heard, or will. */
export async function tellJoined(tx: Tx, round: Round, key: Buffer): Promise<number> {
  const { municipality, today } = round
  const rows = await joined(tx, municipality.id, today).whereRef('s.told', '<>', 'k.news').execute()
  for (const one of rows) {
    const news: News = one.told === NOTHING_YET ? 'taken' : one.told === CAME_FREE ? 'moved-up' : 'changed'
    if (one.email !== '') await mail(tx, round, key, one, news)
    // Who signed up by number has read how it stands; only what comes after is phoned about.
    else if (news !== 'taken') await askKeeper(tx, municipality.id, one, 'event-phone', 'Bel wie geen e-mail gaf')
    const heard = one.email === '' && news !== 'taken' ? { phoned_at: null } : {}
    await tell(tx, municipality.id, [one.id], { told: one.news, ...heard })
  }
  return rows.length
}

/** The day before, who has a place and gave an address hears so once. Gives how many. */
export async function remindJoined(tx: Tx, round: Round, key: Buffer): Promise<number> {
  const { municipality, today } = round
  const rows = await joined(tx, municipality.id, today)
    .where('s.reminded', '=', false)
    .where('s.state', '=', 'placed')
    .where('s.email', '<>', '')
    .where('k.state', '=', 'placed')
    .where('k.starts_on', '>=', today)
    .where('k.starts_on', '<=', daysAfter(today, REMIND_JOINED_BEFORE))
    // Who signed up today just heard.
    .where(sql<boolean>`s.asked_at < now() - interval '12 hours'`)
    .execute()
  for (const one of rows) await mail(tx, round, key, one, 'soon')
  if (rows.length > 0)
    await tell(
      tx,
      municipality.id,
      rows.map(({ id }) => id),
      { reminded: true },
    )
  return rows.length
}

type Asked = { readonly event: string; readonly title: string; readonly organisation: string | null }
async function askKeeper(tx: Tx, municipality: string, one: Asked, kind: TaskKind, what: string): Promise<void> {
  for (const { whom, base } of await keepersOf(tx, municipality, one.organisation, DOORS))
    await openTask(tx, municipality, {
      kind,
      object: `event/${one.event}`,
      whom,
      text: `${what}: ${one.title}`,
      path: `${base}/${one.event}`,
      dueOn: null,
    })
}

/** Days after an event its keeper is asked once what it taught; what is too late to do is no task any more. */
export async function askLessons(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('event as k')
    .select(['k.id as event', 'k.title', 'k.organisation'])
    .where('k.municipality', '=', municipality)
    .where('k.state', '=', 'placed')
    .where('k.lessons', '=', '')
    .where(sql<boolean>`not k.pending ? 'lessons'`)
    .where('k.ends_on', '<=', daysAfter(today, -LESSONS_ASKED_AFTER))
    .where(
      sql<boolean>`not exists (select from task t where t.municipality = k.municipality and t.kind = 'event-lessons'
        and t.object = 'event/' || k.id)`,
    )
    .limit(MOST)
    .execute()
  for (const one of rows) await askKeeper(tx, municipality, one, 'event-lessons', 'Schrijf op wat u leerde')
  const over = sql<boolean>`exists (select from event k where k.municipality = task.municipality
    and task.object = 'event/' || k.id and k.ends_on < ${today}::date)`
  let closed = 0
  // What an organisation wrote after it waits for a person, however long.
  const settled = sql<boolean>`${over} and not exists (select from event k where k.municipality = task.municipality
    and task.object = 'event/' || k.id and k.pending <> '{}' and k.refused = '')`
  for (const kind of ['event-phone', 'event-proposed', 'event-changed'] as const)
    closed += await closeTasksThat(tx, municipality, kind, kind === 'event-changed' ? settled : over, 'itself')
  return rows.length + closed
}

/** Names, numbers and addresses of who joined go, so long after it. Gives how many. */
export async function forgetJoined(tx: Tx, municipality: string): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select wall.forget_joined(${municipality}::uuid, ${FORGET_JOINED_AFTER_DAYS}) as gone`.execute(tx)
  return rows[0]!.gone
}
