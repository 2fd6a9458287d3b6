/** A new measurement at once: who may ask for whose, one at a time and three in a day, and before what waits. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { emptied } from '../../../test/database.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { ROLES, allows, type Role } from '../../vocabulary/roles.ts'
import { moment } from '../../web/language.ts'
import { importOrganisations } from '../organisations/store.ts'
import { askLook } from './measured-store.ts'
import { claim, finish } from './queue-store.ts'
import { requestRound, subjectsOf } from './rounds-store.ts'
import { scanRoutes } from './routes.tsx'

let desk: TestDesk
let town: string
let cafe: string
let shop: string
const people = new Map<Role, TestPerson>()
let partner: TestPerson
let stranger: TestPerson
let elsewhere: TestPerson
beforeAll(async () => {
  desk = await testDesk(scanRoutes(testDeps()))
  town = (await ensureMunicipality(desk.db, 'Sluiswijk')).id
  const there = (await ensureMunicipality(desk.db, 'Elders')).id
  await importOrganisations(desk.db, town, {
    rows: [{ line: 2, cells: { name: 'Café', websites: 'www.cafe.test', mailDomains: 'cafe.test' } }],
    refused: [],
  })
  cafe = (await desk.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()).id
  shop = await addOrganisation(desk.db, town, 'Winkel')
  for (const role of ROLES) if (role !== 'partner') people.set(role, await addPerson(desk.db, town, [role]))
  partner = await addPerson(desk.db, town, ['partner'], 'Piet', cafe)
  stranger = await addPerson(desk.db, town, ['partner'], 'Vreemd', shop)
  elsewhere = await addPerson(desk.db, there, ['policy-officer'], 'Ella')
})
afterAll(() => desk.close())
beforeEach(() => emptied(desk.db, 'asked_look, job, round, round_visit, visit'))

const PLACE = () => `/balie/organisaties/${cafe}/metingen`
const asked = () => desk.db.selectFrom('asked_look').select('organisation').execute()
const queue = () =>
  desk.db
    .selectFrom('visit as v')
    .innerJoin('job as j', 'j.id', 'v.id')
    .select(['v.address', 'v.domain', 'j.lane', 'j.state'])
    .orderBy('j.due')
    .orderBy('v.address')
    .execute()
/** What stands in the trail of asking: of whom, and of how many addresses. */
async function told() {
  const acts = desk.db.selectFrom('audit').select(['object', 'detail']).where('act', '=', 'measurement.asked')
  return (await acts.orderBy('no').execute()).map(({ object, detail }) => ({ object, ...JSON.parse(detail) }))
}
/** Makes every visit that waits, as who measures does. */
async function measureAll(): Promise<void> {
  for (;;) {
    const held = await claim(desk.db, 'w')
    if (!held) return
    await finish(desk.db, held, { evidence: 'a'.repeat(64), why: null, detail: null }, async () => {})
  }
}

test('whose it is asks once, sees how far it is, and asks again when it is done; three times in a day', async () => {
  const piet = await desk.visit(partner)
  const first = await (await piet.get('/balie/onze-metingen')).text()
  expect(first).toContain('Nu laten meten')
  expect((await piet.post('/balie/onze-metingen')).status).toBe(303)
  expect(await queue()).toMatchObject([
    { address: 'cafe.test', domain: 'cafe.test', lane: 'cafe.test', state: 'queued' },
    { address: 'www.cafe.test', domain: 'cafe.test', lane: 'cafe.test', state: 'queued' },
  ])
  const busy = await (await piet.get('/balie/onze-metingen')).text()
  expect(busy).toContain('0 van 2 adressen gemeten')
  expect(busy).not.toContain('Nu laten meten')
  expect((await piet.post('/balie/onze-metingen')).status).toBe(409)
  await measureAll()
  expect(await (await piet.get('/balie/onze-metingen')).text()).toContain('is klaar')
  for (const status of [303, 303, 409]) {
    expect((await piet.post('/balie/onze-metingen')).status).toBe(status)
    await measureAll()
  }
  expect(await asked()).toHaveLength(3)
  // A rolling day: when the first of the three is 24 hours ago.
  const [first3] = await desk.db.selectFrom('asked_look').select('asked_at').orderBy('asked_at').execute()
  const often = 'In de laatste 24 uur is al 3 keer een meting gevraagd, door u of de gemeente. Het kan weer na '
  const until = often + moment('nl', new Date(first3!.asked_at.getTime() + 86_400_000))
  expect(await (await piet.get('/balie/onze-metingen')).text()).toContain(until)
  expect(await (await piet.post('/balie/onze-metingen')).text()).toContain(until)
  const officer = await desk.visit(people.get('policy-officer')!)
  expect(await (await officer.get(PLACE())).text()).toContain('door de organisatie of de gemeente')
  await sql`update asked_look set asked_at = now() - interval '25 hours' where asked_at = (select min(asked_at)
    from asked_look)`.execute(desk.db)
  expect(await (await piet.get('/balie/onze-metingen')).text()).toContain('Nu laten meten')
  const acts = await told()
  expect(acts).toEqual(Array.from({ length: 3 }, () => ({ object: `organisation/${cafe}`, visits: 2 })))
})

test('of many addresses the fifty measured longest ago; more than 200 in a day wait their turn', async () => {
  const big = await addOrganisation(desk.db, town, 'Groot')
  await sql`insert into subject (municipality, id, organisation, kind, address) select ${town}, uuidv7(), ${big},
    'website', 'www.' || lpad(n::text, 2, '0') || '.test' from generate_series(1, 60) n`.execute(desk.db)
  // Of the first fifteen alone it is known when; the first three were measured last.
  await sql`insert into visit (id, kind, address, domain, state, ended_at) select uuidv7(), 'website', address, address,
    'done', now() - case when address < 'www.04.test' then interval '1 hour' else interval '1 day' end
    from subject where organisation = ${big} and address < 'www.16.test'`.execute(desk.db)
  const officer = await desk.visit(people.get('policy-officer')!)
  expect((await officer.post(`/balie/organisaties/${big}/metingen`)).status).toBe(303)
  const first = (await queue()).filter(({ state }) => state === 'queued').map(({ address }) => address)
  expect(first).toHaveLength(50)
  expect(first.filter((address) => address < 'www.16.test')).toEqual(
    ['04', '05', '06', '07', '08'].map((n) => `www.${n}.test`),
  )
  expect((await told()).at(-1)).toEqual({ object: `organisation/${big}`, visits: 50 })
  const piet = await desk.visit(partner)
  const ahead = async () => {
    await sql`delete from asked_look where organisation = ${cafe}`.execute(desk.db)
    await sql`delete from round_visit where visit in (select id from visit where address like '%cafe.test')`.execute(
      desk.db,
    )
    await sql`delete from job where lane = 'cafe.test'`.execute(desk.db)
    await sql`delete from visit where address like '%cafe.test'`.execute(desk.db)
    expect((await piet.post('/balie/onze-metingen')).status).toBe(303)
    const jobs = await desk.db.selectFrom('job').select('due').where('lane', '=', 'cafe.test').execute()
    return jobs.map(({ due }) => Date.now() - due.getTime() > 12 * 3_600_000)
  }
  const more = (rounds: number) =>
    sql`with r as (insert into round (municipality, id) select ${town}, uuidv7() from generate_series(1, ${rounds})
        returning id),
      a as (insert into asked_look (municipality, id, organisation, round) select ${town}, uuidv7(), ${big}, id from r)
      insert into round_visit (municipality, round, subject, visit)
        select distinct b.municipality, r.id, b.subject, b.visit
      from r cross join round_visit b join asked_look o on o.round = b.round and o.organisation = ${big}`.execute(
      desk.db,
    )
  await more(2)
  expect(await ahead()).toEqual([true, true])
  await sql`delete from asked_look where organisation = ${cafe}`.execute(desk.db)
  await more(1)
  expect(await ahead()).toEqual([false, false])
})

test('who asks goes before a whole city that waits, and an address that waits already is taken along', async () => {
  const wanted = (await subjectsOf(desk.db, town)).map((each) => ({ ...each, domain: 'cafe.test' }))
  const other = { ...wanted[0]!, kind: 'website' as const, address: 'eerder.test', domain: 'eerder.test' }
  await requestRound(desk.db, town, [other])
  await requestRound(desk.db, town, wanted.slice(0, 1))
  await desk.visit(partner).then((piet) => piet.post('/balie/onze-metingen'))
  expect((await queue()).map(({ address }) => address)).toEqual(['cafe.test', 'www.cafe.test', 'eerder.test'])
})

test.each(ROLES.filter((role) => role !== 'partner'))('%s', async (role) => {
  const visitor = await desk.visit(people.get(role)!)
  const may = allows([role], 'measurement.ask')
  expect((await visitor.get(PLACE())).status).toBe(allows([role], 'measurement.read') ? 200 : 403)
  expect((await visitor.post(PLACE())).status).toBe(may ? 303 : 403)
  expect((await visitor.get('/balie/onze-metingen')).status).toBe(403)
  expect((await visitor.post('/balie/onze-metingen')).status).toBe(403)
  expect(await asked()).toHaveLength(may ? 1 : 0)
})

test('nobody asks for another organisation, or for one of another municipality, at the door or past it', async () => {
  const others = await desk.visit(stranger)
  for (const answer of [await others.get(PLACE()), await others.post(PLACE())]) expect(answer.status).toBe(403)
  expect(await (await others.get('/balie/onze-metingen')).text()).not.toContain('cafe.test')
  const far = await desk.visit(elsewhere)
  for (const answer of [await far.get(PLACE()), await far.post(PLACE())]) expect(answer.status).toBe(404)
  // Past the pages the database refuses it as well.
  const past = (person: TestPerson) => as(desk.house.site, person, (tx) => askLook(tx, cafe))
  for (const person of [stranger, people.get('auditor')!, people.get('administrator')!])
    await expect(past(person)).rejects.toThrow(/not theirs/)
  expect(await past(elsewhere)).toBe('none')
  for (const person of [partner, people.get('policy-officer')!])
    await expect(
      as(desk.house.site, person, (tx) =>
        sql`insert into asked_look (municipality, id, organisation, round) values (${town}, uuidv7(), ${cafe},
          uuidv7())`.execute(tx),
      ),
    ).rejects.toThrow(/permission denied/)
  expect(await asked()).toEqual([])
  // Who has no address is told so.
  expect((await others.post('/balie/onze-metingen')).status).toBe(409)
})
