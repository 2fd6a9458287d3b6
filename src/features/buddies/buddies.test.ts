/** Help in need from an offer to the end of an incident, and who reads what of it, by role and organisation. */
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
import { spoken } from '../../lib/spoken-number.ts'
import { ROLES } from '../../vocabulary/roles.ts'
import { moment, todayIn } from '../../web/language.ts'
import { buddyRoutes } from './routes.ts'
import { buddyTimers } from './timers.ts'

const today = todayIn()
const PLACE = '/balie/hulp-in-nood'
let desk: TestDesk
const people = new Map<string, TestPerson>()
const visitors = new Map<string, Visitor>()
const who = (name: string) => people.get(name)!
const at = (name: string) => visitors.get(name)!
let offer = ''
let incident = ''

beforeAll(async () => {
  desk = await testDesk(buddyRoutes)
  const { id } = desk.municipality
  const [school, practice, shop] = [
    await addOrganisation(desk.db, id, 'School Zuid'),
    await addOrganisation(desk.db, id, 'Praktijk Noord'),
    await addOrganisation(desk.db, id, 'Winkel West'),
  ]
  for (const [name, roles, organisation] of [
    ['sam', ['security-officer'], null],
    ['anna', ['policy-officer'], null],
    ['els', ['executor'], null],
    ['bea', ['administrator'], null],
    ['buddy', ['partner'], school],
    ['colleague', ['partner'], school],
    ['asker', ['partner'], practice],
    ['other', ['partner'], shop],
  ] as const)
    people.set(name, await addPerson(desk.db, id, roles, name, organisation))
  for (const [name, person] of people) visitors.set(name, await desk.visit(person))
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.close()
})

const OFFERED = {
  kan: ['recover', 'network'],
  wat: 'Wij zetten servers terug.',
  uren: 'always',
  wijken: 'Noord, Zuid',
  groepen: ['A'],
  wie: 'Bo',
  telefoon: '06 12 34 56 78',
}
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
const text = async (name: string, path: string) => (await at(name).get(path)).text()
const placeOf = (response: Response) => response.headers.get('location')!.replace(/\?.*/, '')
const tasks = (kind: string) => desk.db.selectFrom('task').selectAll().where('kind', '=', kind).execute()
const mails = () =>
  desk.db.selectFrom('message').selectAll().where('kind', '=', 'incident').orderBy('created_at').execute()

test('an offer that is not right comes back with what was typed', async () => {
  const answer = await at('buddy').post(`${PLACE}/aanbod/nieuw`, { ...OFFERED, kan: [], telefoon: 'bel maar' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Kies waarmee u kunt helpen.')
  expect(page).toContain('Wij zetten servers terug.')
})

test('an offer stands once all that is agreed is signed, and only then', async () => {
  const made = await at('buddy').post(`${PLACE}/aanbod/nieuw`, OFFERED)
  expect(made.status).toBe(303)
  offer = placeOf(made)
  expect(await text('buddy', offer)).toContain('Dit aanbod staat nog niet.')
  expect(await text('sam', PLACE)).toContain('Nog geen organisatie biedt hulp aan.')
  const half = await at('buddy').post(`${offer}/tekenen`, { ...AGREED, stoppen: '' })
  expect(half.status).toBe(422)
  expect(await half.text()).toContain('Vink stoppen aan, of teken niet.')
  expect((await at('sam').post(`${offer}/tekenen`, AGREED)).status).toBe(403)
  expect((await at('other').post(`${offer}/tekenen`, AGREED)).status).toBe(404)
  expect((await at('buddy').post(`${offer}/tekenen`, AGREED)).status).toBe(303)
  expect(await text('sam', PLACE)).toContain('School Zuid')
  const [signed] = await desk.db.selectFrom('buddy_agreement').selectAll().execute()
  expect(signed!.text).toContain('Geheimhouding')
  await expect(sql`update buddy_agreement set name = 'x'`.execute(desk.db)).rejects.toThrow('stays as it was')
})

test('an offer is read by whose it is and by who may call, by nobody else', async () => {
  for (const [name, status] of [
    ['buddy', 200],
    ['colleague', 200],
    ['sam', 200],
    ['anna', 200],
    ['els', 404],
    ['asker', 404],
    ['other', 404],
    ['bea', 403],
  ] as const)
    expect((await at(name).get(offer)).status, name).toBe(status)
  for (const role of ROLES.filter((each) => each !== 'partner')) {
    const person = await addPerson(desk.db, desk.municipality.id, [role], `alleen ${role}`)
    const rows = await as(desk.db, person, (tx) => tx.selectFrom('buddy_offer').select('id').execute())
    expect(rows.length, role).toBe(['security-officer', 'policy-officer', 'account-manager'].includes(role) ? 1 : 0)
  }
  const far = await addPerson(desk.db, desk.elsewhere.id, ['security-officer'], 'ver')
  expect(await as(desk.db, far, (tx) => tx.selectFrom('buddy_offer').select('id').execute())).toEqual([])
})

test('who asks for help is read by nobody until somebody takes it, and the mail says nothing', async () => {
  expect((await at('asker').post(`${PLACE}/vragen`, { ...ASKED, tijd: 'gisteren' })).status).toBe(422)
  expect((await at('asker').post(`${PLACE}/vragen`, { ...ASKED, dag: daysAfter(today, 2) })).status).toBe(422)
  const made = await at('asker').post(`${PLACE}/vragen`, ASKED)
  expect(made.status).toBe(303)
  incident = placeOf(made)
  expect(await text('asker', incident)).toContain('Alle schermen zijn zwart')
  for (const name of ['sam', 'anna', 'els', 'buddy', 'other'])
    expect((await at(name).get(incident)).status, name).toBe(404)
  const [task] = await tasks('incident')
  expect(task).toMatchObject({ role: 'security-officer', text: 'TLP:RED – Iemand vraagt hulp bij een incident' })
  // Everybody with that role hears that there is one, for nobody took it yet.
  expect(await mails()).toHaveLength(2)
  for (const { subject, body } of await mails()) {
    expect(subject).toBe('[TLP:RED] Iemand vraagt hulp bij een incident')
    expect(body).not.toMatch(/schermen|Noord|071|Jo\b/)
  }
  expect(await text('sam', PLACE)).toContain('Wacht op iemand die het oppakt')
  expect(await text('sam', PLACE)).not.toContain('schermen')
  expect((await at('els').post(`${incident}/oppakken`)).status).toBe(403)
  expect((await at('sam').post(`${incident}/oppakken`)).status).toBe(303)
  expect(await text('sam', incident)).toContain('Alle schermen zijn zwart')
  expect((await at('anna').get(incident)).status).toBe(404)
  expect((await tasks('incident'))[0]!.done_at).not.toBeNull()
})

test('who reads an incident reads until when the law wants to hear of it, counted from when it was known', async () => {
  const { since } = await desk.db.selectFrom('incident').select('since').executeTakeFirstOrThrow()
  const page = await text('sam', incident)
  const after = (hours: number) => moment('nl', new Date(since.getTime() + hours * 3_600_000))
  expect(page).toContain(`uiterlijk ${after(24)} (24 uur), bij het CSIRT en de toezichthouder`)
  expect(page.split(`uiterlijk ${after(72)} (72 uur)`)).toHaveLength(3)
  for (const said of ['op zijn vroegst op', 'AVG artikel 33', 'vier uur of langer', 'loopt een jurist nog na'])
    expect(page).toContain(said)
  // That of an organisation is not taken for one of a municipality.
  expect(page).toContain('alleen voor wie eronder valt')
})

test('a call goes to the person of the offer, who alone of its organisation reads the incident', async () => {
  const id = offer.split('/').at(-1)!
  expect((await at('sam').post(`${incident}/oproepen`, { maatje: '', tekst: '' })).status).toBe(422)
  expect((await at('asker').post(`${incident}/oproepen`, { maatje: id, tekst: '' })).status).toBe(422)
  expect((await at('sam').post(`${incident}/oproepen`, { maatje: id, tekst: 'Kom naar Noord' })).status).toBe(303)
  expect((await at('sam').post(`${incident}/oproepen`, { maatje: id, tekst: '' })).status).toBe(422)
  expect((await at('buddy').get(incident)).status).toBe(200)
  expect((await at('colleague').get(incident)).status).toBe(404)
  expect((await tasks('incident-call'))[0]).toMatchObject({ person: who('buddy').id })
  expect((await mails()).at(-1)).toMatchObject({ recipient: who('buddy').email })
  // Being called is no leading: who was called calls nobody, and ends nothing.
  expect((await at('buddy').post(`${incident}/oproepen`, { maatje: id, tekst: '' })).status).toBe(403)
  expect((await at('buddy').post(`${incident}/afsluiten`, { gedaan: 'x', lessen: 'x' })).status).toBe(403)
  const late = await at('buddy').post(`${incident}/antwoord`, { antwoord: 'later', toelichting: '' })
  expect(late.status).toBe(422)
  expect(await late.text()).toContain('Schrijf wanneer u wel kunt.')
  expect((await at('asker').post(`${incident}/antwoord`, { antwoord: 'yes' })).status).toBe(403)
  expect((await at('buddy').post(`${incident}/antwoord`, { antwoord: 'yes', toelichting: 'om 11.00' })).status).toBe(
    303,
  )
  expect((await tasks('incident-call'))[0]!.done_at).not.toBeNull()
  expect(
    (await mails())
      .slice(-2)
      .map(({ recipient }) => recipient)
      .toSorted(),
  ).toEqual([who('sam').email, who('asker').email].toSorted())
})

test('nobody calls past the walls: no other person, no offer that is over, no incident of another', async () => {
  const [own] = await desk.db.selectFrom('incident').select('id').execute()
  const [stands] = await desk.db.selectFrom('buddy_offer').select(['id', 'person']).execute()
  const call = (person: TestPerson, more: object) =>
    as(desk.db, person, (tx) =>
      tx
        .insertInto('incident_call')
        .values({
          municipality: person.municipality,
          id: crypto.randomUUID(),
          incident: own!.id,
          offer: stands!.id,
          person: stands!.person,
          by: person.id,
          ...more,
        })
        .execute(),
    )
  await expect(call(who('sam'), { person: who('other').id })).rejects.toThrow('row-level security')
  await expect(call(who('anna'), {})).rejects.toThrow('row-level security')
  await expect(call(who('asker'), {})).rejects.toThrow('row-level security')
  await expect(call(who('sam'), { by: who('anna').id })).rejects.toThrow('row-level security')
})

test('the log stays as it was written, also for who owns the database', async () => {
  expect((await at('buddy').post(`${incident}/logboek`, { regel: '' })).status).toBe(422)
  expect((await at('buddy').post(`${incident}/logboek`, { regel: 'Server staat weer aan' })).status).toBe(303)
  expect(await text('sam', incident)).toContain('Server staat weer aan')
  await expect(sql`update incident_log set text = 'x'`.execute(desk.db)).rejects.toThrow('stays as it was')
  await expect(sql`delete from incident_log`.execute(desk.db)).rejects.toThrow('stays as it was')
})

test('an incident ends once, with what was done and learnt, and then nothing of it changes', async () => {
  expect((await at('sam').post(`${incident}/afsluiten`, { gedaan: '', lessen: '' })).status).toBe(422)
  const said = { gedaan: 'Back-up teruggezet', lessen: 'Bel eerder' }
  expect((await at('sam').post(`${incident}/afsluiten`, said)).status).toBe(303)
  expect((await at('sam').post(`${incident}/logboek`, { regel: 'nog iets' })).status).toBe(409)
  expect((await at('anna').post(`${incident}/oppakken`)).status).toBe(404)
  expect(await text('asker', incident)).toContain('Bel eerder')
  expect(await text('asker', incident)).toContain('href="/balie/oefeningen"')
  await expect(sql`update incident set done = 'x'`.execute(desk.db)).rejects.toThrow('this incident is over')
  await expect(
    as(desk.db, who('sam'), (tx) => tx.updateTable('incident').set({ done: '(gewist)' }).execute()),
  ).rejects.toThrow('this incident is over')
  // Who is forgotten is forgotten here too.
  await unasked(desk.db, (tx) => tx.updateTable('incident').set({ lessons: 'Bel eerder, a@b.test' }).execute())
  await sql`select wall.wipe_address(${desk.municipality.id}, 'a@b.test')`.execute(desk.db)
  expect((await desk.db.selectFrom('incident').select('lessons').execute())[0]!.lessons).toBe('Bel eerder, (gewist)')
})

test('an organisation that was told the code calls its fixed buddy itself, until that is undone', async () => {
  const { code } = await desk.db.selectFrom('buddy_offer').select('code').executeTakeFirstOrThrow()
  expect((await at('asker').post(`${PLACE}/maatje`, { code: '22222-22222' })).status).toBe(422)
  expect((await at('buddy').post(`${PLACE}/maatje`, { code })).status).toBe(422)
  expect((await at('asker').post(`${PLACE}/maatje`, { code: spoken(code).toLowerCase() })).status).toBe(303)
  expect(await text('asker', offer)).toContain('06 12 34 56 78')
  const made = placeOf(await at('asker').post(`${PLACE}/vragen`, ASKED))
  const id = offer.split('/').at(-1)!
  expect((await at('asker').post(`${made}/oproepen`, { maatje: id, tekst: '' })).status).toBe(303)
  expect((await at('buddy').get(made)).status).toBe(200)
  expect((await at('buddy').post(`${offer}/maatjes-weg`)).status).toBe(303)
  expect((await at('asker').get(offer)).status).toBe(404)
  const again = placeOf(await at('asker').post(`${PLACE}/vragen`, { ...ASKED, wat: 'Weer' }))
  expect((await at('asker').post(`${again}/oproepen`, { maatje: id, tekst: '' })).status).toBe(422)
})

const clock = () => tick(desk.db, { timers: buddyTimers, postman: undefined, today, origin: ORIGIN })

test('who is called is asked to sign anew in time, once; what is over is called no more', async () => {
  const until = (on: string) =>
    unasked(desk.db, (tx) => tx.updateTable('buddy_offer').set({ agreed_until: on }).execute())
  await until(daysAfter(today, 40))
  await clock()
  expect(await tasks('buddy-renew')).toEqual([])
  await until(daysAfter(today, 20))
  await clock()
  await clock()
  expect(await tasks('buddy-renew')).toMatchObject([{ person: who('buddy').id, due_on: daysAfter(today, 20) }])
  await until(daysAfter(today, -1))
  expect(await text('sam', PLACE)).toContain('Nog geen organisatie biedt hulp aan.')
  expect((await at('buddy').post(`${offer}/tekenen`, AGREED)).status).toBe(303)
  expect((await tasks('buddy-renew'))[0]!.done_at).not.toBeNull()
  expect(await text('sam', PLACE)).toContain('School Zuid')
})

test('few are not told: one offer is none that anybody can count', async () => {
  const figures = await desk.db.selectFrom('published.buddy_figure').selectAll().execute()
  expect(figures.find(({ measure }) => measure === 'offers')!.value).toBeNull()
  expect(figures.find(({ measure }) => measure === 'asked')!.value).toBe(0)
})

test('after its term all of an incident is gone: words, log, calls, mail and tasks', async () => {
  await unasked(desk.db, (tx) =>
    tx.updateTable('incident').set({ wipe_on: today }).where('state', '=', 'ended').execute(),
  )
  const id = incident.split('/').at(-1)!
  await clock()
  for (const [table, column] of [
    ['incident', 'id'],
    ['incident_log', 'incident'],
    ['incident_call', 'incident'],
    ['incident_caller', 'incident'],
  ] as const) {
    const { rows } = await sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(desk.db)
    expect(rows, table).toEqual([])
  }
  for (const table of ['message', 'task'])
    expect(
      (await sql`select from ${sql.table(table)} where object = ${`incident/${id}`}`.execute(desk.db)).rows,
      table,
    ).toEqual([])
  expect(await desk.db.selectFrom('incident').select('state').execute()).toHaveLength(2)
})
