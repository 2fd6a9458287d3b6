/** The forms of a register by keyboard alone: sent with Enter, begun again at what is wrong, and none is a trap. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../test/desk.ts'
import { barriersOf } from '../../test/barriers.ts'
import { deskInBrowser, type DeskInBrowser } from '../../test/desk-browser.ts'
import { ROWS, THINGS } from '../../test/desk-registers.ts'
import { formOf } from '../../test/form-page.ts'
import { readThings } from '../../test/things.ts'
import { deskRoutes } from '../apps/desk-routes.ts'

let desk: TestDesk
let anna: TestPerson
let visitor: Visitor
let browser: DeskInBrowser

beforeAll(async () => {
  desk = await testDesk(deskRoutes({ ...testDeps(), registers: readThings() }))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  visitor = await desk.visit(anna)
  browser = await deskInBrowser(desk)
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const focused = (attribute: 'id' | 'class') =>
  browser.page.evaluate((name) => document.activeElement!.getAttribute(name) ?? '', attribute)

/** Whoever sent a form begins at what is wrong, and its first line leads to the field. */
async function expectAtErrors(field: string): Promise<void> {
  expect(await focused('class')).toContain('ld-errors')
  await browser.page.keyboard.press('Tab')
  await browser.page.keyboard.press('Enter')
  expect(await focused('id')).toBe(`veld-${field}`)
}

test('a form that is not right, and then is', async () => {
  const { page, open, press } = browser
  await open(anna, `${THINGS}/nieuw`)
  expect(await press('Opslaan')).toBe(422)
  await expectAtErrors('w-naam')
  expect(await barriersOf(page)).toEqual([])
  await page.getByLabel('Naam', { exact: true }).focus()
  await page.keyboard.type('Grote klok')
  expect(await press('Opslaan')).toBe(303)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Grote klok')
})

test('what a colleague changed meanwhile', async () => {
  const { page, open, press } = browser
  const made = await visitor.post(`${THINGS}/nieuw`, { 'w-naam': 'Lantaarn', 'w-aantal': '1' })
  const at = `${made.headers.get('location')!}/wijzigen`
  await open(anna, at)
  await page.getByLabel('Aantal').fill('2')
  const form = formOf(await (await visitor.get(at)).text(), at)
  expect((await visitor.post(at, { ...form, 'w-aantal': '3' })).status).toBe(303)
  expect(await press('Wijziging opslaan')).toBe(409)
  expect(await barriersOf(page)).toEqual([])
  expect(await press('Wijziging opslaan')).toBe(303)
})

test('a list is searched, and its way leads on', async () => {
  const { page, open } = browser
  await open(anna, THINGS)
  await page.getByLabel('Zoek').first().focus()
  await page.keyboard.type('klok')
  await Promise.all([page.waitForURL(/q=klok/), page.keyboard.press('Enter')])
  const link = page.getByRole('link', { name: 'Grote klok' })
  await link.focus()
  await Promise.all([page.waitForURL(/[0-9a-f-]{36}$/), page.keyboard.press('Enter')])
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Grote klok')
})

test('a file is tried, and only its good rows are read in', async () => {
  const { page, open, press } = browser
  await open(anna, `${THINGS}/importeren`)
  expect(await press('Bekijk wat er verandert')).toBe(422)
  await expectAtErrors('bestand')
  expect(await barriersOf(page)).toEqual([])
  const file = { name: 'dingen.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS) }
  await page.locator('input[type=file]').setInputFiles(file)
  expect(await press('Bekijk wat er verandert')).toBe(303)
  expect(await barriersOf(page)).toEqual([])
  const button = (await page.getByRole('button', { name: /rijen inlezen/ }).textContent())!
  expect(await press(button)).toBe(422)
  await expectAtErrors('goede')
  expect(await barriersOf(page)).toEqual([])
  await page.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  expect(await press(button)).toBe(303)
  expect(await page.getByRole('main').textContent()).toContain('De andere rijen staan hier nog.')
})

test('there were no faults of ours', () => expect(desk.faults).toEqual([]))
