/**
 * What happens by itself, for every municipality: mail, reminders, escalation, re-tests, retention. It reminds and
 * tidies; it decides nothing.
 */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { asClock, type Tx } from '../db/as.ts'
import type { Db } from '../db/connect.ts'
import { queueMessage } from '../db/messages.ts'
import { municipalities } from '../db/municipality.ts'
import { openTask } from '../db/tasks.ts'
import { addWorkingDays, isWorkingDay } from '../lib/working-days.ts'
import { MailRefused, type Postman } from '../model/mail.ts'
import { FORGET_LEAVERS_AFTER, RETENTION } from '../model/retention.ts'
import { todayIn } from '../web/language.ts'

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
 * outbox.
 */
export async function tick(
  db: Db,
  postman: Postman | undefined,
  origin: string,
  today: string = todayIn(),
): Promise<Done> {
  const total = { sent: 0, waiting: 0, refused: 0, reminded: 0, escalated: 0, retests: 0, forgotten: 0 }
  for (const { id } of await municipalities(db)) {
    const done = await asClock(db, id, async (tx) => ({
      escalated: await escalate(tx, id, today),
      retests: await announceRetests(tx, id, today),
      reminded: await remind(tx, id, today, origin),
      forgotten: await forget(tx, id),
    }))
    for (const [name, count] of Object.entries(done)) total[name as keyof typeof done] += count
    if (postman) {
      await digest(db, id, today, origin)
      const mail = await deliver(db, id, postman)
      for (const [name, count] of Object.entries(mail)) total[name as keyof typeof mail] += count
    }
  }
  return total
}

/** An opinion that is late: whoever handles the case asks for it. Silence never counts as consent. */
async function escalate(tx: Tx, municipality: string, today: string): Promise<number> {
  const late = await tx
    .selectFrom('opinion_request as r')
    .innerJoin('case_file as c', (join) =>
      join.onRef('c.municipality', '=', 'r.municipality').onRef('c.id', '=', 'r.case_file'),
    )
    .select(['r.id', 'r.case_file', 'c.title', 'c.handler'])
    .where('r.municipality', '=', municipality)
    .where('r.escalated_at', 'is', null)
    .where('r.due_on', '<', today)
    .where('c.state', '=', 'opinions')
    .whereRef('r.round', '=', 'c.round')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('opinion as o')
            .select('o.id')
            .whereRef('o.municipality', '=', 'r.municipality')
            .whereRef('o.request', '=', 'r.id'),
        ),
      ),
    )
    .forUpdate('r')
    .skipLocked()
    .execute()
  for (const { id, case_file: file, title, handler } of late) {
    await tx
      .updateTable('opinion_request')
      .set({ escalated_at: sql`now()` })
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .execute()
    await openTask(tx, municipality, {
      kind: `late.${id}`,
      object: `case/${file}`,
      whom: handler === null ? { role: 'policy-officer' } : { person: handler },
      text: `Een advies over ${title} is te laat: vraag ernaar`,
      path: `/balie/zaken/${file}`,
      dueOn: addWorkingDays(today, 2),
    })
  }
  return late.length
}

/** A test that ends within eight weeks: a task for its handler. */
async function announceRetests(tx: Tx, municipality: string, today: string): Promise<number> {
  const due = await tx
    .selectFrom('case_file')
    .select(['id', 'title', 'handler', 'urgent', 'retest_on as on'])
    .where('municipality', '=', municipality)
    .where('state', 'in', ['decided', 'published', 'follow-up'])
    .where(sql<boolean>`retest_on <= ${today}::date + 56`)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('retest')
            .select('retest.id')
            .whereRef('retest.municipality', '=', 'case_file.municipality')
            .whereRef('retest.case_file', '=', 'case_file.id')
            .where('kind', '=', 'date')
            .whereRef('retest.due_on', '=', 'case_file.retest_on'),
        ),
      ),
    )
    .limit(500)
    .execute()
  for (const { id, title, handler, urgent, on } of due) {
    await tx
      .insertInto('retest')
      .values({
        municipality,
        id: uuid(),
        case_file: id,
        kind: 'date',
        text: urgent
          ? 'Spoed: de volledige toets volgt binnen acht weken.'
          : 'De datum om opnieuw te toetsen komt eraan.',
        due_on: on!,
        by: null,
      })
      .execute()
    await openTask(tx, municipality, {
      kind: 'retest-due',
      object: `case/${id}`,
      whom: handler === null ? { role: 'policy-officer' } : { person: handler },
      text: `Toets opnieuw: ${title}`,
      path: `/balie/zaken/${id}`,
      dueOn: on,
    })
  }
  return due.length
}

/** Reminds once when a task is due within two working days, and once when it is late. */
async function remind(tx: Tx, municipality: string, today: string, origin: string): Promise<number> {
  const rows = await tx
    .selectFrom('task')
    .innerJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'task.municipality').onRef('person.id', '=', 'task.person'),
    )
    .select([
      'task.id',
      'task.text',
      'task.path',
      'task.due_on as dueOn',
      'person.id as person',
      'person.email',
      'person.name',
      'person.digest',
    ])
    .where('task.municipality', '=', municipality)
    .where('task.done_at', 'is', null)
    .where('person.state', '=', 'active')
    .where('task.due_on', '<=', addWorkingDays(today, 2))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('message')
            .select('message.id')
            .whereRef('message.municipality', '=', 'task.municipality')
            .where(
              'message.key',
              '=',
              sql<string>`'reminder/' || task.id || case when task.due_on < ${today}::date then '/late' else '/soon'
                end`,
            ),
        ),
      ),
    )
    .limit(500)
    .execute()
  for (const { id, text, path, dueOn, person, email, name, digest: daily } of rows) {
    const late = dueOn! < today
    await queueMessage(tx, municipality, {
      recipient: email,
      person,
      kind: 'reminder',
      digest: daily,
      key: `reminder/${id}${late ? '/late' : '/soon'}`,
      subject: `${late ? 'Te laat' : 'Bijna aan de beurt'}: ${text}`,
      body:
        `Beste ${name},\n\n${text}.\n${late ? 'Dit had klaar moeten zijn op' : 'Graag uiterlijk'} ` +
        `${dueOn!.split('-').reverse().join('-')}.\n\n${origin}${path}\n`,
    })
  }
  return rows.length
}

async function forget(tx: Tx, municipality: string): Promise<number> {
  let count = 0
  for (const { table, column, keep } of RETENTION) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where municipality = ${municipality}
        and ${sql.ref(column)} < now() - ${keep}::interval`.execute(tx)
    count += Number(numAffectedRows ?? 0)
  }
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({
      name: 'oud-medewerker',
      email: sql`'vertrokken-' || id || '@voorbeeld.invalid'`,
      password: null,
      second_factor: null,
      identity: null,
      changed_at: sql`now()`,
    })
    .where('municipality', '=', municipality)
    .where('state', '=', 'left')
    .where('name', '!=', 'oud-medewerker')
    .where(sql<boolean>`changed_at < now() - ${FORGET_LEAVERS_AFTER}::interval`)
    .executeTakeFirst()
  return count + Number(numUpdatedRows)
}

/** Puts what waits for somebody's daily message into one, once per working day. */
async function digest(db: Db, municipality: string, today: string, origin: string): Promise<void> {
  if (!isWorkingDay(today)) return
  await asClock(db, municipality, async (tx) => {
    const rows = await tx
      .selectFrom('message')
      .select(['id', 'person', 'recipient', 'subject'])
      .where('municipality', '=', municipality)
      .where('digest', '=', true)
      .where('sent_at', 'is', null)
      .orderBy('created_at')
      .limit(2_000)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const [recipient, waiting] of Map.groupBy(rows, (row) => row.recipient)) {
      const already = await tx
        .selectFrom('message')
        .select('id')
        .where('municipality', '=', municipality)
        .where('key', '=', `digest/${recipient}/${today}`)
        .executeTakeFirst()
      if (already) continue
      const queued = await queueMessage(tx, municipality, {
        recipient,
        person: waiting[0]!.person,
        kind: 'digest',
        key: `digest/${recipient}/${today}`,
        subject: `${waiting.length} ${waiting.length === 1 ? 'bericht' : 'berichten'} van Leidraad`,
        body:
          `Goedemorgen,\n\nDit speelt er voor ` +
          `u:\n${waiting.map(({ subject }) => `- ${subject}`).join('\n')}\n\nAlles staat op ${origin}/balie\n`,
      })
      if (queued)
        await tx
          .updateTable('message')
          .set({ sent_at: sql`now()` })
          .where('municipality', '=', municipality)
          .where(
            'id',
            'in',
            waiting.map(({ id }) => id),
          )
          .execute()
    }
  })
}

/** Days that a message is tried. */
const GIVE_UP = 7
/** Minutes that a message is nobody else's while it is being sent. */
const SENDING = 10

/**
 * Sends what waits, one by one. A message is claimed, sent outside any transaction, and then its outcome kept: a slow
 * server holds nothing,
 * and a fall leaves at most that one in doubt. A server that does not work ends the round.
 */
async function deliver(
  db: Db,
  municipality: string,
  postman: Postman,
): Promise<{ sent: number; waiting: number; refused: number }> {
  const done = { sent: 0, waiting: 0, refused: 0 }
  for (let left = 200; left > 0; left--) {
    const row = await asClock(db, municipality, async (tx) => {
      const next = await tx
        .selectFrom('message')
        .leftJoin('person', (join) =>
          join.onRef('person.municipality', '=', 'message.municipality').onRef('person.id', '=', 'message.person'),
        )
        .select([
          'message.id',
          'recipient',
          'subject',
          'body',
          'tries',
          'message.created_at as createdAt',
          'person.state',
        ])
        .where('message.municipality', '=', municipality)
        .where('message.digest', '=', false)
        .where('sent_at', 'is', null)
        .where('failure', 'is', null)
        .where((where) => where.or([where('try_after', 'is', null), where('try_after', '<', sql<Date>`now()`)]))
        .orderBy('message.created_at')
        .limit(1)
        .forUpdate('message')
        .skipLocked()
        .executeTakeFirst()
      if (next)
        await tx
          .updateTable('message')
          .set({ tries: next.tries + 1, try_after: sql`now() + make_interval(mins => ${SENDING})` })
          .where('municipality', '=', municipality)
          .where('id', '=', next.id)
          .execute()
      return next
    })
    if (!row) break
    const set = (change: Readonly<Record<string, unknown>>) =>
      asClock(db, municipality, (tx) =>
        tx
          .updateTable('message')
          .set(change)
          .where('municipality', '=', municipality)
          .where('id', '=', row.id)
          .execute(),
      )
    if (row.state === 'blocked' || row.state === 'left') {
      await set({ failure: 'deze persoon werkt hier niet meer' })
      done.refused++
      continue
    }
    try {
      await postman.send({ to: row.recipient, subject: row.subject, text: row.body })
    } catch (error) {
      const refused = error instanceof MailRefused
      const never = refused || Date.now() - row.createdAt.getTime() > GIVE_UP * 86_400_000
      await set({
        try_after: sql`now() + ${`${Math.min(120, 2 ** Math.min(row.tries, 7))} minutes`}::interval`,
        ...(never ? { failure: String(error).slice(0, 500) } : {}),
      })
      done[never ? 'refused' : 'waiting']++
      if (!refused) break
      continue
    }
    await set({ sent_at: sql`now()` })
    done.sent++
  }
  return done
}
