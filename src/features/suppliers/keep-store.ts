/** Keeps what a visit showed behind an address, for each municipality that watches it. */
import { sql, type Kysely } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tables } from '../../db/tables.ts'
import type { Behind, Watch } from '../../model/supplier.ts'

/** What one visit showed for one watcher. `watch` null: that was not looked at, and what was seen before stays. */
export type KeptBehind = {
  readonly municipality: string
  readonly subject: string
  readonly address: string
  /** ISO 8601, when it was seen. */
  readonly at: string
  readonly behind: Behind
  readonly watch: Watch | null
}

/**
 * Makes this what is known of these addresses. Evidence that is judged anew replaces what was read from it, and tells
 * nothing newer than it is. An expiry that moved is one that was not told yet; the day of a domain that was typed gives
 * way to one that was measured. Called in the transaction of the judgement.
 */
export async function keepBehind(tx: Kysely<Tables>, all: readonly KeptBehind[]): Promise<void> {
  for (const { municipality, subject, address, at, behind, watch } of all) {
    await sql`insert into address_behind (municipality, subject, organisation, address, at, behind)
      select municipality, id, organisation, ${address}, ${at}, ${JSON.stringify(behind)}::jsonb from subject
      where municipality = ${municipality} and id = ${subject}
      on conflict (municipality, subject) do update set organisation = excluded.organisation,
        address = excluded.address, at = excluded.at, behind = excluded.behind
      where address_behind.at <= excluded.at`.execute(tx)
    if (watch !== null)
      await sql`insert into address_watch (municipality, subject, organisation, address, at, watch)
        select municipality, id, organisation, ${address}, ${at}, ${JSON.stringify(watch)}::jsonb from subject
        where municipality = ${municipality} and id = ${subject}
        on conflict (municipality, subject) do update set organisation = excluded.organisation,
          address = excluded.address, at = excluded.at, watch = excluded.watch
        where address_watch.at <= excluded.at`.execute(tx)
    for (const { kind, name, until } of behind.expiries)
      await sql`insert into expiry (municipality, id, subject, organisation, kind, name, until, seen_at)
        select municipality, ${uuid()}, id, organisation, ${kind}, ${name.slice(0, 300)}, ${until}::date, ${at}
        from subject where municipality = ${municipality} and id = ${subject}
        on conflict (municipality, subject, kind, name) do update set organisation = excluded.organisation,
          until = excluded.until, seen_at = excluded.seen_at, by = null
        where expiry.seen_at <= excluded.seen_at`.execute(tx)
    await forgetDomainDays(tx, { municipality, subject, at, behind })
  }
}

/**
 * Takes away what was told of the domain before and is no more, and what somebody typed at another address of the same
 * organisation. Where it was not heard, or unclear, what was known stays.
 */
async function forgetDomainDays(
  tx: Kysely<Tables>,
  { municipality, subject, at, behind }: Pick<KeptBehind, 'municipality' | 'subject' | 'at' | 'behind'>,
): Promise<void> {
  const { domain, expiries } = behind
  if (domain === undefined || domain.told === 'unseen' || domain.told === 'unclear') return
  const kinds = expiries.map(({ kind }) => kind)
  await sql`delete from expiry e using subject s
    where s.municipality = ${municipality} and s.id = ${subject} and e.municipality = s.municipality
      and e.seen_at <= ${at} and e.kind in ('domain', 'domain-leaving')
      and case when e.by is null then e.subject = s.id and e.kind <> all(${kinds}::text[])
        else e.organisation = s.organisation and e.name = ${domain.name} and ${kinds.includes('domain')} end`.execute(
    tx,
  )
}
