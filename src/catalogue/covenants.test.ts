/** The templates of covenants: a mistake is told with its line, and what they say is short and plain. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sentences, words } from '../../test/plain-dutch.ts'
import { reasonsOfChecks } from '../engine/checks/all.ts'
import { readCovenants } from './covenants.ts'
import { readCatalogue } from './norms.ts'
import { readRegisters } from './registers.ts'
import { DataMistakes } from './yaml-file.ts'

const registers = readRegisters('registers')
const catalogue = readCatalogue('norms', reasonsOfChecks, registers)
const templates = readCovenants('convenanten', catalogue)
const template = (id: string) => templates.find((each) => each.id === id)!

/** What is told of the templates with this change in one of them. */
function told(name: string, from: string, to: string): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'convenanten-'))
  cpSync('convenanten', dir, { recursive: true })
  const text = readFileSync(path.join(dir, name), 'utf8')
  expect(text).toContain(from)
  writeFileSync(path.join(dir, name), text.replace(from, to))
  try {
    readCovenants(dir, catalogue)
  } catch (error) {
    if (error instanceof DataMistakes) return error.message
    throw error
  }
  return 'niets'
}

test.each([
  [
    'a place that nobody fills in',
    'op {begin} en',
    'op {aanvang} en',
    /digitale-stad\.yaml:\d+: .*\{aanvang\} is niet bekend/,
  ],
  ['a place that does not end', 'op {begin} en', 'op {begin en', /\{begin en duurt/],
  [
    'an article that comes twice',
    '- id: begrippen',
    '- id: waarom',
    /digitale-stad\.yaml:\d+: artikel waarom komt twee/,
  ],
  ['a cluster that does not exist', 'voor: [B, C, D]', 'voor: [B, E]', /verwacht een tekst, of tekst met voor/],
  ['a name that is not that of the file', 'id: digitale-stad', 'id: stad', /:3: id stad past niet bij de naam/],
  ['a key that nobody reads', 'jaren: 3', 'jaren: 3\nprijs: 4', /:9: .*prijs/],
])('%s is told, with its line', (_, from, to, says) => expect(told('digitale-stad.yaml', from, to)).toMatch(says))

test('a street has no cluster', () => {
  const to = '- id: waarom\n    voor: [A]'
  expect(told('winkelstraat.yaml', '- id: waarom', to)).toMatch(/winkelstraat\.yaml:\d+: een straat heeft geen cluster/)
})

test('the template of a cluster has what every covenant must say', () => {
  const says = (id: string, what: RegExp) =>
    expect(
      template('digitale-stad')
        .articles.find((each) => each.id === id)!
        .paragraphs.filter(({ clusters }) => clusters.length === 0)
        .map(({ text }) => text)
        .join(' '),
    ).toMatch(what)
  says('inkoop', /telt nooit mee in een aanbesteding/)
  says('meten', /niet om te handhaven/)
  says('gegevens', /antwoorden op een zelfcheck blijven van de partij/)
  says('aard', /Niemand kan bij de rechter eisen/)
  says('duur', /duurt \{jaren\} jaar/)
  says('meedoen', /pauzeren[\s\S]+stoppen[\s\S]+geschorst/)
  expect(template('digitale-stad').articles.map(({ id }) => id)).toHaveLength(19)
})

test('no sentence has more than twenty words', () => {
  const said = templates.flatMap(({ id, articles, exercises }) =>
    [...articles, ...exercises].flatMap((each) =>
      each.paragraphs.map(({ text }) => [`${id} ${each.id}`, text] as const),
    ),
  )
  expect(said.length).toBeGreaterThan(80)
  const long = said.flatMap(([where, text]) =>
    sentences(text)
      .filter((sentence) => words(sentence) > 20)
      .map((sentence) => `${where}: ${sentence}`),
  )
  expect(long).toEqual([])
})
