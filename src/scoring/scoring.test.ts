/** The questionnaires as they are, and what their answers come to. */
import fc from 'fast-check'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readCatalogue } from '../catalogue/norms.ts'
import { questionnaireFor, readQuestionnaires } from '../catalogue/questionnaires.ts'
import type { Finding } from '../model/finding.ts'
import type { Answers } from '../model/questionnaire.ts'
import { proposeCluster } from './cluster.ts'
import { contradictions, declaredFindings, withQuestions } from './declared.ts'
import { differences, migrateAnswers } from './migrate.ts'
import { resultOf } from './result.ts'
import { routeOf } from './route.ts'
import { visibleQuestions } from './visible.ts'
import { weigh } from './weigh.ts'

const catalogue = readCatalogue('norms')
const all = readQuestionnaires('questionnaires', catalogue)
const preCheck = questionnaireFor(all, 'pre-check', 'regulation')!
const regulation = questionnaireFor(all, 'full-test', 'regulation')!
const product = questionnaireFor(all, 'full-test', 'product')!
const baseline = questionnaireFor(all, 'self-assessment', 'organisation')!
const say = (values: Readonly<Record<string, string | readonly string[]>>): Answers =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, reason: '' }]))

test('the questionnaires are there, with the questions the programme asks for', () => {
  expect(preCheck.questions).toHaveLength(6)
  expect(regulation.questions).toHaveLength(28)
  expect(product.questions.filter(({ id }) => id.startsWith('D'))).toHaveLength(25)
  for (const section of ['open', 'transparant', 'verantwoordelijk', 'soeverein', 'gebruiker'])
    expect(product.questions.filter((question) => question.section === section)).toHaveLength(5)
  expect(new Set(product.questions.flatMap(({ covers }) => covers)).size).toBe(25)
  expect(
    visibleQuestions(
      baseline,
      say({ P5: 'website', P7: ['camera', 'gastwifi', 'bezoekerstellers'], P2: 'winkel' }),
      'short',
    ).filter(({ id }) => id.startsWith('N')).length,
  ).toBe(16)
})

test('no id of a questionnaire stands anywhere in the code', () => {
  const code = readdirSync('src', { recursive: true })
    .map(String)
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => readFileSync(`src/${file}`, 'utf8'))
    .join('\n')
  for (const { id } of all) expect(code.includes(`'${id}'`) || code.includes(`"${id}"`), id).toBe(false)
})

test('questions of the short variant are short', () => {
  for (const question of baseline.questions.filter(({ variants }) => variants.includes('short')))
    expect(question.plain!.split(/\s+/).length, question.id).toBeLessThanOrEqual(14)
})

test.each(baseline.clusters!.examples.map((example) => [example.name, example] as const))(
  '%s comes into the expected cluster',
  (_, { answers, expected }) => {
    expect(proposeCluster(baseline, answers)).toMatchObject({ cluster: expected })
  },
)
test('without the profile no cluster is proposed', () =>
  expect(proposeCluster(baseline, say({ P1: 'p1_9' }))).toBeUndefined())

test.each([
  [{ V1: 'nee', V2: 'nee', V3: 'nee', V4: 'nee', V5: 'nee', V6: 'nee' }, 'no-effect'],
  [{ V1: 'nee', V2: 'twijfel', V3: 'nee', V4: 'nee', V5: 'nee', V6: 'nee' }, 'doubt'],
  [{ V1: 'nee', V2: 'twijfel', V3: 'ja', V4: 'nee', V5: 'nee', V6: 'nee' }, 'full-test'],
  [{ V3: 'ja' }, 'full-test'],
  [{ V1: '', V2: '', V3: '', V4: '', V5: '', V6: '' }, 'incomplete'],
  [{ V1: 'weg', V2: 'nee', V3: 'nee', V4: 'nee', V5: 'nee', V6: 'nee' }, 'incomplete'],
  [{ V1: 'nee' }, 'incomplete'],
  [{ V1: 'twijfel' }, 'incomplete'],
])('the pre-check %j proposes %s', (answers, route) => expect(routeOf(preCheck, say(answers)).route).toBe(route))

test('a question is asked when an earlier answer makes it matter', () => {
  const asked = (V3: string) => visibleQuestions(regulation, {}, undefined, say({ V3 })).some(({ id }) => id === 'R05')
  expect([asked('ja'), asked('twijfel'), asked('nee')]).toEqual([true, true, false])
})

test('a flag stands beside the score, whatever the rest says', () => {
  const perfect = Object.fromEntries(regulation.questions.map(({ id }) => [id, 'voldoet']))
  const earlier = say({ V1: 'ja', V2: 'ja', V3: 'ja', V4: 'ja', V5: 'ja', V6: 'ja' })
  expect(resultOf(regulation, say(perfect), undefined, earlier)).toMatchObject({ flags: [], coverage: 1, open: [] })
  const flawed = resultOf(regulation, say({ ...perfect, R11: 'voldoet_niet' }), undefined, earlier)
  expect(flawed.flags.map(({ question }) => question)).toEqual(['R11'])
  // A flag with a condition of its own: a missing contract matters where there are personal data.
  const flags = (F5: string[]) =>
    resultOf(product, say({ F5, D11: 'voldoet_niet' })).flags.map(({ question }) => question)
  expect([flags(['contact']), flags(['geen_personen']), flags([])]).toEqual([['D11'], [], []])
})

test('below eighty per cent known there is no figure, and unknown never counts as no', () => {
  const part = (unknown: number) =>
    resultOf(
      product,
      say({
        D01: 'voldoet',
        D02: 'voldoet',
        D03: 'voldoet',
        D04: unknown > 1 ? 'onbekend' : 'voldoet',
        D05: 'onbekend',
      }),
    ).parts.find(({ section }) => section === 'open')!
  expect(part(1)).toMatchObject({ coverage: 0.8, score: 1 })
  expect(part(2)).toMatchObject({ coverage: 0.6, score: null })
})

test('whatever is answered, a score lies between 0 and 1, and more unknown never raises coverage', () => {
  const answer = fc.constantFrom('voldoet', 'deels', 'voldoet_niet', 'onbekend', 'nvt')
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...product.questions.filter(({ kind }) => kind === 'scale').map(({ id }) => id)),
        answer,
      ),
      (values) => {
        const { parts, coverage } = resultOf(product, say(values))
        for (const { score } of parts) if (score !== null && (score < 0 || score > 1)) return false
        const [first] = Object.keys(values)
        return (
          first === undefined ||
          resultOf(product, say({ ...values, [first]: 'onbekend' })).coverage <= coverage + 1e-9 ||
          values[first] === 'nvt'
        )
      },
    ),
  )
})

test('answers are weighed with measurements by the same weigh', () => {
  const declared = declaredFindings(
    product,
    say({ F5: ['contact'], D16: 'voldoet', D11: 'voldoet_niet', D05: 'onbekend', D18: 'nvt' }),
    '2026-11-25T12:00:00Z',
    { documented: new Set(['D16']) },
  )
  expect(declared.find(({ criterion }) => criterion === 'PRV-13.D16')).toMatchObject({
    verdict: 'met',
    strength: 'documented',
  })
  expect(declared.find(({ criterion }) => criterion === 'PRV-05.D11')).toMatchObject({
    verdict: 'unmet',
    strength: 'declared',
  })
  const score = weigh(declared, withQuestions(catalogue, all), 'it-toets')
  expect(score.themes.find(({ theme }) => theme === 'PRV')).toMatchObject({ known: 4, applicable: 4 })
  expect(weigh(declared, catalogue).themes.every(({ applicable }) => applicable === 0)).toBe(true)
})

const answered = (questionnaire: typeof product, question: string, answer: string) =>
  declaredFindings(questionnaire, say({ F3: ['publiek'], F5: ['contact'], P5: 'website', [question]: answer }), '')
const found = (criterion: string, verdict: Finding['verdict']): Finding => ({
  norm: criterion.split('.')[0]!,
  criterion,
  verdict,
  reason: '',
  seen: {},
  strength: 'measured',
  source: 'visit',
  at: '',
})

test('a measurement contradicts an answer only when both know', () => {
  const both = (answer: string, verdict: Finding['verdict']) =>
    contradictions(answered(product, 'D16', answer), [
      found('PRV-13.volgcookies', 'met'),
      found('PRV-13.volgers', verdict),
    ]).length
  expect([
    both('voldoet', 'unmet'),
    both('voldoet', 'partly'),
    both('voldoet', 'unknown'),
    both('deels', 'unmet'),
    both('onbekend', 'unmet'),
    both('voldoet_niet', 'unmet'),
  ]).toEqual([1, 0, 0, 0, 0, 0])
})

test('a measurement contradicts an answer only where both speak of the same thing', () => {
  // A university without a register of processings: forms that are sent safely say nothing about that.
  const register = answered(baseline, 'N12', 'n0')
  expect(
    contradictions(register, [found('PRV-02.formulieren', 'met'), found('PRV-02.adres-blijft-hier', 'met')]),
  ).toEqual([])
  // Who clears away data is not contradicted by a cookie that stays long.
  expect(contradictions(answered(baseline, 'N14', 'n3'), [found('PRV-03.cookies-duur', 'unmet')])).toEqual([])
  // That a browser found no barrier does not show that somebody looked; that it found one, shows that it is not so.
  expect(contradictions(answered(baseline, 'N21', 'n0'), [found('TOE-01.axe-1.1.1', 'met')])).toEqual([])
  expect(contradictions(answered(baseline, 'N21', 'n3'), [found('TOE-01.axe-1.1.1', 'unmet')])).toMatchObject([
    { norm: 'TOE-01', measured: { criterion: 'TOE-01.axe-1.1.1' } },
  ])
  expect(contradictions(answered(baseline, 'N21', 'n3'), [found('TOE-01.axe-2.5.8', 'unmet')])).toEqual([])
})

test('“not at all” is contradicted only when all that would show it was seen', () => {
  const none = answered(product, 'G05', 'voldoet_niet')
  const good = ['VEI-11.https', 'VEI-11.certificaat-vertrouwd', 'VEI-11.tls-versies'].map((id) => found(id, 'met'))
  expect(contradictions(none, good)).toHaveLength(1)
  expect(contradictions(none, good.slice(1))).toEqual([])
  expect(contradictions(none, [...good, found('VEI-11.https', 'unmet')])).toEqual([])
  expect(contradictions(none, [])).toEqual([])
  expect(contradictions(answered(product, 'D16', 'voldoet_niet'), [found('PRV-13.volgers', 'met')])).toEqual([])
})

test('what weighs nothing contradicts nobody, and a question of several norms is told once', () => {
  const all = answered(baseline, 'N35', 'n3')
  expect(contradictions(all, [found('VEI-11.https', 'unmet')], new Set(['VEI-11.https']))).toEqual([])
  expect(contradictions(all, [found('VEI-11.https', 'unmet'), found('VEI-12.dmarc', 'unmet')])).toHaveLength(1)
})

test('running answers go along to a newer version, and what no longer exists is asked again', () => {
  const newer = {
    ...product,
    questions: product.questions
      .filter(({ id }) => id !== 'D01')
      .map((question) =>
        question.id === 'D02'
          ? { ...question, text: 'Anders gevraagd?' }
          : question.id === 'D03'
            ? { ...question, options: question.options.filter(({ id }) => id !== 'deels') }
            : question,
      ),
  }
  expect(
    migrateAnswers(product, newer, say({ D01: 'voldoet', D02: 'voldoet', D03: 'deels', D04: 'deels' })),
  ).toMatchObject({
    answers: say({ D02: 'voldoet', D04: 'deels' }),
    gone: ['D01'],
    again: ['D03'],
    changed: ['D02', 'D03'],
    added: [],
  })
  // An answer of another shape does not become a text, nor one of several.
  const reshaped = {
    ...product,
    questions: product.questions.map((question) =>
      question.id === 'D01'
        ? { ...question, kind: 'text' as const, options: [] }
        : question.id === 'D02'
          ? { ...question, kind: 'choices' as const }
          : question.id === 'D03'
            ? { ...question, kind: 'choice' as const }
            : question,
    ),
  }
  expect(migrateAnswers(product, reshaped, say({ D01: 'deels', D02: 'deels', D03: 'deels' })).again).toEqual([
    'D01',
    'D02',
  ])
  expect(differences(say({ D01: 'a', D02: 'b' }), say({ D02: 'c', D03: 'd' })).map(({ question }) => question)).toEqual(
    ['D01', 'D02', 'D03'],
  )
})

test.each([
  ['deel: A', 'deel: Z', /deel "Z" bestaat niet/],
  ['schaal: voortoets', 'schaal: anders', /schaal "anders" bestaat niet/],
  ['id: V2', 'id: V1', /V1 komt twee keer voor/],
  ['gewicht: 0', 'gewicht: 9', /gewicht/],
  ['doel: vooraf', 'doel: iets', /"iets" is niet bekend/],
  ['id: voortoets-it-toets', 'id: ander', /past niet bij de naam/],
])('a mistake in a file (%s → %s) is told with its line', (from, to, expected) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-vragen-'))
  const text = readFileSync('questionnaires/voortoets-it-toets.yaml', 'utf8')
  expect(text).toContain(from)
  writeFileSync(path.join(dir, 'voortoets-it-toets.yaml'), text.replace(from, to))
  expect(() => readQuestionnaires(dir, { norms: [] })).toThrow(
    new RegExp(`questionnaires/voortoets-it-toets.yaml:\\d+: .*${expected.source}`),
  )
})

test.each([
  ['toets-regeling', 'vraag: V3, is: [ ja, twijfel ]', 'vraag: V3, is: [ jaa ]', /kent het antwoord "jaa" niet/],
  ['toets-regeling', 'normen: [ UIT-01 ]', 'normen: [ UIT-99 ]', /norm UIT-99 bestaat niet/],
  [
    'toets-product',
    'weerlegt_ja: [ TOE-10.no-account',
    'weerlegt_ja: [ TOE-10.noaccount',
    /geen gemeten criterium TOE-10.noaccount/,
  ],
  ['toets-product', 'normen: [ PRV-02, TOE-10 ]', 'normen: [ PRV-02 ]', /hoort niet bij een norm van deze vraag/],
  ['toets-regeling', 'bij: [ voldoet_niet ]', 'bij: [ nooit ]', /"nooit" bestaat niet/],
  ['nulmeting-digitale-stad', 'minstens: D', 'minstens: Z', /cluster "Z" bestaat niet/],
  ['nulmeting-digitale-stad', 'deels: 0.4', 'deels: 0.9', /drempel/],
])('a mistake across questions of %s (%s → %s) is told', (name, from, to, expected) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-vragen-'))
  for (const { id } of all) {
    const text = readFileSync(`questionnaires/${id}.yaml`, 'utf8')
    if (id === name) expect(text).toContain(from)
    writeFileSync(path.join(dir, `${id}.yaml`), id === name ? text.replace(from, to) : text)
  }
  expect(() => readQuestionnaires(dir, catalogue)).toThrow(
    new RegExp(`questionnaires/${name}.yaml:\\d+: .*${expected.source}`),
  )
})
