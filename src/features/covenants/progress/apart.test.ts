/** A verifier stands apart from the parties; a verdict is of who took part, of a day that was, and of what was seen. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../../test/desk.ts'
import { unasked } from '../../../../test/database.ts'
import { putCovenant, putParty, terms } from '../../../../test/pledges.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { colleagues } from '../pledge-store.ts'
import { covenantDeskRoutes } from '../routes.ts'

const today = todayIn()
let desk: TestDesk
const who: Record<string, TestPerson> = {}
let joined: string
let invited: string
let covenant: string

beforeAll(async () => {
  desk = await testDesk(covenantDeskRoutes(testDeps()))
  const { id } = desk.municipality
  joined = await addOrganisation(desk.db, id, 'Bibliotheek (oost)')
  invited = await addOrganisation(desk.db, id, 'Museum')
  const people = {
    officer: ['policy-officer'],
    verifier: ['security-officer'],
    contact: ['adviser'],
    colleague: ['adviser'],
    named: ['executor'],
    plain: ['adviser'],
    privacy: ['fg'],
  } as const
  for (const [name, roles] of Object.entries(people)) who[name] = await addPerson(desk.db, id, roles, name)
  const change = (name: string, set: { email?: string; function?: string }) =>
    desk.db.updateTable('person').set(set).where('id', '=', who[name]!.id).execute()
  await change('contact', { email: 'kim@partij.test' })
  await change('colleague', { email: 'bob@partij.test' })
  await change('named', { function: 'beheerder, bibliotheek (Oost)' })
  const pledge = { ...terms(who['verifier']!, who['officer']!), due: daysAfter(today, -2) }
  covenant = await putCovenant(desk.db, who['officer']!, [pledge], [{ organisation: joined, on: '2026-01-01' }])
  const asked = await putParty(desk.db, who['officer']!, covenant, { organisation: invited, on: '2026-01-01' })
  await unasked(desk.db, async (tx) => {
    await sql`alter table covenant_step disable trigger user`.execute(tx)
    await sql`delete from covenant_step where participant = ${asked}`.execute(tx)
    await sql`alter table covenant_step enable trigger user`.execute(tx)
    await sql`update covenant_participant set state = 'invited', joined_on = null where id = ${asked}`.execute(tx)
  })
})
afterAll(() => desk.close())

const place = (rest = '') => `/balie/convenanten/${covenant}/voortgang/https${rest}`
const at = (name: string) => desk.visit(who[name]!)
const put = (by: TestPerson, more: Record<string, unknown>) =>
  as(desk.db, by, (tx) =>
    tx
      .insertInto('pledge_verdict')
      .values({
        municipality: desk.municipality.id,
        id: crypto.randomUUID(),
        covenant,
        pledge: 'https',
        whole: true,
        outcome: 'lapsed',
        proof: 'x',
        seen_on: today,
        calculated: JSON.stringify({ count: 0, among: 0, unknown: 1, on: today, target: 0.8 }),
        due: daysAfter(today, -2),
        by: by.id,
        ...more,
      })
      .execute(),
  )

test('who works for a party, is its contact or is named after it does not verify, at both doors', async () => {
  const known = await as(desk.db, who['officer']!, (tx) => colleagues(tx, desk.municipality.id, covenant))
  const ofParty = known.filter((each) => each.ofParty).map(({ name }) => name)
  expect(ofParty.toSorted()).toEqual(['colleague', 'contact', 'named'])
  const page = await (await (await at('officer')).get(place('/toetser'))).text()
  for (const name of ['plain', 'verifier']) expect(page).toContain(`value="${who[name]!.id}"`)
  for (const name of ['officer', 'contact', 'colleague', 'named', 'privacy'])
    expect(page, name).not.toContain(`value="${who[name]!.id}"`)
  const named = (person: string) =>
    as(desk.db, who['officer']!, (tx) =>
      sql`insert into pledge_verifier (municipality, covenant, pledge, no, person, reason, by) values
        (${desk.municipality.id}, ${covenant}, 'https', 1, ${who[person]!.id}, 'x', ${who['officer']!.id})`.execute(tx),
    )
  for (const name of ['officer', 'contact', 'colleague', 'named', 'privacy'])
    await expect(named(name), name).rejects.toThrow(/row-level/)
})

test('a draft that names somebody of a party as verifier is refused where it is written', async () => {
  const write = (person: TestPerson) =>
    as(desk.db, who['officer']!, async (tx) => {
      await sql`insert into covenant_version (municipality, covenant, no, text, by) select municipality, covenant, 2,
        text, ${who['officer']!.id} from covenant_version where covenant = ${covenant} and no = 1
        on conflict do nothing`.execute(tx)
      await sql`update covenant_version set text = jsonb_set(text, '{pledges,0,verifier,person}',
        to_jsonb(${person.id}::text)) where covenant = ${covenant} and no = 2`.execute(tx)
    })
  await expect(write(who['contact']!)).rejects.toThrow(/works for a party/)
  await write(who['plain']!)
})

test('a verdict is of all together or of who took part; who was only invited is not there to choose', async () => {
  const verifier = await at('verifier')
  const page = await (await verifier.get(place('/oordeel'))).text()
  expect(page).toContain(`value="${joined}"`)
  expect(page).not.toContain(`value="${invited}"`)
  const sent = { over: invited, oordeel: 'lapsed', gehaald: '', gezien: today, bewijs: 'x', vervangt: '', reden: '' }
  const refused = await verifier.post(place('/oordeel'), sent)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Kies over wie het gaat.')
  await expect(put(who['verifier']!, { whole: false, organisation: invited })).rejects.toThrow(/row-level/)
})

test('a verdict is of a day on which the agreement ran, and where nothing was measured a miss says why', async () => {
  const verifier = await at('verifier')
  const sent = { over: 'allen', oordeel: 'met', gehaald: today, gezien: today, bewijs: 'x', vervangt: '', reden: '' }
  const told = async (more: object) => {
    const answer = await verifier.post(place('/oordeel'), { ...sent, ...more })
    expect(answer.status).toBe(422)
    return answer.text()
  }
  expect(await told({ gezien: '1900-01-01' })).toContain('Dit ligt voor het begin van de afspraak, 1 januari 2026.')
  expect(await told({ gehaald: '2025-12-31' })).toContain('Dit ligt voor het begin van de afspraak, 1 januari 2026.')
  expect(await told({ oordeel: 'not-met', gehaald: '' })).toContain('Wat wij niet weten, telt niet als niet gehaald.')
  const not = { outcome: 'not-met', plan_due: daysAfter(today, 50) }
  await expect(put(who['verifier']!, not)).rejects.toThrow(/row-level/)
  await expect(put(who['verifier']!, { seen_on: '1900-01-01' })).rejects.toThrow(/row-level/)
  const why = { oordeel: 'not-met', gehaald: '', reden: 'De partijen zeggen dat zij niets deden.' }
  expect((await verifier.post(place('/oordeel'), { ...sent, ...why })).status).toBe(303)
  expect(await (await verifier.get(place())).text()).toContain('Waarom zonder meting')
  expect(desk.faults).toEqual([])
})
