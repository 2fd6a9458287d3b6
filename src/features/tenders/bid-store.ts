/** What bidders handed in, opened after the closing time. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'

/** By the name of the bidder: an order that says nothing. */
export const bidsOf = (tx: Tx, municipality: string, tender: string) =>
  tx
    .selectFrom('bid')
    .select(['id', 'bidder', 'hash', 'whole', 'late', 'at'])
    .where('municipality', '=', municipality)
    .where('tender', '=', tender)
    .orderBy(sql`lower(bidder)`)
    .orderBy('id')
    .execute()
