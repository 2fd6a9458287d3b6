/** Tells a party what will stand there before its name is public, and keeps what it says to that. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import { queueMessage } from '../../../db/messages.ts'
import { openTask } from '../../../db/tasks.ts'
import type { Round } from '../../../db/timer.ts'
import { hashOfToken } from '../../../lib/token.ts'
import { addWorkingDays } from '../../../lib/working-days.ts'
import { TERM_DAYS } from '../../../vocabulary/covenant.ts'
import { toldLetter, willStand } from './letters.ts'
import { secretOf } from './secrets.ts'

type Untold = {
  readonly participant: string
  readonly covenant: string
  readonly no: number
  readonly title: string
  readonly owner: string
  readonly name: string
  readonly kind: string
  readonly email: string
  readonly perParty: readonly string[]
}

/**
 * Whoever agreed to be named in a covenant that was released or is public, and did not hear what will stand there: gets
 * a letter, and working days to object. Without an address somebody has to look for one. Gives how many heard.
 */
export async function tellParties(tx: Tx, { municipality, today, origin }: Round, key: Buffer): Promise<number> {
  const { rows } = await sql<Untold>`
    select p.id as participant, c.id as covenant, c.no, c.title, c.owner, o.name, p.kind, p.contact_email as email,
      coalesce((select array_agg(x ->> 'title') from covenant_version v, jsonb_array_elements(v.text -> 'pledges') x
        where v.municipality = c.municipality and v.covenant = c.id and v.state = 'final'
          and x ->> 'level' = 'named'), '{}')
        as "perParty"
    from covenant_participant p join covenant c on c.municipality = p.municipality and c.id = p.covenant
      join organisation o on o.municipality = p.municipality and o.id = p.organisation
    where p.municipality = ${municipality.id} and p.named and p.state in ('joined', 'paused', 'suspended', 'left')
      and (select r.step from covenant_release r where r.municipality = c.municipality and r.covenant = c.id
        order by r.no desc limit 1) in ('released', 'published', 'withdrawal-asked', 'withdrawal-dropped')
      and not exists (select from covenant_told t where t.municipality = p.municipality and t.participant = p.id
        and t.ended_at is null)
    order by p.contact_email = '', p.id limit 500`.execute(tx)
  const city = { city: municipality.name, contact: await contactOf(tx, municipality.id) }
  let heard = 0
  for (const row of rows) {
    if (row.email === '') {
      await openTask(tx, municipality.id, {
        kind: 'covenant-contact',
        object: `covenant/${row.covenant}`,
        whom: { person: row.owner },
        text: `Vul een e-mailadres in van ${row.name}: zonder dat staat de naam niet openbaar`,
        path: `/balie/convenanten/${row.covenant}`,
        dueOn: null,
      })
      continue
    }
    const id = uuid()
    const [secret, until] = [secretOf(key, 'told', id), addWorkingDays(today, TERM_DAYS)]
    const shows = willStand(row, `${origin}/convenanten/${row.no}`)
    await tx
      .insertInto('covenant_told')
      .values({
        municipality: municipality.id,
        id,
        participant: row.participant,
        shows,
        secret: hashOfToken(secret),
        until,
      })
      .execute()
    await queueMessage(tx, municipality.id, {
      recipient: row.email,
      kind: 'covenant-told',
      key: `covenant-told/${id}`,
      object: `covenant/${row.covenant}`,
      ...toldLetter({ ...row, ...city, shows, until, link: `${origin}/weerwoord/${secret}` }),
    })
    heard += 1
  }
  return heard
}

/** Who was told, and what came of it; what waits for an answer first. */
export async function toldOf(tx: Tx, municipality: string, covenant: string) {
  const { rows } = await sql<ToldRow>`
    select t.id, t.shows, t.until, t.told_at as "toldAt", t.objection, t.objected_at as "objectedAt", t.answer,
      t.goes_on as "goesOn", t.answered_at as "answeredAt", t.ended_at as "endedAt", o.name, p.contact_email as email,
      b.function
    from covenant_told t join covenant_participant p on p.municipality = t.municipality and p.id = t.participant
      join organisation o on o.municipality = p.municipality and o.id = p.organisation
      left join person b on b.municipality = t.municipality and b.id = t.answered_by
    where t.municipality = ${municipality} and p.covenant = ${covenant}
    order by (t.objected_at is not null and t.answered_at is null and t.ended_at is null) desc, t.told_at desc, t.id
    limit 500`.execute(tx)
  return rows
}
export type ToldRow = {
  readonly id: string
  readonly shows: string
  readonly until: string
  readonly toldAt: Date
  readonly objection: string
  readonly objectedAt: Date | null
  readonly answer: string
  readonly goesOn: boolean | null
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
  readonly name: string
  readonly email: string
  readonly function: string | null
}

/** Answers an objection; false when somebody else did, or there is none. */
export async function answerObjection(
  tx: Tx,
  municipality: string,
  id: string,
  { text, goesOn, by }: { readonly text: string; readonly goesOn: boolean; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('covenant_told')
    .set({ answer: text, goes_on: goesOn, answered_by: by, answered_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('objected_at', 'is not', null)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
