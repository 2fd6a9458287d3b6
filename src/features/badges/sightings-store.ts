/** Badges that stand on sites: what a visit saw of them, how that stands beside our own, and who settled it. */
import { sql, type Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { closeTasks, closeTasksThat, openTask } from '../../db/tasks.ts'
import type { Round } from '../../db/timer.ts'
import type { Tables } from '../../db/tables.ts'
import { SIGHTING_STATES, WRONG_SIGHTINGS, type SightingState } from '../../vocabulary/badge.ts'
import { sightingState } from './rules.ts'
import { numberInWords, type ShownOnSite } from './shown.ts'

/** What one visit saw for one watcher. `at`: ISO 8601, when it was. */
export type Sighted = ShownOnSite & {
  readonly municipality: string
  readonly subject: string
  readonly address: string
  readonly at: string
}

/**
 * Keeps what a visit saw: new, still there, or gone from a page that was seen again. Evidence that is judged anew tells
 * nothing newer than it is. Called by the worker, in the transaction of the judgement.
 */
export async function keepSightings(tx: Kysely<Tables>, all: readonly Sighted[]): Promise<void> {
  for (const { municipality, subject, address, at, badges, pages } of all) {
    const numbers = badges.map(({ number }) => number)
    if (pages.length > 0)
      await sql`update badge_sighting set gone_at = ${at} where municipality = ${municipality} and subject = ${subject}
        and gone_at is null and last_at < ${at} and page = any(${pages}::text[])
        and number <> all(${numbers}::text[])`.execute(tx)
    for (const { number, page, shown } of badges)
      await sql`insert into badge_sighting (municipality, id, subject, organisation, address, number, page, shown,
          first_at, last_at)
        select ${municipality}, ${uuid()}, s.id, s.organisation, ${address}, ${number}, ${page.slice(0, 2_000)},
          ${shown}, ${at}, ${at} from subject s where s.municipality = ${municipality} and s.id = ${subject}
        on conflict (municipality, subject, number) do update set page = excluded.page, shown = excluded.shown,
          last_at = excluded.last_at, gone_at = null where badge_sighting.last_at <= excluded.last_at`.execute(tx)
  }
}

const isWrong = (state: SightingState | null): boolean =>
  state !== null && (WRONG_SIGHTINGS as readonly SightingState[]).includes(state)

/**
 * Holds what stands on sites against the badges of today. What became wrong is a task for the account manager, once;
 * what is gone or right again is settled by itself. Gives how many changed.
 */
export async function holdSightings(tx: Tx, { municipality: { id: municipality }, today }: Round): Promise<number> {
  const rows = await tx
    .selectFrom('badge_sighting as s')
    .leftJoin('badge as b', (join) =>
      join.onRef('b.municipality', '=', 's.municipality').onRef('b.number', '=', 's.number'),
    )
    .select(['s.id', 's.address', 's.number', 's.shown', 's.state', 's.gone_at as goneAt'])
    .select(['b.id as badge', 'b.ended', 'b.valid_until as validUntil', 'b.ground', 'b.organisation'])
    .select(
      sql<string[]>`array(select o.organisation from badge_sighting o where o.municipality = s.municipality
        and o.address = s.address and o.number = s.number)`.as('holders'),
    )
    .where('s.municipality', '=', municipality)
    .where((where) => where.or([where('s.gone_at', 'is', null), where('s.state', 'in', [...WRONG_SIGHTINGS])]))
    .orderBy('s.id')
    .execute()
  let changed = 0
  for (const { id, address, number, shown, holders, goneAt, badge, state: was, ...rest } of rows) {
    const { ended, validUntil, ground, organisation } = rest
    const known = badge === null ? undefined : { ended, validUntil: validUntil!, ground: ground!, organisation }
    // What is no longer there is nobody's fault any more.
    const state = goneAt === null ? sightingState(known, { shown, holders, today }) : null
    if (state === was) continue
    changed++
    await tx
      .updateTable('badge_sighting')
      .set({ state, state_at: sql<Date>`now()`, settled_at: null, settled_by: null })
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .execute()
    const object = `badge-sighting/${id}`
    await closeTasksThat(tx, municipality, 'badge-sighting', sql<boolean>`object = ${object}`, 'itself')
    if (!isWrong(state)) continue
    await openTask(tx, municipality, {
      kind: 'badge-sighting',
      object,
      whom: { role: 'account-manager' },
      text: `Op ${address} staat ${SIGHTING_STATES[state!]} (${numberInWords(number)})`,
      path: `/balie/badges/gezien/${id}`,
      dueOn: null,
    })
  }
  return changed
}

const sightings = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('badge_sighting as s')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 's.municipality').onRef('o.id', '=', 's.organisation'),
    )
    .leftJoin('badge as b', (join) =>
      join.onRef('b.municipality', '=', 's.municipality').onRef('b.number', '=', 's.number'),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.municipality', '=', 's.municipality').onRef('p.id', '=', 's.settled_by'),
    )
    .select(['s.id', 's.address', 's.number', 's.page', 's.shown', 's.state', 's.note', 'o.name as organisation'])
    .select(['s.first_at as firstAt', 's.last_at as lastAt', 's.gone_at as goneAt', 's.settled_at as settledAt'])
    .select([
      'b.id as badge',
      'b.holder',
      'b.valid_until as validUntil',
      'b.ended_on as endedOn',
      'p.name as settledBy',
    ])
    .where('s.municipality', '=', municipality)

/** Those on sites now of which somebody must do something, and the valid ones; at most so many. */
export const openSightings = (tx: Tx, municipality: string, most: number) =>
  sightings(tx, municipality)
    .where('s.gone_at', 'is', null)
    .where('s.state', 'is not', null)
    .orderBy(sql`s.settled_at is null and s.state in ('ended', 'withdrawn', 'of-another', 'unknown')`, 'desc')
    .orderBy('s.last_at', 'desc')
    .orderBy('s.id')
    .limit(most)
    .execute()

/** Where a badge stands, or stood. */
export const sightingsOf = (tx: Tx, municipality: string, number: string) =>
  sightings(tx, municipality).where('s.number', '=', number).orderBy('s.last_at', 'desc').limit(50).execute()

/** One of them; undefined when it is not there. */
export const sightingById = (tx: Tx, municipality: string, id: string) =>
  sightings(tx, municipality).where('s.id', '=', id).executeTakeFirst()
export type Sighting = NonNullable<Awaited<ReturnType<typeof sightingById>>>

/** Settled by who is here, with what was done. False: it was settled before. */
export async function settleSighting(tx: Tx, municipality: string, id: string, by: string, note: string) {
  const { numUpdatedRows } = await tx
    .updateTable('badge_sighting')
    .set({ settled_at: sql<Date>`now()`, settled_by: by, note })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  await closeTasks(tx, municipality, `badge-sighting/${id}`, 'all')
  return numUpdatedRows > 0n
}
