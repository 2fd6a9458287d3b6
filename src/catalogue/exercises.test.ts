/** Exercises as data: those that ship are whole and plain, and each mistake is told at its line. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Scenario } from '../model/exercise.ts'
import { reasonsOfChecks } from '../engine/checks/all.ts'
import { readExercises } from './exercises.ts'
import { readCatalogue } from './norms.ts'
import { readRegisters } from './registers.ts'
import { DataMistakes } from './yaml-file.ts'

const catalogue = readCatalogue('norms', reasonsOfChecks, readRegisters('registers'))
const scenarios = readExercises('oefeningen', catalogue)

test('three scenarios ship, in their order', () => {
  expect(scenarios.map(({ id }) => id)).toEqual(['gijzeling-huisarts', 'internet-stadhuis', 'datalek-club'])
})

const sentencesOf = (scenario: Scenario, lang: 'nl' | 'en'): readonly string[] => {
  const texts: string[] = []
  JSON.stringify(scenario, (key, value: unknown) => {
    if (key === lang && typeof value === 'string') texts.push(value)
    return value
  })
  return texts.flatMap((text) => text.split(/(?<=[.?!:])\s+/))
}
test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
  '%s: short sentences, every role hears something, and its phases follow each other',
  (_, scenario) => {
    for (const lang of ['nl', 'en'] as const)
      for (const sentence of sentencesOf(scenario, lang))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
    for (const { id } of scenario.roles)
      expect(
        scenario.messages.some(({ to }) => to.includes(id)),
        id,
      ).toBe(true)
    const phases = scenario.messages.map(({ phase }) => ['notice', 'act', 'recover'].indexOf(phase))
    expect(phases).toEqual(phases.toSorted())
    expect(new Set(phases).size).toBe(3)

    expect(
      scenario.shows.every((id) => catalogue.norms.some(({ criteria }) => criteria.some((c) => c.id === id))),
    ).toBe(true)
  },
)

const good = readFileSync('oefeningen/datalek-club.yaml', 'utf8')
test.each([
  ['een onbekende rol', 'aan: [trainer]', 'aan: [keeper]', /rol keeper bestaat niet/],
  ['een weg die wij niet kennen', 'weg: app', 'weg: duif', /"duif" is niet bekend/],
  ['een bericht na het einde', 'na: 35', 'na: 300', /komt na het einde/],
  ['een bericht dat te vroeg komt', 'na: 27', 'na: 1', /eerder dan het vorige/],
  ['een norm die er niet is', 'normen: [PRV-11', 'normen: [PRV-99', /norm PRV-99 bestaat niet/],
  ['een criterium dat een machine meet', 'bewijs: [PRV-11.oefening', 'bewijs: [VEI-11.hsts', /niet over wat mensen/],
  ['een andere naam', 'id: datalek-club', 'id: datalek-clubs', /naam van het bestand/],
])('%s wordt geweigerd, met de regel', (_, from, to, problem) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'oefening-'))
  expect(good).toContain(from)
  writeFileSync(path.join(dir, 'datalek-club.yaml'), good.replace(from, to))
  let told: unknown
  try {
    readExercises(dir, catalogue)
  } catch (error) {
    told = error
  }
  expect(told).toBeInstanceOf(DataMistakes)
  const line = good.split('\n').findIndex((each) => each.includes(from)) + 1
  const [mistake] = (told as DataMistakes).mistakes
  expect(mistake!.text).toMatch(problem)
  expect(Math.abs(mistake!.line! - line)).toBeLessThanOrEqual(1)
})
