/**
 * What two people saw, as it came: never overwritten. The same id with the same content is the same receipt; with other
 * content both are kept, and a person says which counts.
 */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { hashOf, type Content } from './rules.ts'

export type Came = 'phone' | 'form' | 'paper' | 'file'
export type Incoming = Content & {
  readonly id: string
  readonly round: string
  readonly premises: string
  readonly inspector: string
  readonly no: number
  /** When it was seen, as the device says it; ISO 8601. */
  readonly seenAt: string
  readonly came: Came
}

export type Receipt = {
  readonly id: string
  readonly hash: string
  /** It was there already. */
  readonly again: boolean
  /** Another content came by the same id: both are kept, and a person is asked. */
  readonly differs: boolean
  /** Photos that were named and are not here yet, by their hash. */
  readonly photos: readonly string[]
}

/** Keeps one. Two at the same instant are one row when they say the same, and two when they do not. */
export async function receive(tx: Tx, municipality: string, by: string, incoming: Incoming): Promise<Receipt> {
  const { id, round, premises, inspector, no, answers, remark, photos, seenAt, came } = incoming
  const hash = hashOf(incoming)
  const added = await tx
    .insertInto('inspection')
    .values({
      municipality,
      id,
      hash,
      round,
      premises,
      inspector,
      no,
      answers: JSON.stringify(answers),
      remark,
      photos: [...photos],
      seen_at: seenAt,
      came,
      by,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst()
  const { others } = await tx
    .selectFrom('inspection')
    .select(sql<number>`count(*)::int`.as('others'))
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const here = await photosOf(tx, municipality, [id])
  const known = new Set(here.map((photo) => photo.hash))
  return {
    id,
    hash,
    again: added.numInsertedOrUpdatedRows === 0n,
    differs: others > 1,
    photos: photos.filter((each) => !known.has(each)),
  }
}

const INSPECTION = [
  'id',
  'hash',
  'round',
  'premises',
  'inspector',
  'no',
  'answers',
  'remark',
  'photos',
  'seen_at as seenAt',
  'came',
  'late',
  'by',
  'at',
] as const

/** All that came of a round and that who asks may see, in the order in which it came. */
export const inspectionsOf = (tx: Tx, municipality: string, round: string) =>
  tx
    .selectFrom('inspection')
    .select(INSPECTION)
    .where('municipality', '=', municipality)
    .where('round', '=', round)
    .orderBy('no')
    .orderBy('at')
    .orderBy('hash')
    .execute()
export type Inspection = Awaited<ReturnType<typeof inspectionsOf>>[number]

/** Which of two that came by one id counts, as somebody said. */
export const choicesOf = (tx: Tx, municipality: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('inspection_choice')
        .select(['id', 'hash', 'reason', 'by', 'at'])
        .where('municipality', '=', municipality)
        .where('id', 'in', ids)
        .execute()

/** Says which of two that came by the same id counts. */
export const choose = (
  tx: Tx,
  municipality: string,
  by: string,
  choice: { readonly id: string; readonly hash: string; readonly reason: string },
) =>
  tx
    .insertInto('inspection_choice')
    .values({ municipality, ...choice, by })
    .execute()

export type Standing = {
  /** The one that counts; undefined while two by the same id differ and nobody chose. */
  readonly counts: Inspection | undefined
  /** The newest that came; more than one when they differ. */
  readonly newest: readonly Inspection[]
}

/** Of one inspector at one premises: the last correction, and whether a person must choose. `all`: of these two. */
export function standing(
  all: readonly Inspection[],
  choices: readonly { readonly id: string; readonly hash: string }[],
): Standing {
  const no = Math.max(0, ...all.map((each) => each.no))
  const newest = all.filter((each) => each.no === no)
  const chosen = choices.find(({ id }) => id === newest[0]?.id)
  const counts = newest.length === 1 ? newest[0] : newest.find(({ hash }) => hash === chosen?.hash)
  return { counts, newest }
}

/** Photos of these inspections, without the pictures themselves. */
export const photosOf = (tx: Tx, municipality: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('inspection_photo')
        .select(['inspection', 'hash', 'premises', 'inspector', 'width', 'height', 'until'])
        .select(sql<boolean>`picture is null`.as('gone'))
        .where('municipality', '=', municipality)
        .where('inspection', 'in', ids)
        .orderBy('at')
        .execute()

/** One photo; undefined when it is not there for who asks, or was removed on its day. */
export const photoBytes = (tx: Tx, municipality: string, inspection: string, hash: string) =>
  tx
    .selectFrom('inspection_photo')
    .select(['picture'])
    .where('municipality', '=', municipality)
    .where('inspection', '=', inspection)
    .where('hash', '=', hash)
    .where('picture', 'is not', null)
    .executeTakeFirst()

export type NewPhoto = {
  readonly inspection: string
  /** SHA-256 of what was sent. */
  readonly hash: string
  readonly round: string
  readonly premises: string
  readonly inspector: string
  readonly picture: Uint8Array
  readonly width: number
  readonly height: number
  readonly until: string
}

/** Keeps a photo; the same again is the same. */
export const keepPhoto = (tx: Tx, municipality: string, by: string, { picture, ...photo }: NewPhoto) =>
  tx
    .insertInto('inspection_photo')
    .values({ municipality, ...photo, picture: Buffer.from(picture), by })
    .onConflict((same) => same.doNothing())
    .execute()
