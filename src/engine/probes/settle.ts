/** Waits until a page is ready to be read, and no longer: never for ever for a page that is never idle. */
import { NotSeen } from '../../outside/not-seen.ts'
import type { VisitedPage } from './visited-page.ts'
import { pause } from '../../outside/within.ts'

/** More documents than this in one visit is a page that runs in circles. */
const NAVIGATIONS = 20
const STEP = 25

/**
 * Waits at most `load` ms for the load event and then at most `quiet` ms for half a second without network.
 * Gives whether the load event came. Throws NotSeen('redirect-loop') or NotSeen('crashed').
 */
export async function settle(
  { document }: VisitedPage,
  { load, quiet }: { load: number; quiet: number },
): Promise<boolean> {
  const begun = Date.now()
  let loadedAt: number | null = null
  for (;;) {
    if (document.crashed()) throw new NotSeen('crashed', 'the page crashed')
    if (document.navigations() > NAVIGATIONS) {
      throw new NotSeen('redirect-loop', `more than ${NAVIGATIONS} documents in one visit`)
    }
    const now = Date.now()
    // A body that broke off brings no load event.
    const current = document.current()
    if (current && document.response(current.loader)?.failed && document.quiet() >= 500) return false
    // A page that goes elsewhere after its load event is waited for again, within the same limits.
    if (!document.loaded()) loadedAt = null
    else loadedAt ??= now
    if (loadedAt !== null && (document.quiet() >= 500 || now - loadedAt >= quiet)) return true
    if (now - begun >= load + quiet || (loadedAt === null && now - begun >= load)) return document.loaded()
    await pause(STEP)
  }
}
