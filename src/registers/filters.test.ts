/** Many filters stay behind one line until one is used: they would push the list itself out of sight on a phone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, testDeps, testDesk, type Visitor } from '../../test/desk.ts'
import { deskRoutes } from '../apps/desk-routes.ts'
import { readRegisters } from '../catalogue/registers.ts'
import { filterName, filtersOf } from './asked.ts'
import { placeOf } from './here.ts'

const registers = readRegisters('registers')
const many = registers.find(
  (each) => filtersOf(each).some(({ kind }) => kind === 'yes-no') && filtersOf(each).length > 4,
)!
const few = registers.find((each) => filtersOf(each).length > 0 && filtersOf(each).length <= 4)!
let desk: Awaited<ReturnType<typeof testDesk>>
let at: Visitor

beforeAll(async () => {
  desk = await testDesk(deskRoutes({ ...testDeps(), registers }))
  at = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna'))
})
afterAll(() => desk.close())

const folded = async (where: string) =>
  /<details class="ld-details"( open="")?><summary>Kies wat u wilt zien<\/summary>([\s\S]*?)<\/details>/.exec(
    await (await at.get(where)).text(),
  )

test('more than four are folded, all of them within, and open where one is used', async () => {
  const place = placeOf(many)
  const shut = (await folded(place))!
  expect(shut[1]).toBeUndefined()
  for (const field of filtersOf(many)) expect(shut[2]).toContain(`name="${filterName(field)}"`)
  const used = filtersOf(many).find(({ kind }) => kind === 'yes-no')!
  expect((await folded(`${place}?${filterName(used)}=ja`))![1]).toBe(' open=""')
})

test('a few stand open', async () => {
  const text = await (await at.get(placeOf(few))).text()
  expect(text).toContain(`name="${filterName(filtersOf(few)[0]!)}"`)
  expect(await folded(placeOf(few))).toBeNull()
  expect(text).toContain('Lopend of beëindigd')
})
