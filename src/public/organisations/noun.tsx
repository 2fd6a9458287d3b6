/** Organisations: which there are, how each stands, and what changed at one. */
import type { Context } from 'hono'
import { line } from '../../lib/csv-write.ts'
import { verdictWord } from '../../web/badges.tsx'
import { refuse } from '../../web/refuse.ts'
import { isThemeId } from '../asked.ts'
import { causeTold } from '../causes.ts'
import type { FeedEntry } from '../feed.ts'
import { readChanges, readFindings, readMarks } from '../findings/store.ts'
import { inPublication, opened } from '../in-publication.tsx'
import type { InPublication, Published, PublicFeed } from '../published.ts'
import { countTooOld } from '../standing-store.ts'
import { countPages, sliceOrganisations } from '../store-sitemap.ts'
import { subjectPath, titleOf, toldAs } from '../texts.ts'
import { askedText } from '../view.ts'
import { addOrganisations } from './api.ts'
import { organisationOf } from './asked.ts'
import { MOST_CHANGES } from './course.tsx'
import { OrganisationsPage, PAGE_SIZE } from './page-list.tsx'
import { OrganisationPage } from './page-organisation.tsx'
import type { Asked } from './search.tsx'
import { findOrganisations, readOrganisation, readSubjects, readTrend } from './store.ts'
import { says } from './messages.ts'

/** So few that nobody at the desk waits for them. */
const BATCH = 250

function askedFor(c: Context): Asked {
  const sorteer = askedText(c, 'sorteer')
  const thema = askedText(c, 'thema')
  const pagina = askedText(c, 'pagina') || '1'
  if (sorteer !== '' && sorteer !== 'naam' && sorteer !== 'hoog' && sorteer !== 'laag') refuse('query')
  if (thema !== '' && !isThemeId(thema)) refuse('query')
  if (!/^[1-9][0-9]{0,5}$/.test(pagina)) refuse('query')
  return {
    q: askedText(c, 'q'),
    soort: askedText(c, 'soort', 200),
    straat: askedText(c, 'straat', 200),
    thema,
    sorteer,
    pagina: Number(pagina),
  }
}

const listPage = inPublication(async ({ view, c }, at, book) => {
  const asked = askedFor(c)
  const theme = isThemeId(asked.thema) ? asked.thema : undefined
  const sort = !theme || asked.sorteer === 'naam' ? 'name' : asked.sorteer === 'laag' ? 'low' : 'high'
  const directory = await book.directory()
  const found = await findOrganisations(at, directory, {
    q: asked.q,
    kind: asked.soort,
    street: asked.straat,
    theme,
    sort,
    page: asked.pagina,
    size: PAGE_SIZE,
  })
  const outdated = await countTooOld(at)
  return <OrganisationsPage {...{ view, book, directory, asked, found, sort, outdated }} />
})

const organisationPage = inPublication(async ({ view, c }, at, book) => {
  const organisation = await organisationOf(at, c)
  const [subjects, trend] = await Promise.all([readSubjects(at, organisation.slug), readTrend(at, organisation.slug)])
  const ids = subjects.map((subject) => subject.id)
  const [findings, marks, changes] = await Promise.all([
    readFindings(at, ids),
    readMarks(at, ids),
    readChanges(at, ids, MOST_CHANGES),
  ])
  return <OrganisationPage {...{ view, book, organisation, subjects, findings, trend, marks, changes }} />
})

/** What changed at one organisation. */
const changesFeed: PublicFeed = {
  path: '/organisaties/:file{[a-z0-9][a-z0-9-]{0,199}\\.atom}',
  read: async (asked, to) => {
    const { view, c } = asked
    const { at, book } = await opened(asked, 'organisation')
    const organisation = (await readOrganisation(at, c.req.param('file')!.slice(0, -5))) ?? refuse('organisation')
    const subjects = new Map((await readSubjects(at, organisation.slug)).map((each) => [each.id, each]))
    const changes = await readChanges(at, [...subjects.keys()], MOST_CHANGES)
    const moments = new Map(view.publications.map((each) => [each.no, each]))
    const t = says(view.lang).feed
    const entries = changes.flatMap((change): FeedEntry[] => {
      const [subject, publication] = [subjects.get(change.subject), moments.get(change.from_no)]
      if (!subject || !publication) return []
      const path = `${subjectPath(organisation.slug, subject.kind, subject.address)}/${change.criterion}`
      return [
        {
          url: to(path, { publicatie: change.from_no }),
          title: t.change(titleOf(view, book, change.criterion), subject.address),
          summary: t.changeText(
            verdictWord(view, change.was, toldAs(book, change.criterion)),
            verdictWord(view, change.verdict, toldAs(book, change.criterion)),
            causeTold(view, change.laws, change),
          ),
          at: publication.at,
          author: view.m.feed.author(view.municipality.name),
        },
      ]
    })
    const page = `/organisaties/${organisation.slug}`
    const [newest] = view.publications
    return {
      title: t.organisation(organisation.name),
      at: `${page}.atom`,
      page,
      entries,
      ...(newest ? { since: newest.at } : {}),
    }
  },
}

async function* lines({ at, book }: InPublication): AsyncGenerator<string> {
  const themes = book.catalogue.themes.map((theme) => theme.id)
  const scores = themes.flatMap((id) => [`score_${id}`, `gezien_${id}`])
  yield line(['slug', 'naam', 'soort', 'grootte', 'straat', 'overheid', ...scores])
  const directory = await book.directory()
  const all = { q: '', kind: '', street: '', theme: undefined, sort: 'name', size: BATCH } as const
  for (let page = 1; ; page += 1) {
    const { rows } = await findOrganisations(at, directory, { ...all, page })
    yield rows
      .map((row) =>
        line([
          row.slug,
          row.name,
          row.kind,
          row.size,
          row.street,
          row.public_body,
          ...themes.flatMap((id) => {
            const theme = row.themes.find((each) => each.theme === id)
            return [theme?.score, theme?.coverage]
          }),
        ]),
      )
      .join('')
    if (rows.length < BATCH) return
  }
}

export const organisations: Published = {
  id: 'organisations',
  pages: [
    { path: '/organisaties', answer: listPage },
    { path: '/organisaties/:slug', answer: organisationPage },
  ],
  api: { tag: 'Organisaties', add: addOrganisations },
  files: [
    {
      name: 'organisaties',
      title: 'Organisaties en hun scores',
      text: { nl: says('nl').file, en: says('en').file },
      theme: 'GOVE',
      page: '/open-data',
      lines: { of: 'publication', read: lines },
    },
  ],
  feeds: [changesFeed],
  fixed: ['/organisaties'],
  many: [
    {
      name: 'organisaties',
      count: async ({ last }) => (last ? (await countPages(last.at)).organisations : 0),
      slice: async ({ last }, slice) =>
        last
          ? (await sliceOrganisations(last.at, slice)).map(({ slug }) => ({
              path: `/organisaties/${slug}`,
              changed: last.published,
            }))
          : [],
    },
  ],
}
