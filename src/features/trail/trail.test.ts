/** The trail as people read it: names and words, filters that stay, and the same lines as a file. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { questionnaireFor } from '../../catalogue/questionnaires.ts'
import { record, type Act } from '../../db/audit.ts'
import { addPerson, as, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../test/desk.ts'
import { createForm } from '../../db/forms.ts'
import { todayIn } from '../../web/language.ts'
import { trailRoutes } from './routes.tsx'

const CASE = '01900000-0000-7000-8000-000000000001'
let desk: TestDesk
let auditor: Visitor
let anna: TestPerson
let bram: TestPerson
let form: string
const preCheck = questionnaireFor(testDeps().questionnaires, 'pre-check', 'proposal')!

beforeAll(async () => {
  desk = await testDesk(trailRoutes)
  const { id: municipality } = desk.municipality
  anna = await addPerson(desk.db, municipality, ['policy-officer'], 'Anna')
  bram = await addPerson(desk.db, municipality, ['policy-officer'], '=Bram')
  auditor = await desk.visit(await addPerson(desk.db, municipality, ['auditor'], 'Lia'))
  const says = (who: TestPerson, act: Act) => as(desk.db, who, (tx) => record(tx, municipality, act))
  form = await as(desk.db, anna, (tx) => createForm(tx, municipality, preCheck, { by: anna.id }))
  await as(desk.db, anna, (tx) =>
    tx
      .insertInto('case_file')
      .values({
        municipality,
        id: CASE,
        no: 7,
        kind: 'proposal',
        title: 'Drukte meten',
        author: anna.id,
        pre_check: form,
      })
      .execute(),
  )
  await says(anna, { act: 'case.created', object: `case/${CASE}`, detail: { no: 7, kind: 'proposal' } })
  await says(anna, { act: 'answer.saved', object: `form/${form}`, detail: { question: 'V1', no: 1 } })
  await says(bram, { act: 'case.handled', object: `case/${CASE}` })
  await says(bram, { act: 'person.changed', object: `person/${anna.id}`, detail: { roles: ['adviser'] } })
  for (let at = 0; at < 60; at++) await says(anna, { act: 'product.changed', object: 'product/1' })
  const stranger = await addPerson(desk.db, desk.elsewhere.id, ['policy-officer'], 'Els')
  await as(desk.db, stranger, (tx) =>
    record(tx, desk.elsewhere.id, { act: 'case.changed', object: `case/${CASE}`, detail: { geheim: 'ja' } }),
  )
})
afterAll(() => desk.close())

const page = async (query: string) => (await auditor.get(`/balie/logboek${query}`)).text()
const table = async (query: string) => /<tbody[\s\S]*<\/tbody>/.exec(await page(query))?.[0] ?? ''
const rows = async (query: string) => (await table(query)).split('<tr').length - 1

test('a line names its case, its person and its particulars: no id, no hash, no JSON', async () => {
  const text = await table('?zaak=7')
  for (const part of [
    `href="/balie/zaken/${CASE}"`,
    '-0007 Drukte meten',
    `voortoets van IT-${todayIn().slice(0, 4)}-0007`,
    'nam een zaak in behandeling',
    'vraag: V1; nummer: 1',
  ])
    expect(text).toContain(part)
  expect(text.replaceAll(/href="[^"]*"/g, '')).not.toMatch(/[0-9a-f]{8}-|[0-9a-f]{12}|[{}]/)
  expect(await table('?wat=person.changed')).toMatch(/Anna[\s\S]*rollen: adviseur/)
})

test.each([
  ['?zaak=7', 3],
  [`?zaak=IT-2026-0007`, 3],
  ['?zaak=drukte%20METEN', 3],
  ['?zaak=7&wat=case.handled', 1],
  ['?wat=answer.saved', 1],
  [`?van=${todayIn()}&zaak=7`, 3],
  [`?van=${todayIn()}&tot=${todayIn()}&zaak=7`, 3],
  ['?tot=2020-01-01', 0],
  ['?van=2099-01-01', 0],
])('%s shows %i lines', async (query, count) => expect(await rows(query)).toBe(count))

test('a person is a filter, and the way to older lines keeps the filters', async () => {
  expect(await rows(`?wie=${bram.id}`)).toBe(2)
  const first = await page(`?wie=${anna.id}`)
  const older = /href="\/balie\/logboek(\?[^"]*voor=\d+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
  expect(older).toContain(`wie=${anna.id}`)
  expect(await rows(older)).toBe(12)
  expect(await page(older)).not.toContain('Oudere regels')
})

test.each([
  ['?zaak=99', 'Er is geen zaak met dit nummer'],
  ['?van=2026-02-30', 'Vul een datum in'],
  ['?van=2026-02-02&tot=2026-02-01', 'De laatste dag ligt voor de eerste'],
  ['?wat=constructor', 'Kies een handeling'],
  ["?wie='--", 'Kies een persoon'],
])('%s is told at its field', async (query, told) => {
  const answer = await auditor.get(`/balie/logboek${query}`)
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain(told)
  expect(text).toContain('<title>Fout: Logboek')
  expect((await auditor.get(`/balie/logboek/bestand${query}`)).status).toBe(409)
})

test('the file holds the same lines, safe for a spreadsheet, with the hash of each', async () => {
  const answer = await auditor.get('/balie/logboek/bestand?zaak=7')
  expect(answer.headers.get('content-disposition')).toContain(`logboek-sluiswijk-${todayIn()}.csv`)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  expect(text.startsWith('\uFEFFnummer,wanneer,wie,handeling,waarover,bijzonderheden,controlegetal\r\n')).toBe(true)
  const lines = text.trim().split('\r\n').slice(1)
  expect(lines.length).toBe(3)
  expect(lines[0]).toMatch(/^3,[^,]+Z,'=Bram,nam een zaak in behandeling,IT-\d{4}-0007 Drukte meten,,[0-9a-f]{64}$/)
})

test('nothing of another municipality, and only for who may read the trail', async () => {
  expect(await page('?wat=case.changed')).not.toContain('geheim')
  expect((await (await desk.visit(anna)).get('/balie/logboek')).status).toBe(403)
  expect((await (await desk.visit(anna)).get('/balie/logboek/bestand')).status).toBe(403)
  expect(desk.faults).toEqual([])
})
