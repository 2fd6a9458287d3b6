/** One campaign of the address, with all that its page shows; and what its pages share. */
import type { Tx } from '../../db/as.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import type { Catalogue, Norm } from '../../model/norm.ts'
import type { Problems } from '../../web/desk/problems.tsx'
import { missing, page, type Asked, type Reply } from '../../web/desk/route.ts'
import { organisationsFor, probeOn, standingOn } from './measure-store.ts'
import { CampaignPage } from './page-campaign.tsx'
import { meantOf, type Meant } from './rules.ts'
import { campaignById, countsOf, mailingsOf, membersOf, type Campaign } from './store.ts'

export type A = Asked<Tx>
export type CampaignDeps = {
  readonly catalogue: Catalogue
  /** Prints a whole HTML document to PDF. */
  readonly print: (html: string, foot: string, sheet?: 'letter' | 'poster') => Promise<Uint8Array>
}

/** The norm of this id in the catalogue of now. */
export const normAt = ({ catalogue }: CampaignDeps, id: string): Norm | undefined =>
  catalogue.norms.find((each) => each.id === id)

/** Does something with the campaign of the address; the page that nothing is there, when it is not. */
export const withCampaign =
  (mode: 'to-read' | 'to-change', then: (asked: A, campaign: Campaign) => Promise<Reply>) =>
  async (asked: A): Promise<Reply> => {
    const { tx, municipality, params } = asked
    const campaign = await campaignById(tx, municipality.id, params['campaign']!, mode)
    return campaign === undefined ? missing : then(asked, campaign)
  }

/** Who would be meant if it was fixed today. */
export async function meantNow({ tx, municipality, today }: A, campaign: Campaign): Promise<Meant> {
  const all = await organisationsFor(tx, municipality.id, campaign)
  return meantOf(campaign.id, campaign, all, await standingOn(tx, municipality.id, all, campaign, { day: today }))
}

/** How everyone who is meant stands after it: by what was seen since its last day. */
export async function standingAfter({ tx, municipality }: Pick<A, 'tx' | 'municipality'>, campaign: Campaign) {
  const members = await membersOf(tx, municipality.id, campaign.id)
  const all = await organisationsFor(tx, municipality.id, { ids: members.map(({ organisation }) => organisation) })
  const when = { day: campaign.after, seenFrom: daysAfter(campaign.until, 1) }
  const standing = await standingOn(tx, municipality.id, all, campaign, when)
  return { members, after: new Map(members.map(({ organisation: id }) => [id, standing.get(id) ?? null])) }
}

/** Its page, with what was not right. */
export async function campaignPage(
  asked: A,
  deps: CampaignDeps,
  campaign: Campaign,
  problems?: Problems,
  typed: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const { tx, municipality, view, today } = asked
  const seen =
    campaign.state === 'drawn' && today >= campaign.after
      ? [...(await standingAfter(asked, campaign)).after.values()].filter((met) => met !== null).length
      : undefined
  const shown = {
    view,
    campaign,
    today,
    typed,
    seen,
    norm: normAt(deps, campaign.norm),
    meant: campaign.state === 'draft' ? await meantNow(asked, campaign) : undefined,
    probe: campaign.state === 'draft' ? await probeOn(tx, municipality.id, today) : undefined,
    counts: campaign.state === 'draft' ? [] : await countsOf(tx, municipality.id, campaign.id),
    mailings: await mailingsOf(tx, municipality.id, campaign.id),
  }
  return page(<CampaignPage {...shown} {...(problems === undefined ? {} : { problems })} />, problems && 422)
}
