/** Reads the trail, filtered, and the names of what its lines are about. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { caseNumber, caseNumberIn } from '../../web/case-number.ts'

export type Line = {
  readonly no: number
  readonly at: string
  readonly person: string | null
  readonly name: string | null
  readonly act: string
  readonly object: string
  readonly detail: string
  readonly hash: string
}
export type Filter = {
  readonly person?: string | undefined
  readonly act?: string | undefined
  /** `case/<id>` and what belongs to it. */
  readonly objects?: readonly string[] | undefined
  /** ISO dates in the Netherlands, both included. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** The moment a day begins in the Netherlands, as the trail writes moments; `after`: the next day. */
const begins = (day: string, after = 0) =>
  sql<string>`to_char((${day}::date + ${after}::int)::timestamp at time zone 'Europe/Amsterdam' at time zone 'utc',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Newest first; `before`: only lines with a lower number. */
export function readTrail(
  tx: Tx,
  municipality: string,
  { person, act, objects, from, until }: Filter,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<Line[]> {
  return tx
    .selectFrom('audit')
    .leftJoin('person', (join) =>
      join.onRef('person.municipality', '=', 'audit.municipality').onRef('person.id', '=', 'audit.person'),
    )
    .select([
      'audit.no',
      'audit.at',
      'audit.act',
      'audit.object',
      'audit.detail',
      'audit.person',
      'audit.hash',
      'person.name',
    ])
    .where('audit.municipality', '=', municipality)
    .$if(before !== undefined, (query) => query.where('audit.no', '<', before!))
    .$if(person !== undefined, (query) => query.where('audit.person', '=', person!))
    .$if(act !== undefined, (query) => query.where('audit.act', '=', act!))
    .$if(objects !== undefined, (query) =>
      query.where(sql<boolean>`audit.object = any(${sql.val([...(objects ?? [])])}::text[])`),
    )
    .$if(from !== undefined, (query) => query.where('audit.at', '>=', begins(from!)))
    .$if(until !== undefined, (query) => query.where('audit.at', '<', begins(until!, 1)))
    .orderBy('audit.no', 'desc')
    .limit(limit)
    .execute()
}

/** Everyone who may be in the trail, by name. */
export const peopleOf = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .execute()

export type FoundCase = { readonly name: string; readonly objects: readonly string[] }
/** A case by its number or its whole title, with everything in the trail that is about it. */
export async function findCase(tx: Tx, municipality: string, text: string): Promise<FoundCase | undefined> {
  const no = caseNumberIn(text)
  const row = await tx
    .selectFrom('case_file')
    .select(['id', 'no', 'title', 'created_at as createdAt', 'pre_check', 'full_test'])
    .where('municipality', '=', municipality)
    .$if(no !== undefined, (query) => query.where('no', '=', no!))
    .$if(no === undefined, (query) => query.where(sql<boolean>`lower(title) = lower(${text})`))
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const measures = await tx
    .selectFrom('measure')
    .select('id')
    .where('municipality', '=', municipality)
    .where('case_file', '=', row.id)
    .execute()
  return {
    name: `${caseNumber(row)} ${row.title}`,
    objects: [
      `case/${row.id}`,
      ...[row.pre_check, row.full_test].flatMap((form) => (form === null ? [] : [`form/${form}`])),
      ...measures.map(({ id }) => `measure/${id}`),
    ],
  }
}
