/** Two municipalities on one process: whatever is asked at the host of one, no word of the other comes with it. */
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readNeighbour } from '../../test/city/neighbour/read.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testDeps } from '../../test/desk.ts'
import { CITY, EVIDENCE, SCREENSHOT, seedPublished, STORE } from '../../test/published.ts'
import { ensureMunicipality, keepHosts, municipalities, type Municipality } from '../db/municipality.ts'
import { keepQuestionnaires } from '../db/forms.ts'
import { beginNeighbour, fillNeighbour, NEIGHBOUR } from '../demo/neighbour.ts'
import { beginSession } from '../features/people/sessions-store.ts'
import { workLater } from '../lib/in-turn.ts'
import { deskRoutes } from './desk-routes.ts'
import { hostedSites } from './hosted.ts'
import { namesOf } from './reach.ts'
import { createSite } from './site.ts'

const deps = testDeps()
const REACH = { host: '127.0.0.1', origin: undefined }
const [CITY_HOST, NEXT_HOST] = ['voorbeeldstad.nl:3000', 'molendam.localhost:3000']
const OF_CITY = /Voorbeeldstad|korenaar|digitaal@voorbeeldstad/i
const OF_NEXT = /Molendam|Wiekgracht|Plasweg|De Wiek\b/i
let database: TestDatabase
let city: Municipality
let next: Municipality
let fetchAt: ReturnType<typeof hostedSites>
const faults: unknown[] = []

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await keepQuestionnaires(db, deps.questionnaires)
  await db.insertInto('municipality').values({ id: CITY, slug: 'voorbeeldstad', name: 'Voorbeeldstad' }).execute()
  await seedPublished(db)
  await beginNeighbour(db)
  const signal = new AbortController().signal
  await fillNeighbour({ db, neighbour: readNeighbour(), ...deps, signal })
  city = (await municipalities(db)).find(({ id }) => id === CITY)!
  expect(await keepHosts(db, city, ['voorbeeldstad.nl', 'www.voorbeeldstad.nl'])).toBeUndefined()
  next = await ensureMunicipality(db, NEIGHBOUR)
  const house = await database.house()
  fetchAt = hostedSites({
    own: city,
    origin: 'http://127.0.0.1:3000',
    isUs: namesOf(REACH, 3000),
    isHere: namesOf(REACH, 3000, { strict: true }),
    there: await municipalities(db),
    house,
    store: STORE,
    db,
    files: {
      css: '',
      assets: {},
      theme: undefined,
      contact: { email: 'digitaal@voorbeeldstad.nl', phone: '', days: 5 },
    },
    deps: { ...deps, uploads: { ...deps.uploads } },
    demo: false,
    mails: true,
    later: workLater(100, (error) => faults.push(error)),
    proxies: [],
    provider: undefined,
  })
}, 120_000)
afterAll(async () => {
  await database.close()
  expect(faults).toEqual([])
})

async function get(host: string, at: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetchAt(new Request(`http://${host}${at}`, { headers: { host, ...headers } }), {})
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** Every GET address of the site and the desk, with in the place of each parameter what the other municipality has. */
function addresses(): string[] {
  const site = createSite({
    db: database.publicDb,
    store: STORE,
    municipality: 'x',
    city: 'x',
    origin: 'http://x',
    css: '',
    assets: {},
    registers: deps.registers,
  })
  const values: Readonly<Record<string, readonly string[]>> = {
    hash: [EVIDENCE, SCREENSHOT],
    organisation: ['bakkerij-de-korenaar', 'bibliotheek-de-wiek'],
    register: deps.registers.map(({ id }) => id),
    norm: ['VEI-11'],
  }
  const filled = (pattern: string): string[] => {
    const found = /:(\w+)(?:\{[^}]*\})?/.exec(pattern)
    if (!found) return [pattern]
    const options = values[found[1]!] ?? ['bakkerij-de-korenaar', '01900000-0000-7000-8000-000000000001']
    return options.flatMap((value) => filled(pattern.replace(found[0], value)))
  }
  const open = site.routes
    .filter(({ method, path: at }) => method === 'GET' && !at.includes('*'))
    .map(({ path: at }) => at)
  const desk = deskRoutes(deps).flatMap(({ method, path: at }) => (method === 'GET' ? [`/balie${at}`] : []))
  return [...new Set([...open, ...desk, '/balie/aanmelden', '/balie/wachtwoord-vergeten'].flatMap(filled))]
}

test('no address at one host tells a word of the other, signed in or not', { timeout: 300_000 }, async () => {
  const all = addresses()
  expect(all.length).toBeGreaterThan(100)
  const someone = await database.db
    .selectFrom('person')
    .select('id')
    .where('municipality', '=', next.id)
    .where('email', 'like', 'femke%')
    .executeTakeFirstOrThrow()
  const cookie = `balie=${await beginSession(database.db, next.id, someone.id, 'full', 'test')}`
  let shown = 0
  for (const [host, other, headers] of [
    [NEXT_HOST, OF_CITY, { cookie }],
    [CITY_HOST, OF_NEXT, { cookie }],
  ] as const)
    for (const at of all) {
      const { status, text, headers: sent } = await get(host, at, headers)
      // What was asked may come back in a link to the same page in another language.
      const told = text.replaceAll(/bakkerij-de-korenaar|bibliotheek-de-wiek/g, '')
      expect(told, `${host}${at}`).not.toMatch(other)
      for (const [name, value] of sent) expect(value, `${host}${at} ${name}`).not.toMatch(other)
      // Nor the address at which the process listens, nor another name than its first.
      expect(told, `${host}${at}`).not.toMatch(/127\.0\.0\.1:3000|www\.voorbeeldstad\.nl:3000/)
      expect(status, `${host}${at}`).toBeLessThan(500)
      if (status === 200) shown++
    }
  expect(shown).toBeGreaterThan(60)
})

test('each says its own address and its own contact', async () => {
  for (const at of [
    '/sitemap.xml',
    '/robots.txt',
    '/open-data/dcat.jsonld',
    '/.well-known/security.txt',
    '/api/v1/openapi.json',
  ]) {
    expect((await get(NEXT_HOST, at)).text, at).toContain('http://molendam.localhost:3000')
    for (const host of [CITY_HOST, 'www.voorbeeldstad.nl:3000', '127.0.0.1:3000'])
      expect((await get(host, at)).text, at).toContain('http://voorbeeldstad.nl:3000')
  }
  expect((await get(NEXT_HOST, '/.well-known/security.txt')).text).toContain('digitaal@gemeente-molendam.test')
  const { rows } = { rows: await municipalities(database.db) }
  expect(rows.map(({ site }) => site)).toEqual(['http://voorbeeldstad.nl:3000', 'http://molendam.localhost:3000'])
})

test('evidence is shown where it was published only', async () => {
  for (const at of [`/bewijs/${EVIDENCE}`, `/bewijs/${EVIDENCE}.zip`, `/beeld/${SCREENSHOT}`])
    expect([(await get(CITY_HOST, at)).status, (await get(NEXT_HOST, at)).status]).toEqual([200, 404])
})

test('a session of one opens nothing at the other', async () => {
  const person = await database.db
    .selectFrom('person')
    .select('id')
    .where('municipality', '=', next.id)
    .executeTakeFirst()
  const cookie = `balie=${await beginSession(database.db, next.id, person!.id, 'full', 'test')}`
  expect((await get(NEXT_HOST, '/balie', { cookie })).status).toBe(200)
  const elsewhere = await get(CITY_HOST, '/balie', { cookie })
  expect([elsewhere.status, elsewhere.headers.get('location')?.startsWith('/balie/aanmelden')]).toEqual([303, true])
})

test('a name that is nobody’s opens nothing, whatever another header says', async () => {
  for (const host of ['elders.nl', 'x.voorbeeldstad.nl', 'voorbeeldstad.nl.elders.nl']) {
    const answer = await get(host, '/', { 'x-forwarded-host': CITY_HOST, forwarded: `host=${CITY_HOST}` })
    expect(answer.status).toBe(421)
    expect(answer.text).not.toMatch(OF_CITY)
    expect(answer.text).not.toMatch(OF_NEXT)
  }
  const forged = await get(NEXT_HOST, '/', {
    'x-forwarded-host': 'voorbeeldstad.nl',
    forwarded: 'host=voorbeeldstad.nl',
  })
  expect(forged.text).toMatch(OF_NEXT)
  expect(forged.text).not.toMatch(OF_CITY)
})

test('kept pages asked for at once at both hosts are never the other’s', async () => {
  const asked = Array.from(
    { length: 60 },
    (_, no) => [no % 2 === 0 ? CITY_HOST : NEXT_HOST, no % 3 === 0 ? '/' : '/organisaties'] as const,
  )
  const answers = await Promise.all(asked.map(async ([host, at]) => [host, (await get(host, at)).text] as const))
  for (const [host, text] of answers) expect(text).not.toMatch(host === CITY_HOST ? OF_NEXT : OF_CITY)
})

test('a host that is another’s already is refused, and a new one answers at once', async () => {
  expect((await keepHosts(database.db, next, ['voorbeeldstad.nl']))?.id).toBe(CITY)
  expect(await keepHosts(database.db, next, ['nieuw.molendam.nl'])).toBeUndefined()
  await expect.poll(async () => (await get('nieuw.molendam.nl', '/')).status, { timeout: 10_000 }).toBe(200)
  expect((await get(NEXT_HOST, '/')).status).toBe(421)
  expect((await get('nieuw.molendam.nl', '/sitemap.xml')).text).toContain('http://nieuw.molendam.nl:3000')
})

/** Whatever leads back to us names the host it was asked at, whole or not at all. */
test('feeds, calendars, files, pages of a list, downloads and refusals carry the own address alone', async () => {
  const sensors = deps.registers.find(({ purpose }) => purpose === 'sensor')!.id
  await keepHosts(database.db, next, ['molendam.localhost'])
  await expect.poll(async () => (await get(NEXT_HOST, '/')).status, { timeout: 10_000 }).toBe(200)
  const list = `/api/v1/registers/${sensors}/entries?pageSize=1`
  const whole = [
    '/nieuws.atom',
    '/en/nieuws.atom',
    `/registers/${sensors}/wijzigingen.atom`,
    `/registers/${sensors}/agenda.ics`,
    list,
    `/api/v1/registers/${sensors}/schema`,
    '/open-data/dcat.jsonld',
    '/open-data/dcat.ttl',
    '/sitemap.xml',
    '/robots.txt',
    '/.well-known/security.txt',
  ]
  for (const at of whole) {
    const { status, text } = await get(NEXT_HOST, at)
    expect(status, at).toBe(200)
    const ours = [...text.matchAll(/https?:\/\/([a-z0-9.:-]+:3000)/g)].map(([, host]) => host)
    expect(ours.length, at).toBeGreaterThan(0)
    expect(new Set(ours), at).toEqual(new Set([NEXT_HOST]))
  }
  const { next: more, results } = JSON.parse((await get(NEXT_HOST, list)).text)
  expect(more).toContain(`http://${NEXT_HOST}/api/v1/registers/${sensors}/entries?`)
  expect(JSON.parse((await get(NEXT_HOST, more.slice(`http://${NEXT_HOST}`.length))).text).results[0].uuid).not.toBe(
    results[0].uuid,
  )
  // What is not there says so without a word of where else it might be.
  for (const at of ['/bestaat-niet', '/en/bestaat-niet', '/api/v1/bestaat-niet']) {
    const { status, text } = await get(NEXT_HOST, at)
    expect(status, at).toBe(404)
    expect(text, at).not.toMatch(OF_CITY)
  }
  const slash = await get(NEXT_HOST, '/organisaties/')
  expect([slash.status, slash.headers.get('location')]).toEqual([301, '/organisaties'])
})

test('a letter of each names its own address, wherever it was asked', async () => {
  for (const [host, municipality, origin] of [
    [NEXT_HOST, next.id, `http://${NEXT_HOST}`],
    ['www.voorbeeldstad.nl:3000', CITY, 'http://voorbeeldstad.nl:3000'],
  ] as const) {
    const person = { municipality, id: uuid(), name: 'Bo', function: 'x', email: `bo@${municipality}.test` }
    await database.db
      .insertInto('person')
      .values({ ...person, roles: ['auditor'], state: 'active', organisation: null })
      .execute()
    const page = await get(host, '/balie/wachtwoord-vergeten')
    const token = /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? ''
    const body = new URLSearchParams({ token, email: person.email })
    const headers = { host, origin: `http://${host}`, cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetchAt(
      new Request(`http://${host}/balie/wachtwoord-vergeten`, { method: 'POST', body, headers }),
      {},
    )
    expect(answer.status).toBeLessThan(400)
    const letter = () =>
      database.db.selectFrom('message').select('body').where('recipient', '=', person.email).executeTakeFirst()
    await expect.poll(letter, { timeout: 10_000 }).toBeDefined()
    const { body: text } = (await letter())!
    expect(text).toContain(`${origin}/balie/`)
    expect(text).not.toMatch(municipality === CITY ? OF_NEXT : OF_CITY)
  }
})

test('each looks as it chose, at once, and neither as the other', async () => {
  const at = async (host: string) => (await get(host, '/')).text
  const theme = (page: string) => /href="(\/thema\.css[^"]*)"/.exec(page)?.[1]
  expect([theme(await at(NEXT_HOST)), theme(await at(CITY_HOST))]).toEqual([undefined, undefined])
  await database.db
    .insertInto('municipality_look')
    .values({ municipality: next.id, accent: '#7a1f3d', logo: 'iVBORw0KGgo=' })
    .execute()
  await expect.poll(async () => theme(await at(NEXT_HOST)), { timeout: 10_000 }).toBeDefined()
  const page = await at(NEXT_HOST)
  expect((await get(NEXT_HOST, theme(page)!)).text).toContain('#7a1f3d')
  expect(page).toContain('src="/gemeente.png?v=')
  expect((await get(NEXT_HOST, '/gemeente.png')).headers.get('content-type')).toBe('image/png')
  expect(theme(await at(CITY_HOST))).toBeUndefined()
  for (const file of ['/thema.css', '/gemeente.png']) expect((await get(CITY_HOST, file)).status).toBe(404)
})
