/** What bidders handed in: opened after the closing time, read beside each other, and noted upon. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import type { Bid } from '../../model/tender.ts'

export type Opened = {
  readonly bid: Bid
  readonly hash: string
  readonly whole: boolean
  /** Why it comes after the others; empty: it came with them. */
  readonly late: string
}

/** Opens these bids together; gives how many are new. The database refuses it before the closing time. */
export async function openBids(
  tx: Tx,
  municipality: string,
  tender: string,
  by: string,
  all: readonly Opened[],
): Promise<number> {
  let count = 0
  for (const { bid, hash, whole, late } of all) {
    const added = await tx
      .insertInto('bid')
      .values({
        municipality,
        id: uuid(),
        tender,
        bidder: bid.bidder,
        content: JSON.stringify(bid),
        hash,
        whole,
        late,
        by,
      })
      .onConflict((same) => same.columns(['municipality', 'tender', 'hash']).doNothing())
      .executeTakeFirst()
    count += Number(added.numInsertedOrUpdatedRows ?? 0)
  }
  await tx
    .updateTable('tender')
    .set({ state: 'opened', opened_at: sql<Date>`coalesce(opened_at, now())` })
    .where('municipality', '=', municipality)
    .where('id', '=', tender)
    .where('state', '=', 'issued')
    .execute()
  return count
}

/** By the name of the bidder: an order that says nothing. */
export const bidsOf = (tx: Tx, municipality: string, tender: string) =>
  tx
    .selectFrom('bid')
    .select(['id', 'bidder', 'content', 'hash', 'whole', 'late', 'at'])
    .where('municipality', '=', municipality)
    .where('tender', '=', tender)
    .orderBy(sql`lower(bidder)`)
    .orderBy('id')
    .execute()
export type OpenedBid = Awaited<ReturnType<typeof bidsOf>>[number]

/** Notes of those who weigh, the oldest first. */
export const notesOf = (tx: Tx, municipality: string, bid: string) =>
  tx
    .selectFrom('bid_note as n')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'n.municipality').onRef('p.id', '=', 'n.by'))
    .select(['n.id', 'n.requirement', 'n.text', 'n.at', 'p.name as by'])
    .where('n.municipality', '=', municipality)
    .where('n.bid', '=', bid)
    .orderBy('n.at')
    .orderBy('n.id')
    .execute()
export type BidNote = Awaited<ReturnType<typeof notesOf>>[number]

/** Writes a note beside the words of a bidder. */
export async function noteBid(
  tx: Tx,
  municipality: string,
  {
    bid,
    requirement,
    text,
    by,
  }: { readonly bid: string; readonly requirement: string; readonly text: string; readonly by: string },
): Promise<void> {
  await tx.insertInto('bid_note').values({ municipality, id: uuid(), bid, requirement, text, by }).execute()
}

/** Keeps whom the municipality chose, and why: a person's act, made elsewhere and written down here. */
export async function chooseBid(
  tx: Tx,
  municipality: string,
  tender: string,
  { bid, why }: { readonly bid: string; readonly why: string },
): Promise<void> {
  await tx
    .updateTable('tender')
    .set({ state: 'chosen', chosen: bid, chosen_for: why })
    .where('municipality', '=', municipality)
    .where('id', '=', tender)
    .execute()
}

/** Which number bidders gave of their files, the newest first. */
export const statedOf = (tx: Tx, municipality: string, bids: readonly string[]) =>
  tx
    .selectFrom('bid_stated as s')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 's.municipality').onRef('p.id', '=', 's.by'))
    .select(['s.id', 's.bid', 's.stated', 's.source', 's.at', 'p.name as by'])
    .where('s.municipality', '=', municipality)
    .where('s.bid', 'in', bids)
    .orderBy('s.at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
export type Stated = Awaited<ReturnType<typeof statedOf>>[number]

/** Keeps which number a bidder gave; empty: none. */
export async function keepStated(
  tx: Tx,
  municipality: string,
  stated: { readonly bid: string; readonly stated: string; readonly source: string; readonly by: string },
): Promise<void> {
  await tx
    .insertInto('bid_stated')
    .values({ municipality, id: uuid(), ...stated })
    .execute()
}
