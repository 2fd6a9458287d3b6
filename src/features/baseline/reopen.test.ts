/** Opening a self-check again: by the organisation, until the end of its year, with the figures of its group whole. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addOrganisation,
  addPerson,
  as,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
} from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { createForm } from '../../db/forms.ts'
import { mayReopen, mayRepeat } from './rules.ts'

const deps = testDeps()
const questionnaire = deps.questionnaires.find(({ purpose }) => purpose === 'self-assessment')!
const YEAR = new Date().getUTCFullYear()
let desk: TestDesk
let chantal: TestPerson
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  chantal = await addPerson(desk.db, desk.municipality.id, ['account-manager'], 'Chantal')
})
afterAll(() => desk.close())

/** An organisation whose self-check is done, with this answer to N03. */
async function done(name: string, answer: 'ja' | 'nee', year = YEAR) {
  const municipality = desk.municipality.id
  const organisation = await addOrganisation(desk.db, municipality, name)
  const partner = await addPerson(desk.db, municipality, ['partner'], `Van ${name}`, organisation)
  const form = await as(desk.db, partner, async (tx) => {
    const id = await createForm(tx, municipality, questionnaire, { by: partner.id, organisation, variant: 'short' })
    await tx
      .insertInto('answer')
      .values({ municipality, form: id, question: 'N03', no: 1, value: `"${answer}"`, by: partner.id })
      .execute()
    await sql`select keep_baseline_figure(${year}, 'A', 'N03', ${answer === 'ja' ? 1 : 0})`.execute(tx)
    return id
  })
  await desk.db
    .insertInto('baseline')
    .values({
      municipality,
      id: organisation,
      organisation,
      year,
      form,
      state: 'done',
      cluster: 'A',
      email: 'a@b.test',
    })
    .execute()
  await desk.db.updateTable('form').set({ closed_at: new Date() }).where('id', '=', form).execute()
  return { organisation, form, visitor: await desk.visit(partner) }
}
const figures = async (organisation: string) =>
  desk.db
    .selectFrom('baseline_figure')
    .select(['question', 'value', 'again'])
    .where('organisation', '=', organisation)
    .execute()
const group = async (asker = chantal) =>
  (
    await as(desk.db, asker, (tx) =>
      sql<{ organisations: number; mean: number }>`
    select organisations, mean from baseline_group(${YEAR}) where question = 'N03'`.execute(tx),
    )
  ).rows

test('a year is opened again until its end; after that the next one begins', () => {
  const at = (year: number, state = 'done') => [mayReopen({ year, state }, 2026), mayRepeat({ year, state }, 2026)]
  expect(at(2026)).toEqual([true, false])
  expect(at(2025)).toEqual([false, true])
  expect(at(2026, 'running')).toEqual([false, false])
})

test('what was ended is opened again, changed, and ended once more; the trail tells, the figures follow', async () => {
  const cafe = await done('Café de Sluis', 'nee')
  const { visitor, form, organisation } = cafe
  expect((await visitor.post(`/balie/vragenlijsten/${form}/N03`, { antwoord: 'ja', basis: '1' })).status).toBe(403)
  expect(await (await visitor.get('/balie/mijn-nulmeting')).text()).toContain('Zelfcheck weer openen')
  const opened = await visitor.post('/balie/mijn-nulmeting/heropenen')
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/balie/vragenlijsten/${form}`])
  expect(await figures(organisation)).toEqual([])
  expect((await visitor.post('/balie/mijn-nulmeting/heropenen')).status).toBe(409)
  expect(await (await (await desk.visit(chantal)).get(`/balie/organisaties/${organisation}`)).text()).toMatch(
    /bezig \(weer geopend op \d/,
  )
  expect((await visitor.post(`/balie/vragenlijsten/${form}/N03`, { antwoord: 'ja', basis: '1' })).status).toBe(303)
  expect((await visitor.post('/balie/mijn-nulmeting/klaar', { zeker: 'ja' })).status).toBe(303)
  expect(await figures(organisation)).toEqual([{ question: 'N03', value: 1, again: true }])
  const acts = await desk.db
    .selectFrom('audit')
    .select('act')
    .where('object', '=', `organisation/${organisation}`)
    .orderBy('no')
    .execute()
  expect(acts.map(({ act }) => act)).toEqual(['baseline.reopened', 'baseline.done'])
})

test('nobody of the municipality opens it, nor another organisation', async () => {
  const shop = await done('Winkel', 'ja')
  const staff = await desk.visit(chantal)
  expect((await staff.post('/balie/mijn-nulmeting/heropenen')).status).toBe(403)
  expect(await figures(shop.organisation)).toHaveLength(1)
})

test('last year stays closed', async () => {
  const { visitor, organisation } = await done('Van vorig jaar', 'ja', YEAR - 1)
  const refused = await visitor.post('/balie/mijn-nulmeting/heropenen')
  expect([refused.status, (await refused.text()).includes(`Begin die van ${YEAR}`)]).toEqual([409, true])
  expect(await figures(organisation)).toHaveLength(1)
})

test('of one that ends again nobody can tell what it changed: it counts with four others who did', async () => {
  const all: Awaited<ReturnType<typeof done>>[] = []
  for (let at = 0; at < 14; at++) all.push(await done(`Groep ${at}`, 'nee'))
  // With the shop of before: fifteen, of which one said yes. 1/15 is rounded to a twentieth and kept above a tenth.
  expect(await group()).toEqual([{ organisations: 15, mean: 0.1 }])
  const again = async ({ visitor, form }: (typeof all)[number]) => {
    await visitor.post('/balie/mijn-nulmeting/heropenen')
    await visitor.post(`/balie/vragenlijsten/${form}/N03`, { antwoord: 'ja', basis: '1' })
    await visitor.post('/balie/mijn-nulmeting/klaar', { zeker: 'ja' })
  }
  await again(all[0]!)
  expect(await group()).toEqual([{ organisations: 10, mean: 0.1 }])
  await again(all[1]!)
  await again(all[2]!)
  expect(await group()).toEqual([{ organisations: 10, mean: 0.1 }])
  // With the café of before five ended twice: ten who did not, and these five who now say yes.
  await again(all[3]!)
  expect(await group()).toEqual([{ organisations: 15, mean: expect.closeTo(0.4, 5) }])
  expect(desk.faults).toEqual([])
})
