/** The history of a long answer: two texts that share nothing hold up neither the page nor the site. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { addPerson, as, testDeps, testDesk, type TestDesk, type Visitor } from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { questionnaireFor } from '../../catalogue/questionnaires.ts'
import { createForm } from '../../db/forms.ts'

const deps = testDeps()
let desk: TestDesk
let at: Visitor
let address: string
beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  const questionnaire = questionnaireFor(deps.questionnaires, 'pre-check', 'proposal')!
  const form = await as(desk.db, anna, async (tx) => {
    const made = await createForm(tx, desk.municipality.id, questionnaire, { by: anna.id })
    const id = uuid()
    await tx
      .insertInto('case_file')
      .values({
        municipality: desk.municipality.id,
        id,
        no: 1,
        kind: 'proposal',
        title: 'Gratis wifi',
        author: anna.id,
        pre_check: made,
      })
      .execute()
    return made
  })
  address = `/balie/vragenlijsten/${form}/${questionnaire.questions[0]!.id}`
  const text = (seed: number) => Array.from({ length: 3_900 }, (_, no) => `w${(no * seed) % 997}`).join(' ')
  for (const [no, reason] of ['een oud woord', 'een nieuw woord', text(7), text(11)].entries())
    await as(desk.db, anna, (tx) =>
      tx
        .insertInto('answer')
        .values({
          municipality: desk.municipality.id,
          form,
          question: questionnaire.questions[0]!.id,
          no: no + 1,
          value: JSON.stringify('nee'),
          reason: reason.slice(0, 19_800),
          by: anna.id,
        })
        .execute(),
    )
  at = await desk.visit(anna)
})
afterAll(() => desk.close())

test('the page comes, says what changed, and says it where that is too much', async () => {
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const answer = await at.get(address)
  clearInterval(watch)
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).toContain('<del>oud</del><ins>nieuw</ins>')
  expect(page).toContain('te lang of te veel veranderd om te vergelijken')
  expect(longest).toBeLessThan(2_000)
  expect(desk.faults).toEqual([])
})
