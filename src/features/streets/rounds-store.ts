/** Rounds: who walks which premises of a street, and when. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { Walker } from './rules.ts'
import { PREMISES, streetById } from './store.ts'

export type Colleague = Walker & { readonly name: string; readonly function: string }

/** Who can walk a street: whoever may inspect and is at work. */
export const walkers = (tx: Tx, municipality: string, roles: readonly string[]): Promise<Colleague[]> =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'function', 'organisation', 'email'])
    .where('municipality', '=', municipality)
    .where('state', '=', 'active')
    .where(sql<boolean>`roles && ${sql.val([...roles])}::text[]`)
    .orderBy('name')
    .execute()

/** Names and functions of these people, by id; who left and was forgotten has the name that was left. */
export async function peopleNamed(tx: Tx, municipality: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { readonly name: string; readonly function: string }>()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'function'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

export type NewRound = {
  readonly street: string
  readonly begins: string
  readonly ends: string
  readonly questions: string
  readonly inspectors: readonly [string, string]
  readonly premises: readonly string[]
}

/** Plans a round of these premises. Gives its id. */
export async function addRound(tx: Tx, municipality: string, by: string, round: NewRound): Promise<string> {
  const id = uuid()
  const [one, other] = round.inspectors
  const { street, begins: begins_on, ends: ends_on, questions } = round
  await tx
    .insertInto('street_round')
    .values({ municipality, id, street, begins_on, ends_on, questions, one, other, by })
    .execute()
  await sql`insert into street_round_premises (municipality, round, premises)
    select ${municipality}, ${id}, unnest(${round.premises}::uuid[])`.execute(tx)
  return id
}

const ROUND = [
  'id',
  'street',
  'begins_on as begins',
  'ends_on as ends',
  'questions',
  'one',
  'other',
  'by',
  'closed_at as closedAt',
] as const

/** One round; undefined when it is not there for who asks. */
export const roundById = (tx: Tx, municipality: string, id: string) =>
  tx
    .selectFrom('street_round')
    .select(ROUND)
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
export type Round = NonNullable<Awaited<ReturnType<typeof roundById>>>

/** Rounds of a street, the newest first. */
export const roundsOf = (tx: Tx, municipality: string, street: string) =>
  tx
    .selectFrom('street_round')
    .select(ROUND)
    .where('municipality', '=', municipality)
    .where('street', '=', street)
    .orderBy('begins_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Rounds that somebody walks, the newest first, with the name of the street. */
export const roundsWalkedBy = (tx: Tx, municipality: string, person: string) =>
  tx
    .selectFrom('street_round')
    .innerJoin('street', (join) =>
      join
        .onRef('street.municipality', '=', 'street_round.municipality')
        .onRef('street.id', '=', 'street_round.street'),
    )
    .select([
      'street_round.id',
      'street.name',
      'street_round.begins_on as begins',
      'street_round.ends_on as ends',
      'street_round.closed_at as closedAt',
    ])
    .where('street_round.municipality', '=', municipality)
    .where((where) => where.or([where('one', '=', person), where('other', '=', person)]))
    .orderBy('street_round.begins_on', 'desc')
    .execute()

/** The name of a street for who walks it; empty when it is not there. */
export async function streetOfRound(tx: Tx, municipality: string, street: string): Promise<string> {
  return (await streetById(tx, municipality, street))?.name ?? ''
}

/** The premises of a round, in the order in which one walks. */
export const premisesOfRound = (tx: Tx, municipality: string, round: string) =>
  tx
    .selectFrom('street_round_premises')
    .innerJoin('premises', (join) =>
      join
        .onRef('premises.municipality', '=', 'street_round_premises.municipality')
        .onRef('premises.id', '=', 'street_round_premises.premises'),
    )
    .select(PREMISES)
    .where('street_round_premises.municipality', '=', municipality)
    .where('street_round_premises.round', '=', round)
    .orderBy(sql`length(premises.address)`)
    .orderBy('premises.address')
    .orderBy('premises.name')
    .execute()

/** Ends the round; what comes after it is kept and says that it is late. False when it was ended before. */
export async function closeRound(tx: Tx, municipality: string, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('street_round')
    .set({ closed_at: sql`now()`, closed_by: by })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
