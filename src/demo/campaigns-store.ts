/** Puts a campaign of the demo at the days of its story; what everybody reads of it follows as on any day. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Db } from '../db/connect.ts'
import { canonical } from '../lib/canonical.ts'
import type { CampaignPlan, CampaignResult } from '../model/campaign.ts'
import type { CampaignOutcome, CampaignWay } from '../vocabulary/campaign.ts'

export type ToldMember = {
  readonly organisation: string
  readonly cluster: string
  readonly stratum: number
  readonly before: boolean
  readonly first: boolean | null
  readonly after: boolean | null
}
export type ToldReach = {
  readonly organisation: string
  readonly way: CampaignWay
  readonly outcome: CampaignOutcome
  readonly day: string
}
type Step = { readonly by: string; readonly day: string }
export type ToldCampaign = {
  readonly id: string
  readonly plan: CampaignPlan
  readonly hash: string
  readonly salt: string
  readonly frozen: Step
  readonly drawn: (Step & { readonly value: string; readonly seed: string }) | undefined
  readonly told: (Step & { readonly result: CampaignResult }) | undefined
  readonly members: readonly ToldMember[]
  readonly reach: readonly ToldReach[]
}

const at = (day: string) => new Date(`${day}T09:30:00Z`)

/** Whether the demo has a campaign already. */
export const campaignsThere = async (db: Db, municipality: string): Promise<boolean> =>
  (await db.selectFrom('campaign').select('id').where('municipality', '=', municipality).limit(1).execute()).length > 0

/** Of a draft that people of the demo wrote: what became of it. The walls ask for today, so they are not asked. */
export async function keepCampaign(db: Db, municipality: string, told: ToldCampaign): Promise<void> {
  const { id, frozen, drawn, members, reach } = told
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into campaign_member (municipality, campaign, organisation, cluster, stratum, before, first, after)
      select ${municipality}, ${id}, m.* from json_to_recordset(${JSON.stringify(members)}::json) as m(
        organisation uuid, cluster text, stratum int, before boolean, first boolean, after boolean)`.execute(tx)
    await tx
      .updateTable('campaign')
      .set({
        state: told.told ? 'told' : drawn ? 'drawn' : 'frozen',
        at: at(frozen.day),
        plan: canonical(told.plan),
        hash: told.hash,
        salt: told.salt,
        frozen_by: frozen.by,
        frozen_at: at(frozen.day),
        ...(drawn === undefined
          ? {}
          : { value: drawn.value, seed: drawn.seed, drawn_by: drawn.by, drawn_at: at(drawn.day) }),
        ...(told.told === undefined
          ? {}
          : { result: JSON.stringify(told.told.result) as never, told_by: told.told.by, told_at: at(told.told.day) }),
      })
      .where('municipality', '=', municipality)
      .where('id', '=', id)
      .execute()
    const reached = JSON.stringify(reach.map((each) => ({ id: uuid(), ...each, at: at(each.day) })))
    await sql`insert into campaign_reach (municipality, campaign, by, id, organisation, way, outcome, day, at)
      select ${municipality}, ${id}, ${frozen.by}, r.* from json_to_recordset(${reached}::json) as r(
        id uuid, organisation uuid, way text, outcome text, day date, at timestamptz)`.execute(tx)
    await sql`select wall.show_campaign(${municipality}, ${id})`.execute(tx)
  })
}
