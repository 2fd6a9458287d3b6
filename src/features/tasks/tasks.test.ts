/** Vandaag counts everything that waits, also what it does not show, and tells an administrator what comes first. */
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, as, testDesk, type TestDesk } from '../../../test/desk.ts'
import { asClock } from '../../db/as.ts'
import { keepContact } from '../../db/contact.ts'
import { ROLES } from '../../vocabulary/roles.ts'
import { todayIn } from '../../web/language.ts'
import { contactRoutes } from '../people/manage/contact.tsx'
import { readCatalogue } from '../../catalogue/norms.ts'
import { roleFor } from '../../db/tasks.ts'
import { taskRoutes } from './pages.tsx'
import { MOST_TASKS } from './store.ts'
import { passingOn } from './timers.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk([
    ...taskRoutes({ catalogue: readCatalogue('norms'), partyWaiting: async () => [] }),
    ...contactRoutes,
  ])
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

test('what waits for who left goes to a role of theirs that may do it, else to one that somebody has', () => {
  expect(roleFor('covenant-remark', ['auditor', 'account-manager'], ['policy-officer', 'account-manager'])).toBe(
    'account-manager',
  )
  // Of an opinion the role is what counts, also while nobody has it.
  expect(roleFor('opinion.x', ['fg'], ['adviser', 'security-officer'])).toBe('fg')
  expect(roleFor('street-reaction', ['publisher'], ['adviser'])).toBe('adviser')
  expect(roleFor('street-reaction', ['publisher'], [])).toBe('policy-officer')
  expect(roleFor('pledge-verdict', ['adviser'], ['adviser'])).toBeUndefined()
})

test('nothing goes on waiting for who left, but what only a named person does', async () => {
  const here = desk.municipality.id
  const gone = await addPerson(desk.db, here, ['account-manager', 'adviser'], 'Gerda')
  const there = await addPerson(desk.db, here, ['account-manager'], 'Theo')
  const stays = await addPerson(desk.db, here, ['adviser'], 'Paula')
  const task = async (kind: string, object: string, more: object = {}) => {
    const id = uuid()
    await desk.db
      .insertInto('task')
      .values({ municipality: here, id, kind, object, text: kind, path: `/balie/${object}`, person: gone.id, ...more })
      .execute()
    return id
  }
  const remark = await task('covenant-remark', 'remark/1')
  const twice = await task('report', 'report/1')
  await task('report', 'report/1', { person: null, role: 'account-manager' })
  const named = await task('pledge-verdict', 'pledge/1')
  const along = await task('covenant-file', 'convenanten/9/deelnemers')
  await task('covenant-owner', 'convenanten/9', {
    path: '/balie/convenanten/9/eigenaar',
    person: null,
    role: 'policy-officer',
  })
  const others = await task('covenant-remark', 'remark/2', { person: stays.id })
  const round = () =>
    asClock(desk.house.site, here, (tx) =>
      passingOn.run(tx, { municipality: { ...desk.municipality, name: 'x' } as never, today: todayIn(), origin: '' }),
    )
  expect(await round()).toBe(0)
  await desk.db.updateTable('person').set({ state: 'left' }).where('id', '=', gone.id).execute()
  expect([await round(), await round()]).toEqual([1, 0])
  const rows = await desk.db
    .selectFrom('task')
    .select(['id', 'person', 'role'])
    .where('id', 'in', [remark, twice, named, along, others])
    .execute()
  const of = (id: string) => rows.find((row) => row.id === id)
  expect(of(remark)).toMatchObject({ person: null, role: 'account-manager' })
  for (const id of [twice, named, along]) expect(of(id)).toMatchObject({ person: gone.id, role: null })
  expect(of(others)).toMatchObject({ person: stays.id })
  // Once nobody is asked for any more, what was to go along goes to a role too.
  await desk.db.deleteFrom('task').where('kind', '=', 'covenant-owner').execute()
  expect(await round()).toBe(1)
  const visitor = await desk.visit(there)
  expect(await (await visitor.get('/balie')).text()).toContain('/balie/remark/1')
})
