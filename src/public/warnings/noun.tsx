/** Warnings that are for everyone: what happened, one thing to do, and until when they run. */
import { line } from '../../lib/csv-write.ts'
import { isSpokenNumber, spoken, squeezedNumber } from '../../lib/spoken-number.ts'
import { refuse } from '../../web/refuse.ts'
import type { FeedEntry } from '../feed.ts'
import type { Now, PathTo, Published, PublicPage, Request } from '../published.ts'
import { askedText } from '../view.ts'
import { addWarnings, warningData } from './api.ts'
import { warningFiles } from './files.ts'
import { says } from './messages.ts'
import { PLACE, WarningsPage } from './page-list.tsx'
import { NoWarningPage, WarningPage } from './page-warning.tsx'
import { changedPublic, countPublic, listPublic, newPublic, publicAfter, readPublic, type Row } from './store.ts'

const BATCH = 500

const listPage: PublicPage['answer'] = async ({ site, view, c }) => {
  const { id } = view.municipality
  const [asked, toon] = [askedText(c, 'pagina') || '1', askedText(c, 'toon')]
  if (!/^[1-9]\d{0,5}$/.test(asked) || !['', 'voorbij'].includes(toon)) refuse('query')
  const [page, past] = [Number(asked), toon === 'voorbij']
  const found =
    id === null ? { total: 0, rows: [] } : await listPublic(site.db, id, { today: site.today(), past, page })
  return { body: <WarningsPage {...{ view, past, page, found }} /> }
}

const onePage: PublicPage['answer'] = async ({ site, view, c }) => {
  const number = squeezedNumber((c.req.param('number') ?? '').slice(0, 60))
  const { id } = view.municipality
  const row = isSpokenNumber(number) && id !== null ? await readPublic(site.db, id, number) : undefined
  // What is not a record cannot be wrong either.
  if (!row) return { body: <NoWarningPage view={{ ...view, wrong: undefined }} />, status: 404 }
  const path = `${PLACE}/${spoken(row.number)}`
  if (decodeURIComponent(c.req.path).replace(/^\/en(?=\/)/, '') !== path) return { moved: path }
  return { body: <WarningPage view={view} warning={row} today={site.today()} /> }
}

const entriesOf = (rows: readonly Row[], { view: { m, municipality } }: Request, to: PathTo): FeedEntry[] =>
  rows.map((row) => ({
    url: to(`${PLACE}/${spoken(row.number)}`),
    title: `[TLP:CLEAR] ${row.title}`,
    summary: `${row.what} ${row.act}`.trim(),
    at: row.changedAt,
    author: m.feed.author(municipality.name),
  }))

async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line([
    'nummer',
    'label',
    'titel',
    'wat_gebeurde',
    'wat_te_doen',
    'uiterlijk',
    'gelukt',
    'hulp',
    'urgentie',
    'producten',
    'bron',
    'kenmerk',
    'versie',
    'verstuurd_op',
    'loopt_tot_en_met',
    'einde',
    'geeindigd_op',
  ])
  for (let after = ''; ;) {
    const rows = await publicAfter(db, municipality, after, BATCH)
    yield rows
      .map((row) => {
        const { producten, ...data } = warningData(row)
        const cells = Object.values(data)
        const these = producten.map(({ maker, naam, versies }) => [maker, naam, versies].filter(Boolean).join(' '))
        return line([...cells.slice(0, 9), these.join('; '), ...cells.slice(9)])
      })
      .join('')
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.number
  }
}

export const warnings: Published = {
  id: 'warnings',
  pages: [
    { path: PLACE, answer: listPage },
    { path: `${PLACE}/:number`, answer: onePage },
  ],
  documents: warningFiles,
  api: { tag: 'Waarschuwingen', add: addWarnings },
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
      name: 'waarschuwingen',
      title: 'Waarschuwingen',
      text: { nl: says('nl').csv, en: says('en').csv },
      theme: 'TECH',
      page: PLACE,
      lines: { of: 'now', read: lines, changed: changedPublic },
    },
  ],
  fixed: [PLACE],
  many: [
    {
      name: 'warnings',
      count: ({ now: { db, municipality } }) => countPublic(db, municipality),
      slice: async ({ now: { db, municipality } }, { from, size }) =>
        (await publicAfter(db, municipality, '', from + size))
          .slice(from)
          .map(({ number, changedAt }) => ({ path: `${PLACE}/${spoken(number)}`, changed: changedAt })),
    },
  ],
  news: async (asked, to, most) => {
    const { id } = asked.view.municipality
    return id === null ? [] : entriesOf(await newPublic(asked.site.db, id, most), asked, to)
  },
}
