/** What the municipality placed is what is shown: words of an organisation wait, and what staff stop stays stopped. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { unseenIn } from '../../../test/form-page.ts'
import { daysAfter } from '../../lib/iso-date.ts'
import { todayIn } from '../../web/language.ts'
import { eventRoutes } from './routes.tsx'

let desk: TestDesk
let partner: TestPerson
let theirs: Visitor
let staff: Visitor
const day = daysAfter(todayIn(), 9)
const FORM = {
  titel: 'Koffie met kwartels',
  soort: 'meeting',
  onderwerp: 'privacy',
  over: 'Koffie drinken.',
  taal: 'nl',
  dag: day,
  begint: '10.00',
  eindigt: '12.00',
  plek: 'Zaal',
  drempelvrij: 'yes',
  opgeven: 'here',
  plaatsen: '5',
  organisator: 'Klikkado',
}
const EVIL = {
  titel: 'Win een telefoon',
  over: 'Log in op https://evil.test',
  website: 'https://evil.test/',
  begint: '9.00',
}

beforeAll(async () => {
  desk = await testDesk(eventRoutes)
  const { id } = desk.municipality
  partner = await addPerson(desk.db, id, ['partner'], 'Kim', await addOrganisation(desk.db, id, 'Klikkado'))
  theirs = await desk.visit(partner)
  staff = await desk.visit(await addPerson(desk.db, id, ['policy-officer'], 'Tarik'))
})
afterAll(() => desk.close())

async function placed() {
  const at = (await theirs.post('/balie/onze-evenementen/nieuw', FORM)).headers.get('location')!
  const id = at.split('/').at(-1)!
  const ours = `/balie/evenementen/${id}`
  expect((await staff.post(`${ours}/plaatsen`, { basis: await basis(staff, ours) })).status).toBe(303)
  const { no } = await desk.db.selectFrom('event').select('no').where('id', '=', id).executeTakeFirstOrThrow()
  return { at, id, ours, no }
}
const shown = (no: number) => desk.db.selectFrom('published.event').selectAll().where('no', '=', no).executeTakeFirst()
const basis = async (who: Visitor, at: string) => unseenIn(await (await who.get(at)).text(), 'basis')
const change = async (at: string, more: Record<string, string>) =>
  theirs.post(`${at}/wijzigen`, { ...FORM, ...more, basis: await basis(theirs, `${at}/wijzigen`) })

test('words of an organisation wait until somebody takes them over; a time does not', async () => {
  const { at, ours, no, id } = await placed()
  expect((await change(at, EVIL)).status).toBe(303)
  expect(await shown(no)).toMatchObject({ title: FORM.titel, told: { about: FORM.over, website: '', starts: '09:00' } })
  for (const form of [await theirs.get(`${at}/wijzigen`), await theirs.get(at), await staff.get(ours)])
    expect(await form.text()).toContain('Win een telefoon')
  const seen = await basis(staff, ours)
  expect((await theirs.post(`${at}/overnemen`, { basis: seen })).status).toBe(404)
  await expect(
    as(desk.db, partner, (tx) => tx.updateTable('event').set({ pending: '{}' }).where('id', '=', id).execute()),
  ).rejects.toThrow(/permission denied/)
  // Not what somebody did not see.
  expect((await change(at, { ...EVIL, over: 'Nog iets' })).status).toBe(303)
  expect((await staff.post(`${ours}/overnemen`, { basis: seen })).status).toBe(409)
  expect((await staff.post(`${ours}/niet-overnemen`, { basis: await basis(staff, ours), reden: '' })).status).toBe(422)
  const no1 = { basis: await basis(staff, ours), reden: 'Dit is geen koffie' }
  expect((await staff.post(`${ours}/niet-overnemen`, no1)).status).toBe(303)
  expect(await (await theirs.get(at)).text()).toContain('Dit is geen koffie')
  await expect(basis(staff, ours)).rejects.toThrow('nothing goes along')
  expect(await shown(no)).toMatchObject({ title: FORM.titel })
  expect((await change(at, { titel: 'Thee', begint: '9.00' })).status).toBe(303)
  expect((await staff.post(`${ours}/overnemen`, { basis: await basis(staff, ours) })).status).toBe(303)
  expect(await shown(no)).toMatchObject({ title: 'Thee', told: { about: FORM.over } })
})
test('what waits changes nothing in public; another place waits too, and is heard of once it is so', async () => {
  const { at, ours, no, id } = await placed()
  const before = await shown(no)
  const news = async () =>
    (await desk.db.selectFrom('event').select('news').where('id', '=', id).executeTakeFirst())!.news
  const evil = {
    plek: 'Log in op evil.test',
    straat: 'Evilstraat 1',
    postcode: '1234 AB',
    plaats: 'Evil',
    wijk: 'Evil',
  }
  expect((await change(at, { ...evil, ...EVIL, begint: FORM.begint })).status).toBe(303)
  expect([await shown(no), await news()]).toEqual([before, 0])
  const page = await (await staff.get(ours)).text()
  for (const said of Object.values(evil)) expect(page).toContain(said)
  expect((await staff.post(`${ours}/niet-overnemen`, { basis: await basis(staff, ours), reden: 'Nee' })).status).toBe(
    303,
  )
  expect([await shown(no), await news()]).toEqual([before, 0])
  expect((await change(at, { plek: 'Grote zaal' })).status).toBe(303)
  expect((await staff.post(`${ours}/overnemen`, { basis: await basis(staff, ours) })).status).toBe(303)
  const after = (await shown(no))!
  expect([after.told, await news()]).toMatchObject([{ place: 'Grote zaal', street: '' }, 1])
  expect(after.changed_at.getTime()).toBeGreaterThan(before!.changed_at.getTime())
  expect(after.sequence).toBeGreaterThan(before!.sequence)
})
test('an organisation names the municipality nowhere, and makes no hack event', async () => {
  const { at } = await placed()
  for (const wrong of [{ organisator: 'Gemeente Test' }, { organisator: desk.municipality.name }, { soort: 'hack' }]) {
    expect((await theirs.post('/balie/onze-evenementen/nieuw', { ...FORM, ...wrong })).status).toBe(422)
    expect((await change(at, wrong)).status).toBe(422)
  }
  expect((await change(at, { organisator: 'Gemeentewerf' })).status).toBe(303)
  const row = { municipality: partner.municipality, organisation: partner.organisation, subject: 'city' as const }
  const when = { starts_on: day, starts: '10:00', ends_on: day, ends: '11:00', place: 'x', title: 'x' }
  for (const wrong of [
    { kind: 'hack' as const, organiser: 'x' },
    { kind: 'meeting' as const, organiser: 'de Gemeente X' },
  ])
    await expect(
      as(desk.db, partner, (tx) =>
        tx
          .insertInto('event')
          .values({ ...row, ...when, ...wrong, id: crypto.randomUUID() })
          .execute(),
      ),
    ).rejects.toThrow(/municipality alone/)
})
test('what staff called off only staff put back; what an organisation called off, it puts back itself', async () => {
  const { at, ours, no } = await placed()
  expect((await theirs.post(`${at}/afgelasten`, { waarom: 'Log in op evil.test' })).status).toBe(303)
  // That it is off is told at once; why waits, as all words of others do, and somebody hears of it.
  expect(await shown(no)).toMatchObject({ state: 'cancelled', told: { why: '' } })
  const asked = desk.db.selectFrom('task').select('id').where('kind', '=', 'event-changed').where('done_at', 'is', null)
  expect(await asked.where('path', '=', ours).execute()).toHaveLength(1)
  const waits = await (await staff.get(ours)).text()
  expect([waits.includes('Waarom het niet doorgaat'), waits.includes('evil.test')]).toEqual([true, true])
  expect((await theirs.post(`${at}/toch`)).status).toBe(303)
  expect((await staff.post(`${ours}/afgelasten`, { waarom: 'Misbruik' })).status).toBe(303)
  expect((await theirs.post(`${at}/toch`)).status).toBe(409)
  expect((await theirs.get(`${at}/wijzigen`)).status).toBe(409)
  expect((await theirs.post(`${at}/wijzigen`, { ...FORM, ...EVIL })).status).toBe(409)
  const page = await (await theirs.get(at)).text()
  expect([page.includes('Vraag de gemeente of het terug kan'), page.includes('/toch"')]).toEqual([true, false])
  expect(await shown(no)).toMatchObject({ state: 'cancelled', title: FORM.titel })
  await expect(
    as(desk.db, partner, (tx) => tx.updateTable('event').set({ state: 'placed' }).where('no', '=', no).execute()),
  ).rejects.toThrow(/called this off/)
  expect((await staff.post(`${ours}/toch`)).status).toBe(303)
  expect((await change(at, { plaatsen: '6' })).status).toBe(303)
})
test('staff take an event off the site: its words go, why stays, and it comes back', async () => {
  const { at, ours, no } = await placed()
  const gone = () => desk.db.selectFrom('published.event_gone').select('why').where('no', '=', no).executeTakeFirst()
  const found = () =>
    desk.db
      .selectFrom('published.sought')
      .select('key')
      .where('source', '=', 'event')
      .where('key', '=', `${no}`)
      .execute()
  expect(await found()).toHaveLength(1)
  expect((await staff.post(`${ours}/weghalen`, { weg: '' })).status).toBe(422)
  expect((await theirs.post(`${at}/weghalen`, { weg: 'x' })).status).toBe(404)
  expect((await staff.post(`${ours}/weghalen`, { weg: 'Oplichting' })).status).toBe(303)
  expect([await shown(no), await gone(), await found()]).toEqual([undefined, { why: 'Oplichting' }, []])
  expect((await theirs.post(`${at}/toch`)).status).toBe(409)
  expect((await staff.post(`${ours}/weghalen`, { weg: 'Nog eens' })).status).toBe(409)
  expect((await staff.post(`${ours}/toch`)).status).toBe(303)
  expect([(await shown(no))?.state, await gone()]).toEqual(['placed', undefined])
})
