/** A desk as people see it: one page of a browser that goes from address to address as whoever works there. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { beginSession } from '../src/features/people/sessions-store.ts'
import { ORIGIN, type TestDesk, type TestPerson } from './desk.ts'

export type DeskInBrowser = {
  readonly page: Page
  /** Opens an address as somebody. */
  open(who: TestPerson, path: string): Promise<void>
  /** Goes by Tab to the button of this name and presses Enter; gives the status of the answer to what was sent. */
  press(name: string): Promise<number>
  close(): Promise<void>
}

/** `close` leaves the desk itself open. */
export async function deskInBrowser({ desk, db }: TestDesk): Promise<DeskInBrowser> {
  const css = readFileSync('dist/app.css', 'utf8')
  const listener = getRequestListener(desk.fetch)
  const server = createServer((request, response) => {
    // The desk believes that it stands at the address of all tests.
    const at = request.rawHeaders.indexOf('Origin')
    if (at >= 0) request.rawHeaders[at + 1] = ORIGIN
    if (request.url === '/app.css') response.writeHead(200, { 'Content-Type': 'text/css' }).end(css)
    else void listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']! })
  const context = await browser.newContext()
  const page = await context.newPage()
  return {
    page,
    open: async ({ id, municipality }, path) => {
      const cookie = await beginSession(db, municipality, id, 'full', 'test')
      await context.clearCookies()
      await context.addCookies([{ name: 'balie', value: cookie, url: base }])
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(base + path)
      expect(answer!.status()).toBe(200)
    },
    press: async (name) => {
      const button = page.getByRole('button', { name, exact: true })
      const here = () => button.evaluate((one) => one === one.ownerDocument.activeElement)
      for (let tabs = 0; tabs < 150 && !(await here()); tabs++) await page.keyboard.press('Tab')
      expect(await here(), `Tab does not come to ${name}`).toBe(true)
      const sent = page.waitForResponse((response) => response.request().method() === 'POST')
      const shown = page.waitForEvent('load')
      await page.keyboard.press('Enter')
      const answer = await sent
      await shown
      // What has `autofocus` gets the focus when the page is drawn, which may be after it has loaded (HTML §8.1.7.3).
      await page.evaluate(
        () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
      )
      return answer.status()
    },
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
