/** Walks a page with the Tab key alone, as somebody without a mouse does. */
import type { CDPSession, Page } from 'playwright-core'

/**
 * Finds what a Tab should come to, in the order of the page; of a group of radio buttons only one. Notes from then on
 * where each Tab leaves the focus, once the page has scrolled there; begins at the top, wherever somebody was. Runs in
 * the page.
 */
const LIST = `(() => {
  const KINDS = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const stops = [...document.querySelectorAll(KINDS)].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false
    // Of a drawing, what is not drawn still says that it can be seen.
    if (one.getClientRects().length === 0) return false
    if (one.type !== 'radio') return true
    const group = [...document.getElementsByName(one.name)]
    const stop = group.find((each) => each.checked) ?? group[0]
    return one === stop
  })
  if (window.walked || document.activeElement !== document.body) {
    const top = document.createElement('span')
    top.tabIndex = -1
    document.body.prepend(top)
    top.focus()
    top.remove()
    scrollTo(0, 0)
  }
  window.came = []
  window.stops = stops
  const here = () => {
    const one = document.activeElement
    if (one === null || one === document.body) return { at: -1, html: 'body', wrong: [] }
    const box = one.getClientRects()[0] ?? one.getBoundingClientRect()
    const label = one.labels?.[0]
    const style = getComputedStyle(one), around = label ? getComputedStyle(label) : style
    // Not wholly hidden is what WCAG 2.4.11 asks: one point of several will do.
    const seen = [0.1, 0.5, 0.9].some((part) => {
      const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height * part)
      return hit !== null && (one.contains(hit) || hit.contains(one) || label?.contains(hit))
    })
    const shows = (each) =>
      (each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 2) || each.boxShadow !== 'none'
    return { at: window.stops.indexOf(one), html: one.outerHTML.slice(0, 120), wrong: [
      ...(shows(style) || shows(around) ? [] : ['its focus does not show']),
      ...(seen ? [] : ['it is covered, or outside the window']),
    ] }
  }
  if (!window.walked) addEventListener('keyup', () => window.came.push(window.walked()), true)
  window.walked = here
  return stops.map((one) => one.outerHTML.slice(0, 120))
})()`

/** What the presses since the last time came to. Runs in the page. */
const CAME = 'window.came.splice(0)'

type Came = { readonly at: number; readonly html: string; readonly wrong: readonly string[] }
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Presses Tab so many times in one go, and gives where each press came. */
async function tabs(page: Page, count: number): Promise<Came[]> {
  const opened = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, opened)
  const session = await opened
  // The browser takes keys in the order in which they were sent: waiting for each would be most of the walk.
  await Promise.all(
    Array.from({ length: count }).flatMap(() => [
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB }),
    ]),
  )
  return page.evaluate(CAME)
}

/**
 * Presses Tab from the top of the page to its end. Gives in a sentence each what is wrong: something that cannot be
 * reached, is reached out of order, does not show that it has the focus, or is covered then (WCAG 2.1.1, 2.1.2, 2.4.3,
 * 2.4.7, 2.4.11).
 */
export async function keyboardWalk(page: Page): Promise<string[]> {
  const stops = (await page.evaluate(LIST)) as string[]
  const problems: string[] = []
  let next = 0
  // A date has a stop for day, month and year, and a region that scrolls takes the focus without being in the list:
  // room for those.
  let left = stops.length * 5 + 20
  while (next < stops.length && left > 0) {
    const count = Math.min(left, stops.length - next)
    left -= count
    for (const { at, html, wrong } of await tabs(page, count)) {
      if (at < 0 || (at === next - 1 && /type=.date/.test(html))) continue
      problems.push(...wrong.map((text) => `${html}: ${text}`))
      if (at !== next) return [...problems, `after ${stops[next - 1] ?? 'the top'} comes ${html}, not ${stops[next]}`]
      next++
    }
  }
  return next === stops.length ? problems : [...problems, `${stops[next]} cannot be reached`]
}
