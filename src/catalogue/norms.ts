/** Reads the catalogue of norms from `norms/`, once, at start; every mistake is told with its file and line. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Catalogue, Norm } from '../model/norm.ts'
import { NormFile, normOf } from './norm-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

const THEMES = ['PRV', 'VEI', 'TOE', 'OPE', 'MEN', 'AUT', 'UIT', 'STD'] as const
const text = z.string().trim().min(1)

const Head = z.object({
  id: text,
  versie: text,
  peildatum: z.iso.date(),
  themas: z.array(z.object({ id: z.enum(THEMES), naam: text, naam_en: text, kern: text, kern_en: text })),
  bronnen: z.array(
    z.object({ id: text, titel: text, url: z.string(), stand: text, controle: z.enum(['gelezen', 'kennis']) }),
  ),
})

/** What the checks of the engine can answer: reasons per check. The catalogue must have a sentence for each. */
export type CheckReasons = ReadonlyMap<string, readonly string[]>

/**
 * The catalogue under `dir`. Throws DataMistakes with all mistakes at once. Without `checks` references to checks are
 * not verified.
 */
export function readCatalogue(dir: string, checks?: CheckReasons): Catalogue {
  const hash = createHash('sha256')
  const headFile = path.join(dir, 'catalogus.yaml')
  hash.update(readFileSync(headFile))
  const head = readYaml(headFile, Head, 'norms/catalogus.yaml')
  const mistakes: Mistake[] = [...head.mistakes]
  const sources = new Map(
    (head.value?.bronnen ?? []).map((bron) => [
      bron.id,
      {
        id: bron.id,
        title: bron.titel,
        url: bron.url,
        state: bron.stand,
        verified: bron.controle === 'gelezen',
      },
    ]),
  )
  const norms: Norm[] = []
  const seen = new Map<string, string>()
  for (const theme of THEMES) {
    for (const name of readdirSync(path.join(dir, theme))
      .filter((each) => each.endsWith('.yaml'))
      .sort()) {
      const label = `norms/${theme}/${name}`
      hash.update(readFileSync(path.join(dir, theme, name)))
      const read = readYaml(path.join(dir, theme, name), NormFile, label)
      mistakes.push(...read.mistakes)
      if (!read.value) continue
      const problems = acrossFiles(read.value, label, sources, seen, checks)
      mistakes.push(...problems.map(({ at, text: told }) => ({ file: label, line: read.lineOf(at), text: told })))
      if (problems.length === 0) norms.push(normOf(read.value, sources))
    }
  }
  if (mistakes.length > 0 || !head.value) throw new DataMistakes(mistakes)
  return {
    version: `${head.value.versie}+${hash.digest('hex').slice(0, 8)}`,
    date: head.value.peildatum,
    themes: head.value.themas.map((thema) => ({
      id: thema.id,
      name: thema.naam,
      english: thema.naam_en,
      core: thema.kern,
      coreEnglish: thema.kern_en,
    })),
    sources: [...sources.values()],
    norms,
  }
}

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

/** What one file cannot know by itself: its name, its sources, its checks and their reasons. */
function acrossFiles(
  file: NormFile,
  label: string,
  sources: ReadonlyMap<string, unknown>,
  seen: Map<string, string>,
  checks?: CheckReasons,
): Problem[] {
  const problems: Problem[] = []
  if (!label.endsWith(`${file.id.slice(0, 3)}/${file.id}.yaml`)) {
    problems.push({ at: ['id'], text: `id ${file.id} past niet bij de plaats van het bestand` })
  }
  file.bronnen.forEach(({ bron }, index) => {
    if (!sources.has(bron))
      problems.push({ at: ['bronnen', index, 'bron'], text: `bron "${bron}" staat niet in norms/catalogus.yaml` })
  })
  file.criteria.forEach((criterion, index) => {
    const id = `${file.id}.${criterion.id}`
    const at = ['criteria', index]
    if (seen.has(id)) problems.push({ at: [...at, 'id'], text: `criterium ${id} komt twee keer voor` })
    seen.set(id, label)
    if (criterion.meting === undefined || !checks) return
    const reasons = checks.get(criterion.meting)
    if (!reasons) {
      problems.push({
        at: [...at, 'meting'],
        text: `controle "${criterion.meting}" bestaat niet; verwacht een van: ${[...checks.keys()].sort().join(', ')}`,
      })
      return
    }
    for (const reason of reasons) {
      if (!criterion.redenen[reason])
        problems.push({
          at: [...at, 'redenen'],
          text: `de zin voor uitkomst "${reason}" van controle ${criterion.meting} ontbreekt`,
        })
    }
    for (const reason of Object.keys(criterion.redenen)) {
      if (!reasons.includes(reason))
        problems.push({
          at: [...at, 'redenen', reason],
          text: `controle ${criterion.meting} kent geen uitkomst "${reason}"; verwacht: ${reasons.join(', ')}`,
        })
    }
  })
  return problems
}
