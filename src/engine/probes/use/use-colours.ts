/**
 * What disappears for whoever looks in colours of their own (Windows' contrast themes; CSS Color Adjustment 1 §3):
 * buttons and links that only a background draws. A picture tells: of the button, and of the same place without it.
 */
import { pictureOf } from './use-picture.ts'
import type { RawTried } from './use-spots.ts'
import { stopsInPage, type Ask } from './use-stops.ts'
import type { VisitedPage } from '../page/visited-page.ts'

/** Places of which pictures are made. */
const PLACES = 6

/** `emulate`: sets features of the page's media; those that are not named are as they were. */
export async function inOwnColours(
  page: VisitedPage,
  emulate: (forced: 'active' | 'none') => Promise<void>,
  deadline: number,
): Promise<RawTried | undefined> {
  const ask = (what: Ask) => page.evaluate(page.document.frame, stopsInPage, what, 2_000)
  const { places, drawn } = await ask({ do: 'find' })
  const some = drawn.slice(0, PLACES)
  /** Whether there is anything to see of it. */
  const shows = async (at: number) => {
    const { box } = await ask({ do: 'show', at })
    const around = { x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4 }
    const there = await pictureOf(page, around)
    await ask({ do: 'hide', at })
    const without = await pictureOf(page, around)
    await ask({ do: 'show', at })
    return there === null || without === null ? undefined : there !== without
  }
  const gone: number[] = []
  try {
    await emulate('active')
    for (const at of some) {
      if (Date.now() > deadline) return undefined
      if ((await shows(at)) === false) gone.push(at)
    }
  } finally {
    await emulate('none')
  }
  const raw: RawTried['raw'][number][] = []
  for (const at of gone) {
    const spot = (await shows(at)) === true ? (await ask({ do: 'tell', at, said: '' })).told : null
    if (spot) raw.push(spot)
  }
  return { looked: places, count: raw.length, raw }
}
