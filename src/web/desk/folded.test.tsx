/** The head of the pages of the desk in a browser without script: on a phone the menu is folded, on a screen open. */
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../vocabulary/roles.ts'
import { html } from '../layout.tsx'
import { Heading } from '../parts.tsx'
import { DeskPage } from './page.tsx'
import type { DeskView } from './route.ts'

const [PHONE, SCREEN] = [360, 1280]
let browser: Browser
let css: string
beforeAll(async () => {
  css = (await build({ entryPoints: ['src/web/app.css'], bundle: true, write: false })).outputFiles[0]!.text
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox'],
  })
})
afterAll(() => browser.close())

async function open(width: number, path: string, more: { name?: string; forced?: boolean } = {}): Promise<Page> {
  const roles: Role[] = ['policy-officer']
  const view: DeskView = {
    who: {
      id: 'p',
      municipality: 'm',
      email: 'a@b.test',
      name: more.name ?? 'Anna Lint',
      function: '',
      roles,
      organisation: null,
    } as DeskView['who'],
    municipality: { id: 'm', slug: 'sluiswijk', name: 'Sluiswijk' },
    path,
    query: '',
    token: 't',
    voor: 'v',
    back: path,
    kept: undefined,
    told: undefined,
    alert: undefined,
    ends: { at: new Date(Date.now() + 3_600_000), last: new Date(Date.now() + 36_000_000) },
    look: { css: 'about:blank', theme: undefined, themeClass: '', scripts: [], logo: undefined },
    demo: false,
    mails: true,
  }
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    javaScriptEnabled: false,
    forcedColors: more.forced ? 'active' : 'none',
  })
  const text = html(
    <DeskPage view={view} title="Evenementen">
      <Heading level={1}>Evenementen</Heading>
    </DeskPage>,
  )
  await page.setContent(text.replace('</head>', `<style>${css}</style></head>`))
  return page
}
const height = async (page: Page) => (await page.locator('header').boundingBox())!.height

test.each(['Anna Lint', 'Annemarie van den Broek-Wielinga van Sluiswijk tot Molendam'])(
  'on a phone the name %s stands clear of the sign, and the menu is folded with where one is',
  async (name) => {
    const page = await open(PHONE, '/balie/evenementen', { name })
    const [brand, link] = await Promise.all(
      ['.ld-brand', '.ld-who a'].map(async (at) => (await page.locator(at).boundingBox())!),
    )
    expect(link!.y).toBeGreaterThanOrEqual(brand!.y + brand!.height)
    expect(link!.x + link!.width).toBeLessThanOrEqual(PHONE)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE)
    expect(await page.locator('summary').innerText()).toBe('Menu: Samen, Evenementen')
    expect(await page.getByRole('link', { name: 'Registers' }).isVisible()).toBe(false)
    expect(await height(page)).toBeLessThan(240)
    await page.close()
  },
)
test.each([false, true])(
  'without script a key opens it and Tab goes on into it (forced colours: %s)',
  async (forced) => {
    const page = await open(PHONE, '/balie/evenementen', { forced })
    await page.locator('summary').focus()
    await page.keyboard.press('Enter')
    for (const name of ['Vandaag', 'Registers', 'Waarschuwingen', 'Evenementen'])
      expect(await page.getByRole('link', { name, exact: true }).isVisible(), name).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Vandaag')
    const line = await page
      .getByRole('link', { name: 'Evenementen', exact: true })
      .evaluate((link) => getComputedStyle(link).borderBottomColor)
    expect(line).not.toMatch(/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/)
    await page.close()
  },
)
test('on a screen it is open, in two lines, with nothing to unfold', async () => {
  const page = await open(SCREEN, '/balie/lescodes')
  expect(await page.locator('summary').isVisible()).toBe(false)
  for (const name of ['Vandaag', 'Verzoeken', 'Waarschuwingen', 'Hulp en cursussen'])
    expect(await page.getByRole('link', { name, exact: true }).isVisible(), name).toBe(true)
  expect(await page.locator('[aria-current]').allInnerTexts()).toEqual(['Samen', 'Hulp en cursussen'])
  expect(await height(page)).toBeLessThan(200)
  await page.close()
})
