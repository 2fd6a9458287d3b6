/** Measurements of one organisation: when, what turned, and a new one that is asked for. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { partsOf, registrableDomain } from '../../lib/domain.ts'
import type { Unseen } from '../../model/evidence.ts'
import type { VerdictWord } from '../../model/finding.ts'
import type { Cause } from '../../model/publication.ts'

/** How often a new measurement of an organisation can be asked for in 24 hours, as the database holds it. */
export const ASKS_A_DAY = 3
const MOST = 40

export type Turned = {
  readonly address: string
  readonly criterion: string
  readonly was: VerdictWord
  readonly now: VerdictWord
  readonly cause: Cause
  /** When that was published. */
  readonly at: Date
}
export type Measured = {
  readonly of: { readonly id: string; readonly name: string }
  readonly addresses: readonly {
    readonly address: string
    readonly measuredAt: Date | null
    readonly why: Unseen | null
    readonly publishedAt: Date | null
  }[]
  /** The newest asking of the last 24 hours. */
  readonly asked: { readonly at: Date; readonly total: number; readonly done: number } | undefined
  /** When it can be asked for again, if there were as many askings in the last 24 hours as can be; null: now. */
  readonly again: Date | null
  readonly turned: readonly Turned[]
}

/** Undefined when who asks sees no such organisation. */
export async function measuredOf(tx: Tx, municipality: string, organisation: string): Promise<Measured | undefined> {
  const [of] = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .where('id', '=', organisation)
    .execute()
  if (of === undefined) return undefined
  const addresses = await sql<Measured['addresses'][number]>`
    select s.address, v.ended_at as "measuredAt", v.why, p.measured_at as "publishedAt"
    from subject s
    left join lateral (select v.ended_at, v.why from visit v where v.kind = s.kind and v.address = s.address
      and v.state = 'done' order by v.ended_at desc limit 1) v on true
    left join published.subject_visit p on p.municipality = s.municipality and p.id = s.id and p.to_no is null
    where s.municipality = ${municipality} and s.organisation = ${organisation} and s.ended_at is null
    order by s.address limit 100`.execute(tx)
  const asked = await sql<{ at: Date; total: number; done: number }>`
    select a.asked_at as at, count(r.visit)::int as total, count(*) filter (where v.state <> 'open')::int as done
    from asked_look a
    join round_visit r on r.municipality = a.municipality and r.round = a.round
    join visit v on v.id = r.visit
    where a.municipality = ${municipality} and a.organisation = ${organisation}
      and a.asked_at > now() - interval '1 day'
    group by a.id, a.asked_at order by a.asked_at desc`.execute(tx)
  const turned = await sql<Turned>`
    select s.address, f.criterion, was.verdict as was, f.verdict as now, f.cause, n.at
    from subject s
    join published.finding f on f.municipality = s.municipality and f.subject = s.id
    join published.finding was on was.municipality = f.municipality and was.subject = f.subject
      and was.criterion = f.criterion and was.to_no = f.from_no and was.verdict <> f.verdict
    join published.publication n on n.municipality = f.municipality and n.no = f.from_no
    where s.municipality = ${municipality} and s.organisation = ${organisation} and s.ended_at is null
    order by n.no desc, s.address, f.criterion limit ${MOST}`.execute(tx)
  const oldest = asked.rows[ASKS_A_DAY - 1]
  return {
    of,
    addresses: addresses.rows,
    asked: asked.rows[0],
    again: oldest === undefined ? null : new Date(oldest.at.getTime() + 86_400_000),
    turned: turned.rows,
  }
}

/**
 * Asks for a new measurement of an organisation, of the 50 addresses that were measured longest ago, before what waits.
 * Gives of how many; `busy`: an earlier asking runs; `enough` for this day; `none`: it has no address. The database
 * refuses whose organisation it is not.
 */
export async function askLook(tx: Tx, organisation: string): Promise<number | 'busy' | 'enough' | 'none'> {
  const { rows: addresses } = await sql<{ address: string }>`select address from subject
    where organisation = ${organisation} and ended_at is null limit 1000`.execute(tx)
  const lanes = Object.fromEntries(addresses.map(({ address }) => [address, registrableDomain(partsOf(address).host)]))
  const { rows: asked } = await sql<{ became: 'asked' | 'busy' | 'enough' | 'none' }>`
    select wall.ask_look(${organisation}::uuid, ${JSON.stringify(lanes)}::jsonb) as became`.execute(tx)
  const { became } = asked[0]!
  if (became !== 'asked') return became
  // The moment of an asking is that of its transaction.
  const { rows } = await sql<{ visits: number }>`select count(*)::int as visits from asked_look a
    join round_visit r on r.municipality = a.municipality and r.round = a.round
    where a.organisation = ${organisation} and a.asked_at = now()`.execute(tx)
  return rows[0]!.visits
}
