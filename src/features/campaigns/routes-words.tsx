/** The list, beginning one, its page, and writing it while it is a draft. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, overtaken, page, tooLate, type Route } from '../../web/desk/route.ts'
import { readForm } from '../../web/desk/schema.ts'
import { emptyFor, inOrder, typedOf, wordsFor, wordsTyped } from './fields.ts'
import { campaignPage, normAt, withCampaign, type CampaignDeps } from './here.tsx'
import { CampaignFormPage, ChooseNormPage } from './page-form.tsx'
import { CampaignsPage, PLACE } from './page-list.tsx'
import { listCampaigns } from './store.ts'
import { beginCampaign, changeCampaign } from './write-store.ts'

const FIXED = 'Deze campagne is vastgelegd. Wat vastligt, verandert niet meer.'

export const wordRoutes = (deps: CampaignDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/campagnes',
    may: 'campaign.read',
    answer: async ({ tx, municipality, view, query, today, who }) => {
      const at = Math.floor(Math.min(Math.max(Number(query.get('pagina')) || 1, 1), 10_000))
      const campaigns = await listCampaigns(tx, municipality.id, at)
      return page(
        <CampaignsPage {...{ view, campaigns, today }} page={at} mayWrite={allows(who.roles, 'campaign.write')} />,
      )
    },
  },
  {
    method: 'GET',
    path: '/campagnes/nieuw',
    may: 'campaign.write',
    answer: async ({ view, query, today }) => {
      const norm = normAt(deps, query.get('norm') ?? '')
      return page(
        norm === undefined ? (
          <ChooseNormPage view={view} norms={deps.catalogue.norms} />
        ) : (
          <CampaignFormPage {...{ view, norm }} typed={emptyFor(norm, today)} />
        ),
      )
    },
  },
  {
    method: 'POST',
    path: '/campagnes/nieuw',
    may: 'campaign.write',
    answer: async ({ tx, municipality, view, sent, who, today }) => {
      const norm = normAt(deps, sent.mark('norm'))
      if (norm === undefined) return page(<ChooseNormPage view={view} norms={deps.catalogue.norms} />, 422)
      const { typed, held, problems } = readForm(wordsFor(norm), sent, inOrder(today))
      if (!held) return page(<CampaignFormPage {...{ view, norm, typed, problems }} />, 422)
      const id = await beginCampaign(tx, municipality.id, who.id, wordsTyped(norm, held))
      await record(tx, municipality.id, { act: 'campaign.begun', object: `campaign/${id}`, detail: { norm: norm.id } })
      return go(`${PLACE}/${id}`, 'Het concept is bewaard. Lees na wat u vastlegt.')
    },
  },
  {
    method: 'GET',
    path: '/campagnes/:campaign',
    may: 'campaign.read',
    answer: withCampaign('to-read', (asked, campaign) => campaignPage(asked, deps, campaign)),
  },
  {
    method: 'GET',
    path: '/campagnes/:campaign/wijzigen',
    may: 'campaign.write',
    answer: withCampaign('to-read', async ({ view }, campaign) => {
      const norm = normAt(deps, campaign.norm)
      if (campaign.state !== 'draft' || norm === undefined) return tooLate(FIXED)
      return page(<CampaignFormPage {...{ view, norm }} typed={typedOf(campaign)} of={campaign} />)
    }),
  },
  {
    method: 'POST',
    path: '/campagnes/:campaign/wijzigen',
    may: 'campaign.write',
    answer: withCampaign('to-read', async ({ tx, municipality, view, sent, today }, campaign) => {
      const norm = normAt(deps, campaign.norm)
      if (campaign.state !== 'draft' || norm === undefined) return tooLate(FIXED)
      const { typed, held, problems } = readForm(wordsFor(norm), sent, inOrder(today))
      if (!held) return page(<CampaignFormPage {...{ view, norm, typed, problems }} of={campaign} />, 422)
      const version = sent.mark('versie') === `${campaign.version}` ? campaign.version : 0
      if (!(await changeCampaign(tx, municipality.id, campaign.id, version, wordsTyped(norm, held))))
        return overtaken('Iemand schreef intussen aan dit concept. Lees dat eerst.')
      await record(tx, municipality.id, { act: 'campaign.changed', object: `campaign/${campaign.id}`, detail: {} })
      return go(`${PLACE}/${campaign.id}`, 'Het concept is bewaard.')
    }),
  },
]
