/** Reads the templates of covenants from `convenanten/`; every mistake is told with its file and line. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CovenantTemplate } from '../model/covenant.ts'
import type { Catalogue } from '../model/norm.ts'
import { CovenantFile, templateOf } from './covenant-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

/**
 * All templates under `dir`, by title. `catalogue`: what an example may name. Throws DataMistakes with all mistakes at
 * once.
 */
export function readCovenants(dir: string, catalogue: Pick<Catalogue, 'norms'>): CovenantTemplate[] {
  const mistakes: Mistake[] = []
  const templates = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const [file, label] = [path.join(dir, name), `convenanten/${name}`]
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8)
      const { value, mistakes: found, lineOf } = readYaml(file, CovenantFile, label)
      mistakes.push(...found)
      if (!value) return []
      mistakes.push(
        ...[...within(value, name), ...named(value, catalogue)].map(({ at, text }) => ({
          file: label,
          line: lineOf(at),
          text,
        })),
      )
      return [templateOf(value, `${value.versie}+${hash}`)]
    })
  if (mistakes.length > 0) throw new DataMistakes(mistakes)
  return templates.toSorted((a, b) => a.title.localeCompare(b.title, 'nl'))
}

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

/** What an example names: norms that exist, their criteria, and steps on the way to its target. */
function named(file: CovenantFile, { norms }: Pick<Catalogue, 'norms'>): Problem[] {
  const problems: Problem[] = []
  const tell = (at: readonly PropertyKey[], text: string) => problems.push({ at, text })
  const known = new Map(norms.map((norm) => [norm.id, new Set(norm.criteria.map(({ id }) => id))]))
  const seen = new Set<string>()
  file.afspraken.forEach((example, index) => {
    const at = ['afspraken', index]
    if (seen.has(example.id)) tell([...at, 'id'], `afspraak ${example.id} komt twee keer voor`)
    seen.add(example.id)
    for (const norm of example.normen) if (!known.has(norm)) tell([...at, 'normen'], `norm ${norm} bestaat niet`)
    const criterion = (id: string, where: readonly PropertyKey[]) => {
      if (!example.normen.some((norm) => known.get(norm)?.has(id)))
        tell(where, `criterium ${id} hoort niet bij een norm van deze afspraak`)
    }
    example.regels.forEach((rule, which) =>
      rule.criteria.forEach((id, place) => criterion(id, [...at, 'regels', which, 'criteria', place])),
    )
    if (example.criterium !== undefined) criterion(example.criterium, [...at, 'criterium'])
    const points = [...example.stappen, { maand: example.maanden, waarde: example.doel }]
    points.slice(1).forEach((point, which) => {
      const before = points[which]!
      const back = example.richting === 'omhoog' ? point.waarde < before.waarde : point.waarde > before.waarde
      if (point.maand <= before.maand || back)
        tell([...at, 'stappen'], 'de stappen gaan niet in volgorde naar het doel')
    })
  })
  return problems
}

/** What the shape alone does not say: names that come once, and clusters only where there is a cluster. */
function within(file: CovenantFile, name: string): Problem[] {
  const problems: Problem[] = []
  const tell = (at: readonly PropertyKey[], text: string) => problems.push({ at, text })
  if (`${file.id}.yaml` !== name) tell(['id'], `id ${file.id} past niet bij de naam van het bestand`)
  const seen = new Set<string>()
  for (const part of ['artikelen', 'bijlage_2'] as const)
    file[part].forEach(({ id, voor, leden }, index) => {
      const at = [part, index]
      if (seen.has(id)) tell([...at, 'id'], `artikel ${id} komt twee keer voor`)
      seen.add(id)
      if (file.voor === 'straat' && voor) tell([...at, 'voor'], 'een straat heeft geen cluster')
      leden.forEach((each, which) => {
        if (file.voor === 'straat' && typeof each !== 'string' && each.voor)
          tell([...at, 'leden', which], 'een straat heeft geen cluster')
      })
    })
  return problems
}
