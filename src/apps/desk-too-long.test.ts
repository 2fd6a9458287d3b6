/** A text that is too long for its field is refused at that field with everything that was typed, and never cut. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addPerson,
  as,
  putCase,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../test/desk.ts'
import { sources } from '../../test/tree.ts'
import { questionnaireFor } from '../catalogue/questionnaires.ts'
import { createCase } from '../features/cases/store/begin.ts'
import { tooLong } from '../lib/too-long.ts'
import { deskRoutes } from './desk-routes.ts'

const deps = testDeps()
let desk: TestDesk
const at: Record<string, Visitor> = {}
let file: string
let form: string
let author: TestPerson

beforeAll(async () => {
  desk = await testDesk(deskRoutes(deps))
  const people = {
    anna: await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna'),
    bram: await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Bram'),
    adri: await addPerson(desk.db, desk.municipality.id, ['administrator'], 'Adri'),
  }
  for (const [name, person] of Object.entries(people)) at[name] = await desk.visit(person)
  author = people.anna
  const preCheck = questionnaireFor(deps.questionnaires, 'pre-check', 'proposal')!
  const words = { kind: 'proposal', title: 'Gratis wifi', summary: 'x', intendedOn: null } as const
  const id = await as(desk.db, people.anna, (tx) =>
    createCase(tx, desk.municipality.id, people.anna.id, { ...words, regulation: null, product: null }, preCheck),
  )
  file = `/balie/zaken/${id}`
  const row = await desk.db.selectFrom('case_file').select('pre_check').where('id', '=', id).executeTakeFirstOrThrow()
  form = `/balie/vragenlijsten/${row.pre_check}/V1`
})
afterAll(() => desk.close())

const BESIDE = 'Dit stond ernaast en blijft staan.'
/** Where, who, at which field, how much fits, and what else must be there to come that far. */
const FIELDS: readonly (readonly [where: () => string, who: string, field: string, most: number, beside: string])[] = [
  [() => '/balie/zaken/nieuw', 'anna', 'titel', 200, 'samenvatting'],
  [() => '/balie/zaken/nieuw', 'anna', 'samenvatting', 4_000, 'titel'],
  [() => `${file}/wijzigen`, 'anna', 'titel', 200, 'samenvatting'],
  [() => `${form}/opmerking`, 'anna', 'opmerking', 4_000, ''],
  [() => `${form}/bewijs`, 'anna', 'titel', 300, 'link'],
  [() => `${form}/bewijs`, 'anna', 'eigenaar', 200, 'titel'],
  [() => '/balie/producten/nieuw', 'anna', 'naam', 200, 'omschrijving'],
  [() => '/balie/producten/nieuw', 'anna', 'omschrijving', 2_000, 'naam'],
  [() => '/balie/producten/nieuw', 'anna', 'websites', 4_000, 'naam'],
  [() => '/balie/beheer/nieuw', 'adri', 'naam', 200, 'functie'],
  [() => '/balie/beheer/nieuw', 'adri', 'functie', 200, 'naam'],
  [() => '/balie/regelingen/ophalen', 'anna', 'maker', 200, ''],
]
/** The page that a form stands on, where that is not above its own address. */
const STANDS: Readonly<Record<string, string>> = {
  '/balie/zaken/nieuw': '/balie/zaken/nieuw?soort=proposal',
  '/balie/regelingen/ophalen': '/balie/regelingen/inlezen',
}
test.each(FIELDS)('%s: what %s types in %s and is longer than %i is refused, and kept', async (...row) => {
  const [where, who, field, most, beside] = row
  const text = `${'lang verhaal '.repeat(most / 10)}EINDE`.slice(-most - 7)
  const answer = await at[who]!.post(where(), {
    ...(STANDS[where()] && { vanaf: STANDS[where()]! }),
    soort: 'proposal',
    ...(beside && { [beside]: BESIDE }),
    [field]: text,
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('<title>Fout: ')
  expect(page).toMatch(new RegExp(`href="#(veld-[^"]*${field})">${tooLong(most + 7, most)}`))
  expect(page).toMatch(new RegExp(`id="fout-[^"]*${field}">${tooLong(most + 7, most)}`))
  expect(page).toContain(text)
  if (beside) expect(page).toContain(BESIDE)
})

test('what just fits is taken whole', async () => {
  const text = 'x'.repeat(4_000)
  expect((await at['anna']!.post(`${form}/opmerking`, { opmerking: `  ${text}\n` })).status).toBe(303)
  const kept = await desk.db.selectFrom('comment').select('text').execute()
  expect(kept).toEqual([{ text }])
})

test('acts of a case: reason, advice and measure', async () => {
  const long = `${'Een lang verhaal. '.repeat(1_200)}EINDE`
  const put = (...states: Parameters<typeof putCase>[3][]) =>
    putCase(desk.db, author, file.split('/').at(-1)!, ...states)
  const tooMuch = async (who: string, where: string, fields: Record<string, string>) => {
    const answer = await at[who]!.post(`${file}${where}`, fields)
    const page = await answer.text()
    expect([answer.status, page.includes('EINDE')], page).toEqual([422, true])
    expect(page).toContain('Er is niets afgekapt.')
  }
  await tooMuch('anna', '/stap/intrekken', { reden: long })
  await put('pre-check')
  await at['bram']!.post(`${file}/behandelen`)
  await put('in-test', 'opinions', 'advice')
  await tooMuch('bram', '/adviseren', { oordeel: 'no-objection', tekst: long })
  await put('reaction', 'decision', 'decided')
  await tooMuch('bram', '/maatregelen', { tekst: long, eigenaar: author.id, klaar: '2099-01-01' })
  await tooMuch('anna', '/herijking', { soort: 'version', tekst: long })
  expect(desk.faults).toEqual([])
})

test('nothing that a form sent is cut on its way', () => {
  const cut = sources(['src/features', 'src/web/desk'], /\.tsx?$/).filter((file) =>
    /(?:\.text|\bfield|\.raw)\([^)]*\)+(?:\.trim\(\))?\.(?:slice|substring)\(/.test(readFileSync(file, 'utf8')),
  )
  expect(cut).toEqual([])
})
