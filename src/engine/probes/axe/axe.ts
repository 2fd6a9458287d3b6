/**
 * The axe probe: what axe-core finds in every frame of a page, run in that frame's isolated world, and what a second
 * engine says of the same elements.
 */
import type { PageProbe } from '../page/visited-page.ts'
import { foundTheFault } from './axe-control.ts'
import { runAxe } from './axe-run.ts'

export const axeProbe: PageProbe<'axe'> = {
  key: 'axe',
  async attach(page) {
    return {
      async read() {
        await foundTheFault(page.browser)
        // Axe gives the page a turn of its clock between its rules.
        return page.time.during(runAxe(page))
      },
    }
  },
}
