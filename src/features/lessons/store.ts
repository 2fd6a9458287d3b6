/** The codes that organisations give their staff, and what may be read of their counts. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { hashOfCode, codeOfGroup } from './group-secret.ts'

export type GroupCode = {
  readonly id: string
  /** Null: of the municipality itself. */
  readonly organisation: string | null
  readonly label: string
  /** How many staff there are, by the organisation's own word. */
  readonly staff: number
  readonly madeOn: string
  readonly until: string
  readonly endedOn: string | null
}

const codes = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('group_code')
    .select(['id', 'organisation', 'label', 'staff', 'made_on as madeOn', 'until', 'ended_on as endedOn'])
    .where('municipality', '=', municipality)

/** The codes that one may see: the own, the newest first. */
export const groupCodes = (tx: Tx, municipality: string): Promise<GroupCode[]> =>
  codes(tx, municipality).orderBy('made_on', 'desc').orderBy('id', 'desc').limit(200).execute()

/** One of those; undefined when it is not there for who asks. */
export const groupCodeById = (tx: Tx, municipality: string, id: string): Promise<GroupCode | undefined> =>
  codes(tx, municipality).where('id', '=', id).executeTakeFirst()

export type NewCode = Pick<GroupCode, 'organisation' | 'label' | 'staff' | 'madeOn' | 'until'>

/** Makes one, and gives its id; the code itself follows from that. */
export async function makeGroupCode(
  tx: Tx,
  municipality: string,
  by: string,
  key: Buffer,
  { madeOn, ...made }: NewCode,
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('group_code')
    .values({ ...made, municipality, id, by, made_on: madeOn, secret: hashOfCode(key, codeOfGroup(key, id)) })
    .execute()
  return id
}

/** Ends a code on this day; false when it had ended. */
export async function endGroupCode(tx: Tx, municipality: string, id: string, today: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('group_code')
    .set({ ended_on: today })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps how many staff there are now, by their own word. */
export async function keepStaff(tx: Tx, municipality: string, id: string, staff: number): Promise<void> {
  await tx
    .updateTable('group_code')
    .set({ staff })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

/** `month`: YYYY-MM. */
export type GroupTotal = { readonly lesson: string; readonly month: string; readonly count: number }

/** What the database tells of a code: of months that are over, and of five or more. */
export async function groupTotals(tx: Tx, id: string): Promise<readonly GroupTotal[]> {
  const { rows } = await sql<GroupTotal>`select lesson, to_char(month, 'YYYY-MM') as month, count
    from wall.group_totals(${id}::uuid) order by month, lesson`.execute(tx)
  return rows
}

/** Whether who is here, or the municipality, has duties in a covenant. */
export async function takesPart(
  tx: Tx,
  municipality: string,
  covenant: string,
  organisation: string | null,
): Promise<boolean> {
  if (organisation === null) return true
  const { rows } = await sql<{ part: boolean }>`
    select wall.takes_part(${municipality}, ${covenant}, ${organisation}) as part`.execute(tx)
  return rows[0]!.part
}
