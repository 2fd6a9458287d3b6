/** Who a campaign is for, how they stand on a day, and with what was looked. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import { heldFindings } from '../../db/held-findings.ts'
import type { CampaignProbe } from '../../model/campaign.ts'
import { unitOn } from '../../scoring/pledge.ts'
import type { Eligible } from './rules.ts'
import type { Campaign } from './store.ts'

/** The organisations of a group, or all of them; of these ids when they are given. */
export async function organisationsFor(
  tx: Tx,
  municipality: string,
  asked: { readonly audience: string } | { readonly ids: readonly string[] },
): Promise<readonly Eligible[]> {
  const which =
    'ids' in asked
      ? sql`and o.id = any(${asked.ids}::uuid[])`
      : asked.audience === ''
        ? sql``
        : sql`and g.name = ${asked.audience}`
  const { rows } = await sql<Eligible>`
    select o.id, coalesce(o.street_name, '') as street, g.name as "group",
      coalesce(json_agg(json_build_object('id', s.id, 'until',
        day_here(s.ended_at))) filter (where s.id is not null), '[]') as subjects
    from organisation o
    left join group_member g on g.municipality = o.municipality and g.organisation = o.id and g.kind = 'cluster'
    left join subject s on s.municipality = o.municipality and s.organisation = o.id
    where o.municipality = ${municipality} ${which} group by o.id, o.street_name, g.name order by o.id`.execute(tx)
  return rows
}

type Aim = Pick<Campaign, 'criteria' | 'least'>
type When = {
  readonly day: string
  /** Only what was seen on this day or later says how it stands; left out: whatever holds. */
  readonly seenFrom?: string
}

/** By organisation whether it meets the aim on a day; null: not known. What the aim does not ask of is left out. */
export async function standingOn(
  tx: Tx,
  municipality: string,
  organisations: readonly Eligible[],
  { criteria, least }: Aim,
  { day, seenFrom }: When,
): Promise<ReadonlyMap<string, boolean | null>> {
  const subjects = organisations.flatMap(({ id, subjects: addresses }) => [id, ...addresses.map((each) => each.id)])
  const all = await heldFindings(tx, municipality, { subjects, criteria })
  const held = Map.groupBy(
    all.filter(({ at }) => seenFrom === undefined || at >= seenFrom),
    ({ subject }) => subject,
  )
  const promised = { rules: [{ criteria, atLeast: 1 }], least }
  return new Map(
    organisations.flatMap(({ id, subjects: addresses }) => {
      const unit = { subjects: [{ id, until: null }, ...addresses] }
      const about = unit.subjects.flatMap((each) => held.get(each.id) ?? [])
      const { outcome } = unitOn(about, unit, promised, day)
      if (outcome === 'not-applicable') return []
      return [[id, outcome === 'unknown' ? null : outcome === 'met'] as const]
    }),
  )
}

/** With what was looked at what counted on a day: the publication of then; undefined before the first. */
export async function probeOn(tx: Tx, municipality: string, day: string): Promise<CampaignProbe | undefined> {
  const row = await tx
    .selectFrom('published.publication')
    .select(['no', 'catalogue_version', 'versions'])
    .where('municipality', '=', municipality)
    .where('provisional', '=', false)
    .where(sql<boolean>`day_here(at) <= ${day}::date`)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const version = (of: string): string => row.versions[of] ?? ''
  return {
    publication: row.no,
    leidraad: version('leidraad'),
    axe: version('axe'),
    lists: version('lists'),
    catalogue: row.catalogue_version,
  }
}
