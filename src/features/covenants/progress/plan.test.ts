/** A miss of all together, and of the municipality, asks a plan that somebody there writes and another accepts. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../../test/desk.ts'
import { putCovenant, terms } from '../../../../test/pledges.ts'
import { asClock } from '../../../db/as.ts'
import { daysAfter } from '../../../lib/iso-date.ts'
import { todayIn } from '../../../web/language.ts'
import { covenantDeskRoutes } from '../routes.ts'
import { recompute } from './kept-store.ts'
import { NOBODY } from './rules.ts'
import { tellPledges } from './timers-store.ts'
import { sayTo } from './verdict-store.ts'

const today = todayIn()
const deps = testDeps()
let desk: TestDesk
const who: Record<string, TestPerson> = {}
const at: Record<string, Visitor> = {}
const place: Record<string, string> = {}

beforeAll(async () => {
  desk = await testDesk(covenantDeskRoutes(deps))
  const { id } = desk.municipality
  const shop = await addOrganisation(desk.db, id, 'Café De Sluis')
  for (const [name, roles] of Object.entries({
    owner: ['policy-officer'],
    colleague: ['account-manager'],
    verifier: ['security-officer'],
    adviser: ['adviser'],
  } as const))
    who[name] = await addPerson(desk.db, id, roles, name)
  who['shop'] = await addPerson(desk.db, id, ['partner'], 'Kim', shop)
  for (const name of Object.keys(who)) at[name] = await desk.visit(who[name]!)
  const pledge = { ...terms(who['verifier']!, who['owner']!), due: daysAfter(today, -2) }
  const covenant = await putCovenant(
    desk.db,
    who['owner']!,
    [pledge],
    [
      { organisation: null, on: '2026-01-01' },
      { organisation: shop, on: '2026-01-01' },
    ],
  )
  await asClock(desk.db, id, (tx) =>
    recompute(tx, id, { norms: deps.catalogue.norms, registers: deps.registers }, today),
  )
  const judged = `/balie/convenanten/${covenant}/voortgang/https`
  for (const over of ['allen', NOBODY, shop]) {
    const said = { oordeel: 'not-met', gehaald: '', gezien: today, bewijs: 'De meting.', reden: 'Niets gemeten.' }
    const answer = await at['verifier']!.post(`${judged}/oordeel`, { ...said, over, vervangt: '' })
    expect([answer.status, await answer.text()]).toEqual([303, ''])
  }
  const verdicts = await desk.db.selectFrom('pledge_verdict').select(['id', 'whole', 'organisation']).execute()
  const verdict = (name: string) =>
    verdicts.find(({ whole, organisation }) =>
      name === 'whole' ? whole : !whole && organisation === (name === 'ours' ? null : shop),
    )!.id
  place['judged'] = judged
  for (const name of ['whole', 'ours', 'party']) place[name] = `${judged}/oordeel/${verdict(name)}`
})
afterAll(() => desk.close())

const open = async () => {
  const rows = await desk.db
    .selectFrom('task')
    .select(['kind', 'text', 'path'])
    .where('done_at', 'is', null)
    .where('kind', 'like', 'pledge-plan%')
    .orderBy('id')
    .execute()
  return rows.map(({ kind, path }) => [kind, path.replace(place['judged']!, '')])
}
const rest = (name: string) => place[name]!.replace(place['judged']!, '')
const tell = (on = today) =>
  asClock(desk.db, desk.municipality.id, (tx) =>
    tellPledges(tx, { municipality: desk.municipality as never, today: on, origin: 'https://x.test' }),
  )

test('who watches over it is asked to write the plan, there; of a party to look after it', async () => {
  expect(await open()).toEqual([
    ['pledge-plan', `${rest('whole')}/verbeterplan`],
    ['pledge-plan', `${rest('ours')}/verbeterplan`],
    ['pledge-plan', '#oordelen'],
  ])
  // When it does not come it is told once, and leads to the same page.
  for (const on of [56, 57, 58]) await tell(daysAfter(today, on))
  expect((await open()).filter(([kind]) => kind === 'pledge-plan-late')).toEqual([
    ['pledge-plan-late', `${rest('whole')}/verbeterplan`],
    ['pledge-plan-late', `${rest('ours')}/verbeterplan`],
    ['pledge-plan-late', '#oordelen'],
  ])
  const page = await (await at['owner']!.get(place['judged']!)).text()
  expect(page).toContain('Schrijf het verbeterplan van allen samen')
  expect(page).toContain('Schrijf het verbeterplan van de gemeente')
  expect(page).toContain('Schrijf op wat Café De Sluis als plan inleverde')
  expect(await (await at['adviser']!.get(place['judged']!)).text()).not.toContain('Schrijf het verbeterplan')
})

test.each(['whole', 'ours', 'party'])('a plan of %s is written by one and accepted by another', async (name) => {
  const plan = `${place[name]}/verbeterplan`
  for (const other of ['adviser', 'verifier']) expect((await at[other]!.get(plan)).status, other).toBe(403)
  expect([403, 404]).toContain((await at['shop']!.post(plan, { plan: 'x' })).status)
  const empty = await at['owner']!.post(plan, { plan: '' })
  expect([empty.status, (await empty.text()).includes('Schrijf het verbeterplan.')]).toEqual([422, true])
  const long = await at['owner']!.post(plan, { plan: 'x'.repeat(8_001) })
  expect([413, 422]).toContain(long.status)
  expect((await at['owner']!.post(plan, { plan: 'Samen oefenen in mei.' })).status).toBe(303)
  // Done: nobody is asked any more, and a second is not asked.
  expect((await open()).filter(([, path]) => path === `${rest(name)}/verbeterplan`)).toEqual([])
  expect((await at['owner']!.get(plan)).status).toBe(409)
  expect((await at['owner']!.post(`${place[name]}/plan`, { wat: 'aanvaard' })).status).toBe(403)
  // The wall says the same to who goes past the form.
  const accept = {
    verdict: place[name]!.split('/').at(-1)!,
    kind: 'plan-accepted' as const,
    organisation: null,
    text: 'x',
  }
  await expect(
    as(desk.db, who['owner']!, (tx) => sayTo(tx, desk.municipality.id, who['owner']!.id, accept)),
  ).rejects.toThrow('another answers what one wrote')
  const back = { wat: 'terug', terug: 'Wie doet het?' }
  expect((await at['colleague']!.post(`${place[name]}/plan`, back)).status).toBe(303)
  expect((await open()).some(([, path]) => path === `${rest(name)}/verbeterplan`)).toBe(name !== 'party')
  const again = await (await at['owner']!.get(plan)).text()
  expect(again).toContain('Het plan kwam terug: Wie doet het?')
  expect(again).toContain('Samen oefenen in mei.')
  expect((await at['owner']!.post(plan, { plan: 'Jan oefent in mei.' })).status).toBe(303)
  expect((await at['colleague']!.post(`${place[name]}/plan`, { wat: 'aanvaard' })).status).toBe(303)
  expect(await (await at['owner']!.get(place['judged']!)).text()).toContain('Jan oefent in mei.')
})

test('what was accepted asks nothing any more, and a party reads of all together what became of it', async () => {
  await tell(daysAfter(today, 100))
  expect(await open()).toEqual([])
  const page = await (
    await at['shop']!.get(place['judged']!.replace('convenanten', 'onze-afspraken').replace('voortgang', 'afspraken'))
  ).text()
  expect(page).toContain('niet gehaald; verbeterplan aanvaard')
})
