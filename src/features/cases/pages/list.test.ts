/** The list of cases: sorted by what is due, filters that stay, the same cases as a file. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid } from 'uuid'
import { addPerson, testDeps, testDesk, type TestDesk, type TestPerson, type Visitor } from '../../../../test/desk.ts'
import type { CaseState } from '../../../vocabulary/case.ts'
import { todayIn } from '../../../web/language.ts'
import { caseRoutes } from '../routes.ts'

let desk: TestDesk
let lia: Visitor
let anna: TestPerson
let bram: TestPerson
let no = 0
const make = async (
  title: string,
  state: CaseState,
  dueOn: string | null,
  handler: TestPerson | null,
  law?: string,
) => {
  const [municipality, id] = [desk.municipality.id, uuid()]
  await desk.db
    .insertInto('case_file')
    .values({
      municipality,
      id,
      no: ++no,
      kind: 'proposal',
      title,
      author: anna.id,
      handler: handler?.id ?? null,
      state,
      due_on: dueOn,
    })
    .execute()
  if (law)
    await desk.db
      .insertInto('legal_term')
      .values({
        municipality,
        id: uuid(),
        case_file: id,
        term: 'raadpleging',
        starts_on: '2020-01-01',
        due_on: law,
        by: anna.id,
      })
      .execute()
}

beforeAll(async () => {
  desk = await testDesk(caseRoutes(testDeps()))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  bram = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], '＝Bram')
  // A case begins as a draft and walks from there: here only where it stands matters.
  for (const table of ['case_file', 'legal_term'])
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(desk.db)
  lia = await desk.visit(await addPerson(desk.db, desk.municipality.id, ['auditor'], 'Lia'))
  await make('Zonder termijn', 'published', null, bram)
  await make('Laat', 'opinions', '2020-01-01', bram)
  await make('Straks', 'in-test', '2099-01-01', null)
  await make('=Wet eerst', 'draft', '2099-02-01', anna, '2098-01-01')
})
afterAll(() => desk.close())

const html = async (query: string) => (await lia.get(`/balie/zaken${query}`)).text()
const titles = async (query: string) =>
  [...(await html(query)).matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)</g)].map(([, title]) => title)

test.each([
  ['', ['Laat', '=Wet eerst', 'Straks', 'Zonder termijn']],
  ['?volgorde=nummer', ['=Wet eerst', 'Straks', 'Laat', 'Zonder termijn']],
  ['?volgorde=titel', ['=Wet eerst', 'Laat', 'Straks', 'Zonder termijn']],
  ['?volgorde=status', ['=Wet eerst', 'Straks', 'Laat', 'Zonder termijn']],
  ['?volgorde=behandelaar', ['Straks', '=Wet eerst', 'Laat', 'Zonder termijn']],
  ['?volgorde=constructor', ['Laat', '=Wet eerst', 'Straks', 'Zonder termijn']],
  ['?behandelaar=niemand', ['Straks']],
  ['?van=laat', ['Laat']],
  ['?status=draft', ['=Wet eerst']],
  ['?staat=draft', ['=Wet eerst']],
  ['?q=3', ['Straks']],
])('%s lists %j', async (query, expected) => expect(await titles(query)).toEqual(expected))

test('a handler is a column and a filter', async () => {
  expect(await titles(`?behandelaar=${bram.id}`)).toEqual(['Laat', 'Zonder termijn'])
  expect(await html('')).toMatch(/Straks[\s\S]*nog niemand/)
})

test('the column that is sorted by says so, the others lead there with the same filters', async () => {
  const text = await html('?volgorde=titel&van=laat')
  expect([...text.matchAll(/aria-sort="(\w+)"[^>]*>([^<]*)</g)].map(([, sort, head]) => [sort, head])).toEqual([
    ['ascending', 'Zaak'],
  ])
  expect(text).toContain('href="/balie/zaken?van=laat&amp;volgorde=behandelaar"')
  expect(text).toContain('href="/balie/zaken?van=laat">Uiterlijk')
  expect(text).toContain('href="/balie/zaken/bestand?van=laat&amp;volgorde=titel"')
})

test('a second page keeps filters and order', async () => {
  for (let at = 0; at < 50; at++) await make(`Vol ${at}`, 'withdrawn', null, null)
  const first = await html('?status=withdrawn&volgorde=titel')
  expect(first).not.toContain('Volgende pagina')
  await make('Vol 50', 'withdrawn', null, null)
  const next = /href="([^"]*)">Volgende pagina/.exec(await html('?status=withdrawn&volgorde=titel'))![1]!
  expect(next).toBe('/balie/zaken?status=withdrawn&amp;volgorde=titel&amp;pagina=2')
  const second = await html('?status=withdrawn&volgorde=titel&pagina=2')
  expect(second).toContain('href="/balie/zaken?status=withdrawn&amp;volgorde=titel">Vorige pagina')
})

test('the file holds the same cases, safe for a spreadsheet', async () => {
  const answer = await lia.get('/balie/zaken/bestand?behandelaar=niemand&status=in-test')
  expect(answer.headers.get('content-disposition')).toContain(`zaken-sluiswijk-${todayIn()}.csv`)
  const lines = new TextDecoder().decode(await answer.arrayBuffer()).split('\r\n')
  expect(lines[1]).toBe(
    `IT-${todayIn().slice(0, 4)}-0003,Straks,beleidsvoorstel,wordt ` +
      `getoetst,${todayIn()},nee,Anna,,2099-01-01,,,${todayIn()}`,
  )
  const all = await (await lia.get('/balie/zaken/bestand')).text()
  for (const part of ["'=Wet eerst", "'＝Bram", '2098-01-01']) expect(all).toContain(part)
  expect(desk.faults).toEqual([])
})
