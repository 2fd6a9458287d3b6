/** Learning and help: the one page behind the menu, which leads on. */
import { NOTHING_ASKED } from '../help/asked.ts'
import { findOffers } from '../help/store.ts'
import type { Published } from '../published.ts'
import { LearnPage } from './page.tsx'

export const learn: Published = {
  id: 'learn',
  pages: [
    {
      path: '/leren',
      answer: async ({ site, view }) => {
        const { id } = view.municipality
        const asked = { today: site.today(), time: site.time(), size: 1, page: 1 }
        const open = id === null ? 0 : (await findOffers(site.db, id, NOTHING_ASKED, asked)).open
        return { body: <LearnPage view={view} open={open} /> }
      },
    },
  ],
  fixed: ['/leren'],
}
