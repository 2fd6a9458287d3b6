/** A page that needs a publication of measurements; before the first one it says so. */
import type { ReactNode } from 'react'
import { refuse } from '../web/refuse.ts'
import { EmptyCityPage } from './city/page.tsx'
import type { At } from './standing.ts'
import type { PublicPage, Request } from './published.ts'
import type { Book } from './store.ts'
import { open } from './view.ts'

/** With where to read and the heavy part of the publication that is asked for. */
export const inPublication =
  (make: (asked: Request, at: At, book: Book) => Promise<ReactNode>): PublicPage['answer'] =>
  async (asked) => {
    const opened = await open(asked.site, asked.view)
    return {
      body: opened ? (
        await make(asked, opened.at, opened.book)
      ) : (
        <EmptyCityPage view={asked.view} progress={undefined} />
      ),
    }
  }

/** The same for what is not there before the first publication. */
export async function opened({ site, view }: Request, what: Parameters<typeof refuse>[0]) {
  return (await open(site, view)) ?? refuse(what)
}
