/**
 * Walks a page with the keyboard, to its end and back (WCAG 2.1.2), and looks at each stop whether one sees where one
 * is (2.4.7). Nothing is pressed but Tab, Shift with Tab, and Escape where it gets no further.
 */
import { NotSeen } from '../../../outside/not-seen.ts'
import { pause } from '../../../outside/within.ts'
import { adviceInPage } from './use-advice.ts'
import { pictureOf, type Box } from './use-picture.ts'
import type { RawTried } from './use-spots.ts'
import { stopsInPage, type Ask, type Where } from './use-stops.ts'
import type { VisitedPage } from '../page/visited-page.ts'

/** Stops from the beginning, and from a place near the end. */
const STOPS = 30
const TAIL = 12
/** A frame may have as many stops of its own. */
const FRAME = 30
/** Stops at which is looked, and of these at most so many by a picture. */
const LOOKED = 30
const PICTURES = 5
/** Places of a trap of which is read whether they say how to leave it. */
const ROUND = 10
/** Milliseconds that a page gets to answer a key. */
const ANSWER = 20

export type Walked = { readonly keyboard?: RawTried; readonly focus?: RawTried; readonly order: RawTried }

const NONE = { looked: 0, count: 0, raw: [] } as const
const told = (looked: number, raw: RawTried['raw']): RawTried => ({ looked, count: raw.length, raw })

/** A trial that could not be brought to an end is absent. */
export async function walkByKeyboard(page: VisitedPage, deadline: number): Promise<Walked> {
  const ask = (what: Ask) => page.evaluate(page.document.frame, stopsInPage, what, 2_000)
  const tell = async (at: number, said: string) => (await ask({ do: 'tell', at, said })).told
  const { places, ordered } = await ask({ do: 'find' })
  const order = told(
    places,
    (await Promise.all(ordered.slice(0, 20).map((at) => tell(at, '')))).flatMap((one) => one ?? []),
  )
  if (places === 0) return { keyboard: NONE, focus: NONE, order }
  const unseen = new Map<number, Where>()
  const looked = new Set<number>()
  const watch = (where: Where) => {
    if (where.at < 0 || where.at >= 150 || where.frame || where.caret || looked.size >= LOOKED) return
    looked.add(where.at)
    if (!where.changed && where.box.width > 0) unseen.set(where.at, where)
  }
  const late = () => Date.now() > deadline
  const walk = (back: boolean, most: number) => walkOn(page, ask, { back, most, late, watch })

  const first = await walk(false, STOPS)
  const ends = [first]
  if (first.end === 'more') {
    await ask({ do: 'go', at: Math.max(0, places - TAIL) })
    ends.push(await walk(false, STOPS))
  }
  await ask({ do: 'leave' })
  await ask({ do: 'go', at: Math.min(places, 150) - 1 })
  ends.push(await walk(true, TAIL))
  // Who is told there of another way out is not held, nor who meets a button that shuts what holds him (WCAG 2.1.2); we
  // press no other keys to see whether it is one.
  const held = await Promise.all(
    ends
      .filter(({ end }) => end === 'held')
      .map(async (end) => ({ ...end, free: await mayBeAdvised(page, end.round) })),
  )
  const stuck = held.filter(({ free }) => !free)
  const raw = (await Promise.all(stuck.map(({ at, keys }) => tell(at, keys)))).flatMap((one) => one ?? [])
  const once = raw.filter(({ target }, index) => raw.findIndex((other) => other.target === target) === index)
  const unsure = ends.some(({ end }) => end === 'unsure')
  const blind = unsure && looked.size < 3 ? undefined : await unseenOf(page, ask, [...unseen.keys()], looked.size, late)
  return {
    ...(once.length > 0 || (!unsure && held.length === 0) ? { keyboard: told(places, once) } : {}),
    ...(blind && { focus: blind }),
    order,
  }
}

/** Whether one of the places that lead to each other tells how to leave them; a page that cannot be asked may. */
async function mayBeAdvised(page: VisitedPage, round: readonly number[]): Promise<boolean> {
  try {
    for (const at of round.slice(0, ROUND))
      if (await page.evaluate(page.document.frame, adviceInPage, at, 2_000)) return true
    return false
  } catch (error) {
    if (error instanceof NotSeen) return true
    throw error
  }
}

type End = {
  /** Came out at the end; got no further; there is more; or what happened cannot be told. */
  readonly end: 'out' | 'held' | 'more' | 'unsure'
  readonly at: number
  readonly keys: string
  /** The places between which one stays. */
  readonly round: readonly number[]
}

async function walkOn(
  page: VisitedPage,
  ask: (what: Ask) => Promise<Where>,
  { back, most, late, watch }: { back: boolean; most: number; late(): boolean; watch(where: Where): void },
): Promise<End> {
  const keys = back ? 'Shift+Tab' : 'Tab'
  const press = async () => {
    await key(page, 'Tab', back ? SHIFT : 0)
    await pause(ANSWER)
    return ask({ do: 'where' })
  }
  let [last, frames] = [-1, 0]
  const visits = new Map<number, number>()
  const ended = (end: End['end'], at: number): End => ({ end, at, keys, round: [...visits.keys()].filter(again) })
  const again = (at: number) => (visits.get(at) ?? 0) > 1
  for (let stop = 0; stop < most; stop++) {
    if (late()) return ended('unsure', last)
    const where = await press()
    // Out of the page, where the browser's own buttons are.
    if (where.at < 0) return ended('out', last)
    if (where.frame) {
      if (++frames > FRAME) return ended('unsure', where.at)
      stop--
      last = where.at
      continue
    }
    watch(where)
    const times = (visits.get(where.at) ?? 0) + 1
    visits.set(where.at, times)
    // What we do not know, such as a part of a player, may have stops of its own.
    if (times >= (where.at === 1_000 ? 30 : 3)) {
      // A window that wants an answer first keeps the keyboard by design.
      if (where.at === 1_000 || where.modal) return ended('unsure', where.at)
      await key(page, 'Escape', 0)
      const round = [...visits.keys()].filter(again)
      // What Escape shut may leave the keyboard on a place of the round; then it goes on.
      let away = 0
      for (let more = 0; more < Math.min(round.length, ROUND) + 2 && away < 2; more++) {
        const { at } = await press()
        away = at < 0 || !round.includes(at) ? away + 1 : 0
      }
      return ended(away === 2 ? 'unsure' : 'held', where.at)
    }
    last = where.at
  }
  return ended('more', last)
}

const SHIFT = 8
const CODES = { Tab: 9, Escape: 27 } as const

async function key({ cdp }: VisitedPage, name: keyof typeof CODES, modifiers: number): Promise<void> {
  const one = { key: name, code: name, windowsVirtualKeyCode: CODES[name], modifiers }
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...one })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...one })
}

/** Of places that style draws the same with and without the keyboard: those of which a picture is the same too. */
async function unseenOf(
  page: VisitedPage,
  ask: (what: Ask) => Promise<Where>,
  places: readonly number[],
  looked: number,
  late: () => boolean,
): Promise<RawTried> {
  const raw: RawTried['raw'][number][] = []
  for (const at of places.slice(0, PICTURES)) {
    if (late()) break
    // The last key was one of the keyboard: what is focused by us now shows it as if by hand.
    const { box } = await ask({ do: 'go', at })
    await pause(ANSWER)
    const around: Box = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 }
    const on = await pictureOf(page, around)
    await ask({ do: 'leave' })
    await pause(ANSWER)
    const off = await pictureOf(page, around)
    if (on === null || on !== off) continue
    const spot = (await ask({ do: 'tell', at, said: '' })).told
    if (spot) raw.push(spot)
  }
  return told(looked, raw)
}
