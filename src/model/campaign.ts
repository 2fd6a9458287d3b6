/** A campaign for a group of organisations: what is fixed before it starts, and what came out of it. */
import type {
  CampaignSource,
  CampaignStrata,
  CampaignUnit,
  CampaignVerdict,
  CampaignWay,
} from '../vocabulary/campaign.ts'
import type { Strength } from './finding.ts'

/** With what was looked: equal before and after, or the series is broken. */
export type CampaignProbe = {
  readonly publication: number
  readonly leidraad: string
  readonly axe: string
  readonly lists: string
  readonly catalogue: string
}

/** What is fixed, hashed and public before anybody knows who goes first. Days as `2026-11-28`. */
export type CampaignPlan = {
  readonly number: string
  readonly title: string
  readonly aim: string
  readonly norm: string
  /** What the norm was called on that day. */
  readonly about: string
  readonly criteria: readonly string[]
  /** The same in the words of the catalogue of that day. */
  readonly points: readonly string[]
  readonly least: Strength
  /** The group that it is for, `A` to `D`; empty: all organisations. */
  readonly audience: string
  readonly unit: CampaignUnit
  readonly strata: CampaignStrata
  readonly before: string
  readonly drawOn: string
  /** Where the public number of the draw comes from, which nobody can know on the day of fixing. */
  readonly source: CampaignSource
  /** How it is read, and where it is looked up, as it was on that day. */
  readonly reads: string
  readonly where: string
  readonly starts: string
  readonly until: string
  readonly after: string
  readonly ways: readonly CampaignWay[]
  readonly steps: readonly string[]
  readonly probe: CampaignProbe
  readonly clusters: readonly { readonly label: string; readonly stratum: number }[]
  readonly meant: number
  /** Of so many it was not known how they stand, or they have no place in the draw; null: too few to tell. */
  readonly leftOut: number | null
  /** SHA-256 of who is meant, with a salt: names nobody, and cannot be changed afterwards. */
  readonly members: string
  readonly test: { readonly alpha: number; readonly permutations: number; readonly fewest: number }
}

/** One of the two groups as everybody may read it; null: too few to tell. */
export type CampaignArm = {
  readonly meant: number
  readonly clusters: number
  readonly missing: number | null
  readonly before: number | null
  readonly after: number | null
  /** Of how many the two are known. */
  readonly known: number | null
}

/** What came out, as it is told once. Shares are −1 to 1. */
export type CampaignResult = {
  readonly verdict: CampaignVerdict
  readonly first: CampaignArm
  readonly waiting: CampaignArm
  /** Null, as what follows from it is, where it would give a small count away. */
  readonly difference: number | null
  /** Null at an end: nothing is ruled out there. */
  readonly interval: { readonly low: number | null; readonly high: number | null } | null
  /** When all that is unknown turns out badly, and well. */
  readonly bounds: { readonly low: number; readonly high: number } | null
  readonly p: number | null
  readonly leastP: number
  readonly permutations: number
  readonly exact: boolean
  /** What differs between the two looks; empty: nothing. */
  readonly broken: readonly string[]
  readonly probe: CampaignProbe
  readonly reach: CampaignReached
}

/** How many were reached of those who went first, and of those who waited before their turn; null: too few to tell. */
export type CampaignReached = { readonly meant: number; readonly first: number | null; readonly waiting: number | null }
