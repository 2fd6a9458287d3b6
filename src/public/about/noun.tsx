/** How this site works and behaves: the method, what you may take, privacy and accessibility. */
import type { Published, PublicFile } from '../published.ts'
import { open } from '../view.ts'
import { GuidePage } from './page-guide.tsx'
import { MethodPage } from './pages-method.tsx'
import { AccessibilityPage, OpenDataPage, PrivacyPage } from './pages-open.tsx'

/** A norm of the examples where nothing was measured yet. */
const EXAMPLE = 'VEI-11'

/** `files`: all that can be taken. */
export const about = (files: readonly PublicFile[]): Published => ({
  id: 'about',
  pages: [
    {
      path: '/methode',
      answer: async ({ site, view }) => ({ body: <MethodPage view={view} book={(await open(site, view))?.book} /> }),
    },
    {
      path: '/open-data',
      answer: async ({ site, view }) => {
        const book = (await open(site, view))?.book
        const measured = book?.catalogue.norms.find((norm) =>
          norm.criteria.some((criterion) => criterion.means.by === 'check'),
        )
        return { body: <OpenDataPage view={view} files={files} example={measured?.id ?? EXAMPLE} /> }
      },
    },
    { path: '/uitleg', answer: async ({ view }) => ({ body: <GuidePage view={view} /> }) },
    { path: '/privacy', answer: async ({ view }) => ({ body: <PrivacyPage view={view} /> }) },
    { path: '/toegankelijkheid', answer: async ({ view }) => ({ body: <AccessibilityPage view={view} /> }) },
  ],
  fixed: ['/uitleg', '/methode', '/open-data', '/privacy', '/toegankelijkheid'],
})
