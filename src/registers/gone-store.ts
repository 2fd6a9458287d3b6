/** Finds which of the things that entries lead to are there no longer. */
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../db/as.ts'
import type { Register, Values } from '../model/register.ts'
import { kindOf } from './links.ts'
import type { House } from './links-store.ts'

/**
 * Of the links and files in these values the ids where nothing is any more on the day `today` (`2026-11-28`): an entry
 * that has ended or of which the last day is over, a regulation or product that has ended, what was taken away. A case
 * stays. One query for each kind of thing.
 */
export async function goneFrom(
  tx: Tx,
  municipality: string,
  { norms }: Pick<House, 'norms'>,
  register: Register,
  all: readonly Values[],
  today: string,
): Promise<ReadonlySet<string>> {
  const led = register.fields
    .filter(({ kind }) => kind === 'link' || kind === 'file')
    .map(({ id, to }) => ({
      kind: to === undefined ? ('file' as const) : kindOf(to),
      ids: all.flatMap(({ [id]: ids = [] }) => ids as readonly string[]),
    }))
  const gone: string[] = []
  for (const [kind, fields] of Map.groupBy(led, (each) => each.kind)) {
    const ids = [...new Set(fields.flatMap((each) => each.ids))]
    if (kind === 'norm') gone.push(...ids.filter((id) => norms.every((norm) => norm.id !== id)))
    else if (kind !== 'case' && ids.length > 0) gone.push(...(await among(tx, municipality, THERE[kind](today), ids)))
  }
  return new Set(gone)
}

async function among(tx: Tx, municipality: string, there: RawBuilder<unknown>, ids: readonly string[]) {
  const { rows } = await sql<{ id: string }>`select id from unnest(${ids}::text[]) as asked (id)
    where not exists (select from ${there} t where t.municipality = ${municipality} and t.id = asked.id::uuid)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** What of each kind is there. */
const THERE = {
  entry: (today: string) => sql`(select municipality, id from entry where ended_at is null
    and (ends_on is null or ends_on >= ${today}::date))`,
  regulation: (_today: string) => sql`(select municipality, id from regulation where ended_at is null)`,
  product: (_today: string) => sql`(select municipality, id from product where ended_at is null)`,
  organisation: (_today: string) => sql`organisation`,
  file: (_today: string) => sql`upload`,
} as const
