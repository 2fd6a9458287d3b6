/** The bare probe: what a page shows to whoever gets it without its scripts. */
import { clean } from '../../../lib/clean.ts'
import { asTyped } from '../../../lib/words.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { coverOf } from './cover.ts'
import { keptUrl } from '../page/kept-url.ts'
import { lacksOf } from '../lacks.ts'
import { pageFacts } from '../page/page-facts.ts'
import type { PageProbe } from '../page/visited-page.ts'

const COVER_MS = 3_000

export const bareProbe: PageProbe<'bare'> = {
  key: 'bare',
  attach: async (page) => ({
    async read() {
      const frames = await page.frames()
      const current = page.document.current()
      const answer = current && page.document.response(current.loader)
      if (!current || !answer || answer.status === null) throw new NotSeen('probe-failed', 'no document to read')
      const { title, text, textLength, shownLength, linked, lacks } = await pageFacts(page, frames)
      // What waits for a choice is not kept from anybody for the time being: no script will ever show it here.
      const content = lacks.filter((lack) => lack !== 'withheld')
      return {
        url: keptUrl(page.asked),
        finalUrl: keptUrl(current.url),
        status: answer.status,
        title: clean(title, 300),
        text: asTyped(text).slice(0, 20_000),
        textLength,
        shownLength,
        linked,
        coverLength: await page.evaluate(page.document.frame, coverOf, undefined, COVER_MS),
        lacks: lacksOf(answer.failed === null ? page.lacks : new Set([...page.lacks, 'cut' as const]), { content }),
      }
    },
  }),
}
