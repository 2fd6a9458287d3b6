/** The pages of help in need and of exercises, as the demo fills them: nothing keeps anybody out. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { build } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriersOf } from '../../test/barriers.ts'
import { readDesk } from '../../test/city/desk/read.ts'
import { addOrganisation, LOOK, ORIGIN, testDeps, testDesk, type TestDesk } from '../../test/desk.ts'
import { memoryStore } from '../../test/memory-home.ts'
import { fillBuddies } from '../demo/buddies.ts'
import { addPeople } from '../demo/desk.ts'
import { fillExercises } from '../demo/exercises.ts'
import { idsBy } from '../demo/store.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { createDesk } from './desk.ts'
import { deskRoutes } from './desk-routes.ts'
import { createSite } from './site.ts'

const deps = testDeps()
const OFFICER = 'dennis.oosterhof@gemeente-sluiswijk.test'
const ASKER = 'rob.visser@cafetanker.test'
const BUDDY = 'kim.tran@klikkado.test'
let desk: TestDesk
let server: Server
let browser: Browser
let page: Page
let base = ''
let people: ReadonlyMap<string, string>
const ids = new Map<string, string>()

beforeAll(async () => {
  desk = await testDesk([])
  const { db, municipality, house } = desk
  const demo = readDesk()
  const organisations = new Map<string, string>()
  for (const { organisatie } of demo.people)
    if (!organisations.has(organisatie))
      organisations.set(organisatie, await addOrganisation(db, municipality.id, organisatie))
  await addPeople(db, municipality.id, demo, Date.now(), organisations)
  people = await idsBy(db, municipality.id, 'person', 'email')
  await fillBuddies({ db, municipality, origin: ORIGIN })
  const { exercises, catalogue } = deps
  await fillExercises({ db, municipality, exercises, catalogue })
  for (const { id, state } of await db.selectFrom('exercise').select(['id', 'state']).execute()) ids.set(state, id)
  for (const { id, state, by } of await db.selectFrom('incident').select(['id', 'state', 'by']).execute())
    ids.set(`${state} ${by}`, id)
  const css = await build({
    entryPoints: ['src/web/app.css'],
    bundle: true,
    write: false,
    external: ['*.woff', '*.woff2'],
  })
  const app = createDesk({
    city: 'Sluiswijk',
    key: deps.key,
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
    assets: {},
    exercises,
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
}, 300_000)
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await browser.close()
  server.closeAllConnections()
  server.close()
  await desk.close()
})

const PLACE = '/balie/hulp-in-nood'
const EXERCISES = '/balie/oefeningen'
const measure = async (state: 'open' | 'proven') => {
  const { id } = await desk.db
    .selectFrom('exercise_measure')
    .select('id')
    .where('state', '=', state)
    .orderBy('due_on', 'desc')
    .executeTakeFirstOrThrow()
  return `${EXERCISES}/maatregelen/${id}`
}
const incident = (state: string, of: string) => `${PLACE}/${ids.get(`${state} ${people.get(of)}`)}`
const offer = async (of: string) =>
  `${PLACE}/aanbod/${
    (
      await desk.db
        .selectFrom('buddy_offer')
        .select('id')
        .where('person', '=', people.get(of)!)
        .executeTakeFirstOrThrow()
    ).id
  }`
const PAGES: readonly (readonly [name: string, who: string | undefined, path: () => string | Promise<string>])[] = [
  ['help in need for everyone', undefined, () => '/samen/hulp-in-nood'],
  ['help in need in English', undefined, () => '/en/samen/hulp-in-nood'],
  ['help in need at the desk', OFFICER, () => PLACE],
  ['an incident that runs', OFFICER, () => incident('open', ASKER)],
  ['asking for help', ASKER, () => `${PLACE}/vragen`],
  ['what was asked', ASKER, () => incident('open', ASKER)],
  ['what one offers', BUDDY, () => PLACE],
  ['being called', BUDDY, () => incident('open', ASKER)],
  ['an offer', BUDDY, () => offer(BUDDY)],
  ['changing an offer', BUDDY, async () => `${await offer(BUDDY)}/wijzigen`],
  ['an offer to sign', 'peter.hoekstra@sluislyceum.test', () => offer('peter.hoekstra@sluislyceum.test')],
  [
    'an incident that is over',
    'irma.smit@zorggroepdekade.test',
    () => incident('ended', 'irma.smit@zorggroepdekade.test'),
  ],
  ['exercises for everyone', undefined, () => '/samen/oefeningen'],
  ['exercises in English', undefined, () => '/en/samen/oefeningen'],
  ['one exercise', undefined, () => '/samen/oefeningen/internet-stadhuis'],
  ['cards of roles', undefined, () => '/samen/oefeningen/internet-stadhuis/rolkaarten'],
  ['the sheet of the leader', undefined, () => '/en/samen/oefeningen/datalek-club/spelleider'],
  ['exercises at the desk', OFFICER, () => EXERCISES],
  ['planning an exercise', OFFICER, () => `${EXERCISES}/nieuw`],
  ['an exercise that is planned', OFFICER, () => `${EXERCISES}/${ids.get('planned')}`],
  ['an exercise on paper', OFFICER, () => `${EXERCISES}/${ids.get('planned')}/papier`],
  ['an exercise that was played', OFFICER, () => `${EXERCISES}/${ids.get('ended')}`],
  ['what was played, for who played', 'irma.smit@zorggroepdekade.test', () => `${EXERCISES}/${ids.get('ended')}`],
  ['a measure to check', OFFICER, () => measure('proven')],
  ['a measure to prove', 'irma.smit@zorggroepdekade.test', () => measure('open')],
]

const signIn = async (who: string | undefined) => {
  await page.context().clearCookies()
  if (who === undefined) return
  const cookie = await beginSession(desk.db, desk.municipality.id, people.get(who)!, 'full', 'test')
  await page.context().addCookies([{ name: 'balie', value: cookie, url: base }])
}

test.each(PAGES)('%s', async (name, who, path) => {
  await signIn(who)
  const to = await path()
  expect((await page.goto(base + to))!.status()).toBe(200)
  expect(await barriersOf(page)).toEqual([])
})

test('an exercise is led in the browser: the clock, a message, and a line that is not right comes back', async () => {
  await signIn(OFFICER)
  await page.goto(`${base}${EXERCISES}/${ids.get('planned')}`)
  await page.getByRole('button', { name: 'De oefening begint nu' }).click()
  await page.getByRole('heading', { name: 'Minuut 0 van 60' }).waitFor()
  await page.getByRole('button', { name: 'Dit bericht is gegeven' }).click()
  await page.getByText('Het bericht is gegeven.').waitFor()
  const line = page.getByLabel('Wat gebeurde er, of wat is besloten?')
  await line.fill('Iemand belde het oude nummer.')
  await page.getByLabel('In welke minuut?').fill('9999')
  await page.getByRole('button', { name: 'In het verslag zetten' }).click()
  await page.getByRole('heading', { name: 'Controleer wat u heeft ingevuld' }).waitFor()
  expect(await line.inputValue()).toBe('Iemand belde het oude nummer.')
  expect(await barriersOf(page)).toEqual([])
})
