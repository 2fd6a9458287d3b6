/** The registers as one noun: the list of them, and of each pages, feed, calendar, file and place in the site map. */
import { line } from '../../lib/csv-write.ts'
import { todayIn } from '../../web/language.ts'
import { refuse } from '../../web/refuse.ts'
import type { View } from '../../web/view.ts'
import type { Node } from '../dcat-parts.ts'
import type { AnyListed, Where } from '../listed.ts'
import type {
  Now,
  Places,
  Published,
  PublicCalendar,
  PublicFeed,
  PublicFile,
  PublicPage,
  PublicSets,
  Request,
} from '../published.ts'
import { open, askedText } from '../view.ts'
import { addRegisters } from './api.ts'
import { says } from './messages.ts'
import { AgendaPage } from './page-agenda.tsx'
import { RegistersPage } from './page-lists.tsx'

/** How many stand on a page of a list. */
const SIZE = 50
/** So few that nobody at the desk waits for them. */
const BATCH = 500
/** Days to come on a page and in a file; a calendar of more is none. */
const MOST_DAYS = 500
/** As many entries as a reader that looks once a month may have missed. */
const MOST = 50
const SLUG = /^[a-z0-9][a-z0-9-]{0,199}$/

const all = (page: number, size: number) => ({ q: '', query: new URLSearchParams(), page, size })
const nobody = { total: 0, rows: [] }
const placeOf = ({ site: { db }, view }: { site: { db: Where['db'] }; view: View }): Where | undefined =>
  view.municipality.id === null ? undefined : { db, municipality: view.municipality.id }

/** Which registers there are, and how much of each is public. */
const doorPage =
  (lists: readonly AnyListed[]): PublicPage['answer'] =>
  async (asked) => {
    const at = placeOf(asked)
    const nouns = await Promise.all(
      lists.map(async (noun) => ({ ...noun, count: at ? (await noun.list(at, all(1, 1))).total : 0 })),
    )
    return { body: <RegistersPage view={asked.view} nouns={nouns} /> }
  }

const listPage =
  (noun: AnyListed): PublicPage['answer'] =>
  async (request) => {
    const { c, view } = request
    const at = placeOf(request)
    const pagina = askedText(c, 'pagina') || '1'
    if (!/^[1-9]\d{0,5}$/.test(pagina)) refuse('query')
    const query = new URL(c.req.url).searchParams
    for (const name of ['publicatie', 'pagina']) query.delete(name)
    if (query.toString().length > 1_000 || query.toString().includes('%00')) refuse('query')
    const asked = { q: askedText(c, 'q'), query, page: Number(pagina), size: SIZE }
    if (query.get('weergave') === 'kaart' && noun.mapPage && at)
      return { body: await noun.mapPage(view, at, asked), mapped: true }
    return { body: noun.listPage(view, asked, at ? await noun.list(at, asked) : nobody) }
  }

/** One of a list, as it stands or at an earlier version; or what is said where one was taken away. */
const onePage =
  (noun: AnyListed): PublicPage['answer'] =>
  async (asked) => {
    const { c, view } = asked
    const at = placeOf(asked) ?? refuse('entry')
    const [slug = '', version] = [c.req.param('slug'), c.req.param('version')]
    if (!SLUG.test(slug)) refuse('entry')
    const found = await noun.one(at, slug, version === undefined ? undefined : Number(version))
    if (found !== undefined) {
      const doors = asked.site.requests === true
      const norms = (await open(asked.site, view))?.book.catalogue.norms ?? []
      return { body: await noun.page(view, at, found, { norms, doors }), mapped: noun.mapPage !== undefined }
    }
    return { body: (await noun.gone(view, at, slug)) ?? refuse('entry'), status: 410 }
  }

/** What comes of a list; one more than `MOST_DAYS` when there is more. */
async function daysOf({ coming }: AnyListed, asked: Request) {
  const at = placeOf(asked)
  return at && coming ? await coming(at, todayIn(), MOST_DAYS + 1) : []
}

const pagesOf = (noun: AnyListed): readonly PublicPage[] => [
  { path: noun.path, answer: listPage(noun) },
  ...(noun.coming
    ? [
        {
          path: `${noun.path}/agenda`,
          answer: async (asked: Request) => ({
            body: <AgendaPage view={asked.view} noun={noun} days={await daysOf(noun, asked)} most={MOST_DAYS} />,
          }),
        },
      ]
    : []),
  { path: `${noun.path}/:slug`, answer: onePage(noun) },
  { path: `${noun.path}/:slug/versie/:version{[1-9][0-9]{0,8}}`, answer: onePage(noun) },
]

const feedOf = (noun: AnyListed): PublicFeed => ({
  path: `${noun.path}/wijzigingen.atom`,
  read: async (asked, to) => {
    const { view, lang } = asked
    const [at, t, title] = [placeOf(asked), says(lang), noun.title[lang]]
    const author = view.m.feed.author(view.municipality.name)
    return {
      title: t.feedTitle(title),
      at: `${noun.path}/wijzigingen.atom`,
      page: noun.path,
      entries: (at ? await noun.changes(at, MOST) : []).map((change) => ({
        url: to(change.path),
        title: `${t.what[change.what]}: ${change.title}`,
        summary: title,
        at: change.at,
        author,
      })),
    }
  },
})

const calendarOf = (noun: AnyListed): PublicCalendar => ({
  path: `${noun.path}/agenda.ics`,
  read: async (asked, to) => ({
    name: says(asked.lang).agendaTitle(noun.title[asked.lang]),
    days: (await daysOf(noun, asked)).slice(0, MOST_DAYS).map(({ id, on, at, title, what, path }) => ({
      id,
      on,
      at,
      title: `${title}: ${what[asked.lang]}`,
      url: to(path),
    })),
  }),
})

const fileOf = (noun: AnyListed): PublicFile => ({
  name: `register-${noun.id}`,
  title: noun.title.nl,
  text: noun.intro,
  theme: noun.theme,
  page: noun.path,
  json: `/api/v1/registers/${noun.id}/entries`,
  lines: {
    of: 'now',
    read: (where) => linesOf(noun, where),
    changed: async (where) => (await noun.changes(where, 1))[0]?.at,
  },
})

async function* linesOf(noun: AnyListed, at: Now): AsyncGenerator<string> {
  yield line(noun.columns.map(({ head }) => head))
  for await (const rows of partsOf(noun, at))
    yield rows.map((row) => line(noun.columns.map(({ cell }) => cell(row)))).join('')
}

/** All of a list in parts, by number: whoever publishes meanwhile moves nothing. */
async function* partsOf(noun: AnyListed, at: Now) {
  for (let last = 0; ;) {
    const rows = await noun.after(at, last, BATCH)
    yield rows
    if (rows.length < BATCH) return
    last = noun.numberOf(rows.at(-1))
  }
}

const setsOf =
  (noun: AnyListed, dataSetOf: NonNullable<AnyListed['dataSetOf']>): PublicSets =>
  async (at, whose, { after, size }) => {
    // One more, to know whether a page follows.
    const rows = await noun.after(at, after, size + 1)
    const shown = rows.slice(0, size)
    const next: number | undefined = rows.length > size ? noun.numberOf(shown.at(-1)) : undefined
    return { sets: shown.flatMap((row): Node | readonly Node[] => dataSetOf(row, whose) ?? []), next }
  }

const placesOf = (noun: AnyListed): Places => ({
  name: `register-${noun.id}`,
  count: async ({ now }) => (await noun.list(now, all(1, 1))).total,
  slice: async ({ now }, { from, size }) =>
    (await noun.list(now, all(from / size + 1, size))).rows.map((row) => ({
      path: `${noun.path}/${noun.slugOf(row)}`,
      changed: noun.changedAt(row),
    })),
})

/** Of these lists, in the order they are read. */
export const registersOf = (lists: readonly AnyListed[]): Published => ({
  id: 'registers',
  pages: [{ path: '/registers', answer: doorPage(lists) }, ...lists.flatMap(pagesOf)],
  api: { tag: 'Registers', add: (api, site) => addRegisters(api, site, lists) },
  files: lists.map(fileOf),
  ...lists.flatMap((noun) => (noun.dataSetOf ? [{ sets: setsOf(noun, noun.dataSetOf) }] : []))[0],
  feeds: lists.map(feedOf),
  calendars: lists.filter(({ coming }) => coming).map(calendarOf),
  fixed: ['/registers', ...lists.map(({ path }) => path)],
  many: lists.map(placesOf),
})
