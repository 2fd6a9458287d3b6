/** Campaigns, from the day that what they are for is fixed: the plan, the draw, and the outcome whatever it is. */
import { line } from '../../lib/csv-write.ts'
import { isSpokenNumber, spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import { refuse } from '../../web/refuse.ts'
import type { FeedEntry } from '../feed.ts'
import type { Now, PathTo, Published, PublicPage, Request } from '../published.ts'
import { askedText } from '../view.ts'
import { addCampaigns, campaignData } from './api.ts'
import { campaignFiles } from './files.ts'
import { says } from './messages.ts'
import { CampaignPage, NoCampaignPage } from './page-campaign.tsx'
import { CampaignsPage, PLACE, standingIn } from './page-list.tsx'
import {
  changedPublic,
  countPublic,
  listPublic,
  newPublic,
  numbersFrom,
  publicAfter,
  readPublic,
  type Row,
} from './store.ts'

/** Plans are long: so many at a time. */
const BATCH = 50

const listPage: PublicPage['answer'] = async ({ site, view, c }) => {
  const { id } = view.municipality
  const asked = askedText(c, 'pagina') || '1'
  if (!/^[1-9]\d{0,5}$/.test(asked)) refuse('query')
  const page = Number(asked)
  const found = id === null ? { total: 0, rows: [] } : await listPublic(site.db, id, page)
  return { body: <CampaignsPage {...{ view, page, found }} today={site.today()} /> }
}

const onePage: PublicPage['answer'] = async ({ site, view, c }) => {
  const number = squeezedNumber((c.req.param('number') ?? '').slice(0, 60))
  const { id } = view.municipality
  const row = isSpokenNumber(number) && id !== null ? await readPublic(site.db, id, number) : undefined
  // What is not a record cannot be wrong either.
  if (!row) return { body: <NoCampaignPage view={{ ...view, wrong: undefined }} />, status: 404 }
  const path = `${PLACE}/${spoken(row.number)}`
  if (decodeURIComponent(c.req.path).replace(/^\/en(?=\/)/, '') !== path) return { moved: path }
  return { body: <CampaignPage view={view} campaign={row} today={site.today()} /> }
}

const entriesOf = (rows: readonly Row[], { site, view }: Request, to: PathTo): FeedEntry[] =>
  rows.map((row) => ({
    url: to(`${PLACE}/${spoken(row.number)}`),
    title: row.title,
    summary: `${row.aim} ${standingIn(view, row, site.today())}`,
    at: row.changedAt,
    author: view.m.feed.author(view.municipality.name),
  }))

const GROUP = ['bedoeld', 'loten', 'bekend', 'vooraf', 'achteraf'] as const
const HEADS = [
  'nummer titel doel norm punten groep lot stand vastgelegd_op controlegetal bedoeld niet_meegeteld loting getal zaad',
  'van tot_en_met nameting bereikt bereikt_van_wie_wachtte uitkomst uitkomst_op verschil laag hoog kans',
  GROUP.map((name) => `eerst_${name}`).join(' '),
  GROUP.map((name) => `wacht_${name}`).join(' '),
  'gestopt_op gestopt_omdat',
].flatMap((names) => names.split(' '))
function cellsOf(row: Row) {
  const { punten, eerst, wacht, gestoptOp, gestoptOmdat, nummer, titel, doel, norm, ...rest } = campaignData(row)
  const group = (of: typeof eerst) => GROUP.map((name) => of?.[name] ?? null)
  const begin = [nummer, titel, doel, norm, punten.join('; ')]
  return [...begin, ...Object.values(rest), ...group(eerst), ...group(wacht), gestoptOp, gestoptOmdat]
}
async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line(HEADS)
  for (let after = ''; ;) {
    const rows = await publicAfter(db, municipality, after, BATCH)
    yield rows.map((row) => line(cellsOf(row))).join('')
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.number
  }
}

export const campaigns: Published = {
  id: 'campaigns',
  pages: [
    { path: PLACE, answer: listPage },
    { path: `${PLACE}/:number`, answer: onePage },
  ],
  documents: campaignFiles,
  api: { tag: 'Campagnes', add: addCampaigns },
  feeds: [
    {
      path: `${PLACE}/nieuws.atom`,
      read: async (asked, to) => {
        const { id } = asked.view.municipality
        const rows = id === null ? [] : await newPublic(asked.site.db, id, 50)
        return {
          title: says(asked.lang).title,
          at: `${PLACE}/nieuws.atom`,
          page: PLACE,
          entries: entriesOf(rows, asked, to),
        }
      },
    },
  ],
  files: [
    {
      name: 'campagnes',
      title: 'Campagnes',
      text: { nl: says('nl').csv, en: says('en').csv },
      theme: 'TECH',
      page: PLACE,
      lines: { of: 'now', read: lines, changed: changedPublic },
    },
  ],
  fixed: [PLACE],
  many: [
    {
      name: 'campaigns',
      count: ({ now: { db, municipality } }) => countPublic(db, municipality),
      slice: async ({ now: { db, municipality } }, asked) =>
        (await numbersFrom(db, municipality, asked)).map(({ number, changedAt }) => ({
          path: `${PLACE}/${spoken(number)}`,
          changed: changedAt,
        })),
    },
  ],
  news: async (asked, to, most) => {
    const { id } = asked.view.municipality
    return id === null ? [] : entriesOf(await newPublic(asked.site.db, id, most), asked, to)
  },
}
