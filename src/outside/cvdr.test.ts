/** The repository as it answers and as it fails: never silently less than it said. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startCvdr } from '../../test/cvdr/server.ts'
import { cql, readCvdr, type CvdrOptions } from './cvdr.ts'
import { openEgress } from './egress.ts'

const records = Array.from({ length: 230 }, (_, at) => ({
  work: `CVDR${1_000 + at}`,
  version: 1 + (at % 3),
  title: at === 7 ? 'Regels voor "honden" & <katten>' : `Regeling ${at}`,
  kind: 'verordening',
  subjects: ['verkeer', 'milieu'],
  issued: '2019-12-01',
  from: '2020-01-01',
  until: at === 9 ? '2021-01-01' : undefined,
}))
let egress: ReturnType<typeof openEgress>
let base: string
let cvdr: Awaited<ReturnType<typeof startCvdr>>
beforeAll(async () => {
  cvdr = await startCvdr(records)
  egress = openEgress({
    allow: ['127.0.0.0/8'],
    hosts: { 'cvdr.test': '127.0.0.1' },
    ports: { 80: Number(new URL(cvdr.url).port) },
  })
  base = 'http://cvdr.test/sru/Search'
})
afterAll(() => cvdr.close())
beforeEach(() => cvdr.set('none'))
const read = (creator = 'Sluiswijk', options: Partial<CvdrOptions> = {}) =>
  readCvdr(egress, creator, { base, signal: AbortSignal.timeout(20_000), pause: 1, ...options })

test.each([
  'none',
  'status-406',
  'prefixes',
  'busy-once',
  'page-two-once',
  'entities',
  'short-pages',
  'slow-down',
  'cut-off',
] as const)('with %s every record comes, page by page', async (fault) => {
  cvdr.set(fault)
  const { regulations, total, missing } = await read()
  expect([regulations.length, total, missing]).toEqual([230, 230, []])
  expect(regulations.find(({ work }) => work === 'CVDR1007')).toEqual({
    work: 'CVDR1007',
    version: '2',
    title: 'Regels voor "honden" & <katten>',
    kind: 'verordening',
    department: '',
    url: 'https://lokaleregelgeving.overheid.nl/CVDR1007/2',
    subjects: ['verkeer', 'milieu'],
    issuedOn: '2019-12-01',
    modifiedOn: '2020-01-01',
    inForceOn: '2020-01-01',
    outOfForceOn: null,
  })
  expect(regulations.find(({ work }) => work === 'CVDR1009')!.outOfForceOn).toBe('2021-01-01')
})
test.each([
  ['page-two-fails', 130, /records 101 tot en met 200: .*status 500/],
  ['empty-page-two', 130, /records 101 tot en met 200 ontbreken/],
  ['repeats', 100, /noemt 230 records en gaf er 100/],
  ['fewer', 230, /noemt 235 records en gaf er 230/],
  ['nameless', 0, /230 records hadden geen kenmerk/],
] as const)('with %s the rest is given and what is missing is told', async (fault, count, why) => {
  cvdr.set(fault)
  const { regulations, missing } = await read()
  // A page that fails leaves the others: the third is still asked for.
  expect([fault, regulations.length]).toEqual([fault, count])
  expect(missing.join('; ')).toMatch(why)
})
test('a second loss is told beside the first', async () => {
  cvdr.set('two-losses')
  const { regulations, missing } = await read()
  expect(regulations).toHaveLength(100)
  expect(missing.join('; ')).toMatch(/101 tot en met 200.*201 tot en met 230.*noemt 230 records en gaf er 100/)
})
test('a question that is refused, and an answer that is none, are told', async () => {
  cvdr.set('diagnostics')
  await expect(read()).rejects.toThrow(/weigert de vraag: Unsupported index/)
  cvdr.set('not-xml')
  await expect(read()).rejects.toThrow(/geen leesbare XML/)
})
test.each([
  ['wrong', /status 400/],
  ['far-too-busy', /86400 seconden geduld/],
  ['elsewhere', /status 302/],
  ['endless', /te groot/],
] as const)('with %s it is not asked again', async (fault, why) => {
  cvdr.set(fault)
  const before = cvdr.state.asked.length
  await expect(read()).rejects.toThrow(why)
  expect(cvdr.state.asked.length - before).toBe(1)
})
test('a busy server is given the time it asks for', async () => {
  cvdr.set('slow-down')
  const begun = Date.now()
  await read()
  expect(Date.now() - begun).toBeGreaterThan(990)
})
test('records that come in while we read are missed, and told', async () => {
  cvdr.set('grows')
  const { regulations, missing } = await read()
  expect([regulations.length, missing]).toEqual([
    230,
    ['records 231 tot en met 231 ontbreken in het antwoord', 'de voorziening noemt 231 records en gaf er 230'],
  ])
})
test('the address may carry its own version and collection', async () => {
  await readCvdr(egress, 'Sluiswijk', {
    base: `${base}?version=2.0&x-connection=proef`,
    signal: AbortSignal.timeout(20_000),
    pause: 1,
  })
  expect(cvdr.state.urls.at(-1)).toMatch(/\?version=2\.0&x-connection=proef&operation=searchRetrieve&query=/)
})
test('who stops does not wait out the pause', async () => {
  cvdr.set('slow-down')
  await expect(read('Sluiswijk', { signal: AbortSignal.timeout(200) })).rejects.toThrow()
})
test('a name is a value and never a question', async () => {
  expect(cql('a" or creator="b')).toBe('"a\\" or creator=\\"b"')
  expect((await read('Sluiswijk" or dcterms.creator="Elders')).regulations).toEqual([])
  expect(cvdr.state.asked.at(-1)).toBe('dcterms.creator="Sluiswijk\\" or dcterms.creator=\\"Elders"')
})
test('the guard stands before it: without a network file loopback is not asked', async () => {
  await expect(
    readCvdr(openEgress(), 'Sluiswijk', {
      base: 'http://127.0.0.1/sru/Search',
      signal: AbortSignal.timeout(10_000),
      pause: 1,
    }),
  ).rejects.toThrow(/niet te bereiken/)
})
