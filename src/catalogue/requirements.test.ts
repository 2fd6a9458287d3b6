/** The requirements of this house are sound, and each mistake in such a file is told with its file and line. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { REQUIREMENT_KINDS, TRAITS } from '../vocabulary/tender.ts'
import { TRAIT_WORDS } from './requirement-file.ts'
import { readCatalogue } from './norms.ts'
import { readRequirements } from './requirements.ts'
import { DataMistakes } from './yaml-file.ts'

const catalogue = readCatalogue('norms')
const book = readRequirements('eisen', catalogue)

/** What is told when these words of a file are others. */
function told(file: string, from: string, to: string): readonly string[] {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-eisen-'))
  cpSync('eisen', dir, { recursive: true })
  const text = readFileSync(path.join(dir, file), 'utf8')
  expect(text).toContain(from)
  writeFileSync(path.join(dir, file), text.replace(from, to))
  try {
    readRequirements(dir, catalogue)
  } catch (error) {
    if (error instanceof DataMistakes) return error.mistakes.map((each) => `${each.file}:${each.line}: ${each.text}`)
    throw error
  }
  return []
}

test('there are some forty, of every kind, each with all that a bidder and a judge may ask', () => {
  expect(book.requirements.length).toBeGreaterThanOrEqual(40)
  expect([...new Set(book.requirements.map(({ kind }) => kind))].toSorted()).toEqual(
    Object.keys(REQUIREMENT_KINDS).toSorted(),
  )
  expect(new Set(book.requirements.map(({ id }) => id)).size).toBe(book.requirements.length)
  expect(book.terms.map(({ id, version }) => [id, version])).toEqual([
    ['gibit', '2023'],
    ['kwaliteitsnormen', '2024-1'],
  ])
  expect(Object.values(TRAIT_WORDS).toSorted()).toEqual(Object.keys(TRAITS).toSorted())
})

test('a clause about algorithms names the article of the GIBIT and the European model', () => {
  const clauses = book.requirements.filter(({ part }) => part === 'algoritmes')
  expect(clauses.some(({ gibit }) => gibit?.about.includes('artikel 1.4 en 13'))).toBe(true)
  expect(clauses.every(({ mccAi, when }) => mccAi !== undefined && when.traits.includes('algorithm'))).toBe(true)
})

test.each([
  ['privacy.yaml', 'norm: PRV-05', 'norm: PRV-99', /^eisen\/privacy\.yaml:8: norm PRV-99 bestaat niet$/],
  ['privacy.yaml', 'criterium: inhoud', 'criterium: onzin', /privacy\.yaml:9: norm PRV-05 heeft geen criterium onzin$/],
  ['privacy.yaml', 'soort: eis', 'soort: verplicht', /privacy\.yaml:10: .*verwacht: geschiktheid, selectie, eis/],
  ['privacy.yaml', 'deel: privacy', 'deel: iets', /privacy\.yaml:1: deel iets past niet bij de naam/],
  [
    'dienst.yaml',
    'id: hulp',
    'id: subverwerkers',
    /privacy\.yaml:\d+: eis subverwerkers staat ook in eisen\/dienst\.yaml/,
  ],
  ['dienst.yaml', 'geldig_maanden: 12', 'geldig_maanden: 0', /dienst\.yaml:\d+: .*van 1 tot en met 60/],
  [
    'kader.yaml',
    'volgorde: [privacy,',
    'volgorde: [privaat, privacy,',
    /kader\.yaml:\d+: er is geen bestand eisen\/privaat/,
  ],
  [
    'dienst.yaml',
    'De leverancier noemt alle kosten',
    'De leverancier heeft het convenant getekend. Hij noemt alle kosten',
    /dienst\.yaml:\d+: Een convenant tekenen mag geen eis of wens zijn/,
  ],
])('in %s: %s → %s', (file, from, to, expected) => expect(told(file, from, to).join('\n')).toMatch(expected))
