/** The door of a course, attacked: by a program, from elsewhere, by too many, by who guesses at links. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, as, testDesk, type TestDesk } from '../../../test/desk.ts'
import { newSeal } from '../../lib/form-seal.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { newToken } from '../../lib/token.ts'
import { createSite } from '../../apps/site.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { todayIn } from '../../web/language.ts'
import { countGuess } from '../people/guesses-store.ts'
import { addCourse } from './course-store.ts'

const ORIGIN = 'https://leidraad.sluiswijk.test'
const key = Buffer.alloc(32, 7)
const today = todayIn()
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
    const id = await addCourse(
      tx,
      { municipality: desk.municipality.id, person: officer.id, organisation: null },
      {
        title: 'Klik',
        subject: 'basics',
        provider: 'Bieb',
        places: 200,
        starts_on: daysAfter(today, 5),
        ends_on: daysAfter(today, 5),
        times: { hours: [], off: [], extra: [] },
        checked_on: today,
      },
      [{ on: daysAfter(today, 5), from: '10:00', to: '12:00' }],
    )
    return (await tx.selectFrom('course').select('no').where('id', '=', id).executeTakeFirstOrThrow()).no
  })
}

/** A seal of a minute ago. */
const seal = (ago = 60_000) => newSeal(key, Date.now() - ago)
async function send(fields: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams({
    naam: 'Riet',
    telefoon: '06 12 34 56 78',
    wie: 'zelf',
    formulier: seal(),
    ...fields,
  })
  const answer = await site.request(`${ORIGIN}/leren/inschrijven/${no}`, {
    method: 'POST',
    body,
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
}
const signed = async () =>
  (await desk.db.selectFrom('course').select('taken').where('no', '=', no).executeTakeFirstOrThrow()).taken

test('somebody signs up, or is signed up, and the page says nothing of who', async () => {
  const done = await send({ wie: 'ander' })
  expect(done.status).toBe(303)
  const page = await site.request(ORIGIN + done.to)
  expect([page.status, page.headers.get('cache-control'), page.headers.get('x-robots-tag')]).toEqual([
    200,
    'no-store',
    'noindex, nofollow',
  ])
  const text = await page.text()
  // It fits who was signed up, also when the helper reads it.
  expect(text).toContain('Er is een plaats voor wie is ingeschreven.')
  expect(text).not.toMatch(/U heeft een plaats|belt u|een ander de plaats/)
  const own = await (await site.request(ORIGIN + (await send({ wie: 'zelf' })).to)).text()
  expect(own).toContain('U heeft een plaats.')
  expect(own).toContain('Wacht er iemand, dan krijgt die de plaats.')
  expect(text).not.toMatch(/Riet|06 12/)
  const row = await desk.db
    .selectFrom('course_signup')
    .select(['helped', 'secret'])
    .where('name', '=', 'Riet')
    .executeTakeFirstOrThrow()
  expect(row.helped).toBe(true)
  expect(done.to).not.toContain(row.secret)
})
test('the same form sent twice is one, also at the same moment', async () => {
  const same = { formulier: seal() }
  const answers = await Promise.all([send(same), send(same), send(same)])
  expect(new Set(answers.map(({ to }) => to)).size).toBe(1)
  expect(await signed()).toBe(1)
})
test.each([
  ['sooner than anybody writes', { formulier: 'nu' }, /wel erg snel/],
  ['a day late', { formulier: seal(25 * 3_600_000) }, /stond lang open/],
  [
    'with a seal of somebody else',
    { formulier: newSeal(Buffer.alloc(32, 9), Date.now() - 60_000) },
    /herkennen wij niet/,
  ],
  ['without a seal', { formulier: '' }, /herkennen wij niet/],
  ['with the field that people leave empty', { website: 'https://spam.test' }, /leeg moet blijven/],
  ['without a name', { naam: '  ' }, /Vul een naam in/],
  ['with a long name', { naam: 'x'.repeat(81) }, /te lang/],
  ['with words for a number', { telefoon: 'bel mij <script>' }, /Vul een telefoonnummer in/],
])('sent %s nobody is signed up, and what was typed comes back', async (_, fields, says) => {
  // Only now: a test before this one takes its time.
  const early = 'formulier' in fields && fields.formulier === 'nu' ? { formulier: seal(0) } : {}
  const { status, text } = await send({ naam: 'Toos', ...fields, ...early })
  expect(status).toBe(422)
  expect(text).toMatch(says)
  if (!('naam' in fields)) expect(text).toContain('value="Toos"')
  expect(text).not.toContain('<script>')
  expect(await signed()).toBe(0)
  // What was wrong about the form itself is right in the one that came back.
  const again = /name="formulier" value="([^"]+)"/.exec(text)![1]!
  expect(again.split('.')).toHaveLength(3)
})
test('from elsewhere it is not read', async () => {
  const { status, text } = await send({}, { origin: 'https://kwaad.test' })
  expect([status, await signed()]).toEqual([403, 0])
  expect(text).toContain('Dit formulier kwam niet van deze site')
})
test('a library signs up sixty in a day; the next has to wait, and another address has not', async () => {
  // What was not right uses up nothing.
  for (let at = 0; at < 70; at++) expect((await send({ naam: '' })).status).toBe(422)
  for (let at = 0; at < 60; at++) expect((await send({ naam: `Mens ${at}` })).status).toBe(303)
  const full = await send({ naam: 'Te veel' })
  expect(full.status).toBe(429)
  expect(full.text).toContain('Bel dan de aanbieder')
  expect(await signed()).toBe(60)
  address = '198.51.100.9'
  expect((await send({ naam: 'Elders' })).status).toBe(303)
}, 60_000)
test('a link that is nobody’s, one that was taken back and one that is no link are answered alike', async () => {
  const { to } = await send({ naam: 'Weg' })
  const drop = () => site.request(`${ORIGIN}${to}/uitschrijven`, { method: 'POST', headers: { origin: ORIGIN } })
  expect((await drop()).status).toBe(303)
  const told = async (path: string) => {
    const answer = await site.request(ORIGIN + path)
    return [answer.status, (await answer.text()).replaceAll(/ingeschreven\/[^"]+/g, '')]
  }
  const gone = await told(to)
  expect(gone[0]).toBe(404)
  expect(await told(`/leren/ingeschreven/${newToken()}`)).toEqual(gone)
  expect(await told('/leren/ingeschreven/geen-link')).toEqual(gone)
  expect((await drop()).status).toBe(404)
})
test('who tries many links has to wait before any is looked at', async () => {
  const { to } = await send({ naam: 'Van mij' })
  let last = 404
  for (let at = 0; at < 70 && last === 404; at++)
    last = (await site.request(`${ORIGIN}/leren/ingeschreven/${newToken()}`)).status
  expect(last).toBe(429)
  expect((await site.request(ORIGIN + to)).status).toBe(429)
})
test('a course that is not there, is no number, or takes nobody has a page that says so', async () => {
  for (const path of ['/leren/inschrijven/99999', '/leren/inschrijven/abc', '/en/leren/inschrijven/0'])
    expect((await site.request(ORIGIN + path)).status, path).toBe(404)
})
test('one form is a few people: who comes after has a form of their own, with what they typed', async () => {
  const formulier = seal()
  for (let at = 0; at < 5; at++) expect((await send({ naam: `Mens ${at}`, formulier })).status).toBe(303)
  const sixth = await send({ naam: 'De zesde', formulier })
  expect([sixth.status, await signed()]).toEqual([422, 5])
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
    sql`insert into course_signup (municipality, id, course, name, phone, secret, state, placed_at)
      select municipality, gen_random_uuid(), id, 'Mens', '06 12 34 56 78', gen_random_uuid()::text, 'placed', now()
      from course, generate_series(1, 150) where no = ${no}`.execute(desk.db)
  for (const _ of [1, 2]) {
    await flood()
    const late = await send({ naam: 'Te laat' })
    expect([late.status, await signed()]).toEqual([503, 150])
    expect(late.text).toContain('value="Te laat"')
    no = await made()
  }
  for (let at = 0; at < 10; at++) expect((await send({ naam: `Mens ${at}` })).status).toBe(303)
  expect([(await send({ naam: 'Te laat' })).status, await signed()]).toEqual([503, 10])
})
