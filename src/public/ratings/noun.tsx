/** Ratings of digital services: of the products that stand in the public register. */
import { line } from '../../lib/csv-write.ts'
import type { Ratings } from '../../model/rating.ts'
import { refuse } from '../../web/refuse.ts'
import type { Now, Published, Request } from '../published.ts'
import { says } from './messages.ts'
import { RatedPage, RatingPage } from './pages.tsx'
import { ratedProducts, ratingsAt } from './store.ts'

/** Of what nobody rated yet. */
const NOTHING: Ratings = {
  count: null,
  done: null,
  ease: null,
  stuck: null,
  helped: null,
  quarters: [],
  words: [],
  acts: [],
  tests: [],
}

/** `register`: the id of the public list of products. */
export function ratingsOf(register: string): Published {
  const one = async ({ site, c, view }: Request) => {
    const { id } = view.municipality
    const found = id === null ? undefined : await ratingsAt(site.db, id, register, c.req.param('slug') ?? '')
    const { slug, title, told } = found ?? refuse('page')
    const ratings = told ?? NOTHING
    return {
      body: <RatingPage {...{ view, ratings }} product={{ slug, title, register }} doors={site.requests === true} />,
    }
  }
  async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
    yield line(['dienst', 'antwoorden'])
    for (const { title, count } of await ratedProducts(db, municipality, register)) yield line([title, count])
  }
  return {
    id: 'oordelen',
    pages: [
      {
        path: '/oordelen',
        answer: async ({ site, view }) => {
          const { id } = view.municipality
          return {
            body: <RatedPage view={view} rated={id === null ? [] : await ratedProducts(site.db, id, register)} />,
          }
        },
      },
      { path: '/oordelen/:slug', answer: one },
    ],
    files: [
      {
        name: 'oordelen',
        title: 'Oordelen over digitale diensten',
        text: { nl: says('nl').file, en: says('en').file },
        theme: 'GOVE',
        page: '/oordelen',
        lines: { of: 'now', read: lines },
      },
    ],
    fixed: ['/oordelen'],
  }
}
