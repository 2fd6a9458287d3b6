/**
 * The link of a contact and the page that checks a file, as people use them: by keyboard, on a phone, without script,
 * and where a reader chose the colours.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { sql } from 'kysely'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { fixed, linkFor, putVerdict, readyCovenant, type Covenant } from '../../test/covenant.ts'
import { unasked } from '../../test/database.ts'
import { ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { plainPdf, signedPdf } from '../../test/signed-pdf.ts'
import { hashOfToken } from '../lib/token.ts'
import { createSite } from './site.ts'

const original = plainPdf()
const deps = testDeps()
let desk: TestDesk
let server: Server
let browser: Browser
let base = ''
/** Addresses that something was sent to, with how much. */
const sent: { path: string; size: number }[] = []

beforeAll(async () => {
  desk = await testDesk([])
  const script = await build({ entryPoints: ['src/web/client/check.ts'], bundle: true, write: false, format: 'esm' })
  const site = createSite({
    db: desk.publicDb,
    store: deps.files,
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: readFileSync('dist/app.css', 'utf8'),
    assets: { 'check.js': script.outputFiles[0]!.text },
    signing: { key: deps.key, files: deps.files, mails: true, readFile: deps.readFile, counted: async () => ({}) },
    report: (error) => desk.faults.push(error),
  })
  const listener = getRequestListener(site.fetch)
  server = createServer((request, response) => {
    // The site believes that it stands at the address of all tests.
    const at = request.rawHeaders.indexOf('Origin')
    if (at >= 0) request.rawHeaders[at + 1] = ORIGIN
    if (request.method === 'POST')
      sent.push({ path: request.url!, size: Number(request.headers['content-length'] ?? 0) })
    void listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']! })
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
  await desk?.close()
})

const row = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(desk.db)).rows
async function codeTo(email: string): Promise<string> {
  const [mail] = await row(sql<{ body: string }>`select body from message where recipient = ${email}
    and kind = 'covenant-code' order by created_at desc limit 1`)
  return /Uw code is: (\d{4} \d{4})/.exec(mail!.body)![1]!
}
async function ready(): Promise<{ covenant: Covenant; secret: string; email: string }> {
  const covenant = await readyCovenant(desk, ['Bakkerij'])
  await fixed(desk, covenant, deps.files, { print: async () => new Uint8Array(original) })
  const [party] = covenant.parties
  return { covenant, secret: await linkFor(desk.db, covenant, party!), email: party!.email }
}
/** A page of a browser with or without script, wide or as a phone. */
async function opened(options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
  const { width = 1280, ...more } = options
  return (await browser.newContext({ viewport: { width, height: 900 }, ...more })).newPage()
}
async function noBarrier(page: Page): Promise<void> {
  expect(await barriersOf(page), page.url()).toEqual([])
}
/** Goes by Tab to what has the focus when `here` says so. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const here = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
  for (let tabs = 0; tabs < 80 && !(await here()); tabs++) await page.keyboard.press('Tab')
  expect(await here(), `Tab does not come to ${selector}`).toBe(true)
}
const signatures = (covenant: Covenant) =>
  row(
    sql<{ name: string; ground: string }>`select name, ground from covenant_signature where covenant = ${covenant.id}`,
  )

test.each([
  ['with script', true, 1280],
  ['without script, on a phone', false, 360],
])('somebody signs by keyboard alone, %s', async (_, javaScriptEnabled, width) => {
  const { covenant, secret, email } = await ready()
  const page = await opened({ javaScriptEnabled, width })
  await page.goto(`${base}/tekenen/${secret}`)
  await tabTo(page, 'form[action$="/code"] button')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  // What is not filled in is told, and leads to its field.
  await tabTo(page, 'form[action$="/teken"] button')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(await page.title()).toMatch(/^Fout: /)
  await tabTo(page, 'a[href="#veld-code"], a[href="#code"]')
  await page.keyboard.press('Enter')
  await tabTo(page, 'input[name=code]')
  await page.keyboard.type(await codeTo(email))
  await tabTo(page, 'input[name=naam]')
  await page.keyboard.type('Bep van Bakkerij')
  await tabTo(page, 'input[name=grond]')
  await page.keyboard.press('Space')
  await tabTo(page, 'input[name=openbaar]')
  await page.keyboard.press('Space')
  await tabTo(page, 'input[name=gelezen]')
  await page.keyboard.press('Space')
  await tabTo(page, 'form[action$="/teken"] button')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  expect(page.url()).toContain('gedaan=signed')
  expect(await signatures(covenant)).toEqual([{ name: 'Bep van Bakkerij', ground: 'trade-register' }])
  expect(await page.locator('[role=status]').innerText()).not.toBe('')
  await page.context().close()
})

test('no state of the link keeps anybody out, in both languages, wide and on a phone', async () => {
  const { covenant, secret, email } = await ready()
  const page = await opened()
  const look = async (path: string, status = 200) => {
    expect((await page.goto(base + path))!.status()).toBe(status)
    await noBarrier(page)
  }
  await look(`/tekenen/${secret}`)
  await look(`/en/tekenen/${secret}`)
  await page.goto(`${base}/tekenen/${secret}`)
  await page.locator('form[action$="/code"] button').click()
  await noBarrier(page)
  await page.locator('form[action$="/teken"] button').click()
  await page.locator('#fout-code').waitFor()
  await noBarrier(page)
  await look(`/tekenen/${secret}/anders`)
  await look(`/en/tekenen/${secret}/anders`)
  await page.goto(`${base}/tekenen/${secret}`)
  await page.locator('input[name=code]').fill(await codeTo(email))
  await page.locator('form[action$="/teken"] input[name=naam]').fill('Bep')
  for (const name of ['grond', 'openbaar', 'gelezen']) await page.locator(`input[name=${name}]`).first().check()
  await page.locator('form[action$="/teken"] button').click()
  await page.waitForURL(/gedaan=signed/)
  await noBarrier(page)
  await look(`/tekenen/${'a'.repeat(43)}`, 404)
  await sql`update covenant_link set ends_at = now() - interval '1 day' where secret = ${hashOfToken(secret)}`.execute(
    desk.db,
  )
  await look(`/tekenen/${secret}`, 410)
  expect(await signatures(covenant)).toHaveLength(1)
  // Before it is fixed: to read and to comment.
  const shown = await readyCovenant(desk, ['Café'])
  await unasked(desk.db, (tx) =>
    sql`update covenant_version set comments_until = today_here() + 9 where covenant = ${shown.id}`.execute(tx),
  )
  await look(`/tekenen/${await linkFor(desk.db, shown, shown.parties[0]!)}`)
  await page.context().close()
})

test('where a reader chose the colours, what to press and what has the focus is still seen', async () => {
  const { secret } = await ready()
  const page = await opened({ width: 360 })
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`${base}/tekenen/${secret}`)
  await noBarrier(page)
  await tabTo(page, 'form[action$="/code"] button')
  const [border, outline] = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement!)
    return [`${style.borderTopStyle} ${style.borderTopWidth}`, `${style.outlineStyle} ${style.outlineWidth}`]
  })
  expect([border, outline].some((each) => !/^none|^\w+ 0px/.test(each!))).toBe(true)
  expect(outline).not.toMatch(/^none|^\w+ 0px/)
  await page.context().close()
})

test.each([
  ['with script', true],
  ['without script', false],
])('a PDF that was signed elsewhere is sent as it is, %s', async (_, javaScriptEnabled) => {
  const { covenant, secret, email } = await ready()
  const bytes = signedPdf(original)
  const page = await opened({ javaScriptEnabled, width: 360 })
  await page.goto(`${base}/tekenen/${secret}/anders`)
  await page.locator('form[action$="/code"] button').click()
  const form = page.locator('form[action$="/bestand"]')
  await form.locator('input[name=soort]').first().check()
  await form.locator('input[name=code-bestand]').fill(await codeTo(email))
  // Without a file it says so at the field, and what was chosen stays.
  await form.locator('button').click()
  await page.locator('#fout-bestand').waitFor()
  expect(await form.locator('input[name=soort]').first().isChecked()).toBe(true)
  // Axe is a script itself.
  if (javaScriptEnabled) await noBarrier(page)
  await form.locator('input[name=bestand]').setInputFiles({
    name: 'getekend.pdf',
    mimeType: 'application/pdf',
    buffer: bytes,
  })
  await form.locator('input[name=code-bestand]').fill(await codeTo(email))
  await form.locator('button').click()
  await page.waitForURL(/gedaan=file/)
  const files = await row(sql<{ hash: string }>`select hash from covenant_file where covenant = ${covenant.id}`)
  expect(files).toEqual([{ hash: createHash('sha256').update(bytes).digest('hex') }])
  // A file is not a signature before a person looked.
  expect(await signatures(covenant)).toEqual([])
  await page.context().close()
})

const checkPage = async (page: Page) => {
  await page.goto(`${base}/document-controleren`)
  sent.length = 0
}
const pdf = (buffer: Buffer) => ({ name: 'convenant.pdf', mimeType: 'application/pdf', buffer })

test('a file that is chosen or dropped is held against what was fixed without leaving the browser', async () => {
  await ready()
  const page = await opened()
  await checkPage(page)
  await noBarrier(page)
  await page.locator('input[type=file]').setInputFiles(pdf(original))
  await tabTo(page, 'form[data-check] button')
  await Promise.all([page.waitForURL(/vingerafdruk=[0-9a-f]{64}$/), page.keyboard.press('Enter')])
  expect(await page.locator('main').innerText()).toContain('Dit bestand kennen wij')
  await noBarrier(page)
  await checkPage(page)
  await page.evaluate((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'ander.pdf'))
    document
      .querySelector('h1')!
      .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  }, 'niet dit bestand')
  await page.waitForURL(new RegExp(`vingerafdruk=${createHash('sha256').update('niet dit bestand').digest('hex')}$`))
  expect(await page.locator('main').innerText()).toContain('Dit bestand kennen wij niet')
  expect(sent).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  await noBarrier(page)
  await page.context().close()
})

test('without script the form sends the file, which is looked at and not kept', async () => {
  await ready()
  const page = await opened({ javaScriptEnabled: false, width: 360 })
  await checkPage(page)
  await page.locator('input[type=file]').setInputFiles(pdf(original))
  await Promise.all([page.waitForEvent('load'), page.locator('form[data-check] button').click()])
  expect(await page.locator('main').innerText()).toContain('Dit bestand kennen wij')
  expect(sent).toMatchObject([{ path: '/document-controleren' }])
  expect(sent[0]!.size).toBeGreaterThan(original.length)
  await page.goto(`${base}/en/document-controleren`)
  await Promise.all([page.waitForEvent('load'), page.locator('form[data-check] button').click()])
  expect(await page.title()).toMatch(/^Error: /)
  expect(desk.faults).toEqual([])
  await page.context().close()
})

test('who has only a link reads what was said of it and answers by keyboard, with no barrier', async () => {
  const { covenant, secret, email } = await ready()
  const verdict = await putVerdict(desk.db, covenant, { of: covenant.parties[0]! })
  const page = await opened({ javaScriptEnabled: true })
  for (const path of [`/tekenen/${secret}`, `/en/tekenen/${secret}/oordelen`, `/tekenen/${secret}/oordelen`]) {
    await page.goto(base + path)
    await noBarrier(page)
  }
  await page.goto(`${base}/tekenen/${secret}/oordelen`)
  await tabTo(page, 'form[action$="/code"] button')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await noBarrier(page)
  await page.reload()
  await tabTo(page, `textarea[name="objection-${verdict}"]`)
  await page.keyboard.type('De site is verhuisd.')
  await tabTo(page, 'form[action$="/bezwaar"] button')
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  // No code: it is told at its field, and what was typed is there.
  expect(await page.locator(`textarea[name="objection-${verdict}"]`).inputValue()).toBe('De site is verhuisd.')
  await noBarrier(page)
  await page.reload()
  await page.goto(`${base}/tekenen/${secret}/oordelen`)
  await page.locator(`textarea[name="plan-${verdict}"]`).fill('Wij zetten het aan.')
  await page.locator(`input[name="code-plan-${verdict}"]`).fill(await codeTo(email))
  await page.locator('form[action$="/plan"] button').click()
  expect(await page.locator('[role=status]').first().innerText()).toBe('Uw verbeterplan is ingeleverd.')
  await noBarrier(page)
  await page.context().close()
})
