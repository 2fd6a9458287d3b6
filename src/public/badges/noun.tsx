/** Badges: who carries one, on what ground, and until when. */
import { line } from '../../lib/csv-write.ts'
import { isSpokenNumber, spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import { badgeState, isCarried, BADGE_KINDS, type BadgeKind } from '../../vocabulary/badge.ts'
import { badgeWords } from '../../web/badge/words.ts'
import { todayIn } from '../../web/language.ts'
import { refuse } from '../../web/refuse.ts'
import type { Now, Published, PublicPage, Request } from '../published.ts'
import { askedText } from '../view.ts'
import { addBadges, badgeData } from './api.ts'
import { badgeFiles } from './files.ts'
import { says } from './messages.ts'
import { BadgePage, UnknownBadgePage } from './page-badge.tsx'
import { BadgesPage } from './page-list.tsx'
import { SignPage } from './page-sign.tsx'
import { badgesAfter, changedBadges, countBadges, newBadges, readBadge, validBadges, type Row } from './store.ts'

const BATCH = 500

const listPage: PublicPage['answer'] = async ({ site, view, c }) => {
  const { id } = view.municipality
  const [q, asked, soort] = [askedText(c, 'q'), askedText(c, 'pagina') || '1', askedText(c, 'soort')]
  if (!/^[1-9]\d{0,5}$/.test(asked) || (soort !== '' && !Object.hasOwn(BADGE_KINDS, soort))) refuse('query')
  const number = squeezedNumber(q)
  // Who types a number goes to that badge, also when it ended.
  if (isSpokenNumber(number)) return { moved: `/badges/${spoken(number)}` }
  const [page, kind] = [Number(asked), soort === '' ? undefined : (soort as BadgeKind)]
  const found =
    id === null ? { total: 0, rows: [] } : await validBadges(site.db, id, { q, kind, page, today: site.today() })
  return { body: <BadgesPage {...{ view, q, kind, page, found }} /> }
}

/** The badge of an address; or its number as it is written, or that it is nobody's. */
async function badgeAt({ site, view, c }: Request): Promise<{ row: Row } | { number: string; right: boolean }> {
  const typed = (c.req.param('number') ?? '').slice(0, 60)
  const number = squeezedNumber(typed)
  const right = isSpokenNumber(number)
  const { id } = view.municipality
  const row = right && id !== null ? await readBadge(site.db, id, number) : undefined
  return row ? { row } : { number: right ? number : typed, right }
}
/** What is not a record cannot be wrong either. */
const unknown = (view: Request['view'], { number, right }: { number: string; right: boolean }) => ({
  body: <UnknownBadgePage view={{ ...view, wrong: undefined }} {...{ number, right }} />,
  status: 404 as const,
})

const onePage: PublicPage['answer'] = async (asked) => {
  const { site, view, c } = asked
  const at = await badgeAt(asked)
  if (!('row' in at)) return unknown(view, at)
  const path = `/badges/${spoken(at.row.number)}`
  if (decodeURIComponent(c.req.path).replace(/^\/en(?=\/)/, '') !== path) return { moved: path }
  return { body: <BadgePage view={view} badge={at.row} today={site.today()} origin={site.origin} /> }
}
const signPage: PublicPage['answer'] = async (asked) => {
  const { site, view, c } = asked
  const at = await badgeAt(asked)
  if (!('row' in at)) return unknown(view, at)
  // Nobody hangs up a sign of what is over.
  if (!isCarried(badgeState(at.row, site.today()))) return { moved: `/badges/${spoken(at.row.number)}` }
  const asks = askedText(c, 'maat', 10)
  return { body: <SignPage view={view} badge={at.row} origin={site.origin} paper={asks === 'a5' ? 'a5' : 'a4'} /> }
}

async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line([
    'nummer',
    'soort',
    'houder',
    'plaats',
    'stand',
    'beloofd_of_gezien',
    'convenant',
    'convenant_versie',
    'normen',
    'gezien_door',
    'gezien_op',
    'geldig_vanaf',
    'geldig_tot_en_met',
    'grond',
    'geeindigd_op',
    'reden',
  ])
  for (let after = ''; ;) {
    const rows = await badgesAfter(db, municipality, after, BATCH)
    yield rows
      .map((row) => {
        const { convenant, normen, ...data } = badgeData(row, todayIn())
        const cells = Object.values(data)
        const covenant = [convenant?.titel ?? null, convenant?.versie ?? null, normen.join(' ')]
        return line([...cells.slice(0, 6), ...covenant, ...cells.slice(6)])
      })
      .join('')
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.number
  }
}

export const badges: Published = {
  id: 'badges',
  pages: [
    { path: '/badges', answer: listPage },
    { path: '/badges/:number', answer: onePage },
    { path: '/badges/:number/bord', answer: signPage },
  ],
  documents: badgeFiles,
  api: { tag: 'Badges', add: addBadges },
  files: [
    {
      name: 'badges',
      title: 'Badges',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'GOVE',
      page: '/badges',
      lines: { of: 'now', read: lines, changed: changedBadges },
    },
  ],
  fixed: ['/badges'],
  many: [
    {
      name: 'badges',
      count: ({ now: { db, municipality } }) => countBadges(db, municipality),
      slice: async ({ now: { db, municipality } }, { from, size }) => {
        const rows = await badgesAfter(db, municipality, '', from + size)
        return rows
          .slice(from)
          .map(({ number, changedAt }) => ({ path: `/badges/${spoken(number)}`, changed: changedAt }))
      },
    },
  ],
  news: async ({ site, view: { lang, m, municipality } }, to, most) =>
    municipality.id === null
      ? []
      : (await newBadges(site.db, municipality.id, most)).map((row) => ({
          url: to(`/badges/${spoken(row.number)}`),
          title: says(lang).news(row.holder),
          summary: badgeWords(lang).said(row),
          at: new Date(`${row.validFrom}T08:00:00Z`),
          author: m.feed.author(municipality.name),
        })),
}
