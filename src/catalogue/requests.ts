/** Reads the kinds of requests from `verzoeken/`; every mistake is told with its file and line. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Catalogue } from '../model/norm.ts'
import type { RequestKind } from '../model/request.ts'
import { RequestFile, requestKindOf, RequestRulesFile, type RequestRules } from './request-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

const RULES = 'kader.yaml'

/**
 * All kinds under `dir`, in the order that they say. `catalogue`: what a kind may name. Throws DataMistakes with all
 * mistakes at once.
 */
export function readRequestKinds(dir: string, catalogue: Pick<Catalogue, 'norms'>): RequestKind[] {
  const mistakes: Mistake[] = []
  const rules = new Map<string, RequestRules>()
  const shared = readYaml(path.join(dir, RULES), RequestRulesFile, `verzoeken/${RULES}`)
  mistakes.push(...shared.mistakes)
  for (const each of shared.value?.regels ?? []) rules.set(each.id, each)
  const norms = new Set(catalogue.norms.map(({ id }) => id))
  const found = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml') && name !== RULES)
    .sort()
    .flatMap((name) => {
      const label = `verzoeken/${name}`
      const { value, mistakes: wrong, lineOf } = readYaml(path.join(dir, name), RequestFile, label)
      mistakes.push(...wrong)
      if (!value) return []
      const problems = problemsOf(value, name, norms, rules)
      mistakes.push(...problems.map(({ at, text }) => ({ file: label, line: lineOf(at), text })))
      const own = rules.get(value.regels)
      return own && problems.length === 0 ? [{ order: value.volgorde, kind: requestKindOf(value, own) }] : []
    })
  if (mistakes.length > 0) throw new DataMistakes(mistakes)
  return found.toSorted((a, b) => a.order - b.order || a.kind.id.localeCompare(b.kind.id)).map(({ kind }) => kind)
}

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

/** What the shape alone does not say: names that exist, and that come once. */
function problemsOf(
  file: RequestFile,
  name: string,
  norms: ReadonlySet<string>,
  rules: ReadonlyMap<string, RequestRules>,
): Problem[] {
  const problems: Problem[] = []
  if (`${file.id}.yaml` !== name)
    problems.push({ at: ['id'], text: `id ${file.id} past niet bij de naam van het bestand` })
  if (!rules.has(file.regels))
    problems.push({
      at: ['regels'],
      text: `regels ${file.regels} staan niet in kader.yaml; verwacht: ${[...rules.keys()].join(', ')}`,
    })
  file.normen.forEach((norm, index) => {
    if (!norms.has(norm)) problems.push({ at: ['normen', index], text: `norm ${norm} bestaat niet` })
  })
  for (const list of ['velden', 'weigeren', 'antwoorden'] as const) {
    const seen = new Set<string>()
    file[list].forEach(({ id }, index) => {
      if (seen.has(id)) problems.push({ at: [list, index, 'id'], text: `${id} komt twee keer voor` })
      seen.add(id)
    })
  }
  return problems
}
