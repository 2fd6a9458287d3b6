/** Reads the lessons from `leren/`; every mistake is told with its file and line. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Lesson } from '../model/lesson.ts'
import type { Catalogue } from '../model/norm.ts'
import type { RequestKind } from '../model/request.ts'
import { LessonFile, lessonOf } from './lesson-file.ts'
import { DataMistakes, readYaml, type Mistake } from './yaml-file.ts'

/** Words of one step, in each language; a learner reads it on one screen. */
const MOST_WORDS = 60

/**
 * All lessons under `dir`, those for residents first, then by title. `catalogue` and `requests`: the norms and the
 * kinds of requests that one may name. Throws DataMistakes with all mistakes at once.
 */
export function readLessons(
  dir: string,
  { norms }: Pick<Catalogue, 'norms'>,
  requests: readonly Pick<RequestKind, 'id'>[],
): readonly Lesson[] {
  const mistakes: Mistake[] = []
  const known = { norms: new Set(norms.map(({ id }) => id)), requests: new Set(requests.map(({ id }) => id)) }
  const lessons = readdirSync(dir)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const label = `leren/${file}`
      const { value, mistakes: found, lineOf } = readYaml(path.join(dir, file), LessonFile, label)
      mistakes.push(...found)
      if (!value) return []
      mistakes.push(...within(value, file, known).map(({ at, text }) => ({ file: label, line: lineOf(at), text })))
      return [lessonOf(value)]
    })
  if (mistakes.length > 0) throw new DataMistakes(mistakes)
  return lessons.toSorted((one, other) => order(one) - order(other) || one.title.nl.localeCompare(other.title.nl, 'nl'))
}
const order = ({ audience }: Lesson): number => (audience === 'resident' ? 0 : 1)

type Problem = { readonly at: readonly PropertyKey[]; readonly text: string }
type Known = { readonly norms: ReadonlySet<string>; readonly requests: ReadonlySet<string> }
type StepFile = LessonFile['stappen'][number]

/** What the shape alone does not say. */
function within(file: LessonFile, name: string, known: Known): Problem[] {
  const problems: Problem[] = []
  const tell = (at: readonly PropertyKey[], text: string) => problems.push({ at, text })
  if (`${file.id}.yaml` !== name) tell(['id'], `id ${file.id} past niet bij de naam van het bestand`)
  file.normen.forEach((norm, index) => {
    if (!known.norms.has(norm)) tell(['normen', index], `norm ${norm} bestaat niet`)
  })
  file.rechten.forEach(({ verzoek }, index) => {
    if (verzoek !== undefined && !known.requests.has(verzoek))
      tell(
        ['rechten', index, 'verzoek'],
        `verzoek ${verzoek} bestaat niet; verwacht: ${[...known.requests].join(', ')}`,
      )
  })
  if (file.herzien_op <= file.wet_op)
    tell(['herzien_op'], 'de les wordt herzien na de dag waarop de wet is nagegaan (wet_op)')
  if (!file.stappen.some(({ vraag }) => vraag)) tell(['stappen'], 'een les heeft minstens één vraag')
  file.stappen.forEach((step, index) => {
    for (const each of ofStep(step)) tell(['stappen', index, ...each.at], each.text)
  })
  return problems
}

function ofStep(step: StepFile): Problem[] {
  const problems: Problem[] = []
  for (const lang of ['nl', 'en'] as const) {
    const count = step.tekst[lang].split(/\s+/).length
    if (count > MOST_WORDS)
      problems.push({
        at: ['tekst', lang],
        text: `deze stap heeft ${count} woorden; verwacht: hoogstens ${MOST_WORDS}`,
      })
  }
  return step.vraag ? [...problems, ...ofQuestion(step.vraag)] : problems
}

function ofQuestion({ soort, opties }: NonNullable<StepFile['vraag']>): Problem[] {
  const at = ['vraag', 'opties']
  const right = opties.filter(({ goed }) => goed).length
  if (soort === 'volgorde') {
    const places = opties.map(({ plaats }) => plaats ?? 0).toSorted((one, other) => one - other)
    return places.every((place, index) => place === index + 1) && opties.every(({ goed }) => goed === undefined)
      ? []
      : [{ at, text: `geef elke optie een plaats van 1 tot en met ${opties.length}, elk één keer, en geen goed` }]
  }
  if (opties.some(({ goed, plaats }) => goed === undefined || plaats !== undefined))
    return [{ at, text: 'geef bij elke optie goed: true of false, en geen plaats' }]
  if (soort === 'kies' && right !== 1)
    return [{ at, text: `verwacht precies één goed antwoord, hier staan er ${right}` }]
  if (right === 0) return [{ at, text: 'verwacht minstens één goed antwoord' }]
  return []
}
