/** A reported weakness beside its request, and what everybody may know of the ones that are mended. */
import { sql, type Updateable } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { Tables } from '../../db/tables.ts'

/** How far it is; undefined for whoever does not handle it, and while nobody wrote anything of it. */
export const weaknessOf = (tx: Tx, municipality: string, request: string) =>
  tx
    .selectFrom('weakness')
    .select([
      'state',
      'severity',
      'supplier',
      'told_on as toldOn',
      'answered_on as answeredOn',
      'judged_on as judgedOn',
      'fix_by as fixBy',
      'fixed_on as fixedOn',
    ])
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .executeTakeFirst()
export type Weakness = NonNullable<Awaited<ReturnType<typeof weaknessOf>>>

/** Changes what is known of it; the first time it comes to be. */
export async function setWeakness(tx: Tx, municipality: string, request: string, set: Updateable<Tables['weakness']>) {
  await tx
    .insertInto('weakness')
    .values({ municipality, request })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .updateTable('weakness')
    .set(set)
    .where('municipality', '=', municipality)
    .where('request', '=', request)
    .execute()
}

export type NewNote = {
  readonly request: string
  readonly title: string
  readonly text: string
  readonly thanked: string
  /** YYYY-MM-DD. */
  readonly fixedOn: string
  readonly by: string
}

/** Keeps what somebody wrote for everybody to read, which a colleague tells. Gives its id. */
export async function addNote(tx: Tx, municipality: string, note: NewNote): Promise<string> {
  const id = uuid()
  const { request, title, text, thanked, fixedOn, by } = note
  await tx
    .insertInto('weakness_note')
    .values({ municipality, id, request, title, text, thanked, fixed_on: fixedOn, written_by: by })
    .execute()
  return id
}

/** What was written, the newest first: at most two hundred. */
export const notes = (tx: Tx, municipality: string, request?: string) =>
  tx
    .selectFrom('weakness_note')
    .leftJoin('person', (join) =>
      join
        .onRef('person.municipality', '=', 'weakness_note.municipality')
        .onRef('person.id', '=', 'weakness_note.written_by'),
    )
    .select([
      'weakness_note.id',
      'weakness_note.title',
      'weakness_note.text',
      'weakness_note.thanked',
      'weakness_note.fixed_on as fixedOn',
      'weakness_note.written_by as writtenBy',
      'weakness_note.written_at as writtenAt',
      'weakness_note.told_on as toldOn',
      'weakness_note.taken_back_on as takenBackOn',
      'person.name as writer',
    ])
    .where('weakness_note.municipality', '=', municipality)
    .$if(request !== undefined, (query) => query.where('weakness_note.request', '=', request!))
    .orderBy('weakness_note.written_at', 'desc')
    .limit(200)
    .execute()
export type Note = Awaited<ReturnType<typeof notes>>[number]

/** Tells everybody. `gone`: it is not there, or was told before. `not-mended`: the weakness came back meanwhile. */
export const tellNote = (tx: Tx, id: string) =>
  sql<{ done: 'told' | 'gone' | 'not-mended' }>`select wall.tell_weakness(${id}) as done`
    .execute(tx)
    .then(({ rows }) => rows[0]!.done)

/** Takes it off the site; false: it was not there. */
export const takeNoteBack = (tx: Tx, id: string): Promise<boolean> =>
  sql<{ done: boolean }>`select wall.take_weakness_back(${id}) as done`.execute(tx).then(({ rows }) => rows[0]!.done)

/** Drops what was not told yet. */
export async function dropNote(tx: Tx, municipality: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('weakness_note')
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('told_on', 'is', null)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
