/** What comes: a register that only this test has tells its dates on the calendar, in tasks, in mail and in a file. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { readRegisters } from '../../catalogue/registers.ts'
import { asClock, asPerson } from '../../db/as.ts'
import type { Register, Values } from '../../model/register.ts'
import { todayIn } from '../../web/language.ts'
import { addEntry, changeEntry, endEntry, entryById } from '../store.ts'
import { remindOfDates } from './remind.ts'

const FILE = `
id: palen
versie: "1"
titel: Palen
een: paal
uitleg: Welke er staan.
doel: paal
herinnert: uitvoerder
lijst: [naam]
velden:
  - {id: naam, soort: tekst, label: Naam, verplicht: true, rol: title}
  - {id: sinds, soort: datum, label: Sinds, rol: begins, herinner_dagen: [5]}
  - {id: weg, soort: datum, label: Weg op, rol: ends, herinner_dagen: [30, 7]}
  - {id: geschilderd, soort: datum, label: Geschilderd op}
  - {id: opmerking, soort: tekst, label: Opmerking}
  - id: beurten
    soort: lijst
    label: Beurten
    delen:
      - {id: dag, soort: datum, label: Verven op, herinner_dagen: [7]}
      - {id: klaar, soort: datum, label: Geverfd op}
`
let desk: TestDesk
let register: Register
let person: TestPerson
let at: Visitor
let reader: Visitor

const after = (days: number) => todayIn(new Date(Date.now() + days * 86_400_000))
const here = () => desk.municipality.id
const who = () => ({ municipality: here(), person: person.id, organisation: null })
const add = (values: Values) =>
  asPerson(desk.db, who(), 'write', (tx) => addEntry(tx, here(), register, { values, by: person.id, way: 'form' }))
const remind = (today = todayIn()) =>
  asClock(desk.db, here(), (tx) =>
    remindOfDates(tx, {
      municipality: desk.municipality,
      registers: [register],
      today,
      origin: 'https://leidraad.test',
    }),
  )
const tasks = () =>
  desk.db.selectFrom('task').select(['text', 'path', 'role', 'due_on']).where('done_at', 'is', null).execute()
const main = async (where: string, visitor = at) =>
  /<main[\s\S]*<\/main>/
    .exec(await (await visitor.get(where)).text())![0]
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const day = (iso: string) => new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long' }).format(new Date(iso))

beforeAll(async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-dates-'))
  writeFileSync(path.join(dir, 'palen.yaml'), FILE)
  const registers = readRegisters(dir)
  register = registers[0]!
  desk = await testDesk(deskRoutes({ ...testDeps(), registers }))
  person = await addPerson(desk.db, here(), ['executor'], 'Anna')
  at = await desk.visit(person)
  reader = await desk.visit(await addPerson(desk.db, here(), ['auditor'], 'Carla'))
})
beforeEach(async () => {
  for (const table of ['task', 'message', 'entry_link', 'entry_version', 'entry'] as const)
    await desk.db.deleteFrom(table).execute()
})
afterAll(() => desk.close())

test('a date that comes near is a task for the role of the file, once, also for several things', async () => {
  await add({ naam: 'Paal A', weg: after(20), opmerking: after(3), geschilderd: after(2) })
  await add({ naam: 'Paal B', weg: after(20) })
  await add({ naam: 'Paal C', weg: after(31) })
  await add({ naam: 'Paal D', weg: after(-40) })
  expect(await remind()).toBe(1)
  expect(await remind()).toBe(0)
  expect(await tasks()).toEqual([
    {
      text: `2 van Palen: weg op ${day(after(20))}`,
      path: `/balie/agenda?register=palen&veld=weg&datum=${after(20)}`,
      role: 'executor',
      due_on: after(20),
    },
  ])
  const page = await main((await tasks())[0]!.path)
  expect(page).toContain('Paal A')
  expect(page).toContain('Paal B')
  expect(page).not.toContain('Paal C')
})

test('a date in the rows of a list is one of the calendar too, each of them', async () => {
  const turns = [after(3), after(5), after(60)].map((dag) => ({ dag, klaar: after(2) }))
  await add({ naam: 'Paal A', beurten: turns })
  // Twice the same day in one list is one date.
  await add({ naam: 'Paal B', beurten: [{ dag: after(5) }, { dag: after(5) }] })
  expect(await remind()).toBe(2)
  expect((await tasks()).map(({ text, path }) => [text, path]).toSorted()).toEqual([
    [`2 van Palen: verven op ${day(after(5))}`, `/balie/agenda?register=palen&veld=beurten.dag&datum=${after(5)}`],
    [`Paal A (paal): verven op ${day(after(3))}`, `/balie/agenda?register=palen&veld=beurten.dag&datum=${after(3)}`],
  ])
  const one = await main(`/balie/agenda?register=palen&veld=beurten.dag&datum=${after(5)}`)
  expect(one).toContain('Paal A')
  expect(one).toContain('Paal B')
  expect(await main('/balie/agenda')).toContain('Verven op')
  expect(await main('/balie/agenda')).toMatch(/Alle registers .* Zoeken /)
  expect((await at.get(`/balie/agenda?register=palen&veld=beurten.klaar&datum=${after(2)}`)).status).toBe(404)
})

test('the last reminder goes by mail too, to who keeps the register; none is told twice', async () => {
  await add({ naam: 'Paal A', weg: after(20) })
  await remind()
  expect(await desk.db.selectFrom('message').selectAll().execute()).toEqual([])
  expect(await remind(after(14))).toBe(1)
  await remind(after(14))
  expect(await tasks()).toHaveLength(1)
  const mail = await desk.db.selectFrom('message').select(['person', 'subject', 'body']).execute()
  expect(mail).toHaveLength(1)
  expect(mail[0]).toMatchObject({
    person: person.id,
    subject: `Herinnering: Paal A (paal): weg op ${day(after(20))}`,
  })
  expect(mail[0]!.body).toContain(`https://leidraad.test/balie/agenda?register=palen&veld=weg&datum=${after(20)}`)
})

test('who puts the date off or ends it is done with the task; so is who says that nothing need be done', async () => {
  const { id } = await add({ naam: 'Paal A', weg: after(20) })
  await remind()
  const entry = () => asPerson(desk.db, who(), 'read', (tx) => entryById(tx, here(), register, id))
  const was = (await entry())!
  await asPerson(desk.db, who(), 'write', (tx) =>
    changeEntry(tx, here(), register, was, {
      values: { naam: 'Paal A', weg: after(25) },
      by: person.id,
      way: 'form',
    }),
  )
  expect(await tasks()).toEqual([])
  await remind()
  expect(await tasks()).toHaveLength(1)
  const now = (await entry())!
  await asPerson(desk.db, who(), 'write', (tx) => endEntry(tx, here(), register, now, { by: person.id, ended: true }))
  expect(await tasks()).toEqual([])

  await add({ naam: 'Paal B', weg: after(6), sinds: after(-3) })
  await remind()
  expect((await tasks()).map(({ text }) => text)).toEqual([
    `Paal B (paal): sinds ${day(after(-3))}`,
    `Paal B (paal): weg op ${day(after(6))}`,
  ])
  const fields = { register: 'palen', veld: 'weg', datum: after(6) }
  expect((await reader.post('/balie/agenda/gezien', fields)).status).toBe(403)
  expect((await at.post('/balie/agenda/gezien', fields)).status).toBe(303)
  expect(await tasks()).toHaveLength(1)
  await remind()
  expect(await tasks()).toHaveLength(1)
  expect((await at.post('/balie/agenda/gezien', { ...fields, veld: 'geschilderd' })).status).toBe(404)
  expect((await at.post('/balie/agenda/gezien', { ...fields, datum: 'morgen' })).status).toBe(404)
})

test('the calendar tells what comes and what passed by month, and the file the same for other calendars', async () => {
  await add({ naam: 'Paal A', weg: after(20), sinds: after(-20) })
  await add({ naam: 'Paal B', weg: after(-20) })
  await add({ naam: 'Paal, met; tekens', weg: after(400) })
  const page = await main('/balie/agenda', reader)
  expect(page).toMatch(/Voorbij .*Paal B.*Paal A/)
  expect(page).not.toContain('Sinds')
  expect(page).not.toContain('met; tekens')
  expect((await at.get('/balie/agenda?register=weg&vanaf=9999-99')).status).toBe(200)
  expect((await at.get('/balie/agenda?register=palen&veld=weg&datum=2026-02-31')).status).toBe(404)
  const file = await reader.get('/balie/agenda.ics')
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await file.text()
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(text).toContain(`DTSTART;VALUE=DATE:${after(20).replaceAll('-', '')}\r\n`)
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:Paal\\, met\\; tekens (paal): weg op ${day(after(400))}\r\n`)
})
