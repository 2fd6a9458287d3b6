/** Writes campaigns: a draft, what is fixed of it, the draw, who was reached, and the outcome. */
import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Tx } from '../../db/as.ts'
import { canonical } from '../../lib/canonical.ts'
import { newSpokenNumber } from '../../lib/spoken-number.ts'
import type { CampaignPlan, CampaignResult } from '../../model/campaign.ts'
import type { CampaignOutcome, CampaignWay } from '../../vocabulary/campaign.ts'
import { hashOfPlan, type Member } from './rules.ts'
import type { Campaign } from './store.ts'

/** What a person writes of a campaign. */
export type Words = Pick<
  Campaign,
  | 'title'
  | 'aim'
  | 'norm'
  | 'criteria'
  | 'least'
  | 'audience'
  | 'unit'
  | 'strata'
  | 'drawOn'
  | 'source'
  | 'starts'
  | 'until'
  | 'after'
  | 'ways'
  | 'steps'
>
const columns = ({ drawOn, criteria, ways, steps, ...words }: Words) => ({
  ...words,
  draw_on: drawOn,
  criteria: [...criteria],
  ways: [...ways],
  steps: [...steps],
})

/** Begins a draft. Gives its id. */
export async function beginCampaign(tx: Tx, municipality: string, by: string, words: Words): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('campaign')
    .values({ municipality, id, number: newSpokenNumber(), by, ...columns(words) })
    .execute()
  return id
}

/** Writes a draft anew; false when somebody else did so since. */
export async function changeCampaign(tx: Tx, municipality: string, id: string, version: number, words: Words) {
  const { numUpdatedRows } = await tx
    .updateTable('campaign')
    .set({ ...columns(words), version: version + 1 })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Fixes it, with who is meant: from here on the database changes nothing of it any more. */
export async function freezeCampaign(
  tx: Tx,
  municipality: string,
  id: string,
  by: string,
  { plan, salt, members }: { readonly plan: CampaignPlan; readonly salt: string; readonly members: readonly Member[] },
): Promise<string> {
  const rows = JSON.stringify(members)
  await sql`insert into campaign_member (municipality, campaign, organisation, cluster, stratum, before)
    select ${municipality}, ${id}, m.organisation, m.cluster, m.stratum, m.before
    from json_to_recordset(${rows}::json) as m(organisation uuid, cluster text, stratum int, before boolean)`.execute(
    tx,
  )
  const hash = hashOfPlan(plan)
  await tx
    .updateTable('campaign')
    .set({ state: 'frozen', plan: canonical(plan), hash, salt, frozen_by: by, frozen_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  return hash
}

/** Draws: the database works out who goes first, and refuses another seed. */
export const drawCampaign = (
  tx: Tx,
  municipality: string,
  id: string,
  by: string,
  { value, seed }: { readonly value: string; readonly seed: string },
) =>
  tx
    .updateTable('campaign')
    .set({ state: 'drawn', value, seed, drawn_by: by, drawn_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()

/** Stops it before the draw, with why; it stays to be read. */
export const stopCampaign = (tx: Tx, municipality: string, id: string, by: string, why: string) =>
  tx
    .updateTable('campaign')
    .set({ state: 'stopped', stopped_why: why, stopped_by: by, stopped_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()

/** Tells the outcome, with how everyone who was meant stands now: once. */
export async function tellCampaign(
  tx: Tx,
  municipality: string,
  id: string,
  by: string,
  { after, result }: { readonly after: ReadonlyMap<string, boolean | null>; readonly result: CampaignResult },
): Promise<void> {
  const rows = JSON.stringify(
    [...after].flatMap(([organisation, met]) => (met === null ? [] : [{ organisation, met }])),
  )
  await sql`update campaign_member m set after = r.met
    from json_to_recordset(${rows}::json) as r(organisation uuid, met boolean)
    where m.municipality = ${municipality} and m.campaign = ${id} and m.organisation = r.organisation`.execute(tx)
  await tx
    .updateTable('campaign')
    .set({ state: 'told', result: JSON.stringify(result) as never, told_by: by, told_at: sql`now()` })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
}

export type Reached = { readonly way: CampaignWay; readonly outcome: CampaignOutcome; readonly day: string }

/** Writes down how these were reached, however many: by which way, when, and how it went. */
export async function keepReach(
  tx: Tx,
  municipality: string,
  campaign: string,
  by: string,
  organisations: readonly string[],
  { way, outcome, day }: Reached,
): Promise<void> {
  if (organisations.length === 0) return
  const ids = organisations.map(() => uuid())
  await sql`insert into campaign_reach (municipality, campaign, id, organisation, way, outcome, day, by)
    select ${municipality}, ${campaign}, r.id, r.organisation, ${way}, ${outcome}, ${day}::date, ${by}
    from unnest(${ids}::uuid[], ${organisations}::uuid[]) as r(id, organisation)`.execute(tx)
}

/** Writes down that mail went out. */
export const keepMailing = (
  tx: Tx,
  municipality: string,
  campaign: string,
  by: string,
  counts: { readonly sent: number; readonly skipped: number },
) =>
  tx
    .insertInto('campaign_mailing')
    .values({ municipality, campaign, id: uuid(), ...counts, by })
    .execute()
