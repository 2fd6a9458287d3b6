/** The Atom feeds: what the city published and decided, and what changed at one organisation. In both languages. */
import { Hono, type Context } from 'hono'
import { verdictWord } from '../web/badges.tsx'
import type { Lang } from '../web/language.ts'
import { refuse } from '../web/refuse.ts'
import { href } from '../web/view.ts'
import { open, viewOf, type Site } from './view.ts'
import { atom, type FeedEntry } from './feed.ts'
import { causeTold } from './causes.ts'
import { MOST_CHANGES } from './organisations/course.tsx'
import { readChanges } from './findings/store.ts'
import { readOrganisation, readSubjects } from './organisations/store.ts'
import { listToetsen } from './toetsen/store.ts'
import { subjectPath, titleOf, toldAs } from './texts.ts'

/** As many entries as a reader that looks once a month may have missed. */
const MOST = 50
/** Before this nothing can have been published: the moment of a feed without entries. */
const BEGINNING = new Date('2026-01-01T00:00:00Z')

/** The Atom feeds in one language. */
export function feeds(site: Site, lang: Lang): Hono {
  const app = new Hono()
  const send = (c: Context, text: string) =>
    c.body(text, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' })

  app.get('/nieuws.atom', async (c) => {
    const view = await viewOf(site, c, lang)
    const { m, municipality } = view
    const to = (path: string, query = {}) => site.origin + href({ ...view, publication: undefined }, path, query)
    const toetsen = municipality.id === null ? [] : (await listToetsen(site.db, municipality.id, FIRST)).rows
    const entries: FeedEntry[] = [
      ...view.publications.slice(0, MOST).map((each) => ({
        url: to('/', { publicatie: each.no }),
        title: m.feed.publication(each.no),
        summary: m.feed.publicationText(each.byName, each.byFunction, each.catalogueVersion),
        at: each.at,
        author: each.byName,
      })),
      ...toetsen.map((each) => ({
        url: to(`/toetsen/${each.no}/versie/${each.version}`),
        title: m.feed.decision(each.number, each.title),
        summary: m.feed.decisionText(each.outcome, each.decidedOn),
        at: each.publishedAt,
        author: m.feed.author(municipality.name),
      })),
    ].toSorted((a, b) => b.at.getTime() - a.at.getTime())
    return send(
      c,
      atom({
        lang,
        url: to('/nieuws.atom'),
        page: to('/'),
        title: m.feed.title(municipality.name),
        author: m.feed.author(municipality.name),
        entries: entries.slice(0, MOST),
        since: BEGINNING,
      }),
    )
  })

  app.get('/organisaties/:file{[a-z0-9][a-z0-9-]{0,199}\\.atom}', async (c) => {
    const view = await viewOf(site, c, lang)
    const { at, book } = (await open(site, view)) ?? refuse('organisation')
    const organisation = (await readOrganisation(at, c.req.param('file').slice(0, -5))) ?? refuse('organisation')
    const subjects = new Map((await readSubjects(at, organisation.slug)).map((each) => [each.id, each]))
    const changes = await readChanges(at, [...subjects.keys()], MOST_CHANGES)
    const moments = new Map(view.publications.map((each) => [each.no, each]))
    const { m } = view
    const to = (path: string, query = {}) => site.origin + href({ ...view, publication: undefined }, path, query)
    const entries = changes.flatMap((change): FeedEntry[] => {
      const [subject, publication] = [subjects.get(change.subject), moments.get(change.from_no)]
      if (!subject || !publication) return []
      const path = `${subjectPath(organisation.slug, subject.kind, subject.address)}/${change.criterion}`
      return [
        {
          url: to(path, { publicatie: change.from_no }),
          title: m.feed.change(titleOf(view, book, change.criterion), subject.address),
          summary: m.feed.changeText(
            verdictWord(view, change.was, toldAs(book, change.criterion)),
            verdictWord(view, change.verdict, toldAs(book, change.criterion)),
            causeTold(view, change.laws, change),
          ),
          at: publication.at,
          author: m.feed.author(view.municipality.name),
        },
      ]
    })
    return send(
      c,
      atom({
        lang,
        url: to(`/organisaties/${organisation.slug}.atom`),
        page: to(`/organisaties/${organisation.slug}`),
        title: m.feed.organisation(organisation.name),
        author: m.feed.author(view.municipality.name),
        entries,
        since: view.publications[0]?.at ?? BEGINNING,
      }),
    )
  })
  return app
}

const FIRST = { q: '', page: 1, size: MOST } as const
