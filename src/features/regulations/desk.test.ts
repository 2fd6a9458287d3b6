/** The list of regulations at the desk: what is read in, what is refused and why, and what was tested. */
import { cpuMs } from '../../../test/cpu.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addPerson,
  putCase,
  testDeps,
  testDesk,
  type TestDesk,
  type TestPerson,
  type Visitor,
} from '../../../test/desk.ts'
import { deskRoutes } from '../../apps/desk-routes.ts'
import { dateOf, readRegulationsCsv, regulationsOf } from './csv.ts'
import { planImport, worksOf, type Known } from './rules.ts'
import type { Regulation } from '../../model/regulation.ts'

let desk: TestDesk
let anna: TestPerson
let at: Visitor
let elders: Visitor
beforeAll(async () => {
  desk = await testDesk(deskRoutes(testDeps()))
  anna = await addPerson(desk.db, desk.municipality.id, ['policy-officer'], 'Anna')
  at = await desk.visit(anna)
  elders = await desk.visit(await addPerson(desk.db, desk.elsewhere.id, ['policy-officer']))
})
afterAll(() => desk.close())
const csv = (text: string) => new File([text], 'regelingen.csv')
const read = async (path: string, visitor = at) => (await visitor.get(path)).text()

test('a list is read in; a wrong row is told with its line and the rest goes on', async () => {
  const answer = await at.post('/balie/regelingen/inlezen', {
    bestand: csv(
      [
        'Titel;Soort;CVDR-nummer;Inwerkingtreding',
        'Parkeerverordening;verordening;CVDR1_2;1-1-2020',
        ';verordening;;',
        'Afvalverordening;verordening;CVDR2;31-02-2020',
        'Beleidsregel <b>camera</b>;beleidsregel;;2021-05-01',
        '',
      ].join('\n'),
    ),
  })
  const page = await answer.text()
  expect(page).toContain('2 nieuw, 0 gewijzigd, 0 gelijk gebleven, 2 geweigerd')
  expect(page).toContain('de titel ontbreekt')
  expect(page).toContain('is geen datum')
  expect(await read('/balie/regelingen')).toContain('Beleidsregel &lt;b&gt;camera&lt;/b&gt;')
  expect(await read('/balie/regelingen')).toContain('0 van de 2 geldende regelingen zijn getoetst')
  expect(await read('/balie/regelingen', elders)).toContain('De lijst is nog leeg')
})
test('reading the same list again changes nothing', async () => {
  const again = await at.post('/balie/regelingen/inlezen', {
    bestand: csv('titel;soort;cvdr-nummer;inwerkingtreding\nParkeerverordening;verordening;CVDR1_2;1-1-2020\n'),
  })
  expect(await again.text()).toContain('0 nieuw, 0 gewijzigd, 1 gelijk gebleven, 0 geweigerd')
})
test.each([
  ['geen bestand', undefined],
  ['geen kolom titel', 'naam\nx\n'],
  ['leeg', ''],
])('%s is refused in words', async (_, text) => {
  const answer = await at.post('/balie/regelingen/inlezen', text === undefined ? {} : { bestand: csv(text) })
  expect(answer.status).toBe(422)
})
test('a test that was decided counts for its regulation', async () => {
  const { id } = await desk.db
    .selectFrom('regulation')
    .select('id')
    .where('work', '=', 'CVDR1')
    .executeTakeFirstOrThrow()
  const made = await at.post('/balie/zaken/nieuw', {
    soort: 'regulation',
    titel: 'Parkeren op kenteken',
    samenvatting: 'x',
    regeling: id,
  })
  const file = made.headers.get('location')!.split('/').at(-1)!
  expect(await read(`/balie/regelingen/${id}`)).toContain('Nog niet getoetst.')
  await putCase(desk.db, anna, file, 'pre-check', 'no-effect')
  expect(await read('/balie/regelingen')).toContain('1 van de 2')
  expect(await read('/balie/regelingen?welke=getoetst')).toContain('Parkeerverordening')
  expect(await read('/balie/regelingen?welke=niet-getoetst')).not.toContain('Parkeerverordening')
  expect((await elders.get(`/balie/regelingen/${id}`)).status).toBe(404)
})
test('a product keeps what was typed, and takes addresses as people write them', async () => {
  const wrong = await at.post('/balie/producten/nieuw', {
    naam: 'Zegmaar',
    kosten: '1.000',
    van: '2026-05-01',
    tot: '2026-01-01',
    websites: 'geen adres',
    omschrijving: 'Blijft staan.',
  })
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const part of [
    'Vul de leverancier in',
    'hele euro’s',
    'eindigt vóór het begint',
    '“geen” is geen webadres',
    'Blijft staan.',
  ])
    expect(page).toContain(part)
  const made = await at.post('/balie/producten/nieuw', {
    naam: 'Zegmaar',
    leverancier: 'Postduif BV',
    inzet: 'meldingen',
    gegevens: ['contact'],
    websites: 'https://Meldingen.Sluiswijk.test/pad?x\nmeldingen.sluiswijk.test',
  })
  const path = made.headers.get('location')!
  expect(await read(path)).toContain('Naam, adres, contact')
  expect((await desk.db.selectFrom('product').select('websites').executeTakeFirstOrThrow()).websites).toEqual([
    'meldingen.sluiswijk.test/pad?x',
    'meldingen.sluiswijk.test',
  ])
  expect(await read(path)).toMatch(/Kosten[\s\S]{0,200}onbekend/)
  expect((await elders.get(path)).status).toBe(404)
  expect((await elders.post(`${path}/wijzigen`, { naam: 'x' })).status).toBe(404)
  const costly = { naam: 'Zaakpost', leverancier: 'Postduif BV', inzet: 'zaken', kosten: '12500' }
  const priced = (await at.post('/balie/producten/nieuw', costly)).headers.get('location')!
  expect(await read(priced)).toContain('€ 12.500')
  expect(await read(`${priced}/wijzigen`)).toMatch(/name="kosten"[^>]*value="12500"|value="12500"[^>]*name="kosten"/)
  expect(await read('/balie/producten/vergelijken')).toContain('minstens twee producten')
})
test('organisations are found, and only here', async () => {
  expect((await at.get('/balie/organisaties?q=%25')).status).toBe(200)
  expect(desk.faults).toEqual([])
})

const version = (work: string, no: string, inForceOn: string, outOfForceOn: string | null = null): Regulation => ({
  work,
  version: no,
  title: work,
  kind: '',
  department: '',
  url: null,
  subjects: [],
  issuedOn: null,
  modifiedOn: null,
  inForceOn,
  outOfForceOn,
})
test('per work the newest version in force counts; later and earlier ones are remembered', () => {
  const [work] = worksOf(
    [
      version('A', '1', '2019-01-01', '2021-01-01'),
      version('A', '3', '2099-01-01'),
      version('A', '2', '2021-01-01', '2099-01-01'),
    ],
    '2026-11-25',
  )
  expect([work!.version, work!.versions.map((each) => each.version), work!.ended]).toEqual(['2', ['3', '1'], false])
  expect(worksOf([version('B', '1', '2019-01-01', '2020-01-01')], '2026-11-25')[0]!.ended).toBe(true)
  expect(planImport([], worksOf([version('A', '1', '2019-01-01')], '2026-11-25')).added).toHaveLength(1)
})
test('CSV as people make it', async () => {
  const windows = new Uint8Array([...Buffer.from('titel,soort\n'), 0x63, 0x61, 0x66, 0xe9, ...Buffer.from(',x\n')])
  expect((await readRegulationsCsv(windows)).rows).toEqual([{ line: 2, cells: { title: 'café', kind: 'x' } }])
  const { rows } = await readRegulationsCsv(Buffer.from('\ufefftitel;webadres\nA;javascript:alert(1)\n'))
  expect(regulationsOf(rows).refused).toHaveLength(1)
  expect([dateOf('31-12-2026'), dateOf('2026-02-30'), dateOf('gisteren')]).toEqual(['2026-12-31', undefined, undefined])
})
test.each([
  ['rows without end', 'titel\n' + 'x;;\n'.repeat(500_000)],
  ['quotation marks without end', 'titel\n' + '"\n'.repeat(1_000_000)],
  ['columns without end', `titel${';url'.repeat(600_000)}\nx`],
])('a list of %s holds up nobody', async (_, text) => {
  // In the time of the processor: what else this machine does is not ours.
  let longest = 0
  let last = cpuMs()
  const watch = setInterval(() => {
    longest = Math.max(longest, cpuMs() - last)
    last = cpuMs()
  }, 5)
  const read = await readRegulationsCsv(Buffer.from(text)).catch((error: Error) => error)
  clearInterval(watch)
  expect(longest).toBeLessThan(1_500)
  if (text.includes('x;;')) expect(read).toMatchObject({ message: expect.stringMatching(/meer dan 10.000 regels/) })
})
test('a cell that is longer than it can be is told, and no other row is lost', async () => {
  const long = (count: number) => 'k'.repeat(count)
  const file = `titel;soort;afdeling;webadres\nA;${long(201)}\nB;;${long(201)}\nC;;;http://${long(2_000)}\nD;x;y;\n`
  const { regulations, refused } = regulationsOf((await readRegulationsCsv(Buffer.from(file))).rows)
  expect(refused.map(({ line }) => line)).toEqual([2, 3, 4])
  expect(regulations.map(({ title }) => title)).toEqual(['D'])
})
const known = (regulation: Regulation, more: Partial<Known> = {}): Known => ({
  ...regulation,
  versions: [],
  ended: false,
  ...more,
})
test('an answer that is not whole demotes and ends nothing that is known', () => {
  const before = [known(version('A', '2', '2021-01-01'))]
  const older = worksOf([version('A', '1', '2019-01-01', '2021-01-01'), version('C', '1', '2020-01-01')], '2026-11-25')
  expect(planImport(before, older, { whole: false })).toMatchObject({ changed: [], added: [{ work: 'C' }] })
  expect(planImport(before, older).changed).toHaveLength(1)
})
test('one source knows the department, another the subjects: neither wipes out what it does not tell', () => {
  const before = known(version('A', '2', '2021-01-01'), { department: 'Ruimte' })
  const told = [{ ...version('A', '3', '2022-01-01'), subjects: ['milieu'] }]
  expect(planImport([before], worksOf(told, '2026-11-25')).changed).toMatchObject([
    { version: '3', department: 'Ruimte', subjects: ['milieu'] },
  ])
  expect(
    planImport([{ ...before, subjects: ['milieu'] }], worksOf([version('A', '2', '2021-01-01')], '2026-11-25')),
  ).toMatchObject({ changed: [], unchanged: 1 })
})
test(
  'a list of people that leaves out version and dates wakes nothing up and forgets nothing; the repository does ' +
    'end and renew',
  () => {
    const [ended] = worksOf(
      [version('CVDR7', '4', '2015-01-01', '2020-01-01'), version('CVDR7', '3', '2010-01-01', '2015-01-01')],
      '2026-11-25',
    )
    const before = { ...ended!, url: 'https://lokaleregelgeving.overheid.nl/CVDR7/4', title: 'Oude regels' }
    const { regulations } = regulationsOf([
      { line: 2, cells: { title: 'Oude regels', work: 'CVDR7', department: 'Archief' } },
    ])
    const [changed] = planImport([before], worksOf(regulations, '2026-11-25'), { sparse: true }).changed
    expect(changed).toMatchObject({
      version: '4',
      inForceOn: '2015-01-01',
      outOfForceOn: '2020-01-01',
      ended: true,
      department: 'Archief',
      url: before.url,
      versions: before.versions,
    })
    // The same list again changes nothing.
    expect(
      planImport([{ ...before, department: 'Archief' }], worksOf(regulations, '2026-11-25'), { sparse: true }),
    ).toMatchObject({ changed: [], unchanged: 1 })
    expect(
      planImport([before], worksOf([{ ...version('CVDR7', '5', '2026-01-01'), title: 'Oude regels' }], '2026-11-25'))
        .changed,
    ).toMatchObject([{ version: '5', ended: false, outOfForceOn: null }])
    expect(planImport([], worksOf(regulations, '2026-11-25'), { sparse: true }).added).toMatchObject([
      { url: 'https://lokaleregelgeving.overheid.nl/CVDR7/1' },
    ])
  },
)
