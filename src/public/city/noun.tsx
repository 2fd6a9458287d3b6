/** The city as a whole: how it stands, and its publications. */
import type { Published } from '../published.ts'
import { listCovenants } from '../covenants/store.ts'
import { countTooOld } from '../standing-store.ts'
import { readProgress } from '../store.ts'
import { open } from '../view.ts'
import { addPublications } from './api.ts'
import { CityPage, EmptyCityPage } from './page.tsx'
import { says } from './messages.ts'

export const city: Published = {
  id: 'city',
  pages: [
    {
      path: '/',
      answer: async ({ site, view }) => {
        const { id } = view.municipality
        const [opened, progress] = await Promise.all([
          open(site, view),
          id === null ? undefined : readProgress(site.db, id),
        ])
        return {
          body: opened ? (
            <CityPage
              {...{ view, progress }}
              book={opened.book}
              outdated={await countTooOld(opened.at)}
              covenants={await listCovenants(opened.at)}
              today={site.today()}
            />
          ) : (
            <EmptyCityPage view={view} progress={progress} />
          ),
        }
      },
    },
  ],
  api: { tag: 'Publicaties', add: addPublications },
  fixed: ['/'],
  news: async ({ view: { lang, publications } }, to, most) =>
    publications.slice(0, most).map((each) => ({
      url: to('/', { publicatie: each.no }),
      title: says(lang).publication(each.no),
      summary: says(lang).publicationText(each.byName, each.byFunction, each.catalogueVersion),
      at: each.at,
      author: each.byName,
    })),
}
