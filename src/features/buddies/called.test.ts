/** Who is told and who is not: buddies who left, two call-ups of one person, and incidents that nobody ends. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  ORIGIN,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { tick } from '../../apps/clock.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { SILENT_DAYS } from '../../vocabulary/buddy.ts'
import { todayIn } from '../../web/language.ts'
import { buddyRoutes } from './routes.ts'
import { buddyTimers } from './timers.ts'

const today = todayIn()
const PLACE = '/balie/hulp-in-nood'
let desk: TestDesk
const people = new Map<string, TestPerson>()
const visitors = new Map<string, Visitor>()
const who = (name: string) => people.get(name)!
const at = (name: string) => visitors.get(name)!
const offers: string[] = []
let incident = ''

beforeAll(async () => {
  desk = await testDesk(buddyRoutes)
  const { id } = desk.municipality
  const school = await addOrganisation(desk.db, id, 'School Zuid')
  const practice = await addOrganisation(desk.db, id, 'Praktijk Noord')
  for (const [name, roles, organisation] of [
    ['sam', ['security-officer'], null],
    ['buddy', ['partner'], school],
    ['colleague', ['partner'], school],
    ['asker', ['partner'], practice],
  ] as const)
    people.set(name, await addPerson(desk.db, id, roles, name, organisation))
  for (const [name, person] of people) visitors.set(name, await desk.visit(person))
  for (const wat of ['Wij zetten servers terug.', 'Wij lenen laptops uit.']) {
    const made = placeOf(await at('buddy').post(`${PLACE}/aanbod/nieuw`, { ...OFFERED, wat }))
    offers.push(idOf(made))
    expect((await at('buddy').post(`${made}/tekenen`, AGREED)).status).toBe(303)
  }
  incident = placeOf(await at('asker').post(`${PLACE}/vragen`, ASKED))
  expect((await at('sam').post(`${incident}/oppakken`)).status).toBe(303)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const OFFERED = { kan: ['recover'], uren: 'always', wijken: '', groepen: [], wie: 'Bo', telefoon: '06 12 34 56 78' }
const AGREED = { geheimhouding: 'ja', aansprakelijkheid: 'ja', stoppen: 'ja', naam: 'Bo', functie: 'beheerder' }
const ASKED = {
  wat: 'Alle schermen zijn zwart',
  waar: 'Noordstraat 1',
  dag: daysAfter(today, -1),
  tijd: '09.15',
  nodig: ['recover'],
  wie: 'Jo',
  telefoon: '071 000 00 00',
}
const placeOf = (response: Response) => response.headers.get('location')!.replace(/\?.*/, '')
const idOf = (path: string) => path.split('/').at(-1)!
const text = async (name: string, path: string) => (await at(name).get(path)).text()
const saidBy = (answer: Response) => decodeURIComponent(answer.headers.get('set-cookie') ?? '')
const openTasks = (kind: string) =>
  desk.db.selectFrom('task').selectAll().where('kind', '=', kind).where('done_at', 'is', null).execute()
const state = (name: string, to: 'active' | 'left') =>
  unasked(desk.db, (tx) => tx.updateTable('person').set({ state: to }).where('id', '=', who(name).id).execute())
const clock = () => tick(desk.db, { timers: buddyTimers, postman: undefined, today, origin: ORIGIN })
const calling = (maatje: string) => at('sam').post(`${incident}/oproepen`, { maatje, tekst: '' })

test('a buddy whose person left is not offered, not called past the page, and can be phoned', async () => {
  const choose = await text('sam', incident)
  expect(choose).toContain(`value="${offers[0]}"`)
  // Who chooses reads when it can be phoned, how far it reaches and for whom.
  expect(choose).toContain('06 12 34 56 78, dag en nacht')
  expect(choose).toContain('in de hele gemeente')
  await state('buddy', 'left')
  const page = await text('sam', incident)
  expect(page).not.toContain(`value="${offers[0]}"`)
  expect(page).toContain('School Zuid: Bo, 06 12 34 56 78')
  expect(await text('sam', PLACE)).toContain('een oproep leest daar nu niemand')
  expect(await text('colleague', `${PLACE}/aanbod/${offers[0]}`)).toContain('Niemand krijgt nu een oproep')
  const late = await calling(offers[0]!)
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Dit maatje krijgt hier geen bericht. Bel zelf: Bo, 06 12 34 56 78.')
  const { id: by, municipality } = who('sam')
  const call = { municipality, id: crypto.randomUUID(), incident: idOf(incident), offer: offers[0]!, by }
  await expect(
    as(desk.db, who('sam'), (tx) =>
      tx
        .insertInto('incident_call')
        .values({ ...call, person: who('buddy').id })
        .execute(),
    ),
  ).rejects.toThrow('row-level security')
  await state('buddy', 'active')
})

test('where a call or a question reaches nobody, it says so and whom to phone', async () => {
  const { code } = await desk.db
    .selectFrom('buddy_offer')
    .select('code')
    .where('id', '=', offers[0]!)
    .executeTakeFirstOrThrow()
  expect((await at('asker').post(`${PLACE}/maatje`, { code })).status).toBe(303)
  const person = (name: string) =>
    unasked(desk.db, (tx) =>
      tx
        .updateTable('buddy_offer')
        .set({ person: who(name).id })
        .where('id', '=', offers[0]!)
        .execute(),
    )
  await state('sam', 'left')
  const asked = await at('asker').post(`${PLACE}/vragen`, ASKED)
  expect(saidBy(asked)).toMatch(/niemand anders kreeg bericht. Bel nu zelf/)
  expect(await text('asker', placeOf(asked))).toContain('Nog niemand van de gemeente kreeg hier bericht van. Bel zelf.')
  await state('sam', 'active')
  await person('asker')
  const called = await at('asker').post(`${placeOf(asked)}/oproepen`, { maatje: offers[0]!, tekst: '' })
  expect(saidBy(called)).toContain('Niemand kreeg bericht van deze oproep. Bel nu zelf: Bo, 06 12 34 56 78.')
  await person('buddy')
})

test('who is called for two offers answers each of them, and is asked until both are answered', async () => {
  for (const each of offers) expect(saidBy(await calling(each))).toContain('De oproep is verstuurd')
  const calls = await desk.db
    .selectFrom('incident_call')
    .select(['id', 'offer'])
    .where('incident', '=', idOf(incident))
    .execute()
  const callOf = (offer: string) => calls.find((each) => each.offer === offer)!.id
  expect(await text('buddy', incident)).toContain('Wij lenen laptops uit.')
  const answer = (oproep: string, antwoord: string) =>
    at('buddy').post(`${incident}/antwoord`, { oproep, antwoord, toelichting: '' })
  for (const wrong of ['', crypto.randomUUID()]) {
    const page = await answer(wrong, 'yes')
    expect(page.status).toBe(422)
    expect(await page.text()).toContain('Kies welke oproep u beantwoordt.')
  }
  expect((await answer(callOf(offers[1]!), 'yes')).status).toBe(303)
  expect(await openTasks('incident-call')).toHaveLength(1)
  expect((await answer(callOf(offers[0]!), 'no')).status).toBe(303)
  expect(await openTasks('incident-call')).toEqual([])
  const lines = await desk.db
    .selectFrom('incident_log')
    .select(['call', 'answer'])
    .where('kind', '=', 'answered')
    .execute()
  expect(new Map(lines.map((each) => [each.call, each.answer]))).toEqual(
    new Map([
      [callOf(offers[1]!), 'yes'],
      [callOf(offers[0]!), 'no'],
    ]),
  )
})

test('where nobody is left to call, where one asks and on the list stands whom to phone now', async () => {
  const pages = () => Promise.all([text('sam', incident), text('asker', `${PLACE}/vragen`), text('asker', PLACE)])
  for (const page of await pages()) expect(page).toContain('op haar algemene nummer')
  await desk.db
    .insertInto('municipality_contact')
    .values({
      municipality: desk.municipality.id,
      phone: '14 071',
      email: '',
      counter: 'Loket Noord',
      address: 'Plein 1',
      hours: 'elke dag 9 tot 17 uur.',
    })
    .execute()
  for (const page of await pages()) {
    expect(page).toContain('Bel 112')
    expect(page).toContain('href="tel:14071"')
    expect(page).toContain('Of ga naar Loket Noord, Plein 1. Open: elke dag 9 tot 17 uur.</')
  }
  expect((await pages())[0]).toContain('niemand die u nog kunt oproepen')
})

test('who asks reads whether the municipality was told, and who took it', async () => {
  const asked = placeOf(await at('asker').post(`${PLACE}/vragen`, ASKED))
  const told = 'De gemeente kreeg bericht; nog niemand pakte het op.'
  expect(await text('asker', asked)).toContain(told)
  expect((await at('sam').post(`${asked}/oppakken`)).status).toBe(303)
  const page = await text('asker', asked)
  expect(page).not.toContain(told)
  expect(page).toContain('Van de gemeente pakt sam dit op.')
})

test('districts are chosen from those that are known, and another is refused', async () => {
  const { id: municipality } = desk.municipality
  const area = { municipality, x: 93_609, y: 464_005, inhabitants: null }
  await desk.db
    .insertInto('published.postcode_area')
    .values([
      { ...area, pc4: '2395', district: 'Binnenstad' },
      { ...area, pc4: '2396', district: 'Zuiderhof' },
    ])
    .execute()
  const form = await text('buddy', `${PLACE}/aanbod/nieuw`)
  expect(form).toContain('value="Binnenstad"')
  const offering = { ...OFFERED, wat: 'Wij lenen een lokaal uit.' }
  const send = (wijken: string[]) => at('buddy').post(`${PLACE}/aanbod/nieuw`, { ...offering, wijken })
  const refused = await send(['Binnenstad', 'Atlantis'])
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('“Atlantis” is hier geen wijk.')
  const made = placeOf(await send(['Binnenstad', 'Zuiderhof']))
  expect(await text('buddy', made)).toContain('in Binnenstad, Zuiderhof')
  expect((await at('buddy').post(`${made}/stoppen`)).status).toBe(303)
  await unasked(desk.db, (tx) => tx.deleteFrom('buddy_offer').where('id', '=', idOf(made)).execute())
})

test('who changes an offer takes over that it is to be signed anew', async () => {
  await unasked(desk.db, (tx) =>
    tx
      .updateTable('buddy_offer')
      .set({ agreed_until: daysAfter(today, 20) })
      .execute(),
  )
  await clock()
  const change = `${PLACE}/aanbod/${offers[0]}/wijzigen`
  expect((await at('colleague').post(change, { ...OFFERED, wat: 'Nu van een ander.' })).status).toBe(303)
  const whose = new Map((await openTasks('buddy-renew')).map(({ object, person }) => [object, person]))
  expect(whose).toEqual(
    new Map([
      [`buddy/${offers[0]}`, who('colleague').id],
      [`buddy/${offers[1]}`, who('buddy').id],
    ]),
  )
})

/** Makes the last line of every log so many days old. */
const silentFor = (days: number) =>
  unasked(desk.db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update incident_log set at = now() - make_interval(days => ${days})`.execute(tx)
  })
const askedToEnd = async () =>
  (await openTasks('incident-close'))
    .filter(({ object }) => object === `incident/${idOf(incident)}`)
    .map(({ person, role }) => person ?? role)
    .toSorted()

test('who can end a silent incident is asked to, once, until somebody writes; a role where all left', async () => {
  await silentFor(SILENT_DAYS - 1)
  await clock()
  expect(await askedToEnd()).toEqual([])
  await silentFor(SILENT_DAYS + 1)
  await clock()
  await clock()
  expect(await askedToEnd()).toEqual([who('sam').id, who('asker').id].toSorted())
  expect((await openTasks('incident-close'))[0]!.text).toMatch(/^TLP:RED – Sluit dit incident af/)
  expect((await at('sam').post(`${incident}/logboek`, { regel: 'Wij wachten op een kabel.' })).status).toBe(303)
  await clock()
  expect(await askedToEnd()).toEqual([])
  await silentFor(SILENT_DAYS + 1)
  await state('sam', 'left')
  await state('asker', 'left')
  await clock()
  expect(await askedToEnd()).toEqual(['security-officer'])
  await state('sam', 'active')
  await state('asker', 'active')
})

test('what nobody ends is kept a year after its last line, and no longer', async () => {
  const left = async () => (await desk.db.selectFrom('incident').select('id').execute()).length
  const all = await left()
  await silentFor(360)
  await clock()
  expect(await left()).toBe(all)
  await silentFor(370)
  await clock()
  expect(await left()).toBe(0)
  expect(await desk.db.selectFrom('incident_log').select('id').execute()).toEqual([])
  expect(await openTasks('incident-close')).toEqual([])
})
