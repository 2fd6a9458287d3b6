/** Whose turn it is: the papers, the mail, and writing down who was reached. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { contactOf } from '../../db/contact.ts'
import { queueMessages } from '../../db/messages.ts'
import { CAMPAIGN_PAPERS, type CampaignPaper } from '../../vocabulary/campaign.ts'
import { go, notYet, page, tooLate, type Reply, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { day } from '../../web/language.ts'
import { reachFor } from './fields.ts'
import { withCampaign, type A, type CampaignDeps } from './here.tsx'
import { campaignLetter } from './letters.ts'
import { toMail } from './mail-store.ts'
import { PLACE } from './page-list.tsx'
import { TurnPage } from './page-turn.tsx'
import { campaignPaper } from './paper.tsx'
import { turnOf, type Campaign } from './store.ts'
import { keepMailing, keepReach } from './write-store.ts'

const notBegun = ({ starts }: Campaign): string =>
  `De campagne begint op ${day('nl', starts)}. Eerder bereikt u niemand, anders is de loting niet eerlijk.`

/** Where one reads how to meet the norm. */
const linkTo = (origin: string, norm: string): string => `${origin}/normen/${norm}/zo-doet-u-het`

async function paperFile(asked: A, campaign: Campaign, deps: CampaignDeps, kind: CampaignPaper): Promise<Reply> {
  const { tx, municipality, origin, who, today } = asked
  const { title, aim, steps, norm, number } = campaign
  const contact = await contactOf(tx, municipality.id)
  const on = { title, aim, steps, city: municipality.name, contact, link: linkTo(origin, norm), by: who, today }
  const body = await deps.print(campaignPaper(kind, on), `Campagne ${title}`, kind === 'brief' ? 'letter' : 'poster')
  return { kind: 'file', name: `${kind}-${number}.pdf`, media: 'application/pdf', body }
}

/** One act of a person: whose turn it is and may be written to gets one mail. After the outcome it is who waited. */
async function mailAll(asked: A, campaign: Campaign): Promise<Reply> {
  const { tx, municipality, origin, who, today } = asked
  if (campaign.state !== 'drawn' && campaign.state !== 'told') return tooLate('E-mail gaat pas na de loting uit.')
  if (today < campaign.starts) return notYet(notBegun(campaign))
  if (!campaign.ways.includes('email')) return tooLate('E-mail hoort niet bij deze campagne. Dat ligt vast.')
  const contact = await contactOf(tx, municipality.id)
  const all = await toMail(tx, municipality.id, campaign.id, campaign.state === 'drawn')
  const written = all.filter(({ people }) => people.length > 0)
  const { title, aim, steps, norm } = campaign
  const letter = { title, aim, steps, link: linkTo(origin, norm), city: municipality.name, contact, by: who }
  await queueMessages(
    tx,
    municipality.id,
    written.flatMap(({ organisation, name, people }) =>
      people.map(({ email, person }, at) => ({
        recipient: email,
        person,
        kind: 'campaign',
        key: `campaign/${campaign.id}/${organisation}/${person ?? at}`,
        object: `organisation/${organisation}`,
        by: who.id,
        ...campaignLetter({ ...letter, organisation: name }),
      })),
    ),
  )
  const [sent, skipped] = [written.length, all.length - written.length]
  const reached = { way: 'email', outcome: 'sent', day: today } as const
  await keepReach(
    tx,
    municipality.id,
    campaign.id,
    who.id,
    written.map(({ organisation }) => organisation),
    reached,
  )
  await keepMailing(tx, municipality.id, campaign.id, who.id, { sent, skipped })
  const detail = { sent, skipped }
  await record(tx, municipality.id, { act: 'campaign.mailed', object: `campaign/${campaign.id}`, detail })
  return go(`${PLACE}/${campaign.id}`, `Naar ${sent} organisaties gaat een e-mail. Overgeslagen: ${skipped}.`)
}

const asks = ({ query }: A) => ({
  first: query.get('toon') !== 'wacht',
  page: Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000)),
})

async function turnPage(asked: A, campaign: Campaign, more: object = {}): Promise<Reply> {
  const { tx, municipality, view, today } = asked
  const { first, page: at } = asks(asked)
  const turns = await turnOf(tx, municipality.id, campaign.id, first, at)
  const wrong = 'problems' in more
  return page(<TurnPage {...{ view, campaign, first, turns, today }} page={at} {...more} />, wrong ? 422 : undefined)
}

async function reach(asked: A, campaign: Campaign): Promise<Reply> {
  const { tx, municipality, sent, who, today } = asked
  if (campaign.state !== 'drawn' && campaign.state !== 'told') return tooLate('Leg dit pas na de loting vast.')
  const { typed, held, problems } = readForm(reachFor(campaign.starts, today), sent)
  if (!held) return turnPage(asked, campaign, { problems, typed })
  const { first, page: at } = asks(asked)
  const there = new Set((await turnOf(tx, municipality.id, campaign.id, first, at)).map(({ id }) => id))
  const these = held.wie.filter((id) => there.has(id))
  const reached = { way: held.manier, outcome: held.hoe, day: held.dag }
  await keepReach(tx, municipality.id, campaign.id, who.id, these, reached)
  const detail = { ...reached, organisations: these.length }
  await record(tx, municipality.id, { act: 'campaign.reached', object: `campaign/${campaign.id}`, detail })
  const back = `${PLACE}/${campaign.id}/wie${first ? '' : '?toon=wacht'}`
  return go(back, `Van ${these.length} organisaties is vastgelegd hoe zij zijn bereikt.`)
}

export const turnRoutes = (deps: CampaignDeps): readonly Route<Tx>[] => [
  ...(Object.keys(CAMPAIGN_PAPERS) as CampaignPaper[]).map((kind) => ({
    method: 'GET' as const,
    path: `/campagnes/:campaign/${kind}.pdf`,
    may: 'campaign.read' as const,
    answer: withCampaign('to-read', (asked, campaign) => paperFile(asked, campaign, deps, kind)),
  })),
  {
    method: 'GET',
    path: '/campagnes/:campaign/wie',
    may: 'campaign.read',
    answer: withCampaign('to-read', (asked, campaign) => turnPage(asked, campaign)),
  },
  {
    method: 'POST',
    path: '/campagnes/:campaign/bereikt',
    may: 'campaign.write',
    answer: withCampaign('to-change', reach),
  },
  {
    method: 'POST',
    path: '/campagnes/:campaign/mailen',
    may: 'campaign.write',
    answer: withCampaign('to-change', mailAll),
  },
]
