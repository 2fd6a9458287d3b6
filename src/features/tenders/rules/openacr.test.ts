/** A report on accessibility is read whole and written again as it was, each criterion in its own chapter. */
import { cpuMs } from '../../../../test/cpu.ts'
import { parse, stringify } from 'yaml'
import { describe, expect, test } from 'vitest'
import type { AcrReport } from '../../../model/tender.ts'
import { bidText, readBid } from './bid-file.ts'
import { acrText, answeredIn, chaptersIn } from './openacr.ts'
import { chapterOf } from './openacr-chapters.ts'
import { readAcr } from './openacr-read.ts'

const says = (name: string, level: string, notes = '') => ({ name, adherence: { level, notes } })
const WHOLE = {
  title: 'Kadezaak Accessibility Conformance Report',
  product: { name: 'Kadezaak', version: '4.10', description: 'Een zaaksysteem.\n\nOok voor de balie.' },
  author: {
    name: 'Noor Bakker',
    company_name: 'Toegang BV',
    address: 'Kade 1, Sluiswijk',
    email: 'noor@toegang.test',
    phone: '(510) 408-7510',
    website: 'https://toegang.test',
  },
  vendor: { company_name: 'Kadewerk', email: 'info@kadewerk.test' },
  report_date: '2026-09-01',
  last_modified_date: '2026-10-02',
  version: 16,
  notes: 'De voor- en achterkant samen.',
  evaluation_methods_used: 'Met het toetsenbord, NVDA en een scan.',
  legal_disclaimer: 'Naar beste weten.',
  repository: 'https://kadewerk.test/acr.yaml',
  feedback: 'https://kadewerk.test/fouten',
  license: 'CC-BY-4.0',
  related_openacrs: [{ url: 'https://kadewerk.test/editor.yaml', type: 'secondary' }],
  catalog: '2.5-edition-wcag-2.2-508-eu-en',
  chapters: {
    success_criteria_level_a: {
      notes: 'De redactie telt mee.',
      criteria: [
        {
          num: '1.1.1',
          components: [
            says('web', 'partially-supports', `Lang. ${'Een zin die blijft. '.repeat(400)}Het einde.`),
            says('electronic-docs', 'not-applicable'),
            says('software', 'supports', 'Regel een.\n\nRegel drie.'),
            says('authoring-tool', ''),
          ],
        },
        { num: '4.1.1', components: [] },
      ],
    },
    success_criteria_level_aa: { criteria: [{ num: '1.4.10', components: [says('web', 'supports')] }] },
    success_criteria_level_aaa: { notes: 'Niet gevraagd.', disabled: true, criteria: [] },
    functional_performance_criteria: { criteria: [{ num: '302.1', components: [says('none', 'supports')] }] },
    hardware: { disabled: true, criteria: [] },
    software: { criteria: [{ num: '502.2.1', components: [says('none', 'does-not-support', 'Nog niet.')] }] },
    support_documentation_and_services: {
      criteria: [{ num: '602.3', components: [says('none', 'supports')] }],
    },
    en_301_549_web: { criteria: [{ num: '9.6', components: [says('none', 'supports')] }] },
  },
}
const made = { bidder: 'Kadewerk', made: '2026-11-20T10:00:00.000Z' }
const read = (text: string): AcrReport => {
  const { report } = readAcr(text)
  expect(report).toBeDefined()
  return report!
}
const bidWith = (report: AcrReport) => ({
  format: 'leidraad-antwoorden/1' as const,
  annex: { number: 'AB-2026-0001', version: 1, hash: 'a'.repeat(64) },
  bidder: 'Kadewerk',
  product: '',
  made: made.made,
  answers: [],
  report,
})

test('what is read is written again, to the letter', () => {
  const report = read(stringify(WHOLE))
  expect(report.more!.left).toEqual([])
  expect(parse(acrText(made, report))).toEqual(WHOLE)
  // The same through the file that a bidder hands in.
  const file = readBid(new TextEncoder().encode(bidText(bidWith(report))))
  expect(file).toMatchObject({ problem: undefined, whole: true })
  expect(parse(acrText(made, file.bid!.report!))).toEqual(WHOLE)
})

test('of all components what they say, and what says nothing is not counted', () => {
  const report = read(stringify(WHOLE))
  expect(report.lines.filter(({ criterion }) => criterion === '1.1.1').map(({ component }) => component)).toEqual([
    'web',
    'electronic-docs',
    'software',
    'authoring-tool',
  ])
  expect(answeredIn(report).length).toBe(8)
})

test('numbers and dates stay the text they are', () => {
  const report = read(`product: {name: X, version: 4.10}
report_date: 2026-09-01
chapters: {hardware: {criteria: [{num: 402.10, components: [{name: none, adherence: {level: supports}}]}]}}`)
  expect([report.product, report.date, report.lines[0]!.criterion]).toEqual(['X 4.10', '2026-09-01', '402.10'])
})

describe('what cannot be kept is told', () => {
  test('a text that is too long is refused by its place, and not cut', () => {
    const long = structuredClone(WHOLE)
    long.chapters.success_criteria_level_a.criteria[0]!.components[0]!.adherence.notes = 'x'.repeat(20_001)
    expect(readAcr(stringify(long))).toEqual({
      report: undefined,
      problem: 'too-long',
      at: 'chapters.success_criteria_level_a.1.1.1.web.notes',
      length: 20_001,
      most: 20_000,
    })
  })
  test('what the format does not know is told by its place', () => {
    const strange = {
      ...WHOLE,
      mood: 'goed',
      author: { ...WHOLE.author, pet: 'kat' },
      notes: ['een lijst'],
      chapters: { ...WHOLE.chapters, software: { colour: 'rood', criteria: ['x', { components: [] }] }, 'a b': {} },
    }
    expect(read(stringify(strange)).more!.left.toSorted()).toEqual(
      ['mood', 'author.pet', 'notes', 'chapters.software.colour', 'chapters.software.0', 'chapters.software.1']
        .concat('chapters.a b')
        .toSorted(),
    )
  })
  test('more lines than there is room for', () => {
    const criteria = Array.from({ length: 2_001 }, (_, at) => ({
      num: `9.${at}`,
      components: [says('web', 'supports')],
    }))
    expect(readAcr(stringify({ ...WHOLE, chapters: { en_301_549_web: { criteria } } })).problem).toBe('too-many')
  })
})

test.each([
  ['1.1.1', 'success_criteria_level_a'],
  ['4.1.2', 'success_criteria_level_a'],
  ['1.4.10', 'success_criteria_level_aa'],
  ['3.3.8', 'success_criteria_level_aa'],
  ['2.4.13', 'success_criteria_level_aaa'],
  ['302.9', 'functional_performance_criteria'],
  ['407.8', 'hardware'],
  ['415.1.1', 'hardware'],
  ['503.4.2', 'software'],
  ['602.4', 'support_documentation_and_services'],
  ['4.2.1', 'en_301_549_functional_performance'],
  ['5.2', 'en_301_549_generic_requirements'],
  ['8.1.3', 'en_301_549_hardware'],
  ['9.1.1.1', 'en_301_549_web'],
  ['12.1.1', 'en_301_549_documentation_and_support_services'],
  ['13.1.2', 'en_301_549_ict_providing_relay_or_emergency_service_access'],
])('criterion %s belongs in %s', (num, chapter) => expect(chapterOf(num)).toBe(chapter))

test('a report that was kept before chapters were has its criteria where they belong', () => {
  const line = { component: 'web', level: 'supports', notes: '' }
  const old: AcrReport = {
    title: '',
    product: 'Kadezaak',
    catalogue: '',
    date: '',
    lines: ['1.1.1', '1.4.3', '602.3'].map((criterion) => ({ criterion, ...line })),
  }
  expect(readBid(new TextEncoder().encode(bidText(bidWith(old))))).toMatchObject({ whole: true })
  expect(chaptersIn(old).map(({ id }) => id)).toEqual([
    'success_criteria_level_a',
    'success_criteria_level_aa',
    'support_documentation_and_services',
  ])
  const again = parse(acrText(made, old)) as Record<string, unknown>
  expect(Object.keys(again['chapters'] as object)).toEqual(chaptersIn(old).map(({ id }) => id))
  expect(again).toMatchObject({ author: { name: 'Kadewerk' }, report_date: '2026-11-20' })
})

const many = (count: number, each: (at: number) => string) => Array.from({ length: count }, (_, at) => each(at))
test.each([
  ['keys in one map', many(40_000, (at) => `a${at}:`).join('\n')],
  ['keys in a flow map', `{${many(30_000, (at) => `a${at}: 1`).join(', ')}}`],
  ['references', `x: &x 1\ny: [${many(5_000, () => '*x').join(', ')}]`],
  ['anchors', many(30_000, (at) => `a${at}: &a${at} 1`).join('\n')],
  ['levels', `a: ${'['.repeat(5_000)}`],
  ['keys that stand twice', 'title: a\ntitle: b'],
])('%s are refused, and hold up nobody', (_, text) => {
  const begin = cpuMs()
  expect(readAcr(text)).toMatchObject({ report: undefined, problem: expect.stringMatching(/^no-/) })
  expect(cpuMs() - begin).toBeLessThan(2_000)
})
