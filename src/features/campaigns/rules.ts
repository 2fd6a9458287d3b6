/** How a campaign is put together and what it may say. Pure. */
import { hashOfContent, sha256 } from '../../lib/canonical.ts'
import type { CampaignPlan, CampaignProbe } from '../../model/campaign.ts'
import type { Norm } from '../../model/norm.ts'
import { stratified } from '../../scoring/campaign-draw.ts'
import { toldOrNot } from '../../scoring/campaign-told.ts'
import {
  ALPHA,
  CAMPAIGN_SOURCES,
  FEWEST_KNOWN,
  FEWEST_TOLD,
  LEAST_DRAWS,
  MOST_DRAWS,
  MOST_LOTS_DRAWN,
} from '../../vocabulary/campaign.ts'
import type { CampaignState, CampaignUnit, CampaignWay } from '../../vocabulary/campaign.ts'

/** Whom it could be for. */
export type Eligible = {
  readonly id: string
  /** Empty: not known. */
  readonly street: string
  /** The letter of its group; null: nobody said. */
  readonly group: string | null
  readonly subjects: readonly { readonly id: string; readonly until: string | null }[]
}
/** What a person wrote of it, to be fixed. */
export type Written = Omit<
  CampaignPlan,
  | 'before'
  | 'probe'
  | 'clusters'
  | 'meant'
  | 'leftOut'
  | 'members'
  | 'test'
  | 'points'
  | 'about'
  | 'ways'
  | 'reads'
  | 'where'
> & { readonly ways: readonly CampaignWay[] }

/** One that is meant, before the draw. */
export type Member = {
  readonly organisation: string
  readonly cluster: string
  readonly stratum: number
  readonly before: boolean
}

/** Who is meant, and why others are not. */
export type Meant = {
  readonly members: readonly Member[]
  /** Of so many it is not known whether they meet the aim, or it is not asked of them. */
  readonly unknown: number
  /** So many have no street, or no group, by which to draw. */
  readonly nowhere: number
  /** So many more are left out by lot, so that no few that are unknown follow from who is meant (ADR 0100). */
  readonly aside: number
}

/** In which it is drawn; empty: nowhere. An organisation that is drawn by itself is told apart by a number alone. */
function clusterOf(unit: CampaignUnit, { street, group }: Eligible): string {
  if (unit === 'street') return street
  return group === null ? '' : `groep ${group}`
}

/** Who is meant: of whom is known how they stand, and who has a place in the draw. `id`: of the campaign. */
export function meantOf(
  id: string,
  { unit, strata }: Pick<Written, 'unit' | 'strata'>,
  organisations: readonly Eligible[],
  standing: ReadonlyMap<string, boolean | null>,
): Meant {
  const known = organisations.flatMap((each) => {
    const before = standing.get(each.id)
    return typeof before === 'boolean' ? [{ each, before }] : []
  })
  // In an order that says nothing of who it is.
  const order = known.toSorted((a, b) => (sha256(`${id}:${a.each.id}`) < sha256(`${id}:${b.each.id}`) ? -1 : 1))
  const placed = order.flatMap(({ each, before }, at) => {
    const cluster = unit === 'organisation' ? `nr. ${at + 1}` : clusterOf(unit, each)
    return cluster === '' ? [] : [{ organisation: each.id, cluster, before }]
  })
  const left = organisations.length - placed.length
  const more = left > 0 && left < FEWEST_TOLD ? FEWEST_TOLD - left : 0
  const aside = placed.length - more < FEWEST_TOLD ? 0 : more
  // The order says nothing of who it is: the last ones are as good as drawn.
  const meant = placed.slice(0, placed.length - aside)
  const clusters = [...Map.groupBy(meant, ({ cluster }) => cluster)].map(([label, these]) => ({
    label,
    by:
      strata === 'size'
        ? these.length
        : strata === 'before'
          ? these.filter(({ before }) => before).length / these.length
          : 0,
  }))
  const strataOf = new Map(
    strata === 'none'
      ? clusters.map(({ label }) => [label, 1])
      : stratified(clusters).map(({ label, stratum }) => [label, stratum]),
  )
  return {
    members: meant.map((each) => ({ ...each, stratum: strataOf.get(each.cluster)! })),
    unknown: organisations.length - known.length,
    nowhere: known.length - placed.length,
    aside,
  }
}

/** The lots that these are in, by stratum and then by name. */
export const clustersOf = (members: readonly Pick<Member, 'cluster' | 'stratum'>[]) =>
  [...new Map(members.map(({ cluster, stratum }) => [cluster, { label: cluster, stratum }])).values()].toSorted(
    (a, b) => a.stratum - b.stratum || (a.label < b.label ? -1 : 1),
  )

/** SHA-256 of who is meant with a salt, as the database works it out too. */
export const hashOfMembers = (salt: string, members: readonly Member[]): string =>
  sha256(
    [
      salt,
      ...members
        .toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1))
        .map(({ organisation, cluster, stratum }) => `${organisation} ${cluster} ${stratum}`),
    ].join('\n'),
  )

/** How many draws are tried of so many lots. */
const triedOf = (lots: number): number =>
  Math.min(MOST_DRAWS, Math.max(LEAST_DRAWS, Math.floor(MOST_LOTS_DRAWN / lots)))

/** What is fixed: all that could be turned later, in one text. */
export function planFor(
  campaign: Written,
  { members, unknown, nowhere, aside }: Meant,
  {
    probe,
    salt,
    today,
    norm,
  }: { readonly probe: CampaignProbe; readonly salt: string; readonly today: string; readonly norm: Norm },
): CampaignPlan {
  const { number, title, aim, criteria, least, audience, unit, strata, drawOn, source } = campaign
  const { starts, until, after, ways, steps } = campaign
  const clusters = clustersOf(members)
  return {
    number,
    title,
    aim,
    norm: norm.id,
    about: norm.label,
    criteria,
    points: criteria.map((id) => norm.criteria.find((each) => each.id === id)?.title.nl ?? id),
    least,
    audience,
    unit,
    strata,
    before: today,
    drawOn,
    source,
    reads: CAMPAIGN_SOURCES[source].reads.nl,
    where: CAMPAIGN_SOURCES[source].where,
    starts,
    until,
    after,
    ways,
    steps,
    probe,
    clusters,
    meant: members.length,
    leftOut: toldOrNot(unknown + nowhere + aside, unknown + nowhere + aside + members.length),
    members: hashOfMembers(salt, members),
    test: { alpha: ALPHA, permutations: triedOf(clusters.length), fewest: FEWEST_KNOWN },
  }
}
/** SHA-256 of what is fixed, which the database works out too. */
export const hashOfPlan = (plan: CampaignPlan): string => hashOfContent(plan)

const PARTS: Readonly<Record<Exclude<keyof CampaignProbe, 'publication'>, string>> = {
  leidraad: 'de versie van Leidraad',
  axe: 'de versie van de meting van toegankelijkheid',
  lists: 'de lijsten van bedrijven en cookies',
  catalogue: 'de catalogus van normen',
}
/** What differs between two looks, in words; empty: nothing, so that they can be held against each other. */
export const brokenBy = (before: CampaignProbe, after: CampaignProbe | undefined): readonly string[] =>
  after === undefined
    ? ['er is niet opnieuw gemeten']
    : (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) =>
        before[part] === after[part] ? [] : [PARTS[part]],
      )

/** What waits for a person, in a sentence; undefined: nothing. */
export function waitsFor(
  { state, drawOn, after }: { readonly state: CampaignState; readonly drawOn: string; readonly after: string },
  today: string,
): 'freezing' | 'the draw' | 'drawing' | 'the end' | 'telling' | undefined {
  const waits: Readonly<Record<CampaignState, ReturnType<typeof waitsFor>>> = {
    draft: 'freezing',
    frozen: today < drawOn ? 'the draw' : 'drawing',
    drawn: today < after ? 'the end' : 'telling',
    told: undefined,
    stopped: undefined,
  }
  return waits[state]
}
