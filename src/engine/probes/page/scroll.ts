/** Scrolls through a page as a reader would, for what is fetched only when it comes into sight. */
import type { Lack } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import type { VisitedPage } from './visited-page.ts'

/** Screens; what stands lower is passed over on the way to the end. */
const SCREENS = 30
/** Milliseconds of the page's time per screen. */
const LOOK = 100

/** Scrolls to the end and back in at most `most` ms. Gives `['cut']` when the page is longer than that allowed. */
export async function scrollThrough(page: VisitedPage, most: number): Promise<readonly Lack[]> {
  const deadline = Date.now() + most
  const to = async (screen: number) => {
    const place = page.time.during(page.evaluate(page.document.frame, scrollTo, screen, 2_000))
    const screens = await place
    await page.time.pass(LOOK, { waiting: true, most: 500 })
    return screens
  }
  try {
    let screens = await to(0)
    for (let screen = 1; screen < Math.min(screens, SCREENS) && Date.now() < deadline; screen++)
      screens = await to(screen)
    const whole = screens <= SCREENS && Date.now() < deadline
    if (screens > SCREENS) await to(screens)
    await to(0)
    return whole ? [] : ['cut']
  } catch (error) {
    // A page that does not let itself be scrolled was not seen to its end.
    if (error instanceof NotSeen && !page.document.crashed()) return ['cut']
    throw error
  }
}

/** Runs in the page: goes there, and waits until it was drawn twice. Gives the height of the page in screens. */
function scrollTo(screen: number): Promise<number> {
  const height = Math.max(1, window.innerHeight)
  window.scrollTo({ top: screen * height * 0.9, behavior: 'instant' })
  // Through the prototypes: a page may call a picture `documentElement`, and be one screen high.
  const get = (owner: object, name: string, of: unknown) =>
    Object.getOwnPropertyDescriptor(owner, name)?.get?.call(of) as unknown
  const root = get(Document.prototype, 'documentElement', document)
  const whole = root instanceof Element ? Number(get(Element.prototype, 'scrollHeight', root)) : height
  const screens = Math.ceil(whole / (height * 0.9))
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(screens))))
}
