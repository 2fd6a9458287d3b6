/** Reads the exercises from `oefeningen/`; every mistake is told with its file and line. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Scenario } from '../model/exercise.ts'
import type { Catalogue } from '../model/norm.ts'
import { ExerciseFile, scenarioOf } from './exercise-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

/**
 * All scenarios under `dir`, in the order that they say. `catalogue`: what one may name. Throws DataMistakes with all
 * mistakes at once.
 */
export function readExercises(dir: string, catalogue: Pick<Catalogue, 'norms'>): Scenario[] {
  const mistakes: Mistake[] = []
  const found = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const label = `oefeningen/${name}`
      const { value, mistakes: wrong, lineOf } = readYaml(path.join(dir, name), ExerciseFile, label)
      mistakes.push(...wrong)
      if (!value) return []
      const problems = problemsOf(value, name, catalogue)
      mistakes.push(...problems.map(({ at, text }) => ({ file: label, line: lineOf(at), text })))
      return [{ order: value.volgorde, scenario: scenarioOf(value) }]
    })
  if (mistakes.length > 0) throw new DataMistakes(mistakes)
  return found
    .toSorted((a, b) => a.order - b.order || a.scenario.id.localeCompare(b.scenario.id))
    .map(({ scenario }) => scenario)
}

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

function problemsOf(file: ExerciseFile, name: string, { norms }: Pick<Catalogue, 'norms'>): Problem[] {
  const problems: Problem[] = []
  const tell = (at: readonly PropertyKey[], text: string) => problems.push({ at, text })
  if (`${file.id}.yaml` !== name) tell(['id'], `de naam van het bestand is niet ${file.id}.yaml`)
  const criteria = norms.flatMap((norm) => norm.criteria)
  file.normen.forEach((norm, index) => {
    if (!norms.some(({ id }) => id === norm)) tell(['normen', index], `norm ${norm} bestaat niet`)
  })
  file.bewijs.forEach((id, index) => {
    const criterion = criteria.find((each) => each.id === id)
    if (!criterion) tell(['bewijs', index], `criterium ${id} bestaat niet`)
    else if (criterion.means.by === 'check' || !criterion.subjects.includes('organisation'))
      tell(['bewijs', index], `criterium ${id} gaat niet over wat mensen bij een organisatie zien`)
  })
  file.na_maatregelen.forEach((id, index) => {
    if (!file.bewijs.includes(id)) tell(['na_maatregelen', index], `criterium ${id} staat niet onder bewijs`)
  })
  const roles = file.rollen.map(({ id }) => id)
  if (new Set(roles).size < roles.length) tell(['rollen'], 'twee rollen hebben dezelfde id')
  file.berichten.forEach(({ na, aan }, index) => {
    if (na > file.minuten) tell(['berichten', index, 'na'], `dit bericht komt na het einde (${file.minuten} minuten)`)
    if (index > 0 && na < file.berichten[index - 1]!.na)
      tell(['berichten', index, 'na'], 'dit bericht komt eerder dan het vorige')
    if (aan !== 'allen')
      for (const each of aan)
        if (!roles.includes(each)) tell(['berichten', index, 'aan'], `rol ${each} bestaat niet in deze oefening`)
  })
  return problems
}
