/** Events as the desk keeps them. */
import { sql, type Insertable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { containing } from '../../db/like.ts'
import type { Tables } from '../../db/tables.ts'
import type { Material } from '../../model/event.ts'
import type { EventState } from '../../vocabulary/event.ts'

/** Events on a page of the list. */
export const SIZE = 50

type Row = Insertable<Tables['event']>
type Typed =
  | 'kind'
  | 'title'
  | 'subject'
  | 'about'
  | 'for_whom'
  | 'organiser'
  | 'phone'
  | 'website'
  | 'language'
  | 'cost'
  | 'starts_on'
  | 'starts'
  | 'ends_on'
  | 'ends'
  | 'place'
  | 'street'
  | 'postcode'
  | 'city'
  | 'district'
  | 'route'
  | 'online'
  | 'step_free'
  | 'access'
  | 'sign_up'
  | 'places'
/** What is written of an event; who keeps it stands apart. */
export type EventIn = Pick<Row, Typed>

export type Asked = { readonly q: string; readonly page: number; readonly today: string }
/** Events of which the title holds these words: what waits, what comes, what was; one more than fits. */
export const listEvents = (tx: Tx, municipality: string, { q, page, today }: Asked) =>
  tx
    .selectFrom('event as k')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'k.municipality').onRef('o.id', '=', 'k.organisation'),
    )
    .select(['k.id', 'k.no', 'k.title', 'k.kind', 'k.state', 'k.organiser', 'o.name as keeper', 'k.came'])
    .select(['k.starts_on as startsOn', 'k.starts', 'k.ends_on as endsOn', 'k.places', 'k.taken', 'k.waiting'])
    .select(['k.sign_up as signUp', 'k.lessons'])
    .where('k.municipality', '=', municipality)
    .$if(q !== '', (query) => query.where('k.title', 'ilike', containing(q)))
    .orderBy(sql`k.state <> 'proposed'`)
    .orderBy(sql`k.ends_on < ${today}::date`)
    .orderBy(
      sql`case when k.ends_on < ${today}::date then ${today}::date - k.starts_on else k.starts_on - ${today}::date end`,
    )
    .orderBy('k.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
export type Listed = Awaited<ReturnType<typeof listEvents>>[number]

/** One event, with who keeps it and who placed it; to change it, nobody else does so meanwhile. */
export const eventById = (tx: Tx, municipality: string, id: string, why: 'to-read' | 'to-change' = 'to-read') =>
  tx
    .selectFrom('event as k')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'k.municipality').onRef('o.id', '=', 'k.organisation'),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'k.municipality').onRef('p.id', '=', 'k.placed_by'),
    )
    .selectAll('k')
    .select(['o.name as keeper', 'p.name as placer'])
    .where('k.municipality', '=', municipality)
    .where('k.id', '=', id)
    .$if(why === 'to-change', (query) => query.forUpdate('k'))
    .executeTakeFirst()
export type Event = NonNullable<Awaited<ReturnType<typeof eventById>>>

type By = { readonly municipality: string; readonly organisation: string | null }
/** Adds an event: of the municipality it is placed at once, of an organisation it is proposed. Gives its id. */
export async function addEvent(tx: Tx, { municipality, organisation }: By, row: EventIn): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('event')
    .values({ ...row, municipality, id, organisation, state: organisation === null ? 'placed' : 'proposed' })
    .execute()
  return id
}

/** Changes an event. */
export async function changeEvent(tx: Tx, municipality: string, id: string, row: EventIn): Promise<void> {
  await tx.updateTable('event').set(row).where('municipality', '=', municipality).where('id', '=', id).execute()
}

/** Lets an event stand otherwise, with why; the database refuses what may not follow. False: it stood so. */
export async function moveEvent(
  tx: Tx,
  municipality: string,
  id: string,
  state: EventState,
  why: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('event')
    .set({ state, why })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '<>', state)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes it off the site with why; when it still went on, it is called off. */
export async function takeOff(tx: Tx, municipality: string, { id, state, why }: Event, because: string): Promise<void> {
  await tx
    .updateTable('event')
    .set({ state: 'cancelled', why: state === 'cancelled' ? why : because, taken_off: because })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

/** Takes over what an organisation changed, or says why not. False: nothing waits. */
export async function settleEvent(tx: Tx, id: string, why: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select wall.settle_event(${id}::uuid, ${why}) as done`.execute(tx)
  return rows[0]!.done
}

/** Writes how many came, what was learned and where its material is; everybody reads it. */
export async function tellEvent(
  tx: Tx,
  municipality: string,
  id: string,
  {
    came,
    lessons,
    material,
    today,
  }: Pick<Event, 'came' | 'lessons'> & { material: readonly Material[]; today: string },
): Promise<void> {
  await tx
    .updateTable('event')
    .set({ came, lessons, material: JSON.stringify(material), told_on: today })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}
