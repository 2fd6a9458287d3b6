/** What the city shares with each other: the one page behind the menu, which leads on. */
import type { Published } from '../published.ts'
import { TogetherPage } from './page.tsx'

export const together: Published = {
  id: 'together',
  pages: [{ path: '/samen', answer: async ({ view }) => ({ body: <TogetherPage view={view} /> }) }],
  fixed: ['/samen'],
}
