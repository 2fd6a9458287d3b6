/**
 * What a bidder types, reached by four functions of the database (migration 044-tenders-doors) and by nothing else; and
 * the annex as everybody reads it.
 */
import { sql } from 'kysely'
import { hkdfSync } from 'node:crypto'
import type { Db } from '../../db/connect.ts'
import { secretBox } from '../../lib/secret-box.ts'
import { hashOfToken } from '../../lib/token.ts'
import type { Annex } from '../../model/tender.ts'
import { EMPTY, type Draft } from './rules/bid-draft.ts'

/** Drafts of one tender at one time. */
export const MOST_DRAFTS = 500

/** The key follows from the secret, which only the bidder has: the hash of it that is kept opens nothing. */
const boxOf = (municipality: string, secret: string) =>
  secretBox(
    Buffer.from(hkdfSync('sha256', secret, municipality, 'leidraad bid', 32)),
    `bid/${municipality}/${hashOfToken(secret)}`,
  )

/** Begins a draft with this secret; false when the tender takes none (any more). */
export async function beginBid(db: Db, municipality: string, tender: number, secret: string, draft: Draft = EMPTY) {
  const sealed = boxOf(municipality, secret).seal(JSON.stringify(draft))
  const { rows } = await sql<{ begun: boolean }>`
    select wall.begin_bid(${municipality}, ${tender}, ${hashOfToken(secret)}, ${sealed}, ${MOST_DRAFTS})
      as begun`.execute(db)
  return rows[0]!.begun
}

export type OpenDraft = { readonly tender: number; readonly rev: number; readonly draft: Draft }

/** The draft of this secret; undefined: there is none. */
export async function readDraft(db: Db, municipality: string, secret: string): Promise<OpenDraft | undefined> {
  const { rows } = await sql<{ one: { tender: number; rev: number; sealed: string } | null }>`
    select wall.read_bid(${municipality}, ${hashOfToken(secret)}) as one`.execute(db)
  const one = rows[0]?.one
  if (!one) return undefined
  const draft = JSON.parse(boxOf(municipality, secret).open(one.sealed)) as Draft
  return { tender: one.tender, rev: one.rev, draft }
}

/** Keeps a draft as it follows on the one of number `rev`. */
export async function keepDraft(
  db: Db,
  municipality: string,
  secret: string,
  { rev, draft }: Omit<OpenDraft, 'tender'>,
) {
  const sealed = boxOf(municipality, secret).seal(JSON.stringify(draft))
  const { rows } = await sql<{ done: 'kept' | 'missing' | 'closed' | 'overtaken' }>`
    select wall.keep_bid(${municipality}, ${hashOfToken(secret)}, ${sealed}, ${rev}) as done`.execute(db)
  return rows[0]!.done
}

/** Throws a draft away, at once. */
export async function dropDraft(db: Db, municipality: string, secret: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select wall.drop_bid(${municipality}, ${hashOfToken(secret)}) as done`.execute(db)
  return rows[0]!.done
}

export type PublishedAnnex = {
  readonly annex: Annex
  readonly hash: string
  readonly closesAt: Date
  readonly stopped: boolean
}

/** The newest annex of a tender, as everybody reads it. */
export const publishedAnnex = (db: Db, municipality: string, no: number): Promise<PublishedAnnex | undefined> =>
  db
    .selectFrom('published.tender')
    .select(['annex', 'hash', 'closes_at as closesAt', 'stopped'])
    .where('municipality', '=', municipality)
    .where('no', '=', no)
    .where('current', '=', true)
    .executeTakeFirst()
