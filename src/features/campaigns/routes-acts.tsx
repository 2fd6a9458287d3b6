/** Fixing a campaign, the draw, stopping before it, and telling the outcome. */
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { closeTasks } from '../../db/tasks.ts'
import { seedOf, writtenNumber } from '../../scoring/campaign-draw.ts'
import { forbidden, go, notYet, tooLate, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { day } from '../../web/language.ts'
import { drawBy, STOP } from './fields.ts'
import { campaignPage, meantNow, normAt, standingAfter, withCampaign, type A, type CampaignDeps } from './here.tsx'
import { probeOn } from './measure-store.ts'
import { resultOf } from './outcome.ts'
import { PLACE } from './page-list.tsx'
import { clustersOf, planFor } from './rules.ts'
import { countsOf, planOf, type Campaign } from './store.ts'
import { drawCampaign, freezeCampaign, stopCampaign, tellCampaign } from './write-store.ts'

const objectOf = ({ id }: Campaign) => `campaign/${id}`

async function freeze(asked: A, campaign: Campaign, deps: CampaignDeps): Promise<Reply> {
  const { tx, municipality, who, today, sent } = asked
  if (campaign.state !== 'draft') return tooLate('Deze campagne is al vastgelegd.')
  if (sent.mark('versie') !== `${campaign.version}`)
    return tooLate('Iemand schreef intussen aan dit concept. Lees het na, en leg het dan vast.')
  if (campaign.drawOn <= today) return notYet('De dag van de loting is voorbij. Kies eerst een latere dag.')
  const norm = normAt(deps, campaign.norm)
  if (norm === undefined) return notYet('Deze norm staat niet meer in de catalogus. Begin een nieuwe campagne.')
  const probe = await probeOn(tx, municipality.id, today)
  if (probe === undefined)
    return notYet('Er is nog geen publicatie van een meting. Zonder voormeting is er geen begin.')
  const meant = await meantNow(asked, campaign)
  if (clustersOf(meant.members).length < 2)
    return notYet('Er valt niets te loten: er zijn minder dan twee loten. Kies wat wij loten, of een andere groep.')
  const salt = randomUUID()
  const plan = planFor(campaign, meant, { probe, salt, today, norm })
  const hash = await freezeCampaign(tx, municipality.id, campaign.id, who.id, { plan, salt, members: meant.members })
  const detail = { hash, meant: plan.meant, clusters: plan.clusters.length }
  await record(tx, municipality.id, { act: 'campaign.frozen', object: objectOf(campaign), detail })
  return go(`${PLACE}/${campaign.id}`, 'De campagne ligt vast en staat openbaar. De loting volgt.')
}

async function draw(asked: A, campaign: Campaign, deps: CampaignDeps): Promise<Reply> {
  const { tx, municipality, who, today, sent } = asked
  if (campaign.state !== 'frozen' || campaign.hash === null) return tooLate('Hier valt niets meer te loten.')
  if (today < campaign.drawOn) return notYet(`De loting is op ${day('nl', campaign.drawOn)}.`)
  if (today >= campaign.starts)
    return tooLate(
      'De campagne zou al begonnen zijn. Loten kan niet meer. Stop haar, met de reden, en begin een nieuwe.',
    )
  if (campaign.frozenById === who.id) return forbidden('U legde deze campagne vast. Een collega doet de loting.')
  const { typed, held, problems } = readForm(drawBy(campaign.source), sent)
  if (!held) return campaignPage(asked, deps, campaign, problems, typed)
  const value = writtenNumber(held.getal)
  const seed = seedOf(campaign.hash, value)
  await drawCampaign(tx, municipality.id, campaign.id, who.id, { value, seed })
  await closeTasks(tx, municipality.id, objectOf(campaign), ['campaign-draw'])
  await record(tx, municipality.id, { act: 'campaign.drawn', object: objectOf(campaign), detail: { value, seed } })
  return go(`${PLACE}/${campaign.id}`, 'De loting is gedaan. Iedereen kan haar narekenen.')
}

async function stop(asked: A, campaign: Campaign, deps: CampaignDeps): Promise<Reply> {
  const { tx, municipality, who, sent } = asked
  if (campaign.state === 'stopped') return tooLate('Deze campagne was al gestopt. De reden staat op haar pagina.')
  if (campaign.state !== 'draft' && campaign.state !== 'frozen')
    return tooLate('Na de loting stopt een campagne niet meer: de uitkomst komt er hoe dan ook.')
  const { typed, held, problems } = readForm(STOP, sent)
  if (!held) return campaignPage(asked, deps, campaign, problems, typed)
  await stopCampaign(tx, municipality.id, campaign.id, who.id, held.waarom)
  await closeTasks(tx, municipality.id, objectOf(campaign), 'all')
  await record(tx, municipality.id, { act: 'campaign.stopped', object: objectOf(campaign), detail: {} })
  return go(`${PLACE}/${campaign.id}`, 'De campagne is gestopt. De reden blijft te lezen.')
}

/** Works the outcome out and tells it in one act: nobody reads it before everybody does. */
async function tell(asked: A, campaign: Campaign): Promise<Reply> {
  const { tx, municipality, who, today } = asked
  const plan = planOf(campaign)
  if (campaign.state !== 'drawn' || plan === undefined) return tooLate('Van deze campagne is de uitkomst al bekend.')
  if (today < campaign.after) return notYet(`De nameting is op ${day('nl', campaign.after)}.`)
  const { members, after } = await standingAfter(asked, campaign)
  const probe = await probeOn(tx, municipality.id, campaign.after)
  const counts = await countsOf(tx, municipality.id, campaign.id)
  const reachedOf = (turn: boolean): number => counts.find(({ first }) => first === turn)?.reached ?? 0
  const result = resultOf(
    plan,
    members.map((each) => ({ ...each, after: after.get(each.organisation) ?? null })),
    { seed: campaign.seed!, probe, reached: { first: reachedOf(true), waiting: reachedOf(false) } },
  )
  await tellCampaign(tx, municipality.id, campaign.id, who.id, { after, result })
  await closeTasks(tx, municipality.id, objectOf(campaign), 'all')
  const detail = { verdict: result.verdict }
  await record(tx, municipality.id, { act: 'campaign.told', object: objectOf(campaign), detail })
  return go(`${PLACE}/${campaign.id}`, 'De uitkomst staat openbaar.')
}

export const actRoutes = (deps: CampaignDeps): readonly Route<Tx>[] =>
  (
    [
      ['vastleggen', 'campaign.write', freeze],
      ['loten', 'campaign.draw', draw],
      ['stoppen', 'campaign.write', stop],
      ['uitkomst', 'campaign.tell', tell],
    ] as const
  ).map(([name, may, act]) => ({
    method: 'POST',
    path: `/campagnes/:campaign/${name}`,
    may,
    answer: withCampaign('to-change', (asked, campaign) => act(asked, campaign, deps)),
  }))
