/** A product changes: not over a colleague, and not under the test that was done of it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { unasked } from '../../../test/database.ts'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { formOf } from '../../../test/form-page.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { registerFor } from '../../catalogue/registers.ts'
import { todayIn } from '../../web/language.ts'

let desk: TestDesk
let anna: TestPerson
let at: Visitor
let colleague: Visitor
let path: string

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  at = await desk.visit(anna)
  colleague = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Bram'))
})
beforeEach(async () => {
  const made = await at.post('/balie/producten/nieuw', {
    naam: 'Zaakpost',
    leverancier: 'Postduif BV',
    versie: '3',
    inzet: 'zaken',
    gegevens: ['contact'],
  })
  path = made.headers.get('location')!
})
afterAll(() => desk.close())

const edit = async (visitor: Visitor, changes: Readonly<Record<string, string | readonly string[]>>) =>
  visitor.post(`${path}/wijzigen`, {
    ...formOf(await (await visitor.get(`${path}/wijzigen`)).text(), `${path}/wijzigen`),
    ...changes,
  })
const idOf = (where: string) => where.split('/').at(-1)!
const product = (id: string) => desk.db.selectFrom('product').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const detailOf = async (id: string) =>
  JSON.parse(
    (
      await desk.db
        .selectFrom('audit')
        .select('detail')
        .where('object', '=', `product/${id}`)
        .orderBy('no', 'desc')
        .executeTakeFirstOrThrow()
    ).detail,
  ) as Record<string, unknown>

/** A test of the product that was decided. */
async function decided(): Promise<string> {
  const id = uuid()
  const { municipality } = anna
  await unasked(desk.db, async (tx) => {
    const { count } = await tx
      .selectFrom('case_file')
      .select((each) => each.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    const row = { municipality, id, no: Number(count) + 1000, kind: 'product' as const, title: 'Zaakpost 3' }
    await tx
      .insertInto('case_file')
      .values({ ...row, author: anna.id, handler: anna.id, product: idOf(path) })
      .execute()
    await tx
      .insertInto('decision')
      .values({
        municipality,
        id: uuid(),
        case_file: id,
        no: 1,
        outcome: 'go',
        text: 'Akkoord.',
        by: anna.id,
        name: 'Anna',
        function: 'beleid',
        mandate: 'mandaat',
        decided_on: todayIn(),
      })
      .execute()
  })
  return id
}

test('two people at once: the second sees both, field by field, and loses nothing', async () => {
  const form = formOf(await (await at.get(`${path}/wijzigen`)).text(), `${path}/wijzigen`)
  expect((await edit(colleague, { eigenaar: 'hoofd dienstverlening' })).status).toBe(303)
  const late = await at.post(`${path}/wijzigen`, { ...form, omschrijving: 'Mijn lange tekst.' })
  expect(late.status).toBe(409)
  const page = await late.text()
  for (const part of ['Dit is intussen veranderd', 'Bram', 'hoofd dienstverlening', '>Mijn lange tekst.</textarea>'])
    expect(page).toContain(part)
  expect((await product(idOf(path))).owner).toBe('hoofd dienstverlening')
  // Who has seen both may save.
  const merged = { ...formOf(page, `${path}/wijzigen`), eigenaar: 'hoofd dienstverlening' }
  expect((await at.post(`${path}/wijzigen`, merged)).status).toBe(303)
  expect(await product(idOf(path))).toMatchObject({
    owner: 'hoofd dienstverlening',
    description: 'Mijn lange tekst.',
  })
})

test('both at the very same moment: one is kept, one sees the conflict', async () => {
  const form = async (visitor: Visitor) =>
    formOf(await (await visitor.get(`${path}/wijzigen`)).text(), `${path}/wijzigen`)
  const [one, other] = [await form(at), await form(colleague)]
  const answers = await Promise.all([
    at.post(`${path}/wijzigen`, { ...one, eigenaar: 'een' }),
    colleague.post(`${path}/wijzigen`, { ...other, eigenaar: 'twee' }),
  ])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
})

test('near miss: saving after one’s own change is no conflict, and saving nothing changes nothing', async () => {
  expect((await edit(at, { eigenaar: 'een' })).status).toBe(303)
  expect((await edit(at, { eigenaar: 'twee' })).status).toBe(303)
  const before = await product(idOf(path))
  expect((await edit(at, {})).status).toBe(303)
  expect(await product(idOf(path))).toEqual(before)
})

test('the trail tells field by field what it was and is', async () => {
  await edit(at, { kosten: '12500', gegevens: ['contact', 'bsn'], omschrijving: 'Nieuw.' })
  expect(await detailOf(idOf(path))).toMatchObject({
    kosten: { from: '', to: '12500' },
    omschrijving: { from: '', to: 'Nieuw.' },
    gegevens: { from: expect.any(String), to: expect.stringContaining(', ') },
  })
})

test.each([
  ['versie', '4', 'version'],
  ['leverancier', 'Valk NV', 'supplier'],
  ['gegevens', ['contact', 'bsn'], 'purpose'],
  ['inzet', 'meldingen', 'purpose'],
  ['configuratie', 'met koppeling', 'version'],
] as const)('%s changes after the test: it is asked, and becomes a product of its own', async (name, value, kind) => {
  const file = await decided()
  const old = await product(idOf(path))
  const asked = await edit(at, { [name]: value })
  expect(asked.status).toBe(422)
  expect(await asked.text()).toContain('Geldt die toets nog?')
  expect(await product(idOf(path))).toEqual(old)
  const done = await edit(at, { [name]: value, toets: 'nieuw' })
  const made = done.headers.get('location')!
  expect(made).not.toBe(path)
  // The old one keeps its test; the new one has none, on its page and in the list.
  expect(await product(idOf(path))).toEqual(old)
  expect(await (await at.get(made)).text()).toContain('Er is nog geen toets begonnen')
  expect(await (await at.get('/balie/producten')).text()).not.toContain(`value="${idOf(made)}"`)
  const retest = await desk.db.selectFrom('retest').selectAll().where('case_file', '=', file).executeTakeFirstOrThrow()
  expect(retest.kind).toBe(kind)
  const task = await desk.db
    .selectFrom('task')
    .selectAll()
    .where('object', '=', `product/${idOf(made)}`)
    .executeTakeFirstOrThrow()
  expect(task).toMatchObject({ person: anna.id, path: made })
})

test('the test still counts: only with a reason, and that stands in the trail', async () => {
  await decided()
  expect((await edit(at, { versie: '3.0', toets: 'zelfde' })).status).toBe(422)
  expect((await edit(at, { versie: '3.0', toets: 'zelfde', reden: 'Zo heette zij al.' })).status).toBe(303)
  expect((await product(idOf(path))).version).toBe('3.0')
  expect(await detailOf(idOf(path))).toEqual({ versie: { from: '3', to: '3.0' }, reason: 'Zo heette zij al.' })
})

test.each([
  ['of costs and contract', { kosten: '9', tot: '2030-01-01' }],
  ['of spaces', { versie: ' 3 ' }],
  ['of the description', { omschrijving: 'Anders gezegd.' }],
] as const)('near miss: a change %s asks nothing about the test', async (_, changes) => {
  await decided()
  expect((await edit(at, changes)).status).toBe(303)
})

test('near miss: without a test a version just changes', async () => {
  expect((await edit(at, { versie: '4' })).headers.get('location')).toBe(path)
  expect((await product(idOf(path))).version).toBe('4')
})

test('a person and a draft of a case: the same conflict', async () => {
  const chief = await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Chef')
  const [one, other] = [await desk.visit(chief), await desk.visit(chief)]
  const page = `/balie/beheer/mensen/${anna.id}`
  const read = async (visitor: Visitor, where: string, action = where) =>
    formOf(await (await visitor.get(where)).text(), action)
  const late = await read(one, page)
  expect((await other.post(page, { ...(await read(other, page)), functie: 'jurist' })).status).toBe(303)
  const answer = await one.post(page, { ...late, functie: 'adviseur' })
  expect(answer.status).toBe(409)
  const text = await answer.text()
  for (const part of ['jurist', 'value="adviseur"']) expect(text).toContain(part)

  const made = await at.post('/balie/zaken/nieuw', { soort: 'proposal', titel: 'Plan', samenvatting: 'Kort.' })
  const draft = `${made.headers.get('location')!}/wijzigen`
  const old = await read(at, draft)
  expect((await at.post(draft, { ...old, samenvatting: 'Uit het andere venster.' })).status).toBe(303)
  const again = await at.post(draft, { ...old, samenvatting: 'Uit dit venster.' })
  expect(again.status).toBe(409)
  const both = await again.text()
  for (const part of ['Uit het andere venster.', '>Uit dit venster.</textarea>']) expect(both).toContain(part)
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))

test('from each of the two lists of products one comes to the other', async () => {
  const register = registerFor(testDeps().registers, 'product')!
  const list = await (await at.get('/balie/producten')).text()
  expect(list).toContain(`href="/balie/registers/${register.id}"`)
  expect(await (await at.get(`/balie/registers/${register.id}`)).text()).toContain('href="/balie/producten"')
})
