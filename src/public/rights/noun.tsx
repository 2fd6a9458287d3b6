/** Digital rights: what a resident can ask, and how the municipality answers. Data, in `verzoeken/`. */
import { line } from '../../lib/csv-write.ts'
import type { RequestKind } from '../../model/request.ts'
import { refuse } from '../../web/refuse.ts'
import type { Now, Published, Request } from '../published.ts'
import { open } from '../view.ts'
import { addRights } from './api.ts'
import { says } from './messages.ts'
import { FiguresPage, MEASURES } from './page-figures.tsx'
import { PaperPage } from './page-paper.tsx'
import { RightPage } from './page-right.tsx'
import { RightsPage } from './page-rights.tsx'
import { figuresOf } from './store.ts'

const figuresFor = async ({ site, view: { municipality } }: Request) =>
  municipality.id === null ? [] : figuresOf(site.db, municipality.id)

/** What a norm is called in the catalogue of this city. */
async function normsOf({ site, view }: Request): Promise<(id: string) => string | undefined> {
  const opened = await open(site, view)
  return (id) => {
    const norm = opened?.book.norms.get(id)
    return view.lang === 'en' ? norm?.labelEnglish : norm?.label
  }
}

/** With these kinds of requests, in their order. */
export function rightsOf(kinds: readonly RequestKind[]): Published {
  const kindAt = ({ c }: Request): RequestKind => kinds.find(({ id }) => id === c.req.param('kind')) ?? refuse('page')
  async function* lines({ db, municipality }: Now): AsyncGenerator<string> {
    yield line(['periode', 'soort', 'maat', 'waarde'])
    for (const { period, of } of await figuresOf(db, municipality))
      for (const kind of ['', ...kinds.map(({ id }) => id)])
        for (const measure of MEASURES) {
          const value = of(kind, measure)
          if (value !== undefined) yield line([period, kind === '' ? 'alle' : kind, says('nl').measure[measure], value])
        }
  }
  const doors = ({ site }: Request) => site.requests === true
  return {
    id: 'rechten',
    pages: [
      {
        path: '/rechten',
        answer: async (asked) => ({
          body: <RightsPage {...{ view: asked.view, kinds }} figures={await figuresFor(asked)} doors={doors(asked)} />,
        }),
      },
      {
        path: '/rechten/cijfers',
        answer: async (asked) => ({
          body: <FiguresPage {...{ view: asked.view, kinds }} figures={await figuresFor(asked)} />,
        }),
      },
      {
        path: '/rechten/:kind',
        answer: async (asked) => ({
          body: (
            <RightPage
              view={asked.view}
              kind={kindAt(asked)}
              figures={await figuresFor(asked)}
              doors={doors(asked)}
              normCalled={await normsOf(asked)}
            />
          ),
        }),
      },
      {
        path: '/rechten/:kind/papier',
        answer: async (asked) => ({ body: <PaperPage view={asked.view} kind={kindAt(asked)} /> }),
      },
    ],
    api: { tag: 'Rechten', add: (api, site) => addRights(api, site, kinds) },
    files: [
      {
        name: 'verzoeken',
        title: 'Cijfers over verzoeken van inwoners',
        text: { nl: says('nl').file, en: says('en').file },
        theme: 'GOVE',
        page: '/rechten/cijfers',
        json: '/rechten/cijfers',
        lines: { of: 'now', read: lines },
      },
    ],
    fixed: ['/rechten', '/rechten/cijfers', ...kinds.map(({ id }) => `/rechten/${id}`)],
  }
}
