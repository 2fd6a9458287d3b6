/** Waits until a page has done what it does by itself, and no longer: never for ever for a page that is never idle. */
import type { Lack } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { pause } from '../../../outside/within.ts'
import { scrollThrough } from './scroll.ts'
import type { VisitedPage } from './visited-page.ts'

/** More documents than this in one visit is a page that runs in circles. */
const NAVIGATIONS = 20
const STEP = 25
/** Milliseconds of the page's own time after its load event: what a page plans later than this is not waited for. */
const PLANS = 5_000
/** Milliseconds of ours for answers that do not come; after that the page's clock goes on without them. */
const ANSWERS = 1_500

/** Milliseconds. `still`: it is not scrolled through, which some pages take for an answer. */
export type Bounds = { readonly load: number; readonly quiet: number; readonly still?: true }

/**
 * Waits at most `load` ms for the load event, and then lets the page do what it has planned for its next five seconds
 * and what it does when somebody scrolls to its end, in at most `quiet` ms more. Gives what was still to come: nothing,
 * the load event (`loading`), or (`busy`) an end to its asking or an answer that may make it ask more. Throws
 * NotSeen('redirect-loop') or NotSeen('crashed').
 */
export async function settle(page: VisitedPage, bounds: Bounds): Promise<readonly Lack[]> {
  const deadline = Date.now() + bounds.load + bounds.quiet
  // A page that goes elsewhere is waited for again, within the same limits.
  for (;;) {
    const loader = await loaded(page, Math.min(deadline, Date.now() + bounds.load))
    if (loader === undefined) return ['loading']
    const left = () => Math.max(0, deadline - Date.now())
    const moved = () => page.document.current()?.loader !== loader
    const planned =
      (await page.time.pass(PLANS, { waiting: true, most: Math.min(ANSWERS, left()) })) ||
      (await page.time.pass(PLANS, { waiting: false, most: left() }))
    if (moved()) continue
    if (!planned) return ['busy']
    // Nothing answers to being scrolled to where no script runs.
    const lacks = page.scripts && !bounds.still ? await scrollThrough(page, left()) : []
    if (moved()) continue
    return (await answered(page, left())) ? lacks : [...lacks, 'busy']
  }
}

/**
 * Whether what was asked is answered: a page that asks again at every answer never gets there, and of what a late
 * script would still do nothing is known. An image that stays away is given up.
 */
async function answered({ document }: VisitedPage, most: number): Promise<boolean> {
  const until = Date.now() + Math.min(most, 700)
  const open = () => document.asking() || document.pending()
  while (open() && Date.now() < until) await pause(STEP)
  return !open()
}

/**
 * The document that came to its load event; undefined: it did not in time, or its answer broke off. One that comes
 * after another is not read while the clock stands: it is let go on meanwhile, about as fast as ours.
 */
async function loaded({ document, time }: VisitedPage, until: number): Promise<string | undefined> {
  for (;;) {
    if (document.crashed()) throw new NotSeen('crashed', 'the page crashed')
    if (document.navigations() > NAVIGATIONS) {
      throw new NotSeen('redirect-loop', `more than ${NAVIGATIONS} documents in one visit`)
    }
    const current = document.current()
    if (current && document.loaded()) return current.loader
    // A body that broke off brings no load event.
    if (current && document.response(current.loader)?.failed && document.quiet() >= 500) return undefined
    if (Date.now() >= until) return undefined
    if (time.stands()) await time.pass(STEP, { waiting: false, most: 10 * STEP })
    await pause(STEP)
  }
}
