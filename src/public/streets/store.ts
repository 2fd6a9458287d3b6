/** Reads the streets that two people walked and that are public: the `published` schema and nothing else. */
import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { ToldPremises, ToldStreet } from '../../model/street.ts'

export type PublicRound = {
  readonly round: string
  readonly slug: string
  readonly name: string
  readonly begins: string
  readonly ends: string
  /** The last day on which the first of its outcomes counts. */
  readonly until: string
  readonly told: ToldStreet
  readonly at: Date
  /** Since when an outcome of it is being corrected. */
  readonly correcting: Date | null
}

const ROUND = [
  'round',
  'slug',
  'name',
  'begins_on as begins',
  'ends_on as ends',
  'until',
  'told',
  'published_at as at',
  'correcting_at as correcting',
] as const

/** The newest public round of every street, by name. */
export async function newestRounds(db: Db, municipality: string): Promise<readonly PublicRound[]> {
  const rows = await db
    .selectFrom('published.street_round')
    .distinctOn('slug')
    .select(ROUND)
    .where('municipality', '=', municipality)
    .orderBy('slug')
    .orderBy('ends_on', 'desc')
    .orderBy('published_at', 'desc')
    .execute()
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/** All public rounds of a street, the newest first. */
export const roundsOfStreet = (db: Db, municipality: string, slug: string): Promise<PublicRound[]> =>
  db
    .selectFrom('published.street_round')
    .select(ROUND)
    .where('municipality', '=', municipality)
    .where('slug', '=', slug)
    .orderBy('ends_on', 'desc')
    .orderBy('published_at', 'desc')
    .execute()

export type PublicPremises = {
  readonly premises: string
  readonly name: string
  readonly address: string
  readonly lon: number | null
  readonly lat: number | null
  readonly seen: string
  readonly until: string
  readonly told: ToldPremises
  readonly correcting: boolean
}

/** The premises of a round whose owner wants to be named, by address. */
export const premisesNamed = (db: Db, municipality: string, round: string): Promise<PublicPremises[]> =>
  db
    .selectFrom('published.street_premises')
    .select(['premises', 'name', 'address', 'lon', 'lat', 'seen_on as seen', 'until', 'told', 'correcting'])
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .orderBy(sql`length(address)`)
    .orderBy('address')
    .orderBy('name')
    .execute()

/** When one was last published, or began to be corrected; undefined before the first. */
export async function changedStreets({ db, municipality }: { readonly db: Db; readonly municipality: string }) {
  const { at } = await db
    .selectFrom('published.street_round')
    .select(sql<Date | null>`max(greatest(published_at, correcting_at))`.as('at'))
    .where('municipality', '=', municipality)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}
