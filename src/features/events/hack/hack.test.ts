/** Hack events: nothing is in scope without every answer, what was signed is in scope, and repairs are asked. */
import { sql, type Updateable } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unasked } from '../../../../test/database.ts'
import {
  addOrganisation,
  addPerson,
  as,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../../test/desk.ts'
import { unseenIn } from '../../../../test/form-page.ts'
import { asClock } from '../../../db/as.ts'
import type { Tables } from '../../../db/tables.ts'
import { sha256 } from '../../../lib/canonical.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { newSpokenNumber } from '../../../lib/spoken-number.ts'
import type { ToldHack } from '../../../model/hack.ts'
import { HACK_RULES_VERSION, underRules } from '../../../vocabulary/hack.ts'
import { day, todayIn } from '../../../web/language.ts'
import { addEvent } from '../store.ts'
import { hackRoutes } from './routes.tsx'
import { addTarget, agree, agreedOf, consent, findingsOf, targetsOf, tieFinding, type TargetIn } from './store.ts'
import { followHacks, forgetSigners } from './timers-store.ts'

let desk: TestDesk
let officer: TestPerson
const today = todayIn()
const ahead = daysAfter(today, 40)

const system = (more: Partial<TargetIn> = {}): TargetIn => ({
  name: 'Afspraken',
  address: 'https://a.test',
  supplier: 'Maker',
  contact: 'Iemand',
  contact_email: 'iemand@maker.test',
  opens_on: ahead,
  opens: '10:00',
  closes_on: ahead,
  closes: '16:00',
  limits: '',
  ...more,
})
async function made(kind: 'hack' | 'seminar' = 'hack'): Promise<{ id: string; no: number }> {
  const days = { starts_on: ahead, ends_on: ahead, starts: '09:00', ends: '17:00' }
  const what = { title: 'Hack', subject: 'safety' as const, organiser: 'Gemeente', place: 'Stadhuis', about: 'x' }
  const id = await as(desk.db, officer, (tx) => addEvent(tx, officer, { kind, ...what, ...days }))
  if (kind === 'hack') await as(desk.db, officer, (tx) => agree(tx, m(), id, STOP))
  const { no } = await desk.db.selectFrom('event').select('no').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, no }
}
const SIGNED = sha256('getekend')
const STOP = { stopName: 'Ans', stopPhone: '06 11 22 33 44', forbidden: '' }
const m = () => desk.municipality.id
const add = (event: string, more: Partial<TargetIn> = {}, who = officer) =>
  as(desk.db, who, (tx) => addTarget(tx, who.municipality, event, system(more)))
const say = (id: string, state: 'given' | 'refused' | 'withdrawn') =>
  as(desk.db, officer, (tx) => consent(tx, m(), id, { state, name: 'Directeur', role: 'x', on: today, hash: SIGNED }))
const shown = async (no: number): Promise<ToldHack> =>
  (await desk.publicDb.selectFrom('published.hack_event').select('told').where('no', '=', no).executeTakeFirstOrThrow())
    .told
const scopeOf = async (no: number) => (await shown(no)).scope.map(({ name }) => name)

beforeAll(async () => {
  desk = await testDesk(hackRoutes)
  officer = await addPerson(desk.db, m(), ['security-officer'], 'Veilig')
})
afterAll(() => desk.close())

describe('what is in scope', () => {
  test('nothing, until every supplier that was asked answered and one said yes', async () => {
    const { id, no } = await made()
    const [one, other] = [await add(id), await add(id, { name: 'Parkeren', supplier: 'Ander' })]
    expect(await shown(no)).toMatchObject({ agreed: false, scope: [] })
    await say(one, 'given')
    expect(await shown(no)).toMatchObject({ agreed: false, scope: [] })
    await say(other, 'refused')
    expect(await shown(no)).toMatchObject({ agreed: true })
    expect(await scopeOf(no)).toEqual(['Afspraken'])
    await say(other, 'given')
    expect(await scopeOf(no)).toEqual(['Afspraken', 'Parkeren'])
    await say(one, 'withdrawn')
    expect(await scopeOf(no)).toEqual(['Parkeren'])
    expect(JSON.stringify(await shown(no))).not.toMatch(/Iemand|iemand@|Directeur/)
  })
  test('nothing, and no letter, as long as nobody can have a system switched off', async () => {
    const { id, no } = await made()
    const one = await add(id)
    for (const none of [{ stopName: '' }, { stopPhone: '' }]) {
      await as(desk.db, officer, (tx) => agree(tx, m(), id, { ...STOP, ...none }))
      await say(one, 'given')
      expect(await shown(no)).toMatchObject({ agreed: false, scope: [] })
      const visitor = await desk.visit(officer)
      expect((await visitor.get(`/balie/evenementen/${id}/hack/systeem/${one}/brief`)).status).toBe(409)
    }
    await as(desk.db, officer, (tx) => agree(tx, m(), id, STOP))
    await say(one, 'given')
    expect(await scopeOf(no)).toEqual(['Afspraken'])
  })
  test('a changed system, or another day of the event, is asked anew', async () => {
    const { id, no } = await made()
    const one = await add(id)
    await say(one, 'given')
    const change = (set: Record<string, string>) =>
      as(desk.db, officer, (tx) => tx.updateTable('hack_target').set(set).where('id', '=', one).execute())
    await change({ contact: 'Een ander' })
    expect(await scopeOf(no)).toEqual(['Afspraken'])
    await change({ address: 'https://b.test' })
    expect(await scopeOf(no)).toEqual([])
    await say(one, 'given')
    const later = daysAfter(ahead, 1)
    await as(desk.db, officer, (tx) =>
      tx.updateTable('event').set({ starts_on: later, ends_on: later }).where('id', '=', id).execute(),
    )
    expect(await shown(no)).toMatchObject({ agreed: false, scope: [] })
    const [row] = await as(desk.db, officer, (tx) => targetsOf(tx, m(), id))
    expect(row).toMatchObject({ state: 'asked', signed_name: '', signed_on: null })
  })
  test('what was another kind of event meanwhile is asked anew, whatever was withdrawn or moved there', async () => {
    const { id, no } = await made()
    const [one, other] = [await add(id), await add(id, { name: 'Terug' })]
    await say(one, 'given')
    await say(other, 'given')
    await say(other, 'withdrawn')
    const set = (to: { kind?: 'hack' | 'seminar'; title?: string; ends?: string }) =>
      as(desk.db, officer, (tx) => tx.updateTable('event').set(to).where('id', '=', id).execute())
    await set({ title: 'Anders' })
    expect(await scopeOf(no)).toEqual(['Afspraken'])
    await set({ kind: 'seminar' })
    await set({ ends: '18:00' })
    await set({ kind: 'hack' })
    expect(await shown(no)).toMatchObject({ agreed: false, scope: [] })
    const rows = await as(desk.db, officer, (tx) => targetsOf(tx, m(), id))
    expect(rows.map(({ state, signed_hash }) => [state, signed_hash])).toEqual([
      ['asked', ''],
      ['withdrawn', ''],
    ])
    const back = as(desk.db, officer, (tx) =>
      tx.updateTable('hack_target').set({ state: 'given' }).where('id', '=', other).execute(),
    )
    await expect(back).rejects.toThrow(/check constraint/)
  })
  test('no yes without what was signed, whoever writes it', async () => {
    const { id } = await made()
    const one = await add(id)
    const said = { state: 'given' as const, name: 'Directeur', role: 'x', on: today, hash: '' }
    await expect(as(desk.db, officer, (tx) => consent(tx, m(), one, said))).rejects.toThrow(/check constraint/)
  })
  test('another stop phone or another list of what is forbidden is asked anew; another name is not', async () => {
    const { id, no } = await made()
    const one = await add(id)
    const no_ = await add(id, { name: 'Nee' })
    await say(no_, 'refused')
    const letter = { stopName: 'Ans', stopPhone: '06 12 34 56 78', forbidden: 'De kassa' }
    const put = (more: Partial<typeof letter>) =>
      as(desk.db, officer, (tx) => agree(tx, m(), id, { ...letter, ...more }))
    await say(one, 'given')
    // The letter had neither yet.
    await put({})
    expect(await shown(no)).toMatchObject({ agreed: false, scope: [], stop: letter.stopPhone })
    await say(one, 'given')
    await put({ stopName: 'Bob' })
    expect(await scopeOf(no)).toEqual(['Afspraken'])
    await put({ forbidden: 'De kassa en de telefoons' })
    expect(await shown(no)).toMatchObject({ agreed: false, scope: [] })
    await say(one, 'given')
    await as(desk.db, officer, (tx) =>
      tx.updateTable('hack_event').set({ stop_phone: '06 87 65 43 21' }).where('event', '=', id).execute(),
    )
    expect(await shown(no)).toMatchObject({ agreed: false, scope: [] })
    const rows = await as(desk.db, officer, (tx) => targetsOf(tx, m(), id))
    expect(rows.map(({ state }) => state)).toEqual(['asked', 'refused'])
    expect(rows[0]).toMatchObject({ signed_name: '', signed_on: null, signed_hash: '' })
  })
  test('consent for other rules than those of now does not count, and is asked for anew', async () => {
    const { id, no } = await made()
    const one = await add(id)
    await say(one, 'given')
    const told = await shown(no)
    expect(underRules(told).scope).toHaveLength(1)
    expect(underRules(told, HACK_RULES_VERSION + 1)).toMatchObject({ agreed: false, scope: [] })
    await say(await add(id, { name: 'Nieuw' }), 'given')
    const old = { rules: HACK_RULES_VERSION - 1 }
    await desk.db.updateTable('hack_target').set(old).where('id', '=', one).execute()
    // One of two is enough: half a list invites to look at the other half.
    expect(underRules(await shown(no))).toMatchObject({ agreed: false, scope: [] })
    const states = async () => (await as(desk.db, officer, (tx) => targetsOf(tx, m(), id))).map(({ state }) => state)
    expect(await states()).toEqual(['asked', 'given'])
    await say(one, 'refused')
    expect(await states()).toEqual(['refused', 'given'])
  })
  test('a consent has a name and a day, and follows on what was; a seminar has none', async () => {
    const { id } = await made()
    const one = await add(id)
    await expect(say(one, 'withdrawn')).rejects.toThrow(/does not go/)
    await expect(
      as(desk.db, officer, (tx) =>
        tx.updateTable('hack_target').set({ state: 'given' }).where('id', '=', one).execute(),
      ),
    ).rejects.toThrow(/check constraint/)
    await expect(add((await made('seminar')).id)).rejects.toThrow(/no hack event/)
  })
})

test('who may not keep it reads and writes none of it', async () => {
  const { id } = await made()
  await add(id)
  const organisation = await addOrganisation(desk.db, m(), 'Bedrijf')
  const others = [
    await addPerson(desk.db, m(), ['executor']),
    await addPerson(desk.db, m(), ['auditor']),
    await addPerson(desk.db, m(), ['partner'], 'Van buiten', organisation),
    await addPerson(desk.db, desk.elsewhere.id, ['security-officer']),
  ]
  for (const who of others) {
    expect(await as(desk.db, who, (tx) => tx.selectFrom('hack_target').select('id').execute()), who.name).toEqual([])
    await expect(
      as(desk.db, who, (tx) => addTarget(tx, m(), id, system())),
      who.name,
    ).rejects.toThrow(/row-level security|permission/)
  }
  for (const table of ['hack_event', 'hack_target', 'hack_finding'])
    await expect(sql`select 1 from ${sql.table(`public.${table}`)}`.execute(desk.publicDb)).rejects.toThrow(
      /permission denied/,
    )
})

const round = () => ({ municipality: desk.municipality as never, today, origin: 'https://x.test' })
const clock = () => asClock(desk.db, m(), (tx) => followHacks(tx, round()))
const tasks = async (id: string) =>
  (
    await desk.db
      .selectFrom('task')
      .select(['object', 'role'])
      .where('object', 'like', `hack/${id}%`)
      .where('done_at', 'is', null)
      .orderBy('object')
      .execute()
  ).map(({ object, role }) => `${object.slice(`hack/${id}`.length)} ${role}`)
const held = (id: string, days: number) => {
  const on = daysAfter(today, days)
  return unasked(desk.db, (tx) =>
    tx.updateTable('event').set({ starts_on: on, ends_on: on }).where('id', '=', id).execute(),
  )
}

const tie = (id: string, number: string) => as(desk.db, officer, (tx) => tieFinding(tx, id, number))
/** How far a report is, as who handles it wrote it. */
const stands = async (request: string, set: Updateable<Tables['weakness']>) => {
  const row = { municipality: m(), request }
  await desk.db
    .insertInto('weakness')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await desk.db.updateTable('weakness').set(set).where('request', '=', request).execute()
}

test('after 30, 60 and 90 days somebody is asked once each where a report is not as far as it said', async () => {
  const { id, no } = await made()
  await held(id, -29)
  const { request, number } = await putReport(daysAfter(today, -29))
  expect(await tie(id, number)).toBe('tied')
  const judged = { judged_on: today, state: 'valid' as const, severity: 'high' as const }
  await stands(request, { ...judged, fix_by: daysAfter(today, 20) })
  // Promised for a day that is still to come: the report has its own reminder.
  await held(id, -30)
  await clock()
  expect(await tasks(id)).toEqual([])
  await stands(request, { fix_by: today })
  for (const [days, then] of [
    [29, []],
    [30, ['/30 security-officer']],
    [61, ['/30 security-officer', '/60 security-officer']],
    [90, ['/30 security-officer', '/60 security-officer', '/90 security-officer']],
  ] as const) {
    await held(id, -days)
    for (let twice = 0; twice < 2; twice++) await clock()
    expect(await tasks(id), `${days}`).toEqual(then)
  }
  expect(await shown(no)).toMatchObject({ found: 1, mended: 0, retested: 0, thanks: [], notes: [] })
  await stands(request, { state: 'fixed', fixed_on: today })
  await clock()
  expect(await tasks(id)).toHaveLength(3)
  expect(await shown(no)).toMatchObject({ mended: 1, retested: 0 })
  await stands(request, { state: 'retested' })
  await clock()
  expect(await tasks(id)).toEqual([])
  expect(await shown(no)).toMatchObject({ found: 1, mended: 1, retested: 1 })
})
test('what everybody may know of a finding, and whom to thank, follows the report, also once it is wiped', async () => {
  const { id, no } = await made()
  await held(id, 0)
  const { request, number } = await putReport()
  await tie(id, number)
  await stands(request, { state: 'valid', judged_on: today, fix_by: today })
  await stands(request, { state: 'fixed', fixed_on: today })
  const colleague = await addPerson(desk.db, m(), ['policy-officer'], 'Collega')
  const note = crypto.randomUUID()
  const what = { title: 'Codes', text: 'Langer.', thanked: 'Lot', fixed_on: today, written_by: officer.id }
  await desk.db
    .insertInto('weakness_note')
    .values({ municipality: m(), id: note, request, ...what })
    .execute()
  expect(await shown(no)).toMatchObject({ thanks: [], notes: [] })
  await as(desk.db, colleague, (tx) => sql`select wall.tell_weakness(${note})`.execute(tx))
  expect(await shown(no)).toMatchObject({ thanks: ['Lot'], notes: [{ id: note, title: 'Codes' }] })
  await desk.db.deleteFrom('request').where('id', '=', request).execute()
  expect(await shown(no)).toMatchObject({ found: 1, mended: 1, thanks: ['Lot'], notes: [{ title: 'Codes' }] })
  await as(desk.db, colleague, (tx) => sql`select wall.take_weakness_back(${note})`.execute(tx))
  expect(await shown(no)).toMatchObject({ found: 1, mended: 1, thanks: [], notes: [] })
})
test('what is none, what was known and what was taken back is not counted, and asks nothing', async () => {
  const { id, no } = await made()
  await held(id, 0)
  const reports = [await putReport(), await putReport(), await putReport()]
  for (const { number } of reports) await tie(id, number)
  // What nobody judged yet may be nothing: who reports does not raise a number in public.
  expect(await shown(no)).toMatchObject({ found: 0 })
  for (const { request } of reports.slice(1)) await stands(request, { state: 'valid', judged_on: today, fix_by: ahead })
  expect(await shown(no)).toMatchObject({ found: 2 })
  await stands(reports[0]!.request, { state: 'out-of-scope', judged_on: today })
  const gone = { state: 'closed' as const, outcome: 'withdrawn' as const, closed_at: sql<Date>`now()`, wipe_on: ahead }
  await desk.db.updateTable('request').set(gone).where('id', '=', reports[1]!.request).execute()
  expect(await shown(no)).toMatchObject({ found: 1 })
  await stands(reports[0]!.request, { state: 'valid', fix_by: ahead })
  expect(await shown(no)).toMatchObject({ found: 2 })
})
test('two weeks before it, a supplier that did not answer is asked about; two years after, names go', async () => {
  const { id, no } = await made()
  const one = await add(id)
  await held(id, 15)
  await clock()
  expect(await tasks(id)).toEqual([])
  await held(id, 14)
  await clock()
  expect(await tasks(id)).toEqual([' security-officer'])
  await say(one, 'given')
  await clock()
  expect(await tasks(id)).toEqual([])
  const rules = (version: number) =>
    unasked(desk.db, async (tx) => {
      await tx.updateTable('hack_target').set({ rules: version }).where('id', '=', one).execute()
      await tx.deleteFrom('task').where('object', '=', `hack/${id}`).execute()
    })
  await rules(HACK_RULES_VERSION - 1)
  await clock()
  expect(await tasks(id)).toEqual([' security-officer'])
  await rules(HACK_RULES_VERSION)
  const forget = () => asClock(desk.db, m(), (tx) => forgetSigners(tx, m()))
  const agreed = { stopName: 'Ans', stopPhone: '06 12 34 56 78', forbidden: 'De kassa' }
  await as(desk.db, officer, (tx) => agree(tx, m(), id, agreed))
  await say(one, 'given')
  await held(id, -90)
  expect(await forget()).toBe(0)
  await held(id, -91)
  expect([await forget(), await forget()]).toEqual([1, 0])
  // What was signed stays signed; the phone is off the site too.
  expect(await as(desk.db, officer, (tx) => agreedOf(tx, m(), id))).toEqual({
    stopName: '',
    stopPhone: '',
    forbidden: 'De kassa',
  })
  expect(await shown(no)).toMatchObject({ stop: '', forbidden: 'De kassa' })
  const [signed] = await as(desk.db, officer, (tx) => targetsOf(tx, m(), id))
  expect(signed).toMatchObject({ state: 'given', signed_name: 'Directeur' })
  await unasked(desk.db, (tx) =>
    sql`alter table event disable trigger moved`.execute(tx).then(() =>
      tx
        .updateTable('event')
        .set({ starts_on: daysAfter(today, -731), ends_on: daysAfter(today, -731) })
        .where('id', '=', id)
        .execute(),
    ),
  )
  await sql`alter table event enable trigger moved`.execute(desk.db)
  expect([await forget(), await forget()]).toEqual([1, 0])
  const row = await desk.db.selectFrom('hack_target').selectAll().where('id', '=', one).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ signed_name: '(gewist)', signed_role: '', contact: '', contact_email: '' })
})

describe('at the desk', () => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await desk.visit(officer)
  })
  const basisAt = async (one: string) => unseenIn(await (await visitor.get(one)).text(), 'basis')
  const FORM = {
    systeem: 'Parkeren',
    adres: 'https://p.test',
    leverancier: 'Delta',
    dag: ahead,
    van: '10.00',
    laatste: ahead,
    tot: '16.00',
  }
  test('a system is added, its letter printed, and its consent kept with the hash of the file', async () => {
    const { id, no } = await made()
    const at = `/balie/evenementen/${id}/hack`
    const wrong = await visitor.post(`${at}/systeem`, { ...FORM, dag: today, tot: '9.00', adres: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="Delta"')
    const outside = await (await visitor.post(`${at}/systeem`, { ...FORM, dag: today })).text()
    expect(outside).toContain(`Blijf binnen de dagen van het evenement: ${day('nl', ahead)}.`)
    const done = await visitor.post(`${at}/systeem`, FORM)
    expect(done.status).toBe(303)
    const one = done.headers.get('location')!
    expect(await (await visitor.get(`${one}/brief`)).text()).toContain('Delta')
    expect((await visitor.post(one, { antwoord: 'given', naam: '', op: '' })).status).toBe(422)
    const bestand = new File(['getekend'], 'ja.pdf', { type: 'application/pdf' })
    const basis = await basisAt(one)
    const yes = { antwoord: 'given', naam: 'Yusuf Kaya', functie: 'directeur', op: today, bestand, basis } as never
    for (const none of [undefined, new File([], 'leeg.pdf', { type: 'application/pdf' })]) {
      const refused = await visitor.post(one, { ...(yes as object), bestand: none } as never)
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('Kies het bestand met de handtekening')
    }
    expect((await visitor.post(one, yes)).status).toBe(303)
    expect((await visitor.post(one, yes)).status).toBe(409)
    const [row] = await as(desk.db, officer, (tx) => targetsOf(tx, m(), id))
    expect(row).toMatchObject({ state: 'given', signed_hash: sha256('getekend'), signed_name: 'Yusuf Kaya' })
    expect(await scopeOf(no)).toEqual(['Parkeren'])
    expect((await visitor.get(`/balie/evenementen/${(await made('seminar')).id}/hack`)).status).toBe(404)
  })
  test('a yes to a letter that a colleague changed meanwhile is refused, with what was typed', async () => {
    const { id, no } = await made()
    const at = `/balie/evenementen/${id}/hack`
    const one = (await visitor.post(`${at}/systeem`, FORM)).headers.get('location')!
    const agreed = { stopnaam: 'Ans', stoptelefoon: '06 12 34 56 78', verboden: '' }
    expect((await visitor.post(`${at}/afspraken`, agreed)).status).toBe(303)
    const bestand = new File(['getekend'], 'ja.pdf', { type: 'application/pdf' }) as never
    const yes = { antwoord: 'given', naam: 'Yusuf Kaya', functie: 'baas', op: today, bestand }
    for (const change of [
      () => visitor.post(`${one}/wijzigen`, { ...FORM, adres: 'https://q.test' }),
      () => visitor.post(`${one}/wijzigen`, { ...FORM, tot: '16.30' }),
      () => visitor.post(`${one}/wijzigen`, { ...FORM, grenzen: 'Geen wachtwoorden raden' }),
      () => visitor.post(`${at}/afspraken`, { ...agreed, verboden: 'De kassa' }),
      () => visitor.post(`${at}/afspraken`, { ...agreed, stoptelefoon: '06 87 65 43 21' }),
    ]) {
      const basis = await basisAt(one)
      expect((await change()).status).toBe(303)
      const refused = await visitor.post(one, { ...yes, basis })
      expect(refused.status).toBe(409)
      const text = await refused.text()
      for (const kept of ['value="Yusuf Kaya"', 'value="baas"', `value="${today}"`, 'wijzigde intussen'])
        expect(text).toContain(kept)
      expect(await scopeOf(no)).toEqual([])
    }
    expect((await visitor.post(one, yes)).status).toBe(409)
    // What the letter does not say may change.
    const basis = await basisAt(one)
    await visitor.post(`${at}/afspraken`, { ...agreed, stopnaam: 'Bob', stoptelefoon: '06 87 65 43 21' })
    expect((await visitor.post(one, { ...yes, basis })).status).toBe(303)
    expect(await scopeOf(no)).toEqual(['Parkeren'])
  })
  test('before the letter is changed the page says whose consent goes', async () => {
    const { id } = await made()
    const page = async () => (await visitor.get(`/balie/evenementen/${id}/hack/afspraken`)).text()
    const one = await add(id)
    expect(await page()).not.toContain('vervalt')
    await say(one, 'given')
    expect(await page()).toContain('1 leverancier tekende')
    expect(await page()).toContain('vervalt')
  })
  test('only a report of its days is tied, once; by mistake it is taken off for a reason', async () => {
    const { id, no } = await made()
    const at = `/balie/evenementen/${id}/hack`
    const post = async (nummer: string) => {
      const answer = await visitor.post(`${at}/bevinding`, { nummer })
      return answer.status === 303 ? 'tied' : `${answer.status} ${await answer.text()}`
    }
    expect(await post('12345')).toMatch(/^422/)
    expect(await post(newSpokenNumber())).toMatch(/^422.*geen melding van een zwakke plek/s)
    // A request for one’s own data is no finding.
    expect(await post((await putReport(today, 'inzage')).number)).toMatch(/^422/)
    const { request, number } = await putReport()
    expect(await post(number)).toMatch(/^422.*voordat het evenement begon/s)
    await held(id, -91)
    expect(await post(number)).toMatch(/^422.*meer dan 90 dagen na/s)
    await held(id, -90)
    expect(await post(number)).toBe('tied')
    expect(await post(number)).toMatch(/^422.*al genoteerd/s)
    await stands(request, { state: 'valid', judged_on: today, fix_by: ahead })
    expect(await (await visitor.get(at)).text()).toContain('klopt')
    const [found] = await as(desk.db, officer, (tx) => findingsOf(tx, m(), id))
    const one = `${at}/bevinding/${found!.id}`
    expect(await (await visitor.get(one)).text()).toContain(`/balie/verzoeken/${request}`)
    expect((await visitor.post(one, { waarom: ' ' })).status).toBe(422)
    expect((await visitor.post(one, { waarom: 'Dit was een ander systeem' })).status).toBe(303)
    expect(await shown(no)).toMatchObject({ found: 0 })
    const trail = desk.db.selectFrom('audit').select('detail').where('act', '=', 'hack.untied')
    expect(JSON.stringify(await trail.execute())).toContain('Dit was een ander systeem')
    expect(await post(number)).toBe('tied')
  })
  test('how far a finding is, no person writes beside its report', async () => {
    const { id } = await made()
    await held(id, 0)
    await tie(id, (await putReport()).number)
    const set = as(desk.db, officer, (tx) => tx.updateTable('hack_finding').set({ mended_on: today }).execute())
    await expect(set).rejects.toThrow(/permission denied/)
    const row = { municipality: m(), id: crypto.randomUUID(), event: id, number: newSpokenNumber(), found_on: today }
    const add = as(desk.db, officer, (tx) => tx.insertInto('hack_finding').values(row).execute())
    await expect(add).rejects.toThrow(/permission denied/)
    const none = await addPerson(desk.db, m(), ['executor'])
    const tied = as(desk.db, none, (tx) => tieFinding(tx, id, 'ABCDE12345'))
    await expect(tied).rejects.toThrow(/not by you/)
  })
})

/** A report of somebody that came in on a day, as far as its number goes. */
async function putReport(received = today, kind = 'zwakke-plek') {
  const [municipality, requester, request, number] = [m(), crypto.randomUUID(), crypto.randomUUID(), newSpokenNumber()]
  await desk.db
    .insertInto('requester')
    .values({
      municipality,
      id: requester,
      secret: requester.padEnd(64, '0'),
      channel: 'screen',
      lang: 'nl',
      whom: 'none',
    })
    .execute()
  const days = { received_on: received, first_due: received, due_on: received, kept_months: 12 }
  const how = { controller: 'college', role: 'security-officer', identity: 'not-needed' } as const
  await desk.db
    .insertInto('request')
    .values({ municipality, id: request, number, requester, kind, ...days, ...how })
    .execute()
  return { request, number }
}
