/**
 * Places and courses at the desk and at their door: who keeps what, who gets a place, who reads a name and when, and
 * that nothing of it is left after the course.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { unasked } from '../../../test/database.ts'
import { tablesIn } from '../../../test/fill.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { asClock } from '../../db/as.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { hashOfToken, newToken } from '../../lib/token.ts'
import { todayIn } from '../../web/language.ts'
import { addCourse } from './course-store.ts'
import { dropSignUp, readSignUp, signUp, type NewSignUp } from './door-store.ts'
import { meetingsOf } from './rules.ts'
import { helpRoutes } from './routes.ts'
import { dropByPhone, peopleOf, phoned } from './signups-store.ts'
import { addPlace, type CourseIn, type PlaceIn } from './store.ts'
import { askToCheck, forgetSignUps, remindToPhone } from './timers-store.ts'

let desk: TestDesk
let officer: TestPerson
let library: TestPerson
let house: TestPerson
const today = todayIn()

const NO_TIMES = { hours: [], off: [], extra: [] }
const PLACE: PlaceIn = {
  name: 'Bibliotheek',
  kind: 'library',
  street: 'Plein 1',
  postcode: '1234 AB',
  city: 'Sluiswijk',
  district: 'Binnenstad',
  subjects: ['basics'],
  languages: ['nl'],
  provider: 'Bibliotheek',
  times: NO_TIMES,
  checked_on: today,
}
const course = (more: Partial<CourseIn> = {}): CourseIn => ({
  title: 'Klik en tik',
  subject: 'basics',
  provider: 'Bibliotheek',
  places: 2,
  starts_on: daysAfter(today, 5),
  ends_on: daysAfter(today, 26),
  times: NO_TIMES,
  checked_on: today,
  ...more,
})
const byOf = ({ municipality, id, organisation }: TestPerson) => ({ municipality, person: id, organisation })
async function made(by: TestPerson, more: Partial<CourseIn> = {}): Promise<{ id: string; no: number }> {
  const row = course(more)
  const days = [row.starts_on, row.ends_on].map((on) => ({ on: String(on), from: '10:00', to: '12:00' }))
  return as(desk.db, by, async (tx) => {
    const id = await addCourse(tx, byOf(by), row, days)
    const { no } = await tx.selectFrom('course').select('no').where('id', '=', id).executeTakeFirstOrThrow()
    return { id, no }
  })
}
const secrets = new Map<string, string>()
async function sign(no: number, name: string, more: Partial<NewSignUp> = {}) {
  const secret = newToken()
  secrets.set(name, hashOfToken(secret))
  return signUp(desk.publicDb, {
    municipality: desk.municipality.id,
    id: crypto.randomUUID(),
    course: no,
    name,
    phone: '06 12 34 56 78',
    secret: hashOfToken(secret),
    helped: false,
    ...more,
  })
}
const named = async (who: TestPerson, id: string) =>
  (await as(desk.db, who, (tx) => peopleOf(tx, who.municipality, id))).map(({ name }) => name)
const counts = async (id: string) => {
  const row = await desk.db
    .selectFrom('course')
    .select(['taken', 'waiting'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return [row.taken, row.waiting]
}

beforeAll(async () => {
  desk = await testDesk(helpRoutes)
  const { id } = desk.municipality
  officer = await addPerson(desk.db, id, ['policy-officer'], 'Ambtenaar')
  library = await addPerson(desk.db, id, ['partner'], 'Bieb', await addOrganisation(desk.db, id, 'Bibliotheek'))
  house = await addPerson(desk.db, id, ['partner'], 'Buurt', await addOrganisation(desk.db, id, 'Buurthuis'))
})
afterAll(() => desk.close())

describe('who waits and who has a place', () => {
  test('the first get a place, the others wait, and whoever waits longest moves up', async () => {
    const { id, no } = await made(library)
    for (const name of ['Riet', 'Ahmed', 'Corrie', 'Jan']) expect(await sign(no, name)).toBe('taken')
    expect(await counts(id)).toEqual([2, 2])
    expect(await named(library, id)).toEqual(['Riet', 'Ahmed'])
    expect(await readSignUp(desk.publicDb, desk.municipality.id, secrets.get('Jan')!)).toMatchObject({
      state: 'waiting',
      place: 2,
    })
    expect(await dropSignUp(desk.publicDb, desk.municipality.id, secrets.get('Riet')!)).toBe(true)
    expect(await named(library, id)).toEqual(['Ahmed', 'Corrie'])
    expect(await dropSignUp(desk.publicDb, desk.municipality.id, secrets.get('Riet')!)).toBe(false)
    await as(desk.db, library, (tx) => tx.updateTable('course').set({ places: 5 }).where('id', '=', id).execute())
    expect(await named(library, id)).toEqual(['Ahmed', 'Corrie', 'Jan'])
  })
  test('the provider hears by a task, and who phones is found by the number, also while waiting', async () => {
    const { id, no } = await made(library, { places: 1 })
    await sign(no, 'Wim')
    await sign(no, 'Annie', { phone: '0612-000099' })
    const tasks = () =>
      desk.db
        .selectFrom('task')
        .select(['kind', 'person', 'text'])
        .where('object', '=', `course/${id}`)
        .where('done_at', 'is', null)
        .execute()
    expect(await tasks()).toMatchObject([{ kind: 'course-phone', person: library.id }])
    expect((await tasks())[0]!.text).not.toMatch(/Wim/)
    expect(await as(desk.db, library, (tx) => phoned(tx, desk.municipality.id, id))).toBe(1)
    expect(await tasks()).toEqual([])
    expect(await as(desk.db, house, (tx) => dropByPhone(tx, id, '06 12 00 00 99'))).toBe(0)
    expect(await as(desk.db, officer, (tx) => dropByPhone(tx, id, '06 12 00 00 99'))).toBe(0)
    expect(await as(desk.db, library, (tx) => dropByPhone(tx, id, '+31 (0)6 12 00 00 99'))).toBe(1)
    expect(await counts(id)).toEqual([1, 0])
  })
  test('the same sent twice is one; what is begun, off, unchecked or full takes nobody', async () => {
    const { id, no } = await made(library)
    const one = { id: crypto.randomUUID() }
    expect([await sign(no, 'Kees', one), await sign(no, 'Kees', one)]).toEqual(['taken', 'taken'])
    expect(await counts(id)).toEqual([1, 0])
    const shut = async (more: Partial<CourseIn>) => sign((await made(library, more)).no, 'Te laat')
    expect(await shut({ starts_on: daysAfter(today, -1) })).toBe('closed')
    expect(await shut({ sign_up: 'phone' })).toBe('closed')
    expect(await shut({ checked_on: daysAfter(today, -181) })).toBe('closed')
    expect(await sign(99_999, 'Nergens')).toBe('missing')
    await as(desk.db, library, (tx) => tx.updateTable('course').set({ state: 'ended' }).where('id', '=', id).execute())
    expect(await sign(no, 'Na het einde')).toBe('closed')
    await expect(sign(no, 'x', { phone: 'geen nummer' })).rejects.toThrow(/no sign-up/)
    await expect(sign(no, '')).rejects.toThrow(/no sign-up/)
  })
})

describe('who keeps what', () => {
  test('an organisation keeps its own and sees no other; staff keep all', async () => {
    const place = await as(desk.db, library, (tx) => addPlace(tx, byOf(library), PLACE))
    const seen = (who: TestPerson) =>
      as(desk.db, who, (tx) => tx.selectFrom('help_place').select('id').where('id', '=', place).execute())
    const change = (who: TestPerson) =>
      as(desk.db, who, async (tx) =>
        Number(
          (await tx.updateTable('help_place').set({ alert: 'x' }).where('id', '=', place).executeTakeFirst())
            .numUpdatedRows,
        ),
      )
    expect([(await seen(library)).length, (await seen(house)).length, (await seen(officer)).length]).toEqual([1, 0, 1])
    expect([await change(library), await change(house), await change(officer)]).toEqual([1, 0, 1])
    await expect(
      as(desk.db, house, (tx) => addPlace(tx, { ...byOf(house), organisation: library.organisation }, PLACE)),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(desk.db, house, (tx) => addPlace(tx, { ...byOf(house), organisation: null }, PLACE)),
    ).rejects.toThrow(/row-level security/)
  })
  test('names are of whoever gives the course, and of nobody else', async () => {
    const { id, no } = await made(library)
    const own = await made(officer)
    await sign(no, 'Greet')
    await sign(own.no, 'Hans')
    expect([await named(library, id), await named(house, id), await named(officer, id)]).toEqual([['Greet'], [], []])
    expect([await named(officer, own.id), await named(library, own.id)]).toEqual([['Hans'], []])
    const auditor = await addPerson(desk.db, desk.municipality.id, ['auditor'], 'Auditor')
    expect(await named(auditor, own.id)).toEqual([])
  })
  test('the public role reads no row of who signed up', async () => {
    for (const table of ['public.course_signup', 'public.course', 'public.course_tally'])
      await expect(sql`select 1 from ${sql.table(table)}`.execute(desk.publicDb)).rejects.toThrow(/permission denied/)
  })
})

describe('afterwards', () => {
  const wiped = () => asClock(desk.db, desk.municipality.id, (tx) => forgetSignUps(tx, desk.municipality.id))
  /** In how many columns of how many tables this stands. */
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

  test('fourteen days after the last meeting a name and a number are nowhere any more; a count is', async () => {
    const { id, no } = await made(library, { places: 1 })
    await sign(no, 'Zwanenburgje', { phone: '0612345699' })
    await sign(no, 'Wachtertje', { phone: '0612345698' })
    expect(await found('Zwanenburgje')).toEqual(['public.course_signup.name'])
    expect(await found('0612345699')).toEqual(['public.course_signup.phone'])
    const back = (days: number) =>
      unasked(desk.db, async (tx) => {
        const on = daysAfter(today, -days)
        await sql`update course set starts_on = ${on}, ends_on = ${on} where id = ${id}::uuid`.execute(tx)
        await sql`delete from course_session where course = ${id}::uuid and held_on > ${daysAfter(today, 10)}`.execute(
          tx,
        )
        await sql`update course_session set held_on = ${on} where course = ${id}::uuid`.execute(tx)
        await sql`update course_signup set asked_at = now() - interval '50 days',
          placed_at = case state when 'placed' then now() - interval '50 days' end
          where course = ${id}::uuid`.execute(tx)
      })
    await back(14)
    expect(await wiped()).toBe(0)
    await back(15)
    expect(await wiped()).toBe(2)
    expect(await wiped()).toBe(0)
    for (const gone of ['Zwanenburgje', 'Wachtertje', '0612345699', '0612345698']) expect(await found(gone)).toEqual([])
    const tally = await desk.db.selectFrom('course_tally').select(['outcome', 'count']).execute()
    expect(tally).toEqual(
      expect.arrayContaining([
        { outcome: 'met', count: 1 },
        { outcome: 'unplaced', count: 1 },
      ]),
    )
  })
  test('nobody but the clock forgets, and of nobody else', async () => {
    await expect(as(desk.db, officer, (tx) => forgetSignUps(tx, desk.municipality.id))).rejects.toThrow(
      /permission denied|only the clock/,
    )
    await expect(asClock(desk.db, desk.municipality.id, (tx) => forgetSignUps(tx, desk.elsewhere.id))).rejects.toThrow(
      /only the clock/,
    )
  })
  test('no number under five leaves, and none follows from another', async () => {
    const quarter = '2020-01-01'
    const told = async (met: number, late: number, withdrawn = 0) => {
      await unasked(desk.db, (tx) => tx.deleteFrom('course_tally').where('quarter', '=', quarter).execute())
      for (const [outcome, count] of [
        ['met', met],
        ['late', late],
        ['withdrawn', withdrawn],
      ] as const)
        if (count > 0)
          await desk.db
            .insertInto('course_tally')
            .values({ municipality: desk.municipality.id, quarter, outcome, count })
            .execute()
      const row = await desk.db
        .selectFrom('published.course_right')
        .select(['asked', 'met'])
        .where('quarter', '=', quarter)
        .executeTakeFirstOrThrow()
      return [row.asked, row.met]
    }
    expect(await told(2, 2)).toEqual([null, null])
    expect(await told(4, 1)).toEqual([5, null])
    expect(await told(6, 4)).toEqual([10, null])
    expect(await told(4, 6)).toEqual([10, null])
    expect(await told(5, 5)).toEqual([10, 5])
    expect(await told(7, 0, 90)).toEqual([7, 7])
    expect(await told(0, 7)).toEqual([7, 0])
  })
})

describe('what happens by itself', () => {
  const round = { municipality: undefined as never, today, origin: 'https://x.test' }
  let clock: <T>(
    work: (r: typeof round & { municipality: never }, tx: Parameters<typeof remindToPhone>[0]) => Promise<T>,
  ) => Promise<T>
  beforeEach(() => {
    clock = (work) =>
      asClock(desk.db, desk.municipality.id, (tx) => work({ ...round, municipality: desk.municipality as never }, tx))
  })
  test('three days before the first meeting the provider is asked to phone, once', async () => {
    const { id, no } = await made(library, { starts_on: daysAfter(today, 3), title: 'Bijna' })
    await made(library, { starts_on: daysAfter(today, 3), title: 'Zonder mensen' })
    await sign(no, 'Piotr')
    await clock((r, tx) => remindToPhone(tx, r))
    await clock((r, tx) => remindToPhone(tx, r))
    const tasks = await desk.db
      .selectFrom('task')
      .select(['object', 'person', 'path'])
      .where('kind', '=', 'course-remind')
      .execute()
    expect(tasks).toEqual([{ object: `course/${id}`, person: library.id, path: `/balie/onze-hulp/cursus/${id}` }])
  })
  test('before it says that nobody looked, the keeper is asked; looking ends that', async () => {
    const old = await as(desk.db, officer, (tx) =>
      addPlace(tx, byOf(officer), { ...PLACE, name: 'Oud', checked_on: daysAfter(today, -80) }),
    )
    const asked = () =>
      desk.db
        .selectFrom('task')
        .select('role')
        .where('kind', '=', 'help-check')
        .where('object', '=', `help-place/${old}`)
        .where('done_at', 'is', null)
        .execute()
    await clock((r, tx) => askToCheck(tx, r))
    expect(await asked()).toEqual([{ role: 'policy-officer' }])
    await as(desk.db, officer, (tx) =>
      tx.updateTable('help_place').set({ checked_on: today }).where('id', '=', old).execute(),
    )
    await clock((r, tx) => askToCheck(tx, r))
    expect(await asked()).toEqual([])
  })
})

describe('at the desk', () => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await desk.visit(library)
  })
  const FORM = {
    titel: 'Zelf regelen',
    aanbieder: 'Bibliotheek',
    onderwerp: 'government',
    niveau: 'any',
    taal: 'nl',
    thuis: 'met een link',
    eerste: daysAfter(today, 7),
    laatste: daysAfter(today, 20),
    plaatsen: '6',
    inschrijven: 'here',
    apparaat: 'either',
    kosten: '12,50',
    ma: '9.30-11.30',
    di: '9.30-11.30',
    wo: '9.30-11.30',
    do: '9.30-11.30',
    vr: '9.30-11.30, 13-15',
    za: '9.30-11.30',
    zo: '9.30-11.30',
    dicht: '',
    extra: '',
  }
  test('a course is added with its meetings, changed by who saw it last, and one meeting called off', async () => {
    const wrong = await visitor.post('/balie/onze-hulp/cursus/nieuw', {
      ...FORM,
      plaatsen: '0',
      dicht: 'kerst',
      kosten: 'veel',
    })
    expect(wrong.status).toBe(422)
    const told = await wrong.text()
    expect(told).toContain('van 1 tot 500')
    expect(told).toContain('“kerst”')
    expect(told).toContain('value="veel"')
    const done = await visitor.post('/balie/onze-hulp/cursus/nieuw', FORM)
    expect(done.status).toBe(303)
    const at = done.headers.get('location')!
    const id = at.split('/').at(-1)!
    const sessions = () =>
      desk.db.selectFrom('course_session').selectAll().where('course', '=', id).orderBy('held_on').execute()
    const first = await sessions()
    expect(first).toHaveLength(16)
    const [one] = first
    const off = await visitor.post(`${at}/les`, { les: `${one!.held_on}T${one!.starts}`, waarom: 'ziek', gaat: 'niet' })
    expect(off.status).toBe(303)
    expect((await sessions())[0]).toMatchObject({ cancelled: true, why: 'ziek' })
    const form = await (await visitor.get(`${at}/wijzigen`)).text()
    const basis = unseenIn(form, 'basis')
    expect((await visitor.post(`${at}/wijzigen`, { ...FORM, basis: 'oud' })).status).toBe(409)
    const less = { ...FORM, ma: '', di: '', wo: '', do: '', za: '', zo: '', basis }
    expect((await visitor.post(`${at}/wijzigen`, less)).status).toBe(303)
    const left = await sessions()
    // The one that was called off stays, for who has it in a calendar.
    expect(left.filter(({ cancelled }) => !cancelled).length).toBe(
      meetingsOf(
        { hours: [5, 5].map((day, at_) => ({ day, from: `1${at_}:00`, to: '12:00' })), off: [], extra: [] },
        FORM.eerste,
        FORM.laatste,
      ).length,
    )
    expect(left.some(({ cancelled }) => cancelled)).toBe(true)
    const row = await desk.db
      .selectFrom('course')
      .select(['cost', 'organisation'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ cost: 1250, organisation: library.organisation })
  })
  test('staff read the entries of an organisation, and not who signed up', async () => {
    const { id, no } = await made(library)
    await sign(no, 'Geheimpje')
    const staff = await desk.visit(officer)
    const shown = await (await staff.get(`/balie/hulp/cursus/${id}`)).text()
    expect(shown).not.toContain('Geheimpje')
    expect((await staff.get(`/balie/hulp/cursus/${id}/bellijst`)).status).toBe(403)
    expect((await staff.post(`/balie/hulp/cursus/${id}/gebeld`)).status).toBe(403)
    expect(await (await visitor.get(`/balie/onze-hulp/cursus/${id}/bellijst`)).text()).toContain('Geheimpje')
    expect((await (await desk.visit(house)).get(`/balie/onze-hulp/cursus/${id}`)).status).toBe(404)
  })
  test('the table of postcodes is loaded whole or not at all', async () => {
    const staff = await desk.visit(officer)
    const load = (text: string) =>
      staff.post('/balie/hulp/postcodes', { bestand: new File([text], 'pc4.csv', { type: 'text/csv' }) } as never)
    expect((await load('pc4;x;y;wijk\n1234;93000;464000;Noord\n12;1;1;Zuid')).status).toBe(422)
    expect(await desk.db.selectFrom('published.postcode_area').select('pc4').execute()).toEqual([])
    const done = await load('pc4;x;y;wijk;inwoners;kleur\n1234;93000;464000;Noord;100;\n1235;94000;464000;Zuid;;rood')
    expect(done.status).toBe(303)
    expect(decodeURIComponent(done.headers.getSetCookie().join())).toContain('Deze kolommen kennen wij niet: kleur.')
    expect(await desk.db.selectFrom('published.postcode_area').selectAll().orderBy('pc4').execute()).toMatchObject([
      { pc4: '1234', inhabitants: 100 },
      { pc4: '1235', inhabitants: null },
    ])
  })
})
