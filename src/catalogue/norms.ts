/** Reads the catalogue of norms from `norms/`, once, at start; every mistake is told with its file and line. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Catalogue, Norm, Source } from '../model/norm.ts'
import type { Register } from '../model/register.ts'
import { entryProblems } from './entry-rule.ts'
import { isLaw, NormFile, normOf, SUBJECTS } from './norm-file.ts'
import { DecisionFile, decisionOf, SourceFile, sourceOf } from './source-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

const THEMES = ['PRV', 'VEI', 'TOE', 'OPE', 'MEN', 'AUT', 'UIT', 'STD'] as const
const text = z.string().trim().min(1)

const Head = z.object({
  id: text,
  versie: text,
  peildatum: z.iso.date(),
  themas: z.array(z.object({ id: z.enum(THEMES), naam: text, naam_en: text, kern: text, kern_en: text })),
  bronnen: z.array(SourceFile),
})
const Decisions = z.strictObject({ besluiten: z.array(DecisionFile) })

/** What the checks of the engine can answer: reasons per check. The catalogue must have a sentence for each. */
export type CheckReasons = ReadonlyMap<string, readonly string[]>

/**
 * The catalogue under `dir`. Throws DataMistakes with all mistakes at once. Without `checks` references to checks are
 * not verified, without `registers` those to registers.
 */
export function readCatalogue(dir: string, checks?: CheckReasons, registers?: readonly Register[]): Catalogue {
  const hash = createHash('sha256')
  const headFile = path.join(dir, 'catalogus.yaml')
  hash.update(readFileSync(headFile))
  const head = readYaml(headFile, Head, 'norms/catalogus.yaml')
  // Whose folder of norms is from before this file has no decisions of its own.
  const ownFile = path.join(dir, 'eigen-besluiten.yaml')
  const own = existsSync(ownFile) ? readYaml(ownFile, Decisions, 'norms/eigen-besluiten.yaml') : undefined
  if (own) hash.update(readFileSync(ownFile))
  const mistakes: Mistake[] = [...head.mistakes, ...(own?.mistakes ?? [])]
  const sources = new Map((head.value?.bronnen ?? []).map((bron) => [bron.id, sourceOf(bron)]))
  const decisions = own?.value?.besluiten ?? []
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
      // Where the sources themselves could not be read, what a file says of them is no mistake of that file.
      if (!read.value || !head.value) continue
      const problems = [
        ...acrossFiles(read.value, label, sources, seen, checks, head.value.peildatum),
        ...(registers ? acrossRegisters(read.value, registers) : []),
      ]
      mistakes.push(...problems.map(({ at, text: told }) => ({ file: label, line: read.lineOf(at), text: told })))
      if (problems.length === 0) norms.push(normOf(read.value, sources, restingOn(decisions, read.value.id)))
    }
  }
  const known = new Set(norms.map(({ id }) => id))
  // A norm whose own file holds a mistake is not read: then nothing is said of who names it.
  if (mistakes.length === 0) {
    const problems = head.value ? acrossSources(head.value, known) : []
    mistakes.push(
      ...problems.map(({ at, text: told }) => ({ file: 'norms/catalogus.yaml', line: head.lineOf(at), text: told })),
    )
    decisions.forEach(({ normen }, index) =>
      normen.forEach(({ norm }, which) => {
        if (!known.has(norm))
          mistakes.push({
            file: 'norms/eigen-besluiten.yaml',
            line: own!.lineOf(['besluiten', index, 'normen', which, 'norm']),
            text: `norm ${norm} bestaat niet`,
          })
      }),
    )
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
    sources: [...sources.values(), ...decisions.map(decisionOf)],
    norms,
  }
}

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

const restingOn = (decisions: readonly DecisionFile[], norm: string): Norm['sources'] =>
  decisions.flatMap((decision) =>
    decision.normen
      .filter((each) => each.norm === norm)
      .map(({ onderdeel }) => ({ source: decisionOf(decision), article: onderdeel })),
  )

/** What a source names that must exist. */
function acrossSources({ bronnen: sources, peildatum }: z.infer<typeof Head>, norms: ReadonlySet<string>): Problem[] {
  const ids = new Set(sources.map(({ id }) => id))
  return sources.flatMap(({ id, opvolger, herinneringen, nagegaan_op: on }, index) => {
    const at = ['bronnen', index]
    return [
      ...(sources.findIndex((each) => each.id === id) === index
        ? []
        : [{ at: [...at, 'id'], text: `bron ${id} komt twee keer voor` }]),
      ...(opvolger === undefined || ids.has(opvolger)
        ? []
        : [{ at: [...at, 'opvolger'], text: `bron "${opvolger}" staat niet in norms/catalogus.yaml` }]),
      ...(on === undefined || on <= peildatum
        ? []
        : [{ at: [...at, 'nagegaan_op'], text: `nagegaan_op ligt na de peildatum (${peildatum}): werk die ook bij` }]),
      ...herinneringen.flatMap(({ normen }, which) =>
        normen.flatMap((norm, nth) =>
          norms.has(norm)
            ? []
            : [{ at: [...at, 'herinneringen', which, 'normen', nth], text: `norm ${norm} bestaat niet` }],
        ),
      ),
    ]
  })
}

/** An article, or the chapter, section or annex that holds it, by its number. */
const ARTICLE = /\b(art|artikel|hoofdstuk|afd|afdeling|titel|bijlage)\.? ?\d/i

/**
 * What is missing before a norm may say that a law asks it: an article of a law in force, a date that has come on the
 * reference date (`today`) of the catalogue, for whom.
 */
function lawProblems(file: NormFile, sources: ReadonlyMap<string, Source>, today?: string): Problem[] {
  if (!isLaw(file)) return []
  const status = `status ${file.status}`
  const laws = file.bronnen.flatMap(({ bron, artikel }, index) => {
    const source = sources.get(bron)
    return source?.kind === 'law' ? [{ source, artikel, index }] : []
  })
  const inForce = laws.filter(({ source }) => source.status === 'in-force' || source.status === 'in-steps')
  const first = inForce.map(({ source }) => source.since ?? '').toSorted()[0]
  const missing = [
    laws.length === 0 ? 'steunt op geen wet: noem een bron van de soort wet' : '',
    laws.length > 0 && inForce.length === 0 ? 'steunt op een wet die niet geldt' : '',
    file.sinds === undefined ? 'heeft geen datum: zet erbij sinds wanneer (sinds)' : '',
    file.voor_wie === undefined ? 'zegt niet voor wie (voor_wie)' : '',
  ].flatMap((told) => (told === '' ? [] : [{ at: ['status'], text: `${status} ${told}` }]))
  const early =
    file.sinds !== undefined && first !== undefined && file.sinds < first
      ? [{ at: ['sinds'], text: `sinds ligt vóór de dag waarop de wet ging gelden (${first})` }]
      : []
  const late =
    file.sinds !== undefined && today !== undefined && file.sinds > today
      ? [{ at: ['sinds'], text: `${status} geldt op de peildatum (${today}) nog niet: neem kader of afspraak` }]
      : []
  const vague = inForce
    .filter(({ artikel }) => !ARTICLE.test(artikel))
    .map(({ source, index }) => ({
      at: ['bronnen', index, 'artikel'],
      text: `${status} noemt geen artikel van ${source.id}`,
    }))
  return [...missing, ...early, ...late, ...vague]
}

const acrossRegisters = ({ criteria }: NormFile, registers: readonly Register[]): Problem[] =>
  criteria.flatMap(({ register, voor }, index) =>
    entryProblems(register ?? [], registers, voor, SUBJECTS).map(({ at, text: told }) => ({
      at: ['criteria', index, 'register', ...at],
      text: told,
    })),
  )

/** What one file cannot know by itself: its name, its sources, its checks and their reasons. */
function acrossFiles(
  file: NormFile,
  label: string,
  sources: ReadonlyMap<string, Source>,
  seen: Map<string, string>,
  checks?: CheckReasons,
  today?: string,
): Problem[] {
  const problems: Problem[] = []
  if (!label.endsWith(`${file.id.slice(0, 3)}/${file.id}.yaml`)) {
    problems.push({ at: ['id'], text: `id ${file.id} past niet bij de plaats van het bestand` })
  }
  file.bronnen.forEach(({ bron }, index) => {
    if (!sources.has(bron))
      problems.push({ at: ['bronnen', index, 'bron'], text: `bron "${bron}" staat niet in norms/catalogus.yaml` })
  })
  if (file.bronnen.length === 0 && file.status !== 'afspraak')
    problems.push({ at: ['bronnen'], text: 'noem minstens één bron; alleen een afspraak mag zonder' })
  problems.push(...lawProblems(file, sources, today))
  file.criteria.forEach((criterion, index) => {
    const id = `${file.id}.${criterion.id}`
    const at = ['criteria', index]
    if (seen.has(id)) problems.push({ at: [...at, 'id'], text: `criterium ${id} komt twee keer voor` })
    seen.set(id, label)
    if (file.clusters.length > 0 && criterion.gewicht > 0 && criterion.moeite === undefined)
      problems.push({
        at,
        text: `zeg hoeveel werk ${id} voor een organisatie is: moeite: {maat: klein, middel of groot, waarom: …}`,
      })
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
