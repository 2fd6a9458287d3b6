/** Reads of each covenant what a party has before it: a text to sign, or a version of which it can say something. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { CovenantState, ParticipantKind, ParticipantState } from '../../vocabulary/covenant.ts'

export type Before = {
  readonly covenant: string
  readonly title: string
  readonly stands: CovenantState
  readonly kind: ParticipantKind
  readonly state: ParticipantState
  /** Until when one signs what was fixed last; null: nothing is fixed. */
  readonly signBy: string | null
  /** It signed what was fixed last, and did not take that back. */
  readonly signed: boolean
  /** The version that was shown and not fixed yet; null: there is none. */
  readonly shown: number | null
  readonly commentsUntil: string | null
  /** It said something of that version. */
  readonly commented: boolean
}

/** Of every covenant to which an organisation was invited how it stands, the last invitation of each. */
export async function beforeParty(tx: Tx, municipality: string, organisation: string): Promise<readonly Before[]> {
  const { rows } = await sql<Before>`
    select distinct on (c.no) c.id as covenant, c.title, c.state as stands, p.kind, p.state,
      f.sign_by::text as "signBy", f.version is not null and exists (select from covenant_signature s
        where s.municipality = p.municipality and s.participant = p.id and s.version = f.version
          and s.withdrawn_at is null) as signed,
      v.no as shown, v.comments_until::text as "commentsUntil", v.no is not null and exists (select
        from covenant_comment m where m.municipality = p.municipality and m.participant = p.id
          and m.covenant = c.id and m.version = v.no) as commented
    from covenant_participant p
      join covenant c on c.municipality = p.municipality and c.id = p.covenant
      left join lateral (select f.version, f.sign_by from covenant_fixed f join covenant_version w
        on w.municipality = f.municipality and w.covenant = f.covenant and w.no = f.version and w.state = 'final'
        where f.municipality = c.municipality and f.covenant = c.id order by f.version desc limit 1) f on true
      left join lateral (select v.no, v.comments_until from covenant_version v
        where v.municipality = c.municipality and v.covenant = c.id and v.state = 'shown'
        order by v.no desc limit 1) v on true
    where p.municipality = ${municipality} and p.organisation = ${organisation}
    order by c.no, p.at desc, p.id desc`.execute(tx)
  return rows
}
