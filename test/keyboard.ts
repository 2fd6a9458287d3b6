/** Walks a page with the Tab key alone, as somebody without a mouse does. */
import type { Page } from 'playwright-core'

/**
 * Finds what a Tab should come to, in the order of the page; of a group of radio buttons only one. Runs in the page.
 */
const LIST = `(() => {
  const groups = new Set()
  const KINDS = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  window.stops = [...document.querySelectorAll(KINDS)].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) return false
    if (one.type !== 'radio') return true
    const group = [...document.getElementsByName(one.name)]
    const stop = group.find((each) => each.checked) ?? group[0]
    return one === stop
  })
  return window.stops.map((one) => one.outerHTML.slice(0, 120))
})()`

/** Where the focus is: its place in the list, and what is wrong with how it shows. Runs in the page. */
const HERE = `(() => {
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
})()`

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
  for (let press = 0; next < stops.length && press < stops.length * 5 + 20; press++) {
    await page.keyboard.press('Tab')
    const { at, html, wrong } = (await page.evaluate(HERE)) as { at: number; html: string; wrong: string[] }
    if (at < 0 || (at === next - 1 && /type=.date/.test(html))) continue
    problems.push(...wrong.map((text) => `${html}: ${text}`))
    if (at !== next) return [...problems, `after ${stops[next - 1] ?? 'the top'} comes ${html}, not ${stops[next]}`]
    next++
  }
  return next === stops.length ? problems : [...problems, `${stops[next]} cannot be reached`]
}
