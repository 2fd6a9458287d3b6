/** Holds a page against what a machine can see of what keeps people out. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { keyboardWalk } from './keyboard.ts'

/** Without an answer of its own: the browser would describe all of axe for us. */
const AXE = `${readFileSync('node_modules/axe-core/axe.min.js', 'utf8')};0`
/**
 * Of what is right one node a rule is enough to know that axe looked; no style sheet is fetched anew. Contrast is half
 * of the work, and colours are the same at every width: `colours` says whether they are looked at. Runs in the page.
 */
const run = (colours: boolean) => `axe.run({
  resultTypes: ['violations'],
  preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast': { enabled: ${colours} } },
}).then(({ violations, passes }) => [
  ...(passes.length > 10 ? [] : ['axe found hardly anything to look at']),
  ...violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html, failureSummary }) =>
    id + ': ' + html.slice(0, 200) + ' ' + failureSummary)),
])`
/** Whoever types several lines sees all of them. Runs in the page. */
const PLAIN = `[...document.querySelectorAll('textarea')]
  .filter((area) => getComputedStyle(area).whiteSpace === 'nowrap').map(({ name }) => 'one line of text: ' + name)`
/** Opens what is folded: what stands in it is looked at too. Runs in the page. */
const UNFOLD = `document.querySelectorAll('details').forEach((each) => { each.open = true })`
/** What is wider than the window, the deepest of it. Runs in the page. */
const WIDER = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > clientWidth)
  const deepest = out.filter((one) => ![...one.children].some((child) => out.includes(child))).slice(0, 3)
  return ['sticks out by ' + (scrollWidth - clientWidth) + ': ' +
    deepest.map((one) => one.outerHTML.slice(0, 120)).join(' | ')]
})()`
/** Whether axe is in this document already. */
const IN = `typeof axe === 'object'`

/** Pixels across: a screen, and a phone. */
const WIDTHS = [1280, 360]

/** What sticks out of the window at this width, in a sentence each. */
export async function stickingOut(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 })
  return page.evaluate(WIDER)
}

/** The same, and what keyboard and axe find. */
async function barriersAt(page: Page, width: number, colours: boolean): Promise<string[]> {
  const out = await stickingOut(page, width)
  const typed = (await page.evaluate(PLAIN)) as string[]
  const walked = await keyboardWalk(page)
  if (!(await page.evaluate(IN))) await page.evaluate(AXE)
  return [...out, ...typed, ...walked, ...((await page.evaluate(run(colours))) as string[])]
}

/** A picture of the page as it stands, where somebody asked for pictures. */
async function picture(page: Page, width: number): Promise<void> {
  const folder = process.env['SHOTS']
  if (folder === undefined) return
  const name = new URL(page.url()).pathname.replaceAll(/[^a-z0-9]+/gi, '-').slice(1, 80)
  await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true })
}

/**
 * Every barrier that a machine knows of what stands on the page now, at each width in a sentence, with all that is
 * folded opened. The page is not loaded anew between: somebody turns their phone.
 */
export async function barriersOf(page: Page, widths: readonly number[] = WIDTHS): Promise<string[]> {
  await page.evaluate(UNFOLD)
  const found: string[] = []
  for (const [at, width] of widths.entries()) {
    found.push(...(await barriersAt(page, width, at === 0)).map((barrier) => `at ${width}: ${barrier}`))
    await picture(page, width)
  }
  return found
}
