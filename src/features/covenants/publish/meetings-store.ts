/** Reads the meetings of a covenant that everybody may read of. */
import { sql } from 'kysely'
import type { Tx } from '../../../db/as.ts'
import type { MeetingKind } from '../../../vocabulary/covenant.ts'

/** Meetings that somebody made public, without a decision about a party. */
export async function meetingsOf(tx: Tx, m: string, covenant: string) {
  const { rows } = await sql<{
    id: string
    on: string
    kind: MeetingKind
    decisions: readonly { id: string; pledge: string | null; text: string }[]
  }>`select m.id, m.held_on::text as "on", m.kind, coalesce((select json_agg(json_build_object('id', d.id,
        'pledge', d.pledge, 'text', d.text) order by d.at, d.id) from covenant_decision d
        where d.municipality = m.municipality and d.meeting = m.id and d.participant is null), '[]') as decisions
    from covenant_meeting m where m.municipality = ${m} and m.covenant = ${covenant} and m.public
      and m.cancelled_for = '' and m.held_on <= today_here()`.execute(tx)
  return rows
}
