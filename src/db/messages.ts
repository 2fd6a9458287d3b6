/**
 * Mail that waits to be sent: written in the transaction that causes it, each once by its key. The database makes the
 * job that sends it.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Fare } from '../model/mail.ts'
import type { Tx } from './as.ts'
import type { Db } from './connect.ts'
import { enqueue, hurry } from './jobs.ts'

export type NewMessage = {
  readonly recipient: string
  readonly person?: string | null
  readonly subject: string
  readonly body: string
  readonly kind: string
  /** The same key is never sent twice, such as `opinion/<request>/asked`. */
  readonly key: string
  /** Waits for the daily digest of that person instead of going at once. */
  readonly digest?: boolean
  /** What it is about, `organisation/<id>`: there it is told when it does not arrive. */
  readonly object?: string
  /** Where it is stopped at once, by a mail program too (RFC 8058). */
  readonly unsubscribe?: string
  /** The person who caused it, and hears when it does not arrive. */
  readonly by?: string
}

/** Puts it in the outbox; false when this key was there already. */
export const queueMessage = async (tx: Tx, municipality: string, message: NewMessage): Promise<boolean> =>
  (await queueMessages(tx, municipality, [message])) === 1

/** Messages that go to the database at one time: texts, so no more than some megabytes. */
const PART = 1_000

/** Puts all of these in the outbox, however many. Gives how many were not there already. */
export async function queueMessages(tx: Tx, municipality: string, all: readonly NewMessage[]): Promise<number> {
  let count = 0
  for (let from = 0; from < all.length; from += PART) {
    const rows = all
      .slice(from, from + PART)
      .map((message) => ({ ...message, digest: message.digest ?? false, id: uuid() }))
    // Not `returning`: who puts a message in the box may not read what is in it.
    const { numAffectedRows = 0n } = await sql`
      insert into message (municipality, id, person, recipient, subject, body, kind, key, digest, object, by,
        unsubscribe)
      select ${municipality}, m.* from json_to_recordset(${JSON.stringify(rows)}::json) as m(id uuid, person uuid,
        recipient text, subject text, body text, kind text, key text, digest boolean, object text, by uuid,
        unsubscribe text)
      on conflict do nothing`.execute(tx)
    count += Number(numAffectedRows)
  }
  return count
}

/** A link that lets somebody in, or to what somebody reported, as it stands in a mail. */
const SECRET =
  '/(balie/link|balie/nulmeting|fout-melden|verzoeken|schouw|tekenen|volgen|samen/opgegeven|reacties|weerwoord)' +
  '/[A-Za-z0-9_-]{43}'

/** A body of which no link opens anything any more. */
export const withoutLinks = sql<string>`regexp_replace(body, ${SECRET}, '/\\1/…', 'g')`

/**
 * Takes the secrets out of mail that was sent, and of mail that waited so long that its link is dead: whoever reads the
 * database or a backup later comes in by none of them. Gives how many.
 */
export async function wipeLinks(tx: Tx, municipality: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('message')
    .set({ body: withoutLinks, unsubscribe: null })
    .where('municipality', '=', municipality)
    .where('body', '~', SECRET)
    .where((where) =>
      where.or([
        where('sent_at', 'is not', null),
        sql<boolean>`created_at < now() - case kind when 'reset' then interval '1 hour'
          when 'invitation' then interval '14 days' else interval '60 days' end`,
      ]),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

const PATHS: Readonly<Record<string, string>> = {
  organisation: '/balie/organisaties/',
  person: '/balie/beheer/mensen/',
  case: '/balie/zaken/',
  report: '/balie/meldingen/',
  covenant: '/balie/convenanten/',
  badge: '/balie/badges/',
  warning: '/balie/waarschuwingen/',
  incident: '/balie/hulp-in-nood/',
  campaign: '/balie/campagnes/',
  exercise: '/balie/oefeningen/',
}
/** The page of what a message is about: `organisation/<id>`; undefined when it has none. */
export function pathOfObject(object: string): string | undefined {
  const [kind = '', id = ''] = object.split('/')
  return PATHS[kind] === undefined ? undefined : `${PATHS[kind]}${id}`
}

/** Messages with how they fare: the newest job of each says how often it was tried and when it is tried again. */
const fares = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('message')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('job')
          .select(['attempt', 'due', 'state'])
          .whereRef('job.municipality', '=', 'message.municipality')
          .where('job.kind', '=', 'mail')
          .where('job.key', '=', sql<string>`message.id::text`)
          .orderBy('job.asked_at', 'desc')
          .limit(1)
          .as('job'),
      (join) => join.onTrue(),
    )
    .select([
      'message.id',
      'message.kind',
      'recipient',
      sql<string | null>`wall.message_subject(message.id)`.as('subject'),
      'object',
      'created_at as createdAt',
      'sent_at as sentAt',
      sql<number>`coalesce(job.attempt, 0)`.as('tries'),
      sql<Date | null>`case when job.state = 'queued' and job.attempt > 0 then job.due end`.as('tryAfter'),
      'trouble',
      'said',
      sql<boolean>`failure is not null`.as('failed'),
    ])
    .where('message.municipality', '=', municipality)

/** The newest message of this kind about something; undefined when there was none. */
export const lastAbout = (tx: Tx, municipality: string, object: string, kind: string): Promise<Fare | undefined> =>
  fares(tx, municipality)
    .where('object', '=', object)
    .where('message.kind', '=', kind)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Not sent, and tried in vain. */
const IN_TROUBLE = sql<boolean>`sent_at is null and (failure is not null or trouble is not null)`

/** How one message fared. */
export const fareOf = (tx: Tx, municipality: string, id: string): Promise<Fare | undefined> =>
  fares(tx, municipality).where('message.id', '=', id).executeTakeFirst()

/** What did not arrive, or not yet though it was tried: newest first, at most `most`. */
export const inTrouble = (tx: Tx, municipality: string, most: number): Promise<Fare[]> =>
  fares(tx, municipality).where(IN_TROUBLE).orderBy('created_at', 'desc').limit(most).execute()

/**
 * In a demo the desk reads what would have been sent: nobody lives there, and no mail goes out (ADR 0073). As the owner
 * of the database; anywhere else the desk reads no letter of another.
 */
export const showMail = async (db: Db): Promise<void> => {
  await sql`grant select (subject, body) on message to leidraad_desk`.execute(db)
}

/** A secret as it ends any link, also of a kind that no mail held before: 256 bits in base64url. */
const ANY_SECRET = '/[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048](?![A-Za-z0-9_-])'

/**
 * What was written last, to show instead of sending, where `showMail` opened it: newest first, at most `most`. Without
 * the secrets of its links: those are for who gets the mail, and the mail that waits keeps them.
 */
export const written = (tx: Tx, municipality: string, most: number) =>
  tx
    .selectFrom('message')
    .select(['id', 'recipient', 'subject', 'kind', 'digest', 'created_at as createdAt'])
    .select(sql<string>`regexp_replace(body, ${ANY_SECRET}, '/…', 'g')`.as('body'))
    .where('municipality', '=', municipality)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()

/** How many wait that were never tried. */
export async function waiting(tx: Tx, municipality: string): Promise<number> {
  const row = await tx
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('municipality', '=', municipality)
    .where('sent_at', 'is', null)
    .where('failure', 'is', null)
    .where('trouble', 'is', null)
    .where('digest', '=', false)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Tries a message anew that did not arrive, as if it was just written; false when it is not in trouble. */
export async function tryAgain(tx: Tx, municipality: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('message')
    .set({ failure: null, trouble: null, said: null, created_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where(IN_TROUBLE)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  if (!(await enqueue(tx, { kind: 'mail', municipality, key: id }))) await hurry(tx, municipality, 'mail', id)
  return true
}
