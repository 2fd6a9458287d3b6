/**
 * A round as an inspector walks it, in a browser whose connection comes and goes. Chromium only: no real iPhone, Safari
 * or Firefox was in it.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { addPerson, as, ORIGIN, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import type { Role } from '../vocabulary/roles.ts'
import { questionsNow } from '../features/streets/here.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { addPremises, addStreet, premisesOf } from '../features/streets/store.ts'
import { addRound } from '../features/streets/rounds-store.ts'
import type { Kept } from '../web/inspection/kept.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { workerHeaders } from './site-files.ts'

const deps = { ...testDeps(), key: randomBytes(32) }
let desk: TestDesk
let server: Server
let base = ''
let browser: Browser
let planner: TestPerson
const inspectors: TestPerson[] = []
/** How the connection is: gone, the answer to what was sent is lost on its way, or it waits until `release`. */
let line: 'good' | 'gone' | 'answers-lost' | 'held' = 'good'
let release = (): void => undefined
let held = Promise.resolve()
const hold = (): void => {
  line = 'held'
  held = new Promise((resolve) => {
    release = () => {
      line = 'good'
      resolve()
    }
  })
}

beforeAll(async () => {
  desk = await testDesk([])
  const scripts = await build({
    entryPoints: ['inspection', 'inspection-worker', 'session'].map((name) => `src/web/client/${name}.ts`),
    bundle: true,
    write: false,
    format: 'esm',
    outdir: 'out',
  })
  const files = new Map(scripts.outputFiles.map(({ path, text }) => [path.split('/').at(-1)!, text]))
  const style = await build({
    entryPoints: ['src/web/app.css'],
    bundle: true,
    write: false,
    external: ['*.woff', '*.woff2'],
  })
  const css = style.outputFiles[0]!.text
  const look = {
    css: '/app.css',
    theme: undefined,
    themeClass: '',
    scripts: ['/bestanden/session.js'],
    inspection: { script: '/bestanden/inspection.js', worker: '/bestanden/inspection-worker.js' },
  }
  const { site, door } = desk.house
  const app = createDesk({
    db: site,
    door,
    look,
    origin: ORIGIN,
    city: 'Sluiswijk',
    key: deps.key,
    routes: deskRoutes(deps),
    report: (error) => desk.faults.push(error),
  })
  const listener = getRequestListener(async (request) => {
    const until = line === 'held' && request.method === 'POST' ? held : undefined
    const answer = await app.fetch(request)
    await until
    return answer
  })
  server = createServer((request, response) => {
    if (line === 'gone') return request.socket.destroy()
    const at = request.rawHeaders.indexOf('Origin')
    if (at >= 0) request.rawHeaders[at + 1] = ORIGIN
    const name = request.url!.replace('/bestanden/', '').split('?')[0]!
    if (request.url!.startsWith('/bestanden/'))
      return response.writeHead(200, { 'Content-Type': 'text/javascript', ...workerHeaders(name) }).end(files.get(name))
    if (request.url === '/app.css') return response.writeHead(200, { 'Content-Type': 'text/css' }).end(css)
    if (line === 'answers-lost' && request.method === 'POST') response.end = () => (request.socket.destroy(), response)
    return listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH']! })
  planner = await addPerson(desk.db, desk.municipality.id, ['account-manager'], 'Planner')
  for (const name of ['Eén', 'Twee'])
    inspectors.push(await addPerson(desk.db, desk.municipality.id, ['inspector'], name))
})
afterEach(() => {
  line = 'good'
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
  await desk.close()
})

type Walk = { readonly round: string; readonly street: string; readonly context: BrowserContext; readonly page: Page }
let streets = 0
/** A round of two premises of its own, opened on a phone of its own. */
async function walk(options: { readonly script?: boolean } = {}): Promise<Walk> {
  const municipality = desk.municipality.id
  const made = await as(desk.db, planner, async (tx) => {
    const street = await addStreet(tx, municipality, planner.id, `Straat ${++streets}`)
    const none = { organisation: null, email: '', lon: null, lat: null }
    await addPremises(tx, municipality, planner.id, street, [
      { name: 'Bakker', address: 'Straat 1', ...none },
      { name: 'Kapper', address: 'Straat 2', ...none },
    ])
    const premises = (await premisesOf(tx, municipality, street)).map(({ id }) => id)
    const round = await addRound(tx, municipality, planner.id, {
      street,
      begins: '2026-11-01',
      ends: '2099-01-01',
      questions: questionsNow(deps).version,
      inspectors: [inspectors[0]!.id, inspectors[1]!.id],
      premises,
    })
    return { street, round }
  })
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: options.script ?? true,
  })
  await signIn(context)
  const page = await context.newPage()
  await page.goto(`${base}/balie/schouw/${made.round}`)
  if (options.script ?? true) await ready(page)
  return { ...made, context, page }
}
async function signIn(context: BrowserContext, who: TestPerson = inspectors[0]!): Promise<void> {
  const cookie = await beginSession(desk.db, desk.municipality.id, who.id, 'full', 'test')
  await context.addCookies([{ name: 'balie', value: cookie, url: base }])
}
const ready = (page: Page) => page.waitForSelector('[data-klaar]')
const stand = (page: Page) => page.locator('[data-stand].ld-round__state')
/** Opens a premises from the list, answers one question and finishes it. */
async function fill(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
  await page.getByRole('radio', { name: 'Nee, niets gezien' }).and(page.locator(':visible')).check()
}
const finish = (page: Page) =>
  page.getByRole('button', { name: 'Klaar, volgende pand' }).and(page.locator(':visible')).click()
/** What stands in the browser's own database. */
const kept = (page: Page): Promise<Kept[]> =>
  page.evaluate(
    () =>
      new Promise<Kept[]>((resolve) => {
        const opening = indexedDB.open('leidraad-schouw')
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('werk').objectStore('werk').getAll() as IDBRequest<Kept[]>
          all.addEventListener('success', () => {
            opening.result.close()
            resolve(all.result.map((one) => ({ ...one, photos: [] })))
          })
        })
      }),
  )
/** Waits until it is so: a busy machine takes its time. */
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000 })
const rows = (round: string) => desk.db.selectFrom('inspection').selectAll().where('round', '=', round).execute()
/** How many stand in the browser's own database. */
const onPhone = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const asked = indexedDB.open('leidraad-schouw')
        asked.addEventListener('success', () => {
          const database = asked.result
          if (!database.objectStoreNames.contains('werk')) return resolve(0)
          const count = database.transaction('werk').objectStore('werk').count()
          count.addEventListener('success', () => {
            database.close()
            resolve(count.result)
          })
        })
      }),
  )

test('the connection goes: the page still opens, what is filled in stays, and is in when it is back', async () => {
  const { page, context, round } = await walk()
  await soon(() =>
    page.evaluate(async () => (await (await caches.open((await caches.keys())[0] ?? 'x')).keys()).length),
  ).toBe(3)
  line = 'gone'
  await context.setOffline(true)
  await page.reload()
  await page.waitForSelector('[data-stand] button, [data-stand] p')
  await fill(page, 'Bakker')
  // Reloaded in the middle, as after a camera: it is still there.
  await page.reload()
  await soon(() => page.getByRole('radio', { name: 'Nee, niets gezien' }).first().isChecked()).toBe(true)
  await finish(page)
  // To the next at once, without any answer of the server.
  await soon(() => page.getByRole('heading', { name: 'Kapper' }).isVisible()).toBe(true)
  await soon(() => stand(page).textContent()).toContain('1 pand klaar om te versturen')
  expect(await rows(round)).toEqual([])
  line = 'good'
  await context.setOffline(false)
  await soon(() => onPhone(page)).toBe(0)
  expect(await rows(round)).toHaveLength(1)
  await soon(() => stand(page).textContent()).toContain('Er staat niets meer op deze telefoon')
  await context.close()
})

test('killed in the middle: the answer was lost, the phone keeps it, and ten times later it is one', async () => {
  const { page, context, round } = await walk()
  line = 'answers-lost'
  await fill(page, 'Bakker')
  await finish(page)
  await soon(() => stand(page).textContent()).toContain('Geen verbinding met de gemeente')
  for (let time = 0; time < 9; time++) {
    await page.getByRole('button', { name: 'Nu versturen' }).click()
    await soon(() => stand(page).textContent()).toContain('Geen verbinding met de gemeente')
  }
  expect([(await rows(round)).length, await onPhone(page)]).toEqual([1, 1])
  line = 'good'
  await page.getByRole('button', { name: 'Nu versturen' }).click()
  await soon(() => onPhone(page)).toBe(0)
  expect(await rows(round)).toHaveLength(1)
  await context.close()
})

test('the login ended with work on the phone: all of it stays, and goes after signing in anew', async () => {
  const { page, context, round } = await walk()
  line = 'gone'
  await fill(page, 'Bakker')
  await finish(page)
  await soon(() => stand(page).textContent()).toContain('Geen verbinding')
  line = 'good'
  await desk.db.deleteFrom('session').execute()
  await page.getByRole('button', { name: 'Nu versturen' }).click()
  await soon(() => stand(page).textContent()).toContain('U bent niet meer ingelogd')
  expect(await page.getByRole('link', { name: 'Log opnieuw in' }).getAttribute('href')).toContain(
    encodeURIComponent(round),
  )
  expect([await rows(round), await onPhone(page)]).toEqual([[], 1])
  await signIn(context)
  // The page is still the one of before, with a token of before.
  await page.getByRole('button', { name: 'Nu versturen' }).click()
  await soon(() => onPhone(page)).toBe(0)
  expect(await rows(round)).toHaveLength(1)
  await context.close()
})

test('other content by the same id: the phone is free, both are kept, and it is told', async () => {
  const { page, context, round } = await walk()
  line = 'gone'
  await fill(page, 'Bakker')
  await finish(page)
  await soon(() => stand(page).textContent()).toContain('Geen verbinding')
  line = 'good'
  const second = await browser.newContext()
  await signIn(second)
  const elsewhere = await second.newPage()
  await elsewhere.goto(`${base}/balie/schouw/${round}`)
  await ready(elsewhere)
  await elsewhere.getByRole('link', { name: /^Bakker/ }).click()
  await elsewhere.getByRole('radio', { name: 'Ja', exact: true }).and(elsewhere.locator(':visible')).first().check()
  await finish(elsewhere)
  await soon(() => rows(round)).toHaveLength(1)
  await page.getByRole('button', { name: 'Nu versturen' }).click()
  await soon(() => stand(page).textContent()).toContain('was al iets anders binnen')
  expect([(await rows(round)).length, await onPhone(page)]).toEqual([2, 0])
  await Promise.all([context.close(), second.close()])
})

test('what is changed while it is being sent stays, as a correction, also after a reload', async () => {
  const { page, context, round } = await walk()
  await fill(page, 'Bakker')
  hold()
  await finish(page)
  await soon(() => rows(round)).toHaveLength(1)
  // On its way, and she goes back: the other answer, and a remark.
  await page.getByRole('link', { name: 'Alle panden' }).and(page.locator(':visible')).click()
  await page.getByRole('link', { name: /^Bakker/ }).click()
  const other = page.getByRole('radio', { name: 'Ja', exact: true }).and(page.locator(':visible')).first()
  const remark = page.getByLabel('Wat viel nog op?').and(page.locator(':visible'))
  await other.check()
  await remark.fill('Toch een kastje gezien')
  release()
  await soon(() => stand(page).textContent()).toContain('U veranderde iets bij Bakker terwijl het werd verstuurd')
  expect([await onPhone(page), await other.isChecked(), await remark.inputValue()]).toEqual([
    1,
    true,
    'Toch een kastje gezien',
  ])
  // What was sent is in as it was.
  expect((await rows(round)).map(({ no, remark: said }) => [no, said])).toEqual([[1, '']])
  await page.reload()
  await ready(page)
  expect([await other.isChecked(), await remark.inputValue()]).toEqual([true, 'Toch een kastje gezien'])
  await page.getByRole('link', { name: 'Alle panden' }).and(page.locator(':visible')).click()
  await page.getByRole('link', { name: 'Verbeteren' }).click()
  await finish(page)
  await soon(() => onPhone(page)).toBe(0)
  const all = (await rows(round)).toSorted((one, two) => one.no - two.no)
  expect(all.map(({ no, remark: said }) => [no, said])).toEqual([
    [1, ''],
    [2, 'Toch een kastje gezien'],
  ])
  expect(new Set(all.map(({ id }) => id)).size).toBe(2)
  await context.close()
})

test('what is refused while it is changed is not called refused, and stays as it was typed', async () => {
  const { page, context, round } = await walk()
  // Of a form that is no longer this person's own: its number is not ours.
  await page.evaluate(() => {
    for (const field of document.querySelectorAll<HTMLInputElement>('[name="nummer"]'))
      field.value = '0196a000-0000-7000-8000-000000000000'
  })
  await fill(page, 'Bakker')
  hold()
  let asked = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') asked++
  })
  await finish(page)
  await soon(() => asked).toBe(1)
  await page.getByRole('link', { name: 'Alle panden' }).and(page.locator(':visible')).click()
  await page.getByRole('link', { name: /^Bakker/ }).click()
  await page.getByLabel('Wat viel nog op?').and(page.locator(':visible')).fill('Nog niet klaar')
  await soon(() => stand(page).textContent()).toContain('1 begonnen')
  release()
  await soon(() => stand(page).textContent()).toContain('niet aangenomen')
  expect(await kept(page)).toMatchObject([{ remark: 'Nog niet klaar', state: 'draft' }])
  expect(await rows(round)).toEqual([])
  await context.close()
})

test('after a premises is in, the list and the count say so, with the way to a correction', async () => {
  const { page, context } = await walk()
  await fill(page, 'Bakker')
  await finish(page)
  await soon(() => onPhone(page)).toBe(0)
  await page.getByRole('link', { name: 'Alle panden' }).and(page.locator(':visible')).click()
  await soon(() => page.locator('[data-nog]').textContent()).toContain('Nog 1 pand, tot en met')
  await soon(() => page.locator('.ld-round > .ld-section').textContent()).toContain('Bakker, Straat 1: binnen.')
  await page.getByRole('link', { name: 'Verbeteren' }).click()
  await soon(() => page.getByRole('button', { name: 'Verbetering versturen' }).isVisible()).toBe(true)
  await context.close()
})

test('who else is signed in, a role that was taken away, a round of others: it says which', async () => {
  const { page, context, round } = await walk()
  line = 'gone'
  await fill(page, 'Bakker')
  await finish(page)
  await soon(() => stand(page).textContent()).toContain('Geen verbinding')
  line = 'good'
  const again = async (says: string) => {
    await page.getByRole('button', { name: 'Nu versturen' }).click()
    await soon(() => stand(page).textContent()).toContain(says)
    expect([await rows(round), await onPhone(page)]).toEqual([[], 1])
  }
  await signIn(context, inspectors[1]!)
  await again('Hier is nu Twee ingelogd. Dit werk is van wie de ronde')
  const third = await addPerson(desk.db, desk.municipality.id, ['inspector'], 'Drie')
  await signIn(context, third)
  await again('Hier is nu Drie ingelogd.')
  await signIn(context)
  const [one] = inspectors as [TestPerson]
  const roles = (now: readonly Role[]) =>
    desk.db
      .updateTable('person')
      .set({ roles: [...now] })
      .where('id', '=', one.id)
      .execute()
  await roles(['auditor'])
  await again('Wie nu is ingelogd, mag geen rondes lopen.')
  await roles(['inspector'])
  await desk.db.updateTable('street_round').set({ one: third.id }).where('id', '=', round).execute()
  await again('Deze ronde staat niet meer op uw naam.')
  await desk.db.updateTable('street_round').set({ one: one.id }).where('id', '=', round).execute()
  await page.getByRole('button', { name: 'Nu versturen' }).click()
  await soon(() => onPhone(page)).toBe(0)
  expect(await rows(round)).toHaveLength(1)
  await context.close()
})

test('before the session ends the phone says so, and one clock asks, however often she comes back', async () => {
  const { context, page: first, round } = await walk()
  await first.close()
  const page = await context.newPage()
  let asked = 0
  await page.route('**/balie/aanmelding/stand', (route) => {
    asked++
    return route.fulfill({ json: { seconds: 200, most: 9_000 } })
  })
  await page.clock.install()
  await page.goto(`${base}/balie/schouw/${round}`)
  await soon(() => page.getByText('Over 4 minuten wordt u uitgelogd').isVisible()).toBe(true)
  for (let time = 0; time < 4; time++) await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await soon(() => asked).toBe(5)
  await page.evaluate(() => fetch('/app.css'))
  await page.clock.runFor(62_000)
  await soon(() => asked).toBe(6)
  await page.evaluate(() => fetch('/app.css'))
  expect(asked).toBe(6)
  await context.close()
})

test('of two tabs one works, and the other says so and goes on when the first is closed', async () => {
  const { page, context, round } = await walk()
  const second = await context.newPage()
  await second.goto(`${base}/balie/schouw/${round}`)
  await soon(() => stand(second).textContent()).toContain('al open in een ander tabblad')
  expect(
    await second.getByRole('button', { name: 'Klaar, volgende pand' }).and(second.locator(':visible')).count(),
  ).toBe(0)
  // Nothing beside it that is not so, and no link that opens nothing.
  expect(await second.getByText('draait ons script niet').isVisible()).toBe(false)
  expect(await second.getByRole('link', { name: /^Bakker/ }).isVisible()).toBe(false)
  // Another round is another: that one works beside it.
  const { round: next, context: elsewhere } = await walk()
  await elsewhere.close()
  await second.goto(`${base}/balie/schouw/${next}`)
  await ready(second)
  await second.goto(`${base}/balie/schouw/${round}`)
  await soon(() => stand(second).textContent()).toContain('al open in een ander tabblad')
  await page.close()
  await ready(second)
  await context.close()
})

test('a photo loses its place on the phone, is covered by keyboard, and goes only after a look', async () => {
  const { page, context, round } = await walk()
  const jpeg = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2000, 1000)
    canvas.getContext('2d')!.fillRect(0, 0, 1, 1)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
    return [...bytes]
  })
  const place = [...'Exif\0\0SECRET-PLACE'].map((sign) => sign.charCodeAt(0))
  const withPlace = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, place.length + 2, ...place, ...jpeg.slice(2)])
  await fill(page, 'Bakker')
  const chooser = page.locator('input[type="file"]:visible')
  await chooser.setInputFiles({ name: 'x.heic', mimeType: 'image/heic', buffer: Buffer.from('geen foto') })
  await soon(() => page.getByRole('alert').and(page.locator(':visible')).allTextContents()).toContainEqual(
    expect.stringContaining('Deze foto gaat niet open'),
  )
  await chooser.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: withPlace })
  await page.locator('.ld-photo canvas').waitFor()
  await finish(page)
  await soon(() => page.getByText('Kijk elke foto na').isVisible()).toBe(true)
  const cover = page.getByRole('button', { name: 'Vlak toevoegen' })
  await cover.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Naar rechts' }).focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('.ld-photo canvas').getAttribute('aria-label')).toContain('1 keer iets afgedekt')
  await page.getByRole('checkbox', { name: /Ik keek de foto na: geen/ }).check()
  await finish(page)
  await soon(() => onPhone(page)).toBe(0)
  const [photo] = await desk.db.selectFrom('inspection_photo').selectAll().where('round', '=', round).execute()
  expect([photo!.width, photo!.height]).toEqual([1600, 800])
  expect(photo!.picture!.toString('latin1')).not.toMatch(/Exif|SECRET/)
  const [kept] = await rows(round)
  expect(kept!.photos).toEqual([photo!.hash])
  await context.close()
})

test('what cannot be sent is saved as a file, and the desk reads it in', async () => {
  const { page, context, round, street } = await walk()
  line = 'gone'
  await fill(page, 'Bakker')
  await finish(page)
  await soon(() => stand(page).textContent()).toContain('Geen verbinding')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Opslaan als bestand' }).click()
  const file = readFileSync(await (await coming).path(), 'utf8')
  line = 'good'
  const planners = await browser.newContext()
  const cookie = await beginSession(desk.db, desk.municipality.id, planner.id, 'full', 'test')
  await planners.addCookies([{ name: 'balie', value: cookie, url: base }])
  const at = await planners.newPage()
  await at.goto(`${base}/balie/straten/${street}/rondes/${round}`)
  await at
    .locator('input[type="file"]')
    .setInputFiles({ name: 'schouw.json', mimeType: 'application/json', buffer: Buffer.from(file) })
  await at.getByRole('button', { name: 'Bestand inlezen' }).click()
  await soon(() => at.getByRole('status').allTextContents()).toContainEqual(expect.stringContaining('1 nieuw'))
  expect((await rows(round)).map(({ came }) => came)).toEqual(['file'])
  await Promise.all([context.close(), planners.close()])
})

test('signing out tells what is not in, and then leaves nothing of the street on the phone', async () => {
  const { page, context } = await walk()
  line = 'gone'
  await fill(page, 'Bakker')
  await finish(page)
  await soon(() => stand(page).textContent()).toContain('Geen verbinding')
  line = 'good'
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await soon(() => page.getByText('staat 1 pand dat nog niet is verstuurd').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Toch uitloggen en wissen' }).click()
  await page.waitForURL('**/balie/aanmelden')
  const left = await page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
  }))
  expect(left).toEqual({ caches: [], workers: 0, databases: 0 })
  await context.close()
})

test('when all of it is in, nothing of the round is kept on the phone', async () => {
  const { page, context, round } = await walk()
  for (const name of ['Bakker', 'Kapper']) {
    await fill(page, name)
    await finish(page)
    await soon(() => onPhone(page)).toBe(0)
    await page.evaluate(() => {
      location.hash = '#panden'
    })
  }
  expect(await rows(round)).toHaveLength(2)
  await soon(() => page.evaluate(() => caches.keys())).toEqual([])
  await context.close()
})

test('without script the same form sends with a connection, and says that it needs one', async () => {
  const { page, context, round } = await walk({ script: false })
  expect(await page.getByText('werkt hier alleen met een verbinding').isVisible()).toBe(true)
  await page.getByRole('radio', { name: 'Nee, niets gezien' }).first().check()
  await page.getByRole('button', { name: 'Klaar, volgende pand' }).first().click()
  expect(await rows(round)).toHaveLength(1)
  expect(page.url()).toContain('#pand-')
  await context.close()
})

/** Goes on by Tab until this has the focus. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab')
    const on = await page.evaluate(() => {
      const { activeElement: at } = document
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at?.textContent
      return `${at?.tagName} ${label?.trim()}`
    })
    if (on.includes(text)) return
  }
  throw new Error(`Tab never comes to ${text}`)
}

test('a premises goes in by keyboard alone, also where the system gives the colours', async () => {
  const { page, context, round } = await walk()
  await page.emulateMedia({ forcedColors: 'active' })
  await tabTo(page, 'A Bakker')
  await page.keyboard.press('Enter')
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Bakker')
  await tabTo(page, 'INPUT Ja')
  await page.keyboard.press('Space')
  const focus = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!)
    return [outlineStyle, Number.parseFloat(outlineWidth)] as const
  })
  expect([focus[0] === 'none', focus[1] > 0]).toEqual([false, true])
  expect(await barriersOf(page, [360])).toEqual([])
  await tabTo(page, 'BUTTON Klaar, volgende pand')
  await page.keyboard.press('Enter')
  // To the next, and the focus with it.
  await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Kapper')
  await soon(() => onPhone(page)).toBe(0)
  expect(await rows(round)).toHaveLength(1)
  await context.close()
})

test('what is touched is large, and nothing keeps anybody out', async () => {
  const { page, context } = await walk()
  await page.getByRole('link', { name: /^Bakker/ }).click()
  const options = page.locator('.ld-inspect .ld-option:visible')
  // The place opens within the page: nothing says when it is there but itself.
  await options.first().waitFor()
  const heights = await options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
  const around = page
    .locator('.ld-header a, .ld-header button, .ld-session a, .ld-round__place > a')
    .and(page.locator(':visible'))
  expect(await around.allTextContents()).toEqual(
    expect.arrayContaining(['Uw rondes', 'Uitloggen', 'Alle panden', expect.stringContaining('Blijf ingelogd')]),
  )
  const tall = await around.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(Math.min(...tall)).toBeGreaterThanOrEqual(44)
  expect(await barriersOf(page)).toEqual([])
  expect(desk.faults.map(String)).toEqual([])
  await context.close()
})
