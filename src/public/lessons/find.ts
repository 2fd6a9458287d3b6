/** Finds lessons by what somebody typed, also when it was not spelled right. Pure. */
import { askedWords, searchWords } from '../../lib/search-words.ts'
import type { Lesson } from '../../model/lesson.ts'

/** How many signs have to change to make one word of the other; more than `most` is `most + 1`. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (same ? 0 : 1),
        swapped ? before[j - 2]! + 1 : Infinity,
      )
    }
    ;[before, row] = [row, next]
  }
  return Math.min(row[other.length]!, most + 1)
}

/** A short word has to be right; of a long one two signs may be wrong. */
const slack = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** A word as it sounds to who writes what they hear: `phishing` and `fising`, `privacy` and `privasie`. */
const sound = (word: string): string =>
  word
    .replaceAll('ph', 'f')
    .replaceAll('sh', 's')
    .replaceAll('th', 't')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/ck|[cqk]/g, 'k')
    .replaceAll(/ei|ij/g, 'y')
    .replaceAll(/ie|y/g, 'i')
    .replaceAll('z', 's')
    .replaceAll('v', 'f')
    .replaceAll(/(.)\1+/g, '$1')

/** How well a word that was typed fits one that stands there: 0 not, 3 the same. */
function fits(asked: string, word: string): number {
  if (asked === word) return 3
  if (asked.length >= 3 && (word.startsWith(asked) || (word.length >= 4 && asked.startsWith(word)))) return 2
  if (distance(asked, word, slack(asked)) <= slack(asked)) return 1
  const [heard, said] = [sound(asked), sound(word)]
  return heard.length >= 3 && distance(heard, said, slack(heard)) <= slack(heard) ? 1 : 0
}

/** Small words that stand in every sentence, and say nothing of what is looked for. */
const SMALL = new Set(
  'de het een en of van voor met mijn uw ik u is op in te hoe wat the a an and or of for my to how what'.split(' '),
)

/** The lessons that fit, the best first; all of them, in their own order, when nothing is asked. */
export function findLessons(lessons: readonly Lesson[], typed: string): readonly Lesson[] {
  const asked = askedWords(typed).filter((word) => !SMALL.has(word))
  if (asked.length === 0) return lessons
  return lessons
    .map((lesson) => {
      const title = searchWords(`${lesson.title.nl} ${lesson.title.en} ${lesson.words.join(' ')}`)
      const rest = searchWords(
        [lesson.lead, lesson.forWhom, ...lesson.steps.map((step) => step.title)]
          .map((each) => `${each.nl} ${each.en}`)
          .join(' '),
      )
      // What stands in a step alone counts least, and only as it stands there.
      const inside = new Set(searchWords(lesson.steps.map(({ text }) => `${text.nl} ${text.en}`).join(' ')))
      const scores = asked.map((word) =>
        Math.max(
          inside.has(word) ? 0.5 : 0,
          ...title.map((each) => 2 * fits(word, each)),
          ...rest.map((each) => fits(word, each)),
        ),
      )
      return { lesson, score: scores.reduce((sum, each) => sum + each, 0), hits: scores.filter(Boolean).length }
    })
    .filter(({ hits }) => hits > 0)
    .toSorted((one, other) => other.hits - one.hits || other.score - one.score)
    .map(({ lesson }) => lesson)
}
