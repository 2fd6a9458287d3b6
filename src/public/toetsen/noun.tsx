/** IT-toetsen: what the city tested and decided, and how much of its rules is tested. */
import { registerFor } from '../../catalogue/registers.ts'
import { line } from '../../lib/csv-write.ts'
import type { Register } from '../../model/register.ts'
import { refuse } from '../../web/refuse.ts'
import { placeOfDecisions } from '../flows/by-decision.ts'
import type { Now, Published, PublicPage } from '../published.ts'
import { askedText } from '../view.ts'
import { addToetsen } from './api.ts'
import { numberIn, toetsFiles } from './documents.ts'
import { regulationOf, toetsShort } from './json.ts'
import { HowPage } from './page-how.tsx'
import { ToetsenPage, type Beside } from './page-list.tsx'
import { ToetsPage } from './page-toets.tsx'
import { changedToetsen, listToetsen, readDraws, readRegulations, readShares, readToets } from './store.ts'
import { says } from './messages.ts'

/** So few that nobody at the desk waits for them. */
const BATCH = 250
/** As many as one part of the site map holds. */
const MOST = 20_000
const NONE = [{ total: 0, rows: [] }, [], [], []] as const

const listPage =
  (beside: Beside): PublicPage['answer'] =>
  async ({ site: { db }, view, c }) => {
    const { id } = view.municipality
    const [q, asked] = [askedText(c, 'q'), askedText(c, 'pagina') || '1']
    if (!/^[1-9]\d{0,5}$/.test(asked)) refuse('query')
    const page = Number(asked)
    const [found, regulations, shares, draws] =
      id === null
        ? NONE
        : await Promise.all([
            listToetsen(db, id, { q, page }),
            readRegulations(db, id),
            readShares(db, id),
            readDraws(db, id),
          ])
    return {
      body: (
        <ToetsenPage
          {...{ view, q, page, regulations, beside }}
          found={{ ...found, rows: [...found.rows] }}
          shares={[...shares]}
          draws={[...draws]}
        />
      ),
    }
  }

const onePage =
  (earlier: boolean): PublicPage['answer'] =>
  async ({ site, view, c }) => {
    const [no, version] = [numberIn(c.req.param('no')), earlier ? numberIn(c.req.param('version')) : undefined]
    const { id } = view.municipality
    const found = (id === null ? undefined : await readToets(site.db, id, no, version)) ?? refuse('toets')
    return { body: <ToetsPage view={view} {...found} /> }
  }

/** As they are now, whichever publication of measurements is read. */
async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line([
    'nummer',
    'kenmerk',
    'versie',
    'soort',
    'titel',
    'uitkomst',
    'advies',
    'afwijkingen',
    'besluit_op',
    'gepubliceerd_op',
  ])
  for (let page = 1; ; page += 1) {
    const { rows } = await listToetsen(db, municipality, { q: '', page, size: BATCH })
    yield rows.map((row) => line(Object.values(toetsShort(row)))).join('')
    if (rows.length < BATCH) return
  }
}

async function* regulationLines({ db, municipality }: Now): AsyncGenerator<string> {
  yield line(['werk', 'titel', 'soort', 'adres', 'in_werking_op', 'getoetst_op', 'toets', 'opnieuw_voor'])
  yield (await readRegulations(db, municipality)).map((row) => line(Object.values(regulationOf(row)))).join('')
}

const about = { theme: 'GOVE', page: '/open-data' } as const
const besideIn = (registers: readonly Register[]): Beside => {
  const algorithms = registerFor(registers, 'algorithm')
  return {
    flows: registers.map(placeOfDecisions).find((place) => place !== undefined),
    algorithms: algorithms === undefined || algorithms.publication === 'never' ? undefined : algorithms.id,
  }
}
/** `registers`: of which the list names what stands beside it. */
export const toetsenBeside = (registers: readonly Register[]): Published => ({
  id: 'toetsen',
  pages: [
    { path: '/toetsen', answer: listPage(besideIn(registers)) },
    // What the menu calls it.
    { path: '/besluiten', answer: async () => ({ moved: '/toetsen' }) },
    { path: '/toetsen/:no{[0-9]+}', answer: onePage(false) },
    { path: '/toetsen/:no{[0-9]+}/versie/:version{[0-9]+}', answer: onePage(true) },
    { path: '/zo-werkt-de-it-toets', answer: async ({ view }) => ({ body: <HowPage view={view} /> }) },
  ],
  documents: toetsFiles,
  api: { tag: 'IT-toetsen', add: addToetsen },
  files: [
    {
      ...about,
      name: 'toetsen',
      title: 'IT-toetsen',
      text: { nl: says('nl').file, en: says('en').file },
      lines: { of: 'now', read: lines, changed: changedToetsen },
    },
    {
      ...about,
      name: 'regelingen',
      title: 'Regelingen, en of zij getoetst zijn',
      text: { nl: says('nl').fileRegulations, en: says('en').fileRegulations },
      lines: { of: 'now', read: regulationLines },
    },
  ],
  fixed: ['/toetsen', '/zo-werkt-de-it-toets'],
  few: async ({ now: { db, municipality } }) =>
    (await listToetsen(db, municipality, { q: '', page: 1, size: MOST })).rows.map(({ no, publishedAt }) => ({
      path: `/toetsen/${no}`,
      changed: publishedAt,
    })),
  news: async ({ site, view: { m, lang, municipality } }, to, most) => {
    if (municipality.id === null) return []
    const { rows } = await listToetsen(site.db, municipality.id, { q: '', page: 1, size: most })
    return rows.map((each) => ({
      url: to(`/toetsen/${each.no}/versie/${each.version}`),
      title: says(lang).decision(each.number, each.title),
      summary: says(lang).decisionText(each.outcome, each.decidedOn),
      at: each.publishedAt,
      author: m.feed.author(municipality.name),
    }))
  },
})
