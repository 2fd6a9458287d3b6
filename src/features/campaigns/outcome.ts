/** What came out of a campaign, worked out once: the effect as it may be told, and what broke the series. Pure. */
import type { CampaignPlan, CampaignProbe, CampaignResult } from '../../model/campaign.ts'
import { effectOf } from '../../scoring/campaign-effect.ts'
import { toldOf, toldOrNot } from '../../scoring/campaign-told.ts'
import { brokenBy } from './rules.ts'

/** One that was meant, as it stood before and stands after; null: not known. */
type Stood = {
  readonly cluster: string
  readonly stratum: number
  readonly first: boolean | null
  readonly before: boolean | null
  readonly after: boolean | null
}
type Looked = {
  readonly seed: string
  /** With what was looked afterwards; undefined: nothing was published. */
  readonly probe: CampaignProbe | undefined
  /** How many were reached of those that went first, and of those that waited. */
  readonly reached: { readonly first: number; readonly waiting: number }
}

const UNSAID = { difference: null, interval: null, bounds: null, p: null, verdict: 'broken' } as const

/** The outcome as everybody reads it. */
export function resultOf(plan: CampaignPlan, all: readonly Stood[], { seed, probe, reached }: Looked): CampaignResult {
  const broken = brokenBy(plan.probe, probe)
  const effect = effectOf(
    all.map((each) => ({ ...each, first: each.first === true })),
    { ...plan.test, seed },
  )
  const meant = { first: effect.first.meant, waiting: effect.waiting.meant }
  return {
    ...toldOf(effect),
    ...(broken.length === 0 ? {} : UNSAID),
    leastP: effect.leastDrawn,
    permutations: effect.permutations,
    exact: effect.exact,
    broken,
    probe: probe ?? plan.probe,
    reach: {
      meant: meant.first,
      first: toldOrNot(reached.first, meant.first),
      waiting: toldOrNot(reached.waiting, meant.waiting),
    },
  }
}
