/** Warnings as who is here may read them: the walls of the database ask the label, and no query does it again. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { containing } from '../../db/like.ts'
import type { TlpDoor } from '../../vocabulary/tlp.ts'

/** How many stand on a page. */
export const SIZE = 50

const warnings = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('warning as w')
    .select([
      'w.id',
      'w.number',
      'w.source',
      'w.publisher',
      'w.namespace',
      'w.tracking',
      'w.label',
      'w.state',
      'w.ended',
    ])
    .select([
      'w.ended_on as endedOn',
      'w.ends_on as endsOn',
      'w.version',
      'w.sent_at as sentAt',
      'w.at',
      'w.by',
      'w.feed',
    ])
    .where('w.municipality', '=', municipality)
export type Warning = Awaited<ReturnType<ReturnType<typeof warnings>['executeTakeFirstOrThrow']>>

/** With the title that a list shows; null where its words are closed until somebody opens it. */
const listed = (tx: Tx, municipality: string) =>
  warnings(tx, municipality)
    .leftJoin('warning_version as v', (join) =>
      join
        .onRef('v.municipality', '=', 'w.municipality')
        .onRef('v.warning', '=', 'w.id')
        .onRef('v.no', '=', 'w.version'),
    )
    .select(['v.title', 'v.what', 'v.act_by as actBy', 'v.urgency'])

export type Sought = {
  readonly q: string
  readonly which: 'running' | 'waiting' | 'past'
  readonly today: string
  readonly page: number
}
/** Those of one kind, newest first; one more than a page if there is one. Who searches finds what may be searched. */
export const listWarnings = (tx: Tx, municipality: string, { q, which, today, page }: Sought) =>
  listed(tx, municipality)
    .where(
      which === 'waiting'
        ? sql<boolean>`w.state = 'open'`
        : which === 'running'
          ? sql<boolean>`w.state = 'sent' and w.ends_on >= ${today}::date`
          : sql<boolean>`(w.state = 'ended' or (w.state = 'sent' and w.ends_on < ${today}::date))`,
    )
    .$if(q !== '', (query) =>
      query
        .where('v.title', 'ilike', containing(q))
        .where(sql<boolean>`wall.may_open_warning(w.municipality, w.id, 'search')`),
    )
    .orderBy('w.at', 'desc')
    .orderBy('w.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
export type Listed = Awaited<ReturnType<typeof listWarnings>>[number]

/** What runs and may go out by this door, newest first. */
export const warningsAt = (tx: Tx, municipality: string, door: TlpDoor, today: string) =>
  listed(tx, municipality)
    .where('w.state', '=', 'sent')
    .where('w.ends_on', '>=', today)
    .where(sql<boolean>`wall.may_open_warning(w.municipality, w.id, ${door})`)
    .orderBy('w.sent_at', 'desc')
    .orderBy('w.id')
    .limit(200)
    .execute()

/** One that is there for who is here. */
export const warningById = (tx: Tx, municipality: string, id: string): Promise<Warning | undefined> =>
  warnings(tx, municipality).where('w.id', '=', id).executeTakeFirst()

/** Whether this door of it is open for who is here. */
export async function opens(tx: Tx, municipality: string, id: string, door: TlpDoor): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean
  }>`select wall.may_open_warning(${municipality}, ${id}, ${door}) as may`.execute(tx)
  return rows[0]!.may
}

/** Writes down that who is here reads it now: what is RED opens in this transaction, and in no other. */
export const noteReading = (tx: Tx, municipality: string, { id, version }: Warning, person: string) =>
  tx.insertInto('warning_reading').values({ municipality, warning: id, id: uuid(), person, version }).execute()

const versions = (tx: Tx, municipality: string, warning: string) =>
  tx
    .selectFrom('warning_version as v')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'v.municipality').onRef('p.id', '=', 'v.by'))
    .select(['v.no', 'v.title', 'v.what', 'v.act', 'v.act_by as actBy', 'v.works', 'v.call', 'v.urgency', 'v.chance'])
    .select(['v.damage', 'v.products', 'v.refs as references', 'v.notes', 'v.remedy', 'v.signature', 'v.url', 'v.at'])
    .select(['v.source_version as sourceVersion', 'v.released_at as releasedAt', 'v.signed_by as signedBy', 'v.hash'])
    .select(['v.source_key as sourceKey', 'p.name as by'])
    .where('v.municipality', '=', municipality)
    .where('v.warning', '=', warning)
/** The last versions, newest first; none where its words are closed. */
export const versionsOf = (tx: Tx, municipality: string, warning: string, most = 2) =>
  versions(tx, municipality, warning).orderBy('v.no', 'desc').limit(most).execute()
export type Version = Awaited<ReturnType<typeof versionsOf>>[number]

/** The newest version of those that may go out by a door, by the id of the warning. */
export async function wordsOf(
  tx: Tx,
  municipality: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Version>> {
  const found = new Map<string, Version>()
  for (const id of ids) {
    const [newest] = await versionsOf(tx, municipality, id, 1)
    if (newest) found.set(id, newest)
  }
  return found
}

/** Which labels it had, the newest first. */
export const labelsOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('warning_label as l')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'l.municipality').onRef('p.id', '=', 'l.by'))
    .select(['l.no', 'l.was', 'l.label', 'l.leave_by as leaveBy', 'l.leave_on as leaveOn', 'l.leave_text as leaveText'])
    .select(['l.at', 'p.name as by'])
    .where('l.municipality', '=', municipality)
    .where('l.warning', '=', id)
    .orderBy('l.no', 'desc')
    .execute()

/** Who read it, the last first. */
export const readingsOf = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('warning_reading as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 'r.municipality').onRef('p.id', '=', 'r.person'),
    )
    .select(['r.id', 'r.at', 'r.version', 'p.name'])
    .where('r.municipality', '=', municipality)
    .where('r.warning', '=', id)
    .orderBy('r.at', 'desc')
    .limit(50)
    .execute()
