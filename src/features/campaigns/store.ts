/** Reads campaigns: the list, one, who is meant, and how they were reached. */
import { sql } from 'kysely'
import type { Tx } from '../../db/as.ts'
import type { CampaignPlan } from '../../model/campaign.ts'
import type { Strength } from '../../model/finding.ts'
import type { CampaignOutcome, CampaignUnit, CampaignWay } from '../../vocabulary/campaign.ts'

/** Campaigns, or organisations that are meant, on one page. */
export const SIZE = 100

/** Those of the municipality, the newest first: a page of them and one more when there is a next. */
export const listCampaigns = (tx: Tx, municipality: string, page: number) =>
  tx
    .selectFrom('campaign')
    .select(['id', 'number', 'title', 'state', 'norm', 'audience', 'starts', 'until', 'after', 'draw_on as drawOn'])
    .where('municipality', '=', municipality)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
export type Listed = Awaited<ReturnType<typeof listCampaigns>>[number]

const name = (column: 'by' | 'frozen_by' | 'drawn_by' | 'told_by' | 'stopped_by') =>
  sql<string | null>`(select p.name from person p where p.municipality = campaign.municipality
    and p.id = ${sql.ref(`campaign.${column}`)})`

/** One campaign; undefined when it is not there for who is here. `to-change` holds it until this work is done. */
export const campaignById = (tx: Tx, municipality: string, id: string, mode: 'to-read' | 'to-change' = 'to-read') =>
  tx
    .selectFrom('campaign')
    .select(['id', 'number', 'state', 'version', 'title', 'aim', 'norm', 'criteria', 'audience', 'source', 'ways'])
    .select(['strata', 'starts', 'until', 'after', 'draw_on as drawOn', 'steps', 'plan', 'hash', 'value', 'seed'])
    .select(['result', 'frozen_by as frozenById', 'frozen_at as frozenAt', 'drawn_at as drawnAt', 'told_at as toldAt'])
    .select(['stopped_at as stoppedAt', 'stopped_why as stoppedWhy', 'at'])
    .select((each) => [each.ref('least').$castTo<Strength>().as('least')])
    .select((each) => [each.ref('unit').$castTo<CampaignUnit>().as('unit')])
    .select([name('by').as('byName'), name('frozen_by').as('frozenBy'), name('drawn_by').as('drawnBy')])
    .select([name('told_by').as('toldBy'), name('stopped_by').as('stoppedBy')])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .$if(mode === 'to-change', (query) => query.forUpdate())
    .executeTakeFirst()
export type Campaign = NonNullable<Awaited<ReturnType<typeof campaignById>>>

/** What was fixed; undefined of a draft. */
export const planOf = ({ plan }: Pick<Campaign, 'plan'>): CampaignPlan | undefined =>
  plan === null ? undefined : (JSON.parse(plan) as CampaignPlan)

/** Everyone who is meant, with how they stood. */
export const membersOf = (tx: Tx, municipality: string, campaign: string) =>
  tx
    .selectFrom('campaign_member')
    .select(['organisation', 'cluster', 'stratum', 'before', 'first', 'after'])
    .where('municipality', '=', municipality)
    .where('campaign', '=', campaign)
    .orderBy('organisation')
    .execute()

/** The newest that was written down of an organisation. */
const newest = sql<{ way: CampaignWay; outcome: CampaignOutcome; day: string } | null>`(
  select jsonb_build_object('way', r.way, 'outcome', r.outcome, 'day', r.day) from campaign_reach r
  where r.municipality = m.municipality and r.campaign = m.campaign and r.organisation = m.organisation
  order by r.at desc, r.id desc limit 1)`

/** A page of those whose turn it is, or who wait, by name, with how they were reached last; and one more. */
export const turnOf = (tx: Tx, municipality: string, campaign: string, first: boolean, page: number) =>
  tx
    .selectFrom('campaign_member as m')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.municipality', '=', 'm.municipality').onRef('o.id', '=', 'm.organisation'),
    )
    .select(['o.id', 'o.name', 'm.cluster', newest.as('reached')])
    .where('m.municipality', '=', municipality)
    .where('m.campaign', '=', campaign)
    .where('m.first', '=', first)
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(SIZE + 1)
    .offset((page - 1) * SIZE)
    .execute()
export type Turn = Awaited<ReturnType<typeof turnOf>>[number]

/**
 * How many organisations and clusters there are in each group, how many were ever reached, and how it went last with
 * the others.
 */
export async function countsOf(tx: Tx, municipality: string, campaign: string) {
  const { rows } = await sql<{
    first: boolean | null
    meant: number
    clusters: number
    reached: number
    sent: number
    refused: number
    absent: number
  }>`select m.first, count(*)::int as meant, count(distinct m.cluster)::int as clusters,
      count(*) filter (where w.reached)::int as reached,
      count(*) filter (where not w.reached and r.outcome = 'sent')::int as sent,
      count(*) filter (where not w.reached and r.outcome = 'refused')::int as refused,
      count(*) filter (where not w.reached and r.outcome = 'absent')::int as absent
    from campaign_member m
    cross join lateral (select wall.campaign_was_reached(m.municipality, m.campaign, m.organisation) as reached) w
    left join lateral (select outcome from campaign_reach r
      where r.municipality = m.municipality and r.campaign = m.campaign and r.organisation = m.organisation
      order by r.at desc, r.id desc limit 1) r on true
    where m.municipality = ${municipality} and m.campaign = ${campaign} group by m.first`.execute(tx)
  return rows
}
export type Counts = Awaited<ReturnType<typeof countsOf>>

/** Mail that went out, the newest first. */
export const mailingsOf = (tx: Tx, municipality: string, campaign: string) =>
  tx
    .selectFrom('campaign_mailing as c')
    .leftJoin('person as p', (join) => join.onRef('p.municipality', '=', 'c.municipality').onRef('p.id', '=', 'c.by'))
    .select(['c.id', 'c.sent', 'c.skipped', 'c.at', 'p.name as by'])
    .where('c.municipality', '=', municipality)
    .where('c.campaign', '=', campaign)
    .orderBy('c.at', 'desc')
    .execute()
export type Mailing = Awaited<ReturnType<typeof mailingsOf>>[number]
