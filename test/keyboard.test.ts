/** The walk by keyboard, and whoever looks for barriers, sees what is wrong and leaves in peace what is right. */
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from './barriers.ts'
import { keyboardWalk } from './keyboard.ts'

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']! })
})
afterAll(() => browser.close())

const FOCUS = '<style>:focus-visible { outline: 3px solid blue }</style>'
test.each([
  [
    'a page as it should be',
    `${FOCUS}<a href="#a">een</a><input type="date"><fieldset
      ><label><input type="radio" name="k">ja</label><label
      ><input type="radio" name="k">nee</label></fieldset><button>Klaar</button>`,
    undefined,
  ],
  ['no visible focus', '<style>:focus { outline: none }</style><a href="#a">een</a>', /does not show/],
  ['an order of its own', `${FOCUS}<a href="#a">een</a><a href="#b" tabindex="1">twee</a>`, /comes .*twee/],
  [
    'under a bar that stays',
    `${FOCUS}<div style="position:fixed;inset:0;background:white;z-index:1"></div><a href="#a">een</a>`,
    /covered/,
  ],
  [
    'a trap',
    `${FOCUS}<a href="#a">een</a><input onkeydown="event.preventDefault()"><a href="#b">twee</a>`,
    /cannot be reached|comes/,
  ],
])('%s', async (_, html, problem) => {
  const page = await browser.newPage()
  await page.setContent(`<!doctype html><html lang="nl"><body>${html}`)
  const problems = await keyboardWalk(page)
  await page.close()
  if (problem) expect(problems.join('\n')).toMatch(problem)
  else expect(problems).toEqual([])
})

const PAGE = `<title>Een pagina</title>${FOCUS}<main><h1>Een pagina</h1><p>Tekst.</p><a href="#a">een</a>`
test.each([
  ['nothing', '', undefined],
  ['what is wider than the window', '<p style="width:500px">breed</p>', /sticks out by .*breed/],
  [
    'text that stays on one line',
    '<textarea aria-label="x" style="white-space:nowrap"></textarea>',
    /one line of text/,
  ],
  ['a picture without words', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', /image-alt/],
  ['a link that is not reached', '<a href="#c" tabindex="2">drie</a>', /comes .*drie/],
])('%s is a barrier of a page, also where it was made narrow', async (_, html, problem) => {
  const page = await browser.newPage()
  await page.setContent(`<!doctype html><html lang="nl">${PAGE}${html}`)
  const [wide, narrow] = [await barriersOf(page, [1280]), await barriersOf(page, [360])]
  await page.close()
  if (problem) expect([...wide, ...narrow].join('\n')).toMatch(problem)
  else expect([wide, narrow]).toEqual([[], []])
})
