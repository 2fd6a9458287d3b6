/** Help in need: what it is, how to take part, and figures that name nobody. */
import type { Published } from '../published.ts'
import { BuddiesPage, PLACE } from './page.tsx'
import { figuresOf } from './store.ts'

const NONE = { month: undefined, offered: () => undefined, halves: [] }

export const buddies: Published = {
  id: 'buddies',
  pages: [
    {
      path: PLACE,
      answer: async ({ site, view }) => {
        const { id } = view.municipality
        return { body: <BuddiesPage view={view} figures={id === null ? NONE : await figuresOf(site.db, id)} /> }
      },
    },
  ],
  fixed: [PLACE],
}
