/** Of every public noun: that it asks whether it is right, whose list a report about it comes on, and who is named. */
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  ORIGIN,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { fill } from '../../../test/fill.ts'
import { memoryStore } from '../../../test/memory-home.ts'
import { tick } from '../../apps/clock.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { createSite } from '../../apps/site.ts'
import { registerFor } from '../../catalogue/registers.ts'
import { ensureMunicipality } from '../../db/municipality.ts'
import { newSeal } from '../../lib/form-seal.ts'
import { hashOfToken } from '../../lib/token.ts'
import { newSpokenNumber, spoken } from '../../lib/spoken-number.ts'
import { publicNouns } from '../../public/nouns.ts'
import { WHOSE } from '../../vocabulary/report.ts'
import { allows } from '../../vocabulary/roles.ts'
import { reportTimers } from './timers.ts'

const deps = testDeps()
const { registers, lessons, requestKinds: kinds, exercises } = deps
const nouns = publicNouns({ registers, lessons, kinds, exercises, requirements: [] })
let desk: TestDesk
let site: ReturnType<typeof createSite>
let anna: TestPerson
let m: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  m = desk.municipality.id
  anna = await addPerson(desk.db, m, ['policy-officer'], 'Anna')
  site = createSite({
    db: desk.publicDb,
    store: memoryStore(),
    municipality: 'sluiswijk',
    city: 'Sluiswijk',
    origin: ORIGIN,
    css: '',
    assets: {},
    registers,
    lessons,
    kinds,
    exercises,
    reports: { key: deps.key, counted: async () => ({}) },
    requests: { key: deps.key, counted: async () => ({}), remake: () => Promise.reject(new Error('no photos')) },
    report: (error) => {
      throw error
    },
  })
})
afterAll(() => desk.close())

describe.each(nouns.map(({ id, pages }) => [id, pages.map(({ path }) => path)] as const))('%s', (_, paths) => {
  /** What only leads elsewhere, or answers what somebody asked, is no record. */
  const NO_RECORD = ['/besluiten', '/zoeken', '/leren/hulp/wijk']

  test('has whose list a report comes on, also where it has no page yet', () => {
    for (const path of paths) {
      const begin = `/${path.split('/')[1]}`
      expect([path, Object.hasOwn(WHOSE, begin)]).toEqual([path, true])
      expect(allows([WHOSE[begin as keyof typeof WHOSE]], 'report.answer')).toBe(true)
    }
  })

  test('asks under each page whether it is right, and tells what came of it when others said it was not', async () => {
    for (const path of paths.filter((each) => !each.includes(':') && !NO_RECORD.includes(each)))
      for (const lang of ['', '/en']) {
        const id = crypto.randomUUID()
        const row = { municipality: m, id, path, at: '2026-11-01', closed_on: '2026-11-05', answer: `Verbeterd ${id}` }
        await desk.db
          .insertInto('published.report')
          .values({ ...row, state: 'corrected' })
          .execute()
        const answer = await site.request(ORIGIN + (lang !== '' && path === '/' ? lang : lang + path))
        const page = await answer.text()
        const told = [answer.status, page.includes('id="klopt-dit-niet"'), page.includes(`Verbeterd ${id}`)]
        expect([path, ...told]).toEqual([path, 200, true, true])
        expect(page).toContain(`/fout-melden?over=${encodeURIComponent(path)}`)
        await desk.db.deleteFrom('published.report').where('id', '=', id).execute()
      }
  })
})

/** Changes a row past its walls: whose it is, is all that counts here. */
const past = <T = unknown>(change: RawBuilder<T>): Promise<readonly T[]> =>
  desk.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    return (await change.execute(tx)).rows
  })

const algorithms = registerFor(registers, 'algorithm')!
let no = 40
/** An algorithm that everybody reads, with who is responsible as its register says; gives its path. */
async function entry(contact: string, owner: string): Promise<string> {
  no += 1
  const values = JSON.stringify({ naam: 'Rekenhulp', contact, eigenaar: owner })
  const row = { municipality: m, register: algorithms.id, id: crypto.randomUUID(), no, title: 'Rekenhulp', values }
  await desk.db
    .insertInto('entry')
    .values({ ...row, search: '' })
    .execute()
  const from_at = new Date('2026-03-01T10:00:00Z')
  await desk.db
    .insertInto('published.entry')
    .values({ ...row, version: 1, slug: `${no}-rekenhulp`, search: '', from_at })
    .execute()
  return `/registers/${algorithms.id}/${no}-rekenhulp`
}
const send = async (to: string, fields: Readonly<Record<string, string>>) => {
  const formulier = newSeal(deps.key, Date.now() - 60_000)
  const answer = await site.request(ORIGIN + to, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, formulier }),
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.status).toBe(303)
  return hashOfToken(answer.headers.get('location')!.split('/').at(-1)!)
}
const reported = async (over: string) => {
  const secret = await send('/fout-melden', { over, wat: `Dit klopt niet. ${++no}` })
  return desk.db.selectFrom('report').selectAll().where('secret', '=', secret).executeTakeFirstOrThrow()
}
const tasksOf = (object: string) =>
  desk.db
    .selectFrom('task')
    .select(['kind', 'person', 'role'])
    .where('object', '=', object)
    .where('done_at', 'is', null)
    .orderBy('kind')
    .orderBy('role')
    .execute()

describe('an entry names who is responsible', () => {
  test('by an address that has an account: theirs, and after three days of who keeps the register too', async () => {
    const path = await entry(anna.email.toUpperCase(), 'Team Data')
    const report = await reported(path)
    expect(report).toMatchObject({ named: anna.id, role: algorithms.keeper, handler: null })
    const object = `report/${report.id}`
    expect(await tasksOf(object)).toEqual([{ kind: 'report', person: anna.id, role: null }])
    const page = await (await (await desk.visit(anna)).get(`/balie/meldingen/${report.id}`)).text()
    expect(page).toContain('Anna, die er over gaat; nog niet opgepakt')
    expect(page).toContain('Team Data')
    const clock = { timers: reportTimers, postman: undefined, origin: ORIGIN }
    await tick(desk.db, clock)
    expect(await tasksOf(object)).toHaveLength(1)
    await past(sql`update report set created_at = now() - interval '7 days' where id = ${report.id}`)
    for (const _ of [1, 2]) await tick(desk.db, clock)
    expect(await tasksOf(object)).toEqual([
      { kind: 'report', person: null, role: algorithms.keeper },
      { kind: 'report', person: anna.id, role: null },
      { kind: 'report-named', person: anna.id, role: null },
    ])
    // Whoever takes it has it, and nobody is asked any more.
    await (await desk.visit(anna)).post(`/balie/meldingen/${report.id}/oppakken`, {})
    expect(await tasksOf(object)).toEqual([{ kind: 'report', person: anna.id, role: null }])
  })

  test('by the function of one person: theirs; of two, or of none: of who keeps the register', async () => {
    await past(sql`update person set function = 'Adviseur algoritmes' where id = ${anna.id}`)
    expect((await reported(await entry('', 'adviseur algoritmes '))).named).toBe(anna.id)
    const other = await addPerson(desk.db, m, ['executor'], 'Otto')
    await past(sql`update person set function = 'Adviseur algoritmes' where id = ${other.id}`)
    for (const [contact, owner] of [
      ['', 'Adviseur algoritmes'],
      ['algoritmes@sluiswijk.test', 'Team Data'],
    ] as const) {
      const report = await reported(await entry(contact, owner))
      expect(report.named).toBeNull()
      expect(await tasksOf(`report/${report.id}`)).toEqual([{ kind: 'report', person: null, role: algorithms.keeper }])
      const page = await (await (await desk.visit(other)).get(`/balie/meldingen/${report.id}`)).text()
      expect(page).toContain([owner, contact].filter(Boolean).join(', '))
    }
  })

  test('a request about it is theirs when their role handles it, and says who is named when it is not', async () => {
    const handler = await addPerson(desk.db, m, ['request-handler'], 'Hanna')
    const ask = async (contact: string) => {
      const bij = await entry(contact, 'Team Data')
      const fields = { over: 'uzelf', bij, naam: 'Riet', besluit: 'Mijn uitkering', algoritme: bij, vraag: 'Waarom?' }
      const secret = await send('/verzoeken/nieuw/uitleg-besluit', fields)
      const { id } = await desk.db
        .selectFrom('requester')
        .select('id')
        .where('secret', '=', secret)
        .executeTakeFirstOrThrow()
      return desk.db.selectFrom('request').selectAll().where('requester', '=', id).executeTakeFirstOrThrow()
    }
    const hers = await ask(handler.email)
    expect(hers.named).toBe(handler.id)
    expect(await tasksOf(`request/${hers.id}`)).toEqual([{ kind: 'request', person: handler.id, role: null }])
    const page = async (id: string) => (await (await desk.visit(handler)).get(`/balie/verzoeken/${id}`)).text()
    expect(await page(hers.id)).toContain('Dit wacht op Hanna, die hierover gaat.')
    const anyones = await ask(anna.email)
    expect(anyones.named).toBeNull()
    expect(await tasksOf(`request/${anyones.id}`)).toEqual([{ kind: 'request', person: null, role: 'request-handler' }])
    await (await desk.visit(handler)).post(`/balie/verzoeken/${anyones.id}/oppakken`, {})
    expect(await page(anyones.id)).toContain(`Team Data, ${anna.email}`)
  })
})

const MAY = ['policy-officer', 'executor', 'account-manager', 'publisher']
/** Whom the database finds for a path. */
async function found(path: string, able: readonly string[] = MAY, field = { contact: '', owner: '' }) {
  const { rows } = await sql<{ who: string | null }>`
    select wall.named_for(${m}, ${path}, ${field.contact}, ${field.owner}, ${[...able]}) as who`.execute(desk.db)
  return rows[0]!.who
}
// After the others: what is made up here is no city.
describe('who is named for it', () => {
  beforeAll(async () => {
    const there = await ensureMunicipality(desk.db, 'Elders')
    const far = await addPerson(desk.db, there.id, ['policy-officer'], 'Ella')
    const [own, other] = [await addOrganisation(desk.db, m, 'Café'), await addOrganisation(desk.db, m, 'Winkel')]
    const whose = {
      theirs: { municipality: m, person: anna.id, organisation: other },
      mine: { municipality: m, person: anna.id, organisation: own },
      elsewhere: {
        municipality: there.id,
        person: far.id,
        organisation: await addOrganisation(desk.db, there.id, 'X'),
      },
    }
    await fill(desk.db, whose, [
      'public.person',
      'public.municipality',
      'public.organisation',
      'published.municipality',
    ])
    // Of the rest nothing is read here, and a catalogue of made up words is none.
    await past(sql`delete from published.publication`)
  })

  test.each([
    ['/toetsen', 'case_file', 'no', 'handler'],
    ['/convenanten', 'covenant', 'no', 'owner'],
    ['/badges', 'badge', 'number', 'by'],
    ['/samen/waarschuwingen', 'warning', 'number', 'by'],
    ['/samen/praktijken', 'practice', 'number', 'reviewer'],
    ['/samen/bijeenkomsten', 'event', 'no', 'placed_by'],
    ['/samen/campagnes', 'campaign', 'number', 'by'],
    ['/leren/hulp/plek', 'help_place', 'no', 'checked_by'],
    ['/leren/hulp/cursus', 'course', 'no', 'checked_by'],
  ])('%s/… is of %s by %s: its %s', async (place, table, number, column) => {
    const [of, one] = [
      sql.ref(column),
      sql`ctid = (select ctid from ${sql.table(table)} where municipality = ${m} limit 1)`,
    ]
    const code = newSpokenNumber()
    if (number === 'number') await past(sql`update ${sql.table(table)} set number = ${code} where ${one}`)
    const rows = await past(sql<{ no: string | number }>`
      update ${sql.table(table)} set ${of} = ${anna.id} where municipality = ${m} and ${
        number === 'number' ? sql`number = ${code}` : one
      } returning ${sql.ref(number)} as no`)
    const { no: said } = rows[0]!
    const path = `${place}/${typeof said === 'number' ? said : spoken(said)}`
    expect(await found(path)).toBe(anna.id)
    // Only who may answer has it; who left has nothing any more.
    expect(await found(path, ['publisher'])).toBeNull()
    await past(sql`update person set state = 'left' where id = ${anna.id}`)
    expect(await found(path)).toBeNull()
    await past(sql`update person set state = 'active' where id = ${anna.id}`)
  })

  test('a path that is none of those names nobody', async () => {
    for (const path of ['/', '/methode', '/toetsen', '/toetsen/99999999999', '/badges/x', '/samen/iets/1', '/x/1'])
      expect([path, await found(path)]).toEqual([path, null])
  })
})
