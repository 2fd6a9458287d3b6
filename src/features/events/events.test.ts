/** Events at the desk and by the clock: who proposes and places, who gets a place, who hears what, and what is left. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unasked } from '../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { tablesIn } from '../../../test/fill.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { asClock } from '../../db/as.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { hashOfToken, newToken } from '../../lib/token.ts'
import { todayIn } from '../../web/language.ts'
import { joinEvent, leaveEvent, readJoined, type NewJoin } from './door-store.ts'
import { eventRoutes } from './routes.tsx'
import { dropJoined, peopleOf } from './signups-store.ts'
import { addEvent, moveEvent, type EventIn } from './store.ts'
import { eventTimers } from './timers.ts'

let desk: TestDesk
let officer: TestPerson
let school: TestPerson
let house: TestPerson
const today = todayIn()
const key = Buffer.alloc(32, 5)
const timers = eventTimers(key)

const event = (more: Partial<EventIn> = {}): EventIn => ({
  kind: 'seminar',
  title: 'Avond',
  subject: 'safety',
  about: 'Praten',
  organiser: 'School',
  starts_on: daysAfter(today, 5),
  starts: '19:30',
  ends_on: daysAfter(today, 5),
  ends: '21:30',
  place: 'Aula',
  places: 2,
  ...more,
})
async function made(by: TestPerson, more: Partial<EventIn> = {}): Promise<{ id: string; no: number }> {
  const id = await as(desk.db, by, (tx) => addEvent(tx, by, event(more)))
  if (by.organisation !== null) await move(officer, id, 'placed')
  const { no } = await desk.db.selectFrom('event').select('no').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, no }
}
const move = (by: TestPerson, id: string, state: Parameters<typeof moveEvent>[3], why = '') =>
  as(desk.db, by, (tx) => moveEvent(tx, by.municipality, id, state, why))
const secrets = new Map<string, string>()
async function join(no: number, name: string, more: Partial<NewJoin> = {}) {
  secrets.set(name, hashOfToken(newToken()))
  return joinEvent(desk.publicDb, {
    municipality: desk.municipality.id,
    id: crypto.randomUUID(),
    event: no,
    name,
    phone: '06 12 34 56 78',
    email: '',
    language: 'nl',
    secret: secrets.get(name)!,
    helped: false,
    ...more,
  })
}
const named = async (who: TestPerson, id: string) =>
  (await as(desk.db, who, (tx) => peopleOf(tx, who.municipality, id))).map(({ name }) => name)
const stands = (id: string) => desk.db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const mails = async (to: string) =>
  (
    await desk.db
      .selectFrom('message')
      .select(['subject', 'body'])
      .where('recipient', '=', to)
      .orderBy('created_at')
      .execute()
  ).map(({ subject }) => subject)
const clock = async () => {
  for (const { run } of timers)
    await asClock(desk.db, desk.municipality.id, (tx) =>
      run(tx, { municipality: desk.municipality as never, today, origin: 'https://x.test' }),
    )
}
const tasks = (id: string, kind: string) =>
  desk.db
    .selectFrom('task')
    .select(['person', 'role', 'path'])
    .where('object', '=', `event/${id}`)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .execute()

beforeAll(async () => {
  desk = await testDesk(eventRoutes)
  const { id } = desk.municipality
  officer = await addPerson(desk.db, id, ['policy-officer'], 'Ambtenaar')
  school = await addPerson(desk.db, id, ['partner'], 'Juf', await addOrganisation(desk.db, id, 'School'))
  house = await addPerson(desk.db, id, ['partner'], 'Buurt', await addOrganisation(desk.db, id, 'Buurthuis'))
})
afterAll(() => desk.close())

describe('who puts what in the public list', () => {
  test('an organisation proposes; only a person of the municipality places, by name', async () => {
    const id = await as(desk.db, school, (tx) => addEvent(tx, school, event({ title: 'Voorstel' })))
    const shown = () => desk.db.selectFrom('published.event').select('no').where('title', '=', 'Voorstel').execute()
    expect([(await stands(id)).state, await shown()]).toEqual(['proposed', []])
    await expect(move(school, id, 'placed')).rejects.toThrow(/does not become/)
    await expect(move(officer, id, 'declined')).rejects.toThrow(/does not become/)
    await move(officer, id, 'placed')
    expect(await stands(id)).toMatchObject({ placed_by: officer.id, state: 'placed' })
    expect(await shown()).toHaveLength(1)
    await expect(
      as(desk.db, school, (tx) =>
        tx
          .insertInto('event')
          .values({
            ...event(),
            municipality: school.municipality,
            id: newId(),
            organisation: school.organisation,
            state: 'placed',
          })
          .execute(),
      ),
    ).rejects.toThrow(/proposes/)
  })
  test('an organisation sees and changes its own alone, and no role without the task changes any', async () => {
    const { id } = await made(school)
    const change = async (who: TestPerson) =>
      Number(
        (
          await as(desk.db, who, (tx) =>
            tx.updateTable('event').set({ about: 'anders' }).where('id', '=', id).executeTakeFirst(),
          )
        ).numUpdatedRows,
      )
    const auditor = await addPerson(desk.db, desk.municipality.id, ['auditor'])
    expect([await change(school), await change(house), await change(officer), await change(auditor)]).toEqual([
      1, 0, 1, 0,
    ])
    const elsewhere = await addPerson(desk.db, desk.elsewhere.id, ['policy-officer'])
    expect(await change(elsewhere)).toBe(0)
  })
  test('what was called off stays readable with why, and comes back', async () => {
    const { id, no } = await made(officer)
    await expect(move(officer, id, 'cancelled')).rejects.toThrow(/does not become/)
    await move(officer, id, 'cancelled', 'Ziek')
    const shown = () =>
      desk.db.selectFrom('published.event').select(['state', 'told']).where('no', '=', no).executeTakeFirstOrThrow()
    expect(await shown()).toMatchObject({ state: 'cancelled', told: { why: 'Ziek' } })
    await move(officer, id, 'placed')
    expect(await shown()).toMatchObject({ state: 'placed' })
  })
})

describe('who gets a place', () => {
  test('the first do, the others wait, and whoever waits longest moves up', async () => {
    const { id, no } = await made(school)
    for (const name of ['Riet', 'Ahmed', 'Corrie', 'Jan']) expect(await join(no, name)).toBe('taken')
    expect(await stands(id)).toMatchObject({ taken: 2, waiting: 2 })
    expect([await named(school, id), await named(officer, id), await named(house, id)]).toEqual([
      ['Riet', 'Ahmed'],
      [],
      [],
    ])
    const read = (name: string) => readJoined(desk.publicDb, desk.municipality.id, secrets.get(name)!)
    expect(await read('Jan')).toMatchObject({ state: 'waiting', place: 2, mailed: false })
    await leaveEvent(desk.publicDb, desk.municipality.id, secrets.get('Riet')!)
    expect([await named(school, id), await read('Riet')]).toEqual([['Ahmed', 'Corrie'], undefined])
    expect(await as(desk.db, house, (tx) => dropJoined(tx, id, '06 12 34 56 78'))).toBe(0)
    expect(await as(desk.db, school, (tx) => dropJoined(tx, id, '+31 6 12 34 56 78'))).toBe(3)
    expect(await stands(id)).toMatchObject({ taken: 0, waiting: 0 })
  })
  test('the same sent twice is one; what is over, off, elsewhere or not ours takes nobody', async () => {
    const { id, no } = await made(officer)
    const one = { id: crypto.randomUUID() }
    expect([await join(no, 'Kees', one), await join(no, 'Kees', one)]).toEqual(['taken', 'taken'])
    expect((await stands(id)).taken).toBe(1)
    expect(await join((await made(officer, { sign_up: 'phone' })).no, 'Nee')).toBe('closed')
    const proposed = await as(desk.db, school, (tx) => addEvent(tx, school, event()))
    expect(await join((await stands(proposed)).no, 'Nee')).toBe('missing')
    await move(officer, id, 'cancelled', 'Ziek')
    expect(await join(no, 'Nee')).toBe('closed')
    await expect(join(no, 'x', { phone: '', email: '' })).rejects.toThrow(/no sign-up/)
    await expect(join(no, '')).rejects.toThrow(/no sign-up/)
  })
  test('the public role reads no row of who joined, and no role reads a secret', async () => {
    for (const table of ['public.event', 'public.event_signup'])
      await expect(sql`select 1 from ${sql.table(table)}`.execute(desk.publicDb)).rejects.toThrow(/permission denied/)
    await expect(as(desk.db, school, (tx) => tx.selectFrom('event_signup').select('secret').execute())).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('who hears what', () => {
  test('by mail that it came in, a place came free, something changed and the day before; each once', async () => {
    const { id, no } = await made(school, { places: 1, title: 'Post' })
    await join(no, 'Ann', { phone: '', email: 'ann@x.test' })
    await join(no, 'Bea', { phone: '', email: 'bea@x.test', language: 'en' })
    for (let twice = 0; twice < 2; twice++) await clock()
    expect([await mails('ann@x.test'), await mails('bea@x.test')]).toEqual([
      ['U staat op de lijst: Post'],
      ['You are on the list: Post'],
    ])
    await leaveEvent(desk.publicDb, desk.municipality.id, secrets.get('Ann')!)
    // With the sign-up goes the mail about it.
    expect(await mails('ann@x.test')).toEqual([])
    for (let twice = 0; twice < 2; twice++) await clock()
    expect((await mails('bea@x.test')).at(-1)).toBe('There is a place for you: Post')
    const soon = daysAfter(today, 1)
    const set = { starts_on: soon, ends_on: soon }
    await as(desk.db, school, (tx) => tx.updateTable('event').set(set).where('id', '=', id).execute())
    await unasked(desk.db, (tx) =>
      tx
        .updateTable('event_signup')
        .set({ asked_at: sql`now() - interval '1 day'` })
        .where('event', '=', id)
        .execute(),
    )
    for (let twice = 0; twice < 2; twice++) await clock()
    expect((await mails('bea@x.test')).slice(-2)).toEqual(['Something changes: Post', 'It is almost time: Post'])
    // On another day it is almost time once more.
    const other = { starts_on: daysAfter(today, 5), ends_on: daysAfter(today, 5) }
    await as(desk.db, school, (tx) => tx.updateTable('event').set(other).where('id', '=', id).execute())
    await clock()
    const remind = () =>
      asClock(desk.db, desk.municipality.id, (tx) =>
        timers
          .find((each) => each.id === 'event-soon')!
          .run(tx, {
            municipality: desk.municipality as never,
            today: daysAfter(today, 4),
            origin: 'https://x.test',
          }),
      )
    expect([await remind(), await remind()]).toEqual([1, 0])
    expect((await mails('bea@x.test')).slice(-2)).toEqual(['Something changes: Post', 'It is almost time: Post'])
    await move(school, id, 'cancelled', 'Ziek')
    for (let twice = 0; twice < 2; twice++) await clock()
    expect((await mails('bea@x.test')).at(-1)).toBe('It is cancelled: Post')
  })
  test('whoever types the address of another lets us write to it three times, and no more', async () => {
    const { no } = await made(officer, { places: 9, title: 'Plagen' })
    // However it is spelled: the same mailbox.
    const spelled = ['doel@x.test', 'Doel@x.test', 'doel+1@x.test', 'DOEL@X.test', 'doel@x.test']
    for (const [at, email] of spelled.entries()) await join(no, `Plaag ${at}`, { phone: '', email })
    await clock()
    const sent = await Promise.all([...new Set(spelled)].map((email) => mails(email)))
    expect(sent.flat()).toHaveLength(3)
  })
  test('who gave a number is phoned by the organiser, and only about what changed', async () => {
    const { id, no } = await made(school, { places: 1 })
    await join(no, 'Wim')
    await clock()
    expect(await tasks(id, 'event-phone')).toEqual([])
    await as(desk.db, school, (tx) => tx.updateTable('event').set({ starts: '20:00' }).where('id', '=', id).execute())
    await clock()
    expect(await tasks(id, 'event-phone')).toEqual([
      { person: school.id, role: null, path: `/balie/onze-evenementen/${id}` },
    ])
  })
  test('days after it the organiser is asked once what it taught; nothing is told before', async () => {
    const { id } = await made(officer)
    const tell = () =>
      as(desk.db, officer, (tx) => tx.updateTable('event').set({ lessons: 'x' }).where('id', '=', id).execute())
    await expect(tell()).rejects.toThrow(/before it was/)
    await back(id, 3)
    for (let twice = 0; twice < 2; twice++) await clock()
    expect(await tasks(id, 'event-lessons')).toMatchObject([{ role: 'policy-officer' }])
    await tell()
    expect((await stands(id)).lessons).toBe('x')
  })
})

const basisOf = async (who: Visitor, at: string) => unseenIn(await (await who.get(at)).text(), 'basis')
const newId = () => crypto.randomUUID()
const back = (id: string, days: number) => {
  const on = daysAfter(today, -days)
  return unasked(desk.db, (tx) =>
    tx.updateTable('event').set({ starts_on: on, ends_on: on }).where('id', '=', id).execute(),
  )
}

test('fourteen days after it a name, a number and an address are nowhere any more; counts are', async () => {
  const { id, no } = await made(school, { places: 1 })
  await join(no, 'Zwanenburgje', { phone: '0612345699', email: 'zwaan@x.test' })
  await join(no, 'Wachtertje', { phone: '0612345698' })
  await clock()
  async function found(text: string): Promise<string[]> {
    const hits: string[] = []
    for (const { name, columns } of await tablesIn(desk.db))
      for (const column of columns.filter(({ type }) => /text|json/.test(type))) {
        const { rows } = await sql<{ there: boolean }>`select exists (select from ${sql.table(name)}
          where ${sql.ref(column.name)}::text like ${`%${text}%`}) as there`.execute(desk.db)
        if (rows[0]!.there) hits.push(`${name}.${column.name}`)
      }
    return hits
  }
  expect(await found('Zwanenburgje')).toEqual(['public.event_signup.name'])
  expect((await found('zwaan@x.test')).toSorted()).toEqual(['public.event_signup.email', 'public.message.recipient'])
  await back(id, 14)
  await clock()
  expect(await found('Zwanenburgje')).toEqual(['public.event_signup.name'])
  await back(id, 15)
  await clock()
  for (const gone of ['Zwanenburgje', 'Wachtertje', '0612345699', '0612345698', 'zwaan@x.test'])
    expect(await found(gone), gone).toEqual([])
})

describe('at the desk', () => {
  const FORM = {
    titel: 'Privacy voor ouders',
    soort: 'meeting',
    onderwerp: 'privacy',
    over: 'Vragen stellen.',
    taal: 'nl',
    dag: daysAfter(today, 7),
    begint: '9.30',
    laatste: '',
    eindigt: '11.00',
    plek: 'Aula',
    drempelvrij: 'yes',
    opgeven: 'here',
    plaatsen: '12',
    kosten: '2,50',
    organisator: 'School',
  }
  let visitor: Visitor
  let staff: Visitor
  beforeAll(async () => {
    visitor = await desk.visit(school)
    staff = await desk.visit(officer)
  })
  test('what was wrong is told at its field, with what was typed', async () => {
    const wrong = { ...FORM, dag: daysAfter(today, -1), eindigt: '9.00', plek: '', plaatsen: '0', kosten: 'veel' }
    const answer = await visitor.post('/balie/onze-evenementen/nieuw', wrong)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    for (const said of ['van 1 tot 2000', 'value="veel"', 'value="Privacy voor ouders"']) expect(text).toContain(said)
    const later = await visitor.post('/balie/onze-evenementen/nieuw', { ...wrong, plaatsen: '1', kosten: '' })
    expect(later.status).toBe(422)
    const across = await later.text()
    for (const said of ['Kies een dag die nog komt', 'eindigt later dan het begint', 'Vul in waar het is'])
      expect(across).toContain(said)
  })
  test('proposed, declined with why, proposed again, placed, and told what it taught', async () => {
    const done = await visitor.post('/balie/onze-evenementen/nieuw', FORM)
    expect(done.status).toBe(303)
    const at = done.headers.get('location')!
    const id = at.split('/').at(-1)!
    const ours = `/balie/evenementen/${id}`
    expect(await tasks(id, 'event-proposed')).toMatchObject([{ role: 'policy-officer', path: ours }])
    expect((await staff.post(`${ours}/niet-plaatsen`, { waarom: '', basis: await basisOf(staff, ours) })).status).toBe(
      422,
    )
    expect(
      (await staff.post(`${ours}/niet-plaatsen`, { waarom: 'Te vol', basis: await basisOf(staff, ours) })).status,
    ).toBe(303)
    expect(await (await visitor.get(at)).text()).toContain('Te vol')
    expect((await visitor.post(`${at}/opnieuw`)).status).toBe(303)
    // What is placed is what was read.
    const seen = await basisOf(staff, ours)
    const other = { ...FORM, over: 'Iets anders.', basis: await basisOf(visitor, `${at}/wijzigen`) }
    expect((await visitor.post(`${at}/wijzigen`, other)).status).toBe(303)
    for (const act of ['plaatsen', 'niet-plaatsen'])
      for (const old of [{ basis: seen }, {}])
        expect((await staff.post(`${ours}/${act}`, { ...old, waarom: 'Te vol' })).status).toBe(409)
    expect((await stands(id)).state).toBe('proposed')
    expect((await staff.post(`${ours}/plaatsen`, { basis: await basisOf(staff, ours) })).status).toBe(303)
    expect(await tasks(id, 'event-proposed')).toEqual([])
    const { no } = await stands(id)
    await join(no, 'Geheimpje')
    expect(await (await staff.get(ours)).text()).not.toContain('Geheimpje')
    expect((await staff.get(`${ours}/deelnemerslijst`)).status).toBe(403)
    expect(await (await visitor.get(`${at}/deelnemerslijst`)).text()).toContain('Geheimpje')
    expect((await (await desk.visit(house)).get(at)).status).toBe(404)
    const form = await (await visitor.get(`${at}/wijzigen`)).text()
    const basis = unseenIn(form, 'basis')
    expect((await visitor.post(`${at}/wijzigen`, { ...FORM, basis: 'oud' })).status).toBe(409)
    const gone = { ...FORM, dag: daysAfter(today, -1), basis }
    expect((await visitor.post(`${at}/wijzigen`, gone)).status).toBe(422)
    expect((await visitor.post(`${at}/wijzigen`, { ...FORM, plaatsen: '13', basis })).status).toBe(303)
    expect(await tasks(id, 'event-changed')).toMatchObject([{ person: officer.id }])
    const after = { kwamen: '9', lessen: 'Meer stoelen.', materiaal: 'https://x.test/a.pdf De dia’s' }
    expect((await visitor.post(`${at}/lessen`, after)).status).toBe(409)
    await back(id, 1)
    expect((await visitor.post(`${at}/lessen`, { ...after, materiaal: 'dia' })).status).toBe(422)
    expect((await visitor.post(`${at}/lessen`, after)).status).toBe(303)
    const shownNow = () =>
      desk.db.selectFrom('published.event').selectAll().where('no', '=', no).executeTakeFirstOrThrow()
    expect(await shownNow()).toMatchObject({ came: null, told: { lessons: '', material: [] } })
    await clock()
    expect(await tasks(id, 'event-changed')).toHaveLength(1)
    expect((await staff.post(`${ours}/overnemen`, { basis: await basisOf(staff, ours) })).status).toBe(303)
    expect(await tasks(id, 'event-changed')).toEqual([])
    const shown = await shownNow()
    expect(shown).toMatchObject({ came: 9, told: { lessons: 'Meer stoelen.', material: [{ name: 'De dia’s' }] } })
    expect(JSON.stringify(shown)).not.toContain('Geheimpje')
    // What was, does not come again: its lessons would stand with what is yet to be.
    const again = await (await staff.get(`${ours}/wijzigen`)).text()
    const to = { ...FORM, basis: unseenIn(again, 'basis'), dag: daysAfter(today, 3) }
    const answer = await staff.post(`${ours}/wijzigen`, to)
    expect([answer.status, (await answer.text()).includes('Maak dan een nieuw evenement')]).toEqual([422, true])
    const moved = as(desk.db, officer, (tx) =>
      tx.updateTable('event').set({ starts_on: to.dag, ends_on: to.dag }).where('id', '=', id).execute(),
    )
    await expect(moved).rejects.toThrow(/does not come again/)
  })
})
