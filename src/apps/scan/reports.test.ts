/** Findings as other programs read them: unknown is neither, and what a stranger wrote breaks nothing. */
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, expect, test } from 'vitest'
import { AT, dns, HOST } from '../../../test/evidence.ts'
import type { Rules } from '../../engine/judge.ts'
import type { Finding, VerdictWord } from '../../model/finding.ts'
import { rules as loadRules } from '../engine.ts'
import { explained, explanation } from './explain.ts'
import { junit } from './junit.ts'
import { repeated } from './repeat.ts'
import { sarif } from './sarif.ts'
import type { Scanned } from './scanned.ts'

let rules: Rules
beforeAll(async () => {
  rules = await loadRules()
})

const found = (criterion: string, verdict: VerdictWord, reason: string, seen: Finding['seen'] = {}): Finding => ({
  norm: criterion.split('.')[0]!,
  criterion,
  verdict,
  reason,
  seen,
  strength: 'measured',
  source: 'visit',
  at: AT,
})
const FINDINGS = [
  found('VEI-13.caa', 'unmet', 'missing', { host: `<b>&"${HOST}\u0000\u001b[2J` }),
  found('VEI-13.dnssec', 'partly', 'x'),
  found('VEI-11.hsts', 'met', 'x'),
  found('VEI-14.csp', 'unknown', 'unseen.timeout'),
  found('TOE-02.accessibility-statement', 'not-applicable', 'not-public-body'),
]
const scanned = (): Scanned => ({
  subject: { kind: 'website', address: HOST, publicBody: false },
  gathered: {
    evidence: {
      format: 2,
      subject: { kind: 'website', address: HOST },
      begun: AT,
      ended: AT,
      versions: { leidraad: '1' },
      host: [
        { probe: 'http', at: AT, result: { seen: false, why: 'timeout', detail: '10 s' } },
        { probe: 'dns', at: AT, result: { seen: true, value: dns({ lacks: { caa: ['no-answer'] } }) } },
      ],
      pages: [],
    },
    pictures: new Map(),
  },
  rules,
  versions: { leidraad: '1' },
  findings: FINDINGS.filter(({ criterion }) =>
    rules.catalogue.norms.some(({ criteria }) => criteria.some(({ id }) => id === criterion)),
  ),
})

test('every criterion that the tests speak of exists', () => expect(scanned().findings).toHaveLength(FINDINGS.length))

test('SARIF: a level stands with what fails alone', () => {
  const { runs } = sarif(scanned()) as {
    runs: { results: Record<string, never>[]; tool: { driver: { rules: object[] } } }[]
  }
  expect(runs[0]!.results.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
    'fail error',
    'fail warning',
    'pass none',
    'open none',
    'notApplicable none',
  ])
  expect(runs[0]!.tool.driver.rules).toHaveLength(FINDINGS.length)
  expect(runs[0]!.results[0]).toMatchObject({
    ruleId: 'VEI-13.caa',
    ruleIndex: 0,
    partialFingerprints: { 'criterion/v1': `VEI-13.caa@${HOST}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: `https://${HOST}/` } } }],
  })
})

test('JUnit: failed, skipped and passed are told apart, and the file can be read', () => {
  const file = junit(scanned())
  const { testsuites } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testsuite' }).parse(file)
  expect(testsuites).toMatchObject({ '@_tests': '5', '@_failures': '2', '@_skipped': '2', '@_errors': '0' })
  const cases = testsuites.testsuite.flatMap(({ testcase }: { testcase: object }) => testcase)
  const failed = cases.find((one: { failure?: object }) => one.failure)
  expect(failed.failure['@_type']).toBe('unmet')
  expect(file).not.toContain('<b>')
  for (const sign of ['\u0000', '\u001b']) expect(file.includes(sign)).toBe(false)
})

test('one criterion is told whole: source, weight, what it cannot prove, how it is measured, what was seen', () => {
  const text = explanation('vei-13.CAA', rules, scanned())
  for (const part of [
    'VEI-13',
    'Bronnen',
    'Gewicht',
    'Wat dit niet bewijst',
    'De controle caa leest: dns',
    'caa: no-answer',
  ])
    expect(text).toContain(part)
  expect(explanation('VEI-14.csp', rules, scanned())).toContain('http: niet gezien: timeout (10 s)')
  expect(explanation('TOE-04.gelezen', rules)).toContain('TOE-04')
  expect(explained('VEI-13.caa', rules, scanned())).toMatchObject({
    criterion: { id: 'VEI-13.caa' },
    check: { id: 'caa', needs: { dns: true } },
    finding: { verdict: 'unmet' },
    looked: [{ probe: 'dns', seen: true, lacking: ['caa: no-answer'] }],
  })
  expect(explained('UIT-01.keuzes-vergeleken', rules, scanned())).toMatchObject({ finding: null })
})

test('the rules of accessibility that a finding names are told to people', () => {
  const seen = { elements: 2, pages: 1, pagesWith: 1, rules: 'image-alt', details: [] }
  const barrier = { ...scanned(), findings: [found('TOE-01.axe-1.1.1', 'unmet', 'barriers', seen)] }
  expect(explanation('TOE-01.axe-1.1.1', rules, barrier)).toContain('image-alt: Een afbeelding heeft geen tekst.')
  expect(explained('TOE-01.axe-1.1.1', rules, barrier)).toMatchObject({ rules: [{ rule: 'image-alt' }] })
  expect(explanation('VEI-13.caa', rules, scanned())).not.toContain('Wat bezoekers merken')
})

test('a criterion that is none is told with what comes near', () => {
  expect(() => explanation('VEI-13.onzin', rules)).toThrow('VEI-13.caa')
  expect(() => explanation('onzin', rules)).toThrow('"onzin" is geen criterium')
})

test('a bundle is judged anew; a verdict that does not follow from its evidence is told', () => {
  const { subject, gathered } = scanned()
  const said = { subject, findings: [], catalogue: rules.catalogue.version, lists: 'anders' }
  const none = repeated({ ...gathered, said }, rules)
  expect(none).toMatchObject({ sameRules: false })
  expect(none.differences).toHaveLength(none.judged)
  const findings = none.differences.map(({ criterion, here }) => ({ ...found(criterion, 'met', ''), ...here! }))
  expect(repeated({ ...gathered, said: { ...said, findings } }, rules).differences).toEqual([])
  const [first, ...rest] = findings
  const other = [{ ...first!, verdict: 'unmet' as const }, ...rest]
  expect(repeated({ ...gathered, said: { ...said, findings: other } }, rules).differences).toMatchObject([
    { criterion: first!.criterion, said: { verdict: 'unmet' }, here: { verdict: 'unknown' } },
  ])
})
