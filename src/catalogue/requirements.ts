/** Reads the requirements for tenders from `eisen/`, once, at start; every mistake is told with its file and line. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { refusedAsk } from './refused-ask.ts'
import type { Catalogue } from '../model/norm.ts'
import type { RequirementBook } from '../model/requirement.ts'
import { FrameFile, PartFile, requirementOf } from './requirement-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

const FRAME = 'kader.yaml'

/** All requirements under `dir`. Throws DataMistakes with all mistakes at once. `catalogue`: what one may rest on. */
export function readRequirements(dir: string, catalogue: Pick<Catalogue, 'norms'>): RequirementBook {
  const hash = createHash('sha256')
  const mistakes: Mistake[] = []
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  for (const name of names) hash.update(readFileSync(path.join(dir, name)))
  const frame = readYaml(path.join(dir, FRAME), FrameFile, `eisen/${FRAME}`)
  mistakes.push(...frame.mistakes)
  const norms = new Map(catalogue.norms.map((norm) => [norm.id, norm]))
  const seen = new Map<string, string>()
  const parts = names
    .filter((name) => name !== FRAME)
    .flatMap((name) => {
      const label = `eisen/${name}`
      const read = readYaml(path.join(dir, name), PartFile, label)
      mistakes.push(...read.mistakes)
      const file = read.value
      if (!file) return []
      const tell = (at: readonly PropertyKey[], text: string) =>
        mistakes.push({ file: label, line: read.lineOf(at), text })
      if (`${file.deel}.yaml` !== name) tell(['deel'], `deel ${file.deel} past niet bij de naam van het bestand`)
      if (frame.value && !frame.value.volgorde.includes(file.deel))
        tell(['deel'], `deel ${file.deel} staat niet in de volgorde van eisen/${FRAME}`)
      file.eisen.forEach((each, index) => {
        const at = ['eisen', index]
        const norm = norms.get(each.norm)
        if (seen.has(each.id)) tell([...at, 'id'], `eis ${each.id} staat ook in ${seen.get(each.id)}`)
        seen.set(each.id, label)
        if (!norm) tell([...at, 'norm'], `norm ${each.norm} bestaat niet`)
        else if (each.criterium !== undefined && !norm.criteria.some(({ id }) => id === `${norm.id}.${each.criterium}`))
          tell([...at, 'criterium'], `norm ${norm.id} heeft geen criterium ${each.criterium}`)
        for (const [level, text] of Object.entries(each.niveau)) {
          const why = text === undefined ? undefined : refusedAsk(text)
          if (why !== undefined) tell([...at, 'niveau', level], why)
        }
      })
      return [{ id: file.deel, title: file.titel, about: file.uitleg, eisen: file.eisen }]
    })
  frame.value?.volgorde.forEach((id, index) => {
    if (!names.includes(`${id}.yaml`))
      mistakes.push({
        file: `eisen/${FRAME}`,
        line: frame.lineOf(['volgorde', index]),
        text: `er is geen bestand eisen/${id}.yaml`,
      })
  })
  if (mistakes.length > 0 || !frame.value) throw new DataMistakes(mistakes)
  const { volgorde, voorwaarden, verwerkersmodel, standaarden, voor_jurist } = frame.value
  const ordered = parts.toSorted((one, other) => volgorde.indexOf(one.id) - volgorde.indexOf(other.id))
  return {
    version: hash.digest('hex').slice(0, 8),
    parts: ordered.map(({ id, title, about }) => ({ id, title, about })),
    terms: voorwaarden.map(({ id, titel, versie, url }) => ({ id, title: titel, version: versie, url })),
    standards: standaarden.map(({ naam, over, status, kenmerken }) => ({
      name: naam,
      about: over,
      status,
      traits: kenmerken,
    })),
    processorModel: { title: verwerkersmodel.titel, url: verwerkersmodel.url, licence: verwerkersmodel.licentie },
    forLawyer: voor_jurist,
    requirements: ordered.flatMap(({ id, eisen }) => eisen.map((each) => requirementOf(id, each))),
  }
}
