/** The kinds of requests: what stands in the files, and what is refused with its line. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dueOn } from '../features/requests/clock.ts'
import { reasonsOfChecks } from '../engine/checks/all.ts'
import { readCatalogue } from './norms.ts'
import { readRegisters } from './registers.ts'
import { readRequestKinds } from './requests.ts'

const catalogue = readCatalogue('norms', reasonsOfChecks, readRegisters('registers'))
const kinds = readRequestKinds('verzoeken', catalogue)
const kind = (id: string) => kinds.find((each) => each.id === id)!

/** The folder with one of its files changed. */
function changed(name: string, change: (text: string) => string): () => unknown {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-verzoeken-'))
  cpSync('verzoeken', dir, { recursive: true })
  const file = path.join(dir, name)
  const was = readFileSync(file, 'utf8')
  const now = change(was)
  expect(now).not.toBe(was)
  writeFileSync(file, now)
  return () => readRequestKinds(dir, catalogue)
}

test('every right of the AVG is there, with its term, who decides, a penalty and a way after a refusal', () => {
  const data = kinds.filter(({ articles }) => articles.some(({ law }) => law === 'AVG'))
  expect(data.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'inzage',
      'verbeteren',
      'wissen',
      'beperken',
      'meenemen',
      'bezwaar-gebruik',
      'mens-laten-kijken',
    ]),
  )
  for (const each of data) {
    expect(dueOn(each, '2025-03-04'), each.id).toBe('2025-04-04')
    expect(dueOn(each, '2025-03-04', { extended: true }), each.id).toBe('2025-06-04')
    expect([each.penalty.runs, each.identity], each.id).toEqual([true, true])
    expect(each.remedies.map(({ kind: what }) => what)).toEqual(['objection', 'court', 'supervisor'])
    expect(each.controllers.map(({ id }) => id)).toEqual(['college', 'burgemeester', 'raad', 'commissie'])
  }
})

test('a request under the Woo has no penalty, a complaint goes to the ombudsman', () => {
  expect(kind('woo').penalty).toMatchObject({ runs: false, article: { law: 'Woo', article: 'artikel 8.2' } })
  expect(dueOn(kind('woo'), '2026-03-02')).toBe('2026-03-30')
  expect(kind('klacht').remedies.map(({ kind: what }) => what)).toEqual(['ombudsman'])
  expect(dueOn(kind('klacht'), '2026-03-02')).toBe('2026-04-13')
})

test('each text stands in both languages, and none is the other', () => {
  for (const { id, title, question, gives, fields, refusals, remedies } of kinds)
    for (const said of [
      title,
      question,
      gives,
      ...[...fields].map(({ label }) => label),
      ...[...refusals, ...remedies].map((each) => each.said),
    ])
      expect(said.en, `${id}: ${said.nl}`).not.toBe(said.nl)
})

test.each([
  ['an unknown norm', 'inzage.yaml', /PRV-10/, 'PRV-99', /inzage\.yaml:\d+: norm PRV-99 bestaat niet/],
  [
    'rules that are not there',
    'woo.yaml',
    /regels: woo/,
    'regels: wob',
    /woo\.yaml:2: regels wob staan niet in kader\.yaml/,
  ],
  ['a name that the form has', 'klacht.yaml', /id: wanneer/, 'id: naam', /gebruikt het formulier zelf al/],
  ['words kept too short', 'sensor.yaml', /bewaren_maanden: 12/, 'bewaren_maanden: 3', /minstens negen maanden/],
  ['another name than the file', 'wissen.yaml', /^id: wissen/, 'id: wis', /past niet bij de naam van het bestand/],
  [
    'a role that handles nothing',
    'inzage.yaml',
    /behandelaar-verzoeken/,
    'burgemeester',
    /"burgemeester" is niet bekend/,
  ],
  ['two lengths', 'kader.yaml', /lengte: \{maanden: 1\}/, 'lengte: {maanden: 1, weken: 2}', /noem precies één van/],
  ['a choice without choices', 'klacht.yaml', /soort: datum/, 'soort: keuze', /alleen een keuze heeft keuzes/],
] as const)('%s is told with its place', (_, file, from, to, says) => {
  expect(changed(file, (text) => text.replace(from, to))).toThrow(says)
})

test('an article that holds for some only says so beside it, and those that hold for all stand first', () => {
  const { articles } = kind('uitleg-besluit')
  expect(articles.map(({ law, only }) => [law, only === undefined])).toEqual([
    ['Awb', true],
    ['AVG', true],
    ['AI-verordening', false],
  ])
  expect(articles[2]!.only!.nl).toMatch(/hoog risico/)
  expect(articles[2]!.only!.en).toMatch(/high risk/)
  expect(changed('uitleg-besluit.yaml', (text) => text.replace(/      en: Only for .*\n/, ''))).toThrow(/alleen_bij/)
})

test('a record of an algorithm, of data about people, and of a data set leads to the request that fits', () => {
  const beside = (purpose: string) => kinds.filter((each) => each.beside.includes(purpose)).map(({ id }) => id)
  expect(beside('algorithm')).toEqual(['uitleg-besluit'])
  for (const purpose of ['processing', 'data-flow', 'sensor']) expect(beside(purpose)).toEqual(['inzage'])
  expect(beside('data-set')).toEqual(['hergebruik'])
  expect(beside('contract')).toEqual([])
  expect(changed('inzage.yaml', (text) => text.replace('[verwerking,', '[verwerkingen,'))).toThrow(
    /bij_register|expected|verwacht/,
  )
})
