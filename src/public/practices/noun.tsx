/** Good practices: how an organisation met a norm, under a licence, with the name of who looked at it. */
import { line } from '../../lib/csv-write.ts'
import { isSpokenNumber, squeezedNumber } from '../../lib/spoken-number.ts'
import { refuse } from '../../web/refuse.ts'
import type { View } from '../../web/view.ts'
import type { FeedEntry } from '../feed.ts'
import type { Now, PathTo, Published, PublicPage, Request } from '../published.ts'
import { labelOf } from '../texts.ts'
import { askedText, openAt, type Site } from '../view.ts'
import { addPractices, practiceData } from './api.ts'
import { says } from './messages.ts'
import { GonePracticePage, pathOf, PLACE, PracticePage, PracticesPage, type Labels } from './pages.tsx'
import * as store from './store.ts'

const BATCH = 500

/** What the norms of the newest publication are called. */
async function labelsOf(site: Site, view: View): Promise<Labels> {
  const [newest] = view.publications
  if (newest === undefined || view.municipality.id === null) return new Map()
  const { book } = await openAt(site, view.municipality.id, view, newest)
  return new Map(book.catalogue.norms.map((norm) => [norm.id, labelOf(view, norm)]))
}

const listPage: PublicPage['answer'] = async ({ site, view, c }) => {
  const { id } = view.municipality
  const [asked, norm] = [askedText(c, 'pagina') || '1', askedText(c, 'norm')]
  if (!/^[1-9]\d{0,3}$/.test(asked) || norm.length > 40) refuse('query')
  const page = Number(asked)
  const found = id === null ? { total: 0, rows: [] } : await store.listPractices(site.db, id, { norm, page })
  const norms = id === null ? [] : await store.normsOfPractices(site.db, id)
  const labels = await labelsOf(site, view)
  return { body: <PracticesPage {...{ view, norm, page, found, norms, labels }} door={site.reports === true} /> }
}

const onePage: PublicPage['answer'] = async ({ site, view, c }) => {
  const number = squeezedNumber((c.req.param('number') ?? '').slice(0, 60))
  const { id } = view.municipality
  const row = isSpokenNumber(number) && id !== null ? await store.readPractice(site.db, id, number) : undefined
  // What is not there cannot be wrong either.
  if (!row) return { body: <GonePracticePage view={{ ...view, wrong: undefined }} />, status: 404 }
  const path = pathOf(row)
  if (decodeURIComponent(c.req.path).replace(/^\/en(?=\/)/, '') !== path) return { moved: path }
  if (row.withdrawnOn !== null) return { body: <GonePracticePage view={view} row={row} />, status: 410 }
  return { body: <PracticePage view={view} row={row} labels={await labelsOf(site, view)} /> }
}

const entriesOf = (rows: readonly store.Row[], { view: { m, municipality } }: Request, to: PathTo): FeedEntry[] =>
  rows.map((row) => ({
    url: to(pathOf(row)),
    title: row.title,
    summary: `${row.organisation}: ${row.problem}`,
    at: row.changedAt,
    author: m.feed.author(municipality.name),
  }))

async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line([
    'nummer',
    'titel',
    'organisatie',
    'probleem',
    'gedaan',
    'opgeleverd',
    'link',
    'normen',
    'taal',
    'licentie',
    'licentie_adres',
    'nagekeken_door',
    'functie',
    'nagekeken_op',
  ])
  for (let after = ''; ;) {
    const rows = await store.practicesAfter(db, municipality, after, BATCH)
    yield rows
      .map((row) =>
        line(Object.values(practiceData(row)).map((cell) => (Array.isArray(cell) ? cell.join('; ') : cell))),
      )
      .join('')
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.number
  }
}

export const practices: Published = {
  id: 'practices',
  pages: [
    { path: PLACE, answer: listPage },
    { path: `${PLACE}/:number`, answer: onePage },
  ],
  api: { tag: 'Goede praktijken', add: addPractices },
  feeds: [
    {
      path: `${PLACE}/nieuws.atom`,
      read: async (asked, to) => {
        const { id } = asked.view.municipality
        const rows = id === null ? [] : await store.newPractices(asked.site.db, id, 50)
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
      name: 'goede-praktijken',
      title: 'Goede praktijken',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'GOVE',
      page: PLACE,
      lines: { of: 'now', read: lines, changed: store.changedPractices },
    },
  ],
  fixed: [PLACE],
  many: [
    {
      name: 'practices',
      count: ({ now: { db, municipality } }) => store.countPractices(db, municipality),
      slice: async ({ now: { db, municipality } }, { from, size }) =>
        (await store.practicesAfter(db, municipality, '', from + size))
          .slice(from)
          .map((row) => ({ path: pathOf(row), changed: row.changedAt })),
    },
  ],
  news: async (asked, to, most) => {
    const { id } = asked.view.municipality
    return id === null ? [] : entriesOf(await store.newPractices(asked.site.db, id, most), asked, to)
  },
}
