/**
 * Campaigns of the demo city: one that ended with nothing to see, one that says too little, one that runs, one that
 * waits for its draw, and a draft.
 */
import { randomUUID } from 'node:crypto'
import { asPerson, type Tx } from '../db/as.ts'
import { record } from '../db/audit.ts'
import type { Db } from '../db/connect.ts'
import { organisationsFor } from '../features/campaigns/measure-store.ts'
import { resultOf } from '../features/campaigns/outcome.ts'
import { hashOfPlan, meantOf, planFor } from '../features/campaigns/rules.ts'
import { campaignById } from '../features/campaigns/store.ts'
import { beginCampaign } from '../features/campaigns/write-store.ts'
import { daysAfter } from '../lib/iso-date.ts'
import type { CampaignPlan, CampaignProbe } from '../model/campaign.ts'
import type { Norm } from '../model/norm.ts'
import { drawDayFrom, drawFirst, seedOf } from '../scoring/campaign-draw.ts'
import type { ActName } from '../vocabulary/act.ts'
import { todayIn } from '../web/language.ts'
import { CAMPAIGN_STORIES, type CampaignStory } from './campaign-stories.ts'
import { campaignsThere, keepCampaign, type ToldMember } from './campaigns-store.ts'
import { idsBy } from './store.ts'

type Demo = {
  readonly db: Db
  readonly municipality: string
  readonly norms: readonly Norm[]
  /** With what was looked before and after. */
  readonly probe: CampaignProbe
}
type Staff = { readonly officer: string; readonly colleague: string; readonly publisher: string }
type Member = ToldMember & { readonly place: number }
/** Days from today on which the draft would start. */
const SOMEDAY = 60

const as = <T>({ db, municipality }: Demo, person: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asPerson(db, { municipality, person, organisation: null }, 'write', work)

/** Tells them once, after the people, the organisations and their groups. */
export async function fillCampaigns(demo: Demo): Promise<void> {
  const people = await idsBy(demo.db, demo.municipality, 'person', 'email')
  const at = (name: string) => people.get(`${name}@gemeente-sluiswijk.test`)
  const [officer, colleague, publisher] = [at('tarik.aydin'), at('chantal.vos'), at('fleur.janssen')]
  if (!officer || !colleague || !publisher || (await campaignsThere(demo.db, demo.municipality))) return
  for (const story of CAMPAIGN_STORIES) await tell(demo, { officer, colleague, publisher }, story)
  // Of the one that said too little somebody thinks of another, drawn by organisation.
  const again = {
    ...CAMPAIGN_STORIES[1]!,
    title: 'Nog eens: wie een lek ziet, kan het kwijt',
    unit: 'organisation',
  } as const
  await as(demo, officer, (tx) => begun(tx, demo, officer, again, SOMEDAY - again.days.starts))
}

const normOf = ({ norms }: Demo, { norm }: CampaignStory): Norm => norms.find(({ id }) => id === norm)!

/** A draft of it, as somebody writes one; `later`: so many days after those of the story. */
async function begun(tx: Tx, demo: Demo, by: string, story: CampaignStory, later = 0): Promise<string> {
  const { municipality } = demo
  const { days, criteria, title, aim, norm, unit, strata, ways, steps } = story
  const on = (day: number) => daysAfter(todayIn(), day + later)
  const id = await beginCampaign(tx, municipality, by, {
    title,
    aim,
    norm,
    criteria: criteria.map((each) => `${norm}.${each}`),
    least: 'measured',
    audience: '',
    unit,
    strata,
    drawOn: drawDayFrom('lotto', on(days.starts - 7)),
    source: 'lotto',
    starts: on(days.starts),
    until: on(days.until),
    after: on(days.after),
    ways: [...ways],
    steps: [...steps],
  })
  await record(tx, municipality, { act: 'campaign.begun', object: `campaign/${id}`, detail: { norm } })
  return id
}

async function tell(demo: Demo, staff: Staff, story: CampaignStory): Promise<void> {
  const { municipality, probe } = demo
  const { days, value } = story
  const on = (day: number) => daysAfter(todayIn(), day)
  const { campaign, meant } = await as(demo, staff.officer, async (tx) => {
    const written = (await campaignById(tx, municipality, await begun(tx, demo, staff.officer, story)))!
    const all = await organisationsFor(tx, municipality, { audience: '' })
    const standing = new Map(all.map(({ id }, place) => [id, story.before(place)]))
    return { campaign: written, meant: meantOf(written.id, written, all, standing) }
  })
  const salt = randomUUID()
  const plan = planFor(campaign, meant, { probe, salt, today: on(days.frozen), norm: normOf(demo, story) })
  const hash = hashOfPlan(plan)
  const seed = value === undefined ? undefined : seedOf(hash, value)
  const members = drawnIn(plan, story, meant.members, seed)
  const reach = members.flatMap(({ organisation, first, place }) => {
    const how = first === true ? story.reached?.(place) : undefined
    const span = Math.max(1, Math.min(days.until, 0) - days.starts)
    return how ? [{ organisation, ...how, day: on(days.starts + (place % span)) }] : []
  })
  const reached = { first: reach.filter(({ outcome }) => outcome === 'reached').length, waiting: 0 }
  const result =
    days.told === undefined || seed === undefined ? undefined : resultOf(plan, members, { seed, probe, reached })
  const acts: readonly (readonly [by: string, act: ActName, detail: Readonly<Record<string, string | number>>])[] = [
    [staff.officer, 'campaign.frozen', { hash, meant: plan.meant }],
    ...(value === undefined ? [] : [[staff.colleague, 'campaign.drawn', { value }] as const]),
    ...(result === undefined ? [] : [[staff.publisher, 'campaign.told', { verdict: result.verdict }] as const]),
  ]
  for (const [by, act, detail] of acts)
    await as(demo, by, (tx) => record(tx, municipality, { act, object: `campaign/${campaign.id}`, detail }))
  await keepCampaign(demo.db, municipality, {
    id: campaign.id,
    plan,
    hash,
    salt,
    frozen: { by: staff.officer, day: on(days.frozen) },
    drawn:
      value === undefined || seed === undefined
        ? undefined
        : { by: staff.colleague, day: campaign.drawOn, value, seed },
    told: result === undefined ? undefined : { by: staff.publisher, day: on(days.told!), result },
    members: members.map(({ organisation, cluster, stratum, before, first, after }) => ({
      organisation,
      cluster,
      stratum,
      before,
      first,
      after,
    })),
    reach,
  })
}

/** Whose turn it is follows from the draw; how they stood follows from their place in their own group. */
function drawnIn(
  plan: CampaignPlan,
  story: CampaignStory,
  meant: readonly { organisation: string; cluster: string; stratum: number; before: boolean }[],
  seed: string | undefined,
): readonly Member[] {
  const turn = seed === undefined ? undefined : drawFirst(seed, plan.clusters)
  const places = { first: 0, waits: 0 }
  return meant.map((each) => {
    if (turn === undefined) return { ...each, first: null, after: null, place: 0 }
    const first = turn.has(each.cluster)
    const place = places[first ? 'first' : 'waits']++
    return { ...each, first, before: story.before(place), after: story.after?.(place, first) ?? null, place }
  })
}
