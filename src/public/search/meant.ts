/** What somebody may have meant where nothing was found: what sounds or looks alike, or one word that is two. Pure. */
import { remembered } from '../../lib/remembered.ts'
import { askedWords, searchWords } from '../../lib/search-words.ts'
import { soundOf } from '../../lib/sound.ts'
import { distance } from '../lessons/find.ts'

const slack = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** A long word as two that are known, with or without an s between them. */
function split(word: string, known: ReadonlySet<string>): string | undefined {
  for (let at = 3; at <= word.length - 3; at++) {
    const [first, last] = [word.slice(0, at), word.slice(at)]
    if (!known.has(last)) continue
    const one = [first, first.replace(/s$/, '')].find((each) => each.length > 2 && known.has(each))
    if (one !== undefined) return `${one} ${last}`
  }
  return undefined
}

/** Names and words that are remembered: as many as are looked through at one time, in two languages. */
const MOST_KNOWN = 50_000
/** How known words sound, and of which words names are made: that hardly changes, and takes longer than the looking. */
const heardAs = remembered(soundOf, MOST_KNOWN)
const wordsOf = remembered(searchWords, MOST_KNOWN)

/** The known word that comes nearest, by its letters and then by its sound; undefined when none comes near. */
function nearest(word: string, known: ReadonlySet<string>): string | undefined {
  const sound = soundOf(word)
  let best: { word: string; far: number } | undefined
  for (const each of known) {
    if (each.length < 3 || Math.abs(each.length - word.length) > 3) continue
    const heard = heardAs(each)
    // What sounds the same is nearer than what looks nearly the same.
    const far =
      heard === sound
        ? distance(word, each, 4) / 10
        : Math.min(1 + distance(word, each, slack(word)), 1.5 + distance(sound, heard, slack(sound)))
    const most = heard === sound ? 1 : 1.5 + Math.min(slack(word), slack(sound))
    if (far <= most && (best === undefined || far < best.far)) best = { word: each, far }
  }
  return best?.word
}

/** Another way to ask; undefined when no word of it comes near any that is known. `names`: what things are called. */
export function meantBy(q: string, names: readonly string[]): string | undefined {
  const known = new Set(names.flatMap(wordsOf))
  const asked = askedWords(q)
  const meant = asked.map((word) =>
    known.has(word) || word.length < 4 ? word : (nearest(word, known) ?? split(word, known) ?? word),
  )
  const told = meant.join(' ')
  return told === asked.join(' ') || told === '' ? undefined : told
}
