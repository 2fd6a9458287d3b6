/** Reads the questionnaires from `questionnaires/`, once, at start; every mistake is told with its file and line. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Catalogue } from '../model/norm.ts'
import type { About, Purpose, Questionnaire } from '../model/questionnaire.ts'
import { SUBJECTS } from './norm-file.ts'
import { QuestionnaireFile, questionnaireOf } from './questionnaire-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

/**
 * All questionnaires under `dir`. Throws DataMistakes with all mistakes at once. `catalogue`: what a question may name.
 */
export function readQuestionnaires(dir: string, catalogue: Pick<Catalogue, 'norms'>): Questionnaire[] {
  const mistakes: Mistake[] = []
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = path.join(dir, name)
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8)
      const read = readYaml(file, QuestionnaireFile, `questionnaires/${name}`)
      mistakes.push(...read.mistakes)
      return { name, hash, read }
    })
  const preChecks = files.flatMap(({ read }) => (read.value?.doel === 'vooraf' ? [read.value] : []))
  const earlier = new Map(
    preChecks.flatMap((file) => file.vragen.map((question) => [question.id, answersTo(file, question)] as const)),
  )
  const questionnaires = files.flatMap(({ name, hash, read }) => {
    if (!read.value) return []
    const problems = within(read.value, name, catalogue, earlier)
    mistakes.push(...problems.map(({ at, text }) => ({ file: `questionnaires/${name}`, line: read.lineOf(at), text })))
    return problems.length === 0 ? [questionnaireOf(read.value, `${read.value.versie}+${hash}`)] : []
  })
  // Code asks by purpose and subject: two that answer to the same would leave the choice to the alphabet.
  for (const [index, one] of questionnaires.entries()) {
    const twin = questionnaires
      .slice(0, index)
      .find((other) => other.purpose === one.purpose && other.about.some((about) => one.about.includes(about)))
    if (twin)
      mistakes.push({
        file: `questionnaires/${one.id}.yaml`,
        line: 1,
        text: `heeft hetzelfde doel en onderwerp als ${twin.id}`,
      })
  }
  if (mistakes.length > 0) throw new DataMistakes(mistakes)
  return questionnaires
}

/** The questionnaire for this purpose and subject, or undefined: code asks by what it is for, never by its name. */
export function questionnaireFor(
  all: readonly Questionnaire[],
  purpose: Purpose,
  about: About,
): Questionnaire | undefined {
  return all.find((each) => each.purpose === purpose && each.about.includes(about))
}

const answersTo = (file: QuestionnaireFile, question: QuestionnaireFile['vragen'][number]): string[] =>
  question.opties?.map(({ id }) => id) ?? Object.keys(file.schalen[question.schaal ?? ''] ?? {})

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }

/** What the shape alone does not say: names that must refer to something. Conditions may look back at a pre-check. */
function within(
  file: QuestionnaireFile,
  name: string,
  catalogue: Pick<Catalogue, 'norms'>,
  earlier: ReadonlyMap<string, readonly string[]>,
): Problem[] {
  const norms = new Set(catalogue.norms.map(({ id }) => id))
  const measured = new Map(
    catalogue.norms.flatMap(({ id, criteria }) =>
      criteria.flatMap((criterion) => (criterion.means.by === 'check' ? [[criterion.id, id] as const] : [])),
    ),
  )
  const seenByPeople = new Set(
    catalogue.norms.flatMap(({ criteria }) =>
      criteria.flatMap(({ id, means, subjects }) =>
        means.by === 'person' && file.voor.some((word) => subjects.includes(SUBJECTS[word]!)) ? [id] : [],
      ),
    ),
  )
  const problems: Problem[] = []
  const tell = (at: readonly PropertyKey[], text: string) => problems.push({ at, text })
  if (`${file.id}.yaml` !== name) tell(['id'], `id ${file.id} past niet bij de naam van het bestand`)
  const sections = new Set(file.delen.map(({ id }) => id))
  const known = new Map<string, readonly string[]>()
  for (const question of file.vragen) known.set(question.id, answersTo(file, question))
  const check = (
    at: readonly PropertyKey[],
    when: { vraag: string; is?: string[] | undefined; is_niet?: string[] | undefined } | undefined,
  ) => {
    if (!when) return
    const options = known.get(when.vraag) ?? earlier.get(when.vraag)
    if (!options)
      return tell([...at, 'vraag'], `vraag ${when.vraag} bestaat niet in deze vragenlijst of in een voortoets`)
    for (const value of when.is ?? when.is_niet ?? [])
      if (!options.includes(value))
        tell(at, `vraag ${when.vraag} kent het antwoord "${value}" niet; verwacht: ${options.join(', ')}`)
  }
  if (file.drempels.deels > file.drempels.voldoet)
    tell(['drempels'], 'de drempel voor deels ligt hoger dan die voor voldoet')
  const seen = new Set<string>()
  file.vragen.forEach((question, index) => {
    const at = ['vragen', index]
    if (seen.has(question.id)) tell([...at, 'id'], `vraag ${question.id} komt twee keer voor`)
    seen.add(question.id)
    if (!sections.has(question.deel))
      tell([...at, 'deel'], `deel "${question.deel}" bestaat niet; verwacht: ${[...sections].join(', ')}`)
    if (question.soort === 'schaal' && question.schaal === undefined)
      tell(at, 'een vraag van de soort schaal noemt haar schaal')
    for (const key of ['schaal', 'schaal_kort'] as const) {
      if (question[key] !== undefined && !file.schalen[question[key]])
        tell([...at, key], `schaal "${question[key]}" bestaat niet; verwacht: ${Object.keys(file.schalen).join(', ')}`)
    }
    if ((question.soort === 'keuze' || question.soort === 'meerkeuze') && !question.opties)
      tell(at, 'een keuzevraag heeft opties')
    const options = known.get(question.id)!
    for (const answer of [...Object.keys(question.antwoorden), ...(question.rode_vlag?.bij ?? [])]) {
      if (!options.includes(answer))
        tell([...at, 'antwoorden'], `antwoord "${answer}" bestaat niet; verwacht: ${options.join(', ')}`)
    }
    question.normen.forEach((norm, which) => {
      if (!norms.has(norm)) tell([...at, 'normen', which], `norm ${norm} bestaat niet`)
    })
    if (question.stelt_vast !== undefined && !seenByPeople.has(question.stelt_vast))
      tell([...at, 'stelt_vast'], `er is geen criterium ${question.stelt_vast} dat een mens hierover vaststelt`)
    for (const key of ['weerlegt_ja', 'weerlegt_nee'] as const)
      question.meting?.[key].forEach((criterion, which) => {
        const norm = measured.get(criterion)
        if (norm === undefined) tell([...at, 'meting', key, which], `er is geen gemeten criterium ${criterion}`)
        else if (!question.normen.includes(norm))
          tell([...at, 'meting', key, which], `criterium ${criterion} hoort niet bij een norm van deze vraag`)
      })
    if (
      (question.toon_als && known.has(question.toon_als.vraag) && !seen.has(question.toon_als.vraag)) ||
      question.toon_als?.vraag === question.id
    )
      tell([...at, 'toon_als'], 'een vraag hangt alleen af van een eerdere vraag')
    check([...at, 'toon_als'], question.toon_als)
    check([...at, 'rode_vlag', 'als'], question.rode_vlag?.als)
  })
  const clusters = file.clusters?.grenzen.map(({ cluster }) => cluster) ?? []
  file.clusters?.regels.forEach((rule, index) => {
    const at = ['clusters', 'regels', index]
    if (!rule.als.is) tell([...at, 'als'], 'een regel voor een cluster noemt antwoorden met "is"')
    if ((rule.minstens === undefined) === (rule.hoogstens === undefined))
      tell(at, 'verwacht precies één van: minstens, hoogstens')
    for (const name of [rule.minstens, rule.hoogstens])
      if (name !== undefined && !clusters.includes(name))
        tell(at, `cluster "${name}" bestaat niet; verwacht: ${clusters.join(', ')}`)
  })
  file.clusters?.regels.forEach((rule, index) => {
    check(['clusters', 'regels', index, 'als'], rule.als)
    check(['clusters', 'regels', index, 'en'], rule.en)
  })
  file.clusters?.assen.forEach((axis, index) => {
    for (const [question, points] of Object.entries(axis.punten))
      check(['clusters', 'assen', index], { vraag: question, is: Object.keys(points) })
  })
  return problems
}
