/** Covenants as everybody reads them: who promised what, and is it kept. */
import { eventSentence } from '../../web/covenant-story.ts'
import { refuse } from '../../web/refuse.ts'
import type { FeedEntry } from '../feed.ts'
import type { PathTo, Published, PublicFeed, PublicPage, Request } from '../published.ts'
import { askedText } from '../view.ts'
import { addCovenants } from './api.ts'
import { covenantFiles, signedFiles } from './files.ts'
import { notThere } from './not-there.ts'
import { says } from './messages.ts'
import { CovenantPage, ON_PAGE, PARTIES } from './page-covenant.tsx'
import { GoneCovenant } from './page-gone.tsx'
import { CovenantsPage } from './page-list.tsx'
import { PledgePage } from './page-pledge.tsx'
import { placeOf } from './story.tsx'
import {
  happened,
  listCovenants,
  partiesOf,
  pledgesOf,
  readCovenant,
  readPledge,
  remarksOf,
  valuesOf,
  withdrawnAt,
  type Happened,
  type Part,
} from './store.ts'
import { countNamed, partiesOfPledge, sumNamed } from './party-store.ts'

const PATH = '/convenanten'
/** Events on the page of all, and in a feed. */
const [FEW, MOST] = [8, 50]
/** What is news of the whole site: a promise kept or missed, who signed, and that there is a covenant. */
const NEWS = ['published', 'in-force', 'ended', 'verdict', 'joined'] as const

const placeIn = ({ site: { db }, view }: Pick<Request, 'site' | 'view'>) =>
  view.municipality.id === null ? undefined : { db, municipality: view.municipality.id }

const listPage: PublicPage['answer'] = async (asked) => {
  const { site, view } = asked
  const at = placeIn(asked)
  const [covenants, events] = at
    ? await Promise.all([listCovenants(at), happened(at, { most: FEW, figures: false })])
    : [[], []]
  return {
    body: <CovenantsPage {...{ view, covenants, events }} today={site.today()} follows={site.reports === true} />,
  }
}

/** Which page of who is named is asked for. */
function partOf({ c }: Request): Part {
  const asked = askedText(c, 'pagina') || '1'
  return /^[1-9]\d{0,5}$/.test(asked) ? { page: Number(asked), size: PARTIES } : refuse('query')
}

const onePage =
  (earlier: boolean): PublicPage['answer'] =>
  async (asked) => {
    const { site, view, c } = asked
    const at = placeIn(asked) ?? refuse('page')
    const no = Number(c.req.param('no'))
    const found = await readCovenant(at, no, earlier ? Number(c.req.param('edition')) : undefined)
    if (!found) {
      const gone = (await withdrawnAt(at, no)) ?? refuse('page')
      return { body: <GoneCovenant view={view} {...gone} />, status: 410 }
    }
    const part = partOf(asked)
    const [pledges, named, parties, events, remarks] = found.covenant.current
      ? await Promise.all([
          pledgesOf(at, no),
          countNamed(at, no),
          partiesOf(at, no, part),
          happened(at, { no, most: ON_PAGE, figures: false }),
          remarksOf(at, { no, most: ON_PAGE }),
        ])
      : [[], 0, [], [], []]
    return {
      body: (
        <CovenantPage
          {...{ view, pledges, parties, events, remarks, part, named }}
          {...found}
          today={site.today()}
          sends={site.reports === true}
        />
      ),
    }
  }

const pledgePage: PublicPage['answer'] = async (asked) => {
  const { site, view, c } = asked
  const at = placeIn(asked) ?? refuse('page')
  const [no, id] = [Number(c.req.param('no')), c.req.param('pledge') ?? '']
  const [found, pledge] = await Promise.all([readCovenant(at, no), readPledge(at, no, id)])
  if (!found || !pledge) return notThere(at, no, 'page')
  const part = partOf(asked)
  const [values, sum, parties, events, remarks] = await Promise.all([
    valuesOf(at, { no, pledge: id }),
    sumNamed(at, no, id),
    partiesOfPledge(at, no, id, part),
    happened(at, { no, pledge: id, most: ON_PAGE }),
    remarksOf(at, { no, pledge: id, most: ON_PAGE }),
  ])
  const props = { view, pledge, values, parties, events, remarks, part, sum, covenant: found.covenant }
  return { body: <PledgePage {...props} today={site.today()} sends={site.reports === true} /> }
}

/** A thing that happened as an entry of a feed; its address names it for good. */
const entryOf = (asked: Request, to: PathTo, each: Happened): FeedEntry => ({
  url: to(placeOf(each), { gebeurtenis: each.id }),
  title: eventSentence(asked.lang, each),
  summary: each.title,
  at: each.at,
  author: asked.view.m.feed.author(asked.view.municipality.name),
})

const feed = (one: boolean): PublicFeed => ({
  path: one ? `${PATH}/:no{[1-9][0-9]{0,8}}/nieuws.atom` : `${PATH}.atom`,
  read: async (asked, to) => {
    const at = placeIn(asked)
    const t = says(asked.lang)
    const no = one ? Number(asked.c.req.param('no')) : undefined
    const found = at && no !== undefined ? ((await readCovenant(at, no)) ?? refuse('page')) : undefined
    const events = at ? await happened(at, { ...(no === undefined ? {} : { no }), most: MOST, newest: true }) : []
    return {
      title: found ? t.feedTitle(found.covenant.title) : t.allFeed,
      at: no === undefined ? `${PATH}.atom` : `${PATH}/${no}/nieuws.atom`,
      page: no === undefined ? PATH : `${PATH}/${no}`,
      entries: events.map((each) => entryOf(asked, to, each)),
    }
  },
})

export const covenants: Published = {
  id: 'convenanten',
  pages: [
    { path: PATH, answer: listPage },
    { path: `${PATH}/:no{[1-9][0-9]{0,8}}`, answer: onePage(false) },
    { path: `${PATH}/:no{[1-9][0-9]{0,8}}/uitgave/:edition{[1-9][0-9]{0,8}}`, answer: onePage(true) },
    { path: `${PATH}/:no{[1-9][0-9]{0,8}}/afspraken/:pledge`, answer: pledgePage },
  ],
  documents: signedFiles,
  api: { tag: 'Afspraken', add: addCovenants },
  files: covenantFiles,
  feeds: [feed(false), feed(true)],
  fixed: [PATH],
  few: async ({ now }) => {
    const rows = await listCovenants(now)
    const each = await Promise.all(rows.map(({ no }) => pledgesOf(now, no)))
    return rows.flatMap(({ no, since }, index) => [
      { path: `${PATH}/${no}`, changed: since },
      ...each[index]!.map((pledge) => ({ path: placeOf({ no, pledgeId: pledge.pledge }), changed: undefined })),
    ])
  },
  news: async (asked, to, most) => {
    const at = placeIn(asked)
    return at ? (await happened(at, { most, kinds: NEWS, newest: true })).map((each) => entryOf(asked, to, each)) : []
  },
}
