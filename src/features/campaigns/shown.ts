/** All that the page of one campaign shows, which its parts share. */
import type { CampaignProbe } from '../../model/campaign.ts'
import type { Norm } from '../../model/norm.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import type { Meant } from './rules.ts'
import type { Campaign, Counts, Mailing } from './store.ts'

export type Shown = {
  readonly view: DeskView
  readonly campaign: Campaign
  readonly norm: Norm | undefined
  readonly today: string
  readonly typed: Readonly<Record<string, string>>
  /** Of a draft: who would be meant today, and by which publication. */
  readonly meant: Meant | undefined
  readonly probe: CampaignProbe | undefined
  readonly counts: Counts
  readonly mailings: readonly Mailing[]
  /** Of how many something was seen since; undefined before the day of the last measurement. */
  readonly seen: number | undefined
  readonly problems?: Problems
}
