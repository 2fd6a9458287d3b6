/** What stands behind an address: who reads it, what comes and goes, and of what its owner hears once. */
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import type { Behind, Watch } from '../../model/supplier.ts'
import { todayIn } from '../../web/language.ts'
import { keepBehind } from './keep-store.ts'
import { supplierTimers } from './timers.ts'
import { typeDomainDay } from './typed-store.ts'

const today = todayIn()
let desk: TestDesk
let people: Record<'manager' | 'officer' | 'security' | 'partner' | 'neighbour', TestPerson>
let [bakery, florist] = ['', '']
const subjects = new Map<string, string>()

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  const { id } = desk.municipality
  bakery = await addOrganisation(desk.db, id, 'Bakkerij De Korenaar')
  florist = await addOrganisation(desk.db, id, 'Bloemist Madelief')
  people = {
    manager: await addPerson(desk.db, id, ['account-manager'], 'Anna'),
    officer: await addPerson(desk.db, id, ['policy-officer'], 'Jeroen'),
    security: await addPerson(desk.db, id, ['security-officer'], 'Sanne'),
    partner: await addPerson(desk.db, id, ['partner'], 'Bram', bakery),
    neighbour: await addPerson(
      desk.db,
      id,
      ['partner'],
      'Truus',
      await addOrganisation(desk.db, id, 'Kaashandel De Wei'),
    ),
  }
  await unasked(desk.db, async (tx) => {
    for (const [organisation, address, kind] of [
      [bakery, 'korenaar.test', 'mail-domain'],
      [bakery, 'www.korenaar.test', 'website'],
      [florist, 'www.madelief.test', 'website'],
    ] as const) {
      subjects.set(address, uuid())
      await tx
        .insertInto('subject')
        .values({ municipality: id, id: subjects.get(address)!, organisation, kind, address })
        .execute()
    }
  })
})
afterAll(() => desk.close())

const behind = (over: Partial<Behind> = {}): Behind => ({
  suppliers: [],
  expiries: [],
  reports: [],
  spf: null,
  ...over,
})
const at = (day: string): string => `${day}T10:00:00Z`
const see = (address: string, day: string, seen: Partial<Behind>, watch: Watch | null = null) =>
  desk.house.worker.transaction().execute((tx) =>
    keepBehind(tx, [
      {
        municipality: desk.municipality.id,
        subject: subjects.get(address)!,
        address,
        at: at(day),
        behind: behind(seen),
        watch,
      },
    ]),
  )
const read = async (who: TestPerson, path: string) => {
  const answer = await (await desk.visit(who)).get(path)
  return { status: answer.status, text: (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') }
}
const clock = (day: string) => tick(desk.db, { timers: supplierTimers, postman: undefined, today: day, origin: ORIGIN })
const tasks = () =>
  desk.db
    .selectFrom('task')
    .select(['kind', 'person', 'role', 'text', 'path', 'done_at as done'])
    .orderBy('id')
    .execute()

const spf = {
  nodes: [
    { name: 'korenaar.test', by: null, term: '', record: 'v=spf1 include:spf.post.test -all' },
    { name: 'spf.post.test', by: 0, term: 'include:spf.post.test', record: 'v=spf1 ip4:192.0.2.1 <script> -all' },
  ],
  lookups: 1,
  fault: null,
  problem: null,
  reached: ['192.0.2.1'],
}
const weak: Watch = {
  dangling: [{ from: 'shop.korenaar.test', by: 'alias', target: 'winkel.weg.test', free: true }],
  alike: [{ name: 'k0renaar.test', mail: true, sameServers: false }],
  asked: 90,
  unanswered: 0,
}

test('the owner reads suppliers with what shows them, the tree of SPF, and weak spots', async () => {
  const owner = { service: 'E-mail', parent: 'Post Inc.', country: 'US', source: 'post.test', listed: '2026-11-01' }
  await see(
    'korenaar.test',
    daysAfter(today, -2),
    {
      suppliers: [
        { name: 'Post Europe BV', owner, signs: [{ way: 'spf', name: 'spf.post.test', at: 'korenaar.test' }] },
        {
          name: 'rapport.test',
          owner: null,
          signs: [{ way: 'dmarc', name: 'rapport.test', at: '_dmarc.korenaar.test' }],
        },
      ],
      reports: [{ kind: 'dmarc', to: 'rapport.test' }],
      spf,
      servers: [{ host: 'mx1.post.test', reach: 'no-address' }],
    },
    weak,
  )
  const { status, text } = await read(people.partner, '/balie/onze-leveranciers')
  expect(status).toBe(200)
  for (const each of [
    'Post Inc. (lijst van 1 november 2026)',
    'Verenigde Staten',
    'niet op onze lijst',
    'mag e-mail sturen (SPF): spf.post.test, bij korenaar.test',
    'Of er e-mail vandaan komt, zien wij niet.',
    'Een ontvanger leest 2 lijsten en doet 1 opzoeking.',
    'rapport.test krijgt de rapporten over uw e-mail (DMARC)',
    'winkel.weg.test',
    'Misschien is het vrij te registreren.',
    'k0renaar.test',
    'mx1.post.test: heeft geen adres',
    'Wanneer een domeinnaam afloopt, weten wij nog niet.',
  ])
    expect(text).toContain(each)
  // What a stranger wrote in DNS is text.
  expect(text).toContain('&lt;script&gt;')
})

test('a record with a fault tells who still comes through, and who does not', async () => {
  const faulty = { ...spf, lookups: 11, fault: 'lookups', problem: 'mx' }
  await see('korenaar.test', daysAfter(today, -1), { spf: faulty })
  expect((await read(people.partner, '/balie/onze-leveranciers')).text).toContain(
    'Alleen deze adressen komen er nog door: 192.0.2.1.',
  )
  await see('korenaar.test', daysAfter(today, -1), { spf: { ...faulty, fault: 'syntax' } })
  expect((await read(people.partner, '/balie/onze-leveranciers')).text).toContain('telt de lijst voor niemand')
})

test('weak spots are read by who guards and by who writes to the owner; of another nothing at all', async () => {
  const path = `/balie/organisaties/${bakery}/leveranciers`
  for (const who of [people.security, people.manager]) expect((await read(who, path)).text).toContain('winkel.weg.test')
  const officer = await read(people.officer, path)
  expect(officer.status).toBe(200)
  expect(officer.text).not.toMatch(/winkel\.weg\.test|k0renaar/)
  expect((await read(people.partner, path)).status).toBe(403)
  const neighbour = await read(people.neighbour, '/balie/onze-leveranciers')
  expect(neighbour.text).toContain('nog geen adres gemeten')
  expect(neighbour.text).not.toMatch(/korenaar|post\.test/)
})

test('older evidence that is judged anew replaces nothing newer, and a weak spot stays until a look', async () => {
  await see('korenaar.test', daysAfter(today, -9), { spf: null }, { dangling: [], alike: [], asked: 1, unanswered: 0 })
  const { text } = await read(people.partner, '/balie/onze-leveranciers')
  expect(text).toContain('winkel.weg.test')
  expect(text).toContain('telt de lijst voor niemand')
})

const certificate = (until: string): Partial<Behind> => ({
  expiries: [{ kind: 'certificate', name: 'www.korenaar.test', until }],
})

test('its owner hears once of what ends, and no more when it was renewed', async () => {
  const until = daysAfter(today, 40)
  await see('www.korenaar.test', today, certificate(until))
  await clock(today)
  expect(await tasks()).toEqual([])
  // Seen long before the end: by then it may have renewed itself.
  await clock(daysAfter(until, -10))
  expect(await tasks()).toEqual([])
  await see('www.korenaar.test', daysAfter(until, -12), certificate(until))
  await clock(daysAfter(until, -11))
  await clock(daysAfter(until, -10))
  expect(await tasks()).toMatchObject([
    { kind: 'expiry', person: people.partner.id, path: '/balie/onze-leveranciers#verloopt', done: null },
  ])
  expect((await tasks())[0]!.text).toMatch(/^Het certificaat van www\.korenaar\.test loopt af op \d/)
  await see('www.korenaar.test', daysAfter(until, -5), certificate(daysAfter(until, 80)))
  await clock(daysAfter(until, -4))
  expect(await tasks()).toMatchObject([{ kind: 'expiry', done: expect.any(Date) }])
  // The next end is told anew.
  await see('www.korenaar.test', daysAfter(until, 75), certificate(daysAfter(until, 80)))
  await clock(daysAfter(until, 76))
  expect((await tasks()).filter(({ done }) => done === null)).toHaveLength(1)
})

test('of who has no account the account manager hears', async () => {
  const until = daysAfter(today, 9)
  await see('www.madelief.test', today, {
    expiries: [{ kind: 'security-txt', name: 'www.madelief.test', until }],
  })
  await clock(today)
  expect((await tasks()).filter(({ role }) => role !== null)).toMatchObject([
    { kind: 'expiry-tell', role: 'account-manager', text: expect.stringContaining('vertel het Bloemist Madelief') },
  ])
  const city = await read(people.officer, '/balie/leveranciers')
  expect(city.text).toContain('Bloemist Madelief')
  expect(city.text).not.toContain('winkel.weg.test')
})

const DOMAIN = 'korenaar.test'
const domain = (until: string | null, over: Partial<NonNullable<Behind['domain']>> = {}): Partial<Behind> => ({
  expiries: until === null ? [] : [{ kind: over.leaving ? 'domain-leaving' : 'domain', name: DOMAIN, until }],
  domain: { name: DOMAIN, told: until === null ? 'unpublished' : 'day', leaving: false, ...over },
})
const calendar = async () =>
  (
    await desk.db
      .selectFrom('expiry')
      .selectAll()
      .where('kind', 'in', ['domain', 'domain-leaving'])
      .orderBy('id')
      .execute()
  ).map(({ kind, until, by }) => [kind, until, by])
const open = async () =>
  (await tasks()).filter(({ done, text }) => done === null && text.includes(`domeinnaam ${DOMAIN}`))
const forget = () =>
  unasked(desk.db, (tx) => tx.deleteFrom('expiry').where('kind', 'in', ['domain', 'domain-leaving']).execute())
const OWN = '/balie/onze-leveranciers'
const type = async (who: TestPerson, tot: string, domein = DOMAIN) => {
  const browser = await desk.visit(who)
  const answer = await browser.post(OWN, { domein, tot })
  return { status: answer.status, text: (await answer.text()).replaceAll(/<[^>]+>/g, ' ') }
}

test('the end of a domain is told once, at however many addresses it was seen', async () => {
  const until = daysAfter(today, 29)
  for (const address of [DOMAIN, `www.${DOMAIN}`]) await see(address, daysAfter(today, -1), domain(until))
  await clock(daysAfter(today, -2))
  expect(await open()).toEqual([])
  await clock(today)
  await clock(today)
  expect(await open()).toMatchObject([{ kind: 'expiry', person: people.partner.id }])
  expect((await open())[0]!.text).toMatch(/^De domeinnaam korenaar\.test loopt af op \d/)
  const { text } = await read(people.partner, OWN)
  expect(text.match(/De domeinnaam korenaar\.test/g)).toHaveLength(1)
  for (const address of [DOMAIN, `www.${DOMAIN}`]) await see(address, today, domain(daysAfter(today, 394)))
  await clock(today)
  expect(await open()).toEqual([])
  await forget()
})

test('one that is leaving is told at once, whatever day it had, and no more when it was put back', async () => {
  await see(DOMAIN, daysAfter(today, 1), domain(daysAfter(today, 300)))
  await see(DOMAIN, daysAfter(today, 2), domain(daysAfter(today, -20), { leaving: true }))
  expect(await calendar()).toEqual([['domain-leaving', daysAfter(today, -20), null]])
  await clock(today)
  expect(await open()).toMatchObject([{ text: expect.stringContaining('opgezegd of niet verlengd') }])
  const { text } = await read(people.partner, OWN)
  expect(text).toContain('verdwijnt binnenkort: opgezegd of niet verlengd (sinds')
  expect(text).toContain('“Haal korenaar.test terug (restore)')
  await see(DOMAIN, daysAfter(today, 3), domain(daysAfter(today, 345)))
  await clock(today)
  expect([await calendar(), await open()]).toEqual([[['domain', daysAfter(today, 345), null]], []])
  expect((await read(people.partner, OWN)).text).not.toContain('terug (restore)')
  await forget()
})

test('what was not heard, or unclear, takes nothing away; what renewed by itself does', async () => {
  const until = daysAfter(today, -1)
  await see(DOMAIN, daysAfter(today, 4), domain(until))
  for (const told of ['unseen', 'unclear'] as const) await see(DOMAIN, daysAfter(today, 5), domain(null, { told }))
  expect(await calendar()).toEqual([['domain', until, null]])
  await see(DOMAIN, daysAfter(today, 6), domain(null, { told: 'renewing' }))
  expect(await calendar()).toEqual([])
  expect((await read(people.partner, OWN)).text).toContain('verlengde deze naam net vanzelf')
})

test('the owner types the day where no register tells it, and is told in time; who and when stand there', async () => {
  for (const address of [DOMAIN, `www.${DOMAIN}`]) await see(address, daysAfter(today, 7), domain(null))
  expect((await read(people.partner, OWN)).text).toContain('korenaar.test: het register maakt niet openbaar')
  const until = daysAfter(today, 20)
  expect((await type(people.partner, until)).status).toBe(303)
  expect(await calendar()).toEqual([['domain', until, people.partner.id]])
  const { text } = await read(people.partner, OWN)
  expect(text).toContain('door Bram')
  await clock(today)
  expect(await open()).toMatchObject([{ kind: 'expiry', person: people.partner.id }])
  // Corrected: another day in its place, and told anew in time.
  expect((await type(people.partner, daysAfter(today, 90))).status).toBe(303)
  await clock(today)
  expect([await calendar(), await open()]).toEqual([[['domain', daysAfter(today, 90), people.partner.id]], []])
  const acts = await desk.db.selectFrom('audit').select(['act', 'person']).where('act', '=', 'expiry.typed').execute()
  expect(acts).toEqual(Array(2).fill({ act: 'expiry.typed', person: people.partner.id }))
  // The desk sees it, and has no form to change it.
  const seen = (await read(people.officer, `/balie/organisaties/${bakery}/leveranciers`)).text
  expect(seen).toContain('ingevuld op')
  expect(seen).not.toContain('Dag opslaan')
  // A look that still finds none leaves it; one that finds a day takes its place, at whichever address.
  await see(`www.${DOMAIN}`, daysAfter(today, 8), domain(null))
  expect(await calendar()).toHaveLength(1)
  await see(`www.${DOMAIN}`, daysAfter(today, 9), domain(daysAfter(today, 50)))
  expect(await calendar()).toEqual([['domain', daysAfter(today, 50), null]])
  expect((await read(people.partner, OWN)).text).not.toContain('Dag opslaan')
  expect((await type(people.partner, until)).status).toBe(422)
  expect(await calendar()).toEqual([['domain', daysAfter(today, 50), null]])
  await forget()
})

test('a day that is none, past, or too far is given back with why; another’s domain cannot be typed', async () => {
  await see(DOMAIN, daysAfter(today, 10), domain(null))
  for (const [tot, why] of [
    ['', 'Vul een datum in'],
    ['2027-02-30', 'Vul een datum in'],
    [daysAfter(today, -1), 'al voorbij'],
    ['2999-01-01', 'hooguit 10 jaar'],
  ] as const) {
    const { status, text } = await type(people.partner, tot)
    expect([status, text.includes(why)]).toEqual([422, true])
  }
  expect((await type(people.partner, daysAfter(today, 20), 'madelief.test')).text).toContain('uit de lijst')
  expect((await type(people.neighbour, daysAfter(today, 20))).status).toBe(422)
  expect((await type(people.officer, daysAfter(today, 20))).status).toBe(403)
  expect(await calendar()).toEqual([])
})

test('in the database too: of the own organisation, in the own name, and never over what was measured', async () => {
  const subject = subjects.get(DOMAIN)!
  const { id: municipality } = desk.municipality
  const typed = { organisation: bakery, subject, name: DOMAIN, until: daysAfter(today, 9) }
  const tries = (who: TestPerson, by: string, over = {}) =>
    as(desk.db, who, (tx) => typeDomainDay(tx, municipality, { ...typed, by, ...over }))
  await expect(tries(people.neighbour, people.neighbour.id)).rejects.toThrow(/row-level security/)
  await expect(tries(people.officer, people.officer.id)).rejects.toThrow(/row-level security/)
  await expect(tries(people.partner, people.neighbour.id)).rejects.toThrow(/row-level security/)
  const strange = { subject: subjects.get('www.madelief.test')! }
  await expect(tries(people.partner, people.partner.id, strange)).rejects.toThrow(/row-level security/)
  await see(DOMAIN, daysAfter(today, 11), domain(daysAfter(today, 70)))
  expect(await tries(people.partner, people.partner.id)).toBe(false)
  expect(await calendar()).toEqual([['domain', daysAfter(today, 70), null]])
})
