/** The door of an event, attacked: by a program, from elsewhere, by too many, by who guesses at links. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, as, testDesk, type TestDesk } from '../../../test/desk.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { createSite } from '../../apps/site.ts'
import { newSeal } from '../../lib/form-seal.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { newToken } from '../../lib/token.ts'
import { todayIn } from '../../web/language.ts'
import { countGuess } from '../people/guesses-store.ts'
import { addEvent } from './store.ts'

const ORIGIN = 'https://leidraad.sluiswijk.test'
const key = Buffer.alloc(32, 7)
const on = daysAfter(todayIn(), 5)
let desk: TestDesk
let site: ReturnType<typeof createSite>
let address = '192.0.2.1'
let no = 0

beforeAll(async () => {
  desk = await testDesk([])
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: desk.municipality.slug,
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    reports: {
      key,
      counted: (_, secret) => countGuess(desk.house.door, key, { secret, known: false, address }),
    },
  })
})
afterAll(() => desk.close())
beforeEach(async () => {
  address = `192.0.2.${Math.floor(Math.random() * 200) + 1}`
  await desk.db.deleteFrom('guess').execute()
  no = await made()
})
/** One more of them; gives its number. */
async function made(): Promise<number> {
  const officer = await addPerson(desk.db, desk.municipality.id, ['policy-officer'])
  return as(desk.db, officer, async (tx) => {
    const id = await addEvent(tx, officer, {
      kind: 'seminar',
      title: 'Avond',
      subject: 'safety',
      organiser: 'Gemeente',
      place: 'Stadhuis',
      places: 200,
      starts_on: on,
      starts: '19:30',
      ends_on: on,
      ends: '21:30',
    })
    return (await tx.selectFrom('event').select('no').where('id', '=', id).executeTakeFirstOrThrow()).no
  })
}

/** A seal of a minute ago. */
const seal = (ago = 60_000) => newSeal(key, Date.now() - ago)
async function send(fields: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}) {
  const answer = await site.request(`${ORIGIN}/samen/opgeven/${no}`, {
    method: 'POST',
    body: new URLSearchParams({ naam: 'Riet', adres: 'riet@x.test', wie: 'zelf', formulier: seal(), ...fields }),
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}
const joined = async () =>
  (await desk.db.selectFrom('event').select('taken').where('no', '=', no).executeTakeFirstOrThrow()).taken

test('somebody joins by address or by number, and the page says nothing of who', async () => {
  const done = await send({ wie: 'ander' })
  expect(done.status).toBe(303)
  expect((await send({ adres: '', telefoon: '06 12 34 56 78' })).status).toBe(303)
  expect(await joined()).toBe(2)
  const page = await site.request(ORIGIN + done.to)
  expect([page.status, page.headers.get('cache-control'), page.headers.get('x-robots-tag')]).toEqual([
    200,
    'no-store',
    'noindex, nofollow',
  ])
  const text = await page.text()
  expect(text).toContain('U heeft een plaats.')
  expect(text).not.toMatch(/Riet|riet@|06 12/)
})
test('the same form sent twice is one, also at the same moment', async () => {
  const same = { formulier: seal() }
  const answers = await Promise.all([send(same), send(same), send(same)])
  expect(new Set(answers.map(({ to }) => to)).size).toBe(1)
  expect(await joined()).toBe(1)
})
test.each([
  ['sooner than anybody writes', { formulier: 'nu' }, /wel erg snel/],
  ['a day late', { formulier: seal(25 * 3_600_000) }, /stond lang open/],
  ['without a seal', { formulier: '' }, /herkennen wij niet/],
  ['with the field that people leave empty', { website: 'https://spam.test' }, /leeg moet blijven/],
  ['without a name', { naam: '  ' }, /Vul een naam in/],
  ['with a long name', { naam: 'x'.repeat(81) }, /te lang/],
  ['without a way to reach them', { adres: '' }, /e-mailadres of een telefoonnummer/],
  ['with no address', { adres: 'riet <script>' }, /Vul een e-mailadres in/],
  ['with words for a number', { telefoon: 'bel mij' }, /Vul een telefoonnummer in/],
])('sent %s nobody joins, and what was typed comes back', async (_, fields, says) => {
  const early = 'formulier' in fields && fields.formulier === 'nu' ? { formulier: seal(0) } : {}
  const { status, text } = await send({ naam: 'Toos', ...fields, ...early })
  expect(status).toBe(422)
  expect(text).toMatch(says)
  if (!('naam' in fields)) expect(text).toContain('value="Toos"')
  expect(text).not.toContain('<script>')
  expect(await joined()).toBe(0)
})
test('from elsewhere it is not read', async () => {
  const { status, text } = await send({}, { origin: 'https://kwaad.test' })
  expect([status, await joined()]).toEqual([403, 0])
  expect(text).toContain('Dit formulier kwam niet van deze site')
})
test('a link that is nobody’s, one that was taken back and one that is no link are answered alike', async () => {
  const { to } = await send()
  const leave = () => site.request(`${ORIGIN}${to}/afmelden`, { method: 'POST', headers: { origin: ORIGIN } })
  expect((await leave()).status).toBe(303)
  const told = async (path: string) => {
    const answer = await site.request(ORIGIN + path)
    return [answer.status, (await answer.text()).replaceAll(/opgegeven\/[^"]+/g, '')]
  }
  const gone = await told(to)
  expect(gone[0]).toBe(404)
  expect(await told(`/samen/opgegeven/${newToken()}`)).toEqual(gone)
  expect(await told('/samen/opgegeven/geen-link')).toEqual(gone)
  expect((await leave()).status).toBe(404)
})
test('who tries many links has to wait before any is looked at', async () => {
  let last = 404
  for (let at = 0; at < 70 && last === 404; at++)
    last = (await site.request(`${ORIGIN}/samen/opgegeven/${newToken()}`)).status
  expect(last).toBe(429)
})
test('an event that is not there, or is no number, has a page that says so', async () => {
  for (const path of ['/samen/opgeven/99999', '/samen/opgeven/abc', '/en/samen/opgeven/0'])
    expect((await site.request(ORIGIN + path)).status, path).toBe(404)
})
test('one form is a few people: who comes after has a form of their own, with what they typed', async () => {
  const formulier = seal()
  for (let at = 0; at < 5; at++) expect((await send({ naam: `Mens ${at}`, formulier })).status).toBe(303)
  const sixth = await send({ naam: 'De zesde', formulier })
  expect([sixth.status, await joined()]).toEqual([422, 5])
  expect(sixth.text).toContain('in een nieuw formulier')
  expect(sixth.text).toContain('value="De zesde"')
  expect(sixth.text).not.toContain(formulier)
  // Also for another one; and who was first is still there.
  no = await made()
  expect((await send({ naam: 'De zesde', formulier })).status).toBe(422)
  expect((await send({ naam: 'De zesde' })).status).toBe(303)
})
test('one that is flooded closes no other, nor do two that use up the day of the municipality', async () => {
  const flood = () =>
    sql`insert into event_signup (municipality, id, event, name, phone, secret, state, placed_at)
      select municipality, gen_random_uuid(), id, 'Mens', '06 12 34 56 78', gen_random_uuid()::text, 'placed', now()
      from event, generate_series(1, 150) where no = ${no}`.execute(desk.db)
  for (const _ of [1, 2]) {
    await flood()
    const late = await send({ naam: 'Te laat' })
    expect([late.status, await joined()]).toEqual([503, 150])
    expect(late.text).toContain('value="Te laat"')
    no = await made()
  }
  for (let at = 0; at < 10; at++) expect((await send({ naam: `Mens ${at}` })).status).toBe(303)
  expect([(await send({ naam: 'Te laat' })).status, await joined()]).toEqual([503, 10])
})
