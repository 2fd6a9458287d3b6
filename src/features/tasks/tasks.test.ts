/** Vandaag counts everything that waits, also what it does not show, and tells an administrator what comes first. */
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDesk, type TestDesk } from '../../../test/desk.ts'
import { keepContact } from '../../db/contact.ts'
import { ROLES } from '../../vocabulary/roles.ts'
import { todayIn } from '../../web/language.ts'
import { contactRoutes } from '../people/manage/contact.tsx'
import { readCatalogue } from '../../catalogue/norms.ts'
import { taskRoutes } from './pages.tsx'
import { MOST_TASKS } from './store.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([...taskRoutes({ catalogue: readCatalogue('norms') }), ...contactRoutes])
})
afterAll(() => desk.close())
const bare = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('more tasks than the list shows are all counted, late ones too', async () => {
  const anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  const visitor = await desk.visit(anna)
  expect(bare(await (await visitor.get('/balie')).text())).toContain('Er wacht niets op u.')
  const many = MOST_TASKS + 20
  const year = Number(todayIn().slice(0, 4))
  await desk.db
    .insertInto('task')
    .values(
      Array.from({ length: many }, (_, at) => ({
        id: uuid(),
        municipality: desk.municipality.id,
        kind: 'test',
        text: `Taak ${at}`,
        path: `/balie/zaken/${at}`,
        object: `test/${at}`,
        person: at < many / 2 ? anna.id : null,
        role: at < many / 2 ? null : ('policy-officer' as const),
        due_on: at % 2 === 0 ? `${year - 1}-01-01` : at % 3 === 0 ? null : `${year + 1}-01-01`,
      })),
    )
    .execute()
  const page = bare(await (await visitor.get('/balie')).text())
  expect(page).toContain(`Er wachten ${many} taken op u; ${many / 2} zijn te laat.`)
  expect(page).toContain(`Deze lijst toont de eerste ${MOST_TASKS} van ${many} taken.`)
  expect(page.match(/Taak \d+/g)!.length).toBe(MOST_TASKS)
})

test('a first administrator is told what comes first, until it is done; nobody else is', async () => {
  const beheer = await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Bea')
  const visitor = await desk.visit(beheer)
  const before = await (await visitor.get('/balie')).text()
  expect(before).toContain('href="/balie/beheer/gemeente"')
  expect(bare(before)).toContain('Nog niemand is adviseur, functionaris gegevensbescherming (FG), beslisser, ')
  expect((await visitor.get('/balie/beheer/gemeente')).status).toBe(200)
  const other = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['auditor'], 'Cor'))
  expect(await (await other.get('/balie')).text()).not.toContain('Als eerste')
  await as(desk.db, beheer, (tx) => keepContact(tx, desk.municipality.id, { phone: '14 071', email: '' }))
  await addPerson(
    desk.db,
    desk.municipality.id,
    ROLES.filter((role) => role !== 'partner'),
    'Dirk',
  )
  const after = await (await visitor.get('/balie')).text()
  expect(after).not.toContain('beheer/gemeente"')
  expect(after).not.toContain('Nodig collega')
})
