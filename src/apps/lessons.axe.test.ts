/**
 * Lessons in a real browser, for everybody and at the desk: nothing keeps anybody out, a question is answered without
 * script, the place stays on the device, and only a voice of the device reads aloud.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { addOrganisation, LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { putCovenant, terms } from '../../test/pledges.ts'
import { addPeople } from '../demo/desk.ts'
import { fillLessons } from '../demo/lessons.ts'
import { idsBy } from '../demo/store.ts'
import { newCertificate } from '../features/lessons/certificate.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { spokenCode } from '../lib/follow-code.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = testDeps()
const { lessons, key } = deps
const LIBRARY = 'Bibliotheek Sluiswijk'
const [OFFICER, PARTNER] = ['jeroen.vandalen@gemeente-sluiswijk.test', 'sanne.dijkstra@bibliotheek-sluiswijk.test']
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let number = ''
let blocked: string[] = []
let people: ReadonlyMap<string, string>
let codes: ReadonlyMap<string | null, string>

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  const library = await addOrganisation(db, municipality.id, LIBRARY)
  await addPeople(db, municipality.id, readDesk(), Date.now(), new Map([[LIBRARY, library]]))
  await fillLessons({ db, municipality: municipality.id, key })
  people = await idsBy(db, municipality.id, 'person', 'email')
  const officer = { id: people.get(OFFICER)!, name: 'Jeroen', email: OFFICER, municipality: municipality.id }
  const pledge = terms(
    { ...officer, organisation: null },
    { ...officer, organisation: null },
    {
      method: 'counts',
      criterion: 'VEI-20.oefening',
      norms: ['VEI-20'],
      title: 'Medewerkers die oefenden',
    },
  )
  await putCovenant(db, { ...officer, organisation: null }, [pledge], [{ organisation: library, on: '2026-01-01' }])
  const rows = await db.selectFrom('group_code').select(['id', 'organisation']).execute()
  codes = new Map(rows.map(({ id, organisation }) => [organisation === library ? PARTNER : OFFICER, id]))
  const { number: made } = await db.selectFrom('certificate').select('number').executeTakeFirstOrThrow()
  number = spokenCode(made)
  const [css, client] = await Promise.all([
    build({ entryPoints: ['src/web/app.css'], bundle: true, write: false }),
    build({ entryPoints: ['src/web/client/lesson.ts'], bundle: true, write: false, format: 'esm' }),
  ])
  const app = createDesk({
    city: 'Sluiswijk',
    key,
    db: house.site,
    door: house.door,
    look: LOOK,
    origin: ORIGIN,
    routes: deskRoutes(deps),
    report: (error) => desk.faults.push(error),
  })
  const site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: municipality.slug,
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: css.outputFiles[0]!.text,
    assets: { 'lesson.js': client.outputFiles[0]!.text },
    lessons,
    contact: { email: 'digitaal@sluiswijk.test', phone: '14 071', days: 10 },
    reports: { key, counted: async () => ({}) },
    report: (error) => desk.faults.push(error),
  })
  const [atDesk, atSite] = [getRequestListener(app.fetch), getRequestListener(site.fetch)]
  server = createServer((request, response) => {
    void (request.url!.startsWith('/balie') ? atDesk : atSite)(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']! })
  page = await browser.newPage()
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) blocked.push(message.text())
  })
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await desk.close()
})

const at = '/leren/lessen'
const nobodys = spokenCode(newCertificate(key, 'x', { nonce: 'x', lesson: 'x', version: 1, month: '2026-01' }).number)
const PAGES: readonly (readonly [who: string | undefined, path: () => string])[] = [
  ...[
    at,
    `${at}?q=wachtwort`,
    `${at}?q=xyzzy`,
    `${at}/phishing`,
    ...lessons[0]!.steps.map((_, index) => `${at}/${lessons[0]!.id}/${index + 1}`),
    `${at}/phishing/3?kijk=1`,
    `${at}/phishing/3?antwoord=a`,
    `${at}/phishing/3?antwoord=b`,
    `${at}/phishing/7`,
    `${at}/phishing/7?plaats-a=2&plaats-b=1&plaats-c=3`,
    `${at}/phishing/7?plaats-a=1&plaats-b=2&plaats-c=3`,
    `${at}/wachtwoorden/7?antwoord=a&antwoord=c`,
    `${at}/phishing/klaar`,
    `${at}/phishing/papier`,
    `${at}/digid-machtigen/samen`,
    `${at}/phishing/bewijs`,
    `${at}/phishing/code`,
    `${at}/phishing/code?geteld`,
    '/leren/bewijs',
    `/leren/bewijs/${nobodys}`,
    `/en${at}`,
    `/en${at}/phishing/3?antwoord=a`,
    `/en${at}/phishing/klaar`,
    `/en${at}/na-een-hack/samen`,
    `/en${at}/na-een-hack/bewijs`,
    `/en${at}/na-een-hack/code`,
    '/en/leren/bewijs',
  ].map((path) => [undefined, () => path] as const),
  [undefined, () => `/leren/bewijs/${number}`],
  [undefined, () => `/leren/bewijs/${number}/papier`],
  [undefined, () => `/en/leren/bewijs/${number}/papier`],
  [OFFICER, () => '/balie/lescodes'],
  [OFFICER, () => `/balie/lescodes/${codes.get(OFFICER)}`],
  [OFFICER, () => `/balie/lescodes/${codes.get(OFFICER)}/poster`],
  [PARTNER, () => '/balie/leren'],
  [PARTNER, () => `/balie/leren/${codes.get(PARTNER)}`],
]
test.each(PAGES.map(([who, path], no) => [no, who, path] as const))(
  'page %i is open to everybody',
  async (_, who, path) => {
    blocked = []
    await page.context().clearCookies()
    if (who !== undefined) {
      const cookie = await beginSession(desk.db, desk.municipality.id, people.get(who)!, 'full', 'test')
      await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
    }
    expect((await page.goto(base + path()))!.status(), path()).toBe(200)
    expect(await barriersOf(page, [1280, 320]), path()).toEqual([])
    expect(blocked).toEqual([])
    expect(desk.faults.map(String)).toEqual([])
  },
)

test('a whole lesson is followed without script, and what is said of an answer has the focus', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const bare = await context.newPage()
  await bare.goto(`${base}${at}?q=nepberigt`)
  await bare.getByRole('link', { name: 'Nepberichten herkennen' }).click()
  await bare.getByRole('link', { name: 'Begin met de les' }).click()
  await bare.getByRole('link', { name: 'Verder' }).click()
  await bare.getByRole('link', { name: 'Verder' }).click()
  await bare.getByRole('button', { name: 'Kijk of het klopt' }).click()
  expect(await bare.locator(':focus').textContent()).toBe('Kies eerst een antwoord.')
  await bare.getByRole('radio').first().check()
  await bare.getByRole('button', { name: 'Kijk of het klopt' }).click()
  expect(await bare.locator(':focus').textContent()).toContain('Dit is niet de beste keuze.')
  expect(await bare.getByText('Het bedrag is het lokaas.').isVisible()).toBe(true)
  await bare.getByRole('link', { name: 'Doe de vraag nog een keer' }).click()
  await bare.getByRole('radio').nth(1).check()
  await bare.getByRole('button', { name: 'Kijk of het klopt' }).click()
  expect(await bare.locator(':focus').textContent()).toContain('Dat klopt.')
  // Back and reload ask nothing.
  await bare.goBack()
  await bare.goForward()
  await bare.reload()
  expect(await bare.getByText('Dat klopt.').isVisible()).toBe(true)
  expect(await bare.getByText('Daarvoor is JavaScript nodig').isVisible()).toBe(true)
  expect(await context.cookies()).toEqual([])
  await context.close()
})

test('the place is kept on the device, said so, and erased; nothing is sent of it', async () => {
  const context = await browser.newContext()
  const own = await context.newPage()
  const asked: string[] = []
  own.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await own.goto(`${base}${at}/phishing/4`)
  await own.getByText('Dit apparaat onthoudt bij welke stap u bent.').waitFor()
  const sent = asked.filter((path) => !/^\/(?:app\.css|beeldmerk\.svg|bestanden\/)/.test(path))
  expect(sent).toEqual([`${at}/phishing/4`])
  await own.goto(`${base}${at}/phishing`)
  await own.getByRole('link', { name: 'Ga daar verder' }).click()
  expect(new URL(own.url()).pathname).toBe(`${at}/phishing/4`)
  await own.getByRole('button', { name: 'Wis dit' }).click()
  expect(await own.locator(':focus').textContent()).toContain('Gewist.')
  expect(await own.evaluate(() => localStorage.length)).toBe(0)
  await own.goto(`${base}${at}/phishing`)
  expect(await own.getByRole('link', { name: 'Ga daar verder' }).count()).toBe(0)
  // Of another version the steps may be others.
  await own.evaluate(() => localStorage.setItem('leidraad-les-phishing', '0 4'))
  await own.reload()
  expect(await own.getByRole('link', { name: 'Ga daar verder' }).count()).toBe(0)
  expect(await context.cookies()).toEqual([])
  await context.close()
})

/** A browser with these voices, that writes down what is said. */
async function withVoices(voices: readonly { readonly lang: string; readonly localService: boolean }[]) {
  const context = await browser.newContext()
  await context.addInitScript((these) => {
    const said: string[] = []
    let changed = () => {}
    let known: readonly unknown[] = []
    const own = {
      getVoices: () => known,
      speak: (each: { text: string; voice: unknown }) => said.push(each.text),
      cancel: () => said.push('(stil)'),
      addEventListener: (_: string, listener: () => void) => (changed = listener),
    }
    Object.defineProperty(globalThis, 'speechSynthesis', { value: own })
    class Said extends EventTarget {
      text: string
      voice: unknown
      lang = ''
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    Object.assign(globalThis, {
      SpeechSynthesisUtterance: Said,
      said,
      bring: () => {
        known = these
        changed()
      },
    })
  }, voices)
  const own = await context.newPage()
  await own.goto(`${base}${at}/phishing/1`)
  await own.evaluate(() => (globalThis as unknown as { bring: () => void }).bring())
  return { context, own, said: () => own.evaluate(() => (globalThis as unknown as { said: string[] }).said) }
}
const ALOUD = { name: 'Lees voor' }

test('a voice of the device reads sentence by sentence, once asked, and stops', async () => {
  const { context, own, said } = await withVoices([{ lang: 'nl-NL', localService: true }])
  expect(await said()).toEqual([])
  await own.getByRole('button', ALOUD).click()
  expect(await said()).toEqual(['Oplichters sturen berichten die echt lijken.'])
  await own.getByRole('button', { name: 'Stop met voorlezen' }).click()
  expect((await said()).at(-1)).toBe('(stil)')
  expect(await own.getByRole('button', ALOUD).count()).toBe(1)
  await context.close()
})

test.each([
  ['of the internet', [{ lang: 'nl-NL', localService: false }]],
  ['of another language', [{ lang: 'en-GB', localService: true }]],
  ['at all', []],
])('no voice %s reads, and why is said', async (_, voices) => {
  const { context, own } = await withVoices(voices)
  expect(await own.getByRole('button', ALOUD).count()).toBe(0)
  expect(await own.getByText('Dit apparaat heeft geen eigen stem voor Nederlands.').isVisible()).toBe(true)
  await context.close()
})

test('a certificate is one sheet of paper, with nothing around it', async () => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${base}/leren/bewijs/${number}/papier`)
  const sheets = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header, footer').filter({ visible: true }).count()).toBe(0)
  await page.emulateMedia({ media: null })
})

test.each(lessons.flatMap(({ id }) => [`${at}/${id}/papier`, `/en${at}/${id}/papier`]))(
  '%s is one sheet',
  async (path) => {
    await page.goto(base + path)
    const sheets = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1')
    expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  },
)
