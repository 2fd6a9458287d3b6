/** Who signs, as the desk sees it: links, signatures, files and steps of each participant. No link's secret is here. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import type { Ground, LinkState } from '../../../vocabulary/signing.ts'
import type { Came } from './door-store.ts'

/** Everybody who takes part, the municipality first, with how the newest link and the newest signature stand. */
export const signersOf = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant_participant as p')
    .leftJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'p.municipality').onRef('o.id', '=', 'p.organisation'),
    )
    .innerJoin('municipality as m', 'm.id', 'p.municipality')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('covenant_signature as s')
          .innerJoin('covenant_version as v', (join) =>
            join
              .onRef('v.municipality', '=', 's.municipality')
              .onRef('v.covenant', '=', 's.covenant')
              .onRef('v.no', '=', 's.version'),
          )
          .select(['s.version', 's.said_at', 's.channel', 's.withdrawn_at', 'v.state'])
          .whereRef('s.municipality', '=', 'p.municipality')
          .whereRef('s.participant', '=', 'p.id')
          .orderBy('s.said_at', 'desc')
          .limit(1)
          .as('s'),
      (join) => join.onTrue(),
    )
    .select([
      'p.id',
      'p.kind',
      'p.state',
      'p.organisation',
      sql<string>`coalesce(o.name, 'Gemeente ' || m.name)`.as('name'),
      'p.contact_name as contactName',
      'p.contact_function as contactFunction',
      'p.contact_email as contactEmail',
      'p.named',
      'p.joined_on as joinedOn',
      'p.extended_until as extendedUntil',
      's.version as signedVersion',
      's.said_at as signedAt',
      's.channel',
      's.withdrawn_at as withdrawnAt',
      's.state as versionState',
    ])
    .where('p.municipality', '=', municipality)
    .where('p.covenant', '=', covenant)
    .orderBy(sql`p.kind <> 'municipality'`)
    .orderBy('o.name')
    .execute()
export type Signer = Awaited<ReturnType<typeof signersOf>>[number]

/** How the newest link of each stands, by participant. */
export async function linksOf(tx: Tx, municipality: string, covenant: string) {
  const rows = await tx
    .selectFrom('covenant_link as l')
    .innerJoin('covenant_participant as p', (join) =>
      join.onRef('p.municipality', '=', 'l.municipality').onRef('p.id', '=', 'l.participant'),
    )
    .select([
      'l.participant',
      'l.made_at as madeAt',
      'l.ends_at as endsAt',
      'l.handed',
      sql<LinkState>`coalesce(l.ended, case when l.ends_at <= now() then 'expired' else 'open' end)`.as('state'),
    ])
    .distinctOn('l.participant')
    .where('l.municipality', '=', municipality)
    .where('p.covenant', '=', covenant)
    .orderBy('l.participant')
    .orderBy('l.made_at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.participant, row]))
}
export type SigningLink = Awaited<ReturnType<typeof linksOf>> extends Map<string, infer L> ? L : never

/** Every signature of one participant, the newest first. */
export const signaturesOf = (tx: Tx, municipality: string, participant: string) =>
  tx
    .selectFrom('covenant_signature as s')
    .innerJoin('covenant_version as v', (join) =>
      join
        .onRef('v.municipality', '=', 's.municipality')
        .onRef('v.covenant', '=', 's.covenant')
        .onRef('v.no', '=', 's.version'),
    )
    .select([
      's.id',
      's.version',
      's.name',
      's.function',
      's.ground',
      's.ground_text as groundText',
      's.channel',
      's.said_at as at',
      's.json',
      's.withdrawn_at as withdrawnAt',
      'v.state as versionState',
    ])
    .where('s.municipality', '=', municipality)
    .where('s.participant', '=', participant)
    .orderBy('s.said_at', 'desc')
    .execute()

/** What a participant did and what was done with it, the newest first. */
export const stepsOf = (tx: Tx, municipality: string, participant: string) =>
  tx
    .selectFrom('covenant_step')
    .select(['no', 'step', 'reason', 'on', 'until', 'at'])
    .where('municipality', '=', municipality)
    .where('participant', '=', participant)
    .orderBy('no', 'desc')
    .execute()

/** The suspensions that were told, the newest first. */
export const noticesOf = (tx: Tx, municipality: string, participant: string) =>
  tx
    .selectFrom('covenant_notice')
    .select(['reason', 'from_on as fromOn', 'at'])
    .where('municipality', '=', municipality)
    .where('participant', '=', participant)
    .orderBy('at', 'desc')
    .execute()

export type Doing = {
  readonly tx: Tx
  readonly municipality: { readonly id: string }
  readonly who: { readonly id: string }
}

export type DeskStep =
  | 'declined'
  | 'paused'
  | 'resumed'
  | 'left'
  | 'suspended'
  | 'restored'
  | 'extended'
  | 'named'
  | 'unnamed'

/** A step of a participant, with the reason; the database says whether it can be. */
export async function takeStep(
  { tx, municipality, who }: Doing,
  { id, covenant }: { readonly id: string; readonly covenant: string },
  { step, reason, until = null }: { readonly step: DeskStep; readonly reason: string; readonly until?: string | null },
): Promise<void> {
  await tx
    .insertInto('covenant_step')
    // The number is made where it is kept.
    .values({ municipality: municipality.id, participant: id, no: 0, step, reason, until, by: who.id })
    .execute()
  await record(tx, municipality.id, {
    act: 'covenant.step',
    object: `covenant/${covenant}`,
    detail: { participant: id, step },
  })
}

/** That a suspension is meant, from a day on. */
export async function giveNotice(
  { tx, municipality, who }: Doing,
  { id, covenant }: { readonly id: string; readonly covenant: string },
  { reason, from }: { readonly reason: string; readonly from: string },
): Promise<void> {
  await tx
    .insertInto('covenant_notice')
    .values({ municipality: municipality.id, id: uuid(), participant: id, reason, from_on: from, by: who.id })
    .execute()
  await record(tx, municipality.id, {
    act: 'covenant.noticed',
    object: `covenant/${covenant}`,
    detail: { participant: id, from },
  })
}

export type DeskSigned = {
  readonly version: number
  readonly json: string
  readonly name: string
  readonly function: string
  readonly ground: Ground
  readonly ground_text: string
  readonly read: true
  readonly named: boolean | null
}

/** Signs as who is signed in: for the own organisation, or for the municipality. */
export async function signHere(tx: Tx, participant: string, one: DeskSigned): Promise<Came> {
  const { rows } = await sql<{
    came: Came
  }>`select wall.sign_covenant_here(${participant}, ${JSON.stringify(one)}::jsonb)
    as came`.execute(tx)
  return rows[0]!.came
}

/** What only the person sees of the own account: the hash of the password, or null with a work account. */
export async function ownPassword(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ kept: string | null }>`select wall.own_password() as kept`.execute(tx)
  return rows[0]?.kept ?? null
}

/** The participant of an organisation in a covenant that it still takes part in; undefined: none. */
export const participantOf = (tx: Tx, municipality: string, covenant: string, organisation: string | null) =>
  tx
    .selectFrom('covenant_participant')
    .select(['id', 'kind', 'state', 'named'])
    .where('municipality', '=', municipality)
    .where('covenant', '=', covenant)
    .where(organisation === null ? sql<boolean>`kind = 'municipality'` : sql<boolean>`organisation = ${organisation}`)
    .where('state', '<>', 'left')
    .executeTakeFirst()

/** Title and number of a covenant, for who may see it. */
export const covenantName = (tx: Tx, municipality: string, covenant: string) =>
  tx
    .selectFrom('covenant')
    .select(['id', 'no', 'title', 'state', 'ends_on as endsOn'])
    .where('municipality', '=', municipality)
    .where('id', '=', covenant)
    .executeTakeFirst()
export type CovenantName = NonNullable<Awaited<ReturnType<typeof covenantName>>>
