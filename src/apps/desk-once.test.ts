/** What is sent twice from the same page is done once: a double press, the back button, a browser that asks again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson } from '../../test/desk.ts'
import { formBrowser } from '../../test/form-browser.ts'
import { asPerson } from '../db/as.ts'
import { deskRoutes } from './desk-routes.ts'

let desk: TestDesk
let anna: TestPerson
let bram: TestPerson
const BEGIN = '/balie/afspraken/beginnen'
const filled = { sjabloon: 'digitale-stad', titel: 'Zorg', cluster: 'C', straat: '', begin: '2027-01-01', jaren: '3' }

beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  bram = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Bram')
})
afterAll(() => desk.close())

const titled = async (title: string) =>
  (await desk.db.selectFrom('covenant').select('id').where('title', '=', title).execute()).map(({ id }) => id)
const to = (answer: Response) => answer.headers.get('location') ?? ''
const said = (answer: Response) => decodeURIComponent(answer.headers.get('set-cookie') ?? '')

test('the same form twice is one covenant, and the second leads to it and says so', async () => {
  const at = await formBrowser(desk, anna)
  const form = { ...(await at.form(BEGIN, BEGIN)), ...filled, titel: 'Eén keer' }
  const first = await at.post(BEGIN, form)
  const again = await at.post(BEGIN, form)
  const [id, ...more] = await titled('Eén keer')
  expect([more, to(first), to(again)]).toEqual([[], `/balie/convenanten/${id}`, `/balie/convenanten/${id}`])
  expect(said(first)).toContain('is begonnen')
  expect(said(again)).toContain('Dit had u al verstuurd')
})

test('pressed four times at the same moment it is one', async () => {
  const at = await formBrowser(desk, anna)
  const form = { ...(await at.form(BEGIN, BEGIN)), ...filled, titel: 'Tegelijk' }
  const all = await Promise.all([1, 2, 3, 4].map(() => at.post(BEGIN, form)))
  const [id, ...more] = await titled('Tegelijk')
  expect(more).toEqual([])
  expect(all.map((each) => [each.status, to(each)])).toEqual(all.map(() => [303, `/balie/convenanten/${id}`]))
})

test('from the page as it opens again, or with something else in it, it is another', async () => {
  const at = await formBrowser(desk, anna)
  const fill = async (titel: string) => ({ ...(await at.form(BEGIN, BEGIN)), ...filled, titel })
  for (const form of [await fill('Zelfde naam'), await fill('Zelfde naam')])
    expect((await at.post(BEGIN, form)).status).toBe(303)
  expect(await titled('Zelfde naam')).toHaveLength(2)
  const open = await fill('Eerst')
  await at.post(BEGIN, open)
  await at.post(BEGIN, { ...open, titel: 'Dan' })
  expect([await titled('Eerst'), await titled('Dan')].map(({ length }) => length)).toEqual([1, 1])
})

test('what was refused is done when it is right, and was not done before', async () => {
  const at = await formBrowser(desk, anna)
  const form = { ...(await at.form(BEGIN, BEGIN)), ...filled, titel: 'Hersteld', jaren: '' }
  for (const _ of [1, 2]) expect((await at.post(BEGIN, form)).status).toBe(422)
  expect(await titled('Hersteld')).toEqual([])
  expect((await at.post(BEGIN, { ...form, jaren: '3' })).status).toBe(303)
  expect(await titled('Hersteld')).toHaveLength(1)
})

test('a file that differs is another, though its name is the same', async () => {
  const at = await formBrowser(desk, anna)
  const page = await at.form('/balie/registers/sensoren/importeren', '/balie/registers/sensoren/importeren')
  const read = (text: string) =>
    at.post('/balie/registers/sensoren/importeren', page, { bestand: new File([text], 'sensoren.csv') })
  const [one, two] = [await read('naam;soort\nA;camera\n'), await read('naam;soort\nB;camera\n')]
  expect([said(one), said(two)].map((text) => text.includes('Dit had u al verstuurd'))).toEqual([false, false])
})

test('another person does not learn what somebody sent, and the form of another is nobody’s', async () => {
  const form = { ...(await (await formBrowser(desk, anna)).form(BEGIN, BEGIN)), ...filled, titel: 'Van Anna' }
  const other = await formBrowser(desk, bram)
  expect((await other.post(BEGIN, form)).status).toBe(403)
  const kept = ({ id, municipality, organisation }: TestPerson) =>
    asPerson(desk.db, { municipality, organisation, person: id }, 'read', (tx) =>
      tx.selectFrom('done_once').select('person').distinct().execute(),
    )
  expect(await kept(anna)).toEqual([{ person: anna.id }])
  expect(await kept(bram)).toEqual([])
})

test('Enter that only keeps what was typed is no act: it says so each time', async () => {
  const at = await formBrowser(desk, anna)
  const form = await at.form(BEGIN, BEGIN)
  for (const _ of [1, 2]) {
    const answer = await at.post('/balie/getypt', { ...form, titel: 'Nog niet' })
    expect([answer.status, said(answer)]).toEqual([303, expect.stringContaining('Er is nog niets verstuurd.')])
  }
  expect(await titled('Nog niet')).toEqual([])
})
