/** What who asked reads right after doing something, and that nothing typed is lost on the way. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, ORIGIN, testDeps, testDesk, type TestDesk } from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { keptAnswers } from '../../apps/site-kept.ts'
import { createSite } from '../../apps/site.ts'
import { daysOn } from '../../lib/months.ts'
import { hashOfToken } from '../../lib/token.ts'
import { day, todayIn } from '../../web/language.ts'
import { countGuess } from '../people/guesses-store.ts'

const deps = testDeps()
let desk: TestDesk
let site: ReturnType<typeof createSite>
let wim: Awaited<ReturnType<TestDesk['visit']>>
const told: unknown[] = []
let address: string | undefined
let now = Date.now()
let count = 0

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    registers: deps.registers,
    kinds: deps.requestKinds,
    kept: keptAnswers(),
    requests: {
      key: deps.key,
      counted: (_, secret) => countGuess(desk.house.door, deps.key, { secret, known: false, address }),
      remake: deps.remake,
      now: () => now,
    },
    report: (error) => told.push(error),
  })
  wim = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['request-handler'], 'Wim'))
})
afterAll(() => desk.close())
beforeEach(() => {
  address = `198.51.100.${++count}`
  now = Date.now()
})

const get = (path: string) => site.request(`${ORIGIN}${path}`)
const text = async (path: string) => (await get(path)).text()
async function post(path: string, fields: Readonly<Record<string, string>> | FormData) {
  const form = fields instanceof FormData
  const answer = await site.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: form ? fields : new URLSearchParams(fields),
    headers: { origin: ORIGIN, ...(form ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
  })
  expect(told.splice(0).map(String)).toEqual([])
  return answer
}
const START = '/verzoeken/nieuw/woo?over=niemand'
/** Sends the form of a request, as a browser does. */
async function send(fields: Readonly<Record<string, string>>) {
  const [, formulier = ''] = /name="formulier" value="([^"]+)"/.exec(await text(START))!
  now += 10_000
  return post('/verzoeken/nieuw/woo', { over: 'niemand', onderwerp: 'De camera’s', ...fields, formulier })
}
const rowOf = (number: string) =>
  desk.db.selectFrom('request').selectAll().where('number', '=', number).executeTakeFirstOrThrow()
const numberOf = async (path: string): Promise<string> =>
  (
    await desk.db
      .selectFrom('request')
      .innerJoin('requester', 'requester.id', 'request.requester')
      .select('request.number')
      .where('requester.secret', '=', hashOfToken(path.split('/').at(-1)!))
      .executeTakeFirstOrThrow()
  ).number
async function asked(fields: Readonly<Record<string, string>> = {}) {
  const path = (await send(fields)).headers.get('location')!
  return { path, number: await numberOf(path) }
}
/** What is said on top of the page that one comes to. */
async function saidAfter(answer: Response): Promise<string> {
  expect(answer.status).toBe(303)
  return /role="status"><p>([^<]*)</.exec(await text(answer.headers.get('location')!))?.[1] ?? ''
}
const answered = {
  uitkomst: 'granted',
  antwoord: 'Hier is het.',
  orgaan: 'college',
  functie: 'teamleider Privacy',
}

test('who goes on without choosing is told so at its place; a first visit is not', async () => {
  for (const [path, status] of [
    ['/verzoeken/nieuw/inzage', 200],
    ['/verzoeken/nieuw/inzage?bij=%2Frechten', 200],
    ['/verzoeken/nieuw/inzage?verder=ja', 422],
    ['/en/verzoeken/nieuw/inzage?verder=ja', 422],
  ] as const) {
    const answer = await get(path)
    expect([path, answer.status]).toEqual([path, status])
    const page = await answer.text()
    expect(page.includes('id="fout-over"'), path).toBe(status === 422)
    expect(page).toContain('name="verder"')
  }
  expect((await get('/verzoeken/nieuw/inzage?verder=ja&over=uzelf')).status).toBe(200)
})

test('a code that is not filled in is asked for, not judged', async () => {
  const answer = await post('/verzoeken', { code: '  ' })
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Vul de code in.')])
  expect(await (await post('/verzoeken', { code: 'ABC' })).text()).toContain('klopt niet helemaal')
})

test('what is longer than fits comes back whole, with its length, and is never cut', async () => {
  expect(await text(START)).not.toMatch(/<textarea[^>]*maxlength/i)
  const { path, number } = await asked()
  for (const most of [6_000, 20_000]) {
    const long = `${'lang verhaal '.repeat(most / 13)}EINDE`
    for (const answer of [
      await send({ onderwerp: long }),
      await post(`${path}/toevoegen`, { nummer: number, [`tekst-${number}`]: long }),
    ]) {
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Dit is te lang: ')
      expect(page).toContain(`${long}</textarea>`)
    }
  }
})

test('after each act one reads on top what was done and what follows, and later no more', async () => {
  const { path, number } = await asked()
  const one = { nummer: number }
  const due = day(
    'nl',
    (await desk.db.selectFrom('request').select('due_on').where('number', '=', number).executeTakeFirstOrThrow())
      .due_on,
  )
  expect(await text(`${path}?gedaan=toevoegen`)).not.toContain('role="status"')
  const added = await post(`${path}/toevoegen`, { ...one, [`tekst-${number}`]: 'Ook van 2025.' })
  expect(await saidAfter(added)).toBe(
    `Verstuurd. Wie uw verzoek behandelt, leest wat u schreef. U krijgt antwoord op ${due} of eerder.`,
  )
  // In the language of the page, and only of what was just done.
  expect(await text(`/en${added.headers.get('location')!}`)).toMatch(/role="status"><p>Sent\. Who handles/)
  expect(await text(`${path}?gedaan=intrekken`)).not.toContain('role="status"')
  expect(await text(`${path}?gedaan=constructor`)).not.toContain('role="status"')
  now += 11 * 60_000
  expect(await text(added.headers.get('location')!)).not.toContain('role="status"')
})

test('withdrawing says before that it cannot be undone, and after on which day the words are wiped', async () => {
  const { path, number } = await asked()
  expect(await text(path)).toContain('<strong>U kunt dit niet terugdraaien.</strong>')
  const said = await saidAfter(await post(`${path}/intrekken`, { nummer: number }))
  const { wipe_on: wiped } = await rowOf(number)
  expect(said).toBe(
    `U trok uw verzoek in. Wij doen er niets meer mee. Op ${day('nl', wiped!)} wissen wij wat u en wij hier schreven.`,
  )
})

test('who asks again reads that somebody looks again, not that nobody did', async () => {
  const { path, number } = await asked()
  const page = `/balie/verzoeken/${(await rowOf(number)).id}`
  expect((await wim.post(`${page}/oppakken`)).status).toBe(303)
  expect((await wim.post(`${page}/antwoord`, answered)).status).toBe(303)
  expect(await saidAfter(await post(`${path}/geholpen`, { nummer: number, [`hielp-${number}`]: 'no' }))).toContain(
    'wij tellen uw antwoord mee',
  )
  const again = await post(`${path}/opnieuw`, { nummer: number, [`opnieuw-${number}`]: 'Er ontbreekt iets.' })
  expect(await saidAfter(again)).toContain('Een andere medewerker kijkt opnieuw naar uw verzoek. U krijgt antwoord op ')
  const read = await text(path)
  expect(read).toContain('Ontvangen. Een andere medewerker kijkt opnieuw.')
  expect(read).not.toContain('Nog niemand pakte het op')
})

test('a day in the story of a request says what it is', async () => {
  const { path, number } = await asked()
  const page = `/balie/verzoeken/${(await rowOf(number)).id}`
  expect((await wim.post(`${page}/oppakken`)).status).toBe(303)
  const until = daysOn(todayIn(), 14)
  const kind = deps.requestKinds.find(({ id }) => id === 'woo')!
  const stop = kind.stops.find(({ agreed }) => !agreed)
  const question = { artikel: stop!.id, tot: until, tekst: 'Welke camera’s?', vraag: 'ja' }
  const answer = await wim.post(`${page}/stilzetten`, question)
  expect(answer.status, await answer.clone().text()).toBe(303)
  expect(await text(path)).toContain(` · u kunt antwoorden tot en met ${day('nl', until)}`)
  expect(await text(`/en${path}`)).toContain(` · you can answer until ${day('en', until)}`)
})

test('who sends a citizen service number is told once that nobody needs it, and can send it like that', async () => {
  const warned = await send({ onderwerp: 'Mijn BSN is 111222333.' })
  const page = await warned.text()
  expect([warned.status, page]).toEqual([422, expect.stringContaining('Dit lijkt een burgerservicenummer')])
  expect(page).toContain('id="fout-onderwerp"')
  expect(page).toContain('name="nummer-gezien" value="ja"')
  expect((await send({ onderwerp: 'Mijn BSN is 111222333.', 'nummer-gezien': 'ja' })).status).toBe(303)
  expect((await send({ onderwerp: 'Zaak 111222334, bel 0612345678.' })).status).toBe(303)
})

test('what is asked beside it is needed only when another kind is chosen, and its field says so', async () => {
  const page = await text('/verzoeken/nieuw/inzage?over=uzelf')
  expect(page).not.toContain('Wat vraagt u daarbij? (niet verplicht)')
  expect(page).toContain('Vul dit alleen in als u hierboven iets koos.')
})
