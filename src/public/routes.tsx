/** The addresses of the public site, the same in Dutch and under /en. */
import { Hono, type Context } from 'hono'
import { isThemeId } from './asked.ts'
import type { Lang } from '../web/language.ts'
import { html } from '../web/layout.tsx'
import { refuse } from '../web/refuse.ts'
import type { View } from '../web/view.ts'
import { askedText, open, viewOf, type Site } from './view.ts'
import { CityPage, EmptyCityPage } from './city/page.tsx'
import { FindingPage } from './findings/page-finding.tsx'
import { MethodPage } from './pages-method.tsx'
import { NormPage, NormsPage } from './norms/pages.tsx'
import { AccessibilityPage, OpenDataPage, PrivacyPage } from './pages-open.tsx'
import { MOST_CHANGES } from './organisations/course.tsx'
import { OrganisationPage } from './organisations/page-organisation.tsx'
import { OrganisationsPage, PAGE_SIZE } from './organisations/page-list.tsx'
import { type Asked } from './organisations/search.tsx'
import { SubjectPage } from './findings/page-subject.tsx'
import { readProgress, readTallies, type Book } from './store.ts'
import { readChanges, readFindings, readHistory, readMarks } from './findings/store.ts'
import {
  findOrganisations,
  readOrganisation,
  readSubject,
  readSubjects,
  readTrend,
  type At,
} from './organisations/store.ts'
import { subjectPath } from './texts.ts'

const SLUG = /^[a-z0-9][a-z0-9-]{0,199}$/
const ADDRESS = /^@?[a-z0-9][a-z0-9._-]{0,252}(?:\/[\x21-\x7e]{0,500})?$/
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** The public pages about what was measured in one language. */
export function publicPages(site: Site, lang: Lang): Hono {
  const app = new Hono()
  const page = (c: Context, body: React.ReactNode) => {
    c.header('Cache-Control', 'public, max-age=60')
    c.header('Content-Language', lang)
    return c.html(html(body))
  }
  /** A page that needs a publication; before the first one it says so. */
  const published =
    (make: (view: View, at: At, book: Book, c: Context) => Promise<React.ReactNode>) => async (c: Context) => {
      const view = await viewOf(site, c, lang)
      const opened = await open(site, view)
      return page(
        c,
        opened ? await make(view, opened.at, opened.book, c) : <EmptyCityPage view={view} progress={undefined} />,
      )
    }

  app.get('/', async (c) => {
    const view = await viewOf(site, c, lang)
    const { id } = view.municipality
    const [opened, progress] = await Promise.all([
      open(site, view),
      id === null ? undefined : readProgress(site.db, id),
    ])
    return page(
      c,
      opened ? (
        <CityPage view={view} book={opened.book} progress={progress} />
      ) : (
        <EmptyCityPage view={view} progress={progress} />
      ),
    )
  })

  app.get(
    '/organisaties',
    published(async (view, at, book, c) => {
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
      return <OrganisationsPage view={view} book={book} directory={directory} asked={asked} found={found} sort={sort} />
    }),
  )

  app.get(
    '/organisaties/:slug',
    published(async (view, at, book, c) => {
      const organisation = await organisationOf(at, c)
      const [subjects, trend] = await Promise.all([
        readSubjects(at, organisation.slug),
        readTrend(at, organisation.slug),
      ])
      const ids = subjects.map((subject) => subject.id)
      const [findings, marks, changes] = await Promise.all([
        readFindings(at, ids),
        readMarks(at, ids),
        readChanges(at, ids, MOST_CHANGES),
      ])
      return (
        <OrganisationPage
          view={view}
          book={book}
          organisation={organisation}
          subjects={subjects}
          findings={findings}
          trend={trend}
          marks={marks}
          changes={changes}
        />
      )
    }),
  )

  app.get('/organisaties/:slug/:address', async (c) => {
    const view = await viewOf(site, c, lang)
    const opened = (await open(site, view)) ?? refuse('subject')
    const { organisation, subject, elsewhere } = await subjectOf(opened.at, c)
    if (elsewhere) return c.redirect(`${lang === 'en' ? '/en' : ''}${elsewhere}${view.query}`, 302)
    const findings = await readFindings(opened.at, [subject.id])
    return page(
      c,
      <SubjectPage view={view} book={opened.book} organisation={organisation} subject={subject} findings={findings} />,
    )
  })

  app.get(
    '/organisaties/:slug/:address/:criterion',
    published(async (view, at, book, c) => {
      const criterion = c.req.param('criterion') ?? ''
      if (!ID.test(criterion)) refuse('finding')
      const { organisation, subject } = await subjectOf(at, c)
      const history = await readHistory(at, subject.id, criterion)
      const finding = history.find((row) => row.to_no === null || row.to_no > at.no) ?? refuse('finding')
      return (
        <FindingPage
          view={view}
          book={book}
          organisation={organisation}
          subject={subject}
          finding={finding}
          history={history}
          origin={site.origin}
        />
      )
    }),
  )

  app.get(
    '/normen',
    published(async (view, at, book) => (
      <NormsPage view={view} book={book} tallies={await readTallies(at.db, at.municipality, at.no)} />
    )),
  )
  app.get(
    '/normen/:id',
    published(async (view, at, book, c) => {
      const norm = book.norms.get(c.req.param('id') ?? '') ?? refuse('norm')
      return <NormPage view={view} book={book} norm={norm} tallies={await readTallies(at.db, at.municipality, at.no)} />
    }),
  )

  app.get('/methode', async (c) => {
    const view = await viewOf(site, c, lang)
    return page(c, <MethodPage view={view} book={(await open(site, view))?.book} />)
  })
  app.get('/open-data', async (c) => {
    const view = await viewOf(site, c, lang)
    const book = (await open(site, view))?.book
    const measured = book?.catalogue.norms.find((norm) =>
      norm.criteria.some((criterion) => criterion.means.by === 'check'),
    )
    return page(c, <OpenDataPage view={view} example={measured?.id ?? 'VEI-11'} />)
  })
  app.get('/privacy', async (c) => page(c, <PrivacyPage view={await viewOf(site, c, lang)} />))
  app.get('/toegankelijkheid', async (c) => page(c, <AccessibilityPage view={await viewOf(site, c, lang)} />))
  return app
}

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

async function organisationOf(at: At, c: Context) {
  const slug = c.req.param('slug') ?? ''
  if (!SLUG.test(slug)) refuse('organisation')
  return (await readOrganisation(at, slug)) ?? refuse('organisation')
}

/** The address asked for; `elsewhere` when it is a mail domain that was asked for without its @. */
async function subjectOf(at: At, c: Context) {
  const organisation = await organisationOf(at, c)
  const asked = c.req.param('address') ?? ''
  if (!ADDRESS.test(asked)) refuse('subject')
  const address = asked.replace(/^@/, '')
  const subject = await readSubject(at, organisation.slug, asked.startsWith('@') ? 'mail-domain' : 'website', address)
  if (subject) return { organisation, subject, elsewhere: undefined }
  const mail = (await readSubject(at, organisation.slug, 'mail-domain', address)) ?? refuse('subject')
  return { organisation, subject: mail, elsewhere: subjectPath(organisation.slug, 'mail-domain', address) }
}
