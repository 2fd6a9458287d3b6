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
    await tx
      .insertInto('campaign_member')
      .values(members.map((each) => ({ municipality, campaign: id, ...each })))
      .execute()
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
    if (reach.length > 0)
      await tx
        .insertInto('campaign_reach')
        .values(
          reach.map((each) => ({ municipality, campaign: id, id: uuid(), ...each, by: frozen.by, at: at(each.day) })),
        )
        .execute()
    await sql`select wall.show_campaign(${municipality}, ${id})`.execute(tx)
  })
}
