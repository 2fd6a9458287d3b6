/** What organisations offer, what they agreed to, and who may call whom directly; the walls say who reads it. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { newSpokenNumber } from '../../lib/spoken-number.ts'
import type { Hours, Skill } from '../../vocabulary/buddy.ts'

const offers = (tx: Tx, municipality: string) =>
  tx
    .selectFrom('buddy_offer as b')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'b.municipality').onRef('o.id', '=', 'b.organisation'),
    )
    .select(['b.id', 'b.organisation', 'o.name', 'b.skills', 'b.what', 'b.hours', 'b.hours_note as hoursNote'])
    .select(['b.areas', 'b.clusters', 'b.contact', 'b.phone', 'b.code', 'b.person', 'b.state'])
    .select(['b.agreed_until as agreedUntil', 'b.stopped_on as stoppedOn', 'b.changed_at as changedAt'])
    .select(sql<boolean>`wall.can_be_called(b.municipality, b.id)`.as('heard'))
    .where('b.municipality', '=', municipality)
export type Offer = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>

/** Those that stand and may be called, the newest agreement first. */
export const standingOffers = (tx: Tx, municipality: string, today: string): Promise<Offer[]> =>
  offers(tx, municipality)
    .where('b.state', '=', 'open')
    .where('b.agreed_until', '>=', today)
    .orderBy('o.name')
    .orderBy('b.id')
    .limit(500)
    .execute()

/** The own ones of an organisation, those that stopped last. */
export const ownOffers = (tx: Tx, municipality: string, organisation: string): Promise<Offer[]> =>
  offers(tx, municipality)
    .where('b.organisation', '=', organisation)
    .orderBy('b.state')
    .orderBy('b.at', 'desc')
    .limit(50)
    .execute()

/** One that is there for who is here. */
export const offerById = (tx: Tx, municipality: string, id: string): Promise<Offer | undefined> =>
  offers(tx, municipality).where('b.id', '=', id).executeTakeFirst()

/** The districts that the municipality told of, by their names; none when it told of none. */
export const knownDistricts = async (tx: Tx, municipality: string): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('published.postcode_area')
      .select('district')
      .distinct()
      .where('municipality', '=', municipality)
      .where('district', '<>', '')
      .orderBy('district')
      .execute()
  ).map(({ district }) => district)

export type Offered = {
  readonly skills: readonly Skill[]
  readonly what: string
  readonly hours: Hours
  readonly hoursNote: string
  readonly areas: readonly string[]
  readonly clusters: readonly string[]
  readonly contact: string
  readonly phone: string
}
const columnsOf = ({ hoursNote, skills, areas, clusters, ...rest }: Offered) => ({
  ...rest,
  hours_note: hoursNote,
  skills: [...skills],
  areas: [...areas],
  clusters: [...clusters],
})

/** Adds one of an organisation; it stands once its agreement is signed. */
export async function addOffer(
  tx: Tx,
  municipality: string,
  { person, organisation }: { readonly person: string; readonly organisation: string },
  offered: Offered,
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('buddy_offer')
    .values({ municipality, id, organisation, ...columnsOf(offered), code: newSpokenNumber(), person, by: person })
    .execute()
  return id
}

/** Changes it; whoever does is the one who is called from then on. */
export async function changeOffer(tx: Tx, municipality: string, id: string, person: string, offered: Offered) {
  await tx
    .updateTable('buddy_offer')
    .set({ ...columnsOf(offered), person, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

/** Stops it on this day; false when it had stopped. */
export async function stopOffer(tx: Tx, municipality: string, id: string, person: string, today: string) {
  const { numUpdatedRows } = await tx
    .updateTable('buddy_offer')
    .set({ state: 'stopped', stopped_on: today, person, changed_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type Signing = {
  readonly version: number
  readonly text: string
  readonly name: string
  readonly function: string
  readonly until: string
}
/** Signs the agreement of an offer: it stands until that day. */
export const signAgreement = (tx: Tx, municipality: string, offer: string, by: string, signed: Signing) =>
  tx
    .insertInto('buddy_agreement')
    .values({ municipality, id: uuid(), offer, ...signed, by })
    .execute()

/** What was signed of an offer, the newest first. */
export const agreementsOf = (tx: Tx, municipality: string, offer: string) =>
  tx
    .selectFrom('buddy_agreement')
    .select(['id', 'version', 'text', 'name', 'function', 'until', 'at'])
    .where('municipality', '=', municipality)
    .where('offer', '=', offer)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

/** Pairs the own organisation with the buddy whose code was told; false: there is none. */
export async function pairBy(tx: Tx, code: string): Promise<boolean> {
  const { rows } = await sql<{ paired: boolean }>`select wall.pair_buddy(${code}) as paired`.execute(tx)
  return rows[0]!.paired
}

/** The buddies that the own organisation may call directly. */
export async function fixedBuddies(tx: Tx): Promise<readonly { readonly id: string; readonly organisation: string }[]> {
  const { rows } = await sql<{ id: string; organisation: string }>`
    select id, organisation from wall.buddies_of_mine() order by organisation, id`.execute(tx)
  return rows
}

/** Ends being a fixed buddy: by whose offer it is, or for the own organisation. */
export async function unpair(tx: Tx, municipality: string, offer: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('buddy_pair')
    .where('municipality', '=', municipality)
    .where('offer', '=', offer)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
